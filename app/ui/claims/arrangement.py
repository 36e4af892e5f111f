"""How the screen was left, as text that is kept for a project: columns, rows, order, recent queries."""

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from app.services.claims.grid_columns import Column


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """Columns by name from left to right with their widths by hand; the defaults are those of a new project."""

    columns: tuple[str, ...] = ()
    widths: tuple[tuple[str, int], ...] = ()
    density: str = ""
    sorted_by: str = Column.PUBLISHED.name
    descending: bool = True
    spread: bool = True
    recent: tuple[str, ...] = ()

    def written(self) -> str:
        """The arrangement as text."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, kept: str) -> "Arrangement":
        """The arrangement that a text says; what another version wrote and this one cannot read stays as at first."""
        try:
            loaded = json.loads(kept) if kept else {}
            known: dict[str, Any] = {field.name: loaded[field.name] for field in fields(cls) if field.name in loaded}
            return cls(
                **known
                | {
                    "columns": tuple(name for name in map(str, known.get("columns", ())) if name in Column.__members__),
                    "widths": tuple(
                        (str(name), int(wide)) for name, wide in known.get("widths", ()) if name in Column.__members__
                    ),
                    "recent": tuple(map(str, known.get("recent", ()))),
                    "sorted_by": known.get("sorted_by")
                    if known.get("sorted_by") in Column.__members__
                    else "PUBLISHED",
                }
            )
        except (ValueError, TypeError, AttributeError):
            return cls()

    def shown(self) -> list[Column]:
        """The columns; empty for those of a new project."""
        return [Column[name] for name in self.columns]

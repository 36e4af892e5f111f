"""The rows of the other project as this one would have them: in its own ids, without what speaks of what is gone."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection

from app.domain import stopping
from app.domain.version import Fate
from app.store.history.changed_rows import Plain
from app.store.merging.kinds import ARTICLE, CLAIM, EVERY, TOPIC, Kind
from app.store.merging.matches import Matches
from app.store.merging.sides import key_of, name_of

Progress = Callable[[int, int], None]
"""Told how many rows were looked at, and how many there are."""

PAGE = 400
"""Rows that are looked at together."""
IDS = ("article_id", "claim_id", "topic_id", "subject_id", "origin_id", "successor", "pinned")
FAMILIES = ("family", "first", "second")
_LINKS = ("article_id", "claim_id", "topic_id", "subject_id", "successor", "pinned", "first", "second")
"""Columns that speak of what has to be there."""
_CARRIES = (Fate.UNCHANGED, Fate.MOVED, Fate.CHANGED)
"""Fates that name the claim that carries the figure on or replaces it."""


@dataclass(slots=True)
class Arrivals:
    """Read page by page; a `StoppedError` ends it once nobody waits any more."""

    theirs: Connection
    matches: Matches
    progress: Progress
    absent: set[str] = field(default_factory=set)
    """Ids of what was taken away here and stays away."""
    alone: set[str] = field(default_factory=set)
    """Ids of articles whose next version stays away, so that nothing became of their figures."""
    _looked_at: int = 0
    _all: int = 0

    def __post_init__(self) -> None:
        counts = (f'SELECT count(*) FROM "{kind.table}"' for kind in EVERY)
        self._all = sum(self.theirs.exec_driver_sql(count).scalar_one() for count in counts)

    def pages(self, kind: Kind) -> Iterator[list[Plain]]:
        """The rows of one table."""
        stopped = stopping.asked()
        found = self.theirs.exec_driver_sql(f'SELECT * FROM "{kind.table}" ORDER BY {kind.order}')
        names = list(found.keys())
        while page := list(islice(found, PAGE)):
            if stopped is not None and stopped():
                raise stopping.StoppedError
            rows = (self._translated(kind, dict(zip(names, row, strict=True))) for row in page)
            yield [row for row in rows if row is not None]
            self._looked_at += len(page)
            self.progress(self._looked_at, self._all)

    def keep_away(self, kind: Kind, row: Plain) -> None:
        """Let a row that was taken away here stay away, with all that speaks of it."""
        if kind in (ARTICLE, CLAIM, TOPIC):
            self.absent.update(name_of(kind, row)[1])
        if kind is ARTICLE:
            asked = "SELECT before.article_id FROM article AS before JOIN article ON article.family = before.family "
            asked += "AND article.version = before.version + 1 WHERE article.article_id = ?"
            found = self.theirs.exec_driver_sql(asked, (row["article_id"],)).scalars()
            self.alone.update(self.matches.ids.get(one, one) for one in found)

    def _translated(self, kind: Kind, row: Plain) -> Plain | None:
        """A row of theirs in the ids of this project, its own key under ""; None where it speaks of nothing."""
        key = key_of(kind, row)
        for column in row:
            if column in IDS and row[column] is not None:
                row[column] = self.matches.ids.get(row[column], row[column])
            elif column in FAMILIES:
                row[column] = self.matches.families.get(row[column], self.matches.ids.get(row[column], row[column]))
        table = kind.model.__table__  # type: ignore[attr-defined]
        for column in table.columns:
            if row[column.name] in self.absent and column.name in _LINKS:
                if not column.nullable:
                    return None
                row[column.name] = None
        if kind is CLAIM and (row["article_id"] in self.alone or (row["fate"] in _CARRIES and not row["successor"])):
            row["fate"] = row["successor"] = None
        if "first" in row:
            row["first"], row["second"] = sorted((row["first"], row["second"]))
            if row["first"] == row["second"]:
                return None
        return row | {"": key}

"""How the comparison was left, as text that is kept for a project: its groups, and the common basis."""

import json
from dataclasses import asdict, dataclass

from app.services.topics.common_basis import Per
from app.services.topics.regrouping import By
from app.ui.compare.view import TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What rows stand together by, which view is in front, and on which basis figures are told.

    `per` is what each figure of the common basis covers, None for the first that fits the topic; `prices` is the year
    in whose prices it is, or "cash", empty for what the topic states most.
    """

    by: By = By.BASIS
    view: str = TABLE
    common: bool = False
    per: Per | None = None
    prices: str = ""

    def written(self) -> str:
        """The arrangement as text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, kept: str) -> "Arrangement":
        """The arrangement that a text says; what another version wrote and this one cannot read stays as at first."""
        try:
            loaded = json.loads(kept) if kept else {}
            return cls(
                by=By(loaded.get("by", By.BASIS)),
                view=str(loaded.get("view", TABLE)),
                common=loaded.get("common") is True,
                per=Per(loaded["per"]) if loaded.get("per") else None,
                prices=str(loaded.get("prices", "")),
            )
        except (ValueError, TypeError, AttributeError):
            return cls()

"""How the comparison was left, as text that is kept for a project: its groups, and the common basis."""

import json
from dataclasses import asdict, dataclass

from app.services.common_basis import Per
from app.services.regrouping import By
from app.ui.compare.view import TABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What rows stand together by, which view is in front, and on which basis figures are told.

    `prices` is a year in whose prices the common basis is, or "cash"; empty for what the topic states most.
    """

    by: By = By.BASIS
    view: str = TABLE
    common: bool = False
    per: Per = Per.YEAR
    prices: str = ""

    def written(self) -> str:
        """The arrangement as text."""
        return json.dumps(asdict(self))

    @classmethod
    def read(cls, kept: str) -> "Arrangement":
        """The arrangement that a text says; what another version wrote and this one cannot read stays as at first."""
        try:
            said = json.loads(kept) if kept else {}
            return cls(
                by=By(said.get("by", By.BASIS)),
                view=str(said.get("view", TABLE)),
                common=said.get("common") is True,
                per=Per(said.get("per", Per.YEAR)),
                prices=str(said.get("prices", "")),
            )
        except (ValueError, TypeError, AttributeError):
            return cls()

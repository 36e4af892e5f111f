"""What stands in the body of the Compare screen: the table, and what is added beside it."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtGui import QAction

from app.services.desk import Desk
from app.services.topics.comparing import Comparison
from app.ui.screen import FooterKey

TABLE, SIDE, TIMELINE = "table", "side", "timeline"
"""The names of the views, in the order of their buttons."""


class Keyed(Protocol):
    """What has acts of its own in the keys of the screen."""

    def acts(self) -> tuple[QAction, ...]:
        """Every act that is on only while it is in front."""


class View(Protocol):
    """A widget that shows a comparison; told only while it is in front."""

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None, chosen: Sequence[str]) -> None:
        """Show this comparison; `chosen` are the claims of the selected rows, from top to bottom."""

    def set_whole(self, whole: bool) -> None:
        """Be as high as what it shows, on a page that scrolls; or as high as there is room."""

    def footer_keys(self) -> list[FooterKey]:
        """The keys that act in it."""

"""The keys that act on the rows of the table, beside those of the other views."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.ui.compare.filing_acts import FilingActs
from app.ui.compare.walking import WalkingActs
from app.ui.screen import FooterKey


class TableKeys(QObject):
    """What the footer and the sheet of keys say of them."""

    def __init__(self, walking: WalkingActs, filing: FilingActs) -> None:
        super().__init__(walking)
        self._walking, self._filing = walking, filing

    def acts(self) -> tuple[QAction, ...]:
        """Every act that is on only while the table is in front."""
        walking, filing = self._walking, self._filing
        moving = (walking.next, walking.previous, *walking.extending, walking.source, walking.explained, walking.zoom)
        return (*moving, filing.pin, filing.edit, filing.add_figures, filing.leave_out)

    def footer(self) -> list[FooterKey]:
        """The keys without a button, in the order move, decide, open."""
        walking, filing = self._walking, self._filing
        return [
            FooterKey((walking.next, walking.previous), self.tr("move")),
            FooterKey((filing.pin,), self.tr("pin as reference")),
            FooterKey((filing.edit,), self.tr("edit the basis")),
            FooterKey((filing.add_figures,), self.tr("add a figure")),
            FooterKey((filing.leave_out,), self.tr("take out")),
            FooterKey((walking.zoom,), self.tr("zoom")),
            FooterKey((walking.source,), self.tr("open the source")),
            FooterKey((walking.explained,), self.tr("explain")),
        ]

"""The figures found for a topic, to be ticked."""

import textwrap
from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidgetItem, QWidget

from app.domain import wording
from app.domain.listing import ClaimLine
from app.ui.compare.tick_list import TickList, ident_of, is_ticked

MOST_OF_TITLE = 32
"""Letters of an outlet or a title that a row begins with."""
_REST = ""
"""Stands for the claim of the row that stands for the rest."""


class FoundFigures(TickList):
    """A row a claim. Where there are more than a person reads through, the last row stands for the rest.

    A tick that a person has set or taken away stays so when other figures are shown.
    """

    turned = Signal()
    """Other figures are ticked than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Figures found"))
        self._rest: tuple[str, ...] = ()
        self._turned: dict[str, bool] = {}
        """Claims whose tick a person has set or taken away, and how it is since."""
        self.itemChanged.connect(self._turn)

    def show_figures(self, lines: Sequence[ClaimLine], rest: Sequence[str], meant: Collection[str]) -> None:
        """List these; `rest` are the claims without a row of their own, `meant` come with their tick.

        The rest goes in with the rows that are shown, where all of these do.
        """
        self._rest = tuple(rest)
        ids = [line.record.claim_id for line in lines]
        ticked = {*meant, *([_REST] if ids and meant and all(one in meant for one in ids) else [])}
        self.blockSignals(True)
        self.clear()
        for line in lines:
            self._add_line(line, ticked=self._turned.get(line.record.claim_id, line.record.claim_id in ticked))
        if self._rest:
            more = self.tr("and {count} more, without a row of their own").format(count=f"{len(self._rest):,}")
            self.add(more, _REST, ticked=self._turned.get(_REST, _REST in ticked))
        self.blockSignals(False)
        if lines:
            self.setCurrentRow(0)

    def claim_ids(self) -> list[str]:
        """The claims that are ticked."""
        ids = self.ticked()
        return [*filter(None, ids), *(self._rest if _REST in ids else ())]

    def turn_all(self) -> None:
        """Tick all, or none where all are ticked."""
        ticked = not self.all_ticked()
        self.blockSignals(True)
        self.tick_all(ticked=ticked)
        self.blockSignals(False)
        self._turned |= {ident_of(item): ticked for item in self.lines()}
        self.turned.emit()

    def tick_these(self, claim_ids: Collection[str]) -> None:
        """Tick these too; what a person ticked stays so."""
        for item in self.lines():
            if ident_of(item) in claim_ids:
                item.setCheckState(Qt.CheckState.Checked)

    def _add_line(self, line: ClaimLine, *, ticked: bool) -> None:
        figure = wording.say(line.record.claim.figure)
        # A title stands in for an outlet that is not known, and must leave the quote its room.
        where = textwrap.shorten(line.outlet or line.title, MOST_OF_TITLE, placeholder="…")
        item = self.add(f"{figure}   ·   {where}   ·   {line.excerpt}", line.record.claim_id, ticked=ticked)
        item.setToolTip(line.excerpt)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{figure}, {line.outlet or line.title}: {line.excerpt}")

    def _turn(self, item: QListWidgetItem) -> None:
        self._turned[ident_of(item)] = is_ticked(item)
        self.turned.emit()

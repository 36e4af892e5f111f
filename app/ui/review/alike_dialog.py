"""The claims that print the same figure: those that wait are ticked, to be accepted together."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.domain import wording
from app.services.claims.likeness import UNASKED, Alike
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.counted import counted
from app.ui.look import dates
from app.ui.review.alike_row import HEAD, QUOTE, AlikeRow
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

_ID = Qt.ItemDataRole.UserRole
_TICKS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable


class AlikeDialog(QDialog):
    """A list to look through and to untick. What says another basis than the card is not ticked at first."""

    opened = Signal(str)
    """A claim to be looked at on the card; the dialog is closed then."""

    def __init__(self, alike: Sequence[Alike], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        figure = wording.say(alike[0].line.record.claim.figure)
        self.setWindowTitle(self.tr("The same figure: {figure}").format(figure=figure))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Claims that print {figure}").format(figure=figure))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        AlikeRow(self.list)
        for one in alike:
            self.list.addItem(self._item(one))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._count)
        self.list.itemDoubleClicked.connect(self._open)
        self.save = KeyButton("", "check", "primary")
        self.save.print_key("Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(Words(self.tr("Space ticks; a double click opens it"), "small", "text2"))
        buttons.addLayout(dialog_foot.foot(self, self.save), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        column.addWidget(Words(self.tr("Every claim that prints {figure}").format(figure=figure), "heading"))
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        dialog_page.size(self, 720, 420)
        self._count()

    def _item(self, one: Alike) -> QListWidgetItem:
        line, claim = one.line, one.line.record.claim
        basis = Shown(claim).measures or ("" if claim.figure.kind in UNASKED else self.tr("basis not stated"))
        state = "" if one.open else self.tr("replaced by a newer version") if line.superseded_by else ""
        if not one.open and not state:
            state = vocabulary.say(line.record.state.value)
        head = " · ".join(filter(None, (line.outlet or line.title, dates.day(line.published), basis, state)))
        item = QListWidgetItem(f"{head} · “{line.excerpt}”")
        item.setData(HEAD, head)
        item.setData(QUOTE, line.parts)
        item.setData(_ID, line.record.claim_id)
        item.setToolTip(item.text())
        item.setFlags(_TICKS if one.open else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if one.open:
            item.setCheckState(Qt.CheckState.Checked if one.same_basis else Qt.CheckState.Unchecked)
        return item

    def ticked(self) -> list[str]:
        """The ids of the claims that would be accepted."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _count(self) -> None:
        count = len(self.ticked())
        self.save.setText(counted(count, self.tr("Accept %n claim"), self.tr("Accept %n claims")))
        self.save.setEnabled(count > 0)

    def _open(self, item: QListWidgetItem) -> None:
        self.opened.emit(item.data(_ID))
        self.reject()

"""Entering a schedule: its payments row by row, pasted or from a file, and what is assumed about them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import UserError
from app.domain.schedule import Assumptions, Payment, Schedule
from app.services.topics import scheduling
from app.ui.compare.schedule.padded import Padded
from app.ui.compare.schedule.payments_model import Column, PaymentsModel
from app.ui.look import density, type as steps
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.dialog_page import DialogPage, Sheet
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.refusal import Refusal
from app.ui.widgets.table_head import TableHead
from app.ui.widgets.words import Words

REMOVE = 2
"""What `exec` gives where the person wants the schedule taken away."""
ROW, LEAST = 32, 168
"""Pixels at 100 %: of a row, and of the table at least."""


class EditDialog(QDialog):
    """Asks for a schedule. `schedule()` reads what stands there; `refuse` says why it cannot be."""

    def __init__(self, schedule: Schedule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = schedule
        kept = bool(schedule.schedule_id)
        self.setWindowTitle(self.tr("Edit payments") if kept else self.tr("Enter payments"))
        self.model = PaymentsModel(schedule.payments, self)
        self.table = QTableView()
        self.table.setModel(self.model)
        self._dress_table()
        assumed = schedule.assumed
        self.name = self._field(self.tr("Name"), schedule.name)
        self.note = self._field(self.tr("Source"), schedule.note)
        self.currency = self._field(self.tr("Currency"), schedule.currency or "GBP")
        self.years = self._field(self.tr("Years"), str(assumed.years or ""), self.tr("to the last"))
        self.inflation = self._field(self.tr("Inflation, per cent a year"), assumed.inflation, self.tr("such as 2.0"))
        self.lag = self._field(self.tr("Steps from the price year to year 1"), str(assumed.lag))
        self.price_year = self._field(self.tr("Price year"), assumed.price_year, self.tr("such as 2025"))
        self._refusal = Refusal()
        self._build(kept=kept)
        dialog_page.size(self, 760, 620)
        if not schedule.payments:
            self.model.add(())

    def _field(self, name: str, text: str, hint: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        field.setPlaceholderText(hint)
        field.setCursorPosition(0)
        return field

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName(self.tr("Payments"))
        table.setItemDelegate(Padded(table))
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setFont(steps.font("body"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(density.row(ROW))
        table.setHorizontalHeader(TableHead(table))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _build(self, *, kept: bool) -> None:
        page = Sheet()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 20, 24, 8)
        column.setSpacing(8)
        top = QGridLayout()
        top.setHorizontalSpacing(12)
        top.setVerticalSpacing(4)
        self._place(top, 0, 0, self.name, 2)
        self._place(top, 0, 2, self.note, 3)
        column.addLayout(top)
        column.addSpacing(4)
        column.addLayout(self._make_row_acts())
        ground = Panel()
        inside = QVBoxLayout(ground)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.table)
        ground.setMinimumHeight(steps.scaled(LEAST))
        column.addWidget(ground, 1)
        hint = self.tr("Years count from 1. Indexed after year: empty means never. Amounts such as 45,000,000 or £45m.")
        column.addWidget(Words(hint, "small", "text2", wrap=True))
        assumed = QGridLayout()
        assumed.setHorizontalSpacing(12)
        assumed.setVerticalSpacing(4)
        for at, field in enumerate((self.currency, self.years, self.inflation, self.lag, self.price_year)):
            self._place(assumed, 0, at, field)
        column.addLayout(assumed)
        column.addWidget(Words(scheduling.CAVEAT, "small", "text3", wrap=True))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 16)
        whole.setSpacing(8)
        whole.addWidget(DialogPage(page), 1)
        self._refusal.setContentsMargins(24, 0, 24, 0)
        whole.addWidget(self._refusal)
        whole.addLayout(self._make_foot(kept=kept))

    def _place(self, grid: QGridLayout, row: int, column: int, field: QLineEdit, across: int = 1) -> None:
        label = Words(field.accessibleName(), "label", "text2")
        label.setBuddy(field)
        grid.addWidget(label, 2 * row, column, 1, across)
        grid.addWidget(field, 2 * row + 1, column, 1, across)

    def _make_row_acts(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(Words(self.tr("Payments"), "label", "text2"))
        flow = Flow(12)
        acts: tuple[tuple[str, str, str, Callable[[], None]], ...] = (
            (self.tr("Add a row"), "Insert", "Ins", self.add_row),
            (self.tr("Remove the row"), "Ctrl+Delete", "Ctrl+Del", self.remove_row),
            (self.tr("Paste rows"), "Ctrl+Shift+V", "Ctrl+Shift+V", self.paste),
            (self.tr("From a file…"), "Ctrl+O", "Ctrl+O", self._ask_file),
        )
        for words, printed, key, do in acts:
            button = KeyButton(words, None, "link")
            button.print_key(printed)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            QShortcut(QKeySequence(key), self).activated.connect(do)
            flow.addWidget(button)
        line.addLayout(flow, 1)
        return line

    def _make_foot(self, *, kept: bool) -> QHBoxLayout:
        self.keep = KeyButton(self.tr("Keep the schedule"), kind="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._accept)
        self.remove = KeyButton(self.tr("Remove the schedule"), kind="danger")
        self.remove.setAutoDefault(False)
        self.remove.clicked.connect(lambda: self.done(REMOVE))
        self.remove.setVisible(kept)
        line = QHBoxLayout()
        line.setContentsMargins(24, 0, 24, 0)
        line.setSpacing(8)
        line.addWidget(self.remove)
        line.addLayout(dialog_foot.foot(self, self.keep), 1)
        return line

    # Rows

    def add_row(self) -> None:
        """Begin a payment below the others."""
        at = self.model.add(())
        self.table.setFocus()
        self.table.setCurrentIndex(self.model.index(at, Column.FROM))
        self.table.edit(self.model.index(at, Column.FROM))

    def remove_row(self) -> None:
        """Take the current payment out."""
        self.model.remove(self.table.currentIndex().row())

    def paste(self) -> None:
        """Add the rows that lie on the clipboard."""
        self._take(lambda: scheduling.pasted(QGuiApplication.clipboard().text(), self._currency()))

    def take_file(self, path: Path) -> None:
        """Add the rows of a file."""
        self._take(lambda: scheduling.payments_in(path, self._currency()))

    def _take(self, read: Callable[[], tuple[Payment, ...]]) -> None:
        try:
            payments = read()
        except UserError as error:
            self.refuse(str(error))
            return
        found, here = payments[0].currency, self._currency()
        if found != here and not self.model.is_empty():
            other = self.tr("These rows are in {0} and the schedule is in {1}; nothing was added. Convert them first.")
            self.refuse(other.format(found, here))
            return
        self.currency.setText(found)
        at = self.model.replace_empty(payments)
        self._refusal.hide()
        self.table.setCurrentIndex(self.model.index(at, Column.FROM))

    def _ask_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Payments from a file"), "", "CSV (*.csv *.tsv *.txt)")
        if chosen:
            self.take_file(Path(chosen))

    def _currency(self) -> str:
        return self.currency.text().strip().upper()

    # The whole

    def schedule(self) -> Schedule:
        """What stands here; a `UserError` says what of it cannot be read."""
        return replace(
            self._before,
            name=self.name.text(),
            note=self.note.text(),
            payments=self.model.payments(self._currency()),
            assumed=Assumptions(
                years=scheduling.whole(self.years.text()) if self.years.text().strip() else None,
                inflation=self.inflation.text().strip(),
                lag=scheduling.whole(self.lag.text()),
                discount=self._before.assumed.discount,
                price_year=self.price_year.text().strip(),
            ),
        )

    def refuse(self, sentence: str) -> None:
        """Say why it cannot be done as asked."""
        self._refusal.refuse(sentence)

    def _accept(self) -> None:
        # A cell that is still being edited counts as typed.
        self.keep.setFocus()
        self.accept()

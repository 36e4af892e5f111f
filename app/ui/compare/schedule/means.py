"""What conversions rest on: the tables in use, the analyst's own rates, and the rate that is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.figure import Kind
from app.domain.rate import TypedRate
from app.domain.schedule import TableKind
from app.domain.verdict import Reason
from app.services.desk import Desk
from app.services.topics.comparing import Comparison, Row
from app.services.topics.conversions import MissingRate, TableInUse
from app.ui.look import dates
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Rule
from app.ui.widgets.words import Words

BASES = 4
"""Other bases on which a figure can be told: another currency, in all, later prices, present value."""


class Means(QWidget):
    """Names tables and rates by where they come from; each of the analyst's own can be taken back."""

    changed = Signal(object)
    """`Changes` of a table or a rate that was taken back."""

    def __init__(self, set_rate: QAction, use_table: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self._set_rate, self._use_table = set_rate, use_table
        self.missing: MissingRate | None = None
        """The rate that the current figure and the reference lack."""
        self._list = QWidget()
        self._lacking = Words("", "small", "text", wrap=True)
        self._restated = [Words("", "small", "text", wrap=True) for _ in range(BASES)]
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        for part in (Rule(), Words(self.tr("On another basis"), "label", "text3")):
            self._column.addWidget(part)
        for words in (*self._restated, self._lacking):
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._column.addWidget(words)
        self._title = Words(self.tr("Conversions rest on"), "label", "text3")
        self._column.addWidget(self._title)
        self._column.addWidget(self._list)
        line = QHBoxLayout()
        line.setSpacing(16)
        for act in (use_table, set_rate):
            line.addWidget(KeyButton(act, None, "link", height=22))
        line.addStretch(1)
        self._column.addLayout(line)

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None) -> None:
        """Convert the figures of this topic from now on."""
        self._desk, self._comparison = desk, comparison
        wanted = comparison is not None and comparison.topic.kind is Kind.MONEY
        self.setVisible(wanted)
        for act in (self._set_rate, self._use_table):
            act.setEnabled(wanted)

    def show_row(self, row: Row | None, *, scheduled: bool) -> None:
        """Say what this row is on other bases, what that rests on, and the rate it lacks beside the reference.

        `scheduled`: the topic has payments, which are discounted.
        """
        desk, comparison = self._desk, self._comparison
        self.missing = None
        lacks = row is not None and row.judgement is not None and Reason.CURRENCY in row.judgement.reasons
        if desk and comparison and row and comparison.pinned and lacks:
            self.missing = desk.conversions.missing(row.line, comparison.pinned.line, comparison.currency)
        if (wanted := self.missing) is not None:
            when = dates.day(wanted.day.isoformat()) if wanted.day else self.tr("an undated article")
            lacking = self.tr("No rate of {0} in {1} is known for {2}.")
            self._lacking.setText(lacking.format(wanted.source, wanted.target, when))
        self._lacking.setVisible(self.missing is not None)
        conversions = desk.conversions.of(row.line, comparison.currency) if desk and comparison and row else []
        nothing = self.tr("No conversion of this figure is known.") if self.missing is None else ""
        for at, words in enumerate(self._restated):
            words.setText(conversions[at] if at < len(conversions) else nothing if at == 0 else "")
            words.setVisible(bool(words.plain()))
        self._name_means(conversions, scheduled=scheduled)

    def _name_means(self, conversions: Sequence[str], *, scheduled: bool) -> None:
        """The tables that convert something here, and all that is the analyst's own, to be taken back."""
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if self._desk is not None and self._comparison is not None:
            for used in self._desk.conversions.tables():
                told = any(used.table.name in line for line in conversions)
                if told or used.own or (scheduled and used.kind is TableKind.DISCOUNT):
                    self._add_table(column, used)
            for typed in self._desk.conversions.rates():
                self._add_rate(column, typed)
        self._column.replaceWidget(self._list, listed)
        self._list.hide()
        self._list.deleteLater()
        self._list = listed
        for part in (self._title, listed):
            part.setVisible(column.count() > 0)

    def _add_table(self, column: QVBoxLayout, used: TableInUse) -> None:
        name = self.tr("Discount rates") if used.kind is TableKind.DISCOUNT else self.tr("Prices")
        words = Words(f"{name}: {used.table.name}, {used.table.date}", "small", "text2", wrap=True)
        words.setToolTip(f"{used.table.version}; {used.table.source}; {used.table.licence}")
        self._add(column, words, self.tr("Use the shipped table") if used.own else "", lambda: self._shipped(used.kind))

    def _add_rate(self, column: QVBoxLayout, typed: TypedRate) -> None:
        when = dates.day(typed.day.isoformat()) if typed.day else self.tr("every day")
        pattern = self.tr("1 {0} = {1} {2}, {3}; yours: {4}")
        words = pattern.format(typed.source, f"{typed.rate:f}", typed.target, when, typed.note)
        self._add(column, Words(words, "small", "text2", wrap=True), self.tr("Take away"), lambda: self._take(typed))

    def _add(self, column: QVBoxLayout, words: Words, act: str, do: Callable[[], None]) -> None:
        column.addWidget(words)
        if act:
            button = KeyButton(act, None, "link", height=22)
            button.setAccessibleName(f"{act}: {words.plain()}")
            button.clicked.connect(lambda: do())
            column.addWidget(button)

    def _shipped(self, kind: TableKind) -> None:
        if self._desk is not None:
            self.changed.emit(self._desk.conversions.use_shipped(kind))

    def _take(self, typed: TypedRate) -> None:
        if self._desk is not None:
            self.changed.emit(self._desk.conversions.remove_rate(typed))

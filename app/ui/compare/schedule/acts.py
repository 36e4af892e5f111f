"""What can be done with a topic's schedule and with what converts: acts with keys, each with its dialog."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.schedule import Assumptions, Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.services.topics.comparing import Comparison, Row
from app.ui.compare.schedule.edit_dialog import REMOVE, EditDialog
from app.ui.compare.schedule.means import Means
from app.ui.compare.schedule.rate_dialog import RateDialog
from app.ui.compare.schedule.section import ScheduleSection
from app.ui.compare.schedule.years_dialog import YearsDialog


class ScheduleActs(QObject):
    """Brings the two parts of the pane, and the acts on them for the screen, which adds `all()` to its own."""

    changed = Signal(object)
    """`Changes` of what was kept."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self.edit = self._act("payments", self.tr("Enter payments…"), "M", self._ask_payments)
        self.another = self._act(
            "another-schedule",
            self.tr("Enter another schedule…"),
            "Shift+M",
            lambda: self._ask_payments(another=True),
        )
        self.years = self._act("years", self.tr("Year by year…"), "Y", self._show_years)
        self.reset = self._act(
            "reset-assumptions", self.tr("Reset to published"), "R", lambda: self.section.assumptions.reset()
        )
        self.set_rate = self._act("set-rate", self.tr("Set a rate…"), "X", self._ask_rate)
        self.use_table = self._act("use-table", self.tr("Use another table…"), "U", self._ask_table)
        self.section = ScheduleSection(self.edit, self.another, self.years, self.reset)
        self.means = Means(self.set_rate, self.use_table)
        for part in (self.section, self.means):
            part.changed.connect(self.changed)
            part.hide()

    def all(self) -> list[QAction]:
        """Every act, in the order of the sheet of keys."""
        return [self.edit, self.another, self.years, self.reset, self.set_rate, self.use_table]

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None) -> None:
        """Act on this topic from now on."""
        self._desk, self._comparison = desk, comparison
        self.section.show_comparison(desk, comparison)
        self.another.setEnabled(self.section.published() is not None)
        self.means.show_comparison(desk, comparison)

    def show_row(self, row: Row | None) -> None:
        """Act on this row from now on."""
        self.section.show_row(row)
        self.means.show_row(row, scheduled=self.section.published() is not None)

    def _act(self, name: str, words: str, key: str, do: Callable[[], object]) -> QAction:
        made = QAction(words, self)
        made.setObjectName(name)
        made.setShortcut(QKeySequence(key))
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.setEnabled(False)
        made.triggered.connect(lambda: do())
        return made

    def _ask_payments(self, *, another: bool = False) -> None:
        """Enter or change the payments of the topic, or take the schedule away; `another` is one beside it."""
        desk, comparison = self._desk, self._comparison
        if desk is None or comparison is None:
            return
        blank = Assumptions(inflation="", price_year="")
        entered = Schedule(topic_id=comparison.topic.topic_id, name=scheduling.NAME, payments=(), assumed=blank)
        before = entered if another else self.section.published() or entered
        dialog = EditDialog(before, self._pane.window())

        def keep() -> Changes:
            self.section.wanted, changes = desk.scheduling.set(dialog.schedule())
            return changes

        def remove() -> Changes:
            return desk.scheduling.remove(before.schedule_id)

        while asked := dialog.exec():
            if self._kept(remove if asked == REMOVE else keep, dialog):
                break
        dialog.deleteLater()

    def _show_years(self) -> None:
        """The schedule year by year, to copy or to save."""
        schedule, done = self.section.published(), self.section.run()
        if schedule is not None and done is not None:
            dialog = YearsDialog(schedule.name, done, self._pane.window())
            dialog.exec()
            dialog.deleteLater()

    def _ask_rate(self) -> None:
        """Keep a rate of exchange that no table has."""
        desk, comparison = self._desk, self._comparison
        if desk is None or comparison is None:
            return
        dialog = RateDialog(self.means.missing, comparison.currency, self._pane.window())

        def keep() -> Changes:
            texts = (field.text() for field in (dialog.source, dialog.target, dialog.rate))
            return desk.conversions.set_rate(*texts, day=dialog.day.text(), note=dialog.note.text())

        while dialog.exec():
            if self._kept(keep, dialog):
                break
        dialog.deleteLater()

    def _ask_table(self) -> None:
        """Put a table from a file in the shipped one's place."""
        asked = self.tr("Discount rates or prices from a file")
        chosen, _ = QFileDialog.getOpenFileName(self._pane, asked, "", "CSV (*.csv *.txt)")
        if chosen and self._desk is not None:
            self.changed.emit(self._desk.conversions.use_table(Path(chosen)))

    def _kept(self, keep: Callable[[], Changes], dialog: EditDialog | RateDialog) -> bool:
        """Whether it could be kept as asked; if not, the dialog says why."""
        try:
            changes = keep()
        except UserError as error:
            dialog.refuse(str(error))
            return False
        self.changed.emit(changes)
        return True

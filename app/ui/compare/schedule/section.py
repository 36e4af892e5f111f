"""The payment schedule in the explain pane: match, drawing, payments, sliders, and what else follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain.figure import Kind
from app.domain.schedule import Match, MatchState, Reading, ReadingKind, Run, Schedule
from app.services.desk import Desk
from app.services.topics import scheduling
from app.services.topics.comparing import Comparison, Row
from app.ui.compare.schedule import amounts
from app.ui.compare.schedule.assumptions import Assumptions
from app.ui.compare.schedule.chart import ScheduleChart
from app.ui.compare.schedule.flips import Flips
from app.ui.compare.schedule.lists import GivenList, PaymentList
from app.ui.compare.schedule.match_box import MatchBox
from app.ui.widgets.choice import Choice
from app.ui.widgets.flow import Flow
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Rule
from app.ui.widgets.words import Words

_TOLD = (
    *(ReadingKind.NOMINAL, ReadingKind.REAL, ReadingKind.AVERAGE, ReadingKind.PRESENT_VALUE),
    ReadingKind.PAYMENT,
)
"""What is told of all payments together, in the order in which it is said, and then the payments themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A schedule carried out, and set against the figures of a comparison."""

    schedule: Schedule
    comparison: Comparison
    run: Run
    found: list[tuple[Row, Match]]


class ScheduleSection(QWidget):
    """Follows the topic and the current row; what a person moved stays until another schedule is shown."""

    changed = Signal(object)
    """`Changes` of a reading that was chosen."""
    carried_out = Signal()
    """`stream` may be another one."""

    def __init__(
        self, edit: QAction, another: QAction, years: QAction, reset: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._comparison: Comparison | None = None
        self._row: Row | None = None
        self._schedules: Sequence[Schedule] = ()
        self._run: Run | None = None
        self._found: list[tuple[Row, Match]] = []
        self._handed: Carried | None = None
        self.wanted = ""
        """The id of the schedule to show when the topic is shown again; empty for the one that is shown."""
        self._acts = (edit, years, reset)
        self._menu = QMenu(self)
        self._menu.addActions([edit, another, years, reset])
        self._build()

    def _build(self) -> None:
        edit, years, reset = self._acts
        self.match = MatchBox()
        self.match.chosen.connect(self._choose)
        self.chooser = Choice(self.tr("Payment schedule"))
        self.chooser.view().setAccessibleName(self.tr("Payment schedules"))
        self.chooser.activated.connect(lambda _: self._show_schedule())
        self.chart, self.payments, self.given = ScheduleChart(), PaymentList(), GivenList()
        self.assumptions = Assumptions(KeyButton(reset, None, "link", height=22))
        self.assumptions.moved.connect(lambda _: self._carry_out())
        self._unit = Words("", "small", "text2")
        self.flips = Flips()
        self._caveat = Words("", "small", "text3", wrap=True)
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("Payment schedule"), "label", "text3"), 1)
        head.addWidget(self._unit)
        acts = Flow(across=16, down=0)
        for act in (edit, years):
            acts.addWidget(KeyButton(act, None, "link", height=22))
        self._more = KeyButton("", "more", "quiet", height=22)
        self._more.setAccessibleName(self.tr("More to do with the schedule"))
        self._more.setToolTip(self._more.accessibleName())
        self._more.clicked.connect(lambda: self._menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        acts.addWidget(self._more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.match)
        column.addLayout(head)
        column.addWidget(self.chooser)
        column.addWidget(self.chart)
        column.addWidget(self.payments)
        self._body = QWidget()
        inside = QVBoxLayout(self._body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(5)
        title = Words(self.tr("The same schedule gives"), "label", "text3")
        parts: tuple[QWidget, ...] = (Rule(), self.assumptions, Rule(), title, self.given, self.flips, self._caveat)
        for part in parts:
            inside.addWidget(part)
        column.addWidget(self._body)
        column.addLayout(acts)

    # What is shown

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None) -> None:
        """Show the schedules of a topic, staying with the one that is shown if it is as it was."""
        self._desk, self._comparison = desk, comparison
        self.flips.stop()
        before, chosen, self.wanted = self._schedules, self.wanted or self.chooser.currentData(), ""
        wanted = comparison is not None and comparison.topic.kind is Kind.MONEY
        self._schedules = desk.scheduling.of(comparison.topic.topic_id) if desk and comparison and wanted else ()
        self.setVisible(wanted)
        self._acts[0].setEnabled(wanted)
        if self._schedules == before and self._run is not None:
            self._carry_out()
            return
        self.chooser.clear()
        for one in self._schedules:
            self.chooser.addItem(one.name, one.schedule_id)
        self.chooser.setCurrentIndex(max(self.chooser.findData(chosen), 0) if self._schedules else -1)
        self._show_schedule()

    def published(self) -> Schedule | None:
        """The schedule that is shown, as it is kept."""
        at = self.chooser.currentIndex()
        return self._schedules[at] if 0 <= at < len(self._schedules) else None

    def run(self) -> Run | None:
        """What is drawn: the schedule under what is assumed now."""
        return self._run

    def handed_on(self) -> Carried | None:
        """What is drawn and matched now, for the section that is made in the place of this one."""
        schedule, comparison = self.assumptions.tried(), self._comparison
        if schedule is None or comparison is None or self._run is None:
            return None
        return Carried(schedule=schedule, comparison=comparison, run=self._run, found=self._found)

    def take_over(self, carried: Carried | None) -> None:
        """Show this, as it was moved, once the comparison that is shown next is the one it was set against."""
        self._handed = carried
        self.wanted = carried.schedule.schedule_id if carried is not None else ""

    def show_row(self, row: Row | None) -> None:
        """Set this row's figure against the schedule."""
        self._row = row
        self._show_run()

    def current_match(self) -> Match | None:
        """What the current figure is of the schedule."""
        claim_id = self._row.line.record.claim_id if self._row else None
        return next((match for row, match in self._found if row.line.record.claim_id == claim_id), None)

    def stream(self) -> list[tuple[str, list[Row]]]:
        """What the schedule is called on each basis, and the figures that are it, the closest first."""
        told = []
        for kind in _TOLD:
            of_it = [(row, match) for row, match in self._found if _is_one(row, match, kind)]
            of_it.sort(key=lambda one: _order(one[1]))
            if of_it:
                name = amounts.reading_name(of_it[0][1].readings[0])
                name = self.tr("Paid in steps of") if kind is ReadingKind.PAYMENT else name
                told.append((name, [row for row, _ in of_it]))
        return told

    def _show_schedule(self) -> None:
        schedule = self.published()
        edit, years, reset = self._acts
        edit.setText(self.tr("Enter payments…") if schedule is None else self.tr("Edit payments…"))
        for part in (self.chart, self.payments, self._body, self._unit, self._more):
            part.setVisible(schedule is not None)
        self.chooser.setVisible(len(self._schedules) > 1)
        for act in (years, reset):
            act.setEnabled(schedule is not None)
        self._run, self._found = None, []
        if schedule is None:
            self.match.hide()
            self.carried_out.emit()
            return
        self.assumptions.show_schedule(schedule, self._handed_schedule(schedule))
        self._caveat.setText(" ".join(filter(None, (scheduling.CAVEAT, schedule.note))))
        self._carry_out()

    def _handed_schedule(self, published: Schedule) -> Schedule | None:
        """The schedule as it was moved in the section before this one, where nothing was written since."""
        handed = self._handed
        if handed is None or handed.comparison is not self._comparison:
            return None
        return handed.schedule if handed.schedule.schedule_id == published.schedule_id else None

    def _carry_out(self) -> None:
        """Everything that follows from what is assumed now."""
        schedule = self.assumptions.tried()
        if self._desk is None or self._comparison is None or schedule is None:
            return
        handed, self._handed = self._handed, None
        if handed is not None and handed.comparison is self._comparison and handed.schedule == schedule:
            self._run, self._found = handed.run, handed.found
        else:
            self._run = self._desk.scheduling.run(schedule)
            self._found = scheduling.matches(self._comparison, self._run)
        self.payments.show_schedule(schedule)
        self.given.show_given(scheduling.given(self._run, self._found), self._run.currency)
        self._show_run()
        self.carried_out.emit()

    def _show_run(self) -> None:
        schedule, done, match = self.assumptions.tried(), self._run, self.current_match()
        if done is None or schedule is None:
            return
        self.chart.show_run(done, schedule.first_uplift, match)
        self._unit.setText(self.chart.unit())
        figure = self._row.line.record.claim.figure if self._row else None
        shown = self._row is not None and match is not None and figure is not None and figure.kind is Kind.MONEY
        for part in (self.match, self.flips):
            part.setVisible(shown)
        self.flips.stop()
        if shown and match is not None and self._row is not None and self._desk is not None:
            self.match.show_match(match, self._row.figure, done.currency)
            pinned = self._comparison.pinned if self._comparison else None
            self.flips.look(self._desk, schedule, self._row, pinned)

    # Acting

    def _choose(self, reading: Reading) -> None:
        if self._desk is not None and self._row is not None and self._run is not None:
            year = self._run.terms.price_year
            self.changed.emit(self._desk.scheduling.choose(self._row.claim_ids, reading, year))


def _order(match: Match) -> tuple[int, int, Decimal]:
    """Payments by their years, the longest first; figures of one number by how little they miss it."""
    reading = match.readings[0]
    return reading.first_year or 0, -(reading.last_year or 0), abs(match.miss or Decimal(0))


def _is_one(row: Row, match: Match, kind: ReadingKind) -> bool:
    """Whether a figure is one number of the schedule, and of this kind; a bound is met by many numbers."""
    bounds = row.interval.halo if row.interval else None
    closed = bounds is not None and bounds.low.is_finite() and bounds.high.is_finite()
    return closed and match.state is MatchState.REPRODUCED and match.readings[0].kind is kind

"""A topic's figures through time in the body of Compare: chart, list, and which basis and days they show."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain import wording
from app.services.desk import Desk
from app.services.topics.comparing import Comparison
from app.services.topics.timeline import Course, Moment, Timeline
from app.ui.compare.bar import SPACING, Bar
from app.ui.compare.converting import FEW
from app.ui.compare.picker import Picker
from app.ui.compare.segments import Segments
from app.ui.compare.timeline.chart import TimelineChart
from app.ui.compare.timeline.model import TimelineModel
from app.ui.compare.timeline.table import TimelineTable
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.screen import FooterKey, Screen
from app.ui.threads.reading import Reading
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.words import Words

ARTICLE, EVENT = "article", "event"
LEAST_NAME = 240
"""The least width of the basis beside the choice of days, in pixels at 100 %; for less the days go below it."""
LEAST = 288
"""The least height of chart and list at 100 %; below it the whole page scrolls."""


class TimelineView(QWidget):
    """Its acts are the screen's, and are on only while it is in front."""

    left = Signal()
    """Back to the table."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._timeline: Timeline | None = None
        self.reading = Reading(self)
        self.reading.problem.connect(screen.problem)
        self.model = TimelineModel(self)
        self._make_acts()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._make_bar())
        self._panel = Panel()
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(0)
        self.chart, self.table = TimelineChart(self.model), TimelineTable(self.model)
        self._silence = Words("", "small", "text2", wrap=True)
        self._silence.setContentsMargins(16, 8, 16, 8)
        inside.addWidget(self.chart, 3)
        inside.addWidget(self._silence)
        inside.addWidget(Rule())
        inside.addWidget(self.table, 2)
        column.addWidget(self._panel, 1)
        self.table.moved.connect(self._move)
        self.table.doubleClicked.connect(lambda _: self._open())
        self.chart.chosen.connect(self.table.go)
        self.setFocusProxy(self.table)
        self._enable()

    def _make_acts(self) -> None:
        act = self._screen.act
        self.next = act("timeline_next", self.tr("Next figure in time"), ["J"], lambda: self._step(1))
        self.previous = act("timeline_previous", self.tr("Previous figure in time"), ["K"], lambda: self._step(-1))
        self.source = act("timeline_source", self.tr("Open the source of this moment"), ["O"], self._open)
        self.toggle = act("timeline_days", self.tr("Days of articles or of events"), ["E"], self._toggle)
        self.back = act("timeline_back", self.tr("Back from the timeline"), ["Backspace"], self.left.emit)

    def acts(self) -> tuple[QAction, ...]:
        """Every act that is on only while it is in front."""
        return (self.next, self.previous, self.source, self.toggle, self.back)

    def _make_bar(self) -> Bar:
        self.chooser = Picker(self.tr("Basis"))
        self.chooser.activated.connect(lambda _: self._show_course())
        self.days = Segments(
            self.tr("Days"), [(ARTICLE, self.tr("Day of the article")), (EVENT, self.tr("Day of the event"))]
        )
        self.days.choose(ARTICLE)
        self.days.chosen.connect(lambda _: self._show_course())
        self._title = Words(self.tr("Figures on one basis"), "heading")
        return Bar([self._title, self.chooser], [self.days])

    # Showing

    def show_comparison(self, desk: Desk | None, comparison: Comparison | None, chosen: Sequence[str]) -> None:
        """Show the topic through time, at the basis and the figure that are chosen in the table."""
        if desk is None or comparison is None:
            self.reading.forget()
            self._take(None, chosen)
            return
        read = (lambda: desk.timelines.of(comparison), lambda found: self._take(found, chosen))
        self.reading.ask([read], apart=len(comparison.rows) > FEW)

    def _take(self, timeline: Timeline | None, chosen: Sequence[str]) -> None:
        before, self._timeline = self._timeline, timeline
        same = before and self._timeline and before.topic.topic_id == self._timeline.topic.topic_id
        kept, current = (self.chooser.currentText(), self.current()) if same else ("", None)
        wanted = current.claim_id if current else next(iter(chosen), "")
        courses = self._timeline.courses if self._timeline else ()
        self.chooser.clear()
        self.chooser.addItems([self._named(course) for course in courses])
        holds = next((at for at, one in enumerate(courses) if not kept and _holds(one, wanted)), 0)
        self.chooser.setCurrentIndex(max(self.chooser.findText(kept), 0) if kept else holds)
        self._show_course(wanted)

    def set_whole(self, whole: bool) -> None:
        """List all figures at once, on a page that scrolls; or as many as there is room for."""
        self.table.set_whole(whole)

    def course(self) -> Course | None:
        """The basis that is shown."""
        at = self.chooser.currentIndex()
        return self._timeline.courses[at] if self._timeline and at >= 0 else None

    def current(self) -> Moment | None:
        """The figure that the keys act on."""
        at, moments = self.table.currentIndex().row(), self.model.moments()
        return moments[at] if 0 <= at < len(moments) else None

    def footer_keys(self) -> list[FooterKey]:
        """The keys that act here, for the window's footer."""
        return [
            FooterKey((self.next, self.previous), self.tr("in time")),
            FooterKey((self.source,), self.tr("open the source")),
            FooterKey((self.toggle,), self.tr("article or event")),
            FooterKey((self.back,), self.tr("back to the table")),
        ]

    def _named(self, course: Course) -> str:
        unit = wording.CURRENCY_SIGNS.get(course.unit or "", course.unit or "")
        count = counted(len(course.moments), self.tr("%n report"), self.tr("%n reports"))
        return "  ·  ".join(filter(None, (course.label.kind, course.label.detail, unit, count)))

    def _show_course(self, claim_id: str = "") -> None:
        course, of_event = self.course(), self.days.current() == EVENT
        self.model.show(course, of_event=of_event)
        self.chart.show_moments(course.unit if course else None)
        self.table.fit()
        drawn = self.chart.drawn()
        self.chart.setVisible(bool(drawn))
        self._silence.setText(self._unsaid(course, len(drawn), of_event=of_event))
        self._silence.setVisible(bool(self._silence.plain()))
        at = next((at for at, one in enumerate(self.model.moments()) if claim_id in one.row.claim_ids), 0)
        self.table.go(at)
        self._enable()

    def _unsaid(self, course: Course | None, drawn: int, *, of_event: bool) -> str:
        """Why figures are listed and not drawn."""
        if course is None:
            return self.tr("No figure is filed here yet; add some to see them through time.")
        if not course.has_values:
            return self.tr("Dates have no value to draw; they are listed in the order of time.")
        left = len(course.moments) - drawn
        if not left:
            return ""
        if of_event:
            one = self.tr("%n figure does not say what day it is for, and is listed only.")
            return counted(left, one, self.tr("%n figures do not say what day they are for, and are listed only."))
        if not drawn:
            return self.tr("None of these articles has a date. Date them in the Library to draw this.")
        one = self.tr("%n figure has no date and is listed only.")
        return counted(left, one, self.tr("%n figures have no date and are listed only."))

    def _move(self, at: int) -> None:
        self.chart.set_current(at)
        self._enable()

    def _enable(self) -> None:
        front = not self.isHidden()
        for act in (self.next, self.previous, self.source):
            act.setEnabled(front and self.current() is not None)
        for act in (self.toggle, self.back):
            act.setEnabled(front)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._enable()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.isHidden():
            self._timeline = None
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        left = self.width() - self._title.sizeHint().width() - SPACING
        beside = left - SPACING - self.days.sizeHint().width()
        self.chooser.setMaximumWidth(beside if beside >= steps.scaled(LEAST_NAME) else left)
        self._panel.setMinimumHeight(steps.scaled(LEAST))
        self.table.fit()

    # Acting

    def _step(self, by: int) -> None:
        self.table.go(self.table.currentIndex().row() + by)

    def _toggle(self) -> None:
        self.days.choose(ARTICLE if self.days.current() == EVENT else EVENT)
        current = self.current()
        self._show_course(current.claim_id if current else "")

    def _open(self) -> None:
        if (moment := self.current()) is not None:
            self._screen.open_source.emit(moment.claim_id)


def _holds(course: Course, claim_id: str) -> bool:
    return any(claim_id in moment.row.claim_ids for moment in course.moments)

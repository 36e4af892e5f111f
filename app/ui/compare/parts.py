"""The parts of the Compare screen, laid out: head, verdict strip, and the body with its views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from app.domain.figure import Kind
from app.services.desk import Desk
from app.services.topics.comparing import Comparison
from app.ui.compare.body import Body
from app.ui.compare.explain import NARROW, WIDTH, ExplainPane
from app.ui.compare.group_chooser import GroupChooser
from app.ui.compare.handed import Handed
from app.ui.compare.head import Head
from app.ui.compare.matrix import CRAMPED, Matrix
from app.ui.compare.resolution import ResolutionLine
from app.ui.compare.strip import VerdictStrip
from app.ui.compare.view import SIDE, TABLE, View
from app.ui.look import density, type as steps
from app.ui.screen import FooterKey
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.panel import Panel, Rule

ROOMY = 1288
"""The screen's width, in pixels at 100 %, from which a row has two lines: a window of 1360 without its rail."""

SMALL = 1080
"""Below this width the explanation stands in for the lanes, and only when it is asked for."""

LOW, WHOLE = 520, 620
"""Below the one height what is not settled yet stands below the figures; below the other the views beside the table are
as high as what they show, so that the page alone scrolls."""

LEAST_TABLE = 200
"""The least height of the body at 100 %, with three rows of the table; below it the whole page scrolls."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """Acts of the screen whose keys are printed on its parts; `views` are by the name of what they show."""

    views: Mapping[str, QAction]
    common: QAction
    export: QAction
    regroup: QAction
    worst: QAction
    add: QAction
    source: QAction
    pin: QAction


class Parts(QWidget):
    """The parts of the screen and the room that each has; the screen fills them."""

    turned = Signal()
    """Another view is in front."""

    def __init__(self, acts: Acts, settled: ResolutionLine) -> None:
        super().__init__()
        self._common = acts.common
        self._settled = settled
        self._money = self._asked = False
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self.head = Head(acts.views, acts.common, acts.export)
        self.strip = VerdictStrip(acts.worst, acts.add)
        self._gap = QSpacerItem(0, 16)
        self.body = Body()
        self.matrix, self.explain = Matrix(), ExplainPane(acts.source, acts.pin)
        self.explain.schedule.carried_out.connect(self._show_stream)
        self.camps = ElidedLabel("", steps.font("small"), "text2", lines=2)
        self.groups = GroupChooser(acts.regroup)
        self._column.addWidget(self.head)
        self._column.addSpacing(8)
        self._column.addWidget(self.strip)
        self._column.addWidget(settled)
        self._column.addSpacerItem(self._gap)
        self._column.addWidget(self.body, 1)
        panes = QHBoxLayout(self.body.table)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(16)
        panes.addWidget(self._make_table(), 1)
        panes.addWidget(self.explain)

    def _make_table(self) -> Panel:
        table = Panel()
        inside = QVBoxLayout(table)
        inside.setContentsMargins(1, 1, 1, 8)
        inside.setSpacing(0)
        inside.addWidget(self.matrix)
        inside.addWidget(Rule())  # a row that is cut here goes on below it
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 8, 15, 0)
        foot.setSpacing(16)
        foot.addWidget(self.camps, 1)
        foot.addWidget(self.groups)
        inside.addLayout(foot)
        return table

    # The views of the body

    def view(self) -> str:
        """The name of what stands in the body."""
        return self.body.name()

    def bring(self, name: str) -> None:
        """Bring a view to the front; the table for one that there is not."""
        self.body.bring(name)
        self.head.views.choose(self.view())
        self.strip.setVisible(self.view() != SIDE)
        self.fit()
        self.turned.emit()

    def take_focus(self) -> None:
        """Put the keyboard into the view in front."""
        front = self.body.currentWidget()
        (self.matrix if self.view() == TABLE or front is None else front).setFocus()

    def show_in_view(self, desk: Desk | None, comparison: Comparison | None, chosen: Sequence[str]) -> None:
        """Let the view in front, where it is not the table, show what is compared and selected now."""
        if (view := self.body.view()) is not None:
            view.show_comparison(desk, comparison, chosen)

    def footer_keys(self) -> list[FooterKey] | None:
        """The keys of the view in front, None for the table."""
        view: View | None = self.body.view()
        return None if view is None else view.footer_keys()

    def _show_stream(self) -> None:
        """Say which figures the schedule gives as it is assumed now, above the table and on their rows."""
        told = self.explain.schedule.stream()
        self._settled.show_stream(told)
        self.matrix.show_stream(told)

    def handed_on(self, comparison: Comparison, current: str | None) -> Handed:
        """What these parts show of a comparison, for those that are made in their place."""
        chooser, carried = self.head.chooser, self.explain.schedule.handed_on()
        return Handed(comparison, chooser.topics(), chooser.tallies(), carried, current or "")

    def take_over(self, read: Handed) -> None:
        """Have at hand what was read."""
        chooser = self.head.chooser
        chooser.show_topics(read.topics)
        chooser.setCurrentIndex(chooser.position(read.comparison.topic.topic_id) or 0)
        chooser.show_tallies(read.tallies)
        self.explain.schedule.take_over(read.carried)

    # The room of each part

    def _put_settled(self, *, below: bool) -> None:
        """What was settled stands above the figures, or below them where the page scrolls anyway."""
        if below != (self._column.indexOf(self._settled) > self._column.indexOf(self.body)):
            self._column.removeWidget(self._settled)
            self._column.insertWidget(self._column.indexOf(self.body if below else self.strip) + 1, self._settled)

    def show_topic(self, comparison: Comparison | None) -> None:
        """Fit what only amounts of money have to the topic that is shown."""
        self._money = comparison is not None and comparison.topic.kind is Kind.MONEY
        self.fit()

    def ask(self, *, asked: bool) -> None:
        """Let the explanation stand in for the lanes where there is no room for both, or send it away again."""
        self._asked = asked
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _room(self) -> int:
        """The height that there is to see the page in, which may be higher."""
        around = self.parentWidget()
        return self.height() if around is None else around.height()

    def fit(self) -> None:
        """Give each part the room that the window has for it."""
        narrow, small = self.width() < steps.scaled(ROOMY), self.width() < steps.scaled(SMALL)
        edge = 16 if narrow else 24
        gap = 12 if narrow else 16
        self._column.setContentsMargins(edge, 10, edge, gap)
        self._gap.changeSize(0, gap // 2 if self.view() != SIDE or self._settled.is_settled else 0)
        self._common.setEnabled(self._money and self.view() == TABLE)
        self.head.basis.setVisible(self._common.isEnabled())
        self.head.fit()
        # Above figures side by side only what was settled is worth a line; the act is in the topic's menu.
        self._settled.setVisible(self._settled.is_settled or self.view() != SIDE)
        self._put_settled(below=not self._settled.is_settled and self._room() < steps.scaled(LOW))
        self.body.setMinimumHeight(steps.scaled(LEAST_TABLE))
        self.body.set_whole(self._room() < steps.scaled(WHOLE))
        self.explain.setFixedWidth(steps.scaled(NARROW if narrow else WIDTH))
        self.explain.setVisible(self._asked or not small)
        cramped = self.width() < steps.scaled(CRAMPED)
        self.matrix.set_narrow((narrow and not cramped) or density.one_line())
        self.matrix.set_lanes_shown(not (small and self._asked))

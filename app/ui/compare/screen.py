"""The Compare screen: a topic's figures side by side, and what to do with them."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QStackedLayout, QVBoxLayout, QWidget

from app.domain.figure import Kind
from app.domain.standings import Tally
from app.domain.topic import Topic
from app.services import common_basis
from app.services.common_basis import Found
from app.services.comparing import Comparison, Row
from app.services.pages import Arranged
from app.services.regrouping import By
from app.ui import saving
from app.ui.compare.adding import ask_for_figures
from app.ui.compare.arrangement import Arrangement
from app.ui.compare.body import Body
from app.ui.compare.explain import NARROW, WIDTH, ExplainPane
from app.ui.compare.group_chooser import GroupChooser
from app.ui.compare.head import Head
from app.ui.compare.matrix import Matrix
from app.ui.compare.resolution_acts import SettlingActs
from app.ui.compare.side.view import SideView
from app.ui.compare.strip import VerdictStrip
from app.ui.compare.taking import TakingActs
from app.ui.compare.timeline.view import TimelineView
from app.ui.compare.topic_dialog import make_topic
from app.ui.compare.topic_edit import TopicEdit
from app.ui.compare.view import SIDE, TABLE, TIMELINE, View
from app.ui.look import density, type as steps
from app.ui.own_keys import OwnKeys
from app.ui.screen import FooterKey, Screen
from app.ui.widgets.elided import ElidedLabel
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel

ROOMY = 1288
"""The screen's width, in pixels at 100 %, from which a row has two lines: a window of 1360 without its rail."""

SMALL = 1080
"""Below this width the explanation stands in for the lanes, and only when it is asked for."""

LOW = 520
"""Below this height what is not settled yet has no line of its own."""


class CompareScreen(Screen):
    """Chooses a topic, shows its comparison, pins, opens sources, exports what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Compare")
        self._topics: list[Topic] = []
        self._comparison: Comparison | None = None
        self._asked = False
        """The explanation was asked for, and not sent away since."""
        self._kept = Arrangement()
        self._found: Found | None = None
        """The figures on the common basis, None where they stand as printed."""
        self._make_acts()
        self._stack = QStackedLayout(self)
        self._empty = EmptyState(
            self.tr("Nothing to compare yet"),
            KeyButton(self.new_topic, "plus", "primary", height=40),
            more=self.tr("A topic gathers the figures of one subject; two of them make a comparison."),
        )
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_page())
        self._add_views()
        self.matrix.row_chosen.connect(self._explain)
        self.matrix.doubleClicked.connect(lambda _: self._open())
        self.explain.opened.connect(self.open_source)
        self.explain.changed.connect(self.changed)
        self.addActions(self.explain.acts.all())
        self._own_keys = OwnKeys(self)

    def _make_acts(self) -> None:
        self.extend = (
            self.act("next_too", self.tr("Select the next figure too"), ["Shift+J"], lambda: self._extend(1)),
            self.act("previous_too", self.tr("Select the previous figure too"), ["Shift+K"], lambda: self._extend(-1)),
        )
        self.next = self.act("next", self.tr("Next figure"), ["J"], lambda: self.matrix.step(1))
        self.previous = self.act("previous", self.tr("Previous figure"), ["K"], lambda: self.matrix.step(-1))
        self.pin = self.act("pin", self.tr("Pin as reference"), ["P"], self._pin)
        self.add_figures = self.act("add_figures", self.tr("Add figures"), ["C"], self._add_figures)
        self.leave_out = self.act("leave_out", self.tr("Take out of the topic"), ["Delete"], self._leave_out)
        self.source = self.act("source", self.tr("Open the source"), ["O"], self._open)
        self.explained = self.act("explained", self.tr("Explain"), ["Return", "Enter"], self._ask)
        self.worst = self.act("worst", self.tr("Go to the worst verdict"), ["W"], self._go_to_worst)
        self.regroup = self.act("regroup", self.tr("Group otherwise"), ["G"], self._regroup)
        self.common = self.act("common", self.tr("As printed or on a common basis"), ["B"], self._turn_common)
        self.zoom = self.act("zoom", self.tr("Zoom the axis to this basis"), ["Z"], self._zoom)
        self.back = self.act("back", self.tr("Back to the figures"), ["Escape"], self._back)
        self.new_topic = self.act("new_topic", self.tr("New topic"), ["Ctrl+T"], self._new_topic)
        self.edit = TopicEdit(self)
        self.views = {
            TABLE: self.act("view_table", self.tr("Table"), ["1"], lambda: self._show_view(TABLE)),
            SIDE: self.act("view_side", self.tr("Side by side"), ["2"], lambda: self._show_view(SIDE)),
            TIMELINE: self.act("view_timeline", self.tr("Timeline"), ["3"], lambda: self._show_view(TIMELINE)),
        }
        self.export = self.act("export", self.tr("Export"), ["Ctrl+E"], self._export)
        self.taking = TakingActs(self, self.export)
        self.settling = SettlingActs(self, self._current_claim)

    def _make_page(self) -> QWidget:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self.head = Head(self.views, self.common, self.export)
        self.head.basis.chosen.connect(self._choose_basis)
        self.taking.offer(self.head.export)
        self.chooser = self.head.chooser
        self.chooser.activated.connect(lambda _: self._show())
        self.head.more.clicked.connect(self._offer_acts)
        self.head.views.chosen.connect(self._show_view)
        self._column.addWidget(self.head)
        self._column.addSpacing(8)
        self.strip = VerdictStrip()
        self.strip.asked.connect(self._go_to_worst)
        self._column.addWidget(self.strip)
        self.below_strip = QVBoxLayout()
        """What an analyst settled about the whole topic stands here."""
        self.below_strip.setContentsMargins(0, 0, 0, 0)
        self.below_strip.addWidget(self.settling.line)
        self._column.addLayout(self.below_strip)
        self._gap = QSpacerItem(0, 16)
        self._column.addSpacerItem(self._gap)
        self._body = Body()
        panes = QHBoxLayout(self._body.table)
        panes.setContentsMargins(0, 0, 0, 0)
        panes.setSpacing(16)
        table = Panel()
        inside = QVBoxLayout(table)
        inside.setContentsMargins(1, 1, 1, 8)
        self.matrix = Matrix()
        inside.addWidget(self.matrix)
        self.camps = ElidedLabel("", steps.font("small"), "text2")
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 4, 15, 0)
        foot.addWidget(self.camps, 1)
        self.groups = GroupChooser(self.regroup)
        self.groups.chosen.connect(self.group_by)
        foot.addWidget(self.groups)
        inside.addLayout(foot)
        panes.addWidget(table, 1)
        self.explain = ExplainPane()
        panes.addWidget(self.explain)
        self._column.addWidget(self._body, 1)
        return page

    def _offer_acts(self) -> None:
        self.edit.offer(self.head.more, (self.add_figures, self.new_topic, self.settling.settle))

    # The views of the body

    def add_view(self, name: str, view: View) -> None:
        """Let a widget stand in the body under one of the names of `views`."""
        self._body.add(name, view)

    def _add_views(self) -> None:
        self.side, self.timeline = SideView(self), TimelineView(self)
        for name, view in ((SIDE, self.side), (TIMELINE, self.timeline)):
            self.add_view(name, view)
            view.left.connect(lambda: self._show_view(TABLE))
        self.side.explained.connect(self._explain_beside)

    def _explain_beside(self, claim_id: str) -> None:
        """The working of a figure that stands side by side with others: the table explains it."""
        self._show_view(TABLE)
        self.reveal(claim_id)
        self._ask()

    def view(self) -> str:
        """The name of what stands in the body."""
        return self._body.name()

    def selected_ids(self) -> list[str]:
        """The claims of the selected rows from top to bottom, the one of each that says most of its basis."""
        return [row.line.record.claim_id for row in self.matrix.selected_rows()]

    def _show_view(self, name: str) -> None:
        """Bring a view to the front, and the keyboard into it."""
        self._bring(name)
        front = self._body.currentWidget()
        (self.matrix if self.view() == TABLE or front is None else front).setFocus()

    def _bring(self, name: str) -> None:
        """Bring a view to the front; the table for one that there is not."""
        self._body.bring(name)
        self.head.views.choose(self.view())
        self.strip.setVisible(self.view() != SIDE)
        self._fit()
        self._tell_view()
        self._enable()
        self.footer_changed.emit()

    def _tell_view(self) -> None:
        """Let the view in front, where it is not the table, show what is compared and selected now."""
        if (view := self._body.view()) is not None:
            view.show_comparison(self._desk, self._comparison, self.selected_ids())

    # What the window asks of a screen

    def reveal(self, ident: str) -> None:
        """Show a topic, or the row of a claim in the topic that is shown, else in the first that holds it."""
        self.read()
        if (at := self.chooser.findData(ident)) >= 0:
            self.chooser.setCurrentIndex(at)
            self._show()
            return
        if self._desk is not None and self.matrix.matrix().position(ident) is None:
            names = {name for line in self._desk.claims.lines([ident]) for name in line.topics}
            held = (at for at, topic in enumerate(self._topics) if topic.name in names)
            if (first := next(held, None)) is not None:
                self.chooser.setCurrentIndex(first)
                self._show()
        if (position := self.matrix.matrix().position(ident)) is not None:
            self.matrix.step(position - self.matrix.currentIndex().row())

    def current(self) -> str | None:
        topic = self._topic()
        return topic.topic_id if topic is not None else None

    def shown(self) -> None:
        self.read()
        (self.matrix if self._comparison else self._empty.button or self).setFocus()

    def footer_keys(self) -> list[FooterKey]:
        if self._comparison is None:
            return []
        if (view := self._body.view()) is not None:
            return view.footer_keys()
        return [
            FooterKey((self.next, self.previous), self.tr("move")),
            FooterKey((self.pin,), self.tr("pin as reference")),
            FooterKey((self.add_figures,), self.tr("add a figure")),
            FooterKey((self.leave_out,), self.tr("take out")),
            FooterKey((self.zoom,), self.tr("zoom")),
            FooterKey((self.source,), self.tr("open the source")),
            FooterKey((self.explained,), self.tr("explain")),
        ]

    def key_actions(self) -> list[QAction]:
        return self.actions()

    def arrangement(self) -> str:
        return replace(self._kept, view=self.view()).written()

    def arrange(self, kept: str) -> None:
        self._kept = Arrangement.read(kept)
        self.groups.choose(self._kept.by)
        self._bring(self._kept.view)
        if self._comparison is not None:
            self._show()

    # Showing

    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def _read(self) -> None:
        """Read the topics again, and keep the chosen one if it is still there."""
        chosen = self.chooser.currentData()
        self._topics = [row.topic for row in self._desk.grouping.topics()] if self._desk else []
        tallies = self._desk.standings.tallies() if self._desk else {}
        self.chooser.blockSignals(True)
        self.chooser.clear()
        for topic in self._topics:
            self.chooser.offer(topic, tallies.get(topic.topic_id, Tally()))
        self.chooser.setCurrentIndex(max(self.chooser.findData(chosen), 0) if self._topics else -1)
        self.chooser.blockSignals(False)
        self._show()

    def _show(self) -> None:
        """Compare the chosen topic, staying at the current row."""
        topic_id = self.chooser.currentData()
        current = self.matrix.current_row()
        same = self._comparison is not None and self._comparison.topic.topic_id == topic_id
        desk = self._desk
        self._comparison = desk.comparing.compare(topic_id) if desk is not None and topic_id is not None else None
        self._stack.setCurrentIndex(1 if self._comparison else 0)
        self.explain.show_comparison(desk, self._comparison)
        self.present(current.line.record.claim_id if current is not None and same else None)

    def present(self, current: str | None = None) -> None:
        """Show what was compared as it is arranged now, with the row of this claim current."""
        self._convert()
        self.matrix.show_comparison(self._comparison, current, self._kept.by, self._found)
        if self._comparison is not None:
            self.strip.show_comparison(self._comparison)
            self.head.show_reach(self._comparison)
        arranged = Arranged(by=self._kept.by, found=self._found, basis=self.head.basis.words() if self._found else "")
        self.taking.show_comparison(self._desk, self._comparison, arranged)
        self.settling.show_comparison(self._desk, self._comparison)
        self._explain(self.matrix.current_row())
        self._fit()
        self._enable()
        self._tell_view()
        self.footer_changed.emit()

    def _convert(self) -> None:
        """Put the figures on the common basis, where that is asked for and the topic is about money."""
        desk, comparison, kept = self._desk, self._comparison, self._kept
        money = desk is not None and comparison is not None and comparison.topic.kind is Kind.MONEY
        self._found = None
        if desk is None or comparison is None or not money:
            return
        if kept.common:
            schedules = desk.scheduling.of(comparison.topic.topic_id)
            self.head.basis.offer(common_basis.price_years(comparison, schedules, desk.conversions))
        self.head.basis.choose(common=kept.common, per=kept.per, prices=kept.prices)
        if kept.common:
            self._found = common_basis.convert(
                comparison, kept.per, self.head.basis.prices(), schedules, desk.scheduling, desk.conversions
            )

    def _enable(self) -> None:
        # The views beside the table have acts of their own for the same keys.
        row = self.matrix.current_row() if self.view() == TABLE else None
        self.worst.setEnabled(self._comparison is not None and self._comparison.worst is not None)
        self.export.setEnabled(self._comparison is not None)
        self.add_figures.setEnabled(self._comparison is not None and self.view() == TABLE)
        for act in (self.pin, self.leave_out, self.source, self.explained, self.next, self.previous, *self.extend):
            act.setEnabled(row is not None)
        self.new_topic.setEnabled(self._desk is not None)
        self.edit.show_topic(self._desk, self._topic() if self._comparison else None, self._topics)

    def _explain(self, row: object) -> None:
        pinned = self._comparison.pinned if self._comparison else None
        shown = row if isinstance(row, Row) else None
        found = self.matrix.matrix().converted(shown) if shown is not None else None
        self.explain.show_row(shown, pinned, found)
        at = self.matrix.currentIndex().row()
        self.camps.setText(self.matrix.matrix().camps(at) if at >= 0 else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow, small = self.width() < steps.scaled(ROOMY), self.width() < steps.scaled(SMALL)
        edge = 16 if narrow else 24
        gap = 12 if narrow else 16
        self._column.setContentsMargins(edge, 14, edge, gap)
        self._gap.changeSize(0, gap // 2 if self.view() != SIDE else 0)
        money = self._comparison is not None and self._comparison.topic.kind is Kind.MONEY
        self.common.setEnabled(money and self.view() == TABLE)
        self.head.basis.setVisible(self.common.isEnabled())
        self.head.fit()
        scarce = (narrow and self.view() == SIDE) or self.height() < steps.scaled(LOW)
        # Where there is little room, only what was settled is worth a line; the act is in the topic's menu.
        self.settling.line.setVisible(self.settling.line.is_settled or not scarce)
        self.explain.setFixedWidth(steps.scaled(NARROW if narrow else WIDTH))
        self.explain.setVisible(self._asked or not small)
        self.matrix.set_narrow(narrow or density.one_line())
        self.matrix.set_lanes_shown(not (small and self._asked))

    def _ask(self) -> None:
        self._asked = True
        self._fit()
        self.explain.take_focus()

    def _back(self) -> None:
        self._asked = False
        self._fit()
        self.matrix.setFocus()

    # Arranging

    def _arranged(self, kept: Arrangement) -> None:
        if kept != self._kept:
            self._kept = kept
            row = self.matrix.current_row()
            self.present(row.line.record.claim_id if row is not None else None)

    def group_by(self, by: By) -> None:
        """Let rows stand together by something else."""
        self.groups.choose(by)
        self._arranged(replace(self._kept, by=by))
        self.matrix.setFocus()

    def _regroup(self) -> None:
        """The next kind of group."""
        kinds = list(By)
        self.group_by(kinds[(kinds.index(self._kept.by) + 1) % len(kinds)])

    def _choose_basis(self) -> None:
        basis = self.head.basis
        self._arranged(replace(self._kept, common=basis.common(), per=basis.per(), prices=basis.prices()))

    def _turn_common(self) -> None:
        self._arranged(replace(self._kept, common=not self._kept.common))

    def _zoom(self) -> None:
        self.matrix.zoom(into=not self.matrix.matrix().is_zoomed())

    def _extend(self, by: int) -> None:
        self.matrix.step(by, extend=True)

    def _go_to_worst(self) -> None:
        """The row of which the strip speaks."""
        if self._comparison is not None and (row := self._comparison.worst) is not None:
            self._show_view(TABLE)
            self.reveal(row.line.record.claim_id)
            self.matrix.setFocus()

    # Acting

    def _new_topic(self) -> None:
        if self._desk is None:
            return
        if (made := make_topic(self._desk.grouping, self)) is not None:
            topic_id, changes = made
            self.changed.emit(changes)
            self.reveal(topic_id)
            self.matrix.setFocus()

    def _topic(self) -> Topic | None:
        at = self.chooser.currentIndex()
        return self._topics[at] if 0 <= at < len(self._topics) else None

    def _add_figures(self) -> None:
        topic = self._topic()
        if self._desk is None or topic is None:
            return
        held = {claim_id for row in self._comparison.rows for claim_id in row.claim_ids} if self._comparison else set()
        if ticked := ask_for_figures(self._desk.grouping, topic, held, self):
            self.changed.emit(self._desk.grouping.file(ticked, topic.topic_id))

    def _pin(self) -> None:
        row, topic = self.matrix.current_row(), self._topic()
        if self._desk is not None and row is not None and topic is not None:
            self.changed.emit(self._desk.grouping.pin(topic.topic_id, row.line.record.claim_id))

    def _leave_out(self) -> None:
        row, topic = self.matrix.current_row(), self._topic()
        if self._desk is not None and row is not None and topic is not None:
            self.changed.emit(self._desk.grouping.remove(row.claim_ids, topic.topic_id))

    def _open(self) -> None:
        if (row := self.matrix.current_row()) is not None:
            self.open_source.emit(row.line.record.claim_id)

    def _current_claim(self) -> str | None:
        row = self.matrix.current_row()
        return row.line.record.claim_id if row is not None else None

    def _export(self) -> None:
        if self._comparison is None:
            return
        if path := saving.ask(self, self.tr("Export this comparison"), self._comparison.topic.name):
            self.export_to(path)

    def export_to(self, path: Path) -> None:
        """Write what is shown as CSV that Excel opens right."""
        if self._desk is not None and self._comparison is not None:
            self._desk.exporting.comparison(path, self._comparison)
            self.done.emit(self.tr("Written to {0}").format(path.name))

"""The Compare screen: a topic's figures side by side, and what to do with them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSpacerItem, QStackedLayout, QVBoxLayout, QWidget

from app.domain.standings import Tally
from app.domain.topic import Topic
from app.services.comparing import Comparison, Row
from app.ui import saving
from app.ui.compare.explain import NARROW, WIDTH, ExplainPane
from app.ui.compare.head import Head
from app.ui.compare.matrix import Matrix
from app.ui.compare.strip import VerdictStrip
from app.ui.compare.topic_dialog import TopicDialog, make_topic
from app.ui.compare.topic_edit import TopicEdit
from app.ui.look import type as steps
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


class CompareScreen(Screen):
    """Chooses a topic, shows its comparison, pins, opens sources, exports what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Compare")
        self._topics: list[Topic] = []
        self._comparison: Comparison | None = None
        self._asked = False
        """The explanation was asked for, and not sent away since."""
        self._make_acts()
        self._stack = QStackedLayout(self)
        self._empty = EmptyState(
            self.tr("Nothing to compare yet"),
            KeyButton(self.new_topic, "plus", "primary", height=40),
            more=self.tr("A topic gathers the figures of one subject; two of them make a comparison."),
        )
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._make_page())
        self.matrix.row_chosen.connect(self._explain)
        self.matrix.doubleClicked.connect(lambda _: self._open())
        self.explain.opened.connect(self.open_source)
        self.explain.changed.connect(self.changed)
        self.addActions(self.explain.acts.all())
        self._own_keys = OwnKeys(self)

    def _make_acts(self) -> None:
        self.next = self.act("next", self.tr("Next figure"), ["J"], lambda: self.matrix.step(1))
        self.previous = self.act("previous", self.tr("Previous figure"), ["K"], lambda: self.matrix.step(-1))
        self.pin = self.act("pin", self.tr("Pin as reference"), ["P"], self._pin)
        self.add_figures = self.act("add_figures", self.tr("Add figures"), ["C"], self._add_figures)
        self.leave_out = self.act("leave_out", self.tr("Take out of the topic"), ["Delete"], self._leave_out)
        self.source = self.act("source", self.tr("Open the source"), ["O"], self._open)
        self.explained = self.act("explained", self.tr("Explain"), ["Return", "Enter"], self._ask)
        self.back = self.act("back", self.tr("Back to the figures"), ["Escape"], self._back)
        self.new_topic = self.act("new_topic", self.tr("New topic"), ["Ctrl+T"], self._new_topic)
        self.edit = TopicEdit(self)
        self.export = self.act("export", self.tr("Export"), ["Ctrl+E"], self._export)

    def _make_page(self) -> QWidget:
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self.head = Head(self.new_topic, self.add_figures, self.export)
        self.chooser = self.head.chooser
        self.chooser.activated.connect(lambda _: self._show())
        self.head.more.clicked.connect(lambda: self.edit.offer(self.head.more))
        self._column.addWidget(self.head)
        self._column.addSpacing(8)
        self.strip = VerdictStrip()
        self._column.addWidget(self.strip)
        self._gap = QSpacerItem(0, 16)
        self._column.addSpacerItem(self._gap)
        panes = QHBoxLayout()
        panes.setSpacing(16)
        table = Panel()
        inside = QVBoxLayout(table)
        inside.setContentsMargins(1, 1, 1, 8)
        self.matrix = Matrix()
        inside.addWidget(self.matrix)
        self.camps = ElidedLabel("", steps.font("small"), "text2")
        foot = QHBoxLayout()
        foot.setContentsMargins(15, 4, 15, 0)
        foot.addWidget(self.camps)
        inside.addLayout(foot)
        panes.addWidget(table, 1)
        self.explain = ExplainPane()
        panes.addWidget(self.explain)
        self._column.addLayout(panes, 1)
        return page

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

    def shown(self) -> None:
        self.read()
        (self.matrix if self._comparison else self._empty.button or self).setFocus()

    def footer_keys(self) -> list[FooterKey]:
        if self._comparison is None:
            return []
        return [
            FooterKey((self.next, self.previous), self.tr("move")),
            FooterKey((self.pin,), self.tr("pin as reference")),
            FooterKey((self.leave_out,), self.tr("take out")),
            FooterKey((self.source,), self.tr("open the source")),
            FooterKey((self.explained,), self.tr("explain")),
        ]

    def key_actions(self) -> list[QAction]:
        return self.actions()

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
        shown = self._comparison
        desk = self._desk
        self._comparison = desk.comparing.compare(topic_id) if desk is not None and topic_id is not None else None
        self._stack.setCurrentIndex(1 if self._comparison else 0)
        self.explain.show_comparison(desk, self._comparison)
        same = shown is not None and shown.topic.topic_id == topic_id
        self.matrix.show_comparison(
            self._comparison, current.line.record.claim_id if current is not None and same else None
        )
        if self._comparison is not None:
            self.strip.show_comparison(self._comparison)
            self.head.show_reach(self._comparison)
        self._explain(self.matrix.current_row())
        self._enable()
        self.footer_changed.emit()

    def _enable(self) -> None:
        row = self.matrix.current_row()
        for act in (self.add_figures, self.export):
            act.setEnabled(self._comparison is not None)
        for act in (self.pin, self.leave_out, self.source, self.explained, self.next, self.previous):
            act.setEnabled(row is not None)
        self.new_topic.setEnabled(self._desk is not None)
        self.edit.show_topic(self._desk, self._topic() if self._comparison else None, self._topics)

    def _explain(self, row: object) -> None:
        pinned = self._comparison.pinned if self._comparison else None
        self.explain.show_row(row if isinstance(row, Row) else None, pinned)
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
        self._gap.changeSize(0, gap)
        self.explain.setFixedWidth(steps.scaled(NARROW if narrow else WIDTH))
        self.explain.setVisible(self._asked or not small)
        self.matrix.set_narrow(narrow)
        self.matrix.set_lanes_shown(not (small and self._asked))

    def _ask(self) -> None:
        self._asked = True
        self._fit()
        self.explain.take_focus()

    def _back(self) -> None:
        self._asked = False
        self._fit()
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
        grouping = self._desk.grouping
        rows = self._comparison.rows if self._comparison else ()
        held = {claim_id for row in rows for claim_id in row.claim_ids}

        def suggest(claim_ids: Sequence[str]) -> frozenset[str]:
            filings = grouping.suggest_many(claim_ids)
            return frozenset(
                line.record.claim_id for filing in filings if filing.topic == topic for line in filing.lines
            )

        dialog = TopicDialog(
            lambda name, terms: grouping.propose(name, terms, topic.kind), topic, self, held=held, suggest=suggest
        )
        if dialog.exec() == TopicDialog.DialogCode.Accepted and (ticked := dialog.ticked()):
            self.changed.emit(grouping.file(ticked, topic.topic_id))
        dialog.deleteLater()

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

"""The Compare screen: a topic's figures side by side, and what to do with them."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.services.desk import Desk
from app.services.topics.comparing import Comparison, Row
from app.ui.compare.arranging import ArrangingActs
from app.ui.compare.converting import Converting
from app.ui.compare.filing_acts import FilingActs
from app.ui.compare.handed import Handed
from app.ui.compare.parts import Acts, Parts
from app.ui.compare.resolution_acts import SettlingActs
from app.ui.compare.scrolled import Scrolled
from app.ui.compare.side.view import SideView
from app.ui.compare.table_keys import TableKeys
from app.ui.compare.taking import TakingActs
from app.ui.compare.timeline.view import TimelineView
from app.ui.compare.topic_edit import TopicEdit
from app.ui.compare.view import SIDE, TABLE, TIMELINE, Keyed
from app.ui.compare.walking import WalkingActs
from app.ui.own_keys import OwnKeys
from app.ui.screen import FooterKey, Screen
from app.ui.threads.reading import LARGE, Part, Reading
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton


class CompareScreen(Screen):
    """Chooses a topic, shows its comparison, pins, opens sources, exports what is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Compare")
        self._comparison: Comparison | None = None
        self._wanted = ""
        """The claim whose row is to be current once its topic is compared."""
        self.reading = Reading(self)
        self.reading.problem.connect(self.problem)
        self._make_acts()
        self._stack = QStackedLayout(self)
        self._empty = EmptyState(
            self.tr("Nothing to compare yet"),
            KeyButton(self.filing.new_topic, "plus", "primary", height=40),
            more=self.tr("A topic gathers the figures of one subject; two of them make a comparison."),
        )
        self._stack.addWidget(self._empty)
        page = Scrolled(self._make_parts())
        self._stack.addWidget(page)
        self._wait = EmptyState(self.tr("Reading the figures…"), drawing=False)
        self._stack.addWidget(self._wait)
        self._add_views()
        page.resized.connect(self.parts.fit)
        for table in (self.matrix, self.side.table, self.timeline.table):
            page.follow(table)
        self.matrix.row_chosen.connect(self._explain)
        self.matrix.doubleClicked.connect(lambda _: self.walking.open())
        self.explain.opened.connect(self.open_source)
        self.explain.changed.connect(self.changed)
        self.addActions(self.explain.acts.all())
        OwnKeys(self)

    def _make_acts(self) -> None:
        self.walking = WalkingActs(self)
        self.filing = FilingActs(self, lambda: self.matrix.current_row())
        self._table_keys = TableKeys(self.walking, self.filing)
        self.arranging = ArrangingActs(self)
        self.arranging.changed.connect(self._arrange_again)
        self.edit = TopicEdit(self)
        self.views = {
            TABLE: self.act("view_table", self.tr("Table"), ["1"], lambda: self._show_view(TABLE)),
            SIDE: self.act("view_side", self.tr("Side by side"), ["2"], lambda: self._show_view(SIDE)),
            TIMELINE: self.act("view_timeline", self.tr("Timeline"), ["3"], lambda: self._show_view(TIMELINE)),
        }
        self.taking = TakingActs(self)
        self.settling = SettlingActs(self)

    def _make_parts(self) -> Parts:
        acts = Acts(
            views=self.views,
            common=self.arranging.common,
            export=self.taking.csv,
            regroup=self.arranging.regroup,
            worst=self.walking.worst,
            add=self.filing.add_figures,
            source=self.walking.source,
            pin=self.filing.pin,
        )
        self.parts = parts = Parts(acts, self.settling.line)
        self.head, self.strip, self.matrix, self.explain = parts.head, parts.strip, parts.matrix, parts.explain
        self.chooser, self.groups, self.camps = parts.head.chooser, parts.groups, parts.camps
        self.converting = Converting(self.head.basis, self)
        self.converting.ready.connect(self._present_again)
        self.converting.broke.connect(self.problem)
        self.taking.offer(self.head.export)
        self.arranging.follow(self.groups, self.head.basis)
        self.walking.follow(parts)
        self.head.more.clicked.connect(self._offer_acts)
        self.head.views.chosen.connect(self._show_view)
        self.chooser.activated.connect(lambda _: self._show())
        self.strip.asked.connect(self.walking.go_to_worst)
        self.groups.chosen.connect(lambda _: self.matrix.setFocus())
        parts.turned.connect(self._turned)
        return parts

    def _offer_acts(self) -> None:
        self.edit.offer(self.head.more, (self.filing.add_figures, self.filing.new_topic, self.settling.settle))

    # The views of the body

    def _add_views(self) -> None:
        self.side, self.timeline = SideView(self), TimelineView(self)
        for name, view in ((SIDE, self.side), (TIMELINE, self.timeline)):
            self.parts.body.add(name, view)
            view.left.connect(lambda: self._show_view(TABLE))
        self.side.explained.connect(self._explain_beside)

    def _explain_beside(self, claim_id: str) -> None:
        """The working of a figure that stands side by side with others: the table explains it."""
        self._show_view(TABLE)
        self.reveal(claim_id)
        self.walking.explain()

    def view(self) -> str:
        """The name of what stands in the body."""
        return self.parts.view()

    def selected_ids(self) -> list[str]:
        """The claims of the selected rows from top to bottom, the one of each that says most of its basis."""
        return [row.line.record.claim_id for row in self.matrix.selected_rows()]

    def _show_view(self, name: str) -> None:
        """Bring a view to the front, and the keyboard into it."""
        self.parts.bring(name)
        self.parts.take_focus()

    def _turned(self) -> None:
        self._show_in_view()
        self._enable()
        self.footer_changed.emit()

    def _show_in_view(self) -> None:
        self.parts.show_in_view(self._desk, self._comparison, self.selected_ids())

    # What the window asks of a screen

    def set_desk(self, desk: Desk | None) -> None:
        self.reading.forget()
        self._comparison = None
        super().set_desk(desk)

    def reveal(self, ident: str) -> None:
        """Show a topic, or the row of a claim in the topic that is shown, else in the first that holds it."""
        self.read()
        at = self.chooser.position(ident)
        if at is None:
            self._wanted = ident
            if self._desk is not None and self.matrix.matrix().position(ident) is None:
                lines = self._desk.claims.lines([ident], reach=False)
                at = self.chooser.holding({name for line in lines for name in line.topics})
        if at is not None:
            self.chooser.setCurrentIndex(at)
            self._show()
        elif self.reading.is_idle():
            self._go_to_wanted()

    def _go_to_wanted(self) -> None:
        position = self.matrix.matrix().position(self._wanted) if self._wanted else None
        self._wanted = ""
        if position is not None:
            self.matrix.step(position - self.matrix.currentIndex().row())

    def current(self) -> str | None:
        return self._comparison.topic.topic_id if self._comparison is not None else None

    def handed_on(self) -> object:
        return self.parts.handed_on(self._comparison, self.walking.current_claim()) if self._comparison else None

    def take_over(self, read: object) -> None:
        if isinstance(read, Handed):
            self._stale, self._wanted = False, read.current
            self.parts.take_over(read)
            self._take(read.comparison)

    def shown(self) -> None:
        self.read()
        self._take_keyboard()

    def _take_keyboard(self) -> None:
        (self.matrix if self._comparison else self._empty.button or self).setFocus()

    def footer_keys(self) -> list[FooterKey]:
        if self._comparison is None:
            return []
        if (keys := self.parts.footer_keys()) is not None:
            return keys
        return self._table_keys.footer()

    def key_actions(self) -> list[QAction]:
        return self.actions()

    def key_groups(self) -> list[tuple[str, Sequence[QAction]]]:
        parts: dict[str, Keyed] = {TABLE: self._table_keys, SIDE: self.side, TIMELINE: self.timeline}
        return [(self.views[name].text(), part.acts()) for name, part in parts.items()]

    def arrangement(self) -> str:
        return replace(self.arranging.kept, view=self.view()).written()

    def arrange(self, kept: str) -> None:
        self.arranging.take_up(kept)
        self.parts.bring(self.arranging.kept.view)
        if self._comparison is not None:
            self._show()

    # Showing

    def comparison(self) -> Comparison | None:
        """What is shown."""
        return self._comparison

    def _read(self) -> None:
        """Read the topics again, and keep the chosen one if it is still there."""
        topics = [row.topic for row in self._desk.grouping.topics()] if self._desk else []
        self.chooser.show_topics(topics)
        self._show()

    def _show(self) -> None:
        """Compare the chosen topic; in a large project what stood before stands until that is done."""
        desk, topic = self._desk, self.chooser.topic()
        if desk is None or topic is None:
            self.reading.forget()
            self._take(None)
            return
        if self._comparison is None:
            self._stack.setCurrentWidget(self._wait)
        elif self._comparison.topic.topic_id != topic.topic_id:
            self.head.reach.setText(self._wait.title.text())
        parts: list[Part] = [
            (lambda: desk.comparing.compare(topic.topic_id), self._take),
            (desk.disputes.tallies, self.chooser.show_tallies),
        ]
        self.reading.ask(parts, apart=desk.claims.at_most() > LARGE)

    def _take(self, comparison: Comparison | None) -> None:
        """Show this comparison, staying at the current row."""
        before, current = self._comparison, self.matrix.current_row()
        self._comparison = comparison
        same = before is not None and comparison is not None and before.topic.topic_id == comparison.topic.topic_id
        waited = self._stack.currentWidget() is self._wait
        self._stack.setCurrentIndex(1 if comparison else 0)
        self.explain.show_comparison(self._desk, comparison)
        self.present(current.line.record.claim_id if current is not None and same else None)
        self._go_to_wanted()
        if waited and self.isVisible():
            self._take_keyboard()

    def present(self, current: str | None = None) -> None:
        """Show what was compared as it is arranged now, with the row of this claim current."""
        self.converting.show(self._desk, self._comparison, self.arranging.kept)
        found = self.converting.found()
        self.matrix.show_comparison(self._comparison, current, self.arranging.kept.by, found)
        if self._comparison is not None:
            self.strip.show_comparison(self._comparison)
            self.head.show_reach(self._comparison)
        self.taking.show_comparison(self._desk, self._comparison, self.converting.arranged(self.arranging.kept.by))
        self.settling.show_comparison(self._desk, self._comparison)
        self.parts.show_topic(self._comparison)
        self._enable()
        self._show_in_view()
        self.footer_changed.emit()

    def _arrange_again(self) -> None:
        """Show the figures as they are arranged now; what stands there stands until they are converted."""
        self.converting.show(self._desk, self._comparison, self.arranging.kept)
        if not self.converting.is_running():
            self._present_again()

    def _present_again(self) -> None:
        self.present(self.walking.current_claim())

    def _enable(self) -> None:
        in_table = self.view() == TABLE
        self.walking.show_comparison(self._comparison, in_table=in_table)
        self.filing.show_comparison(self._desk, self._comparison, in_table=in_table)
        self.edit.show_topic(self._desk, self._comparison.topic if self._comparison else None, self.chooser.topics())

    def _explain(self, row: object) -> None:
        pinned = self._comparison.pinned if self._comparison else None
        shown = row if isinstance(row, Row) else None
        found = self.matrix.matrix().converted(shown) if shown is not None else None
        self.explain.show_row(shown, pinned, found)
        self.camps.setText(self.matrix.in_brief())

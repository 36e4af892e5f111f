"""The Review screen: a queue of one card at a time; one key decides, saves and goes on."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSpacerItem, QStackedLayout, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.queue import QueueOrder
from app.services.desk import Desk
from app.services.reviewing import BASIS_KEYS, Decision
from app.ui import vocabulary
from app.ui.compare.topic_dialog import make_topic
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.own_keys import OwnKeys
from app.ui.review.alike_dialog import AlikeDialog
from app.ui.review.article import ArticlePane
from app.ui.review.card import ReviewCard
from app.ui.review.correcting import Correcting
from app.ui.review.decisions import Decisions
from app.ui.review.order import OrderButton
from app.ui.review.progress import NextEdge, Progress
from app.ui.review.queue import Queue
from app.ui.review.remarking import Remarking
from app.ui.review.topic_menu import Answer, Choice, TopicMenu
from app.ui.screen import FooterKey, Screen
from app.ui.widgets import key_cap
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground
from app.ui.widgets.splitters import panes
from app.ui.widgets.words import Words

TEN = 10
"""Decisions that are listed."""
SECONDS_A_CARD = 3
"""What a decision takes somebody who knows the keys; only the words "about 7 minutes" follow from it."""
SIDES, NARROW_SIDES = (368, 312), (300, 272)
"""First widths of the article and of the decisions."""
SMALL = 1080
"""Below this width the decisions are left out; Backspace and undo still reach them."""
ROOMY = 1288
"""The screen's width, in pixels at 100 %, from which the card has all its air."""
LOW = 680
"""Below this height, in pixels at 100 %, the card has least."""


class ReviewScreen(Screen):
    """Decides on waiting claims, in the order of the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Review")
        self._queue = Queue()
        self._skipped: list[Decision] = []
        """What was passed over since the project was opened, the last first."""
        self._sorted_anew = True
        """Whether the next reading asks again what disputes what: after something was filed, not for each decision."""
        self._make_acts()
        self._stack = QStackedLayout(self)
        self._page = self._make_page()
        self._nothing = self._make_empty(
            self.tr("Nothing to review yet"),
            self.tr("Every figure of every article waits here for your decision."),
            KeyButton(self.tr("Bring in articles"), "file-plus", "primary", height=40),
            "library",
        )
        self._done = self._make_empty(
            self.tr("Nothing waits"),
            self.tr("Every claim is decided. New articles bring new ones."),
            KeyButton(self.tr("Compare the figures"), "compare", "primary", height=40),
            "compare",
        )
        for page in (self._nothing, self._done, self._page):
            self._stack.addWidget(page)
        # Accept has the keyboard from card to card; its Enter accepts, and Space stays with Skip.
        self._own_keys = OwnKeys(self, self.card.accept)

    def _make_acts(self) -> None:
        self.acts = {
            "accept": self.act(
                "accept", self.tr("Accept"), ["A", "Return", "Enter"], lambda: self._decide(State.ACCEPTED)
            ),
            "alike": self.act("accept-alike", self.tr("Accept all like this"), ["Shift+A"], self._accept_alike),
            "reject": self.act("reject", self.tr("Reject"), ["X"], lambda: self._decide(State.REJECTED)),
            "skip": self.act("skip", self.tr("Skip"), ["Space"], self._skip),
            "next": self.act("next", self.tr("Next card"), ["J"], lambda: self._step(1)),
            "previous": self.act("previous", self.tr("Previous card"), ["K"], lambda: self._step(-1)),
            "back": self.act("back", self.tr("Back one card"), ["Backspace"], self._back),
            "topic": self.act("topic", self.tr("File under a topic"), ["G"], self._choose_topic),
            "source": self.act("source", self.tr("Open the source"), ["O"], self._open),
            "origin": self.act("same-origin", self.tr("Same origin as the previous card"), ["W"], self._join),
            "order": self.act("order", self.tr("What comes first"), ["Q"], lambda: self.order.open()),
        }
        self.correcting = Correcting(self, self._here)
        self.remarking = Remarking(self, self._here, self._decide)
        self.acts |= {"edit": self.correcting.edit, "flag": self.remarking.flag}
        self.answers = {
            key: self.act(f"basis-{key}", vocabulary.say(words), [str(key)], lambda fields=fields: self._answer(fields))  # type: ignore[misc]
            for key, (words, fields) in BASIS_KEYS.items()
        }

    # Building

    def _make_empty(self, words: str, more: str, button: KeyButton, place: str) -> EmptyState:
        button.clicked.connect(lambda: self.go.emit(place, ""))
        return EmptyState(words, button, more=more)

    def _make_page(self) -> QWidget:
        self.article = ArticlePane()
        self.article.picked.connect(self._look_at)
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.left = Words("", "heading")
        self.about = Words("", "body", "text2")
        head.addWidget(self.left)
        head.addWidget(self.about)
        head.addStretch(1)
        self.order = OrderButton(self.acts["order"])
        self.order.chosen.connect(self._reorder)
        head.addWidget(self.order)
        self._middle.addLayout(head)
        self._gaps = (QSpacerItem(0, 16), QSpacerItem(0, 16))
        self._middle.addSpacerItem(self._gaps[0])
        self.progress = Progress()
        self._middle.addWidget(self.progress)
        self._middle.addSpacerItem(self._gaps[1])
        self.card = ReviewCard(self.acts, self.answers)
        self.correcting.work_on(self.card)
        self.remarking.card = self.card
        self._middle.addWidget(self.card, 1)
        self._middle.addWidget(NextEdge())
        self.decided = self._make_decisions()
        self._panes = panes(
            "review",
            (self.article, 220, SIDES[0]),
            (middle, 520, 680),
            (self.decided, 220, SIDES[1]),
            stretch=1,
        )
        return self._panes

    def _make_decisions(self) -> QWidget:
        right = Ground("surface", "left")
        column = QVBoxLayout(right)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        head = Ground("surface", "bottom")
        inside = QHBoxLayout(head)
        inside.setContentsMargins(23, 0, 23, 1)
        inside.addWidget(Words(self.tr("Last ten decisions"), "heading"))
        inside.addStretch(1)
        self.undo = KeyButton(self.tr("Undo"), None, "quiet")
        self.undo.print_key(key_cap.words(QKeySequence(QKeySequence.StandardKey.Undo)))
        self.undo.clicked.connect(self._undo)
        inside.addWidget(self.undo)
        head.setFixedHeight(steps.scaled(56))
        column.addWidget(head)
        self.decisions = Decisions()
        self.decisions.reopened.connect(self._look_at)
        around = QHBoxLayout()
        around.setContentsMargins(15, 4, 15, 0)
        around.addWidget(self.decisions)
        column.addLayout(around, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addWidget(Words(self.tr("E on a row reopens it"), "small", "text2"))
        column.addLayout(foot)
        return right

    # What the window asks of a screen

    def set_desk(self, desk: Desk | None) -> None:
        self._queue = Queue()
        self._skipped.clear()
        self._sorted_anew = True
        self.correcting.leave()
        self.article.forget()
        super().set_desk(desk)

    def arrangement(self) -> str:
        return self.order.order.value

    def arrange(self, kept: str) -> None:
        self.order.show_order(QueueOrder(kept) if kept in set(QueueOrder) else QueueOrder.VERDICT)

    def refresh(self, changes: Changes) -> None:
        self._queue.brought_back(changes.claims)
        self._sorted_anew |= bool(changes.topics)
        super().refresh(changes)

    def reveal(self, ident: str) -> None:
        """Put a claim on the card, decided or not."""
        self.read()
        if ident.startswith("clm_"):
            self._look_at(ident)

    def shown(self) -> None:
        self.read()
        if self._queue.current() is not None:
            self.card.accept.setFocus()
        else:
            self._focus_empty()

    def footer_keys(self) -> list[FooterKey]:
        if self._queue.current() is None:
            return []
        return [
            FooterKey((self.acts["next"], self.acts["previous"]), self.tr("next, previous")),
            FooterKey((self.correcting.start, self.correcting.end), self.tr("move the start or end")),
            FooterKey((self.acts["back"],), self.tr("back one card")),
            FooterKey((self.acts["topic"],), self.tr("topic")),
            FooterKey((self.acts["origin"],), self.tr("same origin")),
            FooterKey((self.acts["source"],), self.tr("open the source")),
            FooterKey((self.remarking.note,), self.tr("note")),
            FooterKey((self.remarking.tag,), self.tr("tags")),
        ]

    def key_actions(self) -> list[QAction]:
        return self.actions()

    # Showing

    def current(self) -> str | None:
        """The claim on the card."""
        return self._queue.current()

    def _read(self) -> None:
        waiting = self._desk.reviewing.queue(self.order.order, anew=self._sorted_anew) if self._desk else []
        self._sorted_anew = False
        self._queue.read(waiting)
        self._show()

    def _show(self) -> None:
        claim_id = self._queue.current()
        shown = self._desk is not None and claim_id is not None
        self._stack.setCurrentWidget(self._page if shown else self._empty_page())
        for act in self.actions():
            act.setEnabled(shown)
        self.footer_changed.emit()
        if self._desk is None or claim_id is None:
            if self.isVisible():
                self._focus_empty()
            return
        card = self._desk.reviewing.card(claim_id)
        focus = QApplication.focusWidget()
        held = not self.correcting.is_open() and (focus is None or self.card.isAncestorOf(focus))
        if not self.correcting.is_open():  # what is being typed outlives a change elsewhere
            self.card.show_card(card)
        self.article.show_claim(card.article, self._desk.library.claims(card.article.article_id), claim_id)
        self.decisions.show_decisions(self._recent(self._desk))
        self.undo.setEnabled(self._desk.history.undoable() is not None)
        left = self._queue.left()
        self.left.setText(self.tr("{0} left").format(f"{left:,}"))
        minutes = max(round(left * SECONDS_A_CARD / 60), 1)
        self.about.setText(counted(minutes, self.tr("about %n minute"), self.tr("about %n minutes")))
        self.progress.show_share(self._queue.share())
        if held and self.isVisible():
            self.card.accept.setFocus()

    def _recent(self, desk: Desk) -> list[Decision]:
        """The last decisions and what was passed over, the last first; what was decided since is left out of that."""
        recent = desk.reviewing.recent(TEN)
        decided = {one.line.record.claim_id: one.at for one in recent}
        self._skipped = [one for one in self._skipped if decided.get(one.line.record.claim_id, "") < one.at][:TEN]
        return sorted((*recent, *self._skipped), key=lambda one: one.at, reverse=True)[:TEN]

    def _empty_page(self) -> EmptyState:
        anything = self._desk is not None and self._desk.library.facets().articles > 0
        return self._done if anything else self._nothing

    def _focus_empty(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, EmptyState) and page.button is not None:
            page.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < steps.scaled(ROOMY)
        low = self.height() < steps.scaled(LOW)
        edge = 16 if narrow else 32
        for gap in self._gaps:
            gap.changeSize(0, 8 if low else 16)
        self._middle.setContentsMargins(edge, 10 if low else 14 if narrow else 26, edge, 8 if low else edge)
        self.card.set_room(narrow=narrow, low=low)
        self.decided.setVisible(self.width() >= steps.scaled(SMALL))
        # The panes have their new widths only after this event.
        QTimer.singleShot(0, self, lambda: self._fit_sides(narrow))

    def _fit_sides(self, narrow: bool) -> None:
        """Sides that nobody has moved follow the size of the window."""
        left, _, right = self._panes.sizes()
        for here, there in ((SIDES, NARROW_SIDES), (NARROW_SIDES, SIDES)):
            if narrow == (there is NARROW_SIDES) and abs(left - here[0]) < 4 and abs(right - here[1]) < 4:
                self._panes.setSizes([there[0], self._panes.width() - sum(there), there[1]])

    # Acting

    def _here(self) -> tuple[Desk, str] | None:
        claim_id = self._queue.current()
        return None if self._desk is None or claim_id is None else (self._desk, claim_id)

    def _decide(self, state: State, reason: str = "") -> None:
        if (here := self._here()) is None:
            return
        changes = here[0].reviewing.decide([here[1]], state, reason)
        self._queue.decided()
        self.changed.emit(changes)
        if not changes:
            self._show()

    def _accept_alike(self) -> None:
        """Show every claim that prints this figure, and accept those that stay ticked as one act."""
        if (here := self._here()) is None:
            return
        desk, claim_id = here
        alike = desk.reviewing.alike(claim_id)
        dialog = AlikeDialog(alike, self)
        dialog.opened.connect(self._look_at)
        if dialog.exec():
            ticked = dialog.ticked()
            changes = desk.reviewing.decide(ticked, State.ACCEPTED)
            self._queue.decided_together(ticked)
            self.changed.emit(changes)
        dialog.deleteLater()

    def _skip(self) -> None:
        if (here := self._here()) is not None:
            skipped = here[0].reviewing.skipped(here[1])
            before = [one for one in self._skipped if one.line.record.claim_id != here[1]]
            self._skipped = [skipped, *before] if skipped.line.record.state is State.WAITING else before
            self._step(1)

    def _join(self) -> None:
        """Say that this card's article tells the story of the one before."""
        before = self._queue.before()
        if (here := self._here()) is None:
            return
        desk, claim_id = here
        if before is None:
            self.done.emit(self.tr("No card was shown before this one"))
            return
        one, other = (desk.reviewing.line(each) for each in (before, claim_id))
        self.changed.emit(desk.origins.join([one.record.article_id, other.record.article_id]))
        self.done.emit(self.tr("One origin with “{title}”; undo takes that back").format(title=one.title))

    def _undo(self) -> None:
        if self._desk is not None:
            self.changed.emit(self._desk.history.undo())

    def _reorder(self) -> None:
        """Begin at the first card of another order."""
        if self._desk is not None:
            self._queue.begin(self._desk.reviewing.queue(self.order.order))
            self._show()

    def _answer(self, fields: dict[str, str | None]) -> None:
        if self._desk is not None and (claim_id := self._queue.current()) is not None:
            self.changed.emit(self._desk.reviewing.set_basis(claim_id, fields))

    def _step(self, by: int) -> None:
        self.correcting.leave()
        self._queue.step(by)
        self._show()

    def _back(self) -> None:
        self.correcting.leave()
        self._queue.back()
        self._show()

    def _look_at(self, claim_id: str) -> None:
        self.correcting.leave()
        self._queue.look_at(claim_id)
        self._show()

    def _open(self) -> None:
        if (claim_id := self._queue.current()) is not None:
            self.open_source.emit(claim_id)

    def _choose_topic(self) -> None:
        claim_id = self._queue.current()
        if self._desk is None or claim_id is None:
            return
        grouping = self._desk.grouping
        suggested = grouping.suggest(claim_id)
        others = [row.topic for row in grouping.topics() if row.topic not in suggested.topics]
        menu = TopicMenu(suggested, others, self)
        slot = self.card.slots.slots["topic"]
        chosen: QAction | None = menu.exec(slot.mapToGlobal(slot.rect().bottomLeft()))
        choice = chosen.data() if chosen is not None else None
        menu.deleteLater()
        if not isinstance(choice, Choice):
            return
        match choice.answer:
            case Answer.FILE:
                self.changed.emit(grouping.file([claim_id], choice.topic_id))
            case Answer.REFUSE:
                self.changed.emit(grouping.refuse(claim_id, choice.topic_id))
                name = next(topic.name for topic in suggested.topics if topic.topic_id == choice.topic_id)
                self.done.emit(self.tr("Not {0}; undo takes that back").format(name))
            case Answer.NEW:
                if (made := make_topic(grouping, self, also=[claim_id])) is not None:
                    self.changed.emit(made[1])

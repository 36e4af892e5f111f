"""The Review screen: a queue of one card at a time; one key decides, saves and goes on."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.queue import QueueOrder
from app.services.claims.reviewing import BASIS_KEYS
from app.services.desk import Desk
from app.services.listed import Listed
from app.ui import vocabulary
from app.ui.own_keys import OwnKeys
from app.ui.review.alike_dialog import AlikeDialog
from app.ui.review.correcting import Correcting
from app.ui.review.filing import Filing
from app.ui.review.no_card import NoCard
from app.ui.review.page import ReviewPage
from app.ui.review.queue import Queue
from app.ui.review.recent import Recent
from app.ui.review.remarking import Remarking
from app.ui.screen import FooterKey, Screen
from app.ui.threads.reading import LARGE, Part, Reading

AMOUNTS = ClaimFilter(states=frozenset({State.WAITING}), kinds=frozenset(Kind) - {Kind.DATE, Kind.DURATION})


class ReviewScreen(Screen):
    """Decides on waiting claims, in the order of the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = self.tr("Review")
        self._queue = Queue()
        self.reading = Reading(self)
        self.reading.problem.connect(self.problem)
        self._amounts = 0
        """How many of what waits are neither dates nor durations."""
        self._reading_first = False
        """Nothing is known yet of what waits."""
        self._recent = Recent()
        self._sorted_anew = True
        """Whether the next reading asks again what disputes what: after something was filed, not for each decision."""
        self._make_acts()
        self._stack = QStackedLayout(self)
        self.page = page = ReviewPage(self.acts, self.answers)
        self.article, self.card, self.decisions, self.undo = page.article, page.card, page.decisions, page.undo
        self.correcting.work_on(self.card)
        self.remarking.card = self.filing.card = self.card
        page.picked.connect(self._look_at)
        page.order.chosen.connect(self._reorder)
        self.no_card = NoCard()
        self.no_card.go.connect(self.go)
        self._stack.addWidget(self.no_card)
        self._stack.addWidget(page)
        # Accept has the keyboard from card to card; its Enter accepts, and Space stays with Skip.
        OwnKeys(self, self.card.accept)

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
            "source": self.act("source", self.tr("Open the source"), ["O"], self._open),
            "origin": self.act("same-origin", self.tr("Same origin as the previous card"), ["W"], self._join),
            "order": self.act("order", self.tr("What comes first"), ["Q"], lambda: self.page.order.open()),
        }
        self.correcting = Correcting(self, self._here)
        self.remarking = Remarking(self, self._here, self._decide)
        self.filing = Filing(self, self._here)
        self.acts |= {
            "edit": self.correcting.edit,
            "speaker": self.correcting.speaker,
            "stance": self.correcting.stance,
            "flag": self.remarking.flag,
            "topic": self.filing.topic,
        }
        self.answers = {
            key: self.act(f"basis-{key}", vocabulary.say(words), [str(key)], lambda fields=fields: self._answer(fields))  # type: ignore[misc]
            for key, (words, fields) in BASIS_KEYS.items()
        }

    # What the window asks of a screen

    def set_desk(self, desk: Desk | None) -> None:
        self.reading.forget()
        self._queue = Queue()
        self._recent.forget()
        self._sorted_anew = True
        self.correcting.leave()
        self.article.forget()
        super().set_desk(desk)

    def arrangement(self) -> str:
        return self.page.order.order.value

    def arrange(self, kept: str) -> None:
        self.page.order.show_order(QueueOrder(kept) if kept in set(QueueOrder) else QueueOrder.VERDICT)

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
            self.no_card.take_keyboard()

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
        desk, order, anew = self._desk, self.page.order.order, self._sorted_anew
        self._sorted_anew = False
        if desk is None or desk.claims.at_most() <= LARGE:
            self.reading.forget()
            self._amounts = desk.claims.count(AMOUNTS) if desk else 0
            self._take(desk.reviewing.queue(order, anew=anew) if desk else [])
            return
        # What is on the card and what was decided is known; what else waits now follows.
        self._reading_first = self._queue.current() is None
        self._show()
        counted: Part = (lambda: desk.claims.count(AMOUNTS), self._count)
        self.reading.ask([counted, (lambda: desk.reviewing.listed(order, anew=anew), self._take)], apart=True)

    def _count(self, amounts: int) -> None:
        self._amounts = amounts

    def _take(self, waiting: Sequence[str]) -> None:
        shown = self._queue.current()
        self._reading_first = False
        self._queue.read(waiting)
        if shown is not None and self._queue.current() == shown and isinstance(waiting, Listed):
            self.page.show_left(self._queue.left(), self._amounts, self._queue.share())
        else:
            self._show()

    def _show(self) -> None:
        claim_id = self._queue.current()
        shown = self._desk is not None and claim_id is not None
        for act in self.actions():
            act.setEnabled(shown)
        self.footer_changed.emit()
        if self._desk is None or claim_id is None:
            self._show_no_card()
            return
        self._stack.setCurrentWidget(self.page)
        card = self._desk.reviewing.card(claim_id)
        focus = QApplication.focusWidget()
        held = not self.correcting.is_open() and (focus is None or self.card.isAncestorOf(focus))
        if not self.correcting.is_open():  # what is being typed outlives a change elsewhere
            self.card.show_card(card)
        self.article.show_claim(card.article, self._desk.library.claims(card.article.article_id), claim_id)
        self.page.show_decisions(self._recent.last(self._desk))
        self.undo.setEnabled(self._desk.history.undoable() is not None)
        self.page.show_left(self._queue.left(), self._amounts, self._queue.share())
        if held and self.isVisible():
            self.card.accept.setFocus()

    def _show_no_card(self) -> None:
        if self._reading_first:
            page = self.no_card.wait
        else:
            anything = self._desk is not None and self._desk.first_steps().articles > 0
            page = self.no_card.done if anything else self.no_card.nothing
        self.no_card.setCurrentWidget(page)
        self._stack.setCurrentWidget(self.no_card)
        if self.isVisible():
            self.no_card.take_keyboard()

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
            self._recent.skip(*here)
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
        self.done.emit(self.tr("Same origin as “{title}”; undo takes that back").format(title=one.title))

    def _reorder(self) -> None:
        """Begin at the first card of another order."""
        desk, order = self._desk, self.page.order.order
        if desk is None:
            return
        apart = desk.claims.at_most() > LARGE

        def begin(waiting: Sequence[str]) -> None:
            self._queue.begin(waiting)
            self._show()

        queue = desk.reviewing.listed if apart else desk.reviewing.queue
        self.reading.ask([(lambda: queue(order), begin)], apart=apart)

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

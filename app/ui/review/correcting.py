"""How a claim is corrected on its card: its fields in place, and the edges of its words."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.domain.errors import UserError
from app.services.claims.editing import UnfitError
from app.services.desk import Desk
from app.ui.review.card import ReviewCard
from app.ui.review.edges import Edges
from app.ui.screen import Screen

Here = Callable[[], tuple[Desk, str] | None]
"""The desk and the claim on the card; None where there is none."""


class Correcting(QObject):
    """The acts that correct; the screen shows the card again when one is done or left."""

    def __init__(self, screen: Screen, here: Here) -> None:
        super().__init__(screen)
        self._screen, self._here = screen, here
        self._card: ReviewCard | None = None
        self._edges: Edges | None = None
        self.edit = screen.act("edit", self.tr("Edit"), ["E"], lambda: self._open("figure"))
        self.speaker = screen.act("speaker", self.tr("Who says it"), ["S"], lambda: self._open("speaker"))
        self.stance = screen.act("stance", self.tr("Stance"), ["D"], lambda: self._open("stance"))
        self.start = screen.act("edge-start", self.tr("Move the start"), ["["], lambda: self._move_edge(at_end=False))
        self.end = screen.act("edge-end", self.tr("Move the end"), ["]"], lambda: self._move_edge(at_end=True))

    def acts(self) -> tuple[QAction, ...]:
        """Every act, in the order of the sheet of keys."""
        return (self.edit, self.speaker, self.stance, self.start, self.end)

    def work_on(self, card: ReviewCard) -> None:
        """Correct on this card from now on."""
        self._card = card
        card.fields.kept.connect(self.keep)
        card.fields.left.connect(self.leave)
        card.sentence.moved.connect(self._moved)
        card.sentence.kept.connect(self.keep)
        card.sentence.left.connect(self.leave)

    def is_open(self) -> bool:
        """Whether something is being corrected; a card that is shown anew meanwhile would lose it."""
        return self._card is not None and (self._edges is not None or self._card.is_edited())

    def _open(self, field: str) -> None:
        here, card = self._here(), self._card
        if here is None or card is None:
            return
        desk, claim_id = here
        topics = [row.topic.name for row in desk.grouping.topics()]
        card.open_fields(desk.reviewing.card(claim_id), desk.editing.speakers(), topics, field)

    def _move_edge(self, *, at_end: bool) -> None:
        here, card = self._here(), self._card
        if here is None or card is None:
            return
        shown = here[0].reviewing.card(here[1])
        claim = shown.line.record.claim
        self._moved(Edges(text=shown.article.article.text, sentence=claim.sentence, span=claim.span, at_end=at_end))

    def _moved(self, edges: Edges) -> None:
        here, card = self._here(), self._card
        if here is None or card is None:
            return
        self._edges = edges
        try:
            card.show_edges(edges, here[0].editing.reread(here[1], edges.span))
        except UserError as error:
            card.show_edges(edges, str(error))

    def keep(self) -> None:
        """Save what was corrected, all as one act; what cannot be read is said and stays open."""
        here, card = self._here(), self._card
        if here is None or card is None:
            return
        desk, claim_id = here
        if self._edges is not None:
            span = self._edges.span
            changes = desk.editing.set_span(claim_id, span)
        else:
            try:
                changes = desk.editing.save(claim_id, card.fields.edit())
            except UnfitError as unfit:
                card.fields.refuse(unfit)
                return
        self.leave()
        self._screen.changed.emit(changes)

    def leave(self) -> None:
        """Take nothing of it."""
        if self._card is not None and self.is_open():
            self._edges = None
            self._card.close_fields()

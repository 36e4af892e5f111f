"""The card in the middle of the review: the words, the figure, its slots, and the keys that decide."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.claim import Claim, State
from app.services.claims.likeness import UNASKED
from app.services.claims.reviewing import Card
from app.ui.claim_fields import Fields
from app.ui.counted import counted
from app.ui.review.answers import Answers
from app.ui.review.edges import Edges
from app.ui.review.figure_head import FigureHead
from app.ui.review.scroll import FAIR_AIR, CardScroll
from app.ui.review.seen import Seen
from app.ui.review.sentence import INSET, SentenceView
from app.ui.review.slots import Slots
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

EDGE, NARROW_EDGE = 32, 24
GAP, NARROW_GAP = 28, 20
"""The most air between two parts; a long sentence takes of it."""


class ReviewCard(Panel):
    """Shows one claim; its buttons fire the screen's acts."""

    def __init__(
        self, acts: Mapping[str, QAction], answers: Mapping[int, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(radius=12, shadow=True, parent=parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 3)
        whole.setSpacing(0)
        self.sentence = SentenceView()
        self.slots = Slots({key: acts[key] for key in ("speaker", "stance", "topic")}, answers)
        self._scroll = CardScroll(self.sentence, self.slots)
        whole.addWidget(self._scroll, 1)
        self.head = FigureHead()
        self.fields = Fields()
        self.fields.hide()
        self.remark = Words("", "small", "text", wrap=True)
        self._acts = acts
        self._card: Card | None = None
        self.answers = Answers(answers)
        self.seen = Seen(acts["alike"])
        self._fill(self._scroll.below)
        whole.addWidget(Rule())
        self._deciding, self._correcting = QWidget(), QWidget()
        self._low = False
        self._feet = (self._make_foot(acts), self._make_correcting())
        for page, foot in zip((self._deciding, self._correcting), self._feet, strict=True):
            page.setLayout(foot)
            whole.addWidget(page)
        self._correcting.hide()
        self.set_room(narrow=False, low=False)

    def _fill(self, column: QVBoxLayout) -> None:
        self._question = Words(self.tr("What does it measure?"), "label", "text2")
        self.why = Words("", "small", "text2")
        asked = QHBoxLayout()
        asked.setContentsMargins(0, 0, 0, 8)
        asked.addWidget(self._question)
        asked.addStretch(1)
        asked.addWidget(self.why)
        self._scroll.add_gap()
        column.addWidget(Rule())
        self._scroll.add_gap()
        column.addWidget(self.head)
        remarks = QHBoxLayout()  # not below the rest, where a long sentence pushes them out of sight
        remarks.setContentsMargins(0, 4, 0, 0)
        remarks.setSpacing(8)
        self._flagged = Sign("flag", "accent")
        remarks.addWidget(self._flagged, 0, Qt.AlignmentFlag.AlignTop)
        remarks.addWidget(self.remark, 1)
        column.addLayout(remarks)
        self._scroll.add_gap()
        column.addWidget(self.slots)
        column.addWidget(self.fields)
        self._scroll.add_gap()
        self._asked = QWidget()
        self._asked.setLayout(asked)
        column.addWidget(self._asked)
        column.addWidget(self.answers)
        self._scroll.add_gap()
        column.addWidget(self.seen)
        column.addStretch(1)

    def _make_foot(self, acts: Mapping[str, QAction]) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for name in ("reject", "skip", "edit", "flag"):
            foot.addWidget(KeyButton(acts[name], height=40))
        foot.addStretch(1)
        self.accept = KeyButton(acts["accept"], "check", "primary", height=40)
        foot.addWidget(self.accept)
        return foot

    def _make_correcting(self) -> QHBoxLayout:
        """What ends a correction, in the place of what decides."""
        leave, keep = KeyButton(self.tr("Cancel"), height=40), KeyButton(self.tr("Save"), "check", "primary", height=40)
        leave.print_key("Escape")
        keep.print_key("Enter")
        for button, done in ((leave, self.fields.left), (keep, self.fields.kept)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the fields have Enter and Escape themselves
            button.clicked.connect(done)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(leave)
        foot.addStretch(1)
        foot.addWidget(keep)
        return foot

    def set_room(self, *, narrow: bool, low: bool) -> None:
        """Less air where the window is small, so that all nine answers are seen."""
        edge = NARROW_EDGE if narrow else EDGE
        self._scroll.set_air(FAIR_AIR if low else NARROW_GAP if narrow else GAP)
        self._low = low
        self.answers.set_low(low)
        self.head.set_low(low)
        self.slots.set_low(low)
        above, below = (12, 8) if low else (16, 12) if narrow else (24, 16)
        self._scroll.column.setContentsMargins(edge - INSET, above, edge - INSET, below)
        foot = 8 if low else 12 if narrow else 16
        for row, page in zip(self._feet, (self._deciding, self._correcting), strict=True):
            row.setContentsMargins(edge, foot, edge, foot)
            for button in page.findChildren(KeyButton):
                button.set_height(32 if low else 40)
        self._show_question()
        self._scroll.give_room()

    def show_card(self, card: Card) -> None:
        """Show a claim, and no correction of it."""
        record, claim = card.line.record, card.line.record.claim
        self._card = card
        self.sentence.show_card(card)
        self._show_open(fields=False, edges=False)
        self.head.show_claim(claim, corrected="figure" in record.edited_fields)
        states = {State.ACCEPTED: self.tr("accepted"), State.REJECTED: self.tr("rejected")}
        self.head.state.setText(states.get(record.state, ""))
        self.slots.show_card(card)
        self.answers.show_card(card)
        self.why.setText(self._suggestion(card))
        self._show_question()
        self.seen.show_card(card)
        self.remark.setText(self._remark(card))
        self.remark.setVisible(bool(self.remark.plain()))
        self._flagged.setVisible(card.remark.flagged)
        self._acts["flag"].setText(self.tr("Unflag") if card.remark.flagged else self.tr("Flag"))
        self._scroll.give_room()
        self._scroll.verticalScrollBar().setValue(0)

    def open_fields(self, card: Card, speakers: Sequence[str], topics: Sequence[str], field: str) -> None:
        """Put fields in the place of the slots, the keyboard in the one of this name."""
        self.fields.show_card(card, speakers, topics)
        self._show_open(fields=True, edges=False)
        first: QWidget = getattr(self.fields, field)
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()
        self._scroll.ensureWidgetVisible(self.fields)

    def is_edited(self) -> bool:
        """Whether the fields are open."""
        return self.fields.isVisibleTo(self)

    def show_edges(self, edges: Edges, read: Claim | str) -> None:
        """Show the words between these edges, and the figure that they would be, or why they are none."""
        self._show_open(fields=False, edges=True)
        self.sentence.show_edges(edges)
        if isinstance(read, Claim):
            self.head.show_claim(read)
        else:
            self.head.show_none(read)

    def close_fields(self) -> None:
        """Show the claim again as it is."""
        if self._card is not None:
            self.show_card(self._card)
            self.accept.setFocus()

    def _show_open(self, *, fields: bool, edges: bool) -> None:
        claim = self._card.line.record.claim if self._card else None
        asked = claim is not None and claim.figure.kind not in UNASKED
        self.fields.setVisible(fields)
        self.slots.setVisible(not fields)
        self.answers.setVisible(asked and not fields)
        self._show_question()
        self._deciding.setVisible(not (fields or edges))
        self._correcting.setVisible(fields or edges)

    def _show_question(self) -> None:
        """In a low window the answers speak for themselves, beside a slot that names their keys."""
        self._question.setVisible(not self._low)
        self._asked.setVisible(self.answers.isVisibleTo(self) and not (self._low and not self.why.plain()))

    def _suggestion(self, card: Card) -> str:
        if card.suggested is None:
            return ""
        words = counted(
            card.suggested.count, self.tr("%n like it was marked {0}"), self.tr("%n like it were marked {0}")
        )
        return words.format(card.suggested.key)

    def _remark(self, card: Card) -> str:
        remark = card.remark
        tags = self.tr("Tags: {0}").format(", ".join(remark.tags)) if remark.tags else ""
        note = self.tr("Note: {0}").format("; ".join(remark.note.splitlines())) if remark.note else ""
        return " · ".join(filter(None, (self.tr("Flagged") if remark.flagged else "", tags, note)))

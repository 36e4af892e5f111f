"""The card in the middle of the review: the words, the figure, its slots, and the keys that decide."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from app.domain import wording
from app.domain.claim import Claim, Confidence, State
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.version import CARRIED
from app.services.likeness import UNASKED
from app.services.reviewing import Card
from app.services.shown import Shown
from app.ui import vocabulary
from app.ui.counted import counted
from app.ui.look import tones, type as steps
from app.ui.review.answers import Answers
from app.ui.review.edges import Edges
from app.ui.review.fields import Fields
from app.ui.review.sentence import INSET, SentenceView
from app.ui.review.slots import Slots
from app.ui.widgets.chips import HEIGHT
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

EDGE, NARROW_EDGE = 32, 24
GAP, NARROW_GAP, LOW_GAP = 20, 12, 8


class _KindChip(QWidget):
    """The kind of figure, with its hue as a square."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._words = Kind.MONEY, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, kind: Kind, words: str) -> None:
        """Show another kind."""
        self._kind, self._words = kind, words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("label", 500)).horizontalAdvance(self._words)
        return QSize(round(wide) + steps.scaled(28), steps.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setBrush(t.kind(self._kind).ink)
        painter.drawRoundedRect(QRectF(8, self.height() / 2 - 4, 8, 8), 2, 2)
        painter.setFont(steps.font("label", 500))
        painter.setPen(t.text2)
        painter.drawText(QRectF(22, 0, self.width() - 22, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words)


class ReviewCard(Panel):
    """Shows one claim; its buttons fire the screen's acts."""

    def __init__(
        self, acts: Mapping[str, QAction], answers: Mapping[int, QAction], parent: QWidget | None = None
    ) -> None:
        super().__init__(radius=12, shadow=True, parent=parent)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 3)
        whole.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        page = QWidget()
        self._scroll.setWidget(page)
        page.setAutoFillBackground(False)  # the scroll area has just turned it on
        whole.addWidget(self._scroll, 1)
        self._column = QVBoxLayout(page)
        self._column.setSpacing(0)
        self.sentence = SentenceView()
        self.slots = Slots()
        self.fields = Fields()
        self.fields.hide()
        self.remark = Words("", "small", "text", wrap=True)
        self._acts = acts
        self._card: Card | None = None
        self.answers = Answers(answers)
        self._gaps: list[QSpacerItem] = []
        self._fill(self._column)
        whole.addWidget(Rule())
        self._deciding, self._correcting = QWidget(), QWidget()
        self._feet = (self._make_foot(acts), self._make_correcting())
        for page, foot in zip((self._deciding, self._correcting), self._feet, strict=True):
            page.setLayout(foot)
            whole.addWidget(page)
        self._correcting.hide()
        self.set_room(narrow=False, low=False)

    def _fill(self, column: QVBoxLayout) -> None:
        column.addWidget(self.sentence)
        below = QVBoxLayout()
        below.setContentsMargins(INSET, 0, INSET, 0)
        below.setSpacing(0)
        self._fill_below(below)
        column.addLayout(below, 1)

    def _fill_below(self, column: QVBoxLayout) -> None:
        self._question = Words(self.tr("What does it measure?"), "label", "text2")
        self.why = Words("", "small", "text2")
        asked = QHBoxLayout()
        asked.addWidget(self._question)
        asked.addStretch(1)
        asked.addWidget(self.why)
        self._gap(column)
        column.addWidget(Rule())
        self._gap(column)
        column.addLayout(self._make_figure())
        self._gap(column)
        column.addWidget(self.slots)
        column.addWidget(self.fields)
        self._gap(column)
        column.addLayout(asked)
        column.addSpacing(8)
        column.addWidget(self.answers)
        self._gap(column)
        column.addLayout(self._make_seen())
        remarks = QHBoxLayout()
        remarks.setContentsMargins(0, 8, 0, 0)
        remarks.setSpacing(8)
        self._flagged = Sign("flag", "accent")
        remarks.addWidget(self._flagged, 0, Qt.AlignmentFlag.AlignTop)
        remarks.addWidget(self.remark, 1)
        column.addLayout(remarks)
        column.addStretch(1)

    def _make_seen(self) -> QHBoxLayout:
        """Where else the figure stands; a press shows it there."""
        self.earlier = Words("", "small", "text2")
        self._copies = Sign("copy", "text2")
        self.seen = KeyButton(self.tr("See the same figure elsewhere"), None, "quiet", height=22)
        self.seen.clicked.connect(self._acts["alike"].trigger)
        self.alike = KeyButton(self._acts["alike"], None, "link", height=22)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._copies)
        row.addWidget(self.seen)
        row.addWidget(self.earlier)
        row.addStretch(1)
        row.addWidget(self.alike)
        return row

    def _gap(self, column: QVBoxLayout) -> None:
        self._gaps.append(QSpacerItem(0, GAP))
        column.addSpacerItem(self._gaps[-1])

    def _make_figure(self) -> QVBoxLayout:
        self.figure = Words("", "display")
        self.figure.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.figure.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.kind = _KindChip()
        self.state = Words("", "small", "accent", weight=600)
        first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.figure)
        first.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self.state)
        self.meaning = Words("", "body", "text2")
        self.rule = Words("", "small", "text2", wrap=True)
        second = QHBoxLayout()
        second.setSpacing(24)
        second.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.rule, 1)
        figure = QVBoxLayout()
        figure.setSpacing(2)
        figure.addLayout(first)
        figure.addLayout(second)
        return figure

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
        leave, keep = KeyButton(self.tr("Leave"), height=40), KeyButton(self.tr("Keep"), "check", "primary", height=40)
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
        for gap in self._gaps:
            gap.changeSize(0, LOW_GAP if low else NARROW_GAP if narrow else GAP)
        self.answers.set_low(low)
        above, below = (12, 8) if low else (16, 12) if narrow else (24, 16)
        self._column.setContentsMargins(edge - INSET, above, edge - INSET, below)
        foot = 8 if low else 12 if narrow else 16
        for row in self._feet:
            row.setContentsMargins(edge, foot, edge, foot)

    def show_card(self, card: Card) -> None:
        """Show a claim, and no correction of it."""
        record, claim = card.line.record, card.line.record.claim
        self._card = card
        self.sentence.show_card(card)
        self._show_open(fields=False, edges=False)
        self._show_figure(claim)
        states = {State.ACCEPTED: self.tr("accepted"), State.REJECTED: self.tr("rejected")}
        self.state.setText(states.get(record.state, ""))
        self.slots.show_card(card)
        self.answers.show_card(card)
        self.why.setText(self._suggestion(card))
        self._show_seen(card)
        self.remark.setText(self._remark(card))
        self.remark.setVisible(bool(self.remark.plain()))
        self._flagged.setVisible(card.remark.flagged)
        self._acts["flag"].setText(self.tr("Unflag") if card.remark.flagged else self.tr("Flag"))
        self._scroll.verticalScrollBar().setValue(0)

    def _show_figure(self, claim: Claim) -> None:
        self.figure.setText(wording.say(claim.figure))
        self.figure.setAccessibleName(self.figure.text())
        self.meaning.setText(self._meaning(claim))
        self.kind.say(claim.figure.kind, vocabulary.say(claim.figure.kind.value))
        doubt = f": {claim.doubt}" if claim.doubt and claim.confidence is not Confidence.HIGH else ""
        rule = self.tr("Rule {0}, {1} confidence").format(claim.rule, vocabulary.say(claim.confidence.value))
        self._show_rule(rule + doubt)

    def _show_rule(self, words: str) -> None:
        self.rule.setText(words)
        self.rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

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
            self._show_figure(read)
        else:
            self.figure.setText(self.tr("no figure"))
            self.meaning.setText("")
            self._show_rule(read)

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
        for part in (self._question, self.why, self.answers):
            part.setVisible(asked and not fields)
        self._deciding.setVisible(not (fields or edges))
        self._correcting.setVisible(fields or edges)

    def _suggestion(self, card: Card) -> str:
        if card.suggested is None:
            return ""
        said = counted(
            card.suggested.count, self.tr("%n like it was marked {0}"), self.tr("%n like it were marked {0}")
        )
        return said.format(card.suggested.key)

    def _remark(self, card: Card) -> str:
        remark = card.remark
        tags = self.tr("Tags: {0}").format(", ".join(remark.tags)) if remark.tags else ""
        note = self.tr("Note: {0}").format("; ".join(remark.note.splitlines())) if remark.note else ""
        return " · ".join(filter(None, (self.tr("Flagged") if remark.flagged else "", tags, note)))

    def _show_seen(self, card: Card) -> None:
        articles = counted(card.line.same_articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(card.line.same_origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        same = ""
        if card.line.same_articles > 1:
            same = self.tr("Same figure in {0}, {1}").format(articles, origins)
        elif card.same > 1:
            same = self.tr("Same figure {0} times in this article").format(card.same)
        for part in (self._copies, self.seen, self.alike):
            part.setVisible(bool(same))
        self.seen.setText(same)
        earlier = self._earlier(card.line)
        self.earlier.setText(f"· {earlier}" if earlier and same else earlier)

    def _earlier(self, line: ClaimLine) -> str:
        """What an earlier version of the article printed in its place."""
        earlier = line.earlier
        if earlier is None:
            return ""
        if earlier.fate in CARRIED:
            return self.tr("Carried from version {0}").format(earlier.version)
        if earlier.surface == line.record.claim.surface:
            return self.tr("In other words than in version {0}").format(earlier.version)
        return self.tr("Was {0} in version {1}").format(earlier.surface, earlier.version)

    def _meaning(self, claim: Claim) -> str:
        """What the number can mean, in a few words; of a date, how files write it."""
        figure, width = claim.figure, Shown(claim).interval
        if width is None or figure.kind in UNASKED:
            return figure.date or ""
        halo, unit = width.halo, figure.unit
        if not halo.high.is_finite():
            words = self.tr("{0} or more") if halo.closed_low else self.tr("more than {0}")
            return words.format(wording.amount(halo.low, unit))
        if not halo.low.is_finite():
            words = self.tr("{0} or less") if halo.closed_high else self.tr("less than {0}")
            return words.format(wording.amount(halo.high, unit))
        if halo.low == halo.high:
            return self.tr("exactly")
        return self.tr("from {0} to {1}").format(wording.amount(halo.low, unit), wording.amount(halo.high, unit))

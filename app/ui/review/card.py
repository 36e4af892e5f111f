"""The card in the middle of the review: the words, the figure, its slots, and the keys that decide."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.claim import Claim, Confidence, State
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.domain.version import CARRIED
from app.services.reviewing import Card
from app.services.shown import Shown
from app.ui.counted import counted
from app.ui.look import tones, type as steps
from app.ui.review.answers import Answers
from app.ui.review.sentence import INSET, SentenceView
from app.ui.review.slots import Slots
from app.ui.widgets.chips import HEIGHT
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.words import Words

EDGE, NARROW_EDGE = 32, 24
GAP, NARROW_GAP, LOW_GAP = 20, 12, 8
_TIMES = (Kind.DATE, Kind.DURATION)


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
        self.answers = Answers(answers)
        self._gaps: list[QSpacerItem] = []
        self._fill(self._column)
        whole.addWidget(Rule())
        self._foot = self._make_foot(acts)
        whole.addLayout(self._foot)
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
        self.seen = Words("", "small", "text2")
        self._gap(column)
        column.addWidget(Rule())
        self._gap(column)
        column.addLayout(self._make_figure())
        self._gap(column)
        column.addWidget(self.slots)
        self._gap(column)
        column.addWidget(self._question)
        column.addSpacing(8)
        column.addWidget(self.answers)
        self._gap(column)
        column.addWidget(self.seen)
        column.addStretch(1)

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
        for name in ("reject", "skip"):
            foot.addWidget(KeyButton(acts[name], height=40))
        foot.addStretch(1)
        self.accept = KeyButton(acts["accept"], "check", "primary", height=40)
        foot.addWidget(self.accept)
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
        self._foot.setContentsMargins(edge, foot, edge, foot)

    def show_card(self, card: Card) -> None:
        """Show a claim."""
        record, claim = card.line.record, card.line.record.claim
        self.sentence.show_card(card)
        self.figure.setText(wording.say(claim.figure))
        self.figure.setAccessibleName(self.figure.text())
        self.meaning.setText(self._meaning(claim))
        self.kind.say(claim.figure.kind, self.tr(claim.figure.kind.value))
        states = {State.ACCEPTED: self.tr("accepted"), State.REJECTED: self.tr("rejected")}
        self.state.setText(states.get(record.state, ""))
        doubt = f": {claim.doubt}" if claim.doubt and claim.confidence is not Confidence.HIGH else ""
        rule = self.tr("Rule {0}, {1} confidence").format(claim.rule, self.tr(claim.confidence.value))
        self.rule.setText(rule + doubt)
        self.rule.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.slots.show_card(card)
        for part in (self._question, self.answers):
            part.setVisible(claim.figure.kind not in _TIMES)
        self.answers.show_claim(claim)
        articles = counted(card.line.same_articles, self.tr("%n article"), self.tr("%n articles"))
        origins = counted(card.line.same_origins, self.tr("%n independent origin"), self.tr("%n independent origins"))
        same = self.tr("Same figure in {0}, {1}").format(articles, origins) if card.line.same_articles > 1 else ""
        self.seen.setText(" · ".join(filter(None, (self._earlier(card.line), same))))
        self.seen.setVisible(bool(self.seen.text()))
        self._scroll.verticalScrollBar().setValue(0)

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
        if width is None or figure.kind in _TIMES:
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

"""The figure of a claim in large letters: its kind, what the number can mean, and how surely it was read."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.claim import Claim, Confidence
from app.domain.figure import Kind
from app.services.claims.likeness import UNASKED
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.look import tones, type as steps
from app.ui.widgets.chips import HEIGHT
from app.ui.widgets.words import Words


class _KindChip(QWidget):
    """The kind of figure, with its hue as a square."""

    def __init__(self) -> None:
        super().__init__()
        self._kind, self._words = Kind.MONEY, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_kind(self, kind: Kind) -> None:
        """Show another kind."""
        self._kind, self._words = kind, vocabulary.say(kind.value)
        self.setAccessibleName(self._words)
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
        side, left = steps.scaled(8), steps.scaled(22)
        painter.drawRoundedRect(QRectF(side, (self.height() - side) / 2, side, side), 2, 2)
        painter.setFont(steps.font("label", 500))
        painter.setPen(t.text2)
        painter.drawText(
            QRectF(left, 0, self.width() - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self._words
        )


class _Figure(Words):
    """On one line where there is room for that, else on as many as it takes: no figure is cut."""

    def __init__(self) -> None:
        super().__init__("", "display")
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        line = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return QSize(line.width() + 2, self.heightForWidth(line.width() + 2))


class FigureHead(QWidget):
    """Two lines: figure, kind and state; what it means, and how surely it was read, by which rule as a tooltip.

    In a low window they are one where there is width for it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.figure = _Figure()
        self.kind = _KindChip()
        self.state = Words("", "small", "accent", weight=600)
        self._low, self._one_line = False, False
        first = self._first = QHBoxLayout()
        first.setSpacing(16)
        first.addWidget(self.figure)
        first.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        first.addStretch(1)
        first.addWidget(self.state)
        self.meaning = Words("", "body", "text2")
        self.rule = Words("", "small", "text2", wrap=True)
        second = self._second = QHBoxLayout()
        second.setSpacing(24)
        second.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignTop)
        second.addWidget(self.rule, 1)
        both = QVBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(2)
        both.addLayout(first)
        both.addLayout(second)

    def set_low(self, low: bool) -> None:
        """Whether height is dear."""
        self._low = low
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        one_line = self._low and self._wide() <= self.width()
        if one_line == self._one_line:
            return
        self._one_line = one_line
        self.rule.setWordWrap(not one_line)
        if one_line:
            self._first.insertWidget(2, self.meaning)
            self._first.addWidget(self.rule)
        else:
            self._second.addWidget(self.meaning, 0, Qt.AlignmentFlag.AlignTop)
            self._second.addWidget(self.rule, 1)
        self._align_rule()

    def _align_rule(self) -> None:
        above = Qt.AlignmentFlag.AlignVCenter if self._one_line else Qt.AlignmentFlag.AlignTop
        self.rule.setAlignment(Qt.AlignmentFlag.AlignRight | above)

    def _wide(self) -> int:
        """The width in pixels that all of it needs on one line."""
        rule = self.rule.fontMetrics().horizontalAdvance(self.rule.plain())
        parts = (self.figure, self.kind, self.meaning, self.state)
        return rule + sum(part.sizeHint().width() for part in parts) + 5 * self._first.spacing()

    def show_claim(self, claim: Claim, *, corrected: bool = False) -> None:
        """Show the figure as it was read, or as the analyst corrected it."""
        self.figure.setText(wording.say(claim.figure))
        self.figure.setAccessibleName(self.figure.text())
        self.meaning.setText(self._meaning(claim))
        self.kind.set_kind(claim.figure.kind)
        doubt = f": {claim.doubt}" if claim.doubt and claim.confidence is not Confidence.HIGH else ""
        sure = vocabulary.say(claim.confidence.value)
        read = self.tr("Corrected by hand") if corrected else self.tr("Read with {0} confidence").format(sure)
        self._show_rule(read + doubt, self.tr("Rule: {0}").format(claim.rule))

    def show_none(self, reason: str) -> None:
        """Say that the words are no figure, and why."""
        self.figure.setText(self.tr("no figure"))
        self.meaning.setText("")
        self._show_rule(reason)

    def _show_rule(self, words: str, rule: str = "") -> None:
        self.rule.setText(words)
        self.rule.setToolTip(rule)
        self._align_rule()
        self._lay_out()

    def _meaning(self, claim: Claim) -> str:
        """What the number can mean, in a few words; of a day or month, how files write it."""
        figure, width = claim.figure, Shown(claim).interval
        if width is None or figure.kind in UNASKED:
            is_code = figure.kind is Kind.DURATION or (figure.date or "").isdigit()
            return "" if is_code else figure.date or ""
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

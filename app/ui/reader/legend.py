"""The line under an article that says what the underlines mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.figure import Kind
from app.ui.look import tones, type as steps
from app.ui.reader.marks import paint_underline
from app.ui.widgets.line import paint_line

_PILL = 19
_GAP, _LEAST = 24, 6
"""Pixels between two kinds, and where the text is narrow."""
_PAD = 4


class Legend(QWidget):
    """Every kind on its tint with its underline, and what the tint says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._words = {
            Kind.MONEY: self.tr("money"),
            Kind.PERCENTAGE: self.tr("percentage"),
            Kind.QUANTITY: self.tr("quantity"),
            Kind.DATE: self.tr("date"),
            Kind.DURATION: self.tr("duration"),
        }
        self._left, self._wide = 40.0, 480.0

    def place(self, left: float, wide: float) -> None:
        """Stand below a text of this left edge and width."""
        self._left, self._wide = left, wide
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, steps.scaled(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(self._left, 0, self._wide, 1), t.rule)
        face = steps.font("small", 500)
        metrics = QFontMetricsF(face)
        left, middle = self._left, self.height() / 2
        spare = self._wide - sum(metrics.horizontalAdvance(words) + _PAD for words in self._words.values())
        gap = max(min(steps.scaled(_GAP), spare / (len(self._words) - 1)), _LEAST)
        for kind, words in self._words.items():
            wide = metrics.horizontalAdvance(words)
            if left + wide + _PAD > self.width():
                return  # the reader is narrower than the list of kinds
            pill = QRectF(left, middle - steps.scaled(_PILL) / 2, wide + _PAD, steps.scaled(_PILL))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.kind(kind).tint)
            painter.drawRoundedRect(pill, 3, 3)
            paint_underline(painter, pill, kind)
            painter.setFont(face)
            painter.setPen(t.text)
            painter.drawText(pill.adjusted(2, 0, 2, -2), Qt.AlignmentFlag.AlignVCenter, words)
            left += wide + _PAD + gap
        rest = QRectF(left, 0, self.width() - left - 8, self.height())
        paint_line(painter, rest, self.tr("no tint = waiting"), steps.font("small"), t.text2)

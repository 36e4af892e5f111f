"""A choice of one among few, side by side."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import tones, type as steps


class Segmented(QWidget):
    """Two to four words on one ground, the chosen one raised. Left and right move the choice."""

    follows_focus_ring = True
    chosen = Signal(int)

    def __init__(self, words: list[str], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._name = name
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._describe()

    def at(self) -> int:
        """The position of the choice."""
        return self._at

    def choose(self, position: int) -> None:
        """Choose by position, and say so if it is another."""
        position = max(0, min(position, len(self._words) - 1))
        if position != self._at:
            self._at = position
            self._describe()
            self.update()
            self.chosen.emit(position)

    def _describe(self) -> None:
        self.setAccessibleName(f"{self._name}: {self._words[self._at]}")

    def _widths(self) -> list[int]:
        metrics = QFontMetricsF(steps.font("body", 600))
        return [round(metrics.horizontalAdvance(word)) + steps.scaled(24) for word in self._words]

    def sizeHint(self) -> QSize:
        return QSize(sum(self._widths()) + 4, steps.scaled(32))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left = 2.0
        for position, wide in enumerate(self._widths()):
            if left <= event.position().x() < left + wide:
                self.choose(position)
            left += wide

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.choose(self._at + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.sunken)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        left = 2.0
        for position, (word, wide) in enumerate(zip(self._words, self._widths(), strict=True)):
            box = QRectF(left, 2, wide, self.height() - 4)
            here = position == self._at
            if here:
                painter.setPen(QPen(t.rule2, 1))
                painter.setBrush(t.raised)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            painter.setPen(t.text if here else t.text2)
            painter.setFont(steps.font("body", 600 if here else 500))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
            left += wide

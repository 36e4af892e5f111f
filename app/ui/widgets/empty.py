"""What a screen shows while it has nothing: one drawing, one line, one act."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import tones, type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

_LOW = 340
"""Below this height, in pixels at 100 %, the words have the room of the drawing."""


class Drawing(QWidget):
    """Two sheets of paper with two figures marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(152, 172)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.rule2, 1))
        painter.save()
        painter.translate(70, 79)
        painter.rotate(-5)
        painter.setBrush(t.sunken)
        painter.drawRoundedRect(QRectF(-54, -66, 110, 135), 8, 8)
        painter.restore()
        painter.translate(12, 0)
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(26.5, 1.5, 110, 135), 8, 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.rule)
        for y, left, right in ((25, 40, 112), (45, 40, 124), (65, 40, 100), (85, 40, 124), (105, 40, 84)):
            painter.drawRoundedRect(QRectF(left, y, right - left, 4), 2, 2)
        money, years = t.kind("money"), t.kind("duration")
        painter.fillRect(QRectF(64, 37, 40, 16), money.tint)
        painter.fillRect(QRectF(64, 52, 39, 2), money.ink)
        painter.fillRect(QRectF(40, 97, 32, 16), years.tint)
        ticks = QPainterPath(QPointF(41, 110))
        for x, y in ((41, 116), (41, 113), (71, 113), (71, 110), (71, 116)):
            ticks.lineTo(x, y)
        painter.strokePath(ticks, QPen(years.ink, 1.5))


class EmptyState(QWidget):
    """One line, one button; `more` says it in a second line, `note` in small print below the button."""

    def __init__(
        self,
        text: str,
        button: KeyButton | None = None,
        *,
        more: str = "",
        note: str = "",
        drawing: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = button
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(0)
        column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._drawing = Drawing() if drawing else None
        if self._drawing is not None:
            column.addWidget(self._drawing, 0, middle)
        self.title = Words(text, "title")
        self.title.setFont(_sized(20, 600))
        column.addWidget(self.title, 0, middle)
        self.more = Words(more, "body", "text2")
        self.more.setFont(_sized(15))
        if not more:
            self.more.hide()
        column.addSpacing(8)
        column.addWidget(self.more, 0, middle)
        if button is not None:
            column.addSpacing(20)
            column.addWidget(button, 0, middle)
        if note:
            column.addSpacing(18)
            for line in note.splitlines():
                words = Words(line, "small", "text2", wrap=True)
                words.setAlignment(middle)
                column.addWidget(words)
                column.addSpacing(4)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._drawing is not None:
            self._drawing.setVisible(self.height() >= steps.scaled(_LOW))

    def set_words(self, text: str, more: str = "") -> None:
        """Say something else ("Nothing matches")."""
        self.title.setText(text)
        self.more.setText(more)
        self.more.setVisible(bool(more))


def _sized(pixels: int, weight: int = 400) -> QFont:
    face = steps.font("body", weight)
    face.setPixelSize(steps.scaled(pixels))
    return face

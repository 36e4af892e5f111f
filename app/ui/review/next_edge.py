"""The hint below the card that another one comes."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import tones


class NextEdge(QWidget):
    """The lower edge of the card that comes next."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.rule, 1))
        painter.setBrush(t.surface)
        painter.drawRoundedRect(QRectF(16.5, -20, self.width() - 33, 20 + self.height() - 1.5), 12, 12)

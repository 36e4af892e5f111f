"""How much of something is done, as a bar that fills."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.look import tones


class ShareBar(QWidget):
    """As wide as there is room, and `tall` pixels high; what is filled is never less than a dot."""

    def __init__(self, tall: int) -> None:
        super().__init__()
        self._share = 0.0
        self.setFixedHeight(tall)

    def set_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self._share = share
        self.setAccessibleName(self.tr("{percent} per cent done").format(percent=round(100 * share)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t, whole = tones.current(), QRectF(self.rect())
        radius = whole.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.rule)
        painter.drawRoundedRect(whole, radius, radius)
        if self._share > 0:
            whole.setWidth(max(whole.width() * self._share, whole.height()))
            painter.setBrush(t.accent)
            painter.drawRoundedRect(whole, radius, radius)

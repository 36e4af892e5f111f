"""An icon alone, that follows the scheme."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import type as steps
from app.ui.look.icons import icon


class Sign(QWidget):
    """Says nothing by itself: the words stand beside it."""

    def __init__(self, name: str, role: str = "text2", side: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._side = icon(name, role), side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = steps.scaled(self._side)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._icon.paint(QPainter(self), self.rect())

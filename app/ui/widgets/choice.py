"""A field that holds one of a few choices."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from app.ui.look import type as steps
from app.ui.look.icons import icon

_CHEVRON = 16


class Choice(QComboBox):
    """Dressed as other fields, with the chevron of the program; a wheel that passes over it changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        side = steps.scaled(_CHEVRON)
        left = self.width() - side - steps.scaled(8)
        icon("chevron-down", "text2").paint(
            QPainter(self), QRectF(left, (self.height() - side) / 2, side, side).toRect()
        )

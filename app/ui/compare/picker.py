"""A list of few choices that looks like a button."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon

PAD, CHEVRON, GAP = 10, 14, 6


class Picker(QComboBox):
    """As wide as what is chosen; a wheel that passes over it changes nothing."""

    follows_focus_ring = True

    def __init__(self, name: str, height: int = 32) -> None:
        super().__init__()
        self._height = height
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(lambda _: self.updateGeometry())

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 500)).horizontalAdvance(self.currentText())
        return QSize(round(wide + 0.5) + steps.scaled(2 * PAD + CHEVRON + GAP), steps.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.rule2, 1))
        painter.setBrush(t.hover if self.underMouse() else t.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(steps.font("body", 500))
        painter.setPen(t.text if self.isEnabled() else t.text3)
        pad, side = steps.scaled(PAD), steps.scaled(CHEVRON)
        room = self.width() - 2 * pad - side - steps.scaled(GAP)
        shown = QFontMetricsF(painter.font()).elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(self.rect().adjusted(pad, 0, -pad, 0), Qt.AlignmentFlag.AlignVCenter, shown)
        at = QRectF(self.width() - pad - side + 2, (self.height() - side) / 2, side, side)
        icon("chevron-down", "text2").paint(painter, at.toRect())

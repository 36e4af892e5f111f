"""Grounds that other parts stand on: a card with rounded corners, a plain area, a rule."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import tones


class Panel(QWidget):
    """A surface with a 1 px border. `role` is its ground; `shadow` 2 px below, for the one card that stands out."""

    def __init__(
        self,
        *,
        radius: int = 8,
        role: str = "surface",
        border: str | None = "rule",
        dashed: bool = False,
        shadow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._radius, self._role, self._border = radius, role, border
        self._dashed, self._shadow = dashed, shadow

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._shadow:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.rule)
            painter.drawRoundedRect(box, self._radius, self._radius)
            box.adjust(0, 0, 0, -1.5)
        painter.setBrush(getattr(t, self._role))
        painter.setPen(Qt.PenStyle.NoPen)
        if self._border:
            pen = QPen(getattr(t, self._border), 1)
            if self._dashed:
                pen.setDashPattern([5, 4])
            painter.setPen(pen)
        painter.drawRoundedRect(box, self._radius, self._radius)


class Ground(QWidget):
    """A plain area in one role, with a rule on the edges asked for ("top", "right", "bottom", "left")."""

    def __init__(self, role: str, *edges: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role, self._edges = role, edges

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(t, self._role))
        wide, tall = self.width(), self.height()
        lines = {
            "top": (0, 0, wide, 1),
            "bottom": (0, tall - 1, wide, 1),
            "left": (0, 0, 1, tall),
            "right": (wide - 1, 0, 1, tall),
        }
        for edge in self._edges:
            painter.fillRect(*lines[edge], t.rule)


class Rule(QWidget):
    """A line of 1 px across."""

    def __init__(self, role: str = "rule", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), getattr(tones.current(), self._role))

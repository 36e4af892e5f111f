"""How far an import is: a bar, and how many files ended in each way."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import tones
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words


class Bar(QWidget):
    """How far the import is, as a bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """0 to 1."""
        self._share = share
        self.setAccessibleName(self.tr("{percent} per cent done").format(percent=round(100 * share)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(100, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.rule)
        box = QRectF(self.rect())
        painter.drawRoundedRect(box, 4, 4)
        if self._share > 0:
            box.setWidth(max(box.width() * self._share, 8))
            painter.setBrush(t.accent)
            painter.drawRoundedRect(box, 4, 4)


class Count(QWidget):
    """A sign and how many files it stands for."""

    def __init__(self, icon_name: str, role: str) -> None:
        super().__init__()
        self._words = Words("", "small", "conflict" if role == "conflict" else "text2")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(Sign(icon_name, role))
        row.addWidget(self._words)

    def say(self, count: int, words: str) -> None:
        """Show the words, or nothing for none."""
        self._words.setText(words)
        self.setVisible(count > 0)

"""Cards on Start that can be pressed: a new project, one to open, one that was open before."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap
from app.ui.widgets.line import LEFT, paint_line


class ActCard(QAbstractButton):
    """An act with an icon, a second line and its key; `key` where the act has none of its own."""

    follows_focus_ring = True

    def __init__(self, act: QAction, words: str, more: str, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act, self._more, self._icon = act, more, icon_name
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(more)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(act.trigger)

    def sizeHint(self) -> QSize:
        return QSize(300, steps.scaled(72))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.rule2 if self.underMouse() else t.rule, 1))
        painter.setBrush(t.hover if self.isDown() else t.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        middle = self.height() / 2
        icon(self._icon, "accent").paint(painter, QRectF(20, middle - 12, 24, 24).toRect())
        painter.setFont(steps.font("heading", 600))
        painter.setPen(t.text)
        painter.drawText(QRectF(60, middle - steps.scaled(22), self.width() - 60, steps.scaled(22)), LEFT, self.text())
        painter.setFont(steps.font("small"))
        painter.setPen(t.text2)
        painter.drawText(QRectF(60, middle + 1, self.width() - 60, steps.scaled(20)), LEFT, self._more)
        if key := key_cap.words(self._act.shortcut()):
            wide, tall = key_cap.width(key), steps.scaled(key_cap.HEIGHT)
            key_cap.paint(painter, QRectF(self.width() - 20 - wide, middle - tall / 2, wide, tall), key)


class RecentRow(QAbstractButton):
    """A project that was open before: its name and where it is."""

    follows_focus_ring = True

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.setText(path.stem)
        self.setAccessibleName(self.tr("Open {name}").format(name=path.stem))
        self.setAccessibleDescription(str(path.parent))
        self.setToolTip(str(path))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, steps.scaled(44))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.hover)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        for face, ink, top, text in (
            (steps.font("body", 600), t.text, 3, self.text()),
            (steps.font("small"), t.text2, 22, str(self.path.parent)),
        ):
            line = QRectF(12, steps.scaled(top), self.width() - 24, steps.scaled(20))
            paint_line(painter, line, text, face, ink, cut=Qt.TextElideMode.ElideMiddle)

"""A key as a cap: on the button that it fires, in the footer, on the sheet of all keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import tones, type as steps

HEIGHT = 18
_NAMES = {"Return": "Enter", "Ins": "Insert", "Del": "Delete", "Esc": "Escape"}


def words(keys: QKeySequence) -> str:
    """A shortcut as people read it on their keyboard."""
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    return "+".join(_NAMES.get(part, part) for part in text.split("+")) if text not in ("", "+") else text


def of(act: QAction) -> list[str]:
    """All keys of an act as people read them; two that are printed alike are one."""
    return list(dict.fromkeys(map(words, act.shortcuts())))


def tip(act: QAction) -> str:
    """What an act does and the key that does it, for a tooltip."""
    key = words(act.shortcut())
    return f"{act.text()} ({key})" if key else act.text()


def width(text: str) -> int:
    """How wide the cap for this key is, in pixels."""
    room = QFontMetricsF(steps.font("label", 500)).horizontalAdvance(text) + steps.scaled(10)
    return round(max(room, steps.scaled(HEIGHT)))


def paint(painter: QPainter, rect: QRectF, text: str, ink: QColor | None = None) -> None:
    """Draw a cap into `rect`. `ink` is the colour of the words around it where the ground is not neutral."""
    t = tones.current()
    edge = tones.mixed(ink, t.accent, 0.55) if ink else t.rule2
    ground = tones.mixed(ink, t.accent, 0.16) if ink else t.raised
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    painter.setPen(ink or t.text2)
    painter.setFont(steps.font("label", 500))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(QWidget):
    """A cap alone: of a key, or of the act whose key it follows."""

    def __init__(self, key: QAction | str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._act = key if isinstance(key, QAction) else None
        self._text = "" if isinstance(key, QAction) else key
        self.setAccessibleName(self._text)
        if self._act is not None:
            self._act.changed.connect(self._follow)
            self._follow()

    def _follow(self) -> None:
        if self._act is not None:
            self._text = words(self._act.shortcut())
            self.setAccessibleName(self._text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(width(self._text), steps.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        paint(QPainter(self), QRectF(self.rect()), self._text)

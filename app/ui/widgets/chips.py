"""Chips: one slot each, in words; a slot that is not stated is a dashed outline, never absent."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon as icon_named

HEIGHT = 22
IN_TABLES = 20
_PAD = 8
_ICON = 14


def width(text: str, *, icon: str | None = None, by_analyst: bool = False) -> int:
    """How wide the chip is, in pixels."""
    room = QFontMetricsF(steps.font("label", 500)).horizontalAdvance(text) + 2 * steps.scaled(_PAD)
    return round(room + (steps.scaled(_ICON + 4) if icon or by_analyst else 0))


def paint(
    painter: QPainter,
    rect: QRectF,
    text: str,
    *,
    known: bool = True,
    by_analyst: bool = False,
    on_selected: bool = False,
    icon: str | None = None,
) -> None:
    """Draw a chip into `rect` (height `HEIGHT`, or `IN_TABLES`); `known` False draws the dashed outline."""
    t = tones.current()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    if known:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.accent_soft if by_analyst and not on_selected else t.surface if on_selected else t.sunken)
        painter.drawRoundedRect(rect, 6, 6)
    else:
        pen = QPen(t.ctl, 1)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, 6, 6)
    words = rect.adjusted(steps.scaled(_PAD), 0, -steps.scaled(_PAD), 0)
    if name := icon or ("pencil" if by_analyst else None):
        side = steps.scaled(_ICON)
        square = QRectF(words.left(), rect.center().y() - side / 2, side, side)
        icon_named(name, "accent" if by_analyst else "text2").paint(painter, square.toRect())
        words.setLeft(words.left() + side + steps.scaled(4))
    painter.setFont(steps.font("label", 500))
    painter.setPen(t.accent if by_analyst else t.text2)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    painter.restore()


class Chip(QWidget):
    """A chip alone; it says something and cannot be pressed."""

    def __init__(
        self,
        text: str = "",
        *,
        known: bool = True,
        by_analyst: bool = False,
        icon: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._known, self._by_analyst, self._icon = known, by_analyst, icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        return QSize(width(self._text, icon=self._icon, by_analyst=self._by_analyst), steps.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint(
            painter,
            QRectF(self.rect()),
            self._text,
            known=self._known,
            by_analyst=self._by_analyst,
            icon=self._icon,
        )

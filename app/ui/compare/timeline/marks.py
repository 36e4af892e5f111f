"""The mark of a figure in time: an upright bar for what it can mean, an arrow for an open bound."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.domain.interval import Bounds
from app.ui.look import type as steps

BAR, ARROW = 12, 26
LEAST = 2.4
"""The least height of a bar, in pixels."""
DIMMED = 0.42
"""How much is left of what no longer stands."""
_LIGHT, _DARK = 56, 96


def is_closed(bounds: Bounds) -> bool:
    """Whether both ends are known."""
    return bounds.low.is_finite() and bounds.high.is_finite()


def open_end(bounds: Bounds) -> tuple[float, bool]:
    """The one end that is known, and whether the other lies above it."""
    return (float(bounds.low), True) if bounds.low.is_finite() else (float(bounds.high), False)


def paint_bar(painter: QPainter, x: float, low: float, high: float, ink: QColor, *, denied: bool) -> None:
    """What the figure can mean, between two heights; where it is denied an outline in dashes."""
    pen, shade = QPen(ink, 1), QColor(ink)
    if denied:
        pen.setDashPattern([3, 2])
    shade.setAlpha(0 if denied else _LIGHT)
    painter.setPen(pen)
    painter.setBrush(shade)
    painter.drawRoundedRect(_upright(x, low, high), 3, 3)


def paint_core(painter: QPainter, x: float, low: float, high: float, ink: QColor) -> None:
    """What it means as printed, darker within the bar."""
    shade = QColor(ink)
    shade.setAlpha(_DARK)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(_upright(x, low, high), 3, 3)


def paint_arrow(painter: QPainter, x: float, y: float, ink: QColor, *, up: bool, denied: bool) -> None:
    """From a post at the bound towards the open end."""
    way, half = (-1 if up else 1), steps.scaled(BAR) / 2
    tip = y + way * steps.scaled(ARROW)
    painter.fillRect(QRectF(x - half, y - 1, 2 * half, 2), ink)
    painter.setPen(QPen(ink, 1.75, Qt.PenStyle.DashLine if denied else Qt.PenStyle.SolidLine))
    painter.drawLine(QPointF(x, y), QPointF(x, tip - way * 5))
    painter.setPen(QPen(ink, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if denied else ink)
    back = tip - way * 8
    painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x - 4.5, back), QPointF(x + 4.5, back)]))


def _upright(x: float, low: float, high: float) -> QRectF:
    wide = steps.scaled(BAR)
    return QRectF(x - wide / 2, high, wide, max(low - high, LEAST))

"""The figures in words beside their marks, as far as there is room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.services.timeline import Moment
from app.ui.look import tones, type as steps
from app.ui.widgets.line import LEFT

GAP, RING = 6, 5
"""How far words stand from their mark, and how much further the ring of the current one reaches at its sides."""


@dataclass(frozen=True, slots=True)
class Label:
    """A figure to name, the centre of its mark, what the mark covers, and whether it is the current one."""

    moment: Moment
    place: QPointF
    field: QRectF
    current: bool


def paint_labels(painter: QPainter, labels: Sequence[Label], taken: Sequence[QRectF], width: float) -> None:
    """Each figure beside its mark where it is free of what is `taken`; the current one always, with its ring."""
    face = steps.font("small", 600)
    metrics, tall = QFontMetricsF(face), steps.line_height("small")
    fields = list(taken)
    for label in sorted(labels, key=lambda one: not one.current):
        own, words = label.field, label.moment.row.figure
        wide = metrics.horizontalAdvance(words) + 2
        apart = GAP + (RING if label.current else 0)
        spots = (own.right() + apart, own.left() - apart - wide)
        rooms = [QRectF(left, label.place.y() - tall / 2, wide, tall) for left in spots]
        others = [field for field in fields if field is not own]
        free = next((room for room in rooms if _is_free(room, others, width)), None)
        if label.current:
            painter.setPen(QPen(tones.current().accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(own.adjusted(-RING, -4, RING, 5), 6, 6)
            if free is None:
                free = rooms[0] if rooms[0].right() <= width else rooms[1]
                painter.fillRect(free, tones.current().surface)
        if free is not None:
            fields.append(free)
            painter.setFont(face)
            quiet = label.moment.superseded and not label.current
            painter.setPen(tones.current().text2 if quiet else tones.current().text)
            painter.drawText(free, LEFT, words)


def _is_free(room: QRectF, others: Sequence[QRectF], width: float) -> bool:
    inside = room.left() >= 0 and room.right() <= width
    return inside and not any(room.intersects(other) for other in others)

"""The shape of each verdict with its figure in words, beside the marks as far as there is room."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from app.domain.verdict import Verdict
from app.ui.compare.timeline.marks import BAR, DIMMED
from app.ui.look import tones, type as steps
from app.ui.widgets import verdict_mark
from app.ui.widgets.line import LEFT

GAP, RING = 5, 5
"""How far words stand from the ring of the current mark, and how far that reaches around the mark."""
SHAPE, AFTER = 14, 5
"""The shape of a verdict, and how far the words stand from it."""
LINES = 5
"""How many lines above or below its mark a figure may be named, where others of the day stand at its side."""


@dataclass(frozen=True, slots=True)
class Label:
    """What is said of a mark, the centre of the mark, where its day lies, and what it covers.

    Without `words` the shape of the verdict is all; `quiet` are figures that no longer stand.
    """

    words: str
    verdict: Verdict | str
    place: QPointF
    day: float
    field: QRectF
    current: bool
    quiet: bool


def arranged(labels: Sequence[Label], area: QRectF) -> list[tuple[Label, QRectF]]:
    """The labels that have room in the area, each with its room; the current one comes first and always has.

    Each stands at the right or left of its mark, else as few lines above or below as can be; what cannot be named
    has the shape of its verdict above the mark.
    """
    taken = [_ring(label) if label.current else label.field for label in labels]
    found: list[tuple[Label, QRectF]] = []
    for label in sorted(labels, key=lambda one: (not one.current, one.place.y())):
        rooms = list(_rooms(label))
        free = next((room for room in rooms if area.contains(room) and not _meets(room, taken)), None)
        if free is None and label.current:
            free = next((room for room in rooms if area.contains(room)), rooms[0])
        if free is not None:
            taken.append(free)
            found.append((label, free))
    return found


def paint_labels(painter: QPainter, labels: Sequence[Label], area: QRectF) -> None:
    """Shapes and words, the current ones with a ring around their mark."""
    t, side = tones.current(), steps.scaled(SHAPE)
    painter.setFont(steps.font("small", 600))
    for label, room in arranged(labels, area):
        if label.current:
            painter.setPen(QPen(t.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(_ring(label), 6, 6)
            painter.fillRect(room, t.surface)
        _paint_lead(painter, label, room)
        quiet = label.quiet and not label.current
        painter.setOpacity(DIMMED if quiet else 1)
        square = QRectF(room.left(), room.center().y() - side / 2, side, side)
        verdict_mark.paint(painter, square, label.verdict)
        painter.setOpacity(1)
        if room.width() > side:
            painter.setPen(t.text2 if quiet else t.text)
            painter.drawText(room.adjusted(side + AFTER, 0, 0, 0), LEFT, label.words)


def _rooms(label: Label) -> Iterator[QRectF]:
    """Where a label can stand, the best place first."""
    own, side = label.field, steps.scaled(SHAPE)
    if label.words:
        tall = max(steps.line_height("small"), side)
        wide = side + AFTER + QFontMetricsF(steps.font("small", 600)).horizontalAdvance(label.words) + 2
        # From the day and not from its own mark, so that figures of one day stand below each other.
        apart = steps.scaled(BAR) + RING + GAP
        for line in sorted(range(-LINES, LINES + 1), key=lambda by: (abs(by), -by)):
            top = label.place.y() - tall / 2 + line * tall
            for left in (label.day + apart, label.day - apart - wide):
                yield QRectF(left, top, wide, tall)
    if not (label.words and label.current):
        yield QRectF(label.place.x() - side / 2, own.top() - side - RING, side, side)


def _ring(label: Label) -> QRectF:
    return label.field.adjusted(-RING, -RING, RING, RING)


def _paint_lead(painter: QPainter, label: Label, room: QRectF) -> None:
    """From a mark to its words where these stand higher or lower."""
    middle = room.center().y()
    if abs(middle - label.place.y()) > 1 and not room.left() < label.place.x() < room.right():
        after = room.left() > label.place.x()
        own = label.field.right() if after else label.field.left()
        painter.setPen(QPen(tones.current().rule2, 1))
        painter.drawLine(QPointF(own, label.place.y()), QPointF(room.left() - 2 if after else room.right(), middle))


def _meets(room: QRectF, taken: Sequence[QRectF]) -> bool:
    return any(room.intersects(other) for other in taken)

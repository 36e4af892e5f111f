"""Highlights under the words of an article: hue and underline say the kind, tint says the state."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from app.domain.claim import State
from app.domain.figure import Kind
from app.ui.look import tones

PILL = 22
"""Height of a highlight in a line of 28, at 100 %."""
_RADIUS = 3
_WIDER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A highlight from `start` up to `end`, in UTF-16 units of the document."""

    claim_id: str
    start: int
    end: int
    kind: Kind
    state: State


def paint_mark(painter: QPainter, box: QRectF, mark: Mark, *, selected: bool) -> None:
    """Draw the part of a mark that stands in one line; `box` is its words, as high as the pill."""
    if mark.state is State.REJECTED and not selected:
        return
    t = tones.current()
    pill = box.adjusted(-_WIDER, 0, _WIDER, 0)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if selected or mark.state is State.ACCEPTED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.kind(mark.kind).tint)
        painter.drawRoundedRect(pill, _RADIUS, _RADIUS)
    if mark.state is not State.REJECTED:
        paint_underline(painter, pill, mark.kind)
    if selected:
        painter.setPen(QPen(t.accent, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(pill.adjusted(-1.5, -2, 1.5, 2.5), _RADIUS + 1, _RADIUS + 1)
    painter.restore()


def paint_underline(painter: QPainter, pill: QRectF, kind: Kind) -> None:
    """The line of a kind along the foot of a pill: it tells the kinds apart without their hues."""
    ink = tones.current().kind(kind).ink
    left, right, foot = pill.left(), pill.right(), pill.bottom()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind is Kind.MONEY:
        painter.fillRect(QRectF(left, foot - 2, right - left, 2), ink)
    elif kind is Kind.PERCENTAGE:
        painter.fillRect(QRectF(left, foot - 3, right - left, 1.2), ink)
        painter.fillRect(QRectF(left, foot - 0.6, right - left, 1.2), ink)
    elif kind is Kind.QUANTITY:
        pen = QPen(ink, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
        painter.setPen(pen)
        painter.drawLine(QPointF(left + 1.5, foot - 1), QPointF(right - 1, foot - 1))
    elif kind is Kind.DATE:
        pen = QPen(ink, 2, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([3, 1.5])
        painter.setPen(pen)
        painter.drawLine(QPointF(left, foot - 1), QPointF(right, foot - 1))
    else:
        path = QPainterPath(QPointF(left + 0.75, foot - 4))
        for x, y in ((left + 0.75, foot + 1.5), (left + 0.75, foot - 1), (right - 0.75, foot - 1)):
            path.lineTo(x, y)
        path.lineTo(right - 0.75, foot - 4)
        path.lineTo(right - 0.75, foot + 1.5)
        painter.strokePath(path, QPen(ink, 1.5))

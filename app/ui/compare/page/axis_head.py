"""The values of the axis over the lanes of a page."""

from decimal import Decimal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from app.domain import wording
from app.ui.compare.lanes import Lane
from app.ui.compare.model import MatrixModel
from app.ui.widgets.line import LEFT


def paint_axis(painter: QPainter, room: QRectF, model: MatrixModel) -> None:
    """Round values where they lie, none over another, in the painter's own font and ink; // where the axis is cut."""
    metrics = QFontMetricsF(painter.font())
    lane = Lane(model.axis, room)
    taken = room.left()
    for value in lane.ticks():
        words = wording.amount(Decimal(f"{value:.6g}"), model.unit())
        wide = metrics.horizontalAdvance(words)
        left = lane.x(value) - wide / 2
        if left >= taken and left + wide <= room.right():
            painter.drawText(QRectF(left, room.top(), wide + 1, room.height()), LEFT, words)
            taken = left + wide + 6
    for cut in model.axis.cuts():
        painter.drawText(QRectF(lane.at(cut) - 10, room.bottom() - 14, 20, 14), Qt.AlignmentFlag.AlignCenter, "//")

"""A row of the claims that print one figure: who printed it, when and as what, and its words."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from app.ui.look import tones, type as steps
from app.ui.widgets.line import paint_line
from app.ui.widgets.tick_row import TickRow

HEAD, QUOTE = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""Where an item keeps its first line, and the parts of its quote."""
_ROW = 56
_Index = QModelIndex | QPersistentModelIndex


def fitting(parts: Sequence[str], metrics: QFontMetricsF, room: float) -> str:
    """As much of a quote as there is room for: both ends are cut, so that the figure between them is seen."""
    before, figure, after = parts
    most = max(room / 2, room - metrics.horizontalAdvance(figure) * 2)
    before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, most)
    return metrics.elidedText(f"“{before}{figure}{after}”", Qt.TextElideMode.ElideRight, room)


class AlikeRow(TickRow):
    """Two lines: ours about the claim, and its own."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, steps.scaled(_ROW))

    def paint_words(self, painter: QPainter, room: QRectF, index: _Index) -> None:
        t = tones.current()
        serif = steps.font("evidence")
        first, second = steps.line_height("small"), steps.line_height("evidence")
        upper = QRectF(room.left(), room.center().y() - (first + second) / 2, room.width(), first)
        paint_line(painter, upper, index.data(HEAD), steps.font("small", 500), t.text2)
        painter.setFont(serif)
        painter.setPen(t.text)
        lower = QRectF(room.left(), upper.bottom(), room.width(), second)
        quote = fitting(index.data(QUOTE), QFontMetricsF(serif), lower.width())
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, quote)

"""One line of words as cells and small widgets paint it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def paint_line(
    painter: QPainter,
    room: QRectF,
    words: str,
    face: QFont,
    ink: QColor,
    place: Qt.AlignmentFlag = LEFT,
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> float:
    """Draw words in the middle of the height of their room, cut with an ellipsis where it is narrow; gives their width.

    Face and ink stay with the painter.
    """
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(words, cut, max(room.width(), 0))
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(room, place, shown)
    return metrics.horizontalAdvance(shown)

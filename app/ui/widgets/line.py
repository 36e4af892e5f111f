"""Lines of words as cells and small widgets paint them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


def broken(
    words: str,
    metrics: QFontMetricsF,
    rooms: Sequence[float],
    cut: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> list[str]:
    """Words in lines that end at spaces, one for each of these widths in pixels at most; only the last is ever cut."""
    found = list[str]()
    for room in rooms[:-1]:
        if metrics.horizontalAdvance(words) <= room:
            break
        fits = [at for at, one in enumerate(words) if one == " " and metrics.horizontalAdvance(words[:at]) <= room]
        if not fits:
            break
        found.append(words[: fits[-1]].rstrip())
        words = words[fits[-1] :].lstrip()
    return [*found, metrics.elidedText(words, cut, rooms[len(found)])]


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

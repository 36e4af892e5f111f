"""The ground of a row in a list or table: hover, selection, and the ring of the keyboard inside its edge."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.ui.look import tones

RADIUS = 6
_RING = 2


def paint_row_background(
    painter: QPainter,
    option: QStyleOptionViewItem,
    *,
    first: bool = True,
    last: bool = True,
    ring: bool | None = None,
    rule: bool = False,
) -> None:
    """Draw the ground of one cell; in a table `first` and `last` say which ends of the row it rounds.

    `ring` None follows the option's focus; tables, whose option knows only the current cell, say it themselves.
    `rule` draws the line below an unselected row.
    """
    t = tones.current()
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
    if ring is None:
        ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
    cell = QRectF(option.rect)
    painter.save()
    if rule:
        painter.fillRect(QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), t.rule)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(cell)
    # The middle cells draw a shape that is wider than they are, so that only the row's ends are round.
    shape = cell.adjusted(0 if first else -4 * RADIUS, 0, 0 if last else 4 * RADIUS, -1)
    if selected or hover:
        path = QPainterPath()
        path.addRoundedRect(shape, RADIUS, RADIUS)
        painter.fillPath(path, t.accent_soft if selected else t.hover)
    if ring:
        painter.setPen(QPen(t.accent, _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(shape.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)
    painter.restore()

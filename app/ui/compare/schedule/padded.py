"""Cells of plain words that start where the words of their heading start."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import tones, type as steps

PAD, _FUSION = 5, 3
"""Pixels that the headings have more at 100 % than a cell of Fusion's, and those of such a cell."""


class Padded(QStyledItemDelegate):
    """Draws a cell within its padding."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = option.rect
        current = bool(option.state & QStyle.StateFlag.State_HasFocus)
        option.state &= ~(QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_MouseOver)
        pad = steps.scaled(PAD + _FUSION) - _FUSION
        option.rect = cell.adjusted(pad, 0, -pad, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, tones.current().accent_soft)
            option.state &= ~QStyle.StateFlag.State_Selected
        super().paint(painter, option, index)
        if current:
            painter.setPen(QPen(tones.current().accent, 2))
            painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2))

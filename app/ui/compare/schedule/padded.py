"""Cells of plain words that start where the words of their heading start."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

PAD = 5
"""Pixels that the headings of the one style sheet have more than a cell of Fusion's."""


class Padded(QStyledItemDelegate):
    """Draws a cell within its padding."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        option.rect = option.rect.adjusted(PAD, 0, -PAD, 0)
        super().paint(painter, option, index)

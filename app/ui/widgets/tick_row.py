"""A row of a list with a tick at its left, drawn like the rows of every other list."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.look import density, tones, type as steps
from app.ui.widgets import rows
from app.ui.widgets.line import paint_line

ROW, BOX = 32, 14
_PAD, _BESIDE = 8, 28
_BOX = QStyle.SubElement.SE_ItemViewItemCheckIndicator
_Index = QModelIndex | QPersistentModelIndex


class TickRow(QStyledItemDelegate):
    """Dresses the list that it is made for; the tick box stands where a press looks for it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setItemDelegate(self)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, density.row(ROW))

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        option.rect.adjust(steps.scaled(_PAD), 0, -steps.scaled(_PAD), 0)
        # Fusion derives the edge of a tick box from the window's colour, about a fifth darker.
        option.palette.setColor(QPalette.ColorRole.Window, tones.current().ctl.lighter(127))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        rows.paint_row_background(painter, option, rule=True)
        box = QStyleOptionViewItem(option)
        self.initStyleOption(box, index)
        style = box.widget.style()
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            tick = QStyleOptionViewItem(box)
            tick.rect = style.subElementRect(_BOX, box, box.widget)
            # Fusion's box keeps its size where the text is larger.
            more = max(steps.scaled(BOX) - tick.rect.height(), 0)
            tick.rect.adjust(0, -more // 2, more, more - more // 2)
            on = box.checkState == Qt.CheckState.Checked
            tick.state = QStyle.StateFlag.State_Enabled
            tick.state |= QStyle.StateFlag.State_On if on else QStyle.StateFlag.State_Off
            style.drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck, tick, painter, box.widget)
        painter.save()
        self.paint_words(painter, QRectF(box.rect).adjusted(steps.scaled(_BESIDE), 0, 0, 0), index)
        painter.restore()

    def paint_words(self, painter: QPainter, room: QRectF, index: _Index) -> None:
        """Draw what the row says into its room beside the tick."""
        paint_line(painter, room, str(index.data()), steps.font("body"), tones.current().text)

"""The list below the chart: the same figures, and those that have no day."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from app.ui.compare.timeline.model import Column, MomentRole, TimelineModel
from app.ui.look import density, tones, type as steps
from app.ui.widgets import rows, verdict_mark
from app.ui.widgets.drawn_table import DrawnTable
from app.ui.widgets.line import paint_line
from app.ui.widgets.table_head import TableHead

ROW, PAD, MARK, EDGE = 32, 8, 14, 16
"""`EDGE` stands free at the two ends of a row, as beside the chart."""
_SHARES = {Column.SPEAKER: 3, Column.OUTLET: 3, Column.BECAME: 4}
"""How the columns of words share what the others leave."""


class _Cell(QStyledItemDelegate):
    """Plain words, the figure strong, the verdict with its shape."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        words = QFontMetricsF(steps.font("body", 600)).horizontalAdvance(str(index.data()))
        mark = steps.scaled(MARK + 8) if index.column() == Column.VERDICT else 0
        edge = steps.scaled(EDGE - PAD) if index.column() == Column.DATE else 0
        return QSize(round(words) + 2 * steps.scaled(PAD) + mark + edge, density.row(ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        t, model, view = tones.current(), index.model(), option.widget
        assert isinstance(model, TimelineModel)
        first, last = index.column() == Column.DATE, index.column() == Column.BECAME
        current = isinstance(view, QTableView) and view.currentIndex().row() == index.row()
        ring = current and view.hasFocus()
        left, right = (steps.scaled(EDGE) if end else 0 for end in (first, last))
        place = option.rect
        painter.fillRect(place.x() + left, place.bottom(), place.width() - left - right, 1, t.rule)
        ground = QStyleOptionViewItem(option)
        ground.rect = place.adjusted(left // 2, 0, -right // 2, 0)
        rows.paint_row_background(painter, ground, first=first, last=last, ring=ring)
        room = QRectF(place).adjusted(left or steps.scaled(PAD), 0, -(right or steps.scaled(4)), 0)
        moment = index.data(MomentRole)
        painter.save()
        if index.column() == Column.VERDICT:
            side = steps.scaled(MARK)
            square = QRectF(room.left(), room.center().y() - side / 2, side, side)
            verdict_mark.paint(painter, square, model.verdict(moment))
            room.setLeft(square.right() + steps.scaled(8))
        face = steps.font("body", 600 if index.column() == Column.FIGURE else 400)
        paint_line(painter, room, str(index.data()), face, t.text2 if moment.superseded else t.text)
        painter.restore()


class TimelineTable(DrawnTable):
    """Goes by rows; the arrows to the left and right do too, as along the axis of time."""

    moved = Signal(int)
    """The position that is current now."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Figures through time"))
        self.setItemDelegate(_Cell(self))
        self.verticalHeader().setDefaultSectionSize(density.row(ROW))
        self.setHorizontalHeader(TableHead(self, pad=PAD, edge=EDGE))
        self.horizontalHeader().setStretchLastSection(True)
        # The first row that is seen is whole.
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self.moved.emit(now.row()))

    def fit(self) -> None:
        """Days, figures and verdicts as wide as they are; names share the rest."""
        for column in Column:
            self.resizeColumnToContents(column)
        taken = sum(self.columnWidth(column) for column in Column if column not in _SHARES)
        room = max(self.viewport().width() - taken, steps.scaled(360))
        for column, share in _SHARES.items():
            self.setColumnWidth(column, room * share // sum(_SHARES.values()))
        # What the list does not need is the chart's.
        self.setMaximumHeight(self.whole_height() + self.horizontalScrollBar().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def go(self, row: int) -> None:
        """Make a row current, the first or last where it lies outside."""
        if self._model.rowCount():
            self.setCurrentIndex(self._model.index(min(max(row, 0), self._model.rowCount() - 1), Column.FIGURE))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """By rows alone: a cell means nothing without its row."""
        moves, last = QAbstractItemView.CursorAction, self._model.rowCount() - 1
        by = {moves.MoveLeft: -1, moves.MoveRight: 1}.get(action) or self.rows_down(action)
        return self._model.index(min(max(self.currentIndex().row() + by, 0), last), Column.FIGURE)

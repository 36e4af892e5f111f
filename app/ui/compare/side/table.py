"""The table of figures side by side: cells are current, because a key acts on a column."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.services.topics.comparing import Row
from app.services.topics.side_by_side import Sides
from app.ui.compare.side.delegates import NameCell, ValueCell, height
from app.ui.compare.side.header import SideHeader, paint_wash
from app.ui.compare.side.model import NAMES, LineRole, SideModel
from app.ui.look import tones, type as steps
from app.ui.widgets.drawn_table import DrawnTable

NAMED, LEAST, LOW = 152, 196, 400


class SideTable(DrawnTable):
    """J and K go by row, the arrows by cell; the current column is what the keys act on."""

    column_chosen = Signal()
    """Another figure is current."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = SideModel(self)
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Figures side by side"))
        self._heads = SideHeader(self._model, self)
        self.setHorizontalHeader(self._heads)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(ValueCell(self))
        self.setItemDelegateForColumn(NAMES, NameCell(self))
        self.selectionModel().currentColumnChanged.connect(lambda *_: self.column_chosen.emit())

    def sides(self) -> SideModel:
        """The table behind it."""
        return self._model

    def show_sides(self, sides: Sides | None, *, only_differing: bool = False) -> None:
        """Show figures, staying at the current place as far as there is one."""
        at, scrolled = self.currentIndex(), self.verticalScrollBar().value()
        row, column = (at.row(), at.column()) if at.isValid() else (0, 2)
        self._model.show(sides, only_differing=only_differing)
        self._fit()
        self._go(row, column, 1)
        self.verticalScrollBar().setValue(scrolled)
        self.column_chosen.emit()

    def current_figure(self) -> Row | None:
        """The figure of the current column; where no cell is current, of the first after the reference."""
        return self._model.figure(self.currentIndex().column() if self.currentIndex().isValid() else 2)

    def step(self, by: int) -> None:
        """Go up or down by rows, stopping at the ends."""
        self._go(self.currentIndex().row() + by, self.currentIndex().column(), by)

    def _go(self, row: int, column: int, way: int) -> None:
        """Make a cell current, or the next one in that direction that is no title."""
        column = min(max(column, 1), self._model.columnCount() - 1)
        row = min(max(row, 0), self._model.rowCount() - 1)
        for at in (*range(row, self._model.rowCount() if way > 0 else -1, way), self.currentIndex().row()):
            index = self._model.index(at, column)
            if index.isValid() and index.data(LineRole) is not None:
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                return

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Over titles and names: what is current is always what one figure says."""
        moves = QAbstractItemView.CursorAction
        last = self._model.rowCount() - 1
        down = {
            moves.MoveUp: -1,
            moves.MoveDown: 1,
            moves.MovePageUp: -8,
            moves.MovePageDown: 8,
            moves.MoveHome: -last,
            moves.MoveEnd: last,
        }.get(action, 0)
        right = {moves.MoveLeft: -1, moves.MovePrevious: -1, moves.MoveRight: 1, moves.MoveNext: 1}.get(action, 0)
        at = self.currentIndex()
        self._go(at.row() + down, at.column() + right, 1 if down in (last, 1, 8, 0) else -1)
        return self.currentIndex()

    def _fit(self) -> None:
        """Figures share what the names leave, and scroll sideways where that is too little."""
        count = len(self._model.figures())
        if not count:
            return
        self._heads.low = self.is_whole() or self.height() < steps.scaled(LOW)
        room = self.viewport().width() - steps.scaled(NAMED)
        wide = max(room // count, steps.scaled(LEAST))
        self.setColumnWidth(NAMES, steps.scaled(NAMED))
        for column in range(1, count + 1):
            self.setColumnWidth(column, wide)
        for row in range(self._model.rowCount()):
            line = self._model.index(row, NAMES).data(LineRole)
            self.setRowHeight(row, height(line, [wide] * count))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The reference's column goes on below the last row."""
        if self._model.figures():
            painter = QPainter(self.viewport())
            left, wide = self.columnViewportPosition(1), self.columnWidth(1)
            paint_wash(painter, QRectF(left, 0, wide, self.viewport().height()))
            for edge in (left, left + wide):
                painter.fillRect(QRectF(edge, 0, 1, self.viewport().height()), tones.current().rule)
            painter.end()
        super().paintEvent(event)

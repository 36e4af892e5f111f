"""The grid of all claims: its columns as wide as their words, its rows walked through by key."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.ui.claims.cells import EDGE, Cell
from app.ui.claims.header import PAD, GridHeader
from app.ui.claims.model import ClaimsModel, Column
from app.ui.look import type as steps

ROW = 32
WIDTHS = {Column.STATE: 46, Column.BASIS: 164, Column.SPEAKER: 140, Column.OUTLET: 124, Column.REACH: 66}
NARROW = {Column.STATE: 46, Column.BASIS: 132, Column.SPEAKER: 108, Column.OUTLET: 100, Column.REACH: 60}
LEAST = {Column.FIGURE: 96, Column.LOW: 52, Column.HIGH: 56, Column.PUBLISHED: 84}
MOST_FIGURE, LEAST_WORDS = 240, 150
ROOMY, SMALL = 1100, 860
LEFT_OUT = (Column.OUTLET, Column.REACH)
"""Columns that a small window has no room for; the tooltip and the accessible text of a row say them."""


class Grid(QTableView):
    """All claims; a click on a head sorts, in SQL."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ClaimsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(Cell(self))
        self.setAccessibleName(self.tr("Claims"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(steps.scaled(ROW))
        head = GridHeader(self._model, self)
        head.sort_asked.connect(lambda column, descending: self.sort_by(Column(column), descending=descending))
        self.setHorizontalHeader(head)
        # The cells draw what shows that a row is selected, rounded at its ends.
        quiet = self.palette()
        quiet.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(quiet)
        # Pages are read while cells are painted, when no column may change.
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.timeout.connect(self._fit_columns)
        self._model.page_read.connect(self._growth.start)

    def table(self) -> ClaimsModel:
        """The table behind it."""
        return self._model

    def sort_by(self, column: Column, *, descending: bool) -> None:
        """Sort, keeping the selected claims."""
        kept = self.selected_ids()
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self._model.sort(column, order)
        self.select_ids(kept)
        self.horizontalHeader().viewport().update()

    # Selecting

    def selected_ids(self) -> list[str]:
        """Ids of the selected claims, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.claim_id(row) for row in rows]

    def select_ids(self, ids: Sequence[str]) -> None:
        """Select those of these claims that are shown, the first of them current; without any, the first row."""
        rows = [at for claim_id in ids if (at := self._model.position(claim_id)) is not None]
        if not rows:
            self.step(0)
            return
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self._model.index(row, 0), self._model.index(row, len(Column) - 1))
        how = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(rows[0], Column.FIGURE), how.NoUpdate)
        self.selectionModel().select(chosen, how.ClearAndSelect)

    def step(self, by: int) -> None:
        """Go up or down by rows, stopping at the ends."""
        last = self._model.rowCount() - 1
        if last >= 0:
            at = min(max(self.currentIndex().row() + by, 0), last)
            self.setCurrentIndex(self._model.index(at, Column.FIGURE))

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """By rows alone: Home and End go to the first and last, left and right stay."""
        moves, last = QAbstractItemView.CursorAction, self._model.rowCount() - 1
        row = {moves.MoveHome: 0, moves.MoveEnd: last}.get(action)
        if row is None:
            still = action in (moves.MoveLeft, moves.MoveRight)
            row = self.currentIndex().row() if still else super().moveCursor(action, modifiers).row()
        return self._model.index(max(row, 0), Column.FIGURE)

    # Drawing

    def _fit_columns(self) -> None:
        """Numbers and dates get the room they need; names give way to the words, which take what is left."""
        room = self.viewport().width()
        first = WIDTHS if room >= steps.scaled(ROOMY) else NARROW
        small = room < steps.scaled(SMALL)
        for column in LEFT_OUT:
            self.setColumnHidden(column, small)
        widths = {column: steps.scaled(wide) for column, wide in first.items() if not (small and column in LEFT_OUT)}
        lines, pad = self._model.known(), 2 * steps.scaled(PAD)
        for column, least in LEAST.items():
            metrics = QFontMetricsF(steps.font("body", 600 if column is Column.FIGURE else 400))
            words = {self._model.words(column, line) for line in lines}
            wide = max((metrics.horizontalAdvance(one) for one in words), default=0)
            if column is Column.FIGURE:
                wide = min(wide, steps.scaled(MOST_FIGURE)) + steps.scaled(7)
            widths[column] = max(round(wide + 0.5) + pad, steps.scaled(least))
        left = room - sum(widths.values()) - steps.scaled(EDGE)
        for column in (Column.BASIS, Column.SPEAKER, Column.OUTLET):
            if column not in widths:
                continue
            spare = min(widths[column] - steps.scaled(84), steps.scaled(LEAST_WORDS) - left)
            if spare > 0:
                widths[column] -= spare
                left += spare
        widths[Column.WORDS] = max(left + steps.scaled(EDGE), steps.scaled(96))
        for column, wide in widths.items():
            self.setColumnWidth(column, wide)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

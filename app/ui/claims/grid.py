"""The grid of all claims: its columns as wide as their words or as one wants them, its rows walked through by key."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from app.services.claims.grid_columns import Column
from app.services.listed import Listed
from app.ui.claims.cells import Cell
from app.ui.claims.header import GridHeader
from app.ui.claims.model import ClaimsModel
from app.ui.claims.widths import LEFT_OUT, Widest, fitted
from app.ui.look import density as look, type as steps

ROWS = {"compact": 28, "standard": 32, "roomy": 40}
"""Heights of a row by density."""
FIRST_SHOWN = frozenset(column for column in Column if column < Column.KIND)
"""Columns that are shown until somebody chooses others."""
ALWAYS = (Column.STATE, Column.FIGURE)
"""Columns without which a row would say nothing."""


class Grid(QTableView):
    """All claims; the head asks whoever reads them for another order."""

    sort_asked = Signal(int, bool)
    """A column, and whether the largest or latest shall stand first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ClaimsModel(self)
        self._widest = Widest(self._model)
        self._shown, self._own_widths = set(FIRST_SHOWN), dict[Column, int]()
        self._fitting = self._all_wanted = False
        self._last = Column.WORDS
        self.density = ""
        """Compact, standard or roomy for this grid alone; empty for what the settings say."""
        self.setModel(self._model)
        self._cell = Cell(self._model, self)
        self.setItemDelegate(self._cell)
        self.setAccessibleName(self.tr("Claims"))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(0)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._head = GridHeader(self._model, self)
        self._head.sort_asked.connect(self.sort_asked)
        self._head.sectionMoved.connect(self._moved)
        self._head.sectionResized.connect(self._resized)
        self.setHorizontalHeader(self._head)
        self.set_density(self.density)
        # The cells draw what shows that a row is selected, rounded at its ends.
        quiet = self.palette()
        quiet.setColor(QPalette.ColorRole.Highlight, Qt.GlobalColor.transparent)
        self.setPalette(quiet)
        # Pages are read while cells are painted, when no column may change.
        self._growth = QTimer(self)
        self._growth.setSingleShot(True)
        self._growth.timeout.connect(self._fit_columns)
        self._model.page_read.connect(self._growth.start)
        self._model.rowsInserted.connect(self._came)

    def table(self) -> ClaimsModel:
        """The table behind it."""
        return self._model

    # Columns and rows

    def shown_columns(self) -> list[Column]:
        """The columns that one wants to see, from left to right."""
        return [column for column in self._order() if column in self._shown]

    def show_column(self, column: Column, shown: bool) -> None:
        """Show a column or leave it out; one that comes newly stands before the words."""
        if column in ALWAYS or shown is (column in self._shown):
            return
        (self._shown.add if shown else self._shown.discard)(column)
        words, here = self._head.visualIndex(Column.WORDS), self._head.visualIndex(column)
        if shown and here > words:
            self._head.moveSection(here, words)
        self._fit_columns()

    def own_widths(self) -> dict[Column, int]:
        """The widths that one gave to columns by hand, in pixels."""
        return dict(self._own_widths)

    def arrange(self, columns: Sequence[Column], widths: dict[Column, int], density: str) -> None:
        """Show these columns in this order, with these widths by hand; without columns, as at first."""
        order = list(dict.fromkeys([*ALWAYS, *columns])) if columns else list(Column)
        self._fitting = True
        for at, column in enumerate([*order, *(one for one in Column if one not in order)]):
            self._head.moveSection(self._head.visualIndex(column), at)
        self._fitting = False
        self._shown = {*ALWAYS, *columns} if columns else set(FIRST_SHOWN)
        self._own_widths = dict(widths)
        self.set_density(density)
        self._fit_columns()

    def set_density(self, density: str) -> None:
        """Set the height of rows: compact, standard or roomy; empty for what the settings say."""
        self.density = density if density in ROWS else ""
        tall = steps.scaled(ROWS[density]) if self.density else look.row(ROWS["standard"])
        self.verticalHeader().setDefaultSectionSize(tall)

    def _order(self) -> list[Column]:
        return [Column(self._head.logicalIndex(at)) for at in range(len(Column))]

    def _moved(self, section: int, before: int, now: int) -> None:
        if not self._fitting and 0 in (before, now):
            # What decides of a row stands before it.
            self._fitting = True
            self._head.moveSection(now, before)
            self._fitting = False
        self._end()

    def _resized(self, section: int, before: int, now: int) -> None:
        if not self._fitting and before and now:
            self._own_widths[Column(section)] = now
            self._growth.start()

    def _fit_columns(self) -> None:
        room = self.viewport().width()
        shown = [column for column in self.shown_columns() if room >= steps.scaled(LEFT_OUT.get(column, 0))]
        self._widest.measure(shown)
        self._fitting = True
        for column in Column:
            self.setColumnHidden(column, column not in shown)
        for column, wide in fitted(self._widest, shown, room, self._own_widths).items():
            self.setColumnWidth(column, wide)
        self._fitting = False
        self._end()

    def _end(self) -> None:
        self._last = next(column for column in reversed(self._order()) if not self.isColumnHidden(column))
        self.viewport().update()

    # Selecting

    def selected_count(self) -> int:
        """How many claims are selected."""
        return sum(stretch.height() for stretch in self._stretches())

    def current_id(self) -> str | None:
        """The claim that the keyboard is at."""
        row = self.currentIndex().row()
        return self._model.claim_id(row) if 0 <= row < self._model.rowCount() else None

    def selected(self) -> Listed | None:
        """The selected claims, from top to bottom."""
        listed = self._model.listed()
        if listed is None:
            return None
        return listed.taken(sorted((one.top(), one.bottom()) for one in self._stretches()))

    def selected_ids(self) -> list[str]:
        """Their ids."""
        return list(self.selected() or ())

    def _stretches(self) -> Iterator[QItemSelectionRange]:
        # Qt's own list makes an object a row, which takes a second where all of a large project is selected.
        chosen = self.selectionModel().selection()
        return (chosen.at(place) for place in range(chosen.count()))

    def select_ids(self, ids: Sequence[str]) -> None:
        """Select those of these claims that are shown, the first of them current; without any, the first row."""
        rows = [at for claim_id in ids if (at := self._model.position(claim_id)) is not None]
        if rows:
            self.select_rows(sorted(rows), current=rows[0])
        else:
            self.step(0)

    def select_rows(self, rows: Sequence[int], *, current: int) -> None:
        """Select rows, which ascend, and make one of them current."""
        chosen, last = QItemSelection(), len(Column) - 1
        for first, end in _stretches(rows):
            chosen.select(self._model.index(first, 0), self._model.index(end, last))
        how = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(self._model.index(current, Column.FIGURE), how.NoUpdate)
        self.selectionModel().select(chosen, how.ClearAndSelect)

    def rows_seen(self) -> range:
        """The rows of which some part is in view."""
        last = self.rowAt(self.viewport().height() - 1)
        return range(max(self.rowAt(0), 0), (last if last >= 0 else self._model.rowCount() - 1) + 1)

    def selectAll(self) -> None:
        self._all_wanted = not self._model.whole
        super().selectAll()

    def _came(self) -> None:
        """More rows came: where all were to be selected, these are too."""
        if self._all_wanted:
            self.selectAll()

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._cell.begin(self._last)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()


def _stretches(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Ascending rows as runs from first to last."""
    first = last = rows[0]
    for row in rows[1:]:
        if row > last + 1:
            yield first, last
            first = row
        last = row
    yield first, last

"""The matrix: one real table, its rows grouped by basis, its lane column under a common axis."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from app.services.topics.common_basis import Found
from app.services.topics.comparing import Comparison, Row
from app.services.topics.regrouping import By
from app.ui.compare.delegates import (
    EDGE,
    MARK,
    PAD,
    PIN,
    BasisCell,
    FigureCell,
    LaneCell,
    SpeakerCell,
    VerdictCell,
    basis_height,
    basis_room,
    row_height,
)
from app.ui.compare.header import MatrixHeader
from app.ui.compare.model import Column, MatrixModel
from app.ui.compare.row_words import verdict_word
from app.ui.look import type as steps
from app.ui.widgets.drawn_table import DrawnTable

CRAMPED = 760
"""The width at 100 % below which no column is left for who says it: it goes under the figure, and the day under the
interval."""
LEAST_LANE, LEAST_STACKED = 220, 150
LEAST_SHOWN = 120
"""The lanes' least width at 100 %; who says it gives up its column before they do."""
LEAST_VERDICT = 176
WIDEST_BASIS, WIDEST_FIGURE, WIDEST_REASON, WIDEST_SPEAKER = 124, 320, 240, 112


class Matrix(DrawnTable):
    """Rows of figures by basis. J and K move, and the current row is what the keys act on."""

    row_chosen = Signal(object)
    """The `Row` that is current now, None where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = MatrixModel(self)
        self._measured: tuple[float, float, float, float] | None = None
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Figures by basis"))
        self.setHorizontalHeader(MatrixHeader(self._model, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for column, cell in (
            (Column.BASIS, BasisCell(self)),
            (Column.FIGURE, FigureCell(self)),
            (Column.LANE, LaneCell(self)),
            (Column.SPEAKER, SpeakerCell(self)),
            (Column.VERDICT, VerdictCell(self)),
        ):
            self.setItemDelegateForColumn(column, cell)
        self.setColumnHidden(Column.SPEAKER, True)
        self.selectionModel().currentRowChanged.connect(lambda now, _: self._chosen(now.row()))

    # Showing

    def show_comparison(
        self,
        comparison: Comparison | None,
        current: str | None = None,
        by: By = By.BASIS,
        found: Found | None = None,
    ) -> None:
        """Show a comparison with the row of this claim current, else the row that needs a person most."""
        scrolled = self.verticalScrollBar().value()
        at_row = self.currentIndex().row()
        self.clearSpans()
        self._model.show(comparison, by, found)
        for first, count in self._model.group_spans():
            if count > 1:
                self.setSpan(first, Column.BASIS, count, 1)
        self._fit_anew()
        at = self._model.position(current) if current else None
        if at is None and current is not None and self._model.rowCount():
            at = min(at_row, self._model.rowCount() - 1)
        if at is None and comparison is not None and comparison.neediest is not None:
            at = self._model.position(comparison.neediest.claim_id)
        if not self._model.rowCount():
            self.row_chosen.emit(None)
            return
        self.verticalScrollBar().setValue(scrolled if current else 0)
        self.setCurrentIndex(self._model.index(at or 0, Column.FIGURE))
        self.scrollTo(self.currentIndex())

    def show_stream(self, told: Sequence[tuple[str, Sequence[Row]]]) -> None:
        """Mark the rows that a payment schedule gives, by what they are of it; fewer than two bases mark none."""
        stream = {row.claim_id: name for name, rows in told for row in rows} if len(told) > 1 else {}
        if stream != self._model.stream:
            self._model.stream = stream
            self._fit_anew()
            self.viewport().update()

    def zoom(self, *, into: bool) -> None:
        """Draw the axis over the basis of the current row alone, or over all."""
        self._model.zoom(self.currentIndex().row() if into and self.currentIndex().isValid() else None)
        self.horizontalHeader().viewport().update()
        self.viewport().update()

    def set_narrow(self, narrow: bool) -> None:
        """One line a row, the speaker in a column of its own; or two lines."""
        if narrow == self._model.narrow:
            return
        seen = self._sees_current(self.viewport().height())
        self._model.narrow = narrow
        self._fit_anew()
        if seen:
            self.scrollTo(self.currentIndex())
        self.viewport().update()

    def set_lanes_shown(self, shown: bool) -> None:
        """Leave the lanes out where something else needs their room; intervals are then in the tooltips."""
        if shown == self.isColumnHidden(Column.LANE):
            self.setColumnHidden(Column.LANE, not shown)
            self._fit_columns()

    def _set_heights(self) -> None:
        """One line or two a row; the last row of a group is higher where its basis needs more lines."""
        room = basis_room(self.columnWidth(Column.BASIS))
        ends = (True, False)
        height = {
            (first, last): row_height(narrow=self._model.narrow, first=first, last=last)
            for first in ends
            for last in ends
        }
        # Most rows have it from their first moment on.
        self.verticalHeader().setDefaultSectionSize(height[False, False])
        for (first, count), group in zip(self._model.group_spans(), self._model.groups(), strict=True):
            tall = [height[at == 0, at == count - 1] for at in range(count)]
            tall[-1] += max(round(basis_height(self._model.detail(group), room)) - sum(tall), 0)
            for at, high in enumerate(tall, first):
                if self.rowHeight(at) != high:
                    self.setRowHeight(at, high)

    def _fit_anew(self) -> None:
        """Fit the columns to other words."""
        self._measured = None
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Every column as wide as its words; the lanes take what is left."""
        if self._measured is None:
            self._measured = self._measure()
        basis, figure, verdict, speaker = self._measured
        figure = max(figure, steps.scaled(128 if self._model.narrow or self._is_cramped() else 172))
        self.setColumnWidth(Column.BASIS, round(basis) + steps.scaled(EDGE + 8))
        self.setColumnWidth(Column.FIGURE, round(min(figure, steps.scaled(WIDEST_FIGURE))) + steps.scaled(PAD + 12))
        self.setColumnWidth(Column.VERDICT, round(verdict) + steps.scaled(PAD + MARK + 10 + EDGE + 2))
        self.setColumnWidth(Column.SPEAKER, round(speaker) + steps.scaled(PAD + 10))
        self.setColumnHidden(Column.SPEAKER, not self._model.narrow)
        self._fit_lane()
        self._set_heights()

    def _measure(self) -> tuple[float, float, float, float]:
        """How wide the words of the columns are, but for the lanes: they are the same however wide the table is."""
        rows, groups, narrow = self._model.rows(), self._model.groups(), self._model.narrow
        strong, weak = steps.font("body", 600), steps.font("small")
        basis = max(
            _widest(strong, (group.label.kind for group in groups)),
            _widest(weak, (group.label.detail for group in groups)),
            steps.scaled(112),
        )
        signs = {row.claim_id: (row.judgement is None) + bool(self._model.in_stream(row)) for row in rows}
        figure = max(
            _widest(strong, (row.figure for row in rows if signs[row.claim_id] == many)) + many * steps.scaled(PIN + 6)
            for many in range(3)
        )
        verdict = _widest(strong, (verdict_word(row) for row in rows))
        if not narrow:
            reasons = _widest(
                weak, (row.judgement.short if row.judgement else self._model.why_reference() for row in rows)
            )
            verdict = max(verdict, min(reasons, steps.scaled(WIDEST_REASON)), steps.scaled(128))
        speaker = _widest(weak, (self._model.beside(row) for row in rows)) if narrow else 0
        return min(basis, steps.scaled(WIDEST_BASIS)), figure, verdict, min(speaker, steps.scaled(WIDEST_SPEAKER))

    def _fit_lane(self) -> None:
        """The lanes take what is left; basis, speaker and reasons give way to them, numbers and verdicts do not."""
        others = (Column.BASIS, Column.FIGURE, Column.VERDICT, Column.SPEAKER)
        taken = sum(self.columnWidth(column) for column in others if not self.isColumnHidden(column))
        room = self.viewport().width() - taken
        lanes = not self.isColumnHidden(Column.LANE)
        wanted = steps.scaled(LEAST_STACKED if self._is_cramped() else LEAST_LANE) if lanes else 0
        floors = ((Column.BASIS, 120), (Column.SPEAKER, 84 if lanes else 56), (Column.VERDICT, LEAST_VERDICT))
        for column, floor in floors:
            spare = self.columnWidth(column) - steps.scaled(floor)
            if room < wanted and spare > 0 and not self.isColumnHidden(column):
                give = min(spare, wanted - room)
                self.setColumnWidth(column, self.columnWidth(column) - give)
                room += give
        if lanes and room < steps.scaled(LEAST_SHOWN) and not self.isColumnHidden(Column.SPEAKER):
            room += self.columnWidth(Column.SPEAKER)
            self.setColumnHidden(Column.SPEAKER, True)
        if not lanes:
            rest = Column.BASIS if self.isColumnHidden(Column.SPEAKER) else Column.SPEAKER
            self.setColumnWidth(rest, self.columnWidth(rest) + max(room, 0))
            return
        self.setColumnWidth(Column.LANE, max(room, steps.scaled(LEAST_SHOWN)))

    def _is_cramped(self) -> bool:
        return self.viewport().width() < steps.scaled(CRAMPED)

    # The current row

    def current_row(self) -> Row | None:
        """The row that the keys act on."""
        index = self.currentIndex()
        return self._model.row(index.row()) if index.isValid() else None

    def selected_rows(self) -> list[Row]:
        """The rows that are selected, from top to bottom; the current one where no other is."""
        return [self._model.row(index.row()) for index in sorted(self.selectionModel().selectedRows())]

    def step(self, by: int, *, extend: bool = False) -> None:
        """Go up or down by rows, stopping at the ends; `extend` takes the row there into the selection."""
        last = self._model.rowCount() - 1
        if last < 0:
            return
        there = self._model.index(min(max(self.currentIndex().row() + by, 0), last), Column.FIGURE)
        if extend:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(there, flags.Select | flags.Rows)
        else:
            self.setCurrentIndex(there)

    def matrix(self) -> MatrixModel:
        """The table behind it."""
        return self._model

    def in_brief(self) -> str:
        """What stands below the table: how many figures have the common basis, else the camps of the current row's."""
        at = self.currentIndex().row()
        return self._model.common_in_brief() or (self._model.camps(at) if at >= 0 else "")

    def _chosen(self, at: int) -> None:
        self.row_chosen.emit(self._model.row(at) if at >= 0 else None)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """By rows alone: a cell means nothing without its row."""
        last = self._model.rowCount() - 1
        page = max(self.viewport().height() // row_height(narrow=self._model.narrow, first=False, last=False) - 1, 1)
        row = self.currentIndex().row() + self.rows_down(action, page)
        return self._model.index(min(max(row, 0), last), Column.FIGURE)

    def _sees_current(self, height: int) -> bool:
        """Whether the current row is in sight in a table of this height, in pixels."""
        place = self.visualRect(self.currentIndex())
        return place.bottom() >= 0 and place.top() < height

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The current row stays in sight where it was."""
        seen = self._sees_current(event.oldSize().height())
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit_columns()
        if seen:
            self.scrollTo(self.currentIndex())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        # The words of a basis stay at the top while its rows are scrolled through.
        left, wide = self.columnViewportPosition(Column.BASIS), self.columnWidth(Column.BASIS)
        self.viewport().update(left, 0, wide, self.viewport().height())


def _widest(face: QFont, words: Iterable[str]) -> float:
    metrics = QFontMetricsF(face)
    return max((metrics.horizontalAdvance(one) for one in set(words)), default=0)

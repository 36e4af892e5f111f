"""The grid's table: claims in order, lines fetched by the page when they are painted."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.listing import ClaimLine
from app.services.claims.grid_columns import NUMBERS, Column
from app.services.listed import Listed
from app.ui.claims.cell_words import CellWords

Index = QModelIndex | QPersistentModelIndex
PAGE = 50
"""Lines fetched at once: a window full or two."""
PAGES = 40
"""Pages that are held: those that were seen last."""

_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class ClaimsModel(QAbstractTableModel):
    """Claims in order; sorting and narrowing happen in SQL, never here. What was not seen for long is let go of."""

    page_read = Signal()
    """Lines were fetched that were not known before: columns may have to grow."""
    counting = Signal()
    """Rows are seen of which nobody has counted yet where else their figure is printed: see `uncounted`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = CellWords(self)
        """What its cells and heads say."""
        self._listed: Listed | None = None
        self._pages: OrderedDict[int, dict[int, ClaimLine]] = OrderedDict()
        self._fresh: list[ClaimLine] = []
        self._reaches: dict[int, tuple[int, int]] = {}
        self._uncounted: set[int] = set()
        self.whole = True
        """Whether every row is known, and not the first page alone."""
        self.counts = True
        """Whether lines say at once where else their figure is printed; in a large project that follows."""
        self.sorted_by = (Column.PUBLISHED, True)
        """The column, and whether the largest or latest stands first; whoever sets it shows the claims in it."""

    def show(self, listed: Listed | None, *, whole: bool = True) -> None:
        """Show these claims in this order; not `whole` they are the first page of those that come."""
        before, self._listed = self._listed, listed
        known, now = _size(before), _size(listed)
        came = whole and not self.whole
        self.whole = whole
        if before is None or listed is None or not known or before.numbers != listed.numbers[:known]:
            self._forget()
            self.beginResetModel()
            self.endResetModel()
            return
        if not came:
            # The same rows, or more of them: what they say is read again, and selection and place stay.
            self.read_again()
        if now > known:
            self._listed = before
            self.beginInsertRows(QModelIndex(), known, now - 1)
            self._listed = listed
            self.endInsertRows()
        # What is being counted was asked of the list before.
        self._uncounted.clear()
        self.dataChanged.emit(self.index(0, Column.REACH), self.index(known - 1, Column.REACH))

    def read_again(self) -> None:
        """Fetch what the same rows say now."""
        self._forget()
        if rows := self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(Column) - 1))

    def know(self, lines: dict[int, ClaimLine]) -> None:
        """Take lines by row that were read elsewhere."""
        for row, line in lines.items():
            self._pages.setdefault(row // PAGE, {})[row] = line
        self._fresh += lines.values()
        self.page_read.emit()

    def _forget(self) -> None:
        self._pages.clear()
        self._reaches.clear()
        self._uncounted.clear()

    def line(self, row: int) -> ClaimLine | None:
        """The line of a row; its page is fetched if need be. None for a claim that is gone."""
        if self._listed is None:
            return None
        at = row // PAGE
        page = self._pages.get(at)
        if page is None:
            page = self._pages[at] = self._listed.lines(at * PAGE, (at + 1) * PAGE, reach=self.counts)
            if len(self._pages) > PAGES:
                self._pages.popitem(last=False)
            self._fresh += page.values()
            self.page_read.emit()
        else:
            self._pages.move_to_end(at)
        return page.get(row)

    def known(self) -> list[ClaimLine]:
        """The lines that are held."""
        return [line for page in self._pages.values() for line in page.values()]

    def fresh(self) -> list[ClaimLine]:
        """The lines that were read since this was asked last."""
        fresh, self._fresh = self._fresh, []
        return fresh

    # Where else a figure is printed

    def _reach(self, row: int, line: ClaimLine) -> tuple[int, int] | None:
        """The articles and the origins that print the figure of a row; None where that has to be counted first."""
        if line.same_articles:
            return line.same_articles, line.same_origins
        if row not in self._reaches and row not in self._uncounted:
            self._uncounted.add(row)
            self.counting.emit()
        return self._reaches.get(row)

    def uncounted(self) -> list[int]:
        """The rows that wait for it."""
        return sorted(self._uncounted)

    def show_reaches(self, reaches: dict[int, tuple[int, int]]) -> None:
        """Take it, by row."""
        if len(self._reaches) > PAGE * PAGES:
            self._reaches.clear()
        self._reaches.update(reaches)
        self._uncounted.difference_update(reaches)
        if reaches:
            first, last = min(reaches), max(reaches)
            self.dataChanged.emit(self.index(first, Column.REACH), self.index(last, Column.REACH))

    def give_up_counting(self, rows: Iterable[int]) -> None:
        """These are not seen any more; who sees them again asks again."""
        self._uncounted.difference_update(rows)

    # Rows

    def listed(self) -> Listed | None:
        """What is shown, in its order."""
        return self._listed

    def claim_id(self, row: int) -> str:
        """The id shown in a row; empty for a claim that is gone."""
        line = self.line(row)
        return "" if line is None else line.record.claim_id

    def claim_ids(self) -> list[str]:
        """Every id in the order shown."""
        return [] if self._listed is None else list(self._listed)

    def position(self, claim_id: str) -> int | None:
        """The row of a claim, None where it is not shown."""
        return None if self._listed is None else self._listed.position(claim_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else _size(self._listed)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.words.named(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.title(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) if column in NUMBERS else None
        if role not in _TEXT_ROLES or (line := self.shown(index.row(), column)) is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words.of(column, line)
        return self.words.whole(line) if column is Column.FIGURE else self.words.of(column, line, spoken=True)

    def shown(self, row: int, column: Column) -> ClaimLine | None:
        """The line of a row as a cell shows it: with its reach, for the column of that, as soon as it is counted."""
        line = self.line(row)
        if line is not None and column is Column.REACH and (reach := self._reach(row, line)) is not None:
            return replace(line, same_articles=reach[0], same_origins=reach[1])
        return line


def _size(listed: Listed | None) -> int:
    return 0 if listed is None else len(listed)

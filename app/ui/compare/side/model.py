"""Figures side by side as a table: a row for each thing that they say, a column for each figure."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.aspect import WHO_SAYS_SO, Aspect, Cell, Line
from app.domain.verdict import Verdict
from app.services.topics.comparing import Row
from app.services.topics.side_by_side import Sides
from app.ui.compare.row_words import verdict_word
from app.ui.widgets import verdict_mark

Index = QModelIndex | QPersistentModelIndex
NAMES = 0
"""The column that names the rows; the figures follow it, the reference first."""
LineRole = Qt.ItemDataRole.UserRole + 1
CellRole = Qt.ItemDataRole.UserRole + 2
TitleRole = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the table: a line, or the title of those that follow."""

    title: str
    line: Line | None = None


class SideModel(QAbstractTableModel):
    """The lines of figures side by side under two titles."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sides: Sides | None = None
        self._entries: list[_Entry] = []

    def show(self, sides: Sides | None, *, only_differing: bool = False) -> None:
        """Show figures, or nothing; only the lines in which one differs from the reference, if asked for."""
        self.beginResetModel()
        self._sides = sides
        self._entries = []
        lines = [line for line in sides.lines if line.differs or not only_differing] if sides else []
        for title, wanted in ((self.tr("What it measures"), False), (self.tr("Who says so"), True)):
            held = [line for line in lines if (line.aspect in WHO_SAYS_SO) is wanted]
            self._entries += [_Entry(title)] * bool(held) + [_Entry(self.name(line.aspect), line) for line in held]
        self.endResetModel()

    def figures(self) -> tuple[Row, ...]:
        """The figures in the order of their columns."""
        return self._sides.rows if self._sides else ()

    def figure(self, column: int) -> Row | None:
        """The figure of a column, None for the names of the rows."""
        return self.figures()[column - 1] if 0 < column <= len(self.figures()) else None

    def name(self, aspect: Aspect) -> str:
        """What a row is called."""
        return {
            Aspect.QUOTE: self.tr("As printed"),
            Aspect.INTERVAL: self.tr("Interval"),
            Aspect.MEASURE: self.tr("Measures"),
            Aspect.UNIT: self.tr("Unit"),
            Aspect.KIND: self.tr("Kind"),
            Aspect.HORIZON: self.tr("Years covered"),
            Aspect.PRICES: self.tr("Prices"),
            Aspect.DISCOUNTING: self.tr("Discounting"),
            Aspect.INFLATION: self.tr("Inflation path"),
            Aspect.SCOPE: self.tr("Parts counted"),
            Aspect.DENOMINATOR: self.tr("Share of"),
            Aspect.BASELINE: self.tr("Measured against"),
            Aspect.ASSUMPTION: self.tr("Assumption"),
            Aspect.STATUS: self.tr("Status"),
            Aspect.PLACE: self.tr("Place"),
            Aspect.ACTOR: self.tr("Whose"),
            Aspect.PERIOD: self.tr("For the period"),
            Aspect.AS_OF: self.tr("As of"),
            Aspect.TARGET_DATE: self.tr("Due by"),
            Aspect.CONVERSION: self.tr("Conversion"),
            Aspect.SPEAKER: self.tr("Said by"),
            Aspect.STANCE: self.tr("Stance"),
            Aspect.OUTLET: self.tr("Outlet"),
            Aspect.PUBLISHED: self.tr("Published"),
            Aspect.REACH: self.tr("Reach"),
            Aspect.VERSION: self.tr("Version"),
        }[aspect]

    def verdict(self, row: Row) -> Verdict | str:
        """The verdict on a figure, or that it is the reference."""
        return row.judgement.verdict if row.judgement else verdict_mark.REFERENCE

    def reason(self, row: Row) -> str:
        """Its verdict in a few words."""
        return row.judgement.short if row.judgement else self.tr("the others are set against it")

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() or not self._sides else 1 + len(self._sides.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self._entries[index.row()].line is None or index.column() == NAMES:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if orientation is Qt.Orientation.Vertical or role not in roles:
            return None
        row = self.figure(section)
        if row is None:
            return self.tr("What is said")
        word = verdict_word(row)
        basis = ", ".join(chip.text for chip in row.chips)
        return ". ".join(filter(None, (row.figure, basis, f"{word}: {self.reason(row)}")))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self._entries[index.row()]
        line = entry.line
        if role == LineRole:
            return line
        if role == TitleRole:
            return entry.title
        if role == CellRole:
            return line.cells[index.column() - 1] if line and index.column() != NAMES else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if line is None:
                return entry.title if index.column() == NAMES else ""
            if index.column() == NAMES:
                return entry.title
            cell = line.cells[index.column() - 1]
            text = cell.text or self.tr("not stated")
            return (
                text if role == Qt.ItemDataRole.DisplayRole else self._spoken(entry.title, cell, text, index.column())
            )
        if role == Qt.ItemDataRole.ToolTipRole and line and line.aspect is Aspect.OUTLET:
            row = self.figure(index.column())
            return "\n".join(row.outlets) if row else None
        return None

    def _spoken(self, name: str, cell: Cell, text: str, column: int) -> str:
        """A cell with its row and column, and what its mark says."""
        row = self.figure(column)
        marks = (
            self.tr("differs from the reference") if cell.differs else "",
            self.tr("set by the analyst") if cell.by_analyst else "",
        )
        return ", ".join(filter(None, (f"{name}, {row.figure if row else ''}: {text}", *marks)))

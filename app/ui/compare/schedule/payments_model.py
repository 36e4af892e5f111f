"""The payments of a schedule as a table that can be edited, each cell as the analyst typed it."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.schedule import Payment
from app.services.topics import scheduling

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns, in the order of the columns of a schedule's file without the currency."""

    FROM = 0
    TO = 1
    AMOUNT = 2
    INDEX = 3
    TIMES = 4


class PaymentsModel(QAbstractTableModel):
    """Rows of text; what they mean is settled when they are read as a whole."""

    def __init__(self, payments: Sequence[Payment], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = [_cells(payment) for payment in payments]
        self._headings = (
            self.tr("From year"),
            self.tr("To year"),
            self.tr("Amount"),
            self.tr("Indexed after year"),
            self.tr("Once or yearly"),
        )

    def payments(self, currency: str) -> tuple[Payment, ...]:
        """What the rows say; a `UserError` names the row that cannot be read."""
        return scheduling.entered(self._rows, currency)

    def is_empty(self) -> bool:
        """Whether nothing is written in any row."""
        return not any(map(any, self._rows))

    def add(self, payments: Sequence[Payment], at: int | None = None) -> int:
        """Put rows in after the last, or in front of `at`; without payments one empty row. Gives the first's place."""
        rows = [_cells(payment) for payment in payments] or [["", "", "", "", ""]]
        first = len(self._rows) if at is None else at
        self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
        self._rows[first:first] = rows
        self.endInsertRows()
        return first

    def remove(self, at: int) -> None:
        """Take a row out."""
        if 0 <= at < len(self._rows):
            self.beginRemoveRows(QModelIndex(), at, at)
            del self._rows[at]
            self.endRemoveRows()

    def replace_empty(self, payments: Sequence[Payment]) -> int:
        """Add rows, and take out those in which nothing is written yet."""
        for at in reversed([at for at, row in enumerate(self._rows) if not any(row)]):
            self.remove(at)
        return self.add(payments)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return self._aligned(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return cell
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._aligned(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]}: {cell or self.tr('empty')}"
        return None

    def _aligned(self, column: int) -> Qt.AlignmentFlag:
        """Numbers stand at the right of their column."""
        side = Qt.AlignmentFlag.AlignLeft if column == Column.TIMES else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        self._rows[index.row()][index.column()] = " ".join(str(value).split())
        self.dataChanged.emit(index, index)
        return True


def _cells(payment: Payment) -> list[str]:
    return [
        str(payment.from_year),
        str(payment.last_year),
        _amount(payment),
        "" if payment.index_from_year is None else str(payment.index_from_year),
        "once" if payment.once else "yearly",
    ]


def _amount(payment: Payment) -> str:
    """Thousands marks and no scale letters, so that no digit is lost."""
    digits = f"{abs(payment.amount):,f}"
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    return f"{'−' if payment.amount < 0 else ''}{digits}"

"""The schedule year by year, to look at, to copy and to save."""

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.domain.schedule import Run
from app.services.topics import schedule_years
from app.services.topics.scheduling import CAVEAT
from app.ui import saving
from app.ui.compare.schedule import amounts
from app.ui.compare.schedule.padded import PAD, Padded
from app.ui.look import density, type as steps
from app.ui.widgets import dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.table_head import TableHead
from app.ui.widgets.words import Words

Index = QModelIndex | QPersistentModelIndex
ROW = 28


class YearsModel(QAbstractTableModel):
    """A row a year: each payment in cash, then all of them in cash, real and as present value."""

    def __init__(self, done: Run, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = done
        parts = [self.tr("Payment {0}").format(at) for at in range(1, len(done.payments) + 1)]
        last = [self.tr("Cash"), self.tr("Real"), self.tr("Present value")]
        self._headings = [self.tr("Year"), self.tr("Prices"), *parts, *last]

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._run.by_year)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headings[index.column()]} {self._cell(index)}"
        return self._cell(index) if role == Qt.ItemDataRole.DisplayRole else None

    def _cell(self, index: Index) -> str:
        paid = self._run.by_year[index.row()]
        if index.column() == 0:
            return str(paid.year)
        if index.column() == 1:
            return f"{paid.index:.4f}"
        money = (*paid.parts, paid.cash, paid.real, paid.present)[index.column() - 2]
        return amounts.money(money, self._run.currency) if money else "–"


class YearsDialog(QDialog):
    """Shows a run; Copy puts all of it on the clipboard as a table for spreadsheets and for texts."""

    def __init__(self, name: str, done: Run, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._run = name, done
        self.setWindowTitle(self.tr("{0}, year by year").format(name))
        dialog_page.size(self, 960, 600)
        self.table = QTableView()
        self.table.setModel(YearsModel(done, self))
        self.table.setAccessibleName(self.windowTitle())
        self.table.setItemDelegate(Padded(self.table))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setFont(steps.font("body"))
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(density.row(ROW))
        self.table.setHorizontalHeader(TableHead(self.table))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setTabKeyNavigation(False)
        # Numbers are never cut: the table scrolls sideways instead.
        heads = self.table.horizontalHeader()
        wide = max(
            max(self.table.sizeHintForColumn(at), heads.sectionSizeHint(at))
            for at in range(self.table.model().columnCount())
        )
        heads.setMinimumSectionSize(wide + 2 * steps.scaled(PAD))
        copies = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copies.activated.connect(self.copy)
        saves = QShortcut(QKeySequence("Ctrl+E"), self)
        saves.activated.connect(self.save)
        self._note = Words(CAVEAT, "small", "text2", wrap=True)
        self._build()

    def _build(self) -> None:
        self.copies = KeyButton(self.tr("Copy all"), "copy", "primary")
        self.copies.print_key("Ctrl+C")
        self.copies.clicked.connect(self.copy)
        self.saves = KeyButton(self.tr("Save as CSV…"), "export")
        self.saves.print_key("Ctrl+E")
        self.saves.clicked.connect(self.save)
        close = KeyButton(self.tr("Close"))
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self._note, 1)
        for button in (close, self.saves, self.copies):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def copy(self) -> None:
        """Put the table on the clipboard, as tabbed text and as HTML, to the penny."""
        held = QMimeData()
        held.setText(schedule_years.as_tsv(self._run))
        held.setHtml(schedule_years.as_html(self._run))
        QGuiApplication.clipboard().setMimeData(held)
        self._note.setText(self.tr("Copied {0} years").format(len(self._run.by_year)))

    def save(self) -> None:
        """Ask for a file and write the table as CSV."""
        if path := saving.ask(self, self.tr("Save the schedule year by year"), self._name):
            schedule_years.save(self._run, path)
            self._note.setText(self.tr("Written to {0}").format(path.name))

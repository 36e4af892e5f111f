"""The grid's table: ids in order, lines fetched by the page when they are first painted."""

from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain import wording
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.services.claims import Claims
from app.services.grid_columns import GridColumn
from app.services.shown import Shown
from app.ui import vocabulary
from app.ui.look import dates

Index = QModelIndex | QPersistentModelIndex
PAGE = 200
"""Lines fetched at once: 200 take about 9 ms from a large project."""

LineRole = Qt.ItemDataRole.UserRole + 1
ChipsRole = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns in their first order; those from KIND on are shown only where they are asked for."""

    STATE = 0
    FIGURE = 1
    LOW = 2
    HIGH = 3
    BASIS = 4
    SPEAKER = 5
    OUTLET = 6
    PUBLISHED = 7
    REACH = 8
    WORDS = 9
    KIND = 10
    UNIT = 11
    STANCE = 12
    TOPICS = 13
    TITLE = 14
    CONFIDENCE = 15
    DECIDED = 16

    @property
    def exported(self) -> GridColumn:
        """The column as services and files know it."""
        return GridColumn[self.name]


FIRST_SHOWN = frozenset(column for column in Column if column < Column.KIND)
NUMBERS = frozenset({Column.LOW, Column.HIGH, Column.REACH})
NAMES = frozenset({Column.SPEAKER, Column.OUTLET, Column.STANCE, Column.TOPICS, Column.TITLE})
"""Columns of words that may be cut with an ellipsis."""
_DIGITS = "−0123456789.,"
_TEXT_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class ClaimsModel(QAbstractTableModel):
    """Claims by id; sorting and narrowing happen in SQL, never here."""

    page_read = Signal()
    """Lines were fetched that were not known before: columns may have to grow."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._claims: Claims | None = None
        self._ids: list[str] = []
        self._places: dict[str, int] = {}
        self._lines: dict[int, ClaimLine] = {}
        self.sorted_by = (Column.PUBLISHED, True)
        """The column, and whether the largest or latest stands first; whoever sets it shows the claims in it."""

    def show(self, claims: Claims | None, ids: list[str], first: Iterable[ClaimLine] = ()) -> None:
        """Show these claims in this order; `first` are lines that are known already."""
        self._claims = claims
        if ids == self._ids:
            # The same rows: what they say is read again, and selection and place stay.
            self._know(first)
            if ids:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._ids = ids
        self._places = {claim_id: at for at, claim_id in enumerate(ids)}
        self._know(first)
        self.endResetModel()
        self.page_read.emit()

    def read_again(self) -> None:
        """Fetch what the same rows say now."""
        self._lines.clear()
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, len(Column) - 1))

    def _know(self, lines: Iterable[ClaimLine]) -> None:
        self._lines = {self._places[line.record.claim_id]: line for line in lines}

    def line(self, row: int) -> ClaimLine | None:
        """The line of a row; its page is fetched if need be. None for a claim that is gone."""
        if row not in self._lines and self._claims is not None:
            first = row - row % PAGE
            for line in self._claims.lines(self._ids[first : first + PAGE]):
                self._lines[self._places[line.record.claim_id]] = line
            self.page_read.emit()
        return self._lines.get(row)

    def known(self) -> list[ClaimLine]:
        """The lines fetched so far."""
        return list(self._lines.values())

    def claim_id(self, row: int) -> str:
        """The id shown in a row."""
        return self._ids[row]

    def claim_ids(self) -> list[str]:
        """Every id in the order shown."""
        return list(self._ids)

    def position(self, claim_id: str) -> int | None:
        """The row of a claim, None where it is not shown."""
        return self._places.get(claim_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.named(column)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.title(column)
        return None

    def title(self, column: Column) -> str:
        """What stands over a column."""
        return {
            Column.STATE: "",
            Column.FIGURE: self.tr("Figure"),
            Column.LOW: self.tr("Low"),
            Column.HIGH: self.tr("High"),
            Column.BASIS: self.tr("Basis"),
            Column.SPEAKER: self.tr("Said by"),
            Column.OUTLET: self.tr("Outlet"),
            Column.PUBLISHED: self.tr("Published"),
            Column.REACH: self.tr("Origins"),
            Column.WORDS: self.tr("In its words"),
            Column.KIND: self.tr("Kind"),
            Column.UNIT: self.tr("Unit"),
            Column.STANCE: self.tr("Stance"),
            Column.TOPICS: self.tr("Topics"),
            Column.TITLE: self.tr("Article"),
            Column.CONFIDENCE: self.tr("Sureness"),
            Column.DECIDED: self.tr("Decided"),
        }[column]

    def named(self, column: Column) -> str:
        """What a column is called, the one without a title too."""
        return self.title(column) or self.tr("State")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) if column in NUMBERS else None
        if role not in (LineRole, ChipsRole, *_TEXT_ROLES):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        if role == LineRole:
            return line
        if role == ChipsRole:
            return Shown(line.record.claim).chips
        if role != Qt.ItemDataRole.DisplayRole and column is Column.FIGURE:
            return self._whole(line)
        return self.words(column, line, spoken=role != Qt.ItemDataRole.DisplayRole)

    def _whole(self, line: ClaimLine) -> str:
        """Everything that a row says: the figure's cell is the current one when rows are walked through."""
        low, high = (self.words(column, line) for column in (Column.LOW, Column.HIGH))
        between = self.tr("from {0} to {1}").format(low, high) if low and high else ""
        rest = (Column.BASIS, Column.SPEAKER, Column.OUTLET, Column.PUBLISHED, Column.STATE, Column.REACH, Column.WORDS)
        said = [wording.say(line.record.claim.figure), between]
        return ", ".join(filter(None, said + [self.words(column, line, spoken=True) for column in rest]))

    def words(self, column: Column, line: ClaimLine, *, spoken: bool = False) -> str:
        """What a cell says; `spoken` in full, as tooltips and screen readers want it."""
        claim = line.record.claim
        match column:
            case Column.STATE if spoken and line.superseded_by is not None:
                said = self.tr("{0}, superseded by version {1}")
                return said.format(self._state(line.record.state), line.superseded_by)
            case Column.STATE:
                return self._state(line.record.state) if spoken else ""
            case Column.FIGURE:
                return wording.say(claim.figure)
            case Column.LOW | Column.HIGH:
                return self._bound(column, line)
            case Column.BASIS:
                return ", ".join(chip.text for chip in Shown(claim).chips)
            case Column.SPEAKER:
                return claim.speaker.name if claim.speaker else self.tr("not stated")
            case Column.OUTLET:
                return line.outlet or self.tr("not stated")
            case Column.PUBLISHED:
                return dates.day(line.published) or self.tr("undated")
            case Column.REACH if spoken:
                return self.tr("{0} independent origins in {1} articles").format(line.same_origins, line.same_articles)
            case Column.REACH:
                return self.tr("{0} in {1}").format(line.same_origins, line.same_articles)
            case Column.WORDS:
                return " ".join(f"{line.before}{claim.surface}{line.after}".split())
            case Column.KIND:
                return vocabulary.say(claim.figure.kind)
            case Column.UNIT:
                return claim.figure.unit or ""
            case Column.STANCE:
                return vocabulary.say(claim.stance) if claim.stance else ""
            case Column.TOPICS:
                return ", ".join(line.topics)
            case Column.TITLE:
                return line.title
            case Column.CONFIDENCE:
                return vocabulary.say(claim.confidence)
            case Column.DECIDED:
                return dates.day(line.record.decided_at)

    def _state(self, state: State) -> str:
        return {
            State.WAITING: self.tr("waiting"),
            State.ACCEPTED: self.tr("accepted"),
            State.REJECTED: self.tr("rejected"),
        }[state]

    def _bound(self, column: Column, line: ClaimLine) -> str:
        """One end of what the number can mean; the scale letter stands once, behind the higher end.

        A duration says its own unit, so its interval, which is in years, would only confuse.
        """
        claim = line.record.claim
        width = Shown(claim).interval
        if width is None or claim.figure.kind is Kind.DURATION:
            return ""
        low, high = width.halo.low, width.halo.high
        if column is Column.HIGH:
            return _short(high) if high.is_finite() else self.tr("and up")
        if not low.is_finite():
            return self.tr("up to")
        words = _short(low)
        letters = words.lstrip(_DIGITS)
        return words.removesuffix(letters) if letters and _short(high).lstrip(_DIGITS) == letters else words


def _short(value: Decimal) -> str:
    """A number to six significant digits; "Infinity" for an open end."""
    return wording.number(Decimal(f"{value:.6g}")) if value.is_finite() else str(value)

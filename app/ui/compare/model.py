"""The matrix as a table: basis, figure and who says it, lane, verdict; one row a figure."""

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.claim import Claim
from app.domain.figure import Kind
from app.services.comparing import Comparison, Group, Row
from app.services.measured import Measure
from app.ui.compare.axis import Axis
from app.ui.counted import counted
from app.ui.look import dates
from app.ui.widgets import verdict_mark

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """The columns in their order; who says it has a column of its own only where rows are one line high."""

    BASIS = 0
    FIGURE = 1
    LANE = 2
    SPEAKER = 3
    VERDICT = 4


RowRole = Qt.ItemDataRole.UserRole + 1
GroupRole = Qt.ItemDataRole.UserRole + 2
FirstOfGroupRole = Qt.ItemDataRole.UserRole + 3
LastOfGroupRole = Qt.ItemDataRole.UserRole + 4


class MatrixModel(QAbstractTableModel):
    """The rows of a comparison in the order of its groups."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Group, Row]] = []
        self._comparison: Comparison | None = None
        self._claim: Claim | None = None
        self.axis = Axis.of([])
        self.narrow = False
        """Rows are one line high and the speaker has a column."""

    def show(self, comparison: Comparison | None) -> None:
        """Show a comparison, or nothing."""
        self.beginResetModel()
        self._comparison = comparison
        self._rows = [(group, row) for group in comparison.groups for row in group.rows] if comparison else []
        pinned = comparison.pinned if comparison else None
        self._claim = pinned.line.record.claim if pinned else None
        self.axis = Axis.of(drawn for _, row in self._rows if (drawn := self.drawn_span(row)))
        self.endResetModel()

    def unit(self) -> str | None:
        """The unit of the axis: the reference's."""
        return self._claim.figure.unit if self._claim else None

    def why_reference(self) -> str:
        """Why the pinned row is the reference: a person chose it, or the program did."""
        shown = self._comparison
        chosen = shown is not None and shown.pinned is not None and shown.topic.pinned in shown.pinned.claim_ids
        return self.tr("pinned") if chosen else self.tr("printed by most origins")

    def drawn_span(self, row: Row) -> tuple[float, float] | None:
        """What of a row's interval lies on the axis, both ends finite; None where it has another unit or no number."""
        if row.interval is None or not self._on_axis(row):
            return None
        halo = row.interval.halo
        ends = [float(end) for end in (halo.low, halo.high) if end.is_finite()]
        return (ends[0], ends[-1]) if ends else None

    def _on_axis(self, row: Row) -> bool:
        figure = row.line.record.claim.figure
        if self._claim is None or figure.kind is not self._claim.figure.kind:
            return False
        # Intervals of durations are all in years; an amount without a currency takes that of its topic.
        return figure.kind is Kind.DURATION or figure.unit is None or figure.unit == self._claim.figure.unit

    def reference_in(self, index: int) -> tuple[float, float] | None:
        """The reference's interval where the row shares its basis, None elsewhere."""
        pinned = self._comparison.pinned if self._comparison else None
        if pinned is None or not any(row is pinned for row in self._rows[index][0].rows):
            return None
        return self.drawn_span(pinned)

    def row(self, index: int) -> Row:
        """The row at a position."""
        return self._rows[index][1]

    def rows(self) -> list[Row]:
        """All rows in their order."""
        return [row for _, row in self._rows]

    def groups(self) -> tuple[Group, ...]:
        """The groups in their order."""
        return self._comparison.groups if self._comparison else ()

    def position(self, claim_id: str) -> int | None:
        """Where a claim is shown, None where it is not."""
        return next((at for at, (_, row) in enumerate(self._rows) if claim_id in row.claim_ids), None)

    def detail(self, group: Group) -> str:
        """What stands under the name of a basis: prices and years, and how many camps its figures make."""
        return "\n".join(filter(None, (group.label.detail, *map(self._in_brief, _compared(group)))))

    def camps(self, index: int) -> str:
        """The camps of the basis that a row stands on; empty where its figures are not set against each other."""
        group = self._rows[index][0]
        said = "   ·   ".join(measure.said for measure in _compared(group))
        return f"{self._basis(group)}: {said}" if said else ""

    def _in_brief(self, measure: Measure) -> str:
        camps = counted(len(measure.camps), self.tr("%n camp"), self.tr("%n camps"))
        apart = measure.spread is not None and measure.spread > 1
        return self.tr("{0}, spread {1}").format(camps, f"{measure.spread:.1f}×") if apart else camps

    def _basis(self, group: Group) -> str:
        return ", ".join(filter(None, (group.label.kind, group.label.detail)))

    def group_spans(self) -> list[tuple[int, int]]:
        """First position and number of rows of each group."""
        spans: list[tuple[int, int]] = []
        at = 0
        for group in self.groups():
            spans.append((at, len(group.rows)))
            at += len(group.rows)
        return spans

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Vertical or role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.BASIS: self.tr("Basis"),
            Column.FIGURE: self.tr("Figure") if self.narrow else self.tr("Figure, and who says it"),
            Column.LANE: self.tr("What it can mean"),
            Column.SPEAKER: self.tr("Said by"),
            Column.VERDICT: self.tr("Against the reference"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        group, row = self._rows[index.row()]
        column = Column(index.column())
        if role == RowRole:
            return row
        if role == GroupRole:
            return group
        if role == FirstOfGroupRole:
            return row is group.rows[0]
        if role == LastOfGroupRole:
            return row is group.rows[-1]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(column, group, row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # The current cell is always a figure's, so it says the whole row.
            return self._whole(group, row) if column is Column.FIGURE else self._words(column, group, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(column, group, row)
        return None

    def _words(self, column: Column, group: Group, row: Row) -> str:
        match column:
            case Column.BASIS:
                return self._basis(group)
            case Column.FIGURE:
                return f"{row.figure}, {self.byline(row)}"
            case Column.LANE:
                return f"{row.interval_text}, {self.reach(row)}"
            case Column.SPEAKER:
                return self.speaker(row)
            case Column.VERDICT if row.judgement is None:
                return f"{self.tr('Reference')}: {self.why_reference()}"
            case Column.VERDICT:
                return f"{self.tr(verdict_mark.WORDS[row.judgement.verdict])}: {row.judgement.sentence}"

    def _whole(self, group: Group, row: Row) -> str:
        """Everything that the row says, for those who hear it."""
        parts = (
            f"{row.figure}, {self.said_by(row)}",
            self._words(Column.BASIS, group, row),
            self._words(Column.LANE, group, row),
            self._words(Column.VERDICT, group, row),
        )
        return ". ".join(part.removesuffix(".") for part in parts)

    def _tooltip(self, column: Column, group: Group, row: Row) -> str | None:
        match column:
            case Column.BASIS:
                return "\n".join((self._basis(group), *(measure.said for measure in _compared(group))))
            case Column.LANE:
                return f"{row.interval_text}\n{self.reach(row)}"
            case Column.VERDICT if row.judgement is not None:
                return f"{row.judgement.short}\n{row.judgement.sentence}"
            case Column.FIGURE | Column.SPEAKER:
                claim = row.line.record.claim
                quote = f"“{row.line.before}{claim.surface}{row.line.after}”".replace("\n", " ")
                basis = ", ".join(chip.text for chip in row.chips)
                return "\n".join(filter(None, (quote, self.said_by(row), dates.day(row.line.published), basis)))
        return None

    def speaker(self, row: Row) -> str:
        """Who says it, or denies it."""
        return self.tr("{0} denies").format(row.speaker) if row.denied else row.speaker

    def byline(self, row: Row) -> str:
        """Who says it, and where; where the article speaks in its own voice the outlet alone."""
        outlets = row.outlets[0] if row.outlets else self.tr("outlet not stated")
        more = f" +{len(row.outlets) - 1}" if len(row.outlets) > 1 else ""
        somebody = row.line.record.claim.speaker or row.line.comment is not None or row.denied
        who = self.speaker(row) if somebody else ""
        return ", ".join(filter(None, (who, outlets + more)))

    def said_by(self, row: Row) -> str:
        """Who says it, in which outlets, all of them named."""
        outlets = ", ".join(row.outlets) or self.tr("outlet not stated")
        return self.tr("said by {0} in {1}").format(self.speaker(row), outlets)

    def reach(self, row: Row) -> str:
        """How many articles print it, and how many independent origins they have."""
        articles = counted(row.articles, self.tr("%n article"), self.tr("%n articles"))
        return f"{articles}, {counted(row.origins, self.tr('%n origin'), self.tr('%n origins'))}"


def _compared(group: Group) -> list[Measure]:
    return [measure for measure in group.measures if measure.compares]

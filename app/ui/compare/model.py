"""The matrix as a table: basis, figure and who says it, lane, verdict; one row a figure."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain.claim import Claim
from app.domain.figure import Kind
from app.services import regrouping
from app.services.common_basis import Apart, Converted, Found
from app.services.comparing import Comparison, Group, Row
from app.services.measured import Measure
from app.services.regrouping import By
from app.ui.compare.axis import Axis
from app.ui.compare.lanes import Mark, printed
from app.ui.compare.row_words import RowWords
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


class MatrixModel(RowWords):
    """The rows of a comparison in the order of its groups, as printed or on a common basis."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Group, Row]] = []
        self._groups: tuple[Group, ...] = ()
        self._own: dict[str, Group] = {}
        """The basis of each row, by the claim that stands for it."""
        self._at: dict[str, int] = {}
        self._comparison: Comparison | None = None
        self._claim: Claim | None = None
        self._found: Found | None = None
        self._zoomed: Group | None = None
        self.by = By.BASIS
        self.axis = Axis.of([])
        self.narrow = False
        """Rows are one line high and the speaker has a column."""

    def show(self, comparison: Comparison | None, by: By = By.BASIS, found: Found | None = None) -> None:
        """Show a comparison, or nothing, in groups of one kind; `found` are its figures on a common basis."""
        self.beginResetModel()
        self._comparison, self.by, self._found, self._zoomed = comparison, by, found, None
        self._groups = regrouping.groups(comparison, by) if comparison else ()
        self._rows = [(group, row) for group in self._groups for row in group.rows]
        bases = comparison.groups if comparison else ()
        self._own = {row.line.record.claim_id: group for group in bases for row in group.rows}
        self._at = {claim_id: at for at, (_, row) in enumerate(self._rows) for claim_id in row.claim_ids}
        pinned = comparison.pinned if comparison else None
        self._claim = pinned.line.record.claim if pinned else None
        self._fit_axis()
        self.endResetModel()

    def zoom(self, index: int | None) -> None:
        """Draw the axis over the basis of this row alone; None for all of them."""
        self._zoomed = None if index is None or self._found is not None else self.basis_of(self.row(index))
        self._fit_axis()

    def is_zoomed(self) -> bool:
        """Whether the axis is drawn over one basis."""
        return self._zoomed is not None

    def _fit_axis(self) -> None:
        self.axis = Axis.of(drawn for _, row in self._rows if (drawn := self.drawn_span(row)))

    def unit(self) -> str | None:
        """The unit of the axis: the topic's currency on a common basis, else the reference's."""
        if self._found is not None:
            return self._comparison.currency if self._comparison else None
        return self._claim.figure.unit if self._claim else None

    def why_reference(self) -> str:
        """Why the pinned row is the reference: a person chose it, or the program did."""
        shown = self._comparison
        chosen = shown is not None and shown.pinned is not None and shown.topic.pinned in shown.pinned.claim_ids
        return self.tr("pinned") if chosen else self.tr("printed by most origins")

    # The lanes

    def converted(self, row: Row) -> Converted | Apart | None:
        """A row's figure on the common basis, or why it has none; None where figures stand as printed."""
        return None if self._found is None else self._found.get(row.line.record.claim_id)

    def mark(self, row: Row) -> Mark | None:
        """What of a row is drawn on the axis; None where it has another unit, no number, or no basis in common."""
        found = self.converted(row)
        if isinstance(found, Converted):
            ranged = row.line.record.claim.figure.is_range
            return Mark(
                reach=found.reach, value=None if ranged else found.value, origins=row.origins, denied=row.denied
            )
        zoomed_out = self._zoomed is not None and self.basis_of(row) is not self._zoomed
        if found is not None or row.interval is None or not self._on_axis(row) or zoomed_out:
            return None
        return Mark(reach=row.interval, value=printed(row), origins=row.origins, denied=row.denied)

    def drawn_span(self, row: Row) -> tuple[float, float] | None:
        """What of a row's interval lies on the axis, both ends finite; None where nothing is drawn."""
        mark = self.mark(row)
        if mark is None:
            return None
        halo = mark.reach.halo
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
        row = self._rows[index][1]
        if pinned is None or not self._share_a_basis(pinned, row):
            return None
        return self.drawn_span(pinned)

    def _share_a_basis(self, one: Row, other: Row) -> bool:
        if self._found is not None:
            return isinstance(self.converted(one), Converted) and isinstance(self.converted(other), Converted)
        return self.basis_of(one) is self.basis_of(other)

    def basis_of(self, row: Row) -> Group | None:
        """The rows that share the basis of this one, however the rows are grouped."""
        return self._own.get(row.line.record.claim_id)

    def lane_ends(self, index: int) -> tuple[bool, bool]:
        """Whether the lane of a row begins with it, and ends with it: a lane is one basis within one group."""
        group, row = self._rows[index]

        def parts(at: int) -> bool:
            other = self._rows[at] if 0 <= at < len(self._rows) else None
            return other is None or other[0] is not group or not (self.by is By.BASIS or self._one_lane(row, other[1]))

        return parts(index - 1), parts(index + 1)

    def _one_lane(self, row: Row, other: Row) -> bool:
        return self._found is not None or self._share_a_basis(row, other)

    def lane_words(self, row: Row) -> tuple[str, str]:
        """What stands beside a mark: what the number can mean, or what it is on the common basis; and its reach."""
        found = self.converted(row)
        if isinstance(found, Converted):
            return found.words, self.reach(row)
        if found is not None:
            return "", self.tr("no basis in common: {0}").format(found.why)
        return row.interval_text, self.reach(row)

    # The rows

    def row(self, index: int) -> Row:
        """The row at a position."""
        return self._rows[index][1]

    def rows(self) -> list[Row]:
        """All rows in their order."""
        return [row for _, row in self._rows]

    def groups(self) -> tuple[Group, ...]:
        """The groups in their order."""
        return self._groups

    def position(self, claim_id: str) -> int | None:
        """Where a claim is shown, None where it is not."""
        return self._at.get(claim_id)

    def detail(self, group: Group) -> str:
        """What stands under the name of a group: of a basis its prices, years and camps, else how much is in it."""
        if self.by is By.BASIS:
            return "\n".join(filter(None, (group.label.detail, *map(self._in_brief, _compared(group)))))
        figures = counted(len(group.rows), self.tr("%n figure"), self.tr("%n figures"))
        bases = len({id(self.basis_of(row)) for row in group.rows})
        told = self.tr("{0} on {1}").format(figures, counted(bases, self.tr("%n basis"), self.tr("%n bases")))
        return "\n".join(filter(None, (group.label.detail, told if bases > 1 else figures)))

    def camps(self, index: int) -> str:
        """The camps of the basis that a row stands on; empty where its figures are not set against each other."""
        group = self.basis_of(self._rows[index][1])
        said = "   ·   ".join(measure.said for measure in _compared(group)) if group else ""
        return f"{_name(group)}: {said}" if said and group else ""

    def _in_brief(self, measure: Measure) -> str:
        camps = counted(len(measure.camps), self.tr("%n camp"), self.tr("%n camps"))
        apart = measure.spread is not None and measure.spread > 1
        return self.tr("{0}, spread {1}").format(camps, f"{measure.spread:.1f}×") if apart else camps

    def basis(self, row: Row) -> str:
        """The basis of a row in words."""
        group = self.basis_of(row)
        return _name(group) if group else ""

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
            Column.BASIS: {
                By.BASIS: self.tr("Basis"),
                By.SPEAKER: self.tr("Speaker"),
                By.DATE: self.tr("First printed"),
                By.ORIGIN: self.tr("Origin"),
            }[self.by],
            Column.FIGURE: self.tr("Figure") if self.narrow else self._figure_heading(),
            Column.LANE: self.tr("What it can mean") if self._found is None else self.tr("On the common basis"),
            Column.SPEAKER: self.tr("Said by") if self.by is By.BASIS else self.tr("Basis"),
            Column.VERDICT: self.tr("Against the reference"),
        }[Column(section)]

    def _figure_heading(self) -> str:
        return self.tr("Figure, and who says it") if self.by is By.BASIS else self.tr("Figure, and its basis")

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
            if column is Column.FIGURE:
                return self._whole(row)
            return self.lane_said(row) if column is Column.LANE else self._words(column, group, row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(column, group, row)
        return None

    def _words(self, column: Column, group: Group, row: Row) -> str:
        match column:
            case Column.BASIS:
                return _name(group)
            case Column.FIGURE:
                return f"{row.figure}, {self.byline(row)}"
            case Column.LANE:
                return ", ".join(filter(None, self.lane_words(row)))
            case Column.SPEAKER:
                return self.beside(row)
            case Column.VERDICT:
                return self._verdict(row)

    def _verdict(self, row: Row) -> str:
        if row.judgement is None:
            return f"{self.tr('Reference')}: {self.why_reference()}"
        return f"{verdict_mark.word(row.judgement.verdict)}: {row.judgement.sentence}"

    def lane_said(self, row: Row) -> str:
        """What the chart draws of a row: its interval, the printed value, the verdict, an open end, a denial."""
        words, reach = self.lane_words(row)
        parts = [
            self.tr("{0} on the common basis").format(words) if words and self._found is not None else "",
            self.tr("can mean {0}").format(row.interval_text) if row.interval_text and self._found is None else "",
            self.tr("printed as {0}").format(row.figure),
            self._open_end(row),
            self.tr("denied by {0}").format(row.speaker) if row.denied else "",
            verdict_mark.word(row.judgement.verdict if row.judgement else verdict_mark.REFERENCE),
            reach,
            "" if self.mark(row) is not None or self._found is not None else self.tr("not drawn on this axis"),
        ]
        return ", ".join(filter(None, parts))

    def _open_end(self, row: Row) -> str:
        if row.interval is None:
            return ""
        low, high = (end.is_finite() for end in (row.interval.halo.low, row.interval.halo.high))
        return "" if low == high else self.tr("open above") if low else self.tr("open below")

    def _whole(self, row: Row) -> str:
        """Everything that the row says, for those who hear it."""
        parts = (f"{row.figure}, {self.said_by(row)}", self.basis(row), self.lane_said(row), self._verdict(row))
        return ". ".join(part.removesuffix(".") for part in parts if part)

    def _tooltip(self, column: Column, group: Group, row: Row) -> str | None:
        match column:
            case Column.BASIS:
                return "\n".join((_name(group), *(measure.said for measure in _compared(group))))
            case Column.LANE:
                found = self.converted(row)
                told = found.formula if isinstance(found, Converted) else row.interval_text
                return "\n".join((told, *self.lane_words(row)[1:]))
            case Column.VERDICT if row.judgement is not None:
                return f"{row.judgement.short}\n{row.judgement.sentence}"
            case Column.FIGURE | Column.SPEAKER:
                claim = row.line.record.claim
                quote = f"“{row.line.before}{claim.surface}{row.line.after}”".replace("\n", " ")
                basis = ", ".join(chip.text for chip in row.chips)
                return "\n".join(filter(None, (quote, self.said_by(row), dates.day(row.line.published), basis)))
        return None

    def beside(self, row: Row) -> str:
        """What a narrow row says in a column of its own: who says it, or its basis where that is not the group."""
        return self.speaker(row) if self.by is By.BASIS else self.basis(row)

    def under(self, row: Row) -> str:
        """The second line of a figure: who says it, or its basis where that is not the group."""
        return self.byline(row) if self.by is By.BASIS else self.basis(row)


def _name(group: Group) -> str:
    return ", ".join(filter(None, (group.label.kind, group.label.detail)))


def _compared(group: Group) -> list[Measure]:
    return [measure for measure in group.measures if measure.compares]

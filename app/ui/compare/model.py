"""The matrix as a table: basis, figure and who says it, lane, verdict; one row a figure."""

from enum import IntEnum

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from app.domain import wording
from app.services.topics import regrouping
from app.services.topics.common_basis import Converted, Found
from app.services.topics.comparing import Comparison, Group, Row
from app.services.topics.measured import FAR, Measure
from app.services.topics.regrouping import By
from app.ui.compare.lane_model import LaneModel
from app.ui.compare.row_words import verdict_word
from app.ui.counted import counted
from app.ui.look import dates
from app.ui.widgets import verdict_mark

_TOLD = 3
"""Measures of a basis up to which each is told below its name."""
_MANY = 10
"""A spread of this many times or more is given without a fraction."""

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


class MatrixModel(LaneModel):
    """The rows of a comparison in the order of its groups, as printed or on a common basis."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: tuple[Group, ...] = ()
        self._at: dict[str, int] = {}
        self.narrow = False
        """Rows are one line high and the speaker has a column."""
        self.stream: dict[str, str] = {}
        """What figures that a payment schedule gives are of it, by the claims that stand for their rows."""

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
        self.fit_axis()
        self.endResetModel()

    def why_reference(self) -> str:
        """Why the pinned row is the reference: a person chose it, or the program did."""
        shown = self._comparison
        chosen = shown is not None and shown.pinned is not None and shown.topic.pinned in shown.pinned.claim_ids
        return self.tr("pinned") if chosen else self.tr("printed by most origins")

    # The rows

    def in_stream(self, row: Row) -> str:
        """What of the topic's payment schedule a figure is ("Total, nominal"); empty where it is none of it."""
        name = self.stream.get(row.claim_id)
        return self.tr("One payment stream: {0}").format(name) if name else ""

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
            return "\n".join(filter(None, (group.label.detail, *self._in_brief(group))))
        figures = counted(len(group.rows), self.tr("%n figure"), self.tr("%n figures"))
        bases = len({id(self.basis_of(row)) for row in group.rows})
        both = self.tr("{0} on {1}").format(figures, counted(bases, self.tr("%n basis"), self.tr("%n bases")))
        return "\n".join(filter(None, (group.label.detail, both if bases > 1 else figures)))

    def camps(self, index: int) -> str:
        """The camps of the basis that a row stands on; empty where its figures are not set against each other."""
        group = self.basis_of(self._rows[index][1])
        return "   ·   ".join(self._said(group)) if group else ""

    def _in_brief(self, group: Group) -> list[str]:
        """The camps of a basis and how far they lie apart, of each of its few measures, or how many of how many."""
        told = [(unit, measure) for unit, measure in self._measured(group) if measure.camps]
        camps = [counted(len(measure.camps), self.tr("%n camp"), self.tr("%n camps")) for _, measure in told]
        if len(told) > _TOLD:
            several = counted(len(told), self.tr("%n measure"), self.tr("%n measures"))
            whole = sum(len(measure.camps) for _, measure in told)
            return [", ".join((several, counted(whole, self.tr("%n camp"), self.tr("%n camps"))))]
        found = []
        for words, (unit, measure) in zip(camps, told, strict=True):
            name = ", ".join(filter(None, (unit, measure.words))) or self.tr("the rest")
            apart = ", ".join(filter(None, (words, self._spread(measure))))
            found.append(f"{name}: {apart}" if len(told) > 1 else apart)
        return found

    def _measured(self, group: Group) -> list[tuple[str, Measure]]:
        """The measures of a basis in which figures are set against each other, with their units where these differ."""
        rows = {claim_id: row for row in group.rows for claim_id in row.claim_ids}
        found = []
        for measure in group.measures:
            if measure.compares:
                ids = (claim_id for camp in measure.camps for claim_id in camp.claim_ids)
                unit = next((rows[one].line.record.claim.figure.unit for one in ids if one in rows), None) or ""
                found.append((wording.CURRENCY_SIGNS.get(unit) or wording.plural(unit), measure))
        differ = len({unit for unit, measure in found if measure.camps}) > 1
        return [(unit or self.tr("no unit") if differ and one.camps else "", one) for unit, one in found]

    def _said(self, group: Group) -> list[str]:
        """All that is said of the camps of a basis, a line for each measure."""
        return [f"{unit}: {measure.said}" if unit else measure.said for unit, measure in self._measured(group)]

    def _spread(self, measure: Measure) -> str:
        if measure.spread is None or measure.spread <= 1:
            return ""
        if measure.spread > FAR:
            return self.tr("spread over {0}×").format(f"{FAR:,}")
        times = f"{measure.spread:.1f}×" if measure.spread < _MANY else f"{measure.spread:,.0f}×"
        return self.tr("spread {0}").format(times)

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
        word = verdict_word(row)
        return f"{word}: {verdict_mark.spoken(row.judgement.sentence, word)}"

    def _whole(self, row: Row) -> str:
        """Everything that the row says, for screen readers."""
        parts = (
            *(f"{row.figure}, {self.said_by(row)}", self.basis(row), self.in_stream(row)),
            *(self.lane_said(row), self._verdict(row)),
        )
        return ". ".join(part.removesuffix(".") for part in parts if part)

    def _tooltip(self, column: Column, group: Group, row: Row) -> str | None:
        match column:
            case Column.BASIS:
                return "\n".join((_name(group), *self._said(group)))
            case Column.LANE:
                found = self.converted(row)
                formula = found.formula if isinstance(found, Converted) else row.interval_text
                return "\n".join(filter(None, (formula, self.told_on(row), *self.lane_words(row)[1:])))
            case Column.VERDICT if row.judgement is not None:
                asked = row.judgement.question
                settle = self.tr("What would settle it: {0}").format(asked) if asked else ""
                return "\n".join(filter(None, (row.judgement.short, row.judgement.sentence, settle)))
            case Column.FIGURE | Column.SPEAKER:
                quote = f"“{row.line.excerpt}”"
                basis = ", ".join(chip.text for chip in row.chips)
                told = (quote, self.said_by(row), dates.day(row.line.published), basis, self.in_stream(row))
                return "\n".join(filter(None, told))
        return None

    def beside(self, row: Row) -> str:
        """What a narrow row says in a column of its own: who says it, or its basis where that is not the group."""
        return self.speaker(row) if self.by is By.BASIS else self.basis(row)

    def under(self, row: Row) -> str:
        """The second line of a figure: who says it, or its basis where that is not the group."""
        return self.byline(row) if self.by is By.BASIS else self.basis(row)


def _name(group: Group) -> str:
    return ", ".join(filter(None, (group.label.kind, group.label.detail)))

"""What the lanes of the matrix draw: each figure's reach on one axis, as printed or on a common basis."""

from collections import Counter

from PySide6.QtCore import QObject

from app.domain import wording
from app.domain.claim import Claim
from app.domain.figure import Kind
from app.services.topics.common_basis import Apart, Converted, Found
from app.services.topics.comparing import Comparison, Group, Row
from app.services.topics.regrouping import By
from app.ui.compare.axis import Axis
from app.ui.compare.lanes import Mark, printed
from app.ui.compare.row_words import RowWords, verdict_word


class LaneModel(RowWords):
    """The base of the matrix's table: rows in groups, an axis over them, and what of each lies on it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[Group, Row]] = []
        self._own: dict[str, Group] = {}
        """The basis of each row, by the claim that stands for it."""
        self._comparison: Comparison | None = None
        self._claim: Claim | None = None
        self._found: Found | None = None
        self._zoomed: Group | None = None
        self.by = By.BASIS
        self.axis = Axis.of([])

    def row(self, index: int) -> Row:
        """The row at a position."""
        return self._rows[index][1]

    def zoom(self, index: int | None) -> None:
        """Draw the axis over the basis of this row alone; None for all of them."""
        self._zoomed = None if index is None or self._found is not None else self.basis_of(self.row(index))
        self.fit_axis()

    def is_zoomed(self) -> bool:
        """Whether the axis is drawn over one basis."""
        return self._zoomed is not None

    def fit_axis(self) -> None:
        """Draw the axis over what the rows show now."""
        self.axis = Axis.of(drawn for _, row in self._rows if (drawn := self.drawn_span(row)))

    def unit(self) -> str | None:
        """The unit of the axis: the topic's currency on a common basis, else the reference's."""
        if self._found is not None:
            return self._comparison.currency if self._comparison else None
        return self._claim.figure.unit if self._claim else None

    def converted(self, row: Row) -> Converted | Apart | None:
        """A row's figure on the common basis, or why it has none; None where figures stand as printed."""
        return None if self._found is None else self._found.get(row.line.record.claim_id)

    def mark(self, row: Row) -> Mark | None:
        """What of a row is drawn on the axis; None where it has another unit, no number, or no basis in common."""
        found = self.converted(row)
        if isinstance(found, Converted):
            ranged = row.line.record.claim.figure.is_range
            return Mark(
                reach=found.interval, value=None if ranged else found.value, origins=row.origins, denied=row.denied
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

    def common_in_brief(self) -> str:
        """How many figures have the common basis, and what the others lack; empty where figures stand as printed."""
        if self._found is None:
            return ""
        converted = [self.converted(row) for _, row in self._rows]
        apart = Counter(one.why for one in converted if isinstance(one, Apart))
        have = self.tr("{0} of {1} figures can be put on this basis").format(
            len(converted) - apart.total(), len(converted)
        )
        lacking = [self.tr("{0} ({1})").format(why, count) for why, count in apart.most_common()]
        return "   ·   ".join(filter(None, (have, "; ".join(lacking))))

    def lane_words(self, row: Row) -> tuple[str, str]:
        """What stands beside a mark: what the number can mean, or what it is on the common basis; and its reach."""
        found = self.converted(row)
        if isinstance(found, Converted):
            return found.words, self.reach(row)
        if found is not None:
            return "", self.tr("no basis in common: {0}").format(found.why)
        return self._meaning(row), self.reach(row)

    def _meaning(self, row: Row) -> str:
        """What a number can mean, with its currency or what it counts where that is not the axis's own."""
        figure = row.line.record.claim.figure
        if not row.interval_text or not figure.unit or self._on_axis(row):
            return row.interval_text
        unit = {Kind.MONEY: figure.unit, Kind.QUANTITY: wording.plural(figure.unit)}.get(figure.kind, "")
        return f"{row.interval_text} {unit}".rstrip()

    def lane_said(self, row: Row) -> str:
        """What the chart draws of a row: its interval, the printed value, the verdict, an open end, a denial."""
        words, reach = self.lane_words(row)
        parts = [
            self.tr("{0} on the common basis").format(words) if words and self._found is not None else "",
            self.tr("can mean {0}").format(row.interval_text) if row.interval_text and self._found is None else "",
            self.tr("printed as {0}").format(row.figure),
            self._open_end(row),
            self.tr("denied by {0}").format(row.speaker) if row.denied else "",
            verdict_word(row),
            self.told_on(row),
            reach,
            "" if self.mark(row) is not None or self._found is not None else self.tr("not drawn on this axis"),
        ]
        return ", ".join(filter(None, parts))

    def _open_end(self, row: Row) -> str:
        if row.interval is None:
            return ""
        low, high = (end.is_finite() for end in (row.interval.halo.low, row.interval.halo.high))
        return "" if low == high else self.tr("open above") if low else self.tr("open below")

"""The histogram with what it shows in words: the measure, the stretch asked for, how many claims that leaves."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.narrowing import Between
from app.domain.spread import Measure, Spread
from app.ui.claims import amounts
from app.ui.claims.histogram import Ends, Histogram
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel
from app.ui.widgets.words import Words

HEIGHT, LEAST = 112, 80


class SpreadPanel(Panel):
    """Shows the values of one measure; a brushed stretch is handed on as terms of the query."""

    asked = Signal(str, str)
    """A stretch as it is typed (">=90m", empty for all), and the unit that it needs, empty for none."""
    measured = Signal(object)
    """Another `Measure` is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(role="window", border=None, parent=parent)
        self._spread = Spread()
        self.set_low(False)
        self.measure = KeyButton("", None, "quiet", height=20)
        self.measure.setAutoDefault(False)
        self.measure.clicked.connect(self._choose)
        self.scale = Words("", "small", "text2")
        self.bars = Histogram()
        self.bars.previewed.connect(lambda *ends: self._show_range(ends, self.bars.within(ends)))
        self.bars.brushed.connect(lambda low, high: self._ask((low, high)))
        self.range = Words("", "body", "text", weight=600)
        self.count = Words("", "small", "text2")
        self.clear = KeyButton(self.tr("Clear"), None, "link", height=20)
        self.clear.setAccessibleName(self.tr("Clear the range of values"))
        self.clear.clicked.connect(lambda: self._ask((None, None)))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.setSpacing(4)
        row.addLayout(self._side(Qt.AlignmentFlag.AlignLeft, self.measure, self.scale))
        row.addWidget(self.bars, 1)
        row.addLayout(self._side(Qt.AlignmentFlag.AlignRight, self.range, self.count, self.clear))

    def set_low(self, low: bool) -> None:
        """Leave height to the rows."""
        self.setFixedHeight(steps.scaled(LEAST if low else HEIGHT))

    def _side(self, where: Qt.AlignmentFlag, *widgets: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 8, 0, 8)
        column.setSpacing(2)
        for widget in widgets:
            column.addWidget(widget, 0, where)
        column.addStretch(1)
        room = QWidget()
        room.setFixedWidth(steps.scaled(96 if where is Qt.AlignmentFlag.AlignLeft else 168))
        column.addWidget(room)
        return column

    def show_spread(self, spread: Spread, narrowed: ClaimFilter) -> None:
        """Show the values, and the stretch of them that the filter asks for."""
        self._spread = spread
        measure = spread.measure
        if measure is None:
            return
        several = len(spread.measures) > 1
        self.measure.setText(f"{self._named(measure)} ▾" if several else self._named(measure))
        self.measure.setAccessibleName(self.tr("Measure: {0}").format(self._named(measure)))
        self.measure.setEnabled(several)
        self.bars.show_spread(spread, self._ends(measure, narrowed))
        self.scale.setText(self.tr("log scale") if self.bars.line().logarithmic else "")
        self._show_range(self.bars.ends(), spread.found)

    def _ends(self, measure: Measure, narrowed: ClaimFilter) -> Ends:
        own = [one for one in narrowed.between if one.kind is measure.kind and not one.excluded]
        lows = [_line_value(one, one.low, measure.kind) for one in own if one.low is not None]
        highs = [_line_value(one, one.high, measure.kind) for one in own if one.high is not None]
        return max(lows, default=None), min(highs, default=None)

    def _named(self, measure: Measure) -> str:
        """ "Amount, £", "Per cent", "Count, person", "Date", "Length, years"."""
        unit = measure.unit or ""
        match measure.kind:
            case Kind.MONEY:
                return self.tr("Amount, {0}").format(wording.CURRENCY_SIGNS.get(unit, unit or "?"))
            case Kind.PERCENTAGE:
                return self.tr("Points") if unit == "percentage_point" else self.tr("Per cent")
            case Kind.DATE:
                return self.tr("Date")
            case Kind.DURATION:
                return self.tr("Length, years")
        return unit.capitalize() or self.tr("Count")

    # In words

    def _show_range(self, ends: Ends, within: int) -> None:
        """Say the stretch, and how many claims stand in it: those listed, or those under a handle that is dragged."""
        measure = self._spread.measure
        if measure is None:
            return
        brushed = ends != (None, None)
        self.range.setText(self._range(measure, ends))
        counts = self._counted(measure, self._spread.claims)
        self.count.setText(self.tr("{0} of {1}").format(f"{within:,}", counts) if brushed else counts)
        self.clear.setVisible(brushed)
        line = self.bars.line()
        self.bars.setAccessibleName(
            self.tr("{0}: {1} from {2} to {3}").format(
                self._named(measure),
                counts,
                amounts.label(measure, line.low),
                amounts.label(measure, line.high),
            )
        )
        keys = self.tr("Left and Right move the lower end, with Shift the upper one; Delete lets go of both.")
        self.bars.setAccessibleDescription(f"{self.range.text()}, {self.count.text()}. {keys}")

    def _counted(self, measure: Measure, claims: int) -> str:
        """How many claims; of money in which currency, where there are others."""
        words = {
            Kind.MONEY: counted(claims, self.tr("%n money claim"), self.tr("%n money claims")),
            Kind.PERCENTAGE: counted(claims, self.tr("%n percentage"), self.tr("%n percentages")),
            Kind.QUANTITY: counted(claims, self.tr("%n quantity"), self.tr("%n quantities")),
            Kind.DATE: counted(claims, self.tr("%n date"), self.tr("%n dates")),
            Kind.DURATION: counted(claims, self.tr("%n length of time"), self.tr("%n lengths of time")),
        }[measure.kind]
        if measure.kind is not Kind.MONEY or sum(one.kind is Kind.MONEY for one in self._spread.measures) < 2:
            return words
        return self.tr("{0} in {1}").format(words, wording.CURRENCY_SIGNS.get(measure.unit or "", measure.unit or "?"))

    def _range(self, measure: Measure, ends: Ends) -> str:
        low, high = (None if end is None else amounts.label(measure, end) for end in ends)
        if low and high:
            return self.tr("{0} to {1}").format(low, high)
        if low:
            return self.tr("{0} and up").format(low)
        return self.tr("up to {0}").format(high) if high else self.tr("all values")

    # Asking

    def _ask(self, ends: Ends) -> None:
        measure = self._spread.measure
        if measure is None:
            return
        low, high = (None if end is None else amounts.typed(measure.kind, end) for end in ends)
        words = f"{low}..{high}" if low and high else f">={low}" if low else f"<={high}" if high else ""
        others = [one for one in self._spread.measures if one.kind is measure.kind and one != measure]
        self.asked.emit(words, measure.unit or "" if words and others else "")

    def kind(self) -> Kind | None:
        """The kind of figure that is shown."""
        return self._spread.measure.kind if self._spread.measure else None

    def _choose(self) -> None:
        menu = QMenu(self)
        for measure in self._spread.measures[:24]:
            act = menu.addAction(f"{self._named(measure)}\t{measure.count:,}".replace("&", "&&"))
            act.setCheckable(True)
            act.setChecked(measure == self._spread.measure)
            act.setData(measure)
        chosen = menu.exec(self.measure.mapToGlobal(self.measure.rect().bottomLeft()))
        if chosen is not None:
            self.measured.emit(chosen.data())


def _line_value(one: Between, value: Decimal, kind: Kind) -> float:
    return (
        amounts.on_line(kind, float(value))
        if kind is not Kind.DATE
        else float(int(amounts.on_line(kind, float(value))))
    )

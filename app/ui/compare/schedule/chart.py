"""The schedule drawn: a bar a year in cash, what comes on top in a hue of its own."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.domain import wording
from app.domain.schedule import Match, Run
from app.ui.compare.schedule import amounts
from app.ui.look import tones, type as steps

HEIGHT = 84
TOP, FOOT, GUTTER = 15, 18, 8
_OUTGROWN = Decimal("1e15")
_STEPS = (1, 2, 2.5, 3, 4, 5, 6, 8, 10)


class ScheduleChart(QWidget):
    """Shows a run, the years that the current figure can be of in the hue of its match."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self._on_top: tuple[bool, ...] = ()
        self._uplift: int | None = None
        self._marked: list[tuple[int, int]] = []
        self._sure = True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Payment schedule, drawn"))

    def sizeHint(self) -> QSize:
        return QSize(steps.scaled(200), steps.scaled(HEIGHT))

    def show_run(self, done: Run, uplift: int | None, match: Match | None = None) -> None:
        """Show another run, indexed after the year `uplift`, and the years that a figure can be of."""
        self._run, self._uplift = done, uplift
        marked = match.readings if match else ()
        self._sure = len(marked) == 1
        self._on_top = amounts.beside(done.payments)
        self._marked = [(one.first_year, one.last_year) for one in marked if one.first_year and one.last_year]
        self.setAccessibleDescription(self._whole(done))
        self.update()

    def unit(self) -> str:
        """What the numbers beside the bars are: "£m a year, cash"."""
        done = self._run
        if done is None:
            return ""
        sign = wording.CURRENCY_SIGNS.get(done.currency, f"{done.currency} ")
        return self.tr("{0}{1} a year, cash").format(sign, self._scale()[1])

    def _whole(self, done: Run) -> str:
        """Everything that is drawn, for screen readers."""
        if not done.by_year:
            return ""
        first, last = done.by_year[0], done.by_year[-1]
        most = max(done.by_year, key=lambda paid: paid.cash)
        words = self.tr("{0} years in cash: {1} in year 1, {2} in year {3}; the most is {4} in year {5}").format(
            len(done.by_year),
            amounts.money(first.cash, done.currency),
            amounts.money(last.cash, done.currency),
            last.year,
            amounts.money(most.cash, done.currency),
            most.year,
        )
        return words + (self.tr("; indexed after year {0}.").format(self._uplift) if self._uplift else ".")

    # Where things lie

    def _scale(self) -> tuple[Decimal, str]:
        """What one on the axis stands for, and how that is written: inflation running away outgrows any float."""
        most = max((abs(paid.cash) for paid in self._run.by_year), default=Decimal(0)) if self._run else Decimal(0)
        if most >= _OUTGROWN:
            return Decimal(10) ** most.adjusted(), f"1e{most.adjusted()}"
        return next(
            (scale for scale in ((Decimal("1e9"), "bn"), (Decimal("1e6"), "m")) if most >= scale[0]), (Decimal(1), "")
        )

    def _ticks(self, most: float) -> list[float]:
        if most <= 0:
            return [0.0]
        size = 10.0 ** (len(f"{most / 2:.0f}") - 1)
        step = max((one * size for one in _STEPS if one * size <= most / 2), default=most / 2)
        return [0.0, step, 2 * step]

    def _plot(self, labels: Sequence[str]) -> QRectF:
        metrics = QFontMetricsF(steps.font("label", 400))
        gutter = max((metrics.horizontalAdvance(label) for label in labels), default=0) + steps.scaled(GUTTER)
        top, foot = steps.scaled(TOP), steps.scaled(FOOT)
        return QRectF(round(gutter), top, self.width() - round(gutter), self.height() - top - foot)

    def _values(self) -> tuple[list[float], list[float], list[float]]:
        """In the unit of the scale: what is paid each year, of that what comes on top, and the ends of the axis."""
        assert self._run is not None
        scale = self._scale()[0]
        whole = [float(paid.cash / scale) for paid in self._run.by_year]
        extra = [
            float(sum((part for part, top in zip(paid.parts, self._on_top, strict=True) if top), Decimal(0)) / scale)
            for paid in self._run.by_year
        ]
        return whole, extra, [min(0.0, *whole), max(0.0, *whole)]

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._run is None or not self._run.by_year:
            return
        t = tones.current()
        painter = QPainter(self)
        painter.setFont(steps.font("label", 400))
        whole, extra, (low, high) = self._values()
        ticks = self._ticks(high)
        labels = [f"{tick:,.6g}" for tick in ticks]
        plot = self._plot(labels)
        span = (high - low) or 1.0

        def y(value: float) -> float:
            return plot.bottom() - (value - low) / span * plot.height()

        for tick, label in zip(ticks, labels, strict=True):
            painter.fillRect(QRectF(plot.left(), round(y(tick)), plot.width(), 1), t.rule)
            painter.setPen(t.text3)
            room = QRectF(0, y(tick) - 10, plot.left() - steps.scaled(GUTTER), 20)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, label)
        bars = [(y(0), y(paid - more), y(paid)) for paid, more in zip(whole, extra, strict=True)]
        self._paint_bars(painter, plot, bars)
        self._paint_uplift(painter, plot)
        self._paint_years(painter, plot)

    def _paint_bars(self, painter: QPainter, plot: QRectF, bars: Sequence[tuple[float, float, float]]) -> None:
        t = tones.current()
        main, extra = tones.mixed(t.accent, t.surface, 0.38), t.kind("money").ink
        marked = t.verdict("agree" if self._sure else "compatible").ink
        wide = plot.width() / len(bars)
        for at, (base, middle, top) in enumerate(bars):
            left, right = round(plot.left() + at * wide), round(plot.left() + (at + 1) * wide)
            gap = 1 if wide >= 6 else 0
            shown = any(first <= at + 1 <= last for first, last in self._marked)
            self._bar(painter, left, right - gap, base, middle, marked if shown else main)
            self._bar(painter, left, right - gap, middle, top, marked if shown else extra)

    def _bar(self, painter: QPainter, left: int, right: int, one: float, other: float, colour: QColor) -> None:
        if abs(one - other) >= 0.5:
            top, foot = sorted((one, other))
            painter.fillRect(QRectF(left, top, max(right - left, 1), max(foot - top, 1.5)), colour)

    def _paint_uplift(self, painter: QPainter, plot: QRectF) -> None:
        """The line after which payments follow the price index."""
        assert self._run is not None
        count = len(self._run.by_year)
        if self._uplift is None or not 0 < self._uplift < count:
            return
        t = tones.current()
        x = round(plot.left() + self._uplift * plot.width() / count) + 0.5
        painter.setPen(QPen(t.text2, 1, Qt.PenStyle.DotLine))
        painter.drawLine(int(x), 2, int(x), int(plot.bottom()))
        words = self.tr("indexed from here")
        painter.setFont(steps.font("label", 500))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
        left = x + 5 if x + 5 + wide <= self.width() else x - 5 - wide
        painter.setPen(t.text)
        painter.drawText(QRectF(left, 0, wide + 1, steps.scaled(TOP)), Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_years(self, painter: QPainter, plot: QRectF) -> None:
        """The first and the last year, where payments on top end, and a year between."""
        assert self._run is not None
        count = len(self._run.by_year)
        ends = [one.last_year for one, top in zip(self._run.payments, self._on_top, strict=True) if top]
        wanted = [1, count, *(end for end in (max(ends, default=0),) if 1 < end < count), round(count / 20) * 10]
        painter.setFont(steps.font("label", 400))
        painter.setPen(tones.current().text3)
        metrics = QFontMetricsF(painter.font())
        taken: list[tuple[float, float]] = []
        for year in (year for year in wanted if 1 <= year <= count):
            words = self.tr("year {0}").format(year) if year == 1 else str(year)
            wide = metrics.horizontalAdvance(words)
            middle = plot.left() + (year - 0.5) * plot.width() / count
            left = min(max(middle - wide / 2, plot.left()), self.width() - wide)
            if all(left > right + 8 or left + wide < start - 8 for start, right in taken):
                taken.append((left, left + wide))
                room = QRectF(left, plot.bottom() + 3, wide + 1, steps.scaled(FOOT) - 3)
                painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)

    # Reading a year off it

    def year_at(self, x: float) -> int | None:
        """The year drawn at a distance from the left edge."""
        if self._run is None or not self._run.by_year:
            return None
        plot = self._plot([f"{tick:,.6g}" for tick in self._ticks(self._values()[2][1])])
        share = (x - plot.left()) / plot.width()
        return int(share * len(self._run.by_year)) + 1 if 0 <= share < 1 else None

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            year = self.year_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.words(year) if year else "", self)
            return True
        return super().event(event)

    def words(self, year: int) -> str:
        """One year in words."""
        assert self._run is not None
        paid, currency = self._run.by_year[year - 1], self._run.currency
        return self.tr("Year {0}: {1} in cash, {2} real").format(
            year, amounts.money(paid.cash, currency), amounts.money(paid.real, currency)
        )

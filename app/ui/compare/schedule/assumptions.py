"""The sliders: inflation by period or flat, the first uplift, and when year 1 falls."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.schedule import Band, Schedule
from app.services.topics import scheduling
from app.ui.compare.schedule.slider import Assumption
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

STEPS = 100
"""Steps of a slider in one point of inflation."""
MOST_BANDS = 3
"""Periods of a price path that have a slider each; of a longer path the last has one."""
LATEST_UPLIFT, LATEST_START = 30, 5


class Assumptions(QWidget):
    """Holds a schedule as published and as moved; says the latter whenever a person moves something."""

    moved = Signal(object)
    """The `Schedule` under what is assumed now."""

    def __init__(self, reset: KeyButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._published: Schedule | None = None
        self._tried: Schedule | None = None
        self._flat = KeyButton("", None, "link", height=22)
        self._flat.clicked.connect(self._turn_flat)
        self._offer(flat=False)
        self._lines: list[Assumption] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Words(self.tr("Assumptions"), "label", "text3"))
        head.addWidget(self._flat)
        head.addStretch(1)
        head.addWidget(reset)
        column.addLayout(head)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)

    # What is shown

    def show_schedule(self, schedule: Schedule, tried: Schedule | None = None) -> None:
        """Show a schedule as published, or as it was moved already; what was moved of another is forgotten."""
        self._published, self._tried = schedule, tried or schedule
        self._make()

    def tried(self) -> Schedule | None:
        """The schedule under what is assumed now."""
        return self._tried

    def lines(self) -> list[Assumption]:
        """The sliders from top to bottom."""
        return list(self._lines)

    def reset(self) -> None:
        """Go back to what was published."""
        if self._published is not None:
            self._try(self._published)
            self._make()

    def _turn_flat(self) -> None:
        """One inflation for all years, or by period as published."""
        if self._tried is None or self._published is None:
            return
        path = scheduling.path_of(self._tried.assumed)
        if len(path) > 1:
            changed = [Band(from_year=1, to_year=None, rate=path[-1].rate)]
        else:
            published = scheduling.path_of(self._published.assumed)
            changed = [*published[:-1], replace(published[-1], rate=path[0].rate)]
        self._assume(changed)
        self._make()

    # Making the lines

    def _make(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        tried, published = self._tried, self._published
        if tried is None or published is None:
            return
        path, was = scheduling.path_of(tried.assumed), scheduling.path_of(published.assumed)
        bands = range(len(path)) if len(path) <= MOST_BANDS else range(len(path) - 1, len(path))
        for at in bands:
            self._add_band(at, path, was)
        if tried.first_uplift is not None and published.first_uplift is not None:
            latest = min(max(LATEST_UPLIFT, published.first_uplift), max(tried.last_year - 1, 1))
            line = Assumption(self.tr("First uplift after"), 1, latest, lambda year: self.tr("year {0}").format(year))
            line.set_value(tried.first_uplift, published.first_uplift)
            line.moved.connect(self._uplift)
            self._add(line)
        line = Assumption(self.tr("Year 1 falls"), 0, LATEST_START, self._start, page=1)
        line.set_value(tried.assumed.lag, published.assumed.lag)
        line.moved.connect(self._lag)
        self._add(line)
        self._flat.setVisible(len(was) > 1)
        self._offer(flat=len(path) == 1)

    def _offer(self, *, flat: bool) -> None:
        """Say on the button where it leads: from flat inflation to that by period, or back."""
        self._flat.setText(self.tr("Path") if flat else self.tr("Flat"))
        self._flat.setAccessibleName(self.tr("Inflation by period") if flat else self.tr("Flat inflation"))
        self._flat.setToolTip(self._flat.accessibleName())

    def _add_band(self, at: int, path: Sequence[Band], was: Sequence[Band]) -> None:
        top = round(float(scheduling.REACH[1]) * STEPS)
        line = Assumption(self._band_name(path, at), 0, top, lambda value: f"{value / STEPS:.2f} %")
        published = was[at] if len(was) == len(path) else was[-1]
        line.set_value(_steps(path[at].rate), _steps(published.rate))
        line.moved.connect(lambda value: self._inflation(at, value))
        self._add(line)

    def _band_name(self, path: Sequence[Band], at: int) -> str:
        band = path[at]
        if len(path) == 1:
            return self.tr("Inflation")
        if band.to_year is None:
            return self.tr("Inflation after")
        count = band.to_year - band.from_year + 1
        return (self.tr("Inflation, first {0}") if at == 0 else self.tr("Inflation, next {0}")).format(count)

    def _start(self, lag: int) -> str:
        """The year in which the schedule begins, reckoned from the price year; else how many steps after it."""
        year = re.fullmatch(r"(\d{4})(/\d\d)?", self._published.assumed.price_year if self._published else "")
        if year is None:
            return self.tr("{0} after").format(lag)
        first = int(year[1]) + lag
        return f"{first}/{(first + 1) % 100:02}" if year[2] else str(first)

    def _add(self, line: Assumption) -> None:
        self._lines.append(line)
        self._rows.addWidget(line)

    # Moving

    def _inflation(self, at: int, value: int) -> None:
        if self._tried is not None:
            path = list(scheduling.path_of(self._tried.assumed))
            path[at] = replace(path[at], rate=Decimal(value) / STEPS / 100)
            self._assume(path)

    def _assume(self, path: Sequence[Band]) -> None:
        if self._tried is not None:
            assumed = replace(self._tried.assumed, inflation=scheduling.path_text(path))
            self._try(replace(self._tried, assumed=assumed))

    def _uplift(self, year: int) -> None:
        if self._tried is not None:
            self._try(self._tried.uplifted_after(year))

    def _lag(self, lag: int) -> None:
        if self._tried is not None:
            self._try(replace(self._tried, assumed=replace(self._tried.assumed, lag=lag)))

    def _try(self, schedule: Schedule) -> None:
        self._tried = schedule
        self.moved.emit(schedule)


def _steps(rate: Decimal) -> int:
    return round(rate * 100 * STEPS)

"""Values of a measure as axes and queries write them."""

import datetime
from decimal import Decimal

from app.domain import wording
from app.domain.figure import Kind
from app.domain.spread import Line, Measure

_DAYS_A_YEAR = 365.2425


def on_line(kind: Kind, value: float) -> float:
    """A value as a line is drawn: days of the calendar as years and parts of one."""
    if kind is not Kind.DATE:
        return value
    day = datetime.date.fromordinal(round(value))
    return day.year + (day.timetuple().tm_yday - 1) / _DAYS_A_YEAR


def rounded(kind: Kind, value: float, line: Line) -> float:
    """A place on a line that somebody pointed at, as the round value that they meant."""
    if kind is Kind.DATE:
        return float(round(value))
    if line.logarithmic:
        return float(f"{value:.2g}")
    return round(value / (step := (line.high - line.low) / 200)) * step if line.high > line.low else value


def typed(kind: Kind, value: float) -> str:
    """A value as it is typed in a query: "90m", "2.5", "2030", "10y"."""
    number = wording.number(Decimal(f"{value:.6g}")).replace(",", "").replace("−", "-")
    return f"{number}y" if kind is Kind.DURATION else number


def label(measure: Measure, value: float) -> str:
    """A value as an axis says it: "£90m", "2.5 %", "2030", "10 years"."""
    if measure.kind is Kind.DATE:
        return f"{value:.0f}"
    if measure.kind is Kind.DURATION:
        return wording.amount(Decimal(f"{value:.6g}"), "year")
    return wording.amount(Decimal(f"{value:.6g}"), measure.unit)


def bare(measure: Measure, value: float) -> str:
    """A value without its unit, for the ticks of an axis that says the unit once."""
    return f"{value:.0f}" if measure.kind is Kind.DATE else wording.number(Decimal(f"{value:.6g}"))

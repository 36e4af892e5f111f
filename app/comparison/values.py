"""Step 9 of a verdict: do the values meet, by what, and how far apart are they if they do not."""

import datetime
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.widths import OPEN_BOUNDS, Row
from app.domain.verdict import Reason, Severity, Size

MINOR, NOTABLE, MAJOR = Decimal("1.1"), Decimal("1.5"), Decimal(10)
SLIPS = (7, 12, 52, 100, 1000)
SLIP_WIDTH = Decimal("0.005")
_WHOLE_FROM = 1000
_GAP_DAYS = ((31, Severity.MINOR), (366, Severity.NOTABLE), (3660, Severity.MAJOR))
"""Dates: up to a month apart, a year, ten years."""


def equal(pair: Pair) -> bool:
    """Whether two plain printed figures are one number within the width of the finer one."""
    a, b = pair.a, pair.b
    if not (a.is_plain and b.is_plain) or a.printed is None or b.printed is None or a.value is None or b.value is None:
        return False
    if Reason.FX_CONVERTED in pair.reasons or Reason.ANNUALISED in pair.reasons or pair.conversion is not None:
        return False
    cores = sorted((side.printed.core for side in (a, b) if side.printed), key=lambda core: core.high - core.low)
    return all(cores[0].low <= value <= cores[0].high for value in (a.value, b.value))


def meeting(pair: Pair) -> tuple[Reason, ...]:
    """By what two figures that meet do so."""
    sides = pair.sides
    found = []
    if any(side.row in OPEN_BOUNDS for side in sides):
        found.append(Reason.BOUND)
    if any(side.row not in OPEN_BOUNDS and side.row is not Row.PLAIN for side in sides):
        found.append(Reason.APPROX)
    if any(is_range(side) for side in sides):
        found.append(Reason.RANGE)
    return tuple(found) or (Reason.ROUNDING,)


def size(pair: Pair) -> Size | None:
    """How far apart the printed values are, in the pair's unit; None where one has no number."""
    one, other = pair.a.value, pair.b.value
    if one is None or other is None:
        return None
    ratio, gap = _ratio(one, other), abs(one - other)
    return Size(
        ratio=None if ratio is None else ratio.quantize(Decimal("0.01")),
        # A conversion has no more digits than its rate: the fraction of a pound in it means nothing.
        gap=gap.quantize(Decimal(1)) if Reason.FX_CONVERTED in pair.reasons and gap > _WHOLE_FROM else gap,
        unit=gap_unit(pair),
        severity=Severity.ORDER_OF_MAGNITUDE if ratio is None else _severity(ratio),
    )


def gap_unit(pair: Pair) -> str | None:
    """The unit of a difference: two percentages lie points apart."""
    return "percentage_point" if pair.unit == "percent" else pair.unit


def days_apart(first: tuple[datetime.date, datetime.date], second: tuple[datetime.date, datetime.date]) -> Size:
    """How far apart two stretches of days are that do not meet, from the end of one to the start of the other."""
    earlier, later = sorted((first, second))
    gap = (later[0] - earlier[1]).days
    severity = next((name for most, name in _GAP_DAYS if gap <= most), Severity.ORDER_OF_MAGNITUDE)
    return Size(ratio=None, gap=Decimal(gap), unit="day", severity=severity)


def suspects_slip(pair: Pair) -> bool:
    """Whether the ratio is that of a million and a thousand, a year and a month, a pound and a penny."""
    if pair.a.value is None or pair.b.value is None:
        return False
    ratio = _ratio(pair.a.value, pair.b.value)
    return ratio is not None and any(abs(ratio / slip - 1) <= SLIP_WIDTH for slip in SLIPS)


def least_gap(pair: Pair) -> Decimal | None:
    """The distance between the two halos: the least by which the figures can be apart; None where they meet."""
    if pair.a.reach is None or pair.b.reach is None:
        return None
    lower, upper = sorted((pair.a.reach.halo, pair.b.reach.halo), key=lambda halo: (halo.low, halo.high))
    gap = upper.low - lower.high
    return gap if gap > 0 and gap.is_finite() else None


def is_range(side: Side) -> bool:
    """Whether the words state two ends, or a vague amount."""
    return side.figure.is_range or side.figure.vague


def _ratio(one: Decimal, other: Decimal) -> Decimal | None:
    """The larger over the smaller; None where one is zero or the signs differ."""
    small, large = sorted((abs(one), abs(other)))
    return None if small == 0 or (one < 0) != (other < 0) else large / small


def _severity(ratio: Decimal) -> Severity:
    if ratio < MINOR:
        return Severity.MINOR
    if ratio < NOTABLE:
        return Severity.NOTABLE
    return Severity.MAJOR if ratio < MAJOR else Severity.ORDER_OF_MAGNITUDE

"""Steps 8 and 12 of a verdict: do the values meet, by what, and how far apart are they if they do not."""

import datetime
from decimal import Decimal

from app.comparison.amounts.widths import OPEN_BOUNDS, Hedge
from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, succession
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.verdict import Between, Reason, Severity, Size

MINOR, NOTABLE, MAJOR = Decimal("1.1"), Decimal("1.5"), Decimal(10)
SLIPS = (7, 12, 52, 100, 1000)
_SCALE_FROM = 99
SLIP_WIDTH = Decimal("0.005")
_WHOLE_FROM = 1000
_BEYOND = Decimal(1000)
_CENTURY = Decimal(100)
_SAME_TERMS = Decimal(2) / 3
"""Two texts that share as much of the words of the shorter one measure one thing in the same terms."""
_OF_ANY_SIZE = frozenset({Kind.MONEY, Kind.QUANTITY})
"""A small share or a growth rate of ten times another is no rarity."""
_MUCH = Decimal(20)
"""Of a hundred, what nobody disputes to be a tenth of that or less."""
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
    if any(side.hedge in OPEN_BOUNDS for side in sides):
        found.append(Reason.BOUND)
    if any(side.hedge not in OPEN_BOUNDS and side.hedge is not Hedge.PLAIN for side in sides):
        found.append(Reason.APPROX)
    if any(is_range(side) for side in sides):
        found.append(Reason.RANGE)
    return tuple(found) or (Reason.ROUNDING,)


def size(pair: Pair) -> Size | None:
    """How far apart the values are, in the pair's unit; None where one has no number."""
    one, other = pair.a.value, pair.b.value
    if one is None or other is None:
        return None
    ratio, apart = _ratio(one, other), gap(one, other, is_opposite=pair.is_opposite)
    return Size(
        ratio=None if ratio is None or pair.is_opposite else ratio.quantize(Decimal("0.01")),
        # A conversion has no more digits than its rate: the fraction of a pound in it means nothing.
        gap=apart.quantize(Decimal(1)) if Reason.FX_CONVERTED in pair.reasons and apart > _WHOLE_FROM else apart,
        unit=gap_unit(pair),
        severity=Severity.ORDER_OF_MAGNITUDE if ratio is None else _severity(ratio),
        between=_between(pair),
        least=least_gap(pair),
    )


def _between(pair: Pair) -> Between:
    if pair.conversion is not None:
        return Between.CONVERTED
    return Between.MIDDLE if any(map(is_range, pair.sides)) else Between.PRINTED


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


def slips_by_scale(pair: Pair) -> bool:
    """Whether the ratio is that of pounds and pence, or of a billion and a million."""
    times = ratio(pair)
    return times is not None and times > _SCALE_FROM and suspects_slip(pair)


def is_out_of_reach(pair: Pair) -> bool:
    """Whether one amount or count is ten times the other or more, and the two are not of one thing in the same terms.

    Nobody disputes one number by an order of magnitude; who does so says of what, or has slipped by a scale word.
    """
    times = ratio(pair)
    if times is None or times < MAJOR or pair.is_opposite or pair.printed_meet:
        return False
    if pair.a.figure.kind not in _OF_ANY_SIZE and not _are_shares_far_apart(pair):
        return False
    if pair.a.facts.price != pair.b.facts.price and times < _BEYOND:
        return False  # cash over a century is many times its present value
    one, other = (side.reading.terms for side in pair.sides)
    if suspects_slip(pair):
        return not _is_slip_of_one_thing(pair)
    return bool(one or other) and len(one & other) < _SAME_TERMS * max(min(len(one), len(other)), 1)


def _are_shares_far_apart(pair: Pair) -> bool:
    """Whether two shares or levels are much and next to nothing of their wholes: how fast things grow is neither."""
    if pair.unit != "percent" or any(side.facts.kind == BasisKind.CHANGE or side.facts.moved for side in pair.sides):
        return False
    return max(abs(side.value or Decimal(0)) for side in pair.sides) >= _MUCH


def is_beyond(pair: Pair) -> bool:
    """Whether one is out of the other's reach on any basis: a rate paid for a century would not make the total.

    What is so much for each of something has no such reach, for nobody knows of how many.
    """
    times = ratio(pair)
    if times is None or times < _BEYOND or annual.is_of_a_piece(pair) or not is_out_of_reach(pair):
        return False
    rates = [annual.is_rate(side) for side in pair.sides]
    if rates[0] == rates[1]:
        return True
    rate, total = pair.sides if rates[0] else pair.sides[::-1]
    a_year = annual.a_year(rate.facts.per or "year") or Decimal(1)
    return abs(total.value or Decimal(0)) < abs(rate.value or Decimal(0)) or times > _CENTURY * MAJOR * a_year


def _is_slip_of_one_thing(pair: Pair) -> bool:
    """Whether the ratio is that of a slip, and nothing says that the two are of two things or of two sources."""
    one, other = (side.reading.terms for side in pair.sides)
    if not suspects_slip(pair):
        return False
    return not (one and other and one.isdisjoint(other)) or succession.same_voice(*pair.sides) is True


def is_far(pair: Pair) -> bool:
    """Whether the printed numbers lie so far apart that a bound which allows both says little."""
    times = ratio(pair)
    return times is not None and times >= NOTABLE


def ratio(pair: Pair) -> Decimal | None:
    """The larger printed value over the smaller; None where one is zero or not stated, or the signs differ."""
    if pair.a.value is None or pair.b.value is None:
        return None
    return _ratio(pair.a.value, pair.b.value)


def least_gap(pair: Pair) -> Decimal | None:
    """The distance between the two halos: the least by which the figures can be apart; None where they meet."""
    if pair.a.interval is None or pair.b.interval is None:
        return None
    lower, upper = sorted((pair.a.interval.halo, pair.b.interval.halo), key=lambda halo: (halo.low, halo.high))
    gap = upper.low - lower.high
    return gap if gap > 0 and gap.is_finite() else None


def is_range(side: Side) -> bool:
    """Whether the words state two ends, or a vague amount."""
    return side.figure.is_range or side.figure.vague


def gap(one: Decimal, other: Decimal, *, is_opposite: bool) -> Decimal:
    """How far apart two printed values are; a rise and a fall as far as both together."""
    return abs(one) + abs(other) if is_opposite else abs(one - other)


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

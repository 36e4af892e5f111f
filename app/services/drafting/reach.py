"""How far the words of a draft's figure reach: which figures of an article an editor would let it stand for.

Two figures of two articles can be one number as long as what they may mean overlaps (`comparison.amounts.widths`). A
draft tells what one article told: it may round that number or bound it, but give no other that is possible as well.
"""

from dataclasses import replace
from decimal import Decimal

from app.comparison.amounts import interval, printed, widths
from app.comparison.amounts.widths import Hedge
from app.domain import lengths, units
from app.domain.figure import Figure, Kind
from app.domain.interval import Bounds

ABOUT, ABOUT_EXACTLY = Decimal("0.075"), Decimal("0.05")
"""Shares of a number that "about" reaches to either side: of one digit ("about 70"), and of more, which say how finely
it was rounded."""
ABOUT_POINT = Decimal(1)
"""Percentage points that "about a tenth" reaches at least."""
UNDER, JUST = Decimal("0.1"), Decimal("0.05")
"""How far "nearly" reaches below its number, and "just under" or "just over" to their side; of a fraction in words, of
which there are few, as far as "nearly"."""
OPEN = Decimal("1.25")
"""How many times its number an open bound reaches: "more than half" is said of 58 per cent, and of 71 hardly."""
NARROW = Decimal("1.25")
"""How many times its lower end the upper end of a range is that may stand for one number between them."""
Ends = tuple[Decimal, Decimal]
"""The lower and the upper end of a figure, equal where it is one number."""
_UP, _DOWN = (Hedge.OVER, Hedge.AT_LEAST), (Hedge.UNDER, Hedge.AT_MOST, Hedge.UP_TO)
_BELOW = (*_DOWN, Hedge.NEARLY, Hedge.JUST_UNDER)


def allows(mine: Figure, theirs: Figure) -> bool:
    """Whether the figure of a draft may stand for a claim's; True where the two are not numbers of one unit."""
    own, other = _ends(mine, mine), _ends(theirs, mine)
    if own is None or other is None or mine.per != theirs.per or own == other or printed.are_one_length(mine, theirs):
        return True
    low, high = other
    if mine.vague:
        vague = interval.of(mine)
        return theirs.vague or (vague is not None and vague.halo.contains(low) and vague.halo.contains(high))
    if mine.is_range:
        return _is_one_range(mine, own, other)
    hedge, against = widths.hedge_of(mine), widths.hedge_of(theirs)
    if theirs.is_range:
        low, high = (low, low) if hedge in _UP else (high, high) if hedge in _DOWN else (low, high)
    elif (hedge in _UP and against in _BELOW) or (hedge in _BELOW and against in _UP):
        return False
    bounds = of(mine)
    return bounds is None or (bounds.contains(low) and bounds.contains(high))


def of(figure: Figure) -> Bounds | None:
    """From where to where a single number reaches, a duration in its own smallest unit; None for what has no number.

    A hedge reaches no further than a share of the number, and no further than to the next number that is as round.
    """
    ends = _ends(figure, figure)
    if ends is None:
        return None
    value, hedge, plain = ends[0], widths.hedge_of(figure), _plain(figure, ends[0])
    step = value if figure.fraction else interval.grain(value)
    if hedge is Hedge.ABOUT:
        half = max(_about(figure, value), plain)
        return Bounds(low=value - half, high=value + half, closed_high=True)
    share = JUST if hedge in (Hedge.JUST_UNDER, Hedge.JUST_OVER) and not figure.fraction else UNDER
    if hedge in (Hedge.NEARLY, Hedge.JUST_UNDER):
        return Bounds(low=value - min(value * share, step), high=value, closed_high=True)
    if hedge is Hedge.JUST_OVER:
        return Bounds(low=value, high=value + min(value * share, step), closed_high=True)
    if hedge in _UP:  # the next round number would have been the bound
        far = value * OPEN
        return Bounds(low=value, high=min(far, value + step), closed_high=far < value + step)
    if hedge in _DOWN:
        far = value / OPEN
        return Bounds(low=max(far, value - step), high=value, closed_low=far > value - step, closed_high=True)
    return Bounds(low=value - plain, high=value + plain, closed_high=True)


def _about(figure: Figure, value: Decimal) -> Decimal:
    """How far "about" reaches to either side of a number."""
    if figure.fraction:
        return max(ABOUT * value, ABOUT_POINT)
    if widths.figures(value) == 1:
        return ABOUT * value
    last = interval.last_place(value)
    return max(min(ABOUT_EXACTLY * value, max(last, interval.grain(value) / 2)), last / 2)


def _plain(figure: Figure, value: Decimal) -> Decimal:
    """How far a number reaches to either side that no word hedges."""
    found = interval.plain(figure)
    if found is None or figure.kind is Kind.DURATION:
        return Decimal(0)
    return abs(value) - min(abs(found.halo.low), abs(found.halo.high))


def _is_one_range(mine: Figure, own: Ends, other: Ends) -> bool:
    """Whether a range has the same two ends, rounded, or is hardly wider than the one number in it."""
    if other[0] == other[1]:
        return own[0] <= other[0] <= own[1] <= own[0] * NARROW
    return all(
        abs(one - end) <= _plain(replace(mine, low=end, high=end), end) for end, one in zip(own, other, strict=True)
    )


def _ends(figure: Figure, like: Figure) -> Ends | None:
    """Both ends of a figure, without their signs, in the unit of one like it; None where it is of another kind."""
    if figure.kind is not like.kind or figure.kind is Kind.DATE:
        return None
    if figure.kind is Kind.DURATION:
        own, unit = lengths.ends(figure), lengths.unit(like)
        if own is None or unit is None:
            return None
        return interval.cleaned(own[0] / lengths.in_years(unit)), interval.cleaned(own[1] / lengths.in_years(unit))
    if figure.low is None or figure.high is None or like.low is None:
        return None
    if not figure.low or (figure.low < 0) != (like.low < 0):
        return None
    times = Decimal(1)
    if figure.unit != like.unit and None not in (figure.unit, like.unit):
        if figure.kind is not Kind.QUANTITY:
            return None
        if units.is_measure(figure.unit) or units.is_measure(like.unit):
            factor = units.factor(figure.unit or "", like.unit or "")
            if factor is None:
                return None
            times = factor
    low, high = sorted((abs(figure.low) * times, abs(figure.high) * times))
    return low, high

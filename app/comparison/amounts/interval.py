"""What a stated number can mean: the stretch it covers as printed, and if it was rounded before."""

from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Context, Decimal

from app.comparison.amounts import widths
from app.comparison.amounts.widths import Hedge
from app.domain import lengths, units
from app.domain.figure import Figure, Kind
from app.domain.interval import INFINITY, Bounds, Interval

# "2 lakh" and "30 crore" are whole numbers of a scale word, though no power of a thousand.
_LAKH_CURRENCIES = frozenset({"INR", "PKR", "BDT", "NPR", "LKR"})
_HUNDRED = 2
_FINE = Decimal("1e-20")
"""Years below which a halo is cut off, lest 25 and 26 months touch by what a division leaves over."""
_CLEAN = Context(prec=12)
"""What divisions leave over is gone when a length is brought out of years into the unit it was told in."""


@dataclass(frozen=True, slots=True)
class _Width:
    """Half-widths of a plain figure."""

    core: Decimal
    halo: Decimal


def of(figure: Figure) -> Interval | None:
    """The interval of a figure in its own unit (durations in years), None for dates and for what has no number."""
    return _interval(figure, widths.hedge_of(figure))


def plain(figure: Figure) -> Interval | None:
    """The interval of the number alone, as if no word hedged or bounded it."""
    return _interval(figure, Hedge.PLAIN)


def value_of(figure: Figure) -> Decimal | None:
    """The printed value (the middle of a range), durations in years; None where there is no number."""
    ends = _ends(figure)
    return None if ends is None else (ends[0] + ends[1]) / 2


def scaled(interval: Interval, factor: Decimal) -> Interval:
    """The interval after multiplying by a positive number: a rate of exchange, a number of years."""
    return Interval(core=_stretch(interval.core, factor), halo=_stretch(interval.halo, factor))


def told_in(interval: Interval, units_a_year: Decimal) -> Interval:
    """The interval of a length of time in a unit of which a year has so many."""
    brought = scaled(interval, units_a_year)
    return Interval(core=_cleaned(brought.core), halo=_cleaned(brought.halo))


def cleaned(value: Decimal) -> Decimal:
    """A value without what divisions left over."""
    return _CLEAN.plus(value).normalize()


def _cleaned(bounds: Bounds) -> Bounds:
    return replace(bounds, low=cleaned(bounds.low), high=cleaned(bounds.high))


def in_own_unit(interval: Interval, figure: Figure) -> Interval:
    """The interval of a length of time in the unit in which it is written; that of any other figure as it is."""
    unit = lengths.unit(figure) if figure.kind is Kind.DURATION else None
    return interval if unit is None else told_in(interval, 1 / lengths.in_years(unit))


def widened(interval: Interval, share: Decimal) -> Interval:
    """The interval with a halo that reaches further to either side by a share of where it ends."""
    halo = interval.halo
    low, high = (halo.low - share * abs(halo.low), halo.high + share * abs(halo.high))
    return Interval(core=interval.core, halo=replace(halo, low=low, high=high))


def _stretch(bounds: Bounds, factor: Decimal) -> Bounds:
    return Bounds(
        low=bounds.low * factor,
        high=bounds.high * factor,
        closed_low=bounds.closed_low,
        closed_high=bounds.closed_high,
    )


def _ends(figure: Figure) -> tuple[Decimal, Decimal] | None:
    if figure.kind is Kind.DATE:
        return None
    if figure.kind is Kind.DURATION:
        return lengths.ends(figure)
    return None if figure.low is None else (figure.low, figure.low if figure.high is None else figure.high)


def _interval(figure: Figure, hedge: Hedge) -> Interval | None:
    ends = _ends(figure)
    if ends is None:
        return None
    low, high = ends
    if figure.vague:
        open_amount = Bounds(low=low * widths.VAGUE_FROM, high=high)
        return Interval(core=open_amount, halo=open_amount)
    if low == high:
        found = _hedged(abs(low), _width(figure, low), hedge)
        return _mirrored(found) if low < 0 else found
    lower, upper = _hedged(abs(low), _width(figure, low), hedge), _hedged(abs(high), _width(figure, high), hedge)
    lower = _mirrored(lower) if low < 0 else lower
    upper = _mirrored(upper) if high < 0 else upper
    return Interval(core=_span(lower.core, upper.core), halo=_span(lower.halo, upper.halo))


def _span(lower: Bounds, upper: Bounds) -> Bounds:
    """From the lower end of a stated range to its upper end, both ends part of it."""
    return Bounds(low=lower.low, high=upper.high, closed_low=lower.low != -INFINITY, closed_high=upper.high != INFINITY)


def _width(figure: Figure, value: Decimal) -> _Width:
    """Half-widths of the plain printed number, before any word hedges it."""
    size = abs(value)
    if figure.fraction:
        return _Width(core=widths.FRACTION_CORE, halo=max(widths.FRACTION_CORE, widths.FRACTION_HALO * size))
    if figure.kind is Kind.DURATION:
        return _Width(core=Decimal(0), halo=_halo_of_length(figure, size))
    if _is_exact_count(figure, size):
        return _Width(core=Decimal(0), halo=Decimal(0))
    place = _place(value)
    if figure.kind is Kind.PERCENTAGE:
        return _Width(core=place / 2, halo=place / 2)
    core = min(place / 2, widths.CAP * size)
    if _has_decimals(figure, value):
        return _Width(core=core, halo=core)
    return _Width(core=core, halo=max(core, min(grain(value) / 2, widths.CAP * size)))


def _halo_of_length(figure: Figure, years: Decimal) -> Decimal:
    """Half the place of the last digit of a length as written, in years: of "28 minutes" half a minute."""
    told = lengths.smallest(figure.date or "")
    number = told[0] if told else cleaned(years / lengths.in_years(figure.unit or "year"))
    if not number:
        return Decimal(0)
    share = min(_place(number) / 2 / number, widths.CAP)
    return (share * years).quantize(_FINE, ROUND_DOWN)


def _is_exact_count(figure: Figure, size: Decimal) -> bool:
    return (
        figure.kind is Kind.QUANTITY
        and size <= widths.EXACT_COUNT
        and size == size.to_integral_value()
        and not _has_decimals(figure, size)
        and not units.is_measure(figure.unit)
    )


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _place(value: Decimal) -> Decimal:
    """The place of the last digit as written: a million for "£100 million"."""
    return Decimal(1).scaleb(_exponent(value))


def grain(value: Decimal) -> Decimal:
    """The place of the last digit other than zero, five times that if the digit is a five."""
    last = last_place(value)
    return last * widths.FIVE_GRAIN if value / last % 10 == widths.FIVE_GRAIN else last


def last_place(value: Decimal) -> Decimal:
    """The place of the last digit other than zero."""
    digits = "".join(map(str, value.as_tuple().digits))
    zeros = len(digits) - len(digits.rstrip("0"))
    return _place(value) if zeros == len(digits) else _place(value).scaleb(zeros)


def _has_decimals(figure: Figure, value: Decimal) -> bool:
    """Whether the number was written with decimals: its last place is then no thousand, million or other scale word."""
    exponent, digits = _exponent(value), value.as_tuple().digits
    if exponent >= 0 and figure.unit in _LAKH_CURRENCIES and exponent in (5, 7):
        return False
    if exponent == _HUNDRED and len(digits) == 1:
        return False
    return exponent % 3 != 0 or exponent < 0


def _hedged(value: Decimal, width: _Width, hedge: Hedge) -> Interval:
    """The interval of a value of no sign as one hedge has it."""
    if hedge in widths.MARGINS:
        return _around(value, width, hedge)
    if hedge in widths.BOUNDS:
        return _open(value, width, hedge)
    return Interval(core=_about(value, width.core, width.core), halo=_about(value, width.halo, width.halo))


def _about(value: Decimal, below: Decimal, above: Decimal) -> Bounds:
    return Bounds(low=value - below, high=value + above, closed_high=not (below or above))


def _around(value: Decimal, width: _Width, hedge: Hedge) -> Interval:
    margins = widths.MARGINS[hedge]
    if hedge is Hedge.ABOUT:
        reach = [margins.core_below * value, margins.halo_below * value]
        if widths.figures(value) >= widths.GIVEN_TO:
            reach = [
                min(far, places * last_place(value)) for far, places in zip(reach, widths.ABOUT_PLACES, strict=True)
            ]
        core = max(width.halo, reach[0])
        halo = max(core, reach[1])
        return Interval(core=_about(value, core, core), halo=_about(value, halo, halo))
    above = margins.core_above > 0
    return Interval(
        core=Bounds(
            low=value - margins.core_below * value,
            high=value + margins.core_above * value,
            closed_low=not above,
            closed_high=above,
        ),
        halo=Bounds(
            low=value - margins.halo_below * value,
            high=value + margins.halo_above * value,
            closed_low=True,
            closed_high=True,
        ),
    )


def _open(value: Decimal, width: _Width, hedge: Hedge) -> Interval:
    bound = widths.BOUNDS[hedge]
    further = {"nothing": Decimal(0), "core": width.core, "halo": width.halo}[bound.halo_adds]
    closed = bound.closed or further > 0
    if bound.upwards:
        return Interval(
            core=Bounds(low=value, high=INFINITY, closed_low=bound.closed),
            halo=Bounds(low=value - further, high=INFINITY, closed_low=closed),
        )
    return Interval(
        core=Bounds(low=-INFINITY, high=value, closed_low=False, closed_high=bound.closed),
        halo=Bounds(low=-INFINITY, high=value + further, closed_low=False, closed_high=closed),
    )


def _mirrored(interval: Interval) -> Interval:
    """The same interval on the other side of zero."""
    return Interval(core=_flip(interval.core), halo=_flip(interval.halo))


def _flip(bounds: Bounds) -> Bounds:
    return Bounds(low=-bounds.high, high=-bounds.low, closed_low=bounds.closed_high, closed_high=bounds.closed_low)

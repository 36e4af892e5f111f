"""What two or three figures give in the unit of another: their sum, difference, product, quotient, or share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Self

from app.comparison import printed, units, widths
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.services.drafting.sums import TIME, Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A figure that another may be worked out from.

    `values` are its number, or both its ends, in the unit that is wanted; `is_wanted` says that it is of that unit.
    """

    evidence: Evidence
    figure: Figure
    article_id: str
    start: int
    sentence: tuple[str, int]
    likeness: float
    values: Sequence[Decimal]
    is_wanted: bool

    @classmethod
    def of(cls, wanted: Figure, one: Evidence) -> Self:
        """The figure of a claim as seen from the one that is wanted."""
        figure, (article_id, start) = one.line.record.claim.figure, one.place
        return cls(
            evidence=one,
            figure=figure,
            article_id=article_id,
            start=start,
            sentence=one.sentence,
            likeness=one.likeness,
            values=_numbers(wanted, figure),
            is_wanted=is_like(wanted, figure),
        )


def is_ratio(figure: Figure) -> bool:
    """Whether a figure is told without the unit of those that it follows from: a percentage, or so many times."""
    return figure.kind is Kind.PERCENTAGE or figure.unit == TIME


def results(wanted: Figure, parts: Sequence[Part]) -> Iterator[tuple[Decimal, str, Sum]]:
    """What figures give in the unit that is wanted, the sign, and what that is called."""
    one, other, *more = parts
    if wanted.kind is Kind.DURATION and one.figure.kind is other.figure.kind is Kind.DATE:
        yield from _lengths(wanted, one.figure, other.figure)
    if not one.is_wanted and not is_ratio(wanted):
        return
    rates = {each.figure.per for each in parts}
    of_one_rate = len(rates - {None}) <= 1
    alike = of_one_rate and all(is_like(one.figure, each.figure) for each in (other, *more))
    summable = alike and one.is_wanted and (one.figure.kind is Kind.QUANTITY or len(rates) == 1)
    for known in product(*(each.values for each in parts)):
        if summable:
            yield sum(known, Decimal(0)), "+", Sum.TOTAL
        if summable and more:
            yield 2 * max(known) - sum(known), "−", Sum.DIFFERENCE
        if not more and alike:
            yield from _compared(wanted, one, known)
        if not more and one.is_wanted and wanted.kind is not Kind.PERCENTAGE and _is_count(other.figure):
            yield from _multiplied(wanted, one.figure, known)


def _compared(wanted: Figure, one: Part, known: Sequence[Decimal]) -> Iterator[tuple[Decimal, str, Sum]]:
    """What two figures of one unit give."""
    a, b = known
    is_point = one.figure.kind is Kind.PERCENTAGE and wanted.unit == "percent" and not wanted.fraction
    if one.is_wanted and not is_point:  # percentages lie points apart, not per cent
        yield a - b, "−", Sum.DIFFERENCE
    if wanted.unit == TIME:
        yield a / b, "÷", Sum.RATIO
    if wanted.kind is Kind.PERCENTAGE and one.figure.kind is not Kind.PERCENTAGE:
        yield 100 * a / b, "of", Sum.SHARE
        yield 100 * abs(a - b) / b, "against", Sum.DIFFERENCE


def _multiplied(wanted: Figure, one: Figure, known: Sequence[Decimal]) -> Iterator[tuple[Decimal, str, Sum]]:
    """What a figure gives that is taken as often, or shared by as many, as another counts."""
    a, b = known
    if wanted.per is None:
        yield a * b, "×", Sum.PRODUCT
    if one.per is None:
        yield a / b, "÷", Sum.AVERAGE


def _lengths(wanted: Figure, one: Figure, other: Figure) -> Iterator[tuple[Decimal, str, Sum]]:
    """The months or years between two dates."""
    first, last = (_month(each) for each in (one, other))
    if first is None or last is None or first >= last:
        return
    months = Decimal(last - first)
    yield months / 12 if (wanted.date or "").endswith("Y") else months, "to", Sum.LENGTH


def _month(figure: Figure) -> int | None:
    """The month of a date, counted from the year 0; None of one that names none."""
    match = re.match(r"(\d{4})-(\d\d)", figure.date or "")
    return int(match[1]) * 12 + int(match[2]) if match else None


def _is_count(figure: Figure) -> bool:
    """Whether a figure can say how often another is taken: a count, or the years of a rate."""
    if figure.kind is Kind.DURATION:
        return True
    return figure.kind is Kind.QUANTITY and not (figure.unit and widths.is_measured(figure.unit))


def _numbers(wanted: Figure, one: Figure) -> Sequence[Decimal]:
    """A figure's number or both its ends, in the measured unit of the one that is wanted where both have one."""
    value = None if one.kind is Kind.DATE else printed.number(one)
    values = [end for end in (one.low, one.high) if end] if value is None else [value]
    if one.kind is not Kind.QUANTITY or wanted.unit is None or one.unit is None:
        return values
    times = units.factor(one.unit, wanted.unit)
    return values if times is None else [each * times for each in values]


def is_like(one: Figure, other: Figure) -> bool:
    """Whether two figures can be added up."""
    if Kind.DURATION in (one.kind, other.kind):
        units_of = {(each.date or "")[-1:] for each in (one, other) if each.kind is Kind.DURATION}
        return len(units_of) == 1 and all(each.kind is Kind.DURATION or each.unit is None for each in (one, other))
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.MONEY:
        return one.unit == other.unit
    named = one.unit is not None and other.unit is not None and one.unit != other.unit
    if one.kind is not Kind.QUANTITY or not named:
        return True
    measured = any(widths.is_measured(unit) for unit in (one.unit, other.unit) if unit)
    return not measured or units.factor(one.unit or "", other.unit or "") is not None

"""What two or three figures give in the unit of another: their sum, difference, product, quotient, or share."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Self

from app.comparison.amounts import printed
from app.comparison.words import counted_nouns
from app.domain import lengths, units
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.services.drafting.sums import TIME, Sum

_OF_TWO = re.compile(r"\b(?:matched|equally|each (?:pay|give|provide|put|chip|contribute)\w*)\b", re.IGNORECASE)
"""What says of a sum that another pays as much."""
POINTS = ("point", "percentage_point")
"""The units of a difference between percentages."""


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
    if len(parts) == 1:
        yield from ((value, "", Sum.SAME) for value in parts[0].values if parts[0].is_wanted)
        if parts[0].figure.kind is wanted.kind is Kind.PERCENTAGE and wanted.unit not in POINTS:
            yield from ((100 - share, "−", Sum.REST) for share in parts[0].values)
        if parts[0].is_wanted and wanted.kind is Kind.MONEY and _OF_TWO.search(parts[0].evidence.line.sentence):
            yield from ((2 * share, "×", Sum.TOTAL) for share in parts[0].values)
        if parts[0].figure.kind is Kind.PERCENTAGE and wanted.unit == TIME:
            yield from _grown(parts[0].values)
        return
    one, other, *more = parts
    if not more and other.is_wanted and one.figure.kind is Kind.PERCENTAGE and not is_ratio(wanted):
        yield from ((share * whole / 100, "of", Sum.PART) for share, whole in product(one.values, other.values))
    if wanted.kind is Kind.DURATION and one.figure.kind is other.figure.kind is Kind.DATE:
        yield from _lengths(wanted, one.figure, other.figure)
    if not one.is_wanted and not is_ratio(wanted):
        return
    rates = {each.figure.per for each in parts}
    of_one_rate = len(rates - {None}) <= 1
    alike = of_one_rate and all(is_like(one.figure, each.figure) for each in (other, *more))
    of_one_noun = not any(are_of_two_nouns(one.figure, each.figure) for each in (other, *more))
    summable = alike and of_one_noun and one.is_wanted and (one.figure.kind is Kind.QUANTITY or len(rates) == 1)
    for known in product(*(each.values for each in parts)):
        if summable:
            yield sum(known, Decimal(0)), "+", Sum.TOTAL
        if summable and more and wanted.unit != "percent":
            yield 2 * max(known) - sum(known), "−", Sum.DIFFERENCE
        if not more and alike:
            yield from _compared(wanted, one, known, is_apart=of_one_noun)
        if not more and one.is_wanted and wanted.kind is not Kind.PERCENTAGE:
            yield from _multiplied(wanted, one.figure, other.figure, known)


def _grown(changes: Sequence[Decimal]) -> Iterator[tuple[Decimal, str, Sum]]:
    """How many times as much there is after a change of so many per cent, or how many times as little."""
    for change in changes:
        if change > 0:
            yield (100 + change) / 100, "+", Sum.RATIO
        if 0 < abs(change) < 100:
            yield 100 / (100 - abs(change)), "÷", Sum.RATIO


def _compared(
    wanted: Figure, one: Part, known: Sequence[Decimal], *, is_apart: bool
) -> Iterator[tuple[Decimal, str, Sum]]:
    """What two figures of one unit give; `is_apart` says that one can be so much more than the other."""
    a, b = known
    is_point = one.figure.kind is Kind.PERCENTAGE and wanted.unit == "percent" and not wanted.fraction
    if one.is_wanted and is_apart and not is_point:  # percentages lie points apart, not per cent
        yield a - b, "−", Sum.DIFFERENCE
    if wanted.unit == TIME:
        yield a / b, "÷", Sum.RATIO
    # Lengths of time name things ("four-year colleges", "the past decade") more often than parts of one another.
    of_points = wanted.unit in POINTS
    if wanted.kind is Kind.PERCENTAGE and not of_points and one.figure.kind not in {Kind.PERCENTAGE, Kind.DURATION}:
        yield 100 * a / b, "of", Sum.SHARE
        if is_apart:
            yield 100 * abs(a - b) / b, "against", Sum.DIFFERENCE


def _multiplied(
    wanted: Figure, one: Figure, other: Figure, known: Sequence[Decimal]
) -> Iterator[tuple[Decimal, str, Sum]]:
    """What a figure gives that is taken as often, or shared by as many, as another counts, or measures of its rate."""
    a, b = known
    is_count = _is_count(other) and other.per is None
    if (is_count and wanted.per is None) or _measures(other, one.per):
        yield a * b, "×", Sum.PRODUCT
    if one.per is None and (is_count or _measures(other, wanted.per)):
        yield a / b, "÷", Sum.AVERAGE


def _measures(figure: Figure, per: str | None) -> bool:
    """Whether a figure is so many of what a rate is told for: acres, for so much an acre a year."""
    return per is not None and figure.unit in per.split(" per ")


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
    return figure.kind is Kind.QUANTITY and not units.is_measure(figure.unit)


def _numbers(wanted: Figure, one: Figure) -> Sequence[Decimal]:
    """A figure's number or both its ends, in the measured unit of the one that is wanted where both have one."""
    if one.kind is Kind.DURATION and (wanted.kind is Kind.DURATION or is_ratio(wanted)):
        return sorted({end / _unit(wanted) for end in lengths.ends(one) or ()})
    value = None if one.kind is Kind.DATE else printed.number(one)
    values = [end for end in (one.low, one.high) if end] if value is None else [value]
    if one.kind is not Kind.QUANTITY or wanted.unit is None or one.unit is None:
        return values
    times = units.factor(one.unit, wanted.unit)
    return values if times is None else [each * times for each in values]


def _unit(wanted: Figure) -> Decimal:
    """The unit of a duration, in years; a year for what is no duration."""
    unit = lengths.unit(wanted) if wanted.kind is Kind.DURATION else None
    return lengths.in_years(unit) if unit else Decimal(1)


def are_of_two_nouns(one: Figure, other: Figure) -> bool:
    """Whether two counts are of things that cannot be added up: learners and test centres."""
    if one.kind is not Kind.QUANTITY or other.kind is not Kind.QUANTITY or not (one.unit and other.unit):
        return False
    return not any(map(units.is_measure, (one.unit, other.unit))) and not counted_nouns.can_be_one(one.unit, other.unit)


def is_like(one: Figure, other: Figure) -> bool:
    """Whether two figures can be added up."""
    if Kind.DURATION in (one.kind, other.kind):
        return all(each.kind is Kind.DURATION or each.unit is None for each in (one, other))
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.MONEY:
        return one.unit == other.unit
    named = one.unit is not None and other.unit is not None and one.unit != other.unit
    if one.kind is not Kind.QUANTITY or not named:
        return True
    measured = any(map(units.is_measure, (one.unit, other.unit)))
    return not measured or units.factor(one.unit or "", other.unit or "") is not None

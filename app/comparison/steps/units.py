"""Step 3 of a verdict: one unit for both figures, or the reason why there is none."""

from dataclasses import dataclass, replace
from decimal import Decimal

from app.comparison.amounts import interval, widths
from app.comparison.amounts.currency import COMMON, Rates
from app.comparison.pair import Pair, Side
from app.comparison.words import counted_nouns
from app.comparison.words.movement import Ends
from app.domain import lengths, units
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.verdict import Reason
from app.domain.wording import amount, number, say

PERCENT, POINT = "percent", "percentage_point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """No common unit: the reason, and whether a basis would join the two (a share of a whole) or none ever does."""

    reason: Reason
    joinable: bool


def bring(pair: Pair, rates: Rates) -> Pair | Apart:
    """The pair in one unit."""
    kinds = {side.figure.kind for side in pair.sides}
    if kinds == {Kind.MONEY}:
        return _one_currency(pair, rates)
    if kinds == {Kind.MONEY, Kind.PERCENTAGE}:
        return (
            Apart(reason=Reason.UNIT, joinable=True)
            if _is_share(pair)
            else Apart(reason=Reason.DIMENSION, joinable=False)
        )
    if len(kinds) > 1:
        return Apart(reason=Reason.DIMENSION, joinable=False)
    one, other = (side.figure.unit for side in pair.sides)
    if kinds == {Kind.PERCENTAGE} and one != other:
        return Apart(reason=Reason.PCT_VS_PP, joinable=True)
    if kinds == {Kind.QUANTITY}:
        return _one_measure(pair, one, other)
    return _one_length(pair) if kinds == {Kind.DURATION} else pair


def shared_ends(pair: Pair) -> Ends | None:
    """The end points of a change ("from 2.5% to 3.5%", "from £8 to £10") where both texts state the same ones."""
    found = [(side.reading.ends, side.reading.are_ends_money) for side in pair.sides]
    return found[0][0] if found[0] == found[1] else None


def follows(side: Side, ends: Ends) -> bool:
    """Whether a figure is the change between the end points, in percent or in what they are stated in."""
    if side.figure.unit != PERCENT and side.reading.are_ends_money != (side.figure.kind is Kind.MONEY):
        return False
    first, last = ends
    change = abs(last - first)
    if side.figure.unit == PERCENT:
        if first == 0:
            return False
        change = change / first * 100
    if side.interval is None:
        return False
    halo = side.interval.halo
    reached = -change if halo.high <= 0 else change
    return halo.low <= reached <= halo.high


def _is_share(pair: Pair) -> bool:
    """Whether the percentage can be a share of a whole that is worth money; a change or a level cannot."""
    share = next(side for side in pair.sides if side.figure.kind is Kind.PERCENTAGE)
    return share.figure.unit == PERCENT and (
        share.facts.kind in (None, BasisKind.SHARE)
        or (share.facts.denominator is not None and share.facts.kind != BasisKind.CHANGE)
    )


def _one_measure(pair: Pair, one: str | None, other: str | None) -> Pair | Apart:
    if one is None or other is None or one == other:
        # A bare number counts something: whatever is counted beside it, but nothing that is measured.
        if one != other and units.is_measure(one or other):
            return Apart(reason=Reason.DIMENSION, joinable=False)
        return replace(pair, unit=one or other)
    times = units.factor(other, one)
    if times is not None:
        bare = f"{say(pair.b.figure)} is {amount((pair.b.value or Decimal(0)) * times, one)}"
        return replace(pair, b=pair.b.scaled(times), unit=one, conversion=f"{bare}.", notes=(*pair.notes, f"{bare}."))
    nouns = [side.subject.counted or "" for side in pair.sides]
    if any(map(units.is_measure, (one, other))) or not counted_nouns.can_be_one(*nouns):
        return Apart(reason=Reason.DIMENSION, joinable=False)
    return pair


def _one_length(pair: Pair) -> Pair:
    """Two lengths of time in the smaller of the units they are told in, so that minutes lie minutes apart."""
    one, other = (lengths.unit(side.figure) for side in pair.sides)
    if one is None or other is None:
        return pair
    unit = min(one, other, key=lengths.in_years)
    return replace(pair, a=pair.a.told_in(unit), b=pair.b.told_in(unit), unit=unit)


def _one_currency(pair: Pair, rates: Rates) -> Pair | Apart:
    one, other = pair.a.figure.unit, pair.b.figure.unit
    topic = pair.a.statement.currency or pair.b.statement.currency
    if one is None or other is None:
        return _named(pair, topic, rates)
    if one == other:
        return pair
    target = topic or (one if other != COMMON and one == COMMON else COMMON)
    return _converted(pair, target, rates)


def _named(pair: Pair, topic: str | None, rates: Rates) -> Pair | Apart:
    """An amount that names no currency takes its topic's; without one, the other amount's."""
    known = pair.a.figure.unit or pair.b.figure.unit
    unit = topic or known
    bare = pair.a if pair.a.figure.unit is None else pair.b
    notes = (*pair.notes, *_taken(bare, unit, "most amounts of its topic" if topic else "the other figure"))
    named = replace(pair, unit=unit, notes=notes)
    return named if known is None or known == unit else _converted(named, unit or known, rates)


def _taken(bare: Side, unit: str | None, source: str) -> tuple[str, ...]:
    if unit is None:
        return ()
    value = bare.value or Decimal(0)
    return (f"The bare {number(value)} is taken as {amount(value, unit)}, like {source}.",)


def _converted(pair: Pair, target: str, rates: Rates) -> Pair | Apart:
    days = [side.statement.published for side in pair.sides if side.statement.published is not None]
    day = min(days, default=None)
    sides, lines = [], []
    for side in pair.sides:
        unit = side.figure.unit
        if unit == target or unit is None:
            sides.append(side)
            continue
        found = rates.convert(side.value or Decimal(0), unit, target, day)
        if found is None:
            return Apart(reason=Reason.CURRENCY, joinable=True)
        brought = side.scaled(found.rate)
        meant = brought.interval and interval.widened(brought.interval, widths.FX_HALO)
        sides.append(replace(brought, interval=meant, converted=found))
        printed, reached = amount(side.value or Decimal(0), unit), amount(found.amount, target)
        lines.append(f"{printed} × {found.rate:.4f} = {reached} ({found.words})")
    reasons = (*pair.reasons, Reason.FX_CONVERTED)
    return replace(pair, a=sides[0], b=sides[1], unit=target, reasons=reasons, conversion="; ".join(lines))

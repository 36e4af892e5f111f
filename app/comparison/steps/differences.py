"""Steps 5 to 7 and 11 of a verdict: where the bases are known to differ, and what one of them leaves open."""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, moments, tellings, values
from app.comparison.words import facts, geography
from app.comparison.words.facts import Facts
from app.domain import edtf
from app.domain.basis import BasisKind, Status
from app.domain.figure import Kind
from app.domain.verdict import Reason

_LIKE = Decimal("0.5")
"""Two descriptions are one where they share at least half of their words."""
_OTHER_SHARE = Decimal(2)
"""How many times another a share is at least that is hardly of the same whole."""
_LONG_AGO = datetime.timedelta(days=2 * 366)
"""How long a time has been over that no undated figure of the day is of: statistics come out a year or two late."""
_ACTUAL: frozenset[str | None] = frozenset({Status.OUTTURN, Status.REPORTED, Status.ESTIMATE})
_AMOUNTS = frozenset({BasisKind.TOTAL, BasisKind.LEVEL, BasisKind.ONE_OFF})


def known(pair: Pair) -> Iterator[Reason]:
    """Step 5: every field in which both say something and say different things."""
    one, other = pair.a.facts, pair.b.facts
    told = tellings.known(pair)
    if Reason.KIND in told or _kinds_differ(pair) or _one_is_change_or_target(pair):
        yield Reason.KIND
    if Reason.RATE_VS_TOTAL in told:
        yield Reason.RATE_VS_TOTAL
    if _periods_differ(one, other):
        yield Reason.PERIOD
    if annual.prices_differ(pair.a, pair.b):
        yield Reason.PRICE_BASIS
    if Reason.SCOPE in told or _scopes_differ(one, other) or _is_part_and_whole(pair):
        yield Reason.SCOPE
    if one.denominator and other.denominator and _wholes_differ(one.denominator, other.denominator):
        yield Reason.DENOMINATOR
    if one.baseline and other.baseline and not _alike(one.baseline, other.baseline):
        yield Reason.BASELINE
    if one.assumption and other.assumption and not _same_assumption(one.assumption, other.assumption):
        yield Reason.ASSUMPTION
    places = pair.a.reading.geography, pair.b.reading.geography
    if geography.differs(*places) or (not pair.halos_meet and geography.is_part(*places)):
        yield Reason.GEOGRAPHY


def horizons(pair: Pair) -> Iterator[Reason]:
    """Step 6: deadlines and numbers of years covered that are known to differ."""
    one, other = pair.a.facts, pair.b.facts
    if (
        (one.target and other.target and not _one_within_other(one.target, other.target))
        or _begins_too_late(one, other)
        or _begins_too_late(other, one)
    ):
        yield Reason.TARGET_DATE
    if _horizons_differ(one, other):
        yield Reason.HORIZON


def reference_period(pair: Pair) -> Iterator[Reason]:
    """Step 7: the times that the figures are of. A part of a period is another period where the values lie apart.

    A deadline on one side stands for its period where the other states a period and no deadline.
    """
    # What lies out of reach is no other day's value of one thing.
    is_of_another_day = not values.is_out_of_reach(pair) and moments.told_apart(pair) is not None
    if tellings.period_differs(pair) or is_of_another_day:
        yield Reason.REF_PERIOD
        return
    one, other = pair.a.facts.period, pair.b.facts.period
    if (one is None) != (other is None) and not pair.halos_meet:
        one, other = one or pair.a.facts.target, other or pair.b.facts.target
    if one is None or other is None or one == other:
        return
    if not _one_within_other(one, other) or not pair.halos_meet:
        yield Reason.REF_PERIOD


def unstated(pair: Pair) -> Iterator[Reason]:
    """The codes of the marked bases of step 11 that exactly one side states (cash, the usual basis, is not marked)."""
    one, other = pair.a.facts, pair.b.facts
    if _marked_price(one) != _marked_price(other) and (one.price is None or other.price is None):
        yield Reason.PRICE_BASIS
    if _marked_scope(pair.a, pair.b) != _marked_scope(pair.b, pair.a) or Reason.SCOPE in tellings.unstated(pair):
        yield Reason.SCOPE
    if pair.a.figure.kind is Kind.PERCENTAGE and _of_years(one) != _of_years(other):
        yield Reason.HORIZON
    if _one_whole_is_open(pair):
        yield Reason.DENOMINATOR
    if _one_is_of_long_ago(pair):
        yield Reason.REF_PERIOD
    if Reason.KIND in tellings.unstated(pair):
        yield Reason.KIND
    if bool(one.baseline) != bool(other.baseline):
        yield Reason.BASELINE
    if bool(one.assumption) != bool(other.assumption) or Reason.ASSUMPTION in tellings.unstated(pair):
        yield Reason.ASSUMPTION


def _of_years(facts: Facts) -> bool:
    """Whether a percentage is said to be of more or fewer years than one."""
    return facts.horizon is not None and facts.horizon != 1


def _kinds_differ(pair: Pair) -> bool:
    one, other = pair.a.facts.kind, pair.b.facts.kind
    if one is None or other is None or one == other:
        return False
    if BasisKind.OTHER in (one, other):
        return True
    if {one, other} <= _AMOUNTS:
        # A sum paid once, a total and a level are told apart only by their values.
        return BasisKind.ONE_OFF in (one, other) and not pair.halos_meet
    if BasisKind.CHANGE in (one, other):
        return not (_change_said_otherwise(pair) or _both_growth(pair))
    if pair.a.figure.kind is Kind.PERCENTAGE:
        # A share is a level of a share; only the whole tells two of them apart.
        return not {one, other} <= {BasisKind.SHARE, BasisKind.LEVEL}
    if any(facts.settled(side.statement.claim) and side.facts.kind != BasisKind.RATE for side in pair.sides):
        # The analyst has looked. A rate is no proof: a bare amount beside it may still be one too.
        return True
    # Rate against total is step 4's.
    return BasisKind.RATE in (one, other) and BasisKind.ONE_OFF in (one, other)


def _one_is_change_or_target(pair: Pair) -> bool:
    """Whether values lie apart because one is by how much the other moved, or what it ought to become."""
    if (pair.a.facts.moved and pair.b.facts.moved_to) or (pair.b.facts.moved and pair.a.facts.moved_to):
        return True
    if pair.halos_meet:
        return False
    one, other = pair.a.facts, pair.b.facts
    if one.moved != other.moved:
        kinds = (one.kind, other.kind)
        return BasisKind.CHANGE not in kinds or (None in kinds and pair.a.figure.kind is not Kind.PERCENTAGE)
    return Status.TARGET in (one.status, other.status) and bool({one.status, other.status} & _ACTUAL)


def _change_said_otherwise(pair: Pair) -> bool:
    """Whether a change of money stands beside a plain amount with a baseline: "an extra £6bn" is a change too."""
    if pair.a.figure.kind is Kind.PERCENTAGE:
        return False
    return all(
        side.facts.kind == BasisKind.CHANGE or side.statement.claim.basis.baseline is not None for side in pair.sides
    )


def _both_growth(pair: Pair) -> bool:
    """Whether both are rates of growth: "growth of 2%" is a change, "growth is cut to 1%" a level of the same thing."""
    return all("growth" in side.subject.things for side in pair.sides)


def _periods_differ(one: Facts, other: Facts) -> bool:
    return one.per is not None and other.per is not None and one.per != other.per


def _scopes_differ(one: Facts, other: Facts) -> bool:
    if one.years and other.years and one.years != other.years:
        return True
    if (one.average and other.years) or (other.average and one.years):
        return True
    for first, second in ((one, other), (other, one)):
        if first.with_words & second.without_words:
            return True
        if "initial" in first.scopes and ((second.years or (1,))[0] > 1 or "later" in second.scopes or second.average):
            return True
        if "later" in first.scopes and second.years and second.years[0] == 1:
            return True
    if not (one.scope_words and other.scope_words):
        return False
    if one.scopes and other.scopes and not one.scopes & other.scopes:
        return True
    return not _alike(one.scope_words, other.scope_words)


def _is_part_and_whole(pair: Pair) -> bool:
    """Whether one is said to be a part ("core programme"), and the other to include more."""
    part = [side for side in pair.sides if side.subject.is_part]
    return len(part) == 1 and any("including" in side.facts.scopes for side in pair.sides if side is not part[0])


def _begins_too_late(one: Facts, other: Facts) -> bool:
    """Whether one is to be so only from a day on by which the other is due."""
    return (
        one.begins is not None and one.target is None and other.target is not None and one.begins[0] > other.target[1]
    )


def _horizons_differ(one: Facts, other: Facts) -> bool:
    if one.horizon_days and other.horizon_days:
        return one.horizon_days != other.horizon_days
    if one.horizon is None or other.horizon is None:
        return False
    # "2025 to 2035" is ten years or eleven, as people count.
    leeway = 1 if one.horizon_days or other.horizon_days else 0
    return abs(one.horizon - other.horizon) > leeway


def _one_whole_is_open(pair: Pair) -> bool:
    """Whether only one of two shares far apart says of what it is one: nobody disputes a share by so much."""
    if bool(pair.a.facts.denominator) == bool(pair.b.facts.denominator):
        return False
    if any(side.figure.kind is not Kind.PERCENTAGE or side.facts.kind == BasisKind.CHANGE for side in pair.sides):
        return False
    times = values.ratio(pair)
    return times is not None and times >= _OTHER_SHARE


def _one_is_of_long_ago(pair: Pair) -> bool:
    """Whether one share or count is of a time long over when the other was told, which names none."""
    if pair.a.figure.kind is Kind.MONEY:
        return False
    for dated, other in (pair.sides, pair.sides[::-1]):
        period, published = dated.facts.period, other.statement.published
        if period and published and other.facts.period is None and published - period[1] > _LONG_AGO:
            return True
    return False


def _wholes_differ(one: str, other: str) -> bool:
    """Whether two wholes have other heads: the fleet's skippers are skippers, and no deckhands."""
    first, second = one.split(), other.split()
    return first[-1] not in second and second[-1] not in first


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return Decimal(len(one & other)) / len(one | other) >= _LIKE


def _same_assumption(one: frozenset[str], other: frozenset[str]) -> bool:
    numbers, against = ({word for word in words if word[0].isdigit()} for words in (one, other))
    if numbers and against:
        return numbers == against
    return _alike(one, other)


def _one_within_other(one: edtf.Days, other: edtf.Days) -> bool:
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def _marked_price(facts: Facts) -> bool:
    return facts.price is not None and facts.price.family in ("real", "npv")


def _marked_scope(side: Side, against: Side) -> bool:
    facts = side.facts
    # "On average" is the scope of one, and in the other's words it may stand elsewhere.
    average = facts.average and against.reading.contrasts.sides.get("statistic") != "an average"
    if facts.years or average or facts.scope_words or side.subject.is_part:
        return True
    # Of a share of those who voted, the whole has said so already.
    return side.reading.extent.among is not None and not (facts.denominator or "").startswith("those ")

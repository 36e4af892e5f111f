"""Of which day a figure is that states no period: a level or a running rate is of the day on which it was told.

"The list stands at 7.1m" and "the fleet is spending £4m a day" are true of the day of the report, and a season later
another number is. What one project costs, what a treaty pays and how many it killed are told again as long as people
speak of them, and two numbers for such a thing are a dispute however long the one is told after the other. Estimates
of money in no stated prices lie in between: after two years the prices alone can have made the difference.
"""

import datetime

from app.comparison.pair import Pair, Side
from app.comparison.steps import annual, succession
from app.domain.basis import BasisKind, Status
from app.domain.figure import Kind
from app.domain.wording import date

Said = tuple[str, str]
"""What is said of the first side of a pair and of the second, after "is"."""

_SEASON = datetime.timedelta(days=60)
"""After as long a level, or a rate by the day or month, is another one."""
_OF_A_YEAR = datetime.timedelta(days=300)
"""The same for a rate by the year."""
_ESTIMATED = datetime.timedelta(days=730)
"""Between two estimates of stated day and no stated prices, prices alone can have made the difference."""
_FORESEEN = frozenset({Status.ESTIMATE, Status.FORECAST, Status.PLAN})
_AHEAD = frozenset({Status.TARGET, Status.PLAN, Status.FORECAST})
_HELD = frozenset({"debt", "borrowing", "fund", "savings"})
"""Sums that stand at a level, as what something costs does not."""


def told_apart(pair: Pair) -> Said | None:
    """Of when each of two levels or running rates is, where a season lies between; None where nothing says so."""
    days = [side.statement.published for side in pair.sides]
    if pair.halos_meet or days[0] is None or days[1] is None or any(map(_is_ahead, pair.sides)):
        return None
    for side, against in (pair.sides, pair.sides[::-1]):
        period, told = side.facts.period, against.statement.published
        if period is None or told is None or against.facts.period is not None:
            continue
        is_of_another = (told < period[0] and _ages(side)) or (told > period[1] and _holds_now(against))
        return _said(pair) if is_of_another else None
    if any(side.facts.period or _is_of_a_length(side) for side in pair.sides) or _is_own_revision(pair):
        return None
    return _said(pair) if abs(days[1] - days[0]) > _age(pair) else None


def _is_of_a_length(side: Side) -> bool:
    """Whether a figure is of so many years; a toll "in seven months of war" goes on rising."""
    return side.facts.horizon is not None and side.figure.kind is not Kind.QUANTITY


def estimated_apart(pair: Pair) -> Said | None:
    """When each of two estimates was made that lie years apart and state no prices; None where they are no such two."""
    days = [side.statement.published for side in pair.sides]
    if not _are_money(pair) or days[0] is None or days[1] is None or abs(days[1] - days[0]) < _ESTIMATED:
        return None
    if any(side.facts.price or side.reading.firmness.former for side in pair.sides):
        return None
    if all(side.facts.period for side in pair.sides) or not any(map(_is_estimate, pair.sides)):
        return None
    return f"as told in {days[0]:%B %Y}", f"as told in {days[1]:%B %Y}"


def _is_own_revision(pair: Pair) -> bool:
    """Whether a source says of its later count that it puts the earlier one anew."""
    ordered = succession.in_order(*pair.sides)
    return ordered is not None and ordered[1].reading.firmness.revises and succession.same_voice(*ordered) is True


def _age(pair: Pair) -> datetime.timedelta:
    """After how long two figures of no stated period are of two."""
    if all(annual.is_rate(side) for side in pair.sides) and any(side.reading.runs for side in pair.sides):
        return _OF_A_YEAR if {side.facts.per for side in pair.sides} & {"year", "quarter"} else _SEASON
    return _SEASON if all(map(_stands, pair.sides)) else datetime.timedelta.max


def _ages(side: Side) -> bool:
    """Whether a figure of a period is of that period alone, as what a whole project costs is not."""
    return side.figure.kind is not Kind.MONEY or annual.is_rate(side) or _stands(side)


def _holds_now(side: Side) -> bool:
    """Whether a figure is told as it was on the day of the report."""
    return side.reading.runs if annual.is_rate(side) else side.reading.stands


def _stands(side: Side) -> bool:
    """Whether a figure is a level on the day of the report, or one from which another has moved."""
    if side.figure.kind is Kind.MONEY:
        return bool(side.subject.things & _HELD) and not annual.is_rate(side) and side.reading.stands
    return (side.reading.stands or side.reading.firmness.former) and side.facts.kind != BasisKind.CHANGE


def _is_ahead(side: Side) -> bool:
    """Whether a figure is of what is to come, or of a deadline."""
    said = side.reading.firmness
    if side.facts.target is not None or said.wished or said.begins_later:
        return True
    return succession.status_of(side) in _AHEAD and not _holds_now(side)


def _said(pair: Pair) -> Said:
    return _says(pair.a), _says(pair.b)


def _says(side: Side) -> str:
    stated = side.statement.claim.basis.value("period")
    if side.facts.period is not None and stated:
        return f"for {date(stated)}"
    return f"as told in {side.statement.published:%B %Y}"


def _are_money(pair: Pair) -> bool:
    return all(side.figure.kind is Kind.MONEY for side in pair.sides)


def _is_estimate(side: Side) -> bool:
    said = side.reading.firmness
    return succession.status_of(side) in _FORESEEN or said.foreseen or (said.is_planned and not said.happened)

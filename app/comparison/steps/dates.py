"""Dates against dates, by their first and last days."""

from dataclasses import dataclass

from app.comparison.pair import Pair, Side
from app.comparison.steps import values
from app.domain.basis import Status
from app.domain.verdict import Reason, Size

_PLANNED = frozenset({Status.TARGET, Status.PLAN, Status.FORECAST})


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """How two dates stand: equal, meeting, or apart with how far and under which code."""

    equal: bool = False
    meet: bool = False
    size: Size | None = None
    code: Reason = Reason.DATE


def read(pair: Pair) -> Meeting | None:
    """How the two dates of a pair stand, None where one of them is not resolved to days."""
    one, other = (side.reading.days for side in pair.sides)
    if not one or not other:
        return None
    if one[0] == other[0]:
        same = pair.a.figure.modifier == pair.b.figure.modifier
        return Meeting(equal=same, meet=True)
    if any(first[0] <= second[1] and second[0] <= first[1] for first in one for second in other):
        return Meeting(meet=True)
    planned = all(_is_planned(side) for side in pair.sides)
    return Meeting(size=values.days_apart(one[0], other[0]), code=Reason.TARGET_DATE if planned else Reason.DATE)


def _is_planned(side: Side) -> bool:
    """Whether the date lies ahead of its article, or the words speak of it as planned."""
    if side.facts.status in _PLANNED:
        return True
    days, published = side.reading.days, side.statement.published
    if days and published is not None:
        return days[0][0] > published
    return side.reading.firmness.is_planned

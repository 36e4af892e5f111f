"""Step 10 of a verdict: whether the later figure takes the place of the earlier one."""

import datetime
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.amounts.widths import OPEN_BOUNDS, Hedge
from app.comparison.pair import Pair, Side
from app.comparison.steps import common_ground
from app.comparison.words import voices
from app.comparison.words.accounts import Account
from app.domain.basis import Status
from app.domain.claim import Stance
from app.domain.figure import Kind
from app.domain.verdict import Reason

_FIRMNESS: dict[str, int] = {
    Status.REPORTED: 0,
    Status.ESTIMATE: 1,
    Status.FORECAST: 1,
    Status.PLAN: 1,
    Status.SIGNED: 2,
    Status.OUTTURN: 3,
}
_FAR = Decimal("1.5")
_ONE_ANNOUNCEMENT = datetime.timedelta(days=7)
_FORESEEN: frozenset[str | None] = frozenset({Status.FORECAST, Status.PLAN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """A later figure that replaces an earlier one, and why."""

    earlier: Side
    later: Side
    day: datetime.date | None
    """None where both were told on one day."""
    reason: Reason


def read(pair: Pair) -> Succession | None:
    """The succession of a pair whose values do not meet, None where neither replaces the other."""
    ordered = in_order(*pair.sides)
    if ordered is None or Stance.DENIES in (side.statement.claim.stance for side in pair.sides):
        return None
    earlier, later = ordered
    if earlier.reading.extent.partial != later.reading.extent.partial or _is_older(later, earlier):
        return None
    reason = Reason.REVISED if _replaces(pair, earlier, later) else _reason(earlier, later)
    return None if reason is None else Succession(earlier=earlier, later=later, day=_day(earlier, later), reason=reason)


def in_order(one: Side, other: Side) -> tuple[Side, Side] | None:
    """The earlier figure and the later one: as the words recall one of them, else by the days of their articles.

    A figure that is recalled comes first whenever it is told; None where nothing says which is the earlier one.
    """
    if one.reading.firmness.original != other.reading.firmness.original:
        recalled, new = (one, other) if one.reading.firmness.original else (other, one)
        return (recalled, new) if _is_told_after(new, recalled) else None
    days = one.statement.published, other.statement.published
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return None
    return (one, other) if days[0] < days[1] else (other, one)


def _are_in_one_text(one: Side, other: Side) -> bool:
    return one.statement.text == other.statement.text


def _is_told_after(new: Side, recalled: Side) -> bool:
    """Whether a figure is told beside one that is recalled, or later, or says itself that it is new.

    The sum of an older article may be the very one that is recalled, put otherwise; of two dates that is another one.
    What was withdrawn in favour of another has been replaced by that one alone, or by one that is a revision itself.
    """
    if recalled.reading.firmness.withdrawn and not _are_in_one_text(new, recalled):
        return new.reading.firmness.revises
    if _are_in_one_text(new, recalled) or new.reading.firmness.told_new or new.figure.kind is Kind.DATE:
        return True
    days = new.statement.published, recalled.statement.published
    return days[0] is not None and days[1] is not None and days[0] > days[1]


def _day(earlier: Side, later: Side) -> datetime.date | None:
    """When the later figure was told, None where the earlier one was recalled on that day or after it."""
    days = earlier.statement.published, later.statement.published
    return days[1] if days[0] is not None and days[1] is not None and days[0] < days[1] else None


def _replaces(pair: Pair, earlier: Side, later: Side) -> bool:
    """Whether the words say that one took the other's place, whoever told the earlier one."""
    if later.reading.firmness.in_place_of is not None:
        year = later.reading.firmness.in_place_of
        return any(days[0].year <= year <= days[1].year for days in earlier.reading.days)
    if not earlier.reading.firmness.original:
        return False
    if _are_in_one_text(earlier, later):
        return True
    if later.facts.per is not None and not later.reading.firmness.told_new:
        return False  # a fee that is so much at first is one of a schedule
    return same_voice(earlier, later) is not False and not common_ground.is_missing(pair)


def of_range(pair: Pair) -> Succession | None:
    """What took the place of a range or of its top, though the two have values in common; None where nothing did.

    Only a range that one source puts otherwise, or that is told as revised, is replaced so; the exact number within a
    range that somebody gives later keeps to it.
    """
    found = read(pair)
    if found is None or found.reason is not Reason.REVISED:
        return None
    first, last = (_top(side) for side in (found.earlier, found.later))
    ranges = [_is_range(side) for side in (found.earlier, found.later)]
    if first is None and _is_far_above(found.later, found.earlier):
        return found if found.later.reading.firmness.revises else None
    if first is None or last is None or first == last or not any(ranges):
        return None
    return found if found.later.reading.firmness.revises or all(ranges) else None


def _is_range(side: Side) -> bool:
    return side.figure.is_range or side.hedge is Hedge.UP_TO


def _is_far_above(later: Side, earlier: Side) -> bool:
    """Whether one keeps to "more than" another from so far off that who says both has put it anew."""
    low, bound = later.figure.low, earlier.value
    return low is not None and bound is not None and bound > 0 and low >= _FAR * bound


def _top(side: Side) -> Decimal | None:
    """The most that a figure can be as printed, None where that is open."""
    if side.hedge in OPEN_BOUNDS and side.hedge is not Hedge.UP_TO:
        return None
    return side.figure.low if side.figure.high is None else side.figure.high


def of_original(pair: Pair) -> Succession | None:
    """What took the place of a figure that is called the original; None where nothing did.

    One text that tells a number and what it was before tells two, however near they lie.
    """
    if not any(side.reading.firmness.original for side in pair.sides):
        return None
    if pair.halos_meet and (pair.same_number or not _are_in_one_text(*pair.sides)):
        return None
    found = read(pair)
    return found if found is not None and found.earlier.reading.firmness.original else None


def status_of(side: Side) -> str | None:
    """How firm a figure is: as its basis states, unless the sentence is of a signed text or of final accounts."""
    stated = side.statement.claim.basis.status
    if stated is not None and stated.by_analyst:
        return stated.value
    return side.reading.firmness.status or side.facts.status


def was_foreseen(side: Side) -> bool:
    """Whether a figure is a forecast or plan, by its status or by what its words speak of."""
    status = status_of(side)
    return status in _FORESEEN or (status is None and side.reading.firmness.foreseen)


def has_come(side: Side) -> bool:
    """Whether a figure is what came of something: an outturn, told in the simple past, or of a time that is over.

    A budget or an original estimate never is.
    """
    if side.reading.account is Account.BUDGET or side.reading.firmness.former:
        return False
    status, firmness = status_of(side), side.reading.firmness
    if status is not None or firmness.foreseen:
        return status == Status.OUTTURN
    period, published = side.facts.period, side.statement.published
    return firmness.happened or (period is not None and published is not None and period[1] < published)


def same_voice(one: Side, other: Side) -> bool | None:
    """Whether one named source speaks in both, None where at least one of them names none."""
    names, against = voices.who(one.statement), voices.who(other.statement)
    if not names or not against:
        return None
    if names <= against or against <= names:
        # A country's adjective is not the name of all that is called by it.
        return names == against or not voices.is_of_a_country(min(names, against, key=len))
    first, second = voices.called(one.statement), voices.called(other.statement)
    return voices.is_short_for(first, second) or voices.is_short_for(second, first)


def _one_is_priced(one: Side, other: Side) -> bool:
    """Whether only one of two sums says in which prices it is, cash apart: prices alone may have made the later one."""
    prices = [side.facts.price for side in (one, other)]
    return None in prices and any(price is not None and price.family != "cash" for price in prices)


def _is_older(later: Side, earlier: Side) -> bool:
    """Whether what was told later is of a time before the other was told, or is called the original."""
    if later.reading.firmness.former:
        return True
    period, told = later.facts.period, earlier.statement.published
    if _are_in_one_text(earlier, later) and earlier.reading.firmness.original:
        return False
    return period is not None and told is not None and period[1] < told and earlier.facts.period is None


def _is_settled(earlier: Side, later: Side) -> bool:
    """Whether a contract settles what was still to come, and of no stated status."""
    return status_of(later) == Status.SIGNED and status_of(earlier) is None and earlier.reading.firmness.is_planned


def _reason(earlier: Side, later: Side) -> Reason | None:
    first, last = (_FIRMNESS.get(status_of(side) or "") for side in (earlier, later))
    if first is not None and last is not None and first < last:
        return Reason.HIGHER_STATUS
    if (was_foreseen(earlier) and has_come(later)) or _is_settled(earlier, later):
        return Reason.HIGHER_STATUS
    if _one_is_priced(earlier, later):
        return None
    voice, revises = same_voice(earlier, later), later.reading.firmness.revises
    if voice and not revises and _are_of_one_announcement(earlier, later):
        return None
    return Reason.REVISED if voice or (voice is None and revises) else None


def _are_of_one_announcement(earlier: Side, later: Side) -> bool:
    """Whether two reports of a sum lie so near that a source which says nothing of a change has said it but once."""
    days = earlier.statement.published, later.statement.published
    if later.figure.kind is not Kind.MONEY or days[0] is None or days[1] is None:
        return False
    return days[1] - days[0] <= _ONE_ANNOUNCEMENT

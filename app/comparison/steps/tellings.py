"""What the words of two texts tell apart beside the fields of their basis, with what is said of each side.

Men against women, a forecast against what came of it, one meal against all of them, food prices against energy prices.
Only figures that lie apart are told apart so: where the values meet, the words mean one thing in two ways.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.steps import common_ground, succession, sums
from app.comparison.words import contrasts, extent, nouns, parallels
from app.domain.basis import Status
from app.domain.figure import Kind
from app.domain.verdict import Reason

_EXPECTED: frozenset[str | None] = frozenset({Status.ESTIMATE, Status.FORECAST, Status.PLAN})
_WHOLE = "the whole, as far as stated"
_MANY = 100
"""Times that all of them are at least one of them."""
_ONE_YEAR = 366
"""Days."""
_SOME_YEARS = 2
"""Years by which people may count a run of years otherwise."""

Said = tuple[str, str]
"""What is said of the first side of a pair and of the second, after "is"."""


def known(pair: Pair) -> dict[Reason, Said]:
    """What both texts say something about, and not the same thing."""
    words = [] if pair.halos_meet else [*_known(pair)]
    if pair.halos_meet and _is_share_aimed_at(pair):
        words.append((Reason.KIND, _of(pair, _says_stage)))
    if _is_so_far_of_expected(pair) and not common_ground.is_missing(pair):
        words.append((Reason.SCOPE, _of(pair, _says_how_far)))
    return dict(reversed([*sums.known(pair), *words]))


def unstated(pair: Pair) -> dict[Reason, Said]:
    """What one text narrows and the other leaves open."""
    return {} if pair.halos_meet else {**dict(_unstated(pair)), **dict(sums.unstated(pair))}


def named_apart(pair: Pair) -> dict[Reason, Said]:
    """What two sentences that are built alike name at one place, where each names something else."""
    if pair.halos_meet:
        return {}
    names = names_apart(*pair.sides)
    return {} if names is None else {Reason.SCOPE: names}


def names_apart(one: Side, other: Side) -> Said | None:
    """What each of two sentences names where the other names something else; None where neither does."""
    return parallels.apart(one.reading.shape, other.reading.shape) or _members(one, other)


def one_is_of_each(pair: Pair) -> bool:
    """Whether one is for each person or household, and the other too large to be: it is for all of them."""
    each = [side.reading.extent.of_each for side in pair.sides]
    if each[0] == each[1] or pair.a.value is None or pair.b.value is None:
        return False
    single, total = (pair.a.value, pair.b.value) if each[0] else (pair.b.value, pair.a.value)
    return abs(total) >= _MANY * abs(single)


def one_is_for_so_many(pair: Pair) -> bool:
    """Whether only one of two counts is for so many inhabitants, births or tests, which nobody leaves unsaid."""
    if pair.a.figure.kind is not Kind.QUANTITY:
        return False
    return _is_for_so_many(pair.a) != _is_for_so_many(pair.b)


def _is_for_so_many(side: Side) -> bool:
    return (side.facts.per or "")[:1].isdigit()


def one_was_former(pair: Pair) -> bool:
    """Whether one was so some time ago or at first, the other not, and at most one of them says when."""
    return _was_former(*pair.sides) or _was_former(*reversed(pair.sides))


def one_came_true(pair: Pair) -> bool:
    """Whether one was wanted or foreseen, and the other is what came of it."""
    return _is_wish_and_outcome(pair) or _is_forecast_and_outcome(pair)


def _known(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    for reason, one, other in contrasts.apart(pair.a.reading.contrasts, pair.b.reading.contrasts):
        yield reason, (one, other)
    if (_is_wish_and_outcome(pair) or _is_forecast_and_outcome(pair)) and succession.read(pair) is None:
        yield Reason.KIND, _of(pair, _says_stage)
    if one_is_of_each(pair):
        each = _of(pair, lambda side: "for each" if side.reading.extent.of_each else "for all together")
        yield Reason.RATE_VS_TOTAL, each
    if one_is_for_so_many(pair):
        yield Reason.RATE_VS_TOTAL, _of(pair, lambda side: "a rate" if _is_for_so_many(side) else "a number by itself")
    cases = [side.reading.extent.case for side in pair.sides]
    if None not in cases and cases[0] != cases[1]:
        yield Reason.SCOPE, _of(pair, _says_case)
    if _is_part_of_the_other(*pair.sides) or _is_part_of_the_other(*reversed(pair.sides)):
        yield Reason.SCOPE, _of(pair, lambda side: "a part" if side.reading.extent.whole else "the whole")


def _unstated(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    if nouns.is_part(pair.a.reading.phrase, pair.b.reading.phrase):
        yield Reason.SCOPE, _of(pair, _says_phrase)
    if _one_is_partial(pair):
        yield Reason.SCOPE, _of(pair, _says_part)
    cases = [side.reading.extent.case for side in pair.sides]
    if None in cases and cases[0] != cases[1]:
        yield Reason.SCOPE, _of(pair, _says_case)
    if pair.a.reading.extent.is_extreme != pair.b.reading.extent.is_extreme:
        yield Reason.SCOPE, _of(pair, _says_extreme)
    small, large = _by_size(pair)
    if parallels.takes_in_more(large.reading.shape, small.reading.shape):
        yield Reason.SCOPE, _of(pair, lambda side: "two things together" if side is large else "one of them")
    conditions = [side.reading.firmness.on_condition for side in pair.sides]
    if conditions[0] != conditions[1]:
        yield Reason.ASSUMPTION, _of(pair, _says_condition)


def period_differs(pair: Pair) -> bool:
    """Whether one was so some time ago, or is of years to come or of more years, and the other says no such thing."""
    if pair.halos_meet:
        return False
    if Reason.REF_PERIOD in known(pair):
        return True
    orders = ((pair.a, pair.b), (pair.b, pair.a))
    tests = (_was_former, _is_of_longer, _is_of_a_time_to_come, _is_of_a_time_gone_by)
    return any(test(*both) for both in orders for test in tests)


def _is_wish_and_outcome(pair: Pair) -> bool:
    return any(
        first.reading.firmness.wished and not second.reading.firmness.wished and _holds(second)
        for first, second in (pair.sides, pair.sides[::-1])
    )


def _is_share_aimed_at(pair: Pair) -> bool:
    """Whether only rounding joins a share that is aimed at with the other one that was reached."""
    are_shares = all(side.figure.kind is Kind.PERCENTAGE and side.is_plain for side in pair.sides)
    return are_shares and pair.a.value != pair.b.value and _is_wish_and_outcome(pair)


def _holds(side: Side) -> bool:
    """Whether a figure is what is or was so, and not what somebody expects."""
    said = side.reading.firmness
    if said.happened or said.is_current or side.reading.came_about:
        return True
    is_guess = succession.status_of(side) in (Status.ESTIMATE, Status.FORECAST, Status.PLAN) or said.foreseen
    return succession.has_come(side) or (not is_guess and (said.holds_now or side.reading.stands))


def _is_forecast_and_outcome(pair: Pair) -> bool:
    one, other = pair.sides
    return any(
        succession.was_foreseen(first) and succession.has_come(second) for first, second in ((one, other), (other, one))
    )


def _one_is_partial(pair: Pair) -> bool:
    """Whether the smaller leaves something out: what is still to come, what others are for, or what is paid on top."""
    if pair.a.value is None or pair.b.value is None:
        return False
    small, large = _by_size(pair)
    said, against = small.reading.extent, large.reading.extent
    if against.all_in and not said.all_in:
        return True
    return said.full_time != against.full_time or (said.partial is not None and against.partial is None)


def _is_so_far_of_expected(pair: Pair) -> bool:
    """Whether one is what has gone out so far, and the other what is expected in all; no open bound joins them."""
    part, whole = _by_size(pair)
    said, against = part.reading.extent, whole.reading.extent
    # Where the values lie apart, "so far" alone sets the two apart as well, whatever the other one is.
    is_part = said.was_paid or (pair.halos_meet and said.partial == extent.SO_FAR)
    if not is_part or against.partial or against.was_paid or part.value == whole.value:
        return False
    firmness = whole.reading.firmness
    return succession.status_of(whole) in _EXPECTED or firmness.foreseen or firmness.is_planned


def _by_size(pair: Pair) -> tuple[Side, Side]:
    """The smaller side and the larger."""
    one, other = pair.sides
    return (one, other) if abs(one.value or Decimal(0)) <= abs(other.value or Decimal(0)) else (other, one)


def _is_part_of_the_other(part: Side, other: Side) -> bool:
    """Whether one is said to be so many of a number that is the other."""
    whole = part.reading.extent.whole
    return whole is not None and whole == other.value and whole != part.value


def _was_former(side: Side, against: Side) -> bool:
    stated = side.facts.period is not None and against.facts.period is not None
    said = side.reading.firmness
    return said.former and not against.reading.firmness.former and (said.original or not stated)


def _is_of_longer(side: Side, against: Side) -> bool:
    """Whether a figure covers some years, and the other one at most, fewer years, or those to a nearer date."""
    period, horizon = against.facts.period, side.facts.horizon
    if horizon is None or horizon <= 1 or against.facts.horizon is not None:
        return False
    if period is not None:
        days = (period[1] - period[0]).days
        return days <= _ONE_YEAR or horizon - days // _ONE_YEAR > _SOME_YEARS
    if against.reading.contrasts.sides.get("run") == contrasts.OF_ONE_YEAR:
        return True
    target, told = against.facts.target, against.statement.published
    if target is None or told is None or against.figure.kind is not Kind.MONEY:
        return False
    return horizon - (target[1].year - told.year) > _SOME_YEARS


def _is_of_a_time_to_come(side: Side, against: Side) -> bool:
    """Whether a figure is of a time after its report, and the other, of no stated time, of what is now."""
    period, published = side.facts.period or side.facts.target, side.statement.published
    is_to_come = period is not None and (side.facts.target is not None if published is None else period[0] > published)
    if not (is_to_come or side.reading.firmness.begins_later) or against.facts.period or against.facts.target:
        return False
    said = against.reading.firmness
    if said.in_force:
        return True
    return succession.status_of(against) is None and not (said.foreseen or said.wished or said.is_planned)


def _is_of_a_time_gone_by(side: Side, against: Side) -> bool:
    """Whether a figure is of a time before its report, and the other, of no stated time, of what is now."""
    period, published = side.facts.period, side.statement.published
    if period is None or published is None or period[1] >= published or against.facts.period or against.facts.target:
        return False
    return against.reading.firmness.holds_now


def _members(one: Side, other: Side) -> Said | None:
    """Of what each is, where one of them is one of a row and the other not of its thing alone."""
    if one.statement.text == other.statement.text:
        return None
    first, last = _member_apart(one, other), _member_apart(other, one)
    return (first or _WHOLE, last or _WHOLE) if first or last else None


def _member_apart(side: Side, against: Side) -> str | None:
    member = side.reading.member
    return f"of “{member.words}” alone" if member and member.is_apart_from(against.reading.stems) else None


def _of(pair: Pair, say: Callable[[Side], str]) -> Said:
    return say(pair.a), say(pair.b)


def _says_stage(side: Side) -> str:
    if side.reading.firmness.wished:
        return "an aim"
    return "a forecast" if succession.was_foreseen(side) else "an outcome"


def _says_phrase(side: Side) -> str:
    phrase = side.reading.phrase
    return f"of “{phrase.words}”" if phrase and phrase.narrowed else _WHOLE


def _says_extreme(side: Side) -> str:
    return "of the one with the most or the least" if side.reading.extent.is_extreme else "of no one named so"


def _says_case(side: Side) -> str:
    return side.reading.extent.case or "of no stated case"


def _says_condition(side: Side) -> str:
    return "what would be on a condition" if side.reading.firmness.on_condition else "on no stated condition"


def _says_how_far(side: Side) -> str:
    said = side.reading.extent
    return extent.SO_FAR if said.partial or said.was_paid else "what is expected in all"


def _says_part(side: Side) -> str:
    said = side.reading.extent
    if said.all_in:
        return "with what is paid on top"
    if said.full_time:
        return "in full-time equivalents"
    return said.partial or "the whole, as far as stated"

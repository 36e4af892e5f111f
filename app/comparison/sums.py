"""What sets two sums of money apart by the words at them: the account of each, and what each is for.

These rules count also where an open bound allows both figures but they lie far apart: "more than £500m is left" is no
report of a budget of £9bn.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from app.comparison import parts, succession, values
from app.comparison.accounts import CHANGES, Account
from app.comparison.pair import Pair, Side
from app.domain.basis import BasisKind, Status
from app.domain.figure import Kind
from app.domain.verdict import Reason

Said = tuple[str, str]
"""What is said of the first side of a pair and of the second, after "is"."""

_APART = datetime.timedelta(days=730)
"""Between two estimates of stated day and no stated prices, prices alone can have made the difference."""
_FORESEEN = frozenset({Status.ESTIMATE, Status.FORECAST, Status.PLAN})
_KINDS: dict[str, str] = {
    kind: f"a {kind}" for kind in (BasisKind.TOTAL, BasisKind.LEVEL, BasisKind.CHANGE, BasisKind.RATE)
}


def known(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    """A change against a level, a budget against a cost, and sums for two things."""
    if not _are_apart(pair):
        return
    if _one_is_change(pair) or (_one_is_budget(pair, Account.COST) and succession.read(pair) is None):
        yield Reason.KIND, (_says_account(pair.a), _says_account(pair.b))
    if _are_for_two_things(pair.a, pair.b) or _are_for_two_things(pair.b, pair.a):
        yield Reason.SCOPE, (pair.a.reading.part.said, pair.b.reading.part.said)


def unstated(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    """A budget against a sum of no named account."""
    if _are_apart(pair) and _one_is_budget(pair, None):
        yield Reason.KIND, (_says_account(pair.a), _says_account(pair.b))


def estimated_apart(pair: Pair) -> Said | None:
    """When each of two estimates was made that lie years apart and state no prices; None where they are no such two."""
    days = [side.statement.published for side in pair.sides]
    if not _are_money(pair) or days[0] is None or days[1] is None or abs(days[1] - days[0]) < _APART:
        return None
    if any(side.facts.price or side.reading.firmness.former for side in pair.sides):
        return None
    if all(side.facts.period for side in pair.sides) or not any(map(_is_estimate, pair.sides)):
        return None
    return f"as told in {days[0]:%B %Y}", f"as told in {days[1]:%B %Y}"


def is_of_accounts(pair: Pair) -> bool:
    """Whether the two differ in kind because they stand under two heads of the accounts."""
    return any(reason is Reason.KIND for reason, _ in (*known(pair), *unstated(pair)))


def _are_money(pair: Pair) -> bool:
    return all(side.figure.kind is Kind.MONEY for side in pair.sides)


def _are_apart(pair: Pair) -> bool:
    return _are_money(pair) and (not pair.halos_meet or values.is_far(pair))


def _one_is_change(pair: Pair) -> bool:
    """Whether one is how far something moved, or what remains of it, and the other nothing of the kind."""
    changes = [side.reading.account in CHANGES for side in pair.sides]
    if changes[0] == changes[1]:
        return False
    level = pair.b if changes[0] else pair.a
    if level.reading.account is None and values.is_out_of_reach(pair):
        return False
    return not (level.facts.moved or level.facts.kind == BasisKind.CHANGE or level.facts.baseline)


def _one_is_budget(pair: Pair, against: Account | None) -> bool:
    return {side.reading.account for side in pair.sides} == {Account.BUDGET, against}


def _are_for_two_things(one: Side, other: Side) -> bool:
    if one.value is None or other.value is None or one.facts.per != other.facts.per:
        return False
    if one.reading.extent.partial or other.reading.extent.partial:
        return False
    times = abs(other.value / one.value) if one.value else Decimal(0)
    return parts.is_apart(one.reading.part, other.reading.part, times)


def _is_estimate(side: Side) -> bool:
    said = side.reading.firmness
    return succession.status_of(side) in _FORESEEN or said.foreseen or (said.is_planned and not said.happened)


def _says_account(side: Side) -> str:
    if side.reading.account is not None:
        return side.reading.account.value
    return _KINDS.get(side.facts.kind or "", "of no stated kind")

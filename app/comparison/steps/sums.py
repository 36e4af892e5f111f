"""What sets two sums of money apart by the words at them: the account of each, and what each is for.

These rules count also where an open bound allows both figures but they lie far apart: "more than £500m is left" is no
report of a budget of £9bn.
"""

from collections.abc import Iterator
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.comparison.steps import succession, values
from app.comparison.words import parts
from app.comparison.words.accounts import CHANGES, Account
from app.domain.basis import BasisKind
from app.domain.figure import Kind
from app.domain.verdict import Reason

Said = tuple[str, str]
"""What is said of the first side of a pair and of the second, after "is"."""

_KINDS: dict[str, str] = {
    kind: f"a {kind}" for kind in (BasisKind.TOTAL, BasisKind.LEVEL, BasisKind.CHANGE, BasisKind.RATE)
}


def known(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    """A change against a level, a budget or a loan against a cost, and sums for two things."""
    if not _are_apart(pair):
        return
    is_budget = _accounts(pair) == {Account.BUDGET, Account.COST} and succession.read(pair) is None
    if _one_is_change(pair) or is_budget or _accounts(pair) == {Account.LENT, Account.COST}:
        yield Reason.KIND, (_says_account(pair.a), _says_account(pair.b))
    if _are_for_two_things(pair.a, pair.b) or _are_for_two_things(pair.b, pair.a):
        yield Reason.SCOPE, (pair.a.reading.part.said, pair.b.reading.part.said)


def unstated(pair: Pair) -> Iterator[tuple[Reason, Said]]:
    """A budget against a sum of no named account."""
    if _are_apart(pair) and _accounts(pair) == {Account.BUDGET, None}:
        yield Reason.KIND, (_says_account(pair.a), _says_account(pair.b))


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


def _accounts(pair: Pair) -> set[Account | None]:
    return {side.reading.account for side in pair.sides}


def _are_for_two_things(one: Side, other: Side) -> bool:
    if one.value is None or other.value is None or one.facts.per != other.facts.per:
        return False
    if one.reading.extent.partial or other.reading.extent.partial:
        return False
    times = abs(other.value / one.value) if one.value else Decimal(0)
    return parts.is_apart(one.reading.part, other.reading.part, times)


def _says_account(side: Side) -> str:
    if side.reading.account is not None:
        return side.reading.account.value
    return _KINDS.get(side.facts.kind or "", "of no stated kind")

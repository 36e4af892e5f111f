"""What earlier decisions suggest for a claim, and which claims are like it."""

from collections import Counter
from dataclasses import dataclass

from app.domain.basis import BasisKind
from app.domain.claim import Claim, State
from app.domain.figure import Kind
from app.domain.listing import ClaimLine
from app.store.session import Store

_BY_KIND = {
    BasisKind.ONE_OFF.value: 2,
    BasisKind.SHARE.value: 6,
    BasisKind.LEVEL.value: 7,
    BasisKind.CHANGE.value: 8,
    BasisKind.OTHER.value: 8,
    BasisKind.UNKNOWN.value: 9,
}
UNASKED = frozenset({Kind.DATE, Kind.DURATION})
"""Kinds of figure that are not asked what they measure."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """The key of an answer, and how many like figures the analyst gave it to."""

    key: int
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A claim that prints the same figure. `open` says that it waits, `same_basis` that it says the same of it."""

    line: ClaimLine
    open: bool
    same_basis: bool


def answer(claim: Claim) -> int | None:
    """The key of the answer that a claim gives already, None where it leaves the question open."""
    basis = claim.basis
    kind, price = basis.value("kind"), (basis.value("price") or "").partition(":")[0]
    if price == "npv":
        return 5
    if kind == BasisKind.RATE:
        return 1 if (basis.value("per") or claim.figure.per) == "year" else None
    if kind == BasisKind.TOTAL:
        return {"nominal": 3, "cash": 3, "real": 4}.get(price)
    return _BY_KIND.get(kind or "")


def suggested(store: Store, claim_id: str, claim: Claim) -> Suggested | None:
    """The answer that most like figures were given; None where the claim says it itself, or they are divided."""
    if claim.basis.kind is not None or claim.figure.kind in UNASKED:
        return None
    given = Counter(key for one in store.likeness.marked(claim_id) if (key := answer(one)) is not None)
    for key, count in given.most_common(1):
        if 2 * count > given.total():
            return Suggested(key, count)
    return None


def alike(store: Store, claim_id: str) -> list[Alike]:
    """The claims that print the same figure, this one first."""
    own = store.claims.get(claim_id).claim
    others = [one for one in store.likeness.same(claim_id) if one != claim_id]
    return [
        Alike(
            line=line,
            open=line.record.state is State.WAITING and line.superseded_by is None,
            same_basis=_basis(line.record.claim) == _basis(own),
        )
        for line in store.claims.lines([claim_id, *others])
    ]


def _basis(claim: Claim) -> tuple[str | None, ...]:
    return tuple(claim.basis.value(name) for name in ("kind", "per", "price"))

"""The values of claims along a line, counted in SQL."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.spread import Measure, Spread
from app.store import claim_terms
from app.store.claim_filter import BETWEEN, Condition, conditions
from app.store.tables import StoredClaim


def of(session: Session, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None) -> Spread:
    """The values of a measure among the claims that a filter leaves, its own stretches of values left out.

    `wanted` is a kind and a unit; where it is None, or no claim has it, the commonest measure is taken, one that the
    filter's stretches are about before any other.
    """
    left = conditions(narrowed, without=BETWEEN)
    measures = _measures(session, left)
    asked = {one.kind for one in narrowed.between if not one.excluded}
    by_rank = sorted(measures, key=lambda one: (one.kind in asked, one.count), reverse=True)
    chosen = next((one for one in measures if (one.kind, one.unit) == wanted), by_rank[0] if by_rank else None)
    if chosen is None:
        return Spread()
    low, high = claim_terms.ends(chosen.kind)
    middle = ((low + high) / 2.0).label("middle")
    found = (
        select(middle, func.count())
        .where(*left, StoredClaim.kind == chosen.kind, StoredClaim.unit.is_(chosen.unit), middle.is_not(None))
        .group_by(middle)
        .order_by(middle)
    )
    values = tuple((float(value), claims) for value, claims in session.execute(found))
    return Spread(measures=tuple(measures), measure=chosen, values=values)


def _measures(session: Session, left: list[Condition]) -> list[Measure]:
    """Every kind and unit of the claims with a value, the commonest first."""
    count = func.count()
    with_value = (
        (StoredClaim.value_low.is_not(None))
        | (StoredClaim.kind.in_((Kind.DATE, Kind.DURATION)) & StoredClaim.date.is_not(None))
    )  # fmt: skip
    found = (
        select(StoredClaim.kind, StoredClaim.unit, count)
        .where(*left, with_value)
        .group_by(StoredClaim.kind, StoredClaim.unit)
        .order_by(count.desc(), StoredClaim.kind, StoredClaim.unit)
    )
    return [Measure(kind=Kind(kind), unit=unit, count=claims) for kind, unit, claims in session.execute(found)]

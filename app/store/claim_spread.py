"""The values of claims along a line, counted in SQL."""

from collections import Counter

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.spread import Measure, Spread
from app.store.claim_filter import BETWEEN, parts, shown
from app.store.claim_parts import on_marks
from app.store.tables import Mark, Trait


def of(session: Session, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None) -> Spread:
    """The values of a measure among the claims that a filter leaves, its own stretches of values left out.

    `wanted` is a kind and a unit; where it is None, or no claim has it, the commonest measure is taken, one that the
    filter's stretches are about before any other.
    """
    left = on_marks((part for part in parts(narrowed) if part.field != BETWEEN), shown(narrowed))
    with_value = select(Mark.trait, func.count()).where(*left, Mark.high.is_not(None)).group_by(Mark.trait)
    measures = _measures(session, dict(session.execute(with_value).all()))
    asked = {one.kind for one in narrowed.between if not one.excluded}
    by_rank = sorted(measures, key=lambda one: (one.kind in asked, one.count), reverse=True)
    chosen = next((one for one in measures if (one.kind, one.unit) == wanted), by_rank[0] if by_rank else None)
    if chosen is None:
        return Spread()
    measured = select(Trait.number).where(Trait.kind == chosen.kind, Trait.unit == (chosen.unit or ""))
    middle = ((Mark.low + Mark.high) / 2.0).label("middle")
    found = (
        select(middle, func.count())
        .where(*left, Mark.trait.in_(measured), Mark.high.is_not(None))
        .group_by(middle)
        .order_by(middle)
    )
    values = tuple((float(value), claims) for value, claims in session.execute(found) if value is not None)
    return Spread(measures=tuple(measures), measure=chosen, values=values)


def _measures(session: Session, by_trait: dict[int, int]) -> list[Measure]:
    """Every kind and unit of the claims with a value, the commonest first."""
    counts = Counter[tuple[str, str]]()
    for number, kind, unit in session.execute(select(Trait.number, Trait.kind, Trait.unit)):
        if claims := by_trait.get(number):
            counts[kind, unit] += claims
    return [
        Measure(kind=Kind(kind), unit=unit or None, count=claims)
        for (kind, unit), claims in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]

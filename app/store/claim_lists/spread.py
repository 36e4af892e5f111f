"""The values of claims along a line, counted in SQL."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.spread import Measure, Spread
from app.store.claim_lists.conditions import BETWEEN, Part, beside_words, numbers, on_marks
from app.store.claim_lists.filters import parts, shown
from app.store.claim_lists.tallies import Tally, tallied
from app.store.tables import Cell, Edition, Mark, Trait


def of(session: Session, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None) -> Spread:
    """The values of a measure among the claims that a filter leaves, its own stretches of values left out.

    `wanted` is a kind and a unit; where it is None, or no claim has it, the commonest measure is taken, one that the
    filter's stretches are about before any other.
    """
    asked, left = [part for part in parts(narrowed) if part.field != BETWEEN], shown(narrowed)
    measures = _measures(session, _with_value(session, asked, left))
    kinds = {one.kind for one in narrowed.between if not one.excluded}
    by_rank = sorted(measures, key=lambda one: (one.kind in kinds, one.count), reverse=True)
    chosen = next((one for one in measures if (one.kind, one.unit) == wanted), by_rank[0] if by_rank else None)
    if chosen is None:
        return Spread()
    measured = select(Trait.number).where(Trait.kind == chosen.kind, Trait.unit == (chosen.unit or ""))
    # First as an index has them: equal values stand there together, and few are left to be sorted.
    each = (
        select(((Mark.low + Mark.high) / 2.0).label("middle"), func.count().label("claims"))
        .where(*beside_words(asked, left), Mark.trait.in_(measured), Mark.high.is_not(None))
        .group_by(Mark.trait, Mark.high, Mark.low)
        .subquery()
    )
    found = select(each.c.middle, func.sum(each.c.claims)).group_by(each.c.middle).order_by(each.c.middle)
    values = tuple((float(value), claims) for value, claims in session.execute(found) if value is not None)
    return Spread(measures=tuple(measures), measure=chosen, values=values)


def _with_value(session: Session, asked: Sequence[Part], left: Sequence[int]) -> Counter[int]:
    """The claims of each trait that have a value: of cells all but the few without one, else of marks."""
    if any(part.of is Mark for part in asked):
        with_value = Part(field="value", of=Mark, condition=Mark.high.is_not(None))
        return tallied(session, [*asked, with_value], Tally(numbers=(Mark.trait,), left=left))[0][0]
    editions, traits = (numbers(table, asked) for table in (Edition, Trait))
    cells = (
        Cell.edition == 0 if editions is None else Cell.edition.in_(editions),
        Cell.trait > 0 if traits is None else Cell.trait.in_(traits),
        Cell.state.in_(left),
    )
    every = select(Cell.trait, func.sum(Cell.claims)).where(*cells).group_by(Cell.trait)
    along = (Mark.trait.in_(select(Trait.number)), Mark.high.is_(None), *on_marks(asked, left, leading=()))
    without = select(Mark.trait, func.count()).where(*along).group_by(Mark.trait)
    found = Counter(dict(session.execute(every).all()))
    found.subtract(dict(session.execute(without).all()))
    return found


def _measures(session: Session, by_trait: Mapping[int, int]) -> list[Measure]:
    """Every kind and unit of the claims with a value, the commonest first."""
    counts = Counter[tuple[str, str]]()
    for number, kind, unit in session.execute(select(Trait.number, Trait.kind, Trait.unit)):
        if claims := by_trait.get(number):
            counts[kind, unit] += claims
    return [
        Measure(kind=Kind(kind), unit=unit or None, count=claims)
        for (kind, unit), claims in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    ]

"""Claims counted without a look at each: what kinds, units and stretches of values leave, but for the ends of these."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, select, tuple_
from sqlalchemy.orm import Session

from app.domain.narrowing import Between, Field
from app.store import grades
from app.store.claim_lists.conditions import BETWEEN, KINDS, Condition, Part, States, of_states
from app.store.row_numbers import rows_of
from app.store.tables import Axis, Mark, Portion, Trait

_TOLD = {KINDS, Field.UNIT, BETWEEN}
"""What claims of one portion do not differ in."""


def tell(asked: Sequence[Part]) -> bool:
    """Whether portions tell what these parts of a filter leave."""
    return all(part.between or (part.of is Trait and part.field in _TOLD) for part in asked)


def tallied(
    session: Session, asked: Sequence[Part], left: States, axis: Axis, number: ColumnElement[int]
) -> Counter[int]:
    """The claims of each number on an axis; those at the ends of stretches are of `ends` and not among them."""
    counts = select(number, func.sum(Portion.claims)).where(*_conditions(asked, left, axis)).group_by(number)
    return Counter(dict(rows_of(session, counts)))


def count(session: Session, asked: Sequence[Part], left: States) -> int:
    """How many claims there are, those at the ends of stretches left out."""
    claims = select(func.sum(Portion.claims)).where(*_conditions(asked, left, Axis.EDITION))
    return session.scalar(claims) or 0


def ends(asked: Sequence[Part]) -> Iterator[list[Part]]:
    """What is asked of the marks of the claims that portions do not tell of, one list of parts after another."""
    between = _between(asked)
    if not between:
        return
    known = {(one.kind, grades.of_value(one.kind, float(end))) for one in between for end in _ends(one)}
    at_ends: list[Condition] = [Mark.grade == literal_column(str(grades.NONE))]  # as the index of these has it
    for kind, grade in sorted(known):
        low, high = grades.ends(kind, grade)
        if low < high:
            at_ends.append(and_(Mark.high >= low, Mark.high < high, Mark.low >= low))
    for condition in at_ends:
        yield [*asked, Part(field=BETWEEN, of=Mark, condition=condition)]


def _conditions(asked: Sequence[Part], left: States, axis: Axis) -> Iterator[Condition]:
    yield Portion.axis == axis
    if left is not None:
        yield of_states(Portion.state, left)
    if measures := [part.condition for part in asked if part.of is Trait]:
        alike = select(Trait.kind, Trait.unit).where(*measures).distinct().correlate(None)
        yield tuple_(Portion.kind, Portion.unit).in_(alike)
    for one in _between(asked):
        yield Portion.grade > (grades.NONE if one.low is None else grades.of_value(one.kind, float(one.low)))
        if one.high is not None:
            yield Portion.grade < grades.of_value(one.kind, float(one.high))


def _between(asked: Sequence[Part]) -> list[Between]:
    return [one for part in asked for one in part.between]


def _ends(one: Between) -> list[Any]:
    return [end for end in (one.low, one.high) if end is not None]

"""Conditions on claims put together into those of one statement, which an index of words or one of marks leads."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, UnaryExpression, column, false, or_, select, table
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.operators import custom_op

from app.domain.narrowing import Between
from app.store import full_text
from app.store.mark_states import HIDDEN, SHOWN
from app.store.tables import Edition, Mark, Trait

WORDS, KINDS, BETWEEN = "words", "kinds", "between"
Condition = ColumnElement[bool]
Shared = type[Trait] | type[Edition]
SHARED: tuple[Shared, ...] = (Trait, Edition)
"""What many marks have in common."""
States = Collection[int] | None
"""Each `Mark.state` that claims may have; None for any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One condition of a filter: its field, and the table whose columns it is on, `Mark` or what marks share.

    `query` says the same to the index of words, where that knows it; `excluded`, it says what is to be left out.
    `between` are stretches of values of one kind, where the condition is that marks reach into all of them.
    """

    field: str
    of: Shared | type[Mark]
    condition: Condition
    query: str = ""
    excluded: bool = False
    between: tuple[Between, ...] = ()


def searched(asked: Iterable[Part], left: States) -> tuple[str, list[Part], States]:
    """What the index of words is asked, the parts that it says nothing of, and the states still to be looked at.

    Without words nothing is asked. With words it is asked for their years too, and for what lists hide.
    """
    found = list(asked)
    if not any(part.field == WORDS for part in found):
        return "", found, left
    query = " AND ".join(dict.fromkeys(f"({part.query})" for part in found if part.query and not part.excluded))
    without = [part.query for part in found if part.query and part.excluded]
    if left is not None and HIDDEN.isdisjoint(left):
        without.append("hidden : x")
        left = None if SHOWN.issubset(left) else left
    elif left is not None and HIDDEN.issuperset(left):
        query += " AND hidden : x"
    query = f"({query}) NOT ({' OR '.join(without)})" if without else query
    return query, [part for part in found if not part.query], left


def on_marks(asked: Iterable[Part], left: States = None, *, leading: Collection[Shared] = SHARED) -> list[Condition]:
    """Parts of a filter as conditions on `Mark`, which has to be in the states that are `left`, None for any.

    `leading` says of what an index may lead to the marks, of traits or of editions.
    """
    query, found, left = searched(asked, left)
    own = [Mark.claim.in_(full_text.rows_of("claim_words", query))] if query else []
    return own + _on_marks(found, left, leading)


def beside_words(
    asked: Iterable[Part], left: States = None, *, leading: Collection[Shared] = SHARED
) -> list[Condition]:
    """The same, but the index of words is read on the way, its rows those of `Mark`, instead of before."""
    query, found, left = searched(asked, left)
    own = [full_text.matches("claim_words", query), Mark.claim == FOUND] if query else []
    return own + _on_marks(found, left, leading)


FOUND: ColumnElement[int] = UnaryExpression(
    table("claim_words", column("rowid")).c.rowid, operator=custom_op("+"), type_=Integer()
)
"""The claim that the index of words is at; what has a sign is not looked for in it, so that it is read first, once."""


def _on_marks(found: Sequence[Part], left: States, leading: Collection[Shared]) -> list[Condition]:
    own: list[Condition] = [] if left is None else [of_states(Mark.state, left)]
    own += [part.condition for part in found if part.of is Mark]
    for shares, shared in ((Mark.trait, Trait), (Mark.edition, Edition)):
        among = numbers(shared, found)
        if among is not None:
            own.append((shares if shared in leading else shares + 0).in_(among))
    return own


def of_states(state: InstrumentedAttribute[int], left: Collection[int]) -> Condition:
    """To look a state up in a list takes longer than to hold it against the few that there are."""
    return or_(false(), *(state == one for one in sorted(left)))


def numbers(of: Shared, asked: Iterable[Part]) -> Select[Any] | None:
    """The traits or editions that a filter leaves; None where it asks for none."""
    shared = [part.condition for part in asked if part.of is of]
    return select(of.number).where(*shared).correlate(None) if shared else None

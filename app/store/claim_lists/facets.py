"""Counts beside the claims grid, in SQL: of the cells that claims are alike in, or of the marks that a filter finds."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.listing import ClaimFacets, ClaimFilter, Facet
from app.domain.narrowing import Field
from app.store.claim_lists import names
from app.store.claim_lists.conditions import KINDS, WORDS, Condition, Part, Shared, numbers
from app.store.claim_lists.counts import pieces, ranked
from app.store.claim_lists.filters import STATES, parts, shown
from app.store.claim_lists.tallies import EDITION_AND_STATE, Tally, tallied
from app.store.mark_states import STATES as STATE_OF, MarkState, shown_in
from app.store.row_numbers import rows_of
from app.store.tables import Cell, Edition, Mark, Trait

_OF_TRAIT: dict[str, InstrumentedAttribute[str]] = {
    KINDS: Trait.kind,
    Field.BASIS: Trait.basis,
    Field.PRICE: Trait.price,
    Field.UNIT: Trait.unit,
    Field.STANCE: Trait.stance,
}
_OF_EDITION: dict[str, InstrumentedAttribute[str]] = {Field.OUTLET: Edition.outlet, Field.YEAR: Edition.year}
_NUMBERS: dict[str, InstrumentedAttribute[int]] = {
    **dict.fromkeys(_OF_TRAIT, Mark.trait),
    **dict.fromkeys(_OF_EDITION, Mark.edition),
    Field.SPEAKER: Mark.speaker,
    Field.TOPIC: Mark.topics,
}
_NAMED = {Field.SPEAKER: names.speakers, Field.TOPIC: names.topics}
"""What claims have a number of that stands for a name, and what counts it alone."""
_COLUMNS: dict[Shared, dict[str, InstrumentedAttribute[str]]] = {Trait: _OF_TRAIT, Edition: _OF_EDITION}
Counts = defaultdict[str, Counter[str]]


def of(session: Session, narrowed: ClaimFilter, *, topics: bool = True) -> ClaimFacets:
    """Counts over what a filter leaves; the total is of all claims in the states that are shown by default or asked.

    Without `topics` these are not counted, for which no cells are kept: all that a filter leaves is looked at.
    """
    counts: Counts = defaultdict(Counter)
    numbered = {field: Counter[int]() for field in (_NAMED if topics else (Field.SPEAKER,))}
    matching = 0
    for piece in pieces(narrowed):
        asked, left = list(parts(piece)), shown(piece)
        counts.pop(Field.YEAR, None)  # which every piece counts in all years
        if any(part.of is Mark for part in asked):
            claims, found = _marked(session, asked, left, counts, list(numbered))
        else:
            claims, found = _shared(session, asked, left, counts), {}
        for field, by_number in numbered.items():
            by_number += found[field] if field in found else _apart(session, asked, left, field)
        matching += claims
    most = {field: ranked(counts[field]) for field in (*_OF_TRAIT, *_OF_EDITION, STATES)}
    return ClaimFacets(
        total=_total(session, narrowed),
        matching=matching,
        kinds=most[KINDS],
        states=most[STATES],
        bases=most[Field.BASIS],
        prices=most[Field.PRICE],
        units=most[Field.UNIT],
        speakers=names.named(session, numbered[Field.SPEAKER]),
        stances=most[Field.STANCE],
        outlets=most[Field.OUTLET],
        topics=names.named_topics(session, numbered[Field.TOPIC]) if topics else (),
        years=tuple(sorted(most[Field.YEAR], key=lambda facet: facet.value, reverse=True)),
    )


def topics_of(session: Session, narrowed: ClaimFilter) -> tuple[Facet, ...]:
    """The counts of topics alone."""
    return names.named_topics(session, _apart(session, list(parts(narrowed)), shown(narrowed), Field.TOPIC))


def _apart(session: Session, asked: Sequence[Part], left: Sequence[int], field: Field) -> Counter[int]:
    """The counts of one of `_NAMED`, its own choice left out."""
    return _NAMED[field](session, [part for part in asked if part.field != field], left)


def _total(session: Session, narrowed: ClaimFilter) -> int:
    asked = shown_in(ClaimFilter().states | narrowed.states)
    cells = (Cell.edition == 0, Cell.trait > 0, Cell.state.in_(asked))
    return session.scalar(select(func.sum(Cell.claims)).where(*cells)) or 0


# What many claims share


@dataclass(frozen=True, slots=True)
class _Alike:
    """One trait or edition: what it says in each facet, and which choices leave it out."""

    values: tuple[str, ...]
    missed: tuple[str, ...]


def _shared(session: Session, asked: Sequence[Part], left: Sequence[int], counts: Counts) -> int:
    """Count what stands in traits, editions and states, from the cells; gives how many claims are left.

    Claims that one choice alone leaves out are counted in the facet of that choice.
    """
    by_trait, by_edition, by_state = Counter[int](), Counter[int](), Counter[int]()
    known = {table: _known(session, table, asked) for table in (Trait, Edition)}
    for trait, state, claims in rows_of(session, _traits(asked)):
        by_state[state] += 0 if known[Trait][trait].missed else claims
        by_trait[trait] += claims if state in left else 0
    for edition, claims in rows_of(session, _editions(asked, left)):
        by_edition[edition] += claims
    for table, found in ((Trait, by_trait), (Edition, by_edition)):
        for number, claims in found.items():
            _add(counts, tuple(_COLUMNS[table]), known[table][number], claims)
    for state, claims in by_state.items():
        if state in STATE_OF:
            counts[STATES][STATE_OF[state]] += claims
    return sum(by_state[state] for state in left)


def _add(counts: Counts, fields: tuple[str, ...], shared: _Alike, claims: int) -> None:
    if not shared.missed:
        for field, value in zip(fields, shared.values, strict=True):
            counts[field][value] += claims
    elif len(shared.missed) == 1 and (field := shared.missed[0]) in fields:
        counts[field][shared.values[fields.index(field)]] += claims


def _known(session: Session, table: Shared, asked: Sequence[Part]) -> dict[int, _Alike]:
    """Every trait or edition by its number."""
    own: defaultdict[str, list[Condition]] = defaultdict(list)
    for part in asked:
        if part.of is table:
            own[part.field].append(part.condition)
    values = _COLUMNS[table].values()
    rows = rows_of(session, select(table.number, *values, *(and_(*own[field]) for field in own)))
    return {
        row[0]: _Alike(
            values=tuple(str(value) for value in row[1 : len(values) + 1]),
            missed=tuple(field for field, holds in zip(own, row[len(values) + 1 :], strict=True) if not holds),
        )
        for row in rows
    }


def _traits(asked: Sequence[Part]) -> Select[*tuple[Any, ...]]:
    """Trait, state and claims in the editions that are asked for."""
    editions = numbers(Edition, asked)
    if editions is None:
        return select(Cell.trait, Cell.state, Cell.claims).where(Cell.edition == 0, Cell.trait > 0)
    found = select(Cell.trait, Cell.state, func.sum(Cell.claims))
    return found.where(Cell.edition.in_(editions), Cell.trait > 0).group_by(Cell.trait, Cell.state)


def _editions(asked: Sequence[Part], left: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """Edition and claims of the traits and states that are asked for."""
    traits = numbers(Trait, asked)
    of_all = Cell.trait == 0 if traits is None else Cell.trait.in_(traits)
    found = select(Cell.edition, func.sum(Cell.claims))
    return found.where(Cell.edition > 0, of_all, Cell.state.in_(left)).group_by(Cell.edition)


# What has to be looked for one by one


def _marked(
    session: Session, asked: Sequence[Part], left: Sequence[int], counts: Counts, named: Sequence[Field]
) -> tuple[int, dict[Field, Counter[int]]]:
    """The same from the marks, with what is to be `named`, unless it is chosen and found sooner by itself.

    One pass for all and for the states that are not seen, and one more for each facet with a choice; with words that
    have to be looked for, one pass for everything.
    """
    by_words, chosen = any(part.field == WORDS for part in asked), {part.field for part in asked}
    wanted = {field: number for field, number in _NUMBERS.items() if field in named or field not in _NAMED}
    others = [number for number in dict.fromkeys(wanted.values()) if number is not Mark.edition]
    once = (
        Tally(numbers=(EDITION_AND_STATE, *others), left=left),
        Tally(numbers=(Mark.state,), left=sorted(STATE_OF.keys() - set(left))),
    )
    each = {
        field: Tally(numbers=(number,), left=left, without=field)
        for field, number in wanted.items()
        if field in chosen and (by_words or field not in _NAMED)
    }
    passes = [(*once, *each.values())] if by_words else [once, *((one,) for one in each.values())]
    (by_both, *each_other), (unseen,), *own = (tally for one in passes for tally in tallied(session, asked, *one))
    by_edition, by_state = Counter[int](), Counter[int]()
    states = len(MarkState)
    for both, claims in by_both.items():
        by_edition[both // states] += claims
        by_state[both % states] += claims
    tallies = {Mark.edition: by_edition, **dict(zip(others, each_other, strict=True))}
    found = {field: tallies[number] for field, number in wanted.items()}
    found |= {field: tally[0] for field, tally in zip(each, own, strict=True)}
    for table, fields in _COLUMNS.items():
        for shared, *values in rows_of(session, select(table.number, *fields.values())):
            for field, value in zip(fields, values, strict=True):
                if claims := found[field][shared]:
                    counts[field][value] += claims
    for state, claims in (by_state + unseen).items():
        if state in STATE_OF:
            counts[STATES][STATE_OF[state]] += claims
    if Field.TOPIC in found:
        found[Field.TOPIC] = names.of_sets(session, found[Field.TOPIC])
    return by_state.total(), {field: found[field] for field in named if field in each or field not in chosen}

"""Counts beside the claims grid, in SQL: of the cells that claims are alike in, or of the marks that a filter finds."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.listing import ClaimFacets, ClaimFilter
from app.domain.narrowing import Field
from app.store.claim_lists import names
from app.store.claim_lists.conditions import WORDS, Condition, Part, Shared, numbers
from app.store.claim_lists.counts import pieces, ranked
from app.store.claim_lists.filters import KINDS, STATES, parts, shown
from app.store.claim_lists.tallies import Tally, tallied
from app.store.mark_states import STATES as STATE_OF, shown_in
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
}
_COLUMNS: dict[Shared, dict[str, InstrumentedAttribute[str]]] = {Trait: _OF_TRAIT, Edition: _OF_EDITION}
Counts = defaultdict[str, Counter[str]]


def of(session: Session, narrowed: ClaimFilter, *, topics: bool = True) -> ClaimFacets:
    """Counts over what a filter leaves; the total is of all claims in the states that are shown by default or asked.

    Without `topics` these are not counted, which takes longest in a large project: see `names.topics`.
    """
    counts: Counts = defaultdict(Counter)
    of_speakers = Counter[int]()
    matching = 0
    for piece in pieces(narrowed):
        asked, left = list(parts(piece)), shown(piece)
        counts.pop(Field.YEAR, None)  # which every piece counts in all years
        by_speaker: Counter[int] | None = None
        if any(part.of is Mark for part in asked):
            by_speaker, claims = _marked(session, asked, left, counts)
        else:
            claims = _shared(session, asked, left, counts)
        if by_speaker is None:
            others = [part for part in asked if part.field != Field.SPEAKER]
            by_speaker = names.speakers(session, others, left)
        of_speakers += by_speaker
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
        speakers=names.named(session, of_speakers),
        stances=most[Field.STANCE],
        outlets=most[Field.OUTLET],
        topics=names.topics(session, narrowed, matching) if topics else (),
        years=tuple(sorted(most[Field.YEAR], key=lambda facet: facet.value, reverse=True)),
    )


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
    for trait, state, claims in session.execute(_traits(asked)):
        by_state[state] += 0 if known[Trait][trait].missed else claims
        by_trait[trait] += claims if state in left else 0
    for edition, claims in session.execute(_editions(asked, left)):
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
    rows = session.execute(select(table.number, *values, *(and_(*own[field]) for field in own)))
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
    session: Session, asked: Sequence[Part], left: Sequence[int], counts: Counts
) -> tuple[Counter[int] | None, int]:
    """The same from the marks, with the speakers, unless these are chosen and found sooner by themselves.

    One pass for all and for the states that are not seen, and one more for each facet with a choice; with words that
    have to be looked for, one pass for everything.
    """
    by_words, chosen = any(part.field == WORDS for part in asked), {part.field for part in asked}
    once = (
        Tally(numbers=(Mark.trait, Mark.edition, Mark.state, Mark.speaker), left=left),
        Tally(numbers=(Mark.state,), left=sorted(STATE_OF.keys() - set(left))),
    )
    each = {
        field: Tally(numbers=(number,), left=left, without=field)
        for field, number in _NUMBERS.items()
        if field in chosen and (by_words or field != Field.SPEAKER)
    }
    passes = [(*once, *each.values())] if by_words else [once, *((one,) for one in each.values())]
    found = [tally for one in passes for tally in tallied(session, asked, *one)]
    (by_trait, by_edition, by_state, by_speaker), (unseen,) = found[:2]
    of_field = {field: tally[0] for field, tally in zip(each, found[2:], strict=True)}
    for table, all_of in ((Trait, by_trait), (Edition, by_edition)):
        known = _known(session, table, ())
        for at, field in enumerate(_COLUMNS[table]):
            for number, claims in of_field.get(field, all_of).items():
                counts[field][known[number].values[at]] += claims
    for state, claims in (by_state + unseen).items():
        if state in STATE_OF:
            counts[STATES][STATE_OF[state]] += claims
    if Field.SPEAKER not in chosen:
        return by_speaker, by_state.total()
    return of_field.get(Field.SPEAKER), by_state.total()

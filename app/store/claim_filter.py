"""What the claims grid is narrowed to, as conditions in SQL."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, false, func, not_, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.domain.basis import BasisKind
from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter
from app.domain.narrowing import PER, Between, Chosen, Field
from app.store import claim_terms, full_text, words
from app.store.standing import LISTED, WAITS
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic

WORDS_IN = ("sentence", "speaker", "title", "outlet", "author")
NEAR_IN = ("near", "title")
KINDS, STATES, BETWEEN = "kinds", "states", "between"
Condition = ColumnElement[bool]


def conditions(narrowed: ClaimFilter, *, without: str = "") -> list[Condition]:
    """The conditions of a filter on claims; `without` leaves one of its fields out: `KINDS`, `STATES`, a `Field`."""
    return [one for field, one in _each(narrowed) if field != without]


def is_narrowed_by(narrowed: ClaimFilter, field: str) -> bool:
    """Whether a filter has a condition on this field."""
    return any(one == field for one, _ in _each(narrowed))


def _each(narrowed: ClaimFilter) -> Iterator[tuple[str, Condition]]:
    yield STATES, _in_states(narrowed.states)
    if narrowed.article_id is None:
        yield "listed", LISTED
    if query := words.query(narrowed.words, WORDS_IN):
        yield "words", StoredClaim.number.in_(full_text.rows_of("claim_words", query))
    for typed in narrowed.without_words:
        if query := words.query(typed, WORDS_IN):
            yield "without_words", StoredClaim.number.not_in(full_text.rows_of("claim_words", query))
    if narrowed.kinds:
        yield KINDS, StoredClaim.kind.in_(sorted(narrowed.kinds))
    if narrowed.topic_id is not None:
        filed = select(Filing.claim_id).where(Filing.topic_id == narrowed.topic_id).correlate(None)
        yield "topic_id", StoredClaim.claim_id.in_(filed)
    if narrowed.article_id is not None:
        yield "article_id", StoredClaim.article_id == narrowed.article_id
    for chosen in narrowed.chosen:
        yield chosen.field, _chosen(chosen)
    if narrowed.between:
        yield BETWEEN, _reaching(narrowed.between)
    if narrowed.after:
        yield "after", _published(StoredArticle.published >= narrowed.after)
    if narrowed.before:
        yield "before", _published(StoredArticle.published < narrowed.before)


def _in_states(states: frozenset[State]) -> Condition:
    """All that is shown by default; else only those wait that can be decided, not what a newer version replaced."""
    if states >= ClaimFilter().states:
        return StoredClaim.state.in_(sorted(states))
    return or_(StoredClaim.state.in_(sorted(states - {State.WAITING})), WAITS if State.WAITING in states else false())


def _chosen(chosen: Chosen) -> Condition:
    any_of = or_(*(_is(chosen.field, value) for value in chosen.values))
    return func.coalesce(not_(any_of), true()) if chosen.excluded else any_of


def _is(field: Field, value: str) -> Condition:
    match field:
        case Field.BASIS:
            return claim_terms.basis.like(f"{PER}%") if value == BasisKind.RATE else claim_terms.basis == value
        case Field.PRICE if ":" in value or not value:
            return claim_terms.price == value
        case Field.PRICE:
            return or_(claim_terms.price == value, claim_terms.price.like(f"{value}:%"))
        case Field.PER:
            return claim_terms.per_what.is_(None) if not value else claim_terms.per_what.collate("NOCASE") == value
        case Field.SPEAKER:
            return _named(StoredClaim.speaker, value)
        case Field.UNIT:
            return _named(StoredClaim.unit, value)
        case Field.OUTLET:
            return _of_article(_named(StoredArticle.outlet, value))
        case Field.TOPIC:
            return _filed(value)
        case Field.ARTICLE:
            return _of_article(or_(StoredArticle.article_id == value, _named(StoredArticle.title, value)))
        case Field.YEAR:
            return _when(value)
        case Field.EDITED:
            return StoredClaim.edited_at.is_not(None)
        case Field.STANCE:
            return StoredClaim.stance.is_(value or None)
        case Field.CONFIDENCE:
            return StoredClaim.confidence == value


def _named(column: InstrumentedAttribute[Any], value: str) -> Condition:
    """A whole name where some row has it, else every name with this part; NULL where nothing is typed."""
    if not value:
        return column.is_(None)
    table = aliased(column.class_)
    whole = exists().where(getattr(table, column.key).collate("NOCASE") == value)
    return or_(column.collate("NOCASE") == value, and_(not_(whole), column.contains(value, autoescape=True)))


def _of_article(condition: Condition) -> Condition:
    return StoredClaim.article_id.in_(select(StoredArticle.article_id).where(condition).correlate(None))


def _published(condition: Condition) -> Condition:
    return _of_article(condition)


def _when(value: str) -> Condition:
    start, _, end = value.partition("/")
    if not start:
        return _published(StoredArticle.published.is_(None))
    return _published(and_(StoredArticle.published >= start, StoredArticle.published < end))


def _filed(name: str) -> Condition:
    under: Select[Any] = select(Filing.claim_id).correlate(None)
    if name:
        under = under.join(StoredTopic, StoredTopic.topic_id == Filing.topic_id).where(_named(StoredTopic.name, name))
        return StoredClaim.claim_id.in_(under)
    return StoredClaim.claim_id.not_in(under)


def _reaching(stretches: tuple[Between, ...]) -> Condition:
    """All stretches of one kind, and any of the kinds; what is excluded narrows whatever is asked for."""
    kinds = dict.fromkeys(one.kind for one in stretches if not one.excluded)
    asked = [
        and_(StoredClaim.kind == kind, *(_reaches(one) for one in stretches if one.kind is kind and not one.excluded))
        for kind in kinds
    ]
    out = [
        func.coalesce(not_(and_(StoredClaim.kind == one.kind, _reaches(one))), true())
        for one in stretches
        if one.excluded
    ]
    return and_(or_(*asked) if asked else true(), *out)


def _reaches(one: Between) -> Condition:
    low, high = claim_terms.ends(Kind(one.kind))
    parts: list[Condition] = []
    if one.low is not None:
        parts.append(high > float(one.low) if one.past_low else high >= float(one.low))
    if one.high is not None:
        parts.append(low < float(one.high) if one.past_high else low <= float(one.high))
    if one.unit is not None:
        parts.append(StoredClaim.unit == one.unit)
    return and_(*parts)

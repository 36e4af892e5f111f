"""Lists of claims as their row numbers in order, sorted and narrowed in SQL: all of them, or at once the first."""

from array import array
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, asc, desc, func, select
from sqlalchemy.orm import Session

from app.domain.claim import Confidence, State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store import vicinity
from app.store.claim_lists import filters
from app.store.claim_lists.conditions import SHARED, on_marks
from app.store.claim_lists.counts import MANY, matching
from app.store.claim_lists.filters import shown
from app.store.mark_states import OF_STATE
from app.store.provenance import CURRENT, LISTED, ORIGIN
from app.store.row_numbers import NUMBERS, gathered, pages
from app.store.tables import Filing, Mark, SpeakerName, StoredArticle, StoredClaim, StoredTopic, Trait

Turn = Callable[[Any], ColumnElement[Any]]
_TOPIC = (
    select(func.min(func.lower(StoredTopic.name)))
    .join(Filing, Filing.topic_id == StoredTopic.topic_id)
    .where(Filing.claim_id == StoredClaim.claim_id)
    .scalar_subquery()
)
_PRINTED = (
    select(StoredClaim.same_key, func.count(ORIGIN.distinct()).label("origins"))
    .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
    .where(StoredClaim.state != State.REJECTED, CURRENT)
    .group_by(StoredClaim.same_key)
    .subquery("printed")
)
_OF_ARTICLES: dict[ClaimOrder, tuple[ColumnElement[Any], ...]] = {
    ClaimOrder.PUBLISHED: (StoredArticle.published.expression,),
    ClaimOrder.OUTLET: (StoredArticle.outlet.collate("NOCASE"),),
    ClaimOrder.TITLE: (func.lower(func.coalesce(StoredArticle.title, StoredArticle.source_name)),),
    ClaimOrder.TEXT: (),
}
"""What articles are sorted by; their claims follow in the order of the text."""
_OF_CLAIMS: dict[ClaimOrder, tuple[ColumnElement[Any], ...]] = {
    ClaimOrder.UNIT: (func.lower(func.nullif(Trait.unit, "")),),
    ClaimOrder.BASIS: (func.nullif(Trait.basis, ""), func.nullif(Trait.price, "")),
    ClaimOrder.STANCE: (func.nullif(Trait.stance, ""),),
    ClaimOrder.ORIGINS: (_PRINTED.c.origins,),
    ClaimOrder.TOPIC: (_TOPIC,),
}
"""What no index is kept for: few sort by it, and it takes a second or two in the largest projects."""
NO_INDEX = frozenset({*_OF_CLAIMS, ClaimOrder.HIGH, ClaimOrder.TITLE})
"""Orders whose first claims are known only with the last."""


def numbers(session: Session, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool) -> "array[int]":
    """The claims that the filter leaves; equals in the order of the text, what is not stated last either way."""
    asked = list(filters.parts(narrowed))
    # Where most claims are left, passing the others over is quicker than sorting.
    most = all(part.of is not Mark for part in asked) and matching(session, asked, shown(narrowed)) > MANY
    return gathered(session, stretches(narrowed, order, descending=descending, along=most and order in _OF_ARTICLES))


def ids(session: Session, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool) -> list[str]:
    """The same as text ids."""
    named = ids_of(session, found := numbers(session, narrowed, order, descending=descending))
    return [named[number] for number in found]


def ids_of(session: Session, wanted: Sequence[int]) -> dict[int, str]:
    """The id of each number; those that are gone are left out."""
    named: dict[int, str] = {}
    for page in pages(wanted):
        found = select(StoredClaim.number, StoredClaim.claim_id).where(StoredClaim.number.in_(page))
        named.update((number, claim_id) for number, claim_id in session.execute(found))
    return named


def numbers_of(session: Session, claim_ids: Sequence[str]) -> "array[int]":
    """The number of each id, in the order asked for; one that is gone is left out."""
    numbered: dict[str, int] = {}
    for page in pages(claim_ids):
        found = select(StoredClaim.claim_id, StoredClaim.number).where(StoredClaim.claim_id.in_(page))
        numbered.update((claim_id, number) for claim_id, number in session.execute(found))
    return array(NUMBERS, (numbered[one] for one in claim_ids if one in numbered))


def stretches(
    narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool, along: bool = False
) -> Iterator[Select[Any]]:
    """Statements that give the claims one after another, each in an order of its own.

    `along` the index that has the order, whatever is passed over on the way; else as SQLite likes, which sorts the
    claims that a filter leaves where these are few.
    """
    conditions = filters.conditions(narrowed)
    turn, last = _turn(descending=descending)
    if order in (ClaimOrder.VALUE, ClaimOrder.HIGH, ClaimOrder.KIND):
        yield from _by_kind(narrowed, order, descending=descending, along=along)
        return
    along = along or narrowed == ClaimFilter()
    if order in _OF_ARTICLES:
        yield of_articles(along=along).where(*conditions).order_by(*by_article(order, descending=descending))
    elif order is ClaimOrder.DECIDED:
        decided, claims = StoredClaim.decided_at, _of_claims(along=along).where(*conditions)
        yield claims.where(decided.is_not(None)).order_by(turn(decided), last(StoredClaim.number))
        yield claims.where(decided.is_(None)).order_by(StoredClaim.number)
    elif order is ClaimOrder.STATE:
        left = shown(narrowed)
        for of_state in list(OF_STATE.values())[:: -1 if descending else 1]:
            if some := [state for state in of_state if state in left]:
                there = on_marks(filters.parts(narrowed), some, leading=() if along else SHARED)
                yield _MARKS.where(*there).order_by(Mark.claim)
    elif order is ClaimOrder.CONFIDENCE:
        there = on_marks(filters.parts(narrowed), shown(narrowed), leading=() if along else SHARED)
        for sureness in range(len(Confidence))[:: -1 if descending else 1]:
            yield _MARKS.where(Mark.sureness == sureness, *there).order_by(Mark.claim)
    elif order is ClaimOrder.SPEAKER:
        yield named(descending=descending).where(*conditions)
        yield _MARKS.where(Mark.speaker == 0, *conditions).order_by(Mark.claim)
    else:
        yield _sorted(order, turn).where(*conditions)


def _by_kind(narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool, along: bool) -> Iterator[Select[Any]]:
    """Values of different kinds have no order among each other: first one kind, then the next."""
    conditions, by_kind = filters.conditions(narrowed), order is ClaimOrder.KIND
    turn = _falling if descending and not by_kind else _rising
    for kind in list(Kind)[:: -1 if by_kind and descending else 1]:
        if narrowed.kinds and kind not in narrowed.kinds:
            continue
        if along:
            of_kind = _of_claims(along=True).where(StoredClaim.kind == kind)
            yield of_kind.where(*conditions).order_by(turn(StoredClaim.value_low), StoredClaim.number)
        else:
            # To sort marks, which have the same values, is faster than to look one up for each claim.
            of_kind = _MARKS.where(Mark.trait.in_(select(Trait.number).where(Trait.kind == kind)), *conditions)
            ends = (Mark.high, Mark.low) if order is ClaimOrder.HIGH else (Mark.low,)
            yield of_kind.order_by(*map(turn, ends), Mark.claim)


def named(*, descending: bool) -> Select[Any]:
    """The marks of what somebody is named for, by the name."""
    turn, _ = _turn(descending=descending)
    found = _MARKS.join(SpeakerName, SpeakerName.number == Mark.speaker).where(Mark.speaker > 0)
    return found.order_by(turn(func.lower(SpeakerName.name)), Mark.claim)


def by_article(order: ClaimOrder, *, descending: bool) -> list[ColumnElement[Any]]:
    """By what articles are sorted by, their claims in the order of the text."""
    turn, last = _turn(descending=descending)
    return [
        *map(turn, _OF_ARTICLES[order]),
        last(StoredArticle.number),
        *(StoredClaim.char_start.expression, StoredClaim.number.expression),
    ]


def _turn(*, descending: bool) -> tuple[Turn, Turn]:
    """What sorts by what may not be stated, which comes last either way, and by what always is."""
    return (_falling, desc) if descending else (_rising, asc)


def _rising(key: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = key.asc().nulls_last()
    return found


def _falling(key: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = key.desc().nulls_last()
    return found


_MARKS = select(Mark.claim.label("number"))


def of_articles(*, along: bool) -> Select[Any]:
    """Articles, their claims as an index has them in the order of the text, their marks."""
    article_id = _AFTER_ARTICLE if along else StoredArticle.article_id
    found = select(StoredClaim.number).select_from(StoredArticle)
    return _marked(found.join(StoredClaim, StoredClaim.article_id == article_id), along=along)


def _of_claims(*, along: bool) -> Select[Any]:
    return _marked(select(StoredClaim.number), along=along)


def _marked(claims: Select[Any], *, along: bool) -> Select[Any]:
    return claims.join(Mark, Mark.claim == (_AFTER_CLAIM if along else StoredClaim.number))


# What is reckoned leads SQLite to no index of its own table, which is therefore read first.
_AFTER_ARTICLE: ColumnElement[str] = StoredArticle.article_id.concat("")
_AFTER_CLAIM: ColumnElement[int] = StoredClaim.number + 0


def _sorted(order: ClaimOrder, turn: Turn) -> Select[Any]:
    """Marks with what they are sorted by, where no index has the order."""
    found = _MARKS.order_by(*map(turn, _OF_CLAIMS[order]), Mark.claim)
    match order:
        case ClaimOrder.ORIGINS:
            claim = found.join(StoredClaim, StoredClaim.number == Mark.claim)
            return claim.outerjoin(_PRINTED, _PRINTED.c.same_key == StoredClaim.same_key)
        case ClaimOrder.TOPIC:
            return found.join(StoredClaim, StoredClaim.number == Mark.claim)
    return found.join(Trait, Trait.number == Mark.trait)


def near(session: Session, terms: Sequence[str], kind: Kind | None) -> list[tuple[str, Kind]]:
    """The claims near which a term stands with their kinds, the rejected left out, best first."""
    of_kind = () if kind is None else (StoredClaim.kind == kind,)
    return _with_kinds(session, vicinity.with_any(session, terms, *_COUNTS, *of_kind))


def conversing(session: Session, names: Sequence[str]) -> list[tuple[str, Kind]]:
    """The claims of the conversations that hold most of the names, with their kinds, the rejected left out."""
    return _with_kinds(session, vicinity.conversing(session, names, *_COUNTS))


_COUNTS = (StoredClaim.state != State.REJECTED, LISTED)


def _with_kinds(session: Session, found: Sequence[str]) -> list[tuple[str, Kind]]:
    kinds: dict[str, Kind] = {}
    for page in pages(found):
        read = select(StoredClaim.claim_id, StoredClaim.kind).where(StoredClaim.claim_id.in_(page))
        kinds.update((claim_id, Kind(one)) for claim_id, one in session.execute(read))
    return [(claim_id, kinds[claim_id]) for claim_id in found]

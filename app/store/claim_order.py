"""Lists of claims as their row numbers in order, sorted and narrowed in SQL: all of them, or at once the first."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, asc, case, desc, func, or_, select
from sqlalchemy.orm import Session

from app.domain.claim import Confidence, State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.domain.queue import QueueOrder
from app.store import claim_filter, full_text, vicinity, words
from app.store.row_numbers import NUMBERS, gathered, pages
from app.store.standing import CURRENT, LISTED, ORIGIN, WAITING
from app.store.tables import Filed, Filing, Mark, SpeakerName, StoredArticle, StoredClaim, StoredTopic, Trait

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
    ClaimOrder.SPEAKER: (func.lower(SpeakerName.name),),
    ClaimOrder.UNIT: (func.lower(func.nullif(Trait.unit, "")),),
    ClaimOrder.BASIS: (func.nullif(Trait.basis, ""), func.nullif(Trait.price, "")),
    ClaimOrder.STANCE: (func.nullif(Trait.stance, ""),),
    ClaimOrder.ORIGINS: (_PRINTED.c.origins,),
    ClaimOrder.TOPIC: (_TOPIC,),
}
"""What no index is kept for: few sort by it, and it takes a second or two in the largest projects."""
_STANDINGS = ((0, 3, 4), (1, 5), (2, 6))
"""`Mark.standing` of what waits, is accepted, is rejected, whatever a newer version made of it."""


def numbers(session: Session, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool) -> "array[int]":
    """The claims that the filter leaves; equals in the order of the text, what is not stated last either way."""
    return gathered(session, _stretches(narrowed, order, descending=descending))


def head(
    session: Session, narrowed: ClaimFilter, order: ClaimOrder, count: int, *, descending: bool
) -> "array[int] | None":
    """The first of them, read along an index as far as need be; None for an order that has none.

    None too for words that few claims have: all of these are found and sorted before so many others are passed over.
    """
    if order in _OF_CLAIMS or order is ClaimOrder.HIGH:
        return None
    query = words.query(narrowed.words, claim_filter.WORDS_IN)
    if query and (session.scalar(full_text.count("claim_words", query, _RARE)) or 0) < _RARE:
        return None
    found = array(NUMBERS)
    for stretch in _stretches(narrowed, order, descending=descending, along=True):
        found.extend(session.scalars(stretch.limit(count - len(found))))
        if len(found) == count:
            break
    return found


_RARE = 10_000
"""Claims that have a word from which the first are found sooner than all are sorted."""
_QUEUES: dict[QueueOrder, tuple[ClaimOrder, bool]] = {
    QueueOrder.TEXT: (ClaimOrder.TEXT, False),
    QueueOrder.NEWEST: (ClaimOrder.PUBLISHED, True),
    QueueOrder.UNSURE: (ClaimOrder.CONFIDENCE, True),
}


def waiting(session: Session, order: QueueOrder, stakes: Mapping[str, int]) -> "array[int]":
    """The claims that wait for a decision; those with a stake come before all others, the lowest first."""
    sorted_by, descending = _QUEUES.get(order, (ClaimOrder.TEXT, False))
    found = numbers(session, ClaimFilter(states=frozenset({State.WAITING})), sorted_by, descending=descending)
    if order is not QueueOrder.VERDICT:
        return found
    by_stake = numbers_of(session, sorted(stakes, key=stakes.__getitem__))
    by_topic = session.scalars(
        select(Filed.claim).join(Mark, Mark.claim == Filed.claim).where(Mark.standing == WAITING)
        .group_by(Filed.claim).order_by(func.min(Filed.topic), Mark.article, Filed.claim)
    )  # fmt: skip
    first = dict.fromkeys((*by_stake, *by_topic))
    return array(NUMBERS, first) + array(NUMBERS, (number for number in found if number not in first))


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


def _stretches(
    narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool, along: bool = False
) -> Iterator[Select[Any]]:
    """Statements that give the claims one after another, each in an order of its own.

    `along` the index that has the order, whatever is passed over on the way; else as SQLite likes, which sorts the
    claims that a filter leaves where these are few.
    """
    conditions = claim_filter.conditions(narrowed)
    turn, last = (_falling, desc) if descending else (_rising, asc)
    if order in (ClaimOrder.VALUE, ClaimOrder.HIGH, ClaimOrder.KIND):
        yield from _by_kind(narrowed, order, descending=descending, along=along)
        return
    along = along or len(conditions) == 1  # states alone leave most claims
    if order in _OF_ARTICLES:
        by = [*map(turn, _OF_ARTICLES[order]), last(StoredArticle.number)]
        yield _of_articles(along=along).where(*conditions).order_by(*by, StoredClaim.char_start, StoredClaim.number)
    elif order is ClaimOrder.DECIDED:
        decided, claims = StoredClaim.decided_at, _of_claims(along=along).where(*conditions)
        yield claims.where(decided.is_not(None)).order_by(turn(decided), last(StoredClaim.number))
        yield claims.where(decided.is_(None)).order_by(StoredClaim.number)
    elif order is ClaimOrder.STATE:
        for place in _STANDINGS[:: -1 if descending else 1]:
            yield _MARKS.where(Mark.standing.in_(place), *conditions).order_by(Mark.claim)
    elif order is ClaimOrder.CONFIDENCE:
        for sureness in range(len(Confidence))[:: -1 if descending else 1]:
            yield _MARKS.where(Mark.sureness == sureness, *conditions).order_by(Mark.claim)
    else:
        yield _sorted(order, turn).where(*conditions)


def _by_kind(narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool, along: bool) -> Iterator[Select[Any]]:
    """Values of different kinds have no order among each other: first one kind, then the next."""
    conditions, by_kind = claim_filter.conditions(narrowed), order is ClaimOrder.KIND
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


def _rising(key: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = key.asc().nulls_last()
    return found


def _falling(key: Any) -> ColumnElement[Any]:
    found: ColumnElement[Any] = key.desc().nulls_last()
    return found


_MARKS = select(Mark.claim.label("number"))


def _of_articles(*, along: bool) -> Select[Any]:
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


def _sorted(order: ClaimOrder, turn: Callable[[Any], ColumnElement[Any]]) -> Select[Any]:
    """Marks with what they are sorted by, where no index has the order."""
    found = _MARKS.order_by(*map(turn, _OF_CLAIMS[order]), Mark.claim)
    match order:
        case ClaimOrder.SPEAKER:
            return found.outerjoin(SpeakerName, SpeakerName.number == Mark.speaker)
        case ClaimOrder.ORIGINS:
            claim = found.join(StoredClaim, StoredClaim.number == Mark.claim)
            return claim.outerjoin(_PRINTED, _PRINTED.c.same_key == StoredClaim.same_key)
        case ClaimOrder.TOPIC:
            return found.join(StoredClaim, StoredClaim.number == Mark.claim)
    return found.join(Trait, Trait.number == Mark.trait)


def count(session: Session, narrowed: ClaimFilter) -> int:
    """How many claims the filter leaves."""
    found = select(func.count()).select_from(Mark).where(*claim_filter.conditions(narrowed))
    return session.scalar(found) or 0


def recent(session: Session, count: int) -> list[tuple[str, str, str]]:
    """Claim, what was done to it last (accepted, rejected, edited) and when, newest first."""
    newest = [
        select(StoredClaim.number)
        .where(at.is_not(None), LISTED)
        .order_by(at.desc(), StoredClaim.number.desc())
        .limit(count)
        for at in (StoredClaim.decided_at, StoredClaim.edited_at)
    ]
    candidates = or_(*(StoredClaim.number.in_(numbers.scalar_subquery()) for numbers in newest))
    decided, edited = func.coalesce(StoredClaim.decided_at, ""), func.coalesce(StoredClaim.edited_at, "")
    at = func.max(decided, edited)
    what = case((edited > decided, "edited"), else_=StoredClaim.state)
    found = select(StoredClaim.claim_id, what, at).where(candidates).order_by(at.desc(), StoredClaim.number.desc())
    return [(row[0], row[1], row[2]) for row in session.execute(found.limit(count))]


def near(session: Session, terms: Sequence[str], kind: Kind | None) -> list[tuple[str, Kind]]:
    """The claims near which a term stands with their kinds, the rejected left out, best first."""
    of_kind = () if kind is None else (StoredClaim.kind == kind,)
    found = vicinity.with_any(session, terms, StoredClaim.state != State.REJECTED, LISTED, *of_kind)
    kinds: dict[str, Kind] = {}
    for page in pages(found):
        read = select(StoredClaim.claim_id, StoredClaim.kind).where(StoredClaim.claim_id.in_(page))
        kinds.update((claim_id, Kind(one)) for claim_id, one in session.execute(read))
    return [(claim_id, kinds[claim_id]) for claim_id in found]

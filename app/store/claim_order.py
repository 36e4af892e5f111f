"""Lists of claims as ids in order, sorted and narrowed in SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, column, func, or_, select, table
from sqlalchemy.orm import Session

from app.domain.claim import Confidence, State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store import claim_filter, claim_terms, full_text, words
from app.store.standing import CURRENT, LISTED, ORIGIN
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic

_STATE_PLACE = case((StoredClaim.state == State.WAITING, 0), (StoredClaim.state == State.ACCEPTED, 1), else_=2)
_KIND_PLACE = case({kind.value: at for at, kind in enumerate(Kind)}, value=StoredClaim.kind)
_SURENESS = case({one.value: at for at, one in enumerate(Confidence)}, value=StoredClaim.confidence)
_LOW, _HIGH = claim_terms.sorted_ends()
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
_SORTED_BY: dict[ClaimOrder, tuple[ColumnElement[Any], ...]] = {
    ClaimOrder.PUBLISHED: (StoredArticle.published.expression,),
    ClaimOrder.VALUE: (_LOW, _HIGH),
    ClaimOrder.HIGH: (_HIGH, _LOW),
    ClaimOrder.OUTLET: (func.lower(StoredArticle.outlet),),
    ClaimOrder.SPEAKER: (func.lower(StoredClaim.speaker),),
    ClaimOrder.STATE: (_STATE_PLACE,),
    ClaimOrder.TEXT: (StoredArticle.number.expression, StoredClaim.char_start.expression),
    ClaimOrder.KIND: (_KIND_PLACE,),
    ClaimOrder.UNIT: (func.lower(StoredClaim.unit),),
    ClaimOrder.BASIS: (func.nullif(claim_terms.basis, ""), func.nullif(claim_terms.price, "")),
    ClaimOrder.STANCE: (StoredClaim.stance.expression,),
    ClaimOrder.ORIGINS: (_PRINTED.c.origins,),
    ClaimOrder.TITLE: (func.lower(func.coalesce(StoredArticle.title, StoredArticle.source_name)),),
    ClaimOrder.TOPIC: (_TOPIC,),
    ClaimOrder.CONFIDENCE: (_SURENESS,),
    ClaimOrder.DECIDED: (StoredClaim.decided_at.expression,),
}
_TEXT_ORDER = (StoredArticle.number, StoredClaim.char_start, StoredClaim.number)


def ids(session: Session, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool) -> list[str]:
    """The claims that the filter leaves; equals in the order of the text, what is not stated last either way."""
    by = [key.desc().nulls_last() if descending else key.asc().nulls_last() for key in _SORTED_BY[order]]
    if order in (ClaimOrder.VALUE, ClaimOrder.HIGH):
        # Values of different kinds have no order among each other: first one kind, then the next.
        by.insert(0, _KIND_PLACE.asc())
    found = _claims().where(*claim_filter.conditions(narrowed)).order_by(*by, *_TEXT_ORDER)
    if order is ClaimOrder.ORIGINS:
        found = found.outerjoin(_PRINTED, _PRINTED.c.same_key == StoredClaim.same_key)
    return list(session.scalars(found))


def count(session: Session, narrowed: ClaimFilter) -> int:
    """How many claims the filter leaves."""
    found = select(func.count()).select_from(StoredClaim).where(*claim_filter.conditions(narrowed))
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
    query = words.any_of(terms, claim_filter.NEAR_IN)
    if query is None:
        return []
    index = table("claim_words", column("rowid"), column("rank"))
    found = (
        select(StoredClaim.claim_id, StoredClaim.kind)
        .join(index, index.c.rowid == StoredClaim.number)
        .where(full_text.matches("claim_words", query), StoredClaim.state != State.REJECTED, LISTED)
        .order_by(index.c.rank, StoredClaim.number)
    )
    if kind is not None:
        found = found.where(StoredClaim.kind == kind)
    return [(claim_id, Kind(found_kind)) for claim_id, found_kind in session.execute(found)]


def _claims() -> Select[Any]:
    return select(StoredClaim.claim_id).join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)

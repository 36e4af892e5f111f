"""Lists of claims as ids in order, sorted and narrowed in SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, column, exists, func, or_, select, table
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store import claim_filter, full_text, words
from app.store.tables import Filing, StoredArticle, StoredClaim

_STATE_PLACE = case((StoredClaim.state == State.WAITING, 0), (StoredClaim.state == State.ACCEPTED, 1), else_=2)
_SORTED_BY: dict[ClaimOrder, tuple[ColumnElement[Any], ...]] = {
    ClaimOrder.PUBLISHED: (StoredArticle.published.expression,),
    ClaimOrder.VALUE: (StoredClaim.value_low.expression, StoredClaim.value_high.expression),
    ClaimOrder.OUTLET: (func.lower(StoredArticle.outlet),),
    ClaimOrder.SPEAKER: (func.lower(StoredClaim.speaker),),
    ClaimOrder.STATE: (_STATE_PLACE,),
    ClaimOrder.TEXT: (StoredArticle.number.expression, StoredClaim.char_start.expression),
}
_TEXT_ORDER = (StoredArticle.number, StoredClaim.char_start, StoredClaim.number)


def ids(session: Session, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool) -> list[str]:
    """The claims that the filter leaves; equals in the order of the text, what is not stated last either way."""
    by = [key.desc().nulls_last() if descending else key.asc().nulls_last() for key in _SORTED_BY[order]]
    found = _claims().where(*claim_filter.conditions(narrowed)).order_by(*by, *_TEXT_ORDER)
    return list(session.scalars(found))


def queue(session: Session) -> list[str]:
    """The waiting claims: those of topics first, then article by article in the order of the text."""
    filed = exists().where(Filing.claim_id == StoredClaim.claim_id)
    waits = _claims().where(StoredClaim.state == State.WAITING)
    return list(session.scalars(waits.order_by(filed.desc(), *_TEXT_ORDER)))


def waiting(session: Session) -> int:
    """How many claims wait."""
    return session.scalar(select(func.count()).where(StoredClaim.state == State.WAITING)) or 0


def recent(session: Session, count: int) -> list[tuple[str, str, str]]:
    """Claim, what was done to it last (accepted, rejected, edited) and when, newest first."""
    newest = [
        select(StoredClaim.number).where(at.is_not(None)).order_by(at.desc(), StoredClaim.number.desc()).limit(count)
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
        .where(full_text.matches("claim_words", query), StoredClaim.state != State.REJECTED)
        .order_by(index.c.rank, StoredClaim.number)
    )
    if kind is not None:
        found = found.where(StoredClaim.kind == kind)
    return [(claim_id, Kind(found_kind)) for claim_id, found_kind in session.execute(found)]


def terms_near(session: Session, claim_id: str, terms: Sequence[str]) -> int:
    """How many of the terms stand near a claim."""
    number = select(StoredClaim.number).where(StoredClaim.claim_id == claim_id).scalar_subquery()
    index = table("claim_words", column("rowid"))
    queries = [query for term in terms if (query := words.any_of([term], claim_filter.NEAR_IN))]
    found = [
        session.scalar(select(index.c.rowid).where(index.c.rowid == number, full_text.matches("claim_words", query)))
        for query in queries
    ]
    return sum(row is not None for row in found)


def _claims() -> Select[Any]:
    return select(StoredClaim.claim_id).join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)

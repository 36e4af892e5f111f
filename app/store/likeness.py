"""Claims that are like one: the same figure elsewhere, and what the analyst said that like figures measure."""

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from app.domain.claim import Claim, State
from app.store.provenance import LISTED
from app.store.rows import record
from app.store.tables import Filing, StoredArticle, StoredClaim

MOST = 200
"""Claims that are looked at; the last ones say best what is meant now."""


class Likeness:
    """Looks for like claims among those that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def same(self, claim_id: str) -> list[str]:
        """The claims that print the same figure, this one too, in the order of the texts; the rejected left out."""
        own = select(StoredClaim.same_key).where(StoredClaim.claim_id == claim_id).scalar_subquery()
        found = (
            select(StoredClaim.claim_id)
            .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
            .where(StoredClaim.same_key == own, StoredClaim.state != State.REJECTED, LISTED)
            .order_by(StoredArticle.number, StoredClaim.char_start, StoredClaim.number)
        )
        return list(self._session.scalars(found.limit(MOST)))

    def marked(self, claim_id: str) -> list[Claim]:
        """Figures whose kind of basis the analyst set: the same figure, or one of its topics and unit."""
        own, other = aliased(StoredClaim), StoredClaim
        topics = select(Filing.topic_id).where(Filing.claim_id == claim_id)
        beside = select(Filing.claim_id).where(Filing.topic_id.in_(topics))
        found = (
            select(other)
            .join(own, (own.claim_id == claim_id) & (own.claim_id != other.claim_id))
            .where(
                other.edited_at.is_not(None),
                func.instr(other.edited_fields, '"basis.kind"') > 0,
                other.state != State.REJECTED,
                other.kind == own.kind,
                other.per.is_not_distinct_from(own.per),
                or_(
                    other.same_key == own.same_key,
                    other.unit.is_not_distinct_from(own.unit) & other.claim_id.in_(beside),
                ),
            )
            .order_by(other.edited_at.desc(), other.number.desc())
        )
        return [record(row).claim for row in self._session.scalars(found.limit(MOST))]

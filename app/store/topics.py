"""Topics of a project, and which claims are filed under them."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.topic import Topic
from app.store.lines import in_pages
from app.store.tables import Filing, StoredClaim, StoredTopic


class Topics:
    """The topics that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add(self, name: str, terms: Sequence[str] = (), kind: Kind = Kind.MONEY) -> Topic:
        """Keep a topic."""
        row = StoredTopic(topic_id=f"top_{ULID()}", name=name, terms=tuple(terms), kind=kind, pinned=None)
        self._session.add(row)
        self._session.flush()
        return _topic(row)

    def get(self, topic_id: str) -> Topic:
        """One topic; a `UserError` where an undo took it away."""
        return _topic(self._stored(topic_id))

    def list(self) -> list[tuple[Topic, int]]:
        """All topics with how many claims are filed under each, the rejected left out; the fullest first."""
        count = func.count(StoredClaim.number)
        found = (
            select(StoredTopic, count)
            .outerjoin(Filing, Filing.topic_id == StoredTopic.topic_id)
            .outerjoin(StoredClaim, (StoredClaim.claim_id == Filing.claim_id) & (StoredClaim.state != State.REJECTED))
            .group_by(StoredTopic.number)
            .order_by(count.desc(), StoredTopic.name)
        )
        return [(_topic(row), claims) for row, claims in self._session.execute(found)]

    def file(self, topic_id: str, claim_ids: Sequence[str]) -> int:
        """Put claims under a topic; gives how many were not there before."""
        self._stored(topic_id)
        there = {row.claim_id for row in self._filings(topic_id, claim_ids)}
        more = [claim_id for claim_id in dict.fromkeys(claim_ids) if claim_id not in there]
        self._session.add_all(Filing(topic_id=topic_id, claim_id=claim_id) for claim_id in more)
        self._session.flush()
        return len(more)

    def remove(self, topic_id: str, claim_ids: Sequence[str]) -> int:
        """Take claims out of a topic, and its pin with them if they were it; gives how many were there."""
        topic = self._stored(topic_id)
        there = self._filings(topic_id, claim_ids)
        for row in there:
            self._session.delete(row)
        if topic.pinned in claim_ids:
            topic.pinned = None
        self._session.flush()
        return len(there)

    def set_pin(self, topic_id: str, claim_id: str | None) -> None:
        """Set the claim against which the others stand."""
        self._stored(topic_id).pinned = claim_id
        self._session.flush()

    def with_kin(self, claim_id: str) -> tuple[frozenset[str], frozenset[str]]:
        """Ids of the topics that hold another claim of the same figure, and of those that hold one of its article."""
        claim = self._session.scalars(select(StoredClaim).where(StoredClaim.claim_id == claim_id)).one()
        filed = select(Filing.topic_id).join(StoredClaim, StoredClaim.claim_id == Filing.claim_id)
        others = filed.where(StoredClaim.claim_id != claim_id, StoredClaim.state != State.REJECTED)
        return (
            frozenset(self._session.scalars(others.where(StoredClaim.same_key == claim.same_key))),
            frozenset(self._session.scalars(others.where(StoredClaim.article_id == claim.article_id))),
        )

    def holding(self, claim_id: str) -> frozenset[str]:
        """Ids of the topics that the claim is filed under."""
        return frozenset(self._session.scalars(select(Filing.topic_id).where(Filing.claim_id == claim_id)))

    def _stored(self, topic_id: str) -> StoredTopic:
        row = self._session.scalar(select(StoredTopic).where(StoredTopic.topic_id == topic_id))
        if row is None:
            raise UserError(
                "There is no such topic in this project; if making it was undone, redo brings it back.",
                reason="gone",
            )
        return row

    def _filings(self, topic_id: str, claim_ids: Sequence[str]) -> Sequence[Filing]:
        of_topic = select(Filing).where(Filing.topic_id == topic_id)
        pages = [self._session.scalars(of_topic.where(Filing.claim_id.in_(page))) for page in in_pages(claim_ids)]
        return [row for page in pages for row in page]


def _topic(row: StoredTopic) -> Topic:
    return Topic(topic_id=row.topic_id, name=row.name, terms=row.terms, kind=Kind(row.kind), pinned=row.pinned)

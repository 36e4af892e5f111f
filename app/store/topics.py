"""Topics of a project, and which claims are filed under them."""

from collections.abc import Sequence
from typing import Any, TypeVar

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.figure import Kind
from app.domain.topic import Topic
from app.store import topic_words
from app.store.by_id import stored
from app.store.lines import in_pages
from app.store.mark_states import SHOWN
from app.store.tables import (
    Filing,
    Refusal,
    StoredClaim,
    StoredQuestion,
    StoredResolution,
    StoredSchedule,
    StoredTopic,
    TopicCell,
    TopicNumber,
)

_Kept = TypeVar("_Kept", Filing, Refusal)


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

    def names(self) -> dict[str, str]:
        """The names of all topics by id."""
        named = select(StoredTopic.topic_id, StoredTopic.name)
        return {row[0]: row[1] for row in self._session.execute(named)}

    def list(self) -> list[tuple[Topic, int]]:
        """All topics with how many claims are filed under each, the rejected left out; the fullest first."""
        count = func.coalesce(func.sum(TopicCell.claims), 0)
        found = (
            select(*_TOPIC, count)
            .outerjoin(TopicNumber, TopicNumber.topic_id == StoredTopic.topic_id)
            .outerjoin(TopicCell, (TopicCell.topic == TopicNumber.number) & TopicCell.state.in_(SHOWN))
            .group_by(StoredTopic.number)
            .order_by(count.desc(), StoredTopic.name)
        )
        return [(_topic(row), row[-1]) for row in self._session.execute(found)]

    def file(self, topic_id: str, claim_ids: Sequence[str]) -> int:
        """Put claims under a topic; gives how many were not there before. One that was refused is so no longer."""
        self._stored(topic_id)
        for row in self._of_claims(Refusal, topic_id, claim_ids):
            self._session.delete(row)
        there = {row.claim_id for row in self._of_claims(Filing, topic_id, claim_ids)}
        more = [claim_id for claim_id in dict.fromkeys(claim_ids) if claim_id not in there]
        self._session.add_all(Filing(topic_id=topic_id, claim_id=claim_id) for claim_id in more)
        self._session.flush()
        return len(more)

    def remove(self, topic_id: str, claim_ids: Sequence[str]) -> int:
        """Take claims out of a topic, and its pin with them if they were it; gives how many were there."""
        topic = self._stored(topic_id)
        there = self._of_claims(Filing, topic_id, claim_ids)
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

    def likely(self, claim_id: str, count: int) -> Sequence[tuple[Topic, float]]:
        """The topics that a claim may belong to with their scores, likeliest first and no more than `count`.

        Those that hold it already, compare another kind of figure, or were refused for it are left out.
        """
        kind = select(StoredClaim.kind).where(StoredClaim.claim_id == claim_id).scalar_subquery()
        filed = select(Filing.topic_id).where(Filing.claim_id == claim_id)
        refused = select(Refusal.topic_id).where(Refusal.claim_id == claim_id)
        open_to_it = select(StoredTopic.topic_id).where(
            StoredTopic.kind == kind, StoredTopic.topic_id.not_in(filed), StoredTopic.topic_id.not_in(refused)
        )
        asked = set(self._session.scalars(open_to_it))
        ranked = topic_words.ranked(self._session, claim_id) if asked else []
        first = [(topic_id, score) for topic_id, score in ranked if topic_id in asked][:count]
        rows = self._session.scalars(select(StoredTopic).where(StoredTopic.topic_id.in_([one for one, _ in first])))
        topics = {row.topic_id: _topic(row) for row in rows}
        return [(topics[topic_id], score) for topic_id, score in first]

    def refuse(self, topic_id: str, claim_id: str) -> None:
        """Keep that a claim is not of a topic, and take it out if it is there."""
        self.remove(topic_id, [claim_id])
        if self._session.get(Refusal, (topic_id, claim_id)) is None:
            self._session.add(Refusal(topic_id=topic_id, claim_id=claim_id))
        self._session.flush()

    def rename(self, topic_id: str, name: str) -> None:
        """Call a topic otherwise."""
        self._stored(topic_id).name = name
        self._session.flush()

    def set_terms(self, topic_id: str, terms: Sequence[str]) -> None:
        """Set the watch-terms of a topic."""
        self._stored(topic_id).terms = tuple(terms)
        self._session.flush()

    def set_kind(self, topic_id: str, kind: Kind) -> None:
        """Say which kind of figure a topic compares."""
        self._stored(topic_id).kind = kind
        self._session.flush()

    def merge(self, topic_id: str, into: str) -> int:
        """Move all that a topic holds into another and take it away; gives how many claims are new there.

        Watch-terms, refusals, schedules, resolutions and questions go along, and the pin where the other topic has
        none. Of two resolutions the later holds.
        """
        gone, kept = self._stored(topic_id), self._stored(into)
        claim_ids = list(self._session.scalars(select(Filing.claim_id).where(Filing.topic_id == topic_id)))
        refused = list(self._session.scalars(select(Refusal.claim_id).where(Refusal.topic_id == topic_id)))
        moved = self.file(into, claim_ids)
        held = set(self._session.scalars(select(Filing.claim_id).where(Filing.topic_id == into)))
        held.update(self._session.scalars(select(Refusal.claim_id).where(Refusal.topic_id == into)))
        self._session.add_all(Refusal(topic_id=into, claim_id=one) for one in refused if one not in held)
        terms = tuple(dict.fromkeys((*kept.terms, *gone.terms)))
        if terms != kept.terms:
            kept.terms = terms
        if kept.pinned is None:
            kept.pinned = gone.pinned
        for row in (
            *self._session.scalars(select(StoredSchedule).where(StoredSchedule.topic_id == topic_id)),
            *self._session.scalars(select(StoredResolution).where(StoredResolution.topic_id == topic_id)),
            *self._session.scalars(select(StoredQuestion).where(StoredQuestion.topic_id == topic_id)),
        ):
            row.topic_id = into
        self._session.flush()
        self.discard(topic_id)
        return moved

    def discard(self, topic_id: str) -> None:
        """Take a topic away with its filings, refusals, schedules, resolutions and questions; the claims stay."""
        topic = self._stored(topic_id)
        for table in (Filing, Refusal, StoredSchedule, StoredResolution, StoredQuestion):
            for row in self._session.scalars(select(table).where(table.topic_id == topic_id)):
                self._session.delete(row)
        self._session.flush()
        self._session.delete(topic)
        self._session.flush()

    def _stored(self, topic_id: str) -> StoredTopic:
        return stored(self._session, StoredTopic, topic_id)

    def _of_claims(self, table: type[_Kept], topic_id: str, claim_ids: Sequence[str]) -> Sequence[_Kept]:
        of_topic = select(table).where(table.topic_id == topic_id)
        pages = [self._session.scalars(of_topic.where(table.claim_id.in_(page))) for page in in_pages(claim_ids)]
        return [row for page in pages for row in page]


_TOPIC = (StoredTopic.topic_id, StoredTopic.name, StoredTopic.terms, StoredTopic.kind, StoredTopic.pinned)
"""Column by column: of thousands the session would ask of each whether it is known already."""


def _topic(row: StoredTopic | Row[*tuple[Any, ...]]) -> Topic:
    return Topic(topic_id=row.topic_id, name=row.name, terms=row.terms, kind=Kind(row.kind), pinned=row.pinned)

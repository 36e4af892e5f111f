"""What was settled for topics, and their questions."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.resolution import Question, Resolution
from app.store.by_id import stored
from app.store.tables import StoredClaim, StoredQuestion, StoredResolution


class Resolutions:
    """The resolutions and questions that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_topic(self, topic_id: str) -> list[Resolution]:
        """Everything that was settled for a topic, the last first."""
        of_topic = select(StoredResolution).where(StoredResolution.topic_id == topic_id)
        rows = self._session.scalars(of_topic.order_by(StoredResolution.at.desc(), StoredResolution.number.desc()))
        return self._resolutions(rows.all())

    def all(self) -> list[Resolution]:
        """Everything that was settled in the project, topic by topic in the order of time."""
        rows = select(StoredResolution).order_by(
            StoredResolution.topic_id, StoredResolution.at, StoredResolution.number
        )
        return self._resolutions(self._session.scalars(rows).all())

    def add(self, topic_id: str, *, claim_id: str | None, figure: str, because: str, author: str, at: str) -> None:
        """Settle a topic; what was settled before stays as its history."""
        self._session.add(
            StoredResolution(
                resolution_id=f"res_{ULID()}",
                topic_id=topic_id,
                claim_id=claim_id,
                figure=figure,
                because=because,
                author=author,
                at=at,
            )
        )
        self._session.flush()

    def questions(self, topic_id: str) -> list[Question]:
        """The questions that are kept with a topic, in the order of their making."""
        of_topic = select(StoredQuestion).where(StoredQuestion.topic_id == topic_id)
        return [
            Question(words=row.words, own=row.own, done=row.done, question_id=row.question_id)
            for row in self._session.scalars(of_topic.order_by(StoredQuestion.number))
        ]

    def add_question(self, topic_id: str, words: str, *, own: bool, done: bool, at: str) -> None:
        """Keep a question."""
        question_id = f"que_{ULID()}"
        self._session.add(
            StoredQuestion(question_id=question_id, topic_id=topic_id, words=words, own=own, done=done, at=at)
        )
        self._session.flush()

    def tick(self, question_id: str, *, done: bool) -> None:
        """Say that a question is answered, or open again."""
        stored(self._session, StoredQuestion, question_id).done = done
        self._session.flush()

    def _resolutions(self, rows: Sequence[StoredResolution]) -> list[Resolution]:
        """The rows, a claim that is gone left out."""
        named = {row.claim_id for row in rows if row.claim_id is not None}
        there = set(self._session.scalars(select(StoredClaim.claim_id).where(StoredClaim.claim_id.in_(named))))
        return [
            Resolution(
                resolution_id=row.resolution_id,
                topic_id=row.topic_id,
                claim_id=row.claim_id if row.claim_id in there else None,
                figure=row.figure,
                because=row.because,
                author=row.author,
                at=row.at,
            )
            for row in rows
        ]

"""What was settled for a topic, one row for each time, and its questions."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.tables.base import Base, Journaled


class StoredResolution(Journaled, Base):
    """What the analyst settled on; the last row of a topic holds. A claim that is gone leaves its figure in words."""

    __tablename__ = "resolution"
    place = 3

    number: Mapped[int] = mapped_column(primary_key=True)
    resolution_id: Mapped[str] = mapped_column(unique=True)
    topic_id: Mapped[str] = mapped_column(ForeignKey("topic.topic_id"), index=True)
    claim_id: Mapped[str | None]
    figure: Mapped[str]
    because: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The topic."""
        return (self.topic_id,)


class StoredQuestion(Journaled, Base):
    """A question that the analyst wrote, or one of a verdict that was ticked."""

    __tablename__ = "question"
    place = 3

    number: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[str] = mapped_column(unique=True)
    topic_id: Mapped[str] = mapped_column(ForeignKey("topic.topic_id"), index=True)
    words: Mapped[str]
    own: Mapped[bool]
    done: Mapped[bool]
    at: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The topic."""
        return (self.topic_id,)

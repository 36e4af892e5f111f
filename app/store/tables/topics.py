"""Topics, what is filed under them, and what follows from that."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.schedule import Assumptions, Payment
from app.store import columns, schedule_columns
from app.store.tables.base import Base, Journaled


class StoredTopic(Journaled, Base):
    """A subject that a person confirmed."""

    __tablename__ = "topic"
    place = 2

    number: Mapped[int] = mapped_column(primary_key=True)
    topic_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    terms: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    kind: Mapped[str]
    pinned: Mapped[str | None] = mapped_column(ForeignKey("claim.claim_id"), index=True)

    def touches(self) -> tuple[str, ...]:
        """The topic."""
        return (self.topic_id,)


class Filing(Journaled, Base):
    """A claim under a topic."""

    __tablename__ = "filing"
    place = 3

    topic_id: Mapped[str] = mapped_column(ForeignKey("topic.topic_id"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.claim_id"), primary_key=True, index=True)

    def touches(self) -> tuple[str, ...]:
        """The topic, and the claim, whose line names its topics."""
        return (self.topic_id, self.claim_id)


class MeasuredClaim(Base):
    """A claim that counts among those of its topic that measure the same, in the order in which they are swept.

    Triggers keep it: a filed claim is here while it is neither rejected nor denied, no later version settled it, and it
    has a number. An open end is an infinity. `claim` is the number of its row, `family` that of its article's first
    version.
    """

    __tablename__ = "standing"
    __table_args__ = ({"sqlite_with_rowid": False},)

    topic_id: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str] = mapped_column(primary_key=True)
    halo_low: Mapped[float] = mapped_column(primary_key=True)
    claim: Mapped[int] = mapped_column(primary_key=True)
    halo_high: Mapped[float]
    family: Mapped[int]
    voice: Mapped[str | None]


class Refusal(Journaled, Base):
    """A person's word that a claim is not of a topic, which is then not suggested for it again."""

    __tablename__ = "refusal"
    place = 3

    topic_id: Mapped[str] = mapped_column(ForeignKey("topic.topic_id"), primary_key=True)
    claim_id: Mapped[str] = mapped_column(ForeignKey("claim.claim_id"), primary_key=True, index=True)

    def touches(self) -> tuple[str, ...]:
        """The claim, for which other topics are suggested now."""
        return (self.claim_id,)


class StaleTopic(Base):
    """A topic whose document in the index of topics no longer says what it holds; triggers name it here."""

    __tablename__ = "topic_stale"

    topic_id: Mapped[str] = mapped_column(primary_key=True)


class StoredSchedule(Journaled, Base):
    """The dated payments of a topic, with the assumptions under which they are carried out."""

    __tablename__ = "schedule"
    place = 3

    number: Mapped[int] = mapped_column(primary_key=True)
    schedule_id: Mapped[str] = mapped_column(unique=True)
    topic_id: Mapped[str] = mapped_column(ForeignKey("topic.topic_id"), index=True)
    name: Mapped[str]
    payments: Mapped[tuple[Payment, ...]] = mapped_column(schedule_columns.PAYMENTS)
    assumed: Mapped[Assumptions] = mapped_column(schedule_columns.ASSUMPTIONS)
    note: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The topic, whose figures are set against it."""
        return (self.topic_id,)

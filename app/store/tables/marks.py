"""What lists are narrowed by and counted from: a few bytes a claim, and the counts of all claims that are alike.

Nothing here is journaled: triggers keep it, whatever is done, undone or merged.
"""

from enum import IntEnum

from sqlalchemy import Computed, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.store.mark_states import MarkState
from app.store.tables.base import Base


class Trait(Base):
    """What many claims have in common. Empty where something is not stated; `basis` is spelt as `Field.BASIS` is."""

    __tablename__ = "trait"
    __table_args__ = (UniqueConstraint("kind", "unit", "basis", "price", "per", "stance"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    unit: Mapped[str]
    basis: Mapped[str]
    price: Mapped[str]
    per: Mapped[str]
    stance: Mapped[str]


class Edition(Base):
    """What many articles have in common: the outlet and the year of publication, empty where unknown."""

    __tablename__ = "edition"
    __table_args__ = (UniqueConstraint("outlet", "year"),)

    number: Mapped[int] = mapped_column(primary_key=True)
    outlet: Mapped[str]
    year: Mapped[str]


class SpeakerName(Base):
    """A name that some claim's speaker has or had."""

    __tablename__ = "speaker"

    number: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


SIGNED = ("edition", "trait", "speaker", "topics")
"""The numbers of a claim that its `Mark.signs` tell, in their order."""


def _signs() -> str:
    said = (f"{name} * {len(MarkState)} + standing" for name in SIGNED)
    return f"char({', '.join(f'48 + (({one}) >> {bits} & 63)' for one in said for bits in (0, 6, 12, 18))})"


def signed(sign: int) -> int:
    """What a sign tells, as four bytes that begin with the least: `len(MarkState)` times a number, and the state."""
    bits = sign - 0x30303030
    return bits & 0x3F | bits >> 2 & 0xFC0 | bits >> 4 & 0x3F000 | bits >> 6 & 0xFC0000


class Mark(Base):
    """One claim in numbers. `state` is a `mark_states.MarkState`; `speaker` is 0 where the article itself speaks.

    `sureness` is the place of its confidence, the surest 0; `low` and `high` are its ends as in `narrowing.Between`,
    `grade` is what `store.grades` makes of them; `topics` is the number of a `TopicSet`, 0 where it is filed under
    nothing. `signs` are what `SIGNED` names, each with the state and in four characters of six bits, the least first:
    to count the claims that have a word, SQLite puts these together, which takes half as long as to read each number.
    None comes to two millions.
    """

    __tablename__ = "mark"
    __table_args__ = (
        Index("ix_mark_article", "article", "standing"),
        Index(None, "trait", "high", "low", "standing", "edition", "speaker", "topics", "article"),
        Index(None, "edition", "trait", "standing", "speaker", "topics"),
        Index(
            "ix_mark_speaker",
            *("speaker", "trait", "edition", "standing", "topics", "article"),
            sqlite_where=text("speaker > 0"),
        ),
        Index(
            "ix_mark_ungraded",
            *("trait", "high", "low", "standing", "edition", "speaker", "topics", "article"),
            sqlite_where=text("grade = 0"),
        ),
    )

    claim: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[int]
    trait: Mapped[int]
    edition: Mapped[int]
    state: Mapped[int] = mapped_column("standing")
    speaker: Mapped[int]
    sureness: Mapped[int]
    low: Mapped[float | None]
    high: Mapped[float | None]
    topics: Mapped[int] = mapped_column(server_default=text("0"))
    grade: Mapped[int] = mapped_column(server_default=text("0"))
    signs: Mapped[str] = mapped_column(Computed(_signs(), persisted=True))


class Filling(Base):
    """A row stands here while claims are added in sets; `marks.filling` then marks, counts and indexes them.

    It points at a project that is not there, so that no transaction can end before the row is gone.
    """

    __tablename__ = "filling"

    one: Mapped[int] = mapped_column(ForeignKey("project.one", deferrable=True, initially="DEFERRED"), primary_key=True)


class Cell(Base):
    """How many claims of an edition are of a trait and state. Edition 0 counts all editions, trait 0 all traits."""

    __tablename__ = "cell"
    __table_args__ = ({"sqlite_with_rowid": False},)

    edition: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    trait: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[int] = mapped_column("standing", primary_key=True)
    claims: Mapped[int]


class Axis(IntEnum):
    """What the claims of a portion share: the columns of `Mark` whose numbers are counted. The numbers are in files."""

    TRAIT = 0
    EDITION = 1
    SPEAKER = 2
    TOPICS = 3


class Portion(Base):
    """How many claims of a kind, unit and grade have one number on an axis, by state: all of them on each axis."""

    __tablename__ = "portion"
    __table_args__ = ({"sqlite_with_rowid": False},)

    axis: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(primary_key=True)
    unit: Mapped[str] = mapped_column(primary_key=True)
    grade: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[int] = mapped_column("standing", primary_key=True)
    claims: Mapped[int]


class SpeakerCell(Base):
    """How many claims a speaker has of each state; 0 are those of nobody."""

    __tablename__ = "speaker_cell"
    __table_args__ = ({"sqlite_with_rowid": False},)

    speaker: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[int] = mapped_column("standing", primary_key=True)
    claims: Mapped[int]


class TopicNumber(Base):
    """The number of a topic that something is or was filed under: no trigger speaks of `topic` itself."""

    __tablename__ = "topic_number"

    number: Mapped[int] = mapped_column(primary_key=True)
    topic_id: Mapped[str] = mapped_column(unique=True)


class Filed(Base):
    """A claim under a topic, both by number."""

    __tablename__ = "filed"
    __table_args__ = (Index(None, "topic", "claim"), {"sqlite_with_rowid": False})

    claim: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    topic: Mapped[int] = mapped_column(primary_key=True)


class TopicSet(Base):
    """The topics that some claims are or were all under: the numbers of one or several, the least first ("12 40")."""

    __tablename__ = "topic_set"

    number: Mapped[int] = mapped_column(primary_key=True)
    topics: Mapped[str] = mapped_column(unique=True)


class TopicCell(Base):
    """How many claims a topic has of each state; 0 are those that are under any."""

    __tablename__ = "topic_cell"
    __table_args__ = ({"sqlite_with_rowid": False},)

    topic: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[int] = mapped_column("standing", primary_key=True)
    claims: Mapped[int]


class Shelf(Base):
    """One version of an article in numbers, with how many of its claims are in each state.

    `place` is 1 for the newest version of what told the story of its origin first, 2 for the next, and 0 for what a
    newer version replaced; `copies` is how many share the origin.
    """

    __tablename__ = "shelf"

    article: Mapped[int] = mapped_column(primary_key=True)
    edition: Mapped[int]
    waiting: Mapped[int]
    accepted: Mapped[int]
    rejected: Mapped[int]
    versions: Mapped[int]
    copies: Mapped[int]
    place: Mapped[int]


class TopicArticle(Base):
    """How many claims of an article are under a topic, the rejected left out."""

    __tablename__ = "topic_article"
    __table_args__ = ({"sqlite_with_rowid": False},)

    topic: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    article: Mapped[int] = mapped_column(primary_key=True)
    claims: Mapped[int]

"""The tables of a project. Rows never leave the store: its repositories hand out values of the domain."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from sqlalchemy import REAL, ForeignKey, Index, MetaData, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from app.domain.article import Part
from app.domain.basis import Basis
from app.domain.claim import Claim
from app.domain.figure import Anchor
from app.domain.span import Span
from app.store import columns


class Base(DeclarativeBase):
    """Constraints have names, so that a later migration can speak of them."""

    type_annotation_map: ClassVar = {str: Text, float: REAL}

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Journaled:
    """A row whose every change is kept in the journal, so that an act can be taken back."""

    place: ClassVar[int]
    """Rows of a lower place are put back first: a claim's search entry reads its article."""

    def touches(self) -> tuple[str, ...]:
        """Ids of the articles, claims and topics whose lines on screen follow from this row."""
        raise NotImplementedError


class ProjectCard(Base):
    """The one row that says what this file is. `needs` is the first version of the program that reads the schema."""

    __tablename__ = "project"

    one: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str]
    made_at: Mapped[str]
    needs: Mapped[str]


class RawBytes(Base):
    """The bytes of a source as they were found, once each."""

    __tablename__ = "raw_bytes"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]


class PlainText(Base):
    """The text of an article, once each; never edited. `shingles` are what copies of its story are told by."""

    __tablename__ = "plain_text"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]
    shingles: Mapped[Sequence[int]] = mapped_column(columns.Numbers)


class StoredArticle(Journaled, Base):
    """One version of an article. `family` is the id of its first version; `number` gives the order of adding."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("family", "version"), Index(None, "outlet", "title"))
    place = 0

    number: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[str] = mapped_column(unique=True)
    family: Mapped[str]
    version: Mapped[int]
    title: Mapped[str | None]
    title_evidence: Mapped[str | None]
    outlet: Mapped[str | None]
    outlet_evidence: Mapped[str | None]
    author: Mapped[str | None]
    author_evidence: Mapped[str | None]
    published: Mapped[str | None]
    published_evidence: Mapped[str | None]
    url: Mapped[str | None] = mapped_column(index=True)
    language: Mapped[str | None]
    country: Mapped[str | None]
    source_name: Mapped[str]
    media_type: Mapped[str]
    notes: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    parts: Mapped[tuple[Part, ...]] = mapped_column(columns.PARTS)
    text_sha256: Mapped[str] = mapped_column(ForeignKey("plain_text.sha256"), index=True)
    raw_sha256: Mapped[str] = mapped_column(ForeignKey("raw_bytes.sha256"), index=True)
    captured_at: Mapped[str]
    origin_id: Mapped[str] = mapped_column(index=True)

    def touches(self) -> tuple[str, ...]:
        """The article."""
        return (self.article_id,)


class StoredClaim(Journaled, Base):
    """A claim, as read and as the analyst left it.

    `low` and `high` keep the digits as written, `value_low` and `value_high` are the same numbers for sorting and
    ranges; `basis_kind` repeats what `basis` says, for facets; `same_key` is equal for equal figures;
    `near` is the paragraph or comment it stands in with the comments that one answers, for searching; `comment` the
    position of that comment among the article's parts.
    """

    __tablename__ = "claim"
    __table_args__ = (Index(None, "article_id", "char_start"), Index(None, "article_id", "state"))
    place = 1

    number: Mapped[int] = mapped_column(primary_key=True)
    claim_id: Mapped[str] = mapped_column(unique=True)
    article_id: Mapped[str] = mapped_column(ForeignKey("article.article_id"))
    revision: Mapped[int]
    char_start: Mapped[int]
    char_end: Mapped[int]
    surface: Mapped[str]
    sentence_start: Mapped[int]
    sentence_end: Mapped[int]
    sentence: Mapped[str]
    near: Mapped[str]
    comment: Mapped[int | None]
    kind: Mapped[str]
    low: Mapped[Decimal | None] = mapped_column(columns.DecimalText)
    high: Mapped[Decimal | None] = mapped_column(columns.DecimalText)
    value_low: Mapped[float | None]
    value_high: Mapped[float | None]
    unit: Mapped[str | None]
    qualifier: Mapped[str]
    qualifier_words: Mapped[str]
    qualifier_cue: Mapped[Span | None] = mapped_column(columns.SPAN)
    per: Mapped[str | None]
    fraction: Mapped[bool]
    vague: Mapped[bool]
    date: Mapped[str | None]
    modifier: Mapped[str | None]
    fiscal: Mapped[bool]
    readings: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    anchor: Mapped[Anchor | None] = mapped_column(columns.ANCHOR)
    basis: Mapped[Basis] = mapped_column(columns.BASIS)
    basis_kind: Mapped[str | None]
    speaker: Mapped[str | None] = mapped_column(index=True)
    speaker_span: Mapped[Span | None] = mapped_column(columns.SPAN)
    stance: Mapped[str | None]
    rule: Mapped[str]
    confidence: Mapped[str]
    doubt: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    decided_at: Mapped[str | None] = mapped_column(index=True)
    edited_at: Mapped[str | None] = mapped_column(index=True)
    edited_fields: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    restated: Mapped[tuple[Claim, ...]] = mapped_column(columns.CLAIMS)
    same_key: Mapped[str | None] = mapped_column(index=True)

    def touches(self) -> tuple[str, ...]:
        """The claim, and its article, whose line counts claims."""
        return (self.claim_id, self.article_id)


class StoredTopic(Journaled, Base):
    """A subject that a person confirmed."""

    __tablename__ = "topic"
    place = 2

    number: Mapped[int] = mapped_column(primary_key=True)
    topic_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    terms: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    kind: Mapped[str]
    pinned: Mapped[str | None] = mapped_column(ForeignKey("claim.claim_id"))

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


class Act(Base):
    """One thing that a person did. `state` is done, undone or abandoned (undone, and then something else was done)."""

    __tablename__ = "act"

    number: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[str] = mapped_column(unique=True)
    words: Mapped[str]
    at: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    abandoned_at: Mapped[str | None]


class ActChange(Base):
    """One row that an act changed: its table, its key, and the columns before and after, as JSON of what SQLite holds.

    A row that the act added has no `before`, one that it removed no `after`. What was added is written down only when
    it is taken back: until then the row itself says it.
    """

    __tablename__ = "act_change"

    number: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[int] = mapped_column(ForeignKey("act.number"), index=True)
    table_name: Mapped[str]
    key: Mapped[str]
    change: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    touches: Mapped[str]

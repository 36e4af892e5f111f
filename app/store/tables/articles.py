"""Articles with their sources and what they share, and claims."""

from decimal import Decimal

from sqlalchemy import ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from app.domain.article import PageTurn, Part
from app.domain.basis import Basis
from app.domain.claim import Claim
from app.domain.figure import Anchor
from app.domain.span import Span
from app.store import columns, packing
from app.store.tables.base import Base, Journaled


class RawBytes(Base):
    """The bytes of a source as they were found, once each: `content` is what `packing` leaves of them.

    `text` is the number of the text in mind of which they were compressed, None for no text.
    """

    __tablename__ = "raw_bytes"

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes]
    text: Mapped[int | None] = mapped_column(ForeignKey("plain_text.number"), index=True)


class PlainText(Base):
    """The text of an article, once each; never edited. `sha256` is that of its UTF-8.

    `names` are its commonest proper names, None until a topic is told by them.
    """

    __tablename__ = "plain_text"

    number: Mapped[int] = mapped_column(primary_key=True)
    sha256: Mapped[str] = mapped_column(unique=True)
    content: Mapped[str] = mapped_column(packing.PackedText)
    names: Mapped[str | None]


class StoredArticle(Journaled, Base):
    """One version of an article. `family` is the id of its first version; `number` gives the order of adding.

    `rules` is the number of the rules that read it last, None for one read before they were counted. `turns` is None
    for a text without pages.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("family", "version"),
        # In the file without regard to case, which those who compare schemas do not see.
        Index("ix_article_namesakes", "title", "outlet"),
        Index(None, "published"),
        Index("ix_article_outlet", "outlet"),
    )
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
    rules: Mapped[int | None]
    turns: Mapped[tuple[PageTurn, ...] | None] = mapped_column(columns.TURNS)

    def touches(self) -> tuple[str, ...]:
        """The article."""
        return (self.article_id,)


class StoredClaim(Journaled, Base):
    """A claim, as read and as the analyst left it.

    `low` and `high` keep the digits as written, `value_low` and `value_high` are the same numbers for sorting and
    ranges; `basis_kind` repeats what `basis` says, for facets; `same_key` is equal for equal figures;
    `comment` is the position among the article's parts of the comment that it stands in. `fate` is what the next
    version of the article did with it, None while there is none, and `successor` the claim there that carries it on or
    replaces it. `voice` names the commenter whose own figure it is, None where it comes from the article. `measure`,
    `halo_low` and `halo_high` are its `domain.disputes.MeasuredRange`; a trigger empties all three when the figure or
    its basis changes, and `measure` None asks for them anew.
    """

    __tablename__ = "claim"
    __table_args__ = (
        Index(None, "article_id", "char_start"),
        *(
            Index(None, name, sqlite_where=text(f"{name} IS NOT NULL"))
            for name in ("decided_at", "edited_at", "successor")
        ),
        Index(None, "kind", "value_low"),
        Index("ix_claim_unmeasured", "number", sqlite_where=text("measure IS NULL")),
    )
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
    speaker: Mapped[str | None]
    speaker_span: Mapped[Span | None] = mapped_column(columns.SPAN)
    stance: Mapped[str | None]
    rule: Mapped[str]
    confidence: Mapped[str]
    doubt: Mapped[str]
    state: Mapped[str]
    decided_at: Mapped[str | None]
    edited_at: Mapped[str | None]
    edited_fields: Mapped[tuple[str, ...]] = mapped_column(columns.WORDS)
    restated: Mapped[tuple[Claim, ...]] = mapped_column(columns.CLAIMS)
    same_key: Mapped[str | None] = mapped_column(index=True)
    fate: Mapped[str | None]
    successor: Mapped[str | None]
    voice: Mapped[str | None]
    measure: Mapped[str | None]
    halo_low: Mapped[float | None]
    halo_high: Mapped[float | None]

    def touches(self) -> tuple[str, ...]:
        """The claim, and its article, whose line counts claims."""
        return (self.claim_id, self.article_id)


class StoredParting(Journaled, Base):
    """What the analyst said of two articles, named by their families, `first` the lesser id: joined, or set apart."""

    __tablename__ = "parting"
    place = 1

    first: Mapped[str] = mapped_column(ForeignKey("article.article_id"), primary_key=True)
    second: Mapped[str] = mapped_column(ForeignKey("article.article_id"), primary_key=True, index=True)
    joined: Mapped[bool]

    def touches(self) -> tuple[str, ...]:
        """Both articles."""
        return (self.first, self.second)


class Sampled(Base):
    """One of the shingles by which texts that share passages are found, as `store.passages` keeps it."""

    __tablename__ = "sampled"
    __table_args__ = ({"sqlite_with_rowid": False},)

    shingle: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[int] = mapped_column(primary_key=True)

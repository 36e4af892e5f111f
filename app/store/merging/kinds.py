"""What a merge knows of each journaled table: which columns name a row in every copy, and what is decided together."""

from collections.abc import Callable
from dataclasses import dataclass

from app.store.history.changed_rows import Plain
from app.store.tables import (
    Filing,
    Journaled,
    Refusal,
    SavedSearch,
    StoredArticle,
    StoredClaim,
    StoredFlag,
    StoredNote,
    StoredParting,
    StoredQuestion,
    StoredRate,
    StoredResolution,
    StoredSchedule,
    StoredSetting,
    StoredTable,
    StoredTag,
    StoredTopic,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aspect:
    """Columns that one word of the analyst's settles. `along` go with them, and make no difference by themselves."""

    name: str
    columns: tuple[str, ...]
    along: tuple[str, ...] = ()
    stamp: str | None = None
    """The column that keeps when it was said; without one, the journal tells."""
    is_read: bool = False
    """Whether it is what the rules read until somebody says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One table."""

    model: type[Journaled]
    ident: tuple[str, ...]
    words: Callable[[Plain], str]
    aspects: tuple[Aspect, ...] = ()
    order: str = "rowid"
    opposite: type[Journaled] | None = None
    """The table whose row of the same name says the contrary."""

    @property
    def table(self) -> str:
        """The table's name."""
        return self.model.__tablename__  # type: ignore[attr-defined, no-any-return]


def _whole(*columns: str, stamp: str | None = None) -> tuple[Aspect, ...]:
    return (Aspect(name=columns[0], columns=columns, stamp=stamp, along=(stamp,) if stamp else ()),)


def _detail(name: str) -> Aspect:
    return Aspect(name=name, columns=(name,), along=(f"{name}_evidence",))


_READING = (
    *("char_start", "char_end", "surface", "sentence_start", "sentence_end", "comment", "kind"),
    *("low", "high", "value_low", "value_high", "unit", "qualifier", "qualifier_words", "qualifier_cue", "per"),
    *("fraction", "vague", "date", "modifier", "fiscal", "readings", "anchor", "basis", "basis_kind", "speaker"),
    *("speaker_span", "stance"),
)
_ALONG = ("rule", "confidence", "doubt", "restated", "same_key", "voice", "edited_at", "edited_fields", "revision")

ARTICLE = Kind(
    model=StoredArticle,
    ident=("article_id",),
    words=lambda row: str(row["title"] or row["source_name"]),
    order="min(number) OVER (PARTITION BY family), version",
    aspects=(*(_detail(name) for name in ("title", "outlet", "author", "published")), *_whole("origin_id")),
)
CLAIM = Kind(
    model=StoredClaim,
    ident=("claim_id",),
    words=lambda row: str(row["surface"]),
    aspects=(
        Aspect(name="decision", columns=("state",), along=("decided_at",), stamp="decided_at"),
        Aspect(name="reading", columns=_READING, along=_ALONG, stamp="edited_at", is_read=True),
    ),
)
TOPIC = Kind(
    model=StoredTopic,
    ident=("topic_id",),
    words=lambda row: str(row["name"]),
    aspects=(*_whole("name"), *_whole("terms"), *_whole("kind"), *_whole("pinned")),
)
REST = (
    Kind(
        model=StoredParting,
        ident=("first", "second"),
        words=lambda row: "joined" if row["joined"] else "set apart",
        aspects=_whole("joined"),
    ),
    Kind(model=Filing, ident=("topic_id", "claim_id"), words=lambda _: "filed", opposite=Refusal),
    Kind(model=Refusal, ident=("topic_id", "claim_id"), words=lambda _: "refused", opposite=Filing),
    Kind(
        model=StoredSchedule,
        ident=("schedule_id",),
        words=lambda row: str(row["name"]),
        aspects=_whole("payments", "assumed", "name", "note"),
    ),
    Kind(
        model=StoredNote,
        ident=("subject_id",),
        words=lambda row: str(row["words"]),
        aspects=_whole("words", stamp="at"),
    ),
    Kind(model=StoredTag, ident=("subject_id", "name"), words=lambda row: str(row["name"])),
    Kind(model=StoredFlag, ident=("subject_id",), words=lambda _: "flagged"),
    Kind(
        model=StoredResolution,
        ident=("resolution_id",),
        words=lambda row: str(row["figure"]),
        aspects=_whole("figure", "because", "claim_id"),
    ),
    Kind(
        model=StoredQuestion,
        ident=("question_id",),
        words=lambda row: str(row["words"]),
        aspects=_whole("done", "words"),
    ),
    Kind(
        model=StoredRate,
        ident=("source", "target", "day"),
        words=lambda row: " ".join(filter(None, (f"{row['source']}/{row['target']}", row["day"]))),
        aspects=_whole("rate", "note"),
    ),
    Kind(model=StoredTable, ident=("kind",), words=lambda row: str(row["kind"]), aspects=_whole("content")),
    Kind(model=SavedSearch, ident=("search_id",), words=lambda row: str(row["name"]), aspects=_whole("name", "query")),
    Kind(model=StoredSetting, ident=("name",), words=lambda row: str(row["name"]), aspects=_whole("value")),
)
"""Tables whose rows speak of articles, claims and topics, or of nothing."""
EVERY = (ARTICLE, CLAIM, TOPIC, *REST)

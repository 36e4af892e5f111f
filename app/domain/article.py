"""One text with where it came from."""

import bisect
import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter

from app.domain import edtf
from app.domain.span import Span


class PartKind(StrEnum):
    """What a stretch of an article's text is."""

    TITLE = "title"
    STANDFIRST = "standfirst"
    BODY = "body"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the text. A comment has its author, if given, and the position of the comment it answers."""

    kind: PartKind
    span: Span
    author: str | None = None
    parent: int | None = None
    """Position in the article's parts of the comment that this one answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A fact about an article and the evidence it came from ("meta article:published_time", "the analyst")."""

    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class PageTurn:
    """From `start` on, the text stands on this page of a printed document; the first page is 1."""

    start: int
    page: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as read from a file, before a project keeps it.

    `text` is title, standfirst, body and comments in that order, separated by blank lines; `parts` say which is which
    and do not overlap. `published` is an ISO 8601 day, or a day and time. `raw` are the bytes as they were found.
    `turns` say where the pages of a printed document turn, by their starts; notes make them turn back at times.
    """

    text: str
    parts: tuple[Part, ...]
    raw: bytes
    media_type: str
    title: Detail | None = None
    outlet: Detail | None = None
    author: Detail | None = None
    published: Detail | None = None
    url: str | None = None
    language: str | None = None
    country: str | None = None
    """ISO 3166 of the outlet, where the address or the page says so."""
    source_name: str = ""
    """The file's name, or "clipboard"."""
    turns: tuple[PageTurn, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader wants the analyst to know ("the page gives a date in the future; left out")."""

    @property
    def name(self) -> str:
        """What it is called: its title, or else its file."""
        return self.title.value if self.title else self.source_name

    @property
    def day(self) -> datetime.date | None:
        """The one day of its publication; None where no more than a month is known, or nothing."""
        return edtf.day(self.published.value) if self.published else None


def page_of(turns: Sequence[PageTurn], offset: int) -> int | None:
    """The page on which a place of the text stands; None where the text has no pages."""
    before = bisect.bisect_right(turns, offset, key=attrgetter("start"))
    return turns[before - 1].page if before else None


def answered(parts: Sequence[Part], comment: int) -> Iterator[int]:
    """The comments that one answers, from the nearest up; answers that go round in a ring end where they began."""
    seen = {comment}
    at = parts[comment].parent
    while at is not None and at not in seen and 0 <= at < len(parts):
        seen.add(at)
        yield at
        at = parts[at].parent


def conversations(text: str, parts: Sequence[Part]) -> list[tuple[Span, ...]]:
    """What speaks of one matter: the article itself, and below it each reader's comment with all that answer it."""
    found: dict[int | None, list[Span]] = {}
    for position, part in enumerate(parts):
        root = None if part.kind is not PartKind.COMMENT else [position, *answered(parts, position)][-1]
        found.setdefault(root, []).append(part.span)
    return [tuple(spans) for spans in found.values()] or [(Span(0, len(text)),)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRecord:
    """An article kept in a project. Its text is never edited; its details can be corrected by the analyst.

    The article's `raw` is empty here: few ask for the bytes, and they can be large.
    """

    article_id: str
    version: int
    article: Article
    text_sha256: str
    raw_sha256: str
    captured_at: str
    origin_id: str
    """Articles that are copies of one story share it."""

"""An article while it is being read: its pieces in their order, before offsets are counted."""

from dataclasses import dataclass, field
from typing import Self

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.span import Span
from app.readers import places

_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What one reader wrote; `answers` is the position, among the comments, of the one it answers."""

    text: str
    author: str | None = None
    answers: int | None = None


@dataclass(slots=True, kw_only=True)
class Details:
    """What a text says about itself, filled in by the reader as it comes upon it; the first to be found stays."""

    title: Detail | None = None
    outlet: Detail | None = None
    author: Detail | None = None
    published: Detail | None = None
    byline_outlet: Detail | None = None
    """The outlet beside the author's name: the article's, unless the text names another anywhere."""
    url: str | None = None
    language: str | None = None
    country: str | None = None
    notes: list[str] = field(default_factory=list)

    def offer(self, name: str, value: str | None, evidence: str) -> None:
        """Keep a title, outlet, author, date or byline's outlet unless there is one already or the value is empty."""
        words = " ".join((value or "").split())
        if words and getattr(self, name) is None:
            setattr(self, name, Detail(value=words[:500], evidence=evidence))

    def fill(self, other: Self) -> None:
        """Take from another what is not known yet."""
        for name in ("title", "outlet", "author", "published", "url", "language", "country"):
            if getattr(self, name) is None:
                setattr(self, name, getattr(other, name))
        for words in other.notes:
            self.note(words)

    def note(self, words: str) -> None:
        """Tell the analyst something, once."""
        if words not in self.notes:
            self.notes.append(words)


def assemble(
    details: Details,
    *,
    standfirst: str,
    body: str,
    comments: list[Comment],
    raw: bytes,
    media_type: str,
    source_name: str,
) -> Article:
    """Lay the pieces one after the other, and say where each came to stand."""
    pieces: list[tuple[PartKind, str]] = []
    if details.title:
        pieces.append((PartKind.TITLE, details.title.value))
    if standfirst:
        pieces.append((PartKind.STANDFIRST, standfirst))
    if body:
        pieces.append((PartKind.BODY, body))
    first_comment = len(pieces)
    pieces += [(PartKind.COMMENT, comment.text) for comment in comments]

    parts: list[Part] = []
    start = 0
    for position, (kind, words) in enumerate(pieces):
        span = Span(start, start + len(words))
        start = span.end + len(_GAP)
        if kind is not PartKind.COMMENT:
            parts.append(Part(kind=kind, span=span))
            continue
        comment = comments[position - first_comment]
        parent = None if comment.answers is None else first_comment + comment.answers
        parts.append(Part(kind=kind, span=span, author=comment.author, parent=parent))
    outlet = details.outlet or details.byline_outlet
    return Article(
        text=_GAP.join(words for _, words in pieces),
        parts=tuple(parts),
        raw=raw,
        media_type=media_type,
        title=details.title,
        outlet=outlet,
        author=details.author,
        published=details.published,
        url=details.url,
        language=details.language,
        country=details.country or (places.of_outlet(outlet.value) if outlet else None),
        source_name=source_name,
        notes=tuple(details.notes),
    )

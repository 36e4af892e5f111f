"""Plain text: a saved or pasted page without its marks."""

import datetime
import re

from app.domain.article import Article
from app.readers import bylines, comments, detail_lines, furniture, head
from app.readers.draft import Comment, Details, assemble

_WRAP_LIMIT = 100
_WRAPS_NEEDED = 5


def read(text: str, *, raw: bytes, today: datetime.date, source_name: str, notes: tuple[str, ...] = ()) -> Article:
    """An article from clean text; words stay as found, and what is not surely furniture stays with them."""
    details = Details(notes=list(notes))
    lines = [line.rstrip() for line in unwrapped(text).split("\n")]
    answers: list[Comment] = []
    if (place := comments.heading(lines)) is not None:
        answers = comments.read(furniture.cut_tail(lines[place + 1 :]))
        lines = lines[:place]
    found = head.read(lines, details, today=today)
    body = "\n".join(take_foot(furniture.cut_tail(found.lines), details, today=today))
    return assemble(
        details,
        standfirst=found.standfirst,
        body=tidy(body),
        comments=answers,
        raw=raw,
        media_type="text/plain",
        source_name=source_name,
    )


def tidy(body: str) -> str:
    """A body without blank lines around it and with one between paragraphs."""
    return re.sub(r"\n{3,}", "\n\n", body).strip("\n")


def take_foot(lines: list[str], details: Details, *, today: datetime.date) -> list[str]:
    """The lines without a byline, a date or the outlet's bare domain that stand below the last paragraph."""
    last_prose = max((place for place, line in enumerate(lines) if furniture.is_prose(line)), default=len(lines))
    kept = lines[: last_prose + 1]
    for line in lines[last_prose + 1 :]:
        if bylines.is_domain(line.strip()):
            details.offer("outlet", line, f"line “{line.strip()}” below the text")
        elif not detail_lines.take_line(line, details, today=today):
            kept.append(line)
    return kept


def unwrapped(text: str) -> str:
    """The same characters with the line breaks of a hard-wrapped text turned into spaces.

    A text is hard-wrapped if no line is long and, nearly everywhere that a line ends within a paragraph, the next
    word would not have fitted. Short lines of their own (a list, an address) stay.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    inner = [place for place in range(len(lines) - 1) if lines[place].strip() and _continues(lines[place + 1])]
    full = {place for place in inner if len(lines[place].rstrip()) + 1 + len(lines[place + 1].split()[0]) > width}
    if width > _WRAP_LIMIT or len(full) < _WRAPS_NEEDED or len(full) < 0.7 * len(inner):
        return text
    ends = [" " if place in full else "\n" for place in range(len(lines))]
    return "".join(line + end for line, end in zip(lines, ends, strict=True))[:-1]


def _continues(line: str) -> bool:
    return bool(line.strip()) and not line.startswith((" ", "\t", "- ", "* ", "• "))

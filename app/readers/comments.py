"""Reader comments under a plain text: a heading, then numbered, bulleted or signed items, answers further in."""

import re
from dataclasses import dataclass, field
from itertools import islice

from app.readers import signatures
from app.readers.draft import Comment

_HEADING = re.compile(
    r"\W*(?:\d[\d,]*\s+)?(?:readers?['’]?s?['’]?\s+)?(?:comments?|responses|replies)(?:\s*\(\d+\))?\s*:?"
    r"|\W*\d+\s+thoughts?\s+on\b.{0,200}",
    re.IGNORECASE,
)
_ITEM = re.compile(r"(?P<indent>\s*)(?:(?P<number>\d{1,4})[.)]|(?P<bullet>[•◦▪‣·*+–-]))\s+(?P<words>\S.*)")
_TRIED = 20
"""Headings that are looked below, which reads all that follows each: an article has one, or two."""
_NAME = r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}"
_SAYS = re.compile(rf"(?P<name>{_NAME})(?: (?:says|said|wrote|writes|replied))\s*:?")
_NAMED = re.compile(rf"(?P<name>{_NAME}):\s+(?P<words>\S.*)", re.DOTALL)


@dataclass(slots=True)
class _Item:
    indent: int
    answers: int | None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Thread:
    """How this thread marks its comments, so that a list inside a comment stays inside it."""

    outermost: int | None = None
    number: int | None = None
    bullet: str | None = None

    def opens(self, match: re.Match[str]) -> bool:
        """Whether a marked line is a new comment: a number outermost and next in order, or the thread's own bullet."""
        indent = len(match["indent"])
        if self.outermost is None:
            self.outermost = indent
            self.number = int(match["number"]) if match["number"] else None
            self.bullet = match["bullet"]
            return True
        if match["number"]:
            if self.number is None or indent > self.outermost or int(match["number"]) != self.number + 1:
                return False
            self.number += 1
            return True
        if self.number is not None and indent <= self.outermost:
            return False
        self.bullet = self.bullet or match["bullet"]
        return self.bullet == str(match["bullet"])


def heading(lines: list[str]) -> int | None:
    """The line that opens the comments ("39 COMMENTS"), None where no items follow it.

    An article may be about comments, so the first line after the heading that has words must be an item. Below
    "Responses" an article may well quote people by name, so signed items count only below "Comments".
    """
    headings = (place for place, line in enumerate(lines) if line.strip() and _HEADING.fullmatch(line.strip()))
    for place in islice(headings, _TRIED):
        below = lines[place + 1 :]
        if _has_items(below) or ("comment" in lines[place].casefold() and signatures.is_thread(below)):
            return place
    return None


def read(lines: list[str]) -> list[Comment]:
    """The comments below their heading, each with the one it answers.

    Depth is the indentation of the number, bullet or name.
    """
    if not _has_items(lines):
        return signatures.read(lines)
    items: list[_Item] = []
    open_items: list[int] = []
    thread = _Thread()
    for line in lines:
        match = _ITEM.fullmatch(line.expandtabs(4))
        if match is None or not thread.opens(match):
            if items:
                items[-1].lines.append(line.strip())
            continue
        indent = len(match["indent"])
        while open_items and items[open_items[-1]].indent >= indent:
            open_items.pop()
        items.append(_Item(indent, open_items[-1] if open_items else None, [match["words"].rstrip()]))
        open_items.append(len(items) - 1)
    return signed([Comment(text=_paragraphs(item.lines), answers=item.answers) for item in items])


def signed(comments: list[Comment]) -> list[Comment]:
    """The comments with the name that stands before the words, where the thread is written so.

    "Name says:" on its own line counts alone; "Name: words" counts only where every comment has it, because a
    comment may well begin "One question: why".
    """
    named = [_NAMED.fullmatch(comment.text) for comment in comments]
    all_named = len(comments) > 1 and all(named)
    result = []
    for comment, match in zip(comments, named, strict=True):
        first, _, rest = comment.text.partition("\n")
        says = _SAYS.fullmatch(first)
        if says and rest.strip():
            result.append(Comment(text=rest.strip(), author=says["name"], answers=comment.answers))
        elif all_named and match:
            result.append(Comment(text=match["words"], author=match["name"], answers=comment.answers))
        else:
            result.append(comment)
    return result


def _has_items(lines: list[str]) -> bool:
    return _ITEM.fullmatch(next((line for line in lines if line.strip()), "")) is not None


def _paragraphs(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()

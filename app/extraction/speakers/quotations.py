"""What stands between quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from app.domain.currency_signs import SIGNS
from app.domain.span import Span

_MARK = re.compile(r"[“”\"'\n](?:(?<=[“”\"])|(?<=')'|(?<=\n)\s*\n)")


# A single mark opens before a word and closes behind a stop, or before the comma of "..., he said"; the rest are
# apostrophes.
_SINGLE = re.compile(r"[‘'’\n]")
_SINGLE_OPENS = re.compile(rf"(?<![\w.,!?…’'])[‘'](?=[\w{SIGNS}“])")
_SINGLE_CLOSES = re.compile(r"(?<=[.,!?…])[’'](?![\w’'])|(?<=\w)[’'](?=,\s)")


def read(text: str) -> list[Span]:
    """The quotations of a text with their marks. One that is never closed ends with its line or its paragraph.

    Those in single marks are read where no other quotation holds them, and only when they are closed in their line.
    """
    found = _double(text)
    if "‘" not in text and " '" not in text and "\n'" not in text and not text.startswith("'"):
        return found
    apart = [one for one in _single(text) if not _overlaps(found, one)]
    return sorted((*found, *apart)) if apart else found


def _single(text: str) -> Iterator[Span]:
    opened: int | None = None
    for match in _SINGLE.finditer(text):
        at = match.start()
        if match[0] == "\n":
            opened = None
        elif opened is None:
            opened = at if _SINGLE_OPENS.match(text, at) else None
        elif _SINGLE_CLOSES.match(text, at):
            yield Span(opened, at + 1)
            opened = None


def _overlaps(found: list[Span], one: Span) -> bool:
    at = bisect_right(found, one.end, key=lambda other: other.start) - 1
    return at >= 0 and found[at].end > one.start


def _double(text: str) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for match in _MARK.finditer(text):
        if "\n" in match[0]:
            if opened is not None:
                found.append(Span(opened, match.start()))
            opened = None
        elif opened is None:
            if _can_open(text, match):
                opened = match.start()
        elif _can_close(text, match):
            found.append(Span(opened, match.end()))
            opened = None
        else:
            found.append(Span(opened, _line_end(text, opened, match.start())))
            opened = match.start()
    if opened is not None:
        found.append(Span(opened, _line_end(text, opened, len(text))))
    return found


def _can_open(text: str, match: re.Match[str]) -> bool:
    return match[0] != "”" and not text[match.end() : match.end() + 1].isspace()


def _can_close(text: str, match: re.Match[str]) -> bool:
    return match[0] != "“" and not text[match.start() - 1 : match.start()].isspace()


def _line_end(text: str, start: int, end: int) -> int:
    at = text.find("\n", start, end)
    return at if at >= 0 else end


def around(quotations: list[Span], span: Span) -> int | None:
    """The position of the quotation that a span lies in."""
    at = bisect_right(quotations, span.start, key=lambda one: one.start) - 1
    return at if at >= 0 and quotations[at].end > span.start else None


def hidden(text: str, window: Span, quotations: list[Span]) -> str:
    """The text of a window with what is quoted blanked out; offsets stay, and so do the marks."""
    pieces = []
    at = window.start
    first = max(0, bisect_right(quotations, window.start, key=lambda one: one.start) - 1)
    for quotation in quotations[first:]:
        if quotation.start >= window.end:
            break
        start, end = max(quotation.start + 1, at), min(quotation.end - 1, window.end)
        if start < end:
            pieces += [text[at:start], " " * (end - start)]
            at = end
    return "".join(pieces) + text[at : window.end]

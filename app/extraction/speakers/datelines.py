"""The line that heads a report with its place and its agency: "BRENNHOLM, March 3 (Nordwire) - "."""

import re

from app.domain.span import Span
from app.extraction.speakers import words

_AGENCIES = "|".join(sorted(words.OUTLETS))
_DASH = r"(?:--?|[–—])"
_PLACE = r"[A-Z][A-Z.'’]+(?:[ /-]+[A-Z][A-Z.'’]*){0,4}"
_DAY = r"(?:,\s+(?:[A-Z][\w.]*|\d{1,2})(?:\s+\d{1,2})?){0,3}"
_LINE = re.compile(
    rf"^[ \t]*(?:{_PLACE}{_DAY}(?:\s*\([A-Z][^()\n]{{1,40}}\)\s*{_DASH}|\s{_DASH}|\s?—|(?<=\.){_DASH})\s"
    # In lower case a place is told from a person ("Jane Doe (Labour) - ") by the agency alone.
    rf"|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}{_DAY}\s*\((?i:{_AGENCIES})\)\s*(?:{_DASH}|:)\s)",
    re.MULTILINE,
)


def read(text: str) -> list[Span]:
    """Every dateline of a text, in its order; nobody named there speaks."""
    return [Span(*match.span()) for match in _LINE.finditer(text)]

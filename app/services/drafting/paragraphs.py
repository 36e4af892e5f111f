"""Where the paragraphs of a draft begin: after a blank line, and at each point of a list."""

import re

from app.domain.span import Span

_BEGIN = re.compile(r"\n\s*\n|\n(?=[ \t]*(?:[-•*–]|\d{1,2}[.)])[ \t])")


def start(text: str, at: int) -> int:
    """Where the paragraph around a place begins."""
    return max((match.end() for match in _BEGIN.finditer(text, 0, at)), default=0)


def before(text: str, sentence: Span) -> str:
    """The paragraph up to a sentence: what a draft says is mostly said of what it named before."""
    return text[start(text, sentence.start) : sentence.start]

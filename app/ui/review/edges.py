"""The words of a claim while their start or end is moved."""

import re
from dataclasses import dataclass, replace
from typing import Self

from app.domain.span import Span

_WORD_STARTS = re.compile(r"\b\w|(?<!\S)\S")
_WORD_ENDS = re.compile(r"\w\b|\S(?!\S)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """A span of a text that stays inside its sentence; `at_end` says which of its edges moves."""

    text: str
    sentence: Span
    span: Span
    at_end: bool = False

    def choose(self, *, at_end: bool) -> Self:
        """The same words, with this edge to be moved."""
        return replace(self, at_end=at_end)

    def move(self, by: int) -> Self:
        """Move the edge by characters; it stops at the sentence's ends and before the other edge."""
        return self._to((self.span.end if self.at_end else self.span.start) + by)

    def move_word(self, by: int) -> Self:
        """Move the edge to the next place where a word begins, for the end ends, in this direction."""
        pattern, past = (_WORD_ENDS, 1) if self.at_end else (_WORD_STARTS, 0)
        inside = self.sentence.of(self.text)
        places = [self.sentence.start + match.start() + past for match in pattern.finditer(inside)]
        at = self.span.end if self.at_end else self.span.start
        ahead = [place for place in places if (place > at if by > 0 else place < at)]
        return self._to((min if by > 0 else max)(ahead)) if ahead else self

    def _to(self, at: int) -> Self:
        start, end = self.span.start, self.span.end
        if self.at_end:
            return replace(self, span=Span(start, min(max(at, start + 1), self.sentence.end)))
        return replace(self, span=Span(max(min(at, end - 1), self.sentence.start), end))

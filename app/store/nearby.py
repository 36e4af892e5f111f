"""The words around a claim that say what it is about: its paragraph, or its comment with the comments it answers."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from app.domain.article import Part, PartKind, answered
from app.domain.span import Span

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE_END = re.compile(r"\n")
_LONGEST_PARAGRAPH = 2000
"""Characters; a longer stretch without a blank line marks its paragraphs by single line ends."""
_SENTENCE_ENDS = re.compile(r"[.!?…][\"”’')\]]*[^\S\n]*\Z")
_LAST = 12
"""Characters of a line in which its end is looked for."""


class Surroundings:
    """What stands near the claims of one text."""

    def __init__(self, text: str, parts: Sequence[Part]) -> None:
        self._text = text
        self._parts = parts

    def comment(self, span: Span) -> int | None:
        """The position, among the parts, of the comment that the span stands in; None outside comments."""
        own = self._own(span)
        return own if own is not None and self._parts[own].kind is PartKind.COMMENT else None

    def near(self, span: Span) -> str:
        """The text around a span, own stretch first, then each comment answered, from the nearest up."""
        own = self._own(span)
        if own is None:
            return self._paragraph(Span(0, len(self._text)), span)
        if self._parts[own].kind is not PartKind.COMMENT:
            return self._paragraph(self._parts[own].span, span)
        thread = (own, *answered(self._parts, own))
        return "\n\n".join(self._parts[place].span.of(self._text) for place in thread)

    def _own(self, span: Span) -> int | None:
        return next((place for place, part in enumerate(self._parts) if part.span.overlaps(span)), None)

    def _paragraph(self, within: Span, span: Span) -> str:
        found = _between(self._blank_lines, within, span)
        if self._has_line_ends_for_blank_lines(found):
            found = _between(self._line_ends, found, span)
        return found.of(self._text)

    def _has_line_ends_for_blank_lines(self, stretch: Span) -> bool:
        """Whether single line ends mark the paragraphs of a stretch: it is long, or they mostly end a sentence.

        Of lines that are broken at a width few do.
        """
        if stretch.end - stretch.start > _LONGEST_PARAGRAPH:
            return True
        first = bisect_left(self._line_ends, stretch.start, key=lambda gap: gap.start)
        last = bisect_left(self._line_ends, stretch.end, key=lambda gap: gap.start)
        ends = [self._ends_sentence(gap.start) for gap in self._line_ends[first:last]]
        return bool(ends) and 2 * sum(ends) >= len(ends)

    def _ends_sentence(self, at: int) -> bool:
        return _SENTENCE_ENDS.search(self._text[max(0, at - _LAST) : at]) is not None

    @cached_property
    def _blank_lines(self) -> list[Span]:
        return [Span(*match.span()) for match in _BLANK_LINE.finditer(self._text)]

    @cached_property
    def _line_ends(self) -> list[Span]:
        return [Span(*match.span()) for match in _LINE_END.finditer(self._text)]


def _between(gaps: Sequence[Span], within: Span, span: Span) -> Span:
    """The stretch around a span from the gap before it to the gap after it, no farther than `within`."""
    before = bisect_right(gaps, span.start, key=lambda gap: gap.end) - 1
    after = bisect_left(gaps, span.end, key=lambda gap: gap.start)
    start = within.start if before < 0 else max(within.start, gaps[before].end)
    end = within.end if after == len(gaps) else min(within.end, gaps[after].start)
    return Span(start, end)

"""The sentence that is being read, with its figures, and where a phrase in it ends."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.legible import lowered
from app.extraction.mention import Mention, Passage

_WORD = re.compile(r"[a-z]+|\d+")
_PRONOUN = re.compile(
    r"(?:they|it|all|there|those|that|he|she|we) (?:was|were|is|are|had|has|have|did|will be|would be) "
    r"(?:been )?(?:in )?"
)
_TIMES = frozenset({Kind.DATE, Kind.DURATION})
_STOP = re.compile(
    r",(?!\d)|[;:()\[\]“”\"!?…]|\.(?!\d)|\s[-–—]+\s|[—]"
    r"|\s(?:but|while|whereas|although|though|because|when|which|who|that is|according|says?|said|would"
    r"|will|could|is|are|was|were|has|have|had)\b"
    r"|\sby (?:19|20)\d\d\b"
    r"|\sthe (?:extra|increase|rise|cut|difference|gap|cost|bill|total|sum|price|figure|cash|whole)\b"
)


@dataclass(slots=True, kw_only=True)
class Clause:
    """A sentence with the figures that stand in it; `near` are those and a few on either side."""

    passage: Passage
    span: Span
    figures: Sequence[Mention]
    near: Sequence[Mention]
    low: str = field(init=False)
    """The sentence in lower case, as long as the sentence itself."""
    words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.low = lowered(self.span.of(self.passage.text)).replace("’", "'")
        self.words = frozenset(_WORD.findall(self.low))

    def phrase(self, start: int, *, words: int = 9) -> Span:
        """The phrase that begins at `start` (an offset into the text): up to a comma, a verb or so many words."""
        at = start - self.span.start
        stretch = self.low[at : at + 160]
        stop = _STOP.search(stretch)
        stretch = stretch[: stop.start()] if stop else stretch
        pieces = list(re.finditer(r"\S+", stretch))[:words]
        return Span(start, start + pieces[-1].end()) if pieces else Span(start, start)

    def past_pronoun(self, start: int) -> int:
        """Where a phrase goes on behind a pronoun and its verb, which would end it: "than they were before the war"."""
        match = _PRONOUN.match(self.after(start))
        return start + match.end() if match else start

    def said(self, span: Span) -> str:
        """The words of a span of this sentence, in lower case, one blank for any white space."""
        return " ".join(self.low[span.start - self.span.start : span.end - self.span.start].split())

    def printed(self, span: Span) -> str:
        """The words of a span as they are printed, one blank for any white space."""
        return " ".join(span.of(self.passage.text).split())

    def before(self, position: int, count: int = 40) -> str:
        """Up to `count` characters, in lower case, that end at an offset into the text."""
        at = position - self.span.start
        return self.low[max(0, at - count) : max(0, at)]

    def after(self, position: int, count: int = 40) -> str:
        """Up to `count` characters, in lower case, that begin at an offset into the text."""
        at = position - self.span.start
        return self.low[at : at + count]

    def between(self, first: Span, second: Span) -> str:
        """What parts two spans, in lower case; nothing where they overlap."""
        return self.low[first.end - self.span.start : max(first.end, second.start) - self.span.start]

    def figure_at(self, position: int) -> Mention | None:
        """The amount that begins at the offset."""
        found = self.figures_in(position, position + 1)
        return found[0] if found and found[0].figure.kind not in _TIMES else None

    def figures_in(self, start: int, end: int) -> Sequence[Mention]:
        """The figures that begin between two offsets."""
        first = bisect_left(self.figures, start, key=lambda one: one.span.start)
        return self.figures[first : bisect_left(self.figures, end, lo=first, key=lambda one: one.span.start)]

    def starts_figure(self, position: int, slack: int = 14) -> bool:
        """Whether an amount stands at the offset or begins a few characters (a determiner, a hedge) behind it."""
        at = bisect_left(self.figures, position, key=lambda one: one.span.start)
        if at > 0 and self.figures[at - 1].span.end > position:
            return self.figures[at - 1].figure.kind not in _TIMES
        if at == len(self.figures) or self.figures[at].figure.kind in _TIMES:
            return False
        gap = self.figures[at].span.start - position
        return gap <= slack and "," not in self.after(position, gap)

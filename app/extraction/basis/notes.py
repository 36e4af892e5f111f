"""Prices that a sentence of its own states for figures elsewhere: "All figures are in 2019 prices"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from app.domain.basis import Stated
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis import prices
from app.extraction.basis.clause import Clause
from app.extraction.mention import Mention, Passage

_PRICED = re.compile(r"(?:p(?<= p)rices|t(?<= t)erms)\b")
_NOUN = r"(?:figure|cost|sum|amount|estimate|number|total|budget)"
_NOTE = re.compile(
    r"\W*(?:note: )?(?:unless [\w ]{4,30}, )?"
    rf"(?:(?P<all>(?:all (?:of )?(?:the |these |its |our )?)?(?:[a-z]+ )?{_NOUN}s)"
    rf"|(?:the|this|that|these|those|both) (?:[a-z]+ )?{_NOUN}s?|it|they|(?:this|that|these|those|both))"
    r"(?: (?:in|of|for|from) (?:[\w'-]+ ){0,3}?[\w'-]+)? (?:is|are|was|were|has been|have been)(?: [a-z]+){0,3}? "
    r"(?=(?:in|at|using|on) )"
)
_GIVES = re.compile(
    r"\W*(?:(?:the|its|this|that|our) (?:[\w'-]+ ){1,3}?|it |they )"
    r"(?:states?|gives?|reports?|quotes?|expresses|publishes|presents?) (?P<all>all (?:of )?)?"
    rf"(?:its|the|their|these|our) (?:[a-z]+ )?{_NOUN}s? (?=(?:in|at|using|on) )"
)
"""What opens a sentence that says nothing but in which prices others are: "The estimate has been calculated [in]"."""
_NEAR = 3
"""Sentences back to which "the estimate" may reach."""
_START = attrgetter("start")


def read(passage: Passage, breaks: Sequence[Span], mentions: Sequence[Mention]) -> Mapping[Span, Stated]:
    """The prices that such sentences state, by the spans of the sums that they are said of; `breaks` are sentences.

    What is said of all the figures holds for the whole text, what is said of "the estimate" for the sums before it.
    """
    sums = [one.span for one in mentions if one.figure.kind is Kind.MONEY]
    of_all: Stated | None = None
    nearby: dict[Span, Stated] = {}
    for at, spoken_of_all, stated in _notes(passage, breaks) if sums else ():
        sentence = breaks[at]
        last = bisect_left(sums, sentence.start, key=_START)
        if spoken_of_all:
            of_all = of_all or stated
        elif last and bisect_left(sums, sentence.end, key=_START) == last:
            before = bisect_right(breaks, sums[last - 1].start, key=_START) - 1
            first = bisect_left(sums, breaks[before].start, key=_START)
            nearby |= dict.fromkeys(sums[first:last] if at - before <= _NEAR else (), stated)
    return (dict.fromkeys(sums, of_all) if of_all else {}) | nearby


def _notes(passage: Passage, breaks: Sequence[Span]) -> Iterator[tuple[int, bool, Stated]]:
    """Each such sentence: its place, whether it speaks of all the figures, and the prices."""
    seen = -1
    for word in _PRICED.finditer(passage.text):
        at = bisect_right(breaks, word.start(), key=_START) - 1
        if at <= seen:
            continue
        seen = at
        clause = Clause(passage=passage, span=breaks[at], figures=(), near=())
        opening = _NOTE.match(clause.low) or _GIVES.match(clause.low)
        cue = opening and next(
            (hit for hit in prices.hits(clause) if hit.span.start == clause.span.start + opening.end()), None
        )
        if opening and cue:
            yield at, opening["all"] is not None, Stated(value=cue.value, span=cue.span)

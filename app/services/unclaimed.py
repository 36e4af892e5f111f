"""Numbers that an article prints and no claim was made of: "nineteen of the county's 52 libraries"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.listing import ClaimLine
from app.domain.span import Span
from app.extraction import anchors, numbers, sentences
from app.extraction.mention import Passage

RULE = "number"
"""The rule of a claim that stands for a bare number; it is kept nowhere."""


_OF = re.compile(r" (?:out )?of (?:[\w’'-]+ ){0,2}")
"""Between a number and the whole that it is a part of, which counts the same."""
_WORD = re.compile(r"[^\W\d_]+")


def of(text: str, line: ClaimLine, claims: Sequence[Claim]) -> Iterator[tuple[ClaimLine, str]]:
    """A line for each such number of a text, like a line of the same article, with the paragraph that it stands in.

    `claims` are all that were made of the article.
    """
    found = sentences.split(Passage(text=text, published=None))
    for number in anchors.scan(text).numbers:
        span = Span(number.start, number.end)
        if number.low != number.high or not number.low or numbers.is_year(text, number):
            continue
        if any(span.overlaps(claim.span) for claim in claims):
            continue
        sentence = sentences.around(found, span)
        claim = Claim(
            span=span,
            surface=span.of(text),
            figure=Figure(kind=Kind.QUANTITY, low=number.low, high=number.high, unit=_counted(text, span, claims)),
            sentence=sentence,
            rule=RULE,
        )
        near = text[text.rfind("\n", 0, span.start) + 1 :].partition("\n")[0]
        yield replace(line, sentence=sentence.of(text), record=replace(line.record, claim=claim, restated=())), near


def _counted(text: str, span: Span, claims: Sequence[Claim]) -> str | None:
    """The noun of the whole that a number is said to be a part of ("64 of the 80 routes")."""
    wholes = (claim for claim in claims if claim.figure.kind is Kind.QUANTITY and claim.span.start > span.end)
    whole = min(wholes, key=lambda claim: claim.span.start, default=None)
    if whole is None or whole.figure.unit is None or _OF.fullmatch(text, span.end, whole.span.start) is None:
        return None
    return " ".join([*_WORD.findall(whole.surface)[:-1], whole.figure.unit])

"""The part that a sum is for, by its number or its place: "for Phase One", "the second stage", "the northern leg".

The scope is then "phase 1", "stage 2", "northern leg", however the words write it.
"""

import re
from collections.abc import Iterator

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import MONEY, Hit, Side
from app.extraction.basis.numerals import NUMBER, ORDINAL, whole
from app.extraction.word_sets import one_of

_PART = re.compile(
    rf"\b(?:(?P<noun>phase|stage)s? (?P<number>{NUMBER})(?P<letter>[a-e]?)(?! (?:cancer|trial|disease))"
    rf"|(?P<nth>{ORDINAL}) (?P<counted>phase|stage|tranche|section|leg)"
    r"|(?P<side>northern|southern|eastern|western|central) (?P<placed>leg|section|stretch|branch|phase))\b"
)
_WORDS = one_of("phase phases stage stages tranche section leg stretch branch")
_WITHIN = 70


def hits(clause: Clause) -> Iterator[Hit]:
    """Every cue of a part; one with a colon behind it is the label of a row and heads what follows."""
    for match in () if _WORDS.isdisjoint(clause.words) else _PART.finditer(clause.low):
        if match["noun"]:
            value = f"{match['noun']} {whole(match['number'])}{match['letter']}"
        elif match["nth"]:
            value = f"{match['counted']} {whole(match['nth'])}"
        else:
            value = f"{match['side']} {match['placed']}"
        span = Span(*match.span()).shifted(clause.span.start)
        side = Side.BEFORE if clause.after(span.end, 1) == ":" else Side.EITHER
        yield Hit(name="scope", value=value, span=span, fits=MONEY, side=side, within=_WITHIN)

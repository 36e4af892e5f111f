"""The part that a sum is for, by its number or its place: "for Phase One", "the second stage", "the northern leg".

The scope is then "phase 1", "stage 2", "northern leg", however the words write it, and "of which" for a part of an
amount that is told beside it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, Hit, Side
from app.extraction.basis.numerals import NUMBER, ORDINAL, whole
from app.extraction.word_sets import one_of

_PART = re.compile(
    rf"\b(?:(?P<noun>phase|stage)s? (?P<number>{NUMBER})(?P<letter>[a-e]?)(?! (?:cancer|trial|disease))"
    rf"|(?P<nth>{ORDINAL}) (?P<counted>phase|stage|tranche|section|leg)"
    r"|(?P<side>northern|southern|eastern|western|central) (?P<placed>leg|section|stretch|branch|phase))\b"
)
_WORDS = one_of("phase phases stage stages tranche section leg stretch branch")
_WITHIN = 70
_OUT_OF = re.compile(r"(?:^|[,;.]\s)(?:out )?of (?:the |its |that |this |an? )(?:total )?$")
_OF_SUM = re.compile(r"\sof (?:the|its|that|this|their) (?:total |overall |original )?")


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
    yield from _out_of(clause)


def _out_of(clause: Clause) -> Iterator[Hit]:
    """A part of an amount named beside it: "Of the £2bn, £300m is for roads", "£300m of the £2bn"."""
    for part, whole_sum in pairwise(clause.figures):
        of = _OF_SUM.fullmatch(clause.between(part.span, whole_sum.span))
        if of and part.figure.kind is whole_sum.figure.kind and part.figure.kind in AMOUNTS:
            fits = frozenset({part.figure.kind})
            span = Span(part.span.end + 1, part.span.end + 1 + len(of[0].strip()))
            yield Hit(name="scope", value="of which", span=span, fits=fits, side=Side.AFTER, within=1)
    for whole_sum in clause.figures:
        lead = _OUT_OF.search(clause.before(whole_sum.span.start, 20))
        if lead and whole_sum.figure.kind in AMOUNTS and clause.after(whole_sum.span.end, 2) == ", ":
            span = Span(whole_sum.span.start - len(lead[0].lstrip(",;. ")), whole_sum.span.end)
            yield Hit(name="scope", value="of which", span=span, fits=NUMBERS, side=Side.BEFORE, within=12)

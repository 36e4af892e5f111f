"""One figure, read from exactly the words that a person chose or typed."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.basis import Basis
from app.domain.claim import Claim
from app.domain.span import Span
from app.extraction import basis, pipeline
from app.extraction.mention import Mention, Passage


def figures(passage: Passage, span: Span) -> Sequence[Claim]:
    """The figures that these words of a text say, whatever stands around them; their spans are those of the text."""
    text = passage.text
    blank = " " * span.start + span.of(text) + " " * (len(text) - span.end)
    found = pipeline.read(replace(passage, text=blank, parts=()))
    return [claim for claim in found if claim.converts is None]


def read(passage: Passage, span: Span, sentence: Span) -> Claim | None:
    """The one figure that these words say, with what its sentence says of its basis; None where they are no figure."""
    found = figures(passage, span)
    if len(found) != 1:
        return None
    (one,) = found
    mention = Mention(
        span=span,
        figure=one.figure,
        rule=one.rule,
        qualifier_cue=one.qualifier_cue,
        confidence=one.confidence,
        doubt=one.doubt,
    )
    stated = basis.read(passage, sentence, [mention]).get(span, Basis())
    return replace(one, span=span, surface=span.of(passage.text), sentence=sentence, basis=stated)

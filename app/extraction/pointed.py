"""The figure of words that somebody points at, whatever the rules made of the text."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.basis import Basis
from app.domain.claim import Claim, Confidence
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.extraction import basis, exact, pipeline, sentences, speakers
from app.extraction.mention import Mention, Passage
from app.extraction.money import currencies
from app.extraction.numbers import anchors

BY_HAND = "by hand"
"""The rule of what was found by a person."""


def read(passage: Passage, span: Span) -> list[Claim]:
    """A claim of these words for each figure among them: one, unless they hold several.

    They are read in their place if they can be, else by themselves; a number whose unit is not told counts as well.
    Dates and durations count only where there is no other figure.
    """
    found = [claim for claim in pipeline.read(passage) if claim.span.overlaps(span) and claim.converts is None]
    if not found or not all(_within(claim.span, span) for claim in found):
        breaks = sentences.split(passage)
        found = [_placed(passage, breaks, mention) for mention in _alone(passage, span)]
    telling = [claim for claim in found if claim.figure.kind not in (Kind.DATE, Kind.DURATION)] or found
    return [replace(claim, span=span, surface=span.of(passage.text), rule=BY_HAND) for claim in telling]


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _alone(passage: Passage, span: Span) -> list[Mention]:
    """The figures of words that are read as if nothing stood around them, but in the same money."""
    words, conventions = span.of(passage.text), passage.conventions
    if "$" in words and conventions.currency is None:
        conventions = replace(conventions, currency=currencies.settled(passage, "$"))
    found = [
        Mention(
            span=claim.span,
            figure=claim.figure,
            rule=claim.rule,
            qualifier_cue=claim.qualifier_cue,
            confidence=claim.confidence,
            doubt=claim.doubt,
        )
        for claim in exact.figures(replace(passage, conventions=conventions), span)
    ]
    return found or [
        Mention(
            span=Span(number.start + span.start, number.end + span.start),
            figure=Figure(kind=Kind.QUANTITY, low=number.low, high=number.high, vague=number.vague),
            rule=BY_HAND,
            confidence=Confidence.LOW,
            doubt="the words name no unit",
        )
        for number in anchors.scan(words).numbers
    ]


def _placed(passage: Passage, breaks: Sequence[Span], mention: Mention) -> Claim:
    """A figure with what its sentence says of it."""
    sentence = sentences.around(breaks, mention.span)
    speaker, stance = speakers.Reader(passage).read(sentence, mention)
    return Claim(
        span=mention.span,
        surface=mention.span.of(passage.text),
        figure=mention.figure,
        sentence=sentence,
        rule=mention.rule,
        qualifier_cue=mention.qualifier_cue,
        basis=basis.read(passage, sentence, [mention]).get(mention.span, Basis()),
        speaker=speaker,
        stance=stance,
        confidence=mention.confidence,
        doubt=mention.doubt,
    )

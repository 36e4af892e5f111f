"""Who says a figure, and how they stand to it: quotation, sentence and comment asked in turn."""

import re
from bisect import bisect_right

from app.domain.article import Part, PartKind
from app.domain.claim import Speaker, Stance
from app.domain.span import Span
from app.extraction.mention import Mention, Passage
from app.extraction.speakers import attributions, denials, hearsay, quotations, words
from app.extraction.speakers.known import Answer, Known, resolved
from app.extraction.speakers.quoters import answered, quoted
from app.extraction.speakers.source import Attribution
from app.extraction.speakers.subjects import after
from app.extraction.word_sets import one_of

_BLOCK = 1200
"""Characters of a sentence that are looked at, at the least, on either side of a figure; attributions are shorter."""
_LEAD = 300
"""Characters before a figure that may deny it or pass it on."""
_SELF = re.compile(r"\b(?:i|we)\s+(?:\w+ly\s+)?(?P<verb>\w+)\b", re.IGNORECASE)
_GUESSING = one_of("reckon estimate guess expect think believe suspect calculate")


class Reader:
    """Reads the sources of one passage's figures; what it finds in the text on the way serves the figures after."""

    def __init__(self, passage: Passage) -> None:
        self._known = Known(passage)

    def read(self, sentence: Span, mention: Mention) -> Answer:
        """The innermost source of a figure and its stance; two Nones where the article itself speaks.

        A pronoun or a description gives the name before it, with that name's span; in a reader's comment its author
        speaks unless the words name somebody else.
        """
        known = self._known
        sentence = _clipped(sentence, mention.span)
        at = quotations.around(known.quotations, mention.span)
        comment = _comment(known.passage, mention.span)
        within = at is not None and known.quotations[at].end - known.quotations[at].start > 2
        answer = quoted(known, at, sentence, mention) if within and at is not None else None
        answer = answer or answered(known, sentence, mention)
        if answer is None:
            answer = _unquoted(known, sentence, mention, known.attributions(sentence), comment)
        if answer != (None, None):
            return answer
        speaker, stance = _commenter(known, mention.span, comment)
        return speaker, stance and _self_stance(known.passage, sentence, mention)


def _clipped(sentence: Span, span: Span) -> Span:
    """The stretch of an endless sentence that is read for a figure; neighbours share it, so it is read once."""
    if sentence.end - sentence.start <= 3 * _BLOCK:
        return sentence
    block = (span.start - sentence.start) // _BLOCK
    start = sentence.start + max(0, block - 1) * _BLOCK
    return Span(start, max(span.end, min(sentence.end, start + 3 * _BLOCK)))


def _unquoted(known: Known, sentence: Span, mention: Mention, found: list[Attribution], comment: Part | None) -> Answer:
    """Who says a figure that is not quoted, from the words of its own sentence."""
    text = sentence.of(known.passage.text)
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    lead, own, rest = _without_asides(text, found, start).lower(), text[start:end].lower(), text[end : end + 200]
    source = attributions.claimed_next(text, end) or attributions.innermost(found, text, start, end)
    source = source or attributions.described(found, text, start, end)
    if source is not None and _begins_anew(text, source, start):
        lead = text[source.at.start : start].lower()
    denied = denials.denied(lead, own, rest.lower())
    if source is None and denied and denials.contradicted(lead):
        source = next((one for one in found if one.at.start >= end), None)
    if denied and source is not None and source.owned:
        # The owner of a claim does not deny it; whoever does is named further out.
        source = attributions.innermost([one for one in found if not one.owned], text, start, end) or source
    reported = hearsay.passed_on(lead, rest.lower())
    if reported is None and own.startswith(("the reported", "a reported", "reported")):
        reported = 1
    if source is not None and source.stance is Stance.DENIES and source.at.end <= start:
        reported = None
    if reported is not None and (source is None or source.at.end <= start - reported or source.at.start >= end):
        named = _named_outlet(known, sentence, end, rest)
        if named is not None or source is None or source.at.end <= start - reported:
            return named, Stance.REPORTS
    if source is None:
        return (_commenter(known, mention.span, comment)[0], Stance.DENIES) if denied else (None, None)
    # Who trails a clause ("Mr Cole weighed 64kg, he added") is not whom the clause is about.
    behind = source.leftwards and source.at.start >= end
    clause = sentence.start + max(text.rfind(mark, 0, start) for mark in ":;") + 1
    speaker = resolved(known, source.subject, sentence.start, before=clause if behind else None)
    if speaker is None and source.subject.is_pronoun and source.subject.text.lower() in {"i", "we", "you"}:
        speaker = _commenter(known, mention.span, comment)[0]
        if speaker is None and comment is None:
            return None, None
    stance = Stance.DENIES if denied and not source.owned else source.stance
    if speaker is not None and _is_hearsay(speaker.name):
        return None, Stance.REPORTS
    return speaker, stance


def _is_hearsay(name: str) -> bool:
    """Whether a source is reports of nobody's, or a whole press: "French media", but "Associated Press"."""
    *first, last = name.split()
    return last.lower() in words.MEDIA and (last.islower() or not first)


def _without_asides(text: str, found: list[Attribution], end: int) -> str:
    """The words before a figure without who says them: "Nor is it true(, it added,) that"."""
    lead = text[:end]
    for one in reversed(found):
        aside = one.leftwards and one.rightwards and one.at.end < end and end - one.at.start < _LEAD
        if aside and lead[: one.at.start].endswith(", ") and lead.startswith(",", one.at.end):
            lead = lead[: one.at.start - 2] + lead[one.at.end + 1 :]
    return lead[-_LEAD:]


def _begins_anew(text: str, source: Attribution, figure: int) -> bool:
    """Whether a denial ends before a source: "“It is false that it was £5m,” he said, adding that it was ..."."""
    if source.at.end > figure or source.leftwards or source.owned:
        return False
    return text[: source.at.start].rstrip()[-1:] in {",", ";", "”", '"', "—"}


def _named_outlet(known: Known, sentence: Span, end: int, rest: str) -> Speaker | None:
    """The outlet of "the reported £5m in the Herald"."""
    at = hearsay.outlet(rest)
    if at is None:
        return None
    subject = after(sentence.of(known.passage.text), end + at)
    if subject is None or not {token.lower() for token in subject.text.split()} & words.OUTLETS:
        return None
    return Speaker(name=subject.text, span=subject.span.shifted(sentence.start))


def _comment(passage: Passage, span: Span) -> Part | None:
    """The reader's comment that a figure stands in."""
    at = bisect_right(passage.parts, span.start, key=lambda part: part.span.start) - 1
    part = passage.parts[at] if at >= 0 else None
    return part if part and part.kind is PartKind.COMMENT and part.span.end > span.start else None


def _commenter(known: Known, span: Span, comment: Part | None) -> Answer:
    """A comment's author, with the span of the name where the comment's head gives it, else who heads the line."""
    if comment is None:
        label = known.label(span.start)
        return (label, Stance.STATES) if label else (None, None)
    if comment.author is None:
        return None, Stance.STATES
    text = known.passage.text
    at = text.find(comment.author, max(0, comment.span.start - 120), comment.span.start + 120)
    place = Span(at, at + len(comment.author)) if at >= 0 else None
    return Speaker(name=comment.author, span=place), Stance.STATES


def _self_stance(passage: Passage, sentence: Span, mention: Mention) -> Stance:
    """Whether a comment's author only reckons: "I think it is £5m"."""
    lead = passage.text[sentence.start : mention.span.start]
    guessed = any(match["verb"].lower() in _GUESSING for match in _SELF.finditer(lead))
    return Stance.ESTIMATES if guessed else Stance.STATES

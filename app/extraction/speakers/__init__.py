"""Whose figure it is: the innermost source that the words name, and how it stands to the figure.

words.py holds the tables (verbs, roles, bodies, outlets). subjects.py reads who stands beside a verb, attributions.py
which part of a sentence is theirs, quotations.py what is quoted, names.py whom "she" or "the minister" means.
"""

import re
import threading
from bisect import bisect_right
from collections.abc import Sequence

from app.domain.article import Part, PartKind
from app.domain.claim import Speaker, Stance
from app.domain.span import Span
from app.extraction.mention import Mention, Passage
from app.extraction.speakers import attributions, hearsay, names, quotations, words
from app.extraction.speakers.attributions import Attribution
from app.extraction.speakers.names import Name
from app.extraction.speakers.subjects import Subject, after

_Answer = tuple[Speaker | None, Stance | None]
_BLOCK = 1200
"""Characters of a sentence that are looked at, at the least, on either side of a figure; attributions are shorter."""
_SELF = re.compile(r"\b(?:i|we)\s+(?:\w+ly\s+)?(?P<verb>\w+)\b", re.IGNORECASE)
_GUESSING = words.one_of("reckon estimate guess expect think believe suspect calculate")
_HINTS = re.compile(
    r"said|say|told|tell|claim|warn|report|estimat|reckon|accord|put|expect|forecast|predict"
    r"|project|deni|deny|reject|disput"
    r"|dismiss|announc|confirm|reveal|stat|insist|argu|add|not|n['’]t|show|find|found|cost|valu"
    r"|pric|think|thought|believ"
    r"|understood|rumou?r|alleg|suppos|figure|set|sum|by|wrong|false|untrue|nonsense|give|reach|require|provide|note"
    r"|declar|assert|admit|test|stress|suggest|indicat|conclud|tweet|boast|complain|wrote|writ"
    r"|explain|observ|calcul|antic"
    r"|guess|peg|assess|ref|rebut|contest|disown|recogni|cit|word|record|list|agree|maint|acknow|recall|contin"
    r"|reply|repli|shar|disclos"
)


class _Read:
    """What is read once of a text: its quotations and, when first asked for, its names."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.quotations = quotations.read(passage.text)
        self.sentence: Span | None = None
        self.looked_at: Span | None = None
        self.promising = False
        self.outside: list[Attribution] = []
        self.quoted: dict[int, _Answer | None] = {}
        self._names: list[Name] | None = None

    @property
    def names(self) -> list[Name]:
        if self._names is None:
            self._names = names.read(self.passage.text)
        return self._names

    def hinted(self, sentence: Span) -> bool:
        """Whether a sentence holds any word that could name a source."""
        if self.looked_at != sentence:
            self.looked_at, self.promising = sentence, _HINTS.search(sentence.of(self.passage.text).lower()) is not None
        return self.promising

    def attributions(self, window: Span) -> list[Attribution]:
        """The attributions of a sentence outside its quotations; offsets are the window's."""
        if self.sentence != window:
            self.sentence = window
            self.outside = attributions.read(quotations.hidden(self.passage.text, window, self.quotations))
        return self.outside


class _Latest(threading.local):
    """The text read last: its figures are asked for one after the other."""

    read: _Read | None = None


_latest = _Latest()


def read(passage: Passage, breaks: Sequence[Span], sentence: Span, mention: Mention) -> _Answer:
    """The innermost source of a figure and its stance; two Nones where the article itself speaks.

    `breaks` are the sentences of the text. A pronoun or a description gives the name before it, with that name's span;
    in a reader's comment its author speaks unless the words name somebody else.
    """
    if _latest.read is None or _latest.read.passage is not passage:
        _latest.read = _Read(passage)
    known = _latest.read
    sentence = _clipped(sentence, mention.span)
    at = quotations.around(known.quotations, mention.span)
    comment = _comment(passage, mention.span)
    quoted = at is not None and known.quotations[at].end - known.quotations[at].start > 2
    if not quoted and not known.hinted(sentence):
        return _commenter(passage, comment)
    answer = _quoted(known, breaks, at, sentence, mention) if quoted and at is not None else None
    if answer is None:
        answer = _said(known, sentence, mention, known.attributions(sentence), comment)
    return answer if answer != (None, None) else _commenter(passage, comment, _self_stance(passage, sentence, mention))


def _clipped(sentence: Span, span: Span) -> Span:
    """The stretch of an endless sentence that is read for a figure; neighbours share it, so it is read once."""
    if sentence.end - sentence.start <= 3 * _BLOCK:
        return sentence
    block = (span.start - sentence.start) // _BLOCK
    start = sentence.start + max(0, block - 1) * _BLOCK
    return Span(start, max(span.end, min(sentence.end, start + 3 * _BLOCK)))


def _said(known: _Read, sentence: Span, mention: Mention, found: list[Attribution], comment: Part | None) -> _Answer:
    """Who says a figure that is not quoted, from the words of its own sentence."""
    text = sentence.of(known.passage.text)
    start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
    lead, own, rest = text[max(0, start - 300) : start].lower(), text[start:end].lower(), text[end : end + 200]
    source = attributions.innermost(found, text, start, end)
    denied = hearsay.denied(lead, own, rest.lower())
    reported = hearsay.passed_on(lead, rest.lower())
    if reported is None and own.startswith(("the reported", "a reported", "reported")):
        reported = 1
    if reported is not None and (source is None or source.at.end <= start - reported or source.at.start >= end):
        named = _named_outlet(known, sentence, end, rest)
        if named is not None or source is None or source.at.end <= start - reported:
            return named, Stance.REPORTS
    if source is None:
        return (_commenter(known.passage, comment)[0], Stance.DENIES) if denied else (None, None)
    speaker = _resolved(known, source.subject, sentence.start)
    if speaker is None and source.subject.is_pronoun and source.subject.text.lower() in {"i", "we", "you"}:
        speaker = _commenter(known.passage, comment)[0]
        if speaker is None and comment is None:
            return None, None
    stance = Stance.DENIES if denied and not source.owned else source.stance
    if speaker is not None and speaker.name.lower().split()[-1] in words.MEDIA:
        return None, Stance.REPORTS
    return speaker, stance


def _named_outlet(known: _Read, sentence: Span, end: int, rest: str) -> Speaker | None:
    """The outlet of "the reported £5m in the Herald"."""
    at = hearsay.outlet(rest)
    if at is None:
        return None
    subject = after(sentence.of(known.passage.text), end + at)
    if subject is None or not {token.lower() for token in subject.text.split()} & words.OUTLETS:
        return None
    return Speaker(name=subject.text, span=subject.span.shifted(sentence.start))


def _quoted(known: _Read, breaks: Sequence[Span], at: int, sentence: Span, mention: Mention) -> _Answer | None:
    """Who says a quoted figure: a source inside the quotation, else whoever is quoted."""
    text, quotation = known.passage.text, known.quotations[at]
    inside = Span(max(quotation.start + 1, sentence.start), max(mention.span.end, min(quotation.end - 1, sentence.end)))
    start, end = mention.span.start - inside.start, mention.span.end - inside.start
    words_inside = inside.of(text)
    low = words_inside.lower()
    denied = hearsay.denied(low[:start], low[start:end], low[end:])
    inner = attributions.innermost(attributions.read(words_inside), words_inside, start, end)
    own = inner is not None and inner.subject.text.lower() in {"i", "we", "you"}
    if inner is not None and not own and (speaker := _resolved(known, inner.subject, inside.start)) is not None:
        return speaker, Stance.DENIES if denied else inner.stance
    for position in range(at, max(-1, at - 4), -1):
        # Of an earlier quotation only what names its speaker at once counts, so the two are kept apart.
        key = 2 * position + (position < at)
        if key not in known.quoted:
            known.quoted[key] = _quoting(known, known.quotations[position], last=position < at)
        outer = known.quoted[key]
        if outer is not None:
            stance = inner.stance if inner is not None and own else Stance.STATES
            if outer[1] in {Stance.DENIES, Stance.ESTIMATES}:
                stance = outer[1]
            return outer[0], Stance.DENIES if denied else stance
        if position and not _runs_on(known.quotations[position - 1], known.quotations[position]):
            break
    return None


def _runs_on(first: Span, second: Span) -> bool:
    """Whether nobody but the one speaker stands between two quotations: little text, or a new paragraph at once."""
    return second.start - first.end < 160


def _quoting(known: _Read, quotation: Span, *, last: bool) -> _Answer | None:
    """Who is quoted, from the words right behind a quotation or else right before it."""
    text = known.passage.text
    window = Span(max(0, quotation.start - 260), min(len(text), quotation.end + 200))
    hidden = quotations.hidden(text, window, known.quotations)
    start, end = quotation.start - window.start, quotation.end - window.start
    paragraph_end = hidden.find("\n", end)
    behind = hidden[: paragraph_end if paragraph_end >= 0 else len(hidden)]
    head = max(hidden.rfind("\n\n", 0, start) + 1, _sentence_start(hidden, start))
    found = attributions.read(behind[head:])
    near = [one for one in found if 0 <= one.at.start - (end - head) < 40 and one.leftwards]
    near = [one for one in near if not re.search(r"[“\"]|[.!?]\s", behind[end : one.at.start + head])]
    lead = [one for one in found if one.at.end <= start - head]
    source = near[0] if near else None
    if source is None and lead and _leads_up(hidden[lead[-1].at.end + head : start]):
        source = lead[-1]
    if source is None and not last:
        later = [one for one in found if one.leftwards and one.at.start >= end - head]
        clear = later and not re.search(r"[.!?]\s", behind[end : later[0].at.start + head])
        source = later[0] if clear else None
    if source is None:
        return None
    return _resolved(known, source.subject, window.start + head), source.stance


def _sentence_start(hidden: str, start: int) -> int:
    found = list(re.finditer(r"[.!?][”\"]?\s+(?=[A-Z])", hidden[:start]))
    return found[-1].end() if found else 0


def _leads_up(between: str) -> bool:
    """Whether what parts a verb and the quotation behind it leaves the two together."""
    return re.search(r"[.!?;]\s", between) is None


def _resolved(known: _Read, subject: Subject, offset: int) -> Speaker | None:
    """The speaker a subject means: the name before it for a pronoun or a description."""
    span = subject.span.shifted(offset)
    if subject.text.lower() in {"i", "we", "you", "who"}:
        return None
    if subject.is_pronoun or subject.is_description:
        said = subject.text.lower()
        name = names.meant(known.names, span.start, said)
        if name is not None:
            return Speaker(name=name.text, span=name.span)
        if subject.is_pronoun:
            return _described(known, span.start, said)
    return Speaker(name=" ".join(subject.text.split()), span=span)


_BODY = re.compile(
    r"\b(?:the|a|an)\s+((?:[a-z-]+\s)?(?:" + "|".join(sorted(words.BODIES - {"tank"})) + r"))\b", re.IGNORECASE
)
_PERSON = re.compile(r"\b(?:the|a|an)\s+((?:[a-z-]+\s)?(?:" + "|".join(sorted(words.ROLES)) + r"))\b", re.IGNORECASE)


def _described(known: _Read, before: int, pronoun: str) -> Speaker | None:
    """A pronoun with no name before it means the nearest description: "the ministry ... it said"."""
    pattern = _PERSON if pronoun in {"he", "she"} else _BODY
    start = max(0, before - 400)
    last = None
    for match in pattern.finditer(known.passage.text, start, before):
        last = match
    return Speaker(name=last[1], span=Span(last.start(1), last.end(1))) if last else None


def _comment(passage: Passage, span: Span) -> Part | None:
    """The reader's comment that a figure stands in."""
    at = bisect_right(passage.parts, span.start, key=lambda part: part.span.start) - 1
    part = passage.parts[at] if at >= 0 else None
    return part if part and part.kind is PartKind.COMMENT and part.span.end > span.start else None


def _commenter(passage: Passage, comment: Part | None, stance: Stance = Stance.STATES) -> _Answer:
    """A comment's author, with the span of the name where the comment's head gives it."""
    if comment is None:
        return None, None
    if comment.author is None:
        return None, stance
    at = passage.text.find(comment.author, max(0, comment.span.start - 120), comment.span.start + 120)
    span = Span(at, at + len(comment.author)) if at >= 0 else None
    return Speaker(name=comment.author, span=span), stance


def _self_stance(passage: Passage, sentence: Span, mention: Mention) -> Stance:
    """Whether a comment's author only reckons: "I think it is £5m"."""
    lead = passage.text[sentence.start : mention.span.start]
    guessed = any(match["verb"].lower() in _GUESSING for match in _SELF.finditer(lead))
    return Stance.ESTIMATES if guessed else Stance.STATES

"""What is known of a text while its figures are asked about, and whom a subject in it means."""

import re

from app.domain.claim import Speaker, Stance
from app.domain.span import Span
from app.extraction.mention import Passage
from app.extraction.speakers import attributions, labels, names, quotations, words
from app.extraction.speakers.attribution import Attribution
from app.extraction.speakers.names import Name
from app.extraction.speakers.noun_phrases import Subject
from app.extraction.speakers.speech_verbs import BY_FORM
from app.extraction.word_sets import one_of

Answer = tuple[Speaker | None, Stance | None]


class Known:
    """What is read once of a text: its quotations, labels and, when first asked for, its names."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.quotations = quotations.read(passage.text)
        self.sentence: Span | None = None
        self.outside: list[Attribution] = []
        self.quoted: dict[int, Answer | None] = {}
        self._names: list[Name] | None = None
        self._labels = {passage.text.rfind("\n", 0, one.start) + 1: one for one in labels.read(passage.text)}
        self._closings = {line.start: source for line, source in labels.closing(passage.text)}

    @property
    def names(self) -> list[Name]:
        if self._names is None:
            self._names = names.read(self.passage.text)
        return self._names

    def label(self, start: int) -> Speaker | None:
        """Who is named with a colon at the head of the line in which `start` lies."""
        if not self._labels and not self._closings:
            return None
        text = self.passage.text
        line = text.rfind("\n", 0, start) + 1
        if (closing := self._closings.get(line)) is not None and start < closing.start:
            return Speaker(name=" ".join(closing.of(text).split()), span=closing)
        span = self._labels.get(line)
        if span is None or span.end > start or not labels.speaks(text, span, self.names):
            return None
        return Speaker(name=" ".join(span.of(text).split()), span=span)

    def attributions(self, window: Span) -> list[Attribution]:
        """The attributions of a sentence outside its quotations; offsets are the window's."""
        if self.sentence != window:
            self.sentence = window
            self.outside = attributions.read(quotations.hidden(self.passage.text, window, self.quotations))
        return self.outside


_POSSESSIVES = one_of("his her its their")
_NOMINATIVES = {"him": "he", "her": "she", "them": "they"}


def resolved(known: Known, subject: Subject, offset: int, *, before: int | None = None) -> Speaker | None:
    """The speaker a subject means: the name before it, and if there is one before `before`, for a pronoun."""
    span = subject.span.shifted(offset)
    if subject.text.lower() in {"i", "we", "you", "who", "one", "another"}:
        return None
    if subject.is_pronoun or subject.is_description:
        said = _NOMINATIVES.get(subject.text.lower(), subject.text.lower())
        name = names.meant(known.names, before, said) if before is not None and subject.is_pronoun else None
        if said == "they" and (many := _many(known.passage.text, span.start)) is not None:
            return many
        name = name or names.meant(known.names, span.start, said)
        owner = known.passage.text[subject.begin + offset : span.start].strip().lower()
        if said == "it" and (document := _document(known.passage.text, span.start, name)) is not None:
            return document
        if name is not None and owner in _POSSESSIVES and name.roles.isdisjoint(said.split()):
            name = None  # his spokesman is not he
        if name is not None:
            return Speaker(name=name.text, span=name.span)
        if subject.is_pronoun:
            return _described(known, span.start, said)
    return Speaker(name=" ".join(subject.text.split()), span=span)


_BODY = re.compile(
    r"\b(?:the|a|an)\s+((?:[a-z'’-]+\s)?(?:"
    + "|".join(sorted(words.BODIES - {"tank"} | words.DOCUMENTS - {"bill", "order", "text"}))
    + r"))\b",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:the|a|an)\s+((?:[a-z-]+\s)?(?:" + "|".join(sorted(words.ROLES)) + r"))\b", re.IGNORECASE)
_SPOKE = re.compile(
    r"\b(?:The|the|An?|an?|this|This)\s(?P<who>(?:[a-z]+\s)?(?:"
    + "|".join(sorted(words.DOCUMENTS - {"bill", "order", "text"}))
    + r"))(?:,\s[^,.;:]{3,60},)?(?:\s(?:also|has|had|then|\w+ly))*\s(?P<verb>[a-z]+)\b"
)
_MANY = re.compile(
    r"\b(?P<who>(?:prosecutors|ministers|officials|campaigners|critics|unions|police|doctors|researchers|scientists"
    r"|economists|analysts|lawyers|allies|residents|councillors|republicans|democrats|organisers|investigators|experts"
    r"|[a-z]+ers))\s(?:\w+ly\s|have\s|had\s)*(?:concede|conceded|admit|admitted|said|say|told|claim|claimed|warn"
    r"|warned|argue|argued|estimate|estimated)\b",
    re.IGNORECASE,
)


def _document(text: str, before: int, name: Name | None) -> Speaker | None:
    """The document that "it" means, where one spoke behind the name that "it" could mean: "The review claims that"."""
    last = None
    for match in _SPOKE.finditer(text, max(0, before - 500), before):
        last = match if match["verb"] in BY_FORM else last
    if last is None or (name is not None and name.leads and name.at > last.start()):
        return None
    return Speaker(name=last["who"], span=Span(*last.span("who")))


def _many(text: str, before: int) -> Speaker | None:
    """Those whom "they" means, where some of many spoke last: "prosecutors said ... they told the jury"."""
    last = None
    for match in _MANY.finditer(text, max(0, before - 400), before):
        last = match
    return Speaker(name=last["who"], span=Span(*last.span("who"))) if last else None


def _described(known: Known, before: int, pronoun: str) -> Speaker | None:
    """A pronoun with no name before it means the nearest description: "the ministry ... it said"."""
    pattern = _PERSON if pronoun in {"he", "she"} else _BODY
    start = max(0, before - 400)
    last = None
    for match in pattern.finditer(known.passage.text, start, before):
        last = match
    return Speaker(name=last[1], span=Span(last.start(1), last.end(1))) if last else None

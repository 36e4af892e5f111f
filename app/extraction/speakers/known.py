"""What is known of a text while its figures are asked about, and whom a subject in it means."""

import re

from app.domain.claim import Speaker, Stance
from app.domain.span import Span
from app.extraction.mention import Passage
from app.extraction.speakers import acronyms, attributions, labels, names, quotations, words
from app.extraction.speakers.names import Name
from app.extraction.speakers.noun_phrases import Subject
from app.extraction.speakers.source import Attribution
from app.extraction.speakers.verb_table import BY_FORM
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
        self._surnames: dict[str, tuple[Span, Span]] | None = None
        self._acronyms: dict[str, Span] | None = None
        self._labels = {passage.text.rfind("\n", 0, one.start) + 1: one for one in labels.read(passage.text)}
        self._closings = labels.closing(passage.text)

    @property
    def names(self) -> list[Name]:
        if self._names is None:
            self._names = names.read(self.passage.text)
        return self._names

    @property
    def surnames(self) -> dict[str, tuple[Span, Span]]:
        """The last words of persons' names, each with the first and the last name that ends so."""
        if self._surnames is None:
            self._surnames = {}
            for name in self.names:
                if name.person:
                    last = name.text.split()[-1]
                    self._surnames[last] = (self._surnames.get(last, (name.span,))[0], name.span)
        return self._surnames

    def named(self, name: str, span: Span) -> Speaker:
        """The speaker of a name, under the full one that the text explains an acronym with."""
        if name.isupper() and self._acronyms is None:
            self._acronyms = acronyms.read(self.passage.text)
        full = self._acronyms.get(name) if self._acronyms and name.isupper() else None
        return Speaker(name=full.of(self.passage.text), span=full) if full else Speaker(name=name, span=span)

    def is_called(self, name: Name, head: str) -> bool:
        """Whether an acronym that the text explains has the noun in its full name: no "committee" is a council."""
        full = self.named(name.text, name.span).name
        return full == name.text or head in full.lower().split()

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
_CALLED_SO = one_of("committee commission council court department ministry")
"""What only a body with the word in its name is called, while a union may be an association, a party a congress."""
_OWNERS = {"his": "he", "her": "she", "its": "it"}
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
        if name is not None and subject.head in _CALLED_SO and not known.is_called(name, subject.head):
            name = None
        if name is not None:
            return known.named(name.text, name.span)
        if subject.is_pronoun:
            return _described(known, span.start, said)
    elif subject.definite and (giver := _owner_of_data(known, subject, offset)) is not None:
        return giver
    span = _without_office(known, span)
    return known.named(" ".join(span.of(known.passage.text).split()), span)


def _owner_of_data(known: Known, subject: Subject, offset: int) -> Speaker | None:
    """Who gives data that are called his or hers: of "according to her calculations" the name that "her" means."""
    said = known.passage.text[subject.begin + offset : subject.span.start + offset].strip().lower()
    if said not in _OWNERS or subject.head not in words.NAMELESS_DATA:
        return None
    name = names.meant(known.names, subject.begin + offset, _OWNERS[said])
    return known.named(name.text, name.span) if name else None


def _without_office(known: Known, span: Span) -> Span:
    """A person's name without the office before it, where the text has the surname elsewhere: "Minister for X A B"."""
    words_of_it = list(_CAPITALISED.finditer(known.passage.text, span.start, span.end))
    if len(words_of_it) < _OFFICE_AND_NAME or words_of_it[-1].end() != span.end:
        return span
    surname = words_of_it[-1][0]
    clause = _CLAUSE_BEFORE.split(known.passage.text[max(0, span.start - _OFFICE_NEAR) : span.end])[-1]
    if words.TITLES_AND_ROLES.isdisjoint(clause.lower().split()):
        return span
    elsewhere = any(not place.overlaps(span) for place in known.surnames.get(surname, ()))
    return Span(words_of_it[-2].start(), span.end) if elsewhere else span


_CAPITALISED = re.compile(r"\b[A-Z][\w’'-]*")
_CLAUSE_BEFORE, _OFFICE_NEAR = re.compile(r"[,;:.\n“”\"]\s"), 80
_OFFICE_AND_NAME = 4
"""Words with a capital in the shortest "Minister for Lakes Jan Orme"; names of persons are mostly shorter."""
_BODY = re.compile(
    r"\b(?:the|a|an)\s+((?:[a-z'’-]+\s){0,2}(?:"
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
    rf"\b(?P<who>{words.MANY})\s(?:\w+ly\s|have\s|had\s)*"
    r"(?:concede|conceded|admit|admitted|said|say|told|claim|claimed|warn"
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

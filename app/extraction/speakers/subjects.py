"""Who stands before or behind a verb of speech: a name, a body, a document, a pronoun or a description."""

import re
from dataclasses import dataclass

from app.domain.span import Span
from app.extraction.speakers import words

_TOKEN = re.compile(r"[\w'’&./-]*[\w'’&]")
_ASIDE = re.compile(
    r"(?:\s+(?:has|have|had|also|now|later|then|already|recently|repeatedly|previously|himself"
    r"|herself|itself|themselves"
    r"|still|today|yesterday|since|once|again|will|this week|last week"
    r"|on \w+day|\w+ly|therefore"
    r"|in turn|meanwhile|ever|first|even|both|all))+\s*$"
)
_BLOCKED = re.compile(
    r"n['’]t\s*$|\b(?:would|could|may|might|can|should|must|is|are|was|were|be|been|being|to|not|never|by|of|let's|which"
    r"|it's|he's|she's)\s*$"
)
_RELATIVE = re.compile(r",?\s+(?:who|which)\s*$")
_WITH_CLAUSE = re.compile(r"\s+who\s+[^,;:.“”\"]{3,60}$")
_INSIDERS = re.compile(
    r"\b(?:people|persons?|sources?|officials?|insiders?|those)\s+(?:familiar|close|briefed|with"
    r" knowledge)\s[^,;:.]{3,50}$",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+")
_BLANK = re.compile(r"\s*")
_STOP_AFTER = re.compile(r"[,;:()“”\"!?\n—]|\.(?=\s|$)|\s[-–]\s")
_STOP_BEFORE = re.compile(r"[.…]\s(?=\S)|\s--?\s")
_SHORT_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])$")
_OPENING = re.compile(r"(?:^|[.!?”\"\n]\s*)$")
_DETERMINERS = words.one_of("the a an its his her their this that these those one some two many several our my no")
_INSIDE = words.one_of("of for from by at")
_INSIDE_OR_DETERMINERS = _INSIDE | _DETERMINERS
_STOPS = words.one_of(
    "that which who whom and or but while as when because if than after before since though"
    " although whether where what"
    " how so is are was were be been has have had will would could should may might must to with"
    " in on into over under"
    " about against during until says said told not if then where against between like via per towards without within"
    " here there yet said say cost costs rose fell spent paid saw yesterday today however meanwhile today"
)
_TEMPORAL = words.one_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august"
    " september october november december year month week ago later earlier"
)
_PRONOUNS = words.one_of("he she they it i we you who")
_SPOKEN = frozenset(
    form for form in words.BY_FORM if form.endswith("ed") and words.BY_FORM[form].frame is words.Frame.FREE
)
_NOT_SOURCES = words.one_of("there this that these those which what it's everyone nobody everything nothing")


@dataclass(frozen=True, slots=True)
class Subject:
    """A source as the words give it: its span without article, and whether "the" or "its" points back to another."""

    text: str
    span: Span
    definite: bool
    begin: int
    """Where the whole phrase begins, with article and titles."""

    @property
    def head(self) -> str:
        """The noun that says what it is, in small letters."""
        first = re.split(r"\s(?:of|for|from|by|at)\s", self.text)[0]
        return first.split()[-1].lower()

    @property
    def is_pronoun(self) -> bool:
        """Whether it is "she", "they" and the like."""
        return self.text.lower() in _PRONOUNS

    @property
    def is_description(self) -> bool:
        """Whether it describes somebody named elsewhere: "the minister", "the department"."""
        known = self.head in words.ROLES or self.head in words.BODIES
        return self.definite and known and self.text.islower() and " for " not in self.text and " of " not in self.text


def before(text: str, end: int) -> Subject | None:
    """The subject that ends before a verb at `end`; None where the verb is passive, an infinitive or has none."""
    start = max(0, end - 200)
    lead = text[start:end].rstrip()
    if _BLOCKED.search(lead):
        return None
    if (aside := _ASIDE.search(lead)) is not None:
        lead = lead[: aside.start()]
        if _BLOCKED.search(lead):
            return None
    if (relative := _RELATIVE.search(lead) or _WITH_CLAUSE.search(lead)) is not None:
        return _phrase(text, start, start + relative.start())
    if (sources := _INSIDERS.search(lead)) is not None:
        span = Span(start + sources.start(), start + sources.end())
        return Subject(span.of(text), span, False, span.start)
    if lead.endswith(","):
        return _apposed(text, start, start + len(lead) - 1)
    return _phrase(text, start, start + len(lead))


def after(text: str, start: int) -> Subject | None:
    """The subject that begins right behind a verb or "according to"."""
    match = _BLANK.match(text, start)
    begin = match.end() if match else start
    stop = _STOP_AFTER.search(text, begin, begin + 160)
    end = stop.start() if stop else min(len(text), begin + 160)
    tokens: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, begin, end):
        small = token[0].lower()
        if small in _STOPS or small in _TEMPORAL or (small in words.BY_FORM and tokens and small not in words.PAPERS):
            break
        tokens.append(token)
        if len(tokens) == 9:
            break
    while tokens and tokens[-1][0].lower() in _INSIDE_OR_DETERMINERS:
        tokens.pop()
    return _subject(text, tokens)


def _apposed(text: str, start: int, end: int) -> Subject | None:
    """The name before an apposition: "Jane Doe, a fellow at the institute, said"."""
    comma = text.rfind(",", start, end)
    if comma < 0:
        return None
    between = text[comma + 1 : end].strip()
    if _FULL_NAME.fullmatch(between):
        return _phrase(text, comma, end)
    found = _phrase(text, start, comma)
    if found is None or not (any(c.isupper() for c in found.text) or _OPENING.search(text[start : found.begin])):
        return None
    return found


def _phrase(text: str, start: int, end: int) -> Subject | None:
    """The noun phrase that ends at `end`, read backwards."""
    cut = max((text.rfind(mark, start, end) for mark in ',;:()“”"!?\n—–'), default=-1)
    for match in _STOP_BEFORE.finditer(text, max(start, cut + 1), end):
        if not _SHORT_TITLE.search(text[max(0, match.start() - 5) : match.start()]):
            cut = max(cut, match.start())
    tokens = list(_TOKEN.finditer(text, max(start, cut + 1), end))
    kept: list[re.Match[str]] = []
    for at in range(len(tokens) - 1, -1, -1):
        small = tokens[at][0].lower()
        if small in _STOPS or small in _SPOKEN or (small in _TEMPORAL and kept) or len(kept) > 9 or small[0].isdigit():
            break
        if small in _INSIDE and (at == 0 or tokens[at - 1][0].lower() in _STOPS):
            break
        kept.append(tokens[at])
        if small in _DETERMINERS and not (at and tokens[at - 1][0].lower() in _INSIDE):
            break
    kept.reverse()
    while kept and kept[0][0].lower() in _INSIDE:
        kept.pop(0)
    return _subject(text, kept)


def _subject(text: str, tokens: list[re.Match[str]]) -> Subject | None:
    definite, begin = False, tokens[0].start() if tokens else 0
    while tokens and tokens[0][0].lower() in _DETERMINERS | {"same"}:
        definite = definite or tokens[0][0].lower() not in {"a", "an", "one", "some", "two", "many", "several", "no"}
        tokens = tokens[1:]
    if not tokens or tokens[0][0].lower() in _NOT_SOURCES or tokens[-1][0].lower() in _DETERMINERS:
        return None
    tokens, definite = _source(tokens, definite)
    tokens = _without_titles(tokens)
    last = tokens[-1][0]
    end = tokens[-1].end() - (2 if last.endswith(("'s", "’s")) else 0)
    span = Span(tokens[0].start(), end)
    if span.end <= span.start:  # "'s" alone, left over from what a mark has cut off
        return None
    return Subject(span.of(text), span, definite, begin)


def _source(tokens: list[re.Match[str]], definite: bool) -> tuple[list[re.Match[str]], bool]:
    """Of "figures from the ministry" the ministry, of "NHS data" the NHS; a document that names no giver stays."""
    small = [token[0].lower() for token in tokens]
    for at, word in enumerate(small):
        if word in {"from", "by", "of"} and at and small[at - 1] in words.DATA and at + 1 < len(tokens):
            inner = tokens[at + 1 :]
            while len(inner) > 1 and inner[0][0].lower() in _DETERMINERS:
                inner = inner[1:]
            return inner, inner[0].start() > tokens[at + 1].start()
    if len(tokens) > 1 and small[-1] in words.NAMELESS_DATA:
        giver = tokens[:-1]
        while len(giver) > 1 and giver[-1][0].lower() in words.NAMELESS_DATA | _ADJECTIVES:
            giver = giver[:-1]
        if giver[-1][0].lower() not in _ADJECTIVES:
            return giver, definite
    return tokens, definite


_ADJECTIVES = words.one_of("official latest new own recent internal leaked provisional early separate previous")


def _without_titles(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bare name of a person: "Labour MP Jane Doe" is Jane Doe."""
    titles = [at for at, token in enumerate(tokens) if token[0].lower().rstrip(".") in words.TITLES_AND_ROLES]
    name = tokens[titles[-1] + 1 :] if titles else []
    personal = name and name[0][0][0].isupper() and name[0][0].lower() not in words.BODY_NAMES
    return name if personal else tokens

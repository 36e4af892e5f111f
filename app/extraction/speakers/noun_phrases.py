"""The noun phrase that names a source: where it begins and ends, and what of it is the source's name."""

import re
from dataclasses import dataclass

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import words
from app.extraction.speakers.speech_verbs import BY_FORM, Frame
from app.extraction.word_sets import one_of

TOKEN = re.compile(r"[\w'’&./-]*[\w'’&]")
_NUMBERED_HOUSE = re.compile(r"\b(?:No\.?|Number) 1[01]$")
_SOMEWHERE = re.compile(r"\b(?P<head>[A-Za-z][a-z]+)(?: \w+ing)? (?:in|on|across|near|outside|around) \Z")
_GROUPS = one_of("police campaigners sources villagers locals troops rescuers workers families")
_SCALES = one_of("hundred thousand million billion trillion percent cent")
_MARKS = frozenset("'’&")
_STOP_BEFORE = re.compile(r"[.…]\s(?=\S)|\s--?\s")
_SHORT_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])$")
DETERMINERS = one_of("the a an its his her their this that these those one some two many several our my no")
INSIDE = one_of("of for from by at")
STOPS = one_of(
    "that which who whom despite amid and or nor but while as when because if than after before since though although"
    " whether where what how so is are was were be been has have had will would could should may might must to with in"
    " on into over under about against back during until says said told not then between like via per"
    " does do did can cannot towards without within here there yet say cost costs rose fell spent paid saw came went"
    " yesterday today however meanwhile"
)
TEMPORAL = one_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december year month week ago later earlier"
)
PRONOUNS = one_of("he she they it i we you who")
_WHO_DOES = one_of("he she they it we It")
OBJECTS = one_of("him her them one another")
_SPOKEN = frozenset(
    form
    for form, verb in BY_FORM.items()
    if verb.frame in {Frame.FREE, Frame.CLAIMED, Frame.SORRY, Frame.OF}
    and (form.endswith("ed") or verb.stance is Stance.DENIES)
)
_CLAIMS = one_of("claim claims suggestion suggestions allegation allegations assertion assertions")
"""What is said, and says nothing itself."""
_ASSENTS = one_of("absolutely completely definitely entirely exactly fully quite strongly totally wholly")
"""What stands before a verb of which the writer is the subject: "Totally agree"."""
_CONTRACTED = re.compile(r"['’](?:s|d|ll|ve|re|m)$")
_NOT_SOURCES = one_of(
    "there this that these those which what it's everyone nobody everything nothing you whoever anyone anybody"
)
_ADJECTIVES = words.QUALITIES | {"official"}
_GIVERS = _GROUPS | words.BODIES | words.BODY_NAMES | words.ROLES | one_of("industry state city county customs")
_DAYS_OWN = re.compile(r"(?:today|yesterday|\w+day|month|year|week|quarter)['’]s", re.IGNORECASE)
_ENDS = one_of("end start beginning middle close turn")
"""Times, not sources: "by the end of the year"."""
_NUMERALS = one_of("two three four five six seven eight nine ten dozen")
_PERSONS = re.compile(
    r"\w+(?:ers|ors|ists|ians|crats|men|women)|(?:account|claim|consult|inhabit|merch|migr|protest)ants"
    r"|(?:employ|refug|trust)ees"
)
_LOOKS_INTO = one_of(
    "review survey audit analysis analyses study inspection investigation probe inquiry census count poll polls polling"
    " research modelling tally"
)
_GIVEN = one_of("released published compiled produced prepared issued collected gathered")
_HANDED = one_of("leaked obtained seen commissioned circulated drawn posted unveiled submitted filed uncovered based")
"""What is done with a document by others than its source: "the report obtained by the Herald"."""


_SPEAKING = _GIVERS | words.PAPERS | words.PUBLISHERS | {"people"}


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
        """The noun that says what it is, in lower case."""
        first = re.split(r"\s(?:of|for|from|by|at)\s", self.text)[0]
        return first.split()[-1].lower()

    @property
    def is_pronoun(self) -> bool:
        """Whether it is "she", "they" and the like."""
        return self.text.lower() in PRONOUNS | OBJECTS

    @property
    def is_thing(self) -> bool:
        """Whether nothing says that it is a person, a body or a document: "the line", "grants for farms"."""
        first, _, rest = self.text.partition(" ")
        lower = self.text.islower() or (rest.islower() and not first.endswith(("'s", "’s")))
        if not lower or self.is_pronoun or _PERSONS.fullmatch(self.head):
            return False
        return self.head not in _SPEAKING and self.head.removesuffix("s") not in _SPEAKING

    @property
    def is_description(self) -> bool:
        """Whether it describes somebody named elsewhere: "the minister", "the department"."""
        known = self.head in words.ROLES or self.head in words.BODIES
        return self.definite and known and self.text.islower() and " for " not in self.text and " of " not in self.text


def ending(text: str, start: int, end: int) -> Subject | None:
    """The noun phrase that ends at `end`, read backwards."""
    cut = max((text.rfind(mark, start, end) for mark in ',;:()“”"!?\n—–'), default=-1)
    for match in _STOP_BEFORE.finditer(text, max(start, cut + 1), end):
        if not _SHORT_TITLE.search(text[max(0, match.start() - 5) : match.start()]):
            cut = max(cut, match.start())
    tokens = list(TOKEN.finditer(text, max(start, cut + 1), end))
    kept: list[re.Match[str]] = []
    for at in range(len(tokens) - 1, -1, -1):
        small = tokens[at][0].lower()
        if small == "and" and kept and _in_long_name(tokens, at):
            kept.append(tokens[at])
            continue
        if (
            small in _MARKS
            or small in STOPS
            or small in _SPOKEN
            or (small in TEMPORAL and kept)
            or len(kept) > 9
            or (
                small[0].isdigit()
                and not _NUMBERED_HOUSE.search(text, max(0, tokens[at].start() - 8), tokens[at].end())
            )
        ):
            break
        if small in INSIDE and (at == 0 or tokens[at - 1][0].lower() in STOPS):
            break
        kept.append(tokens[at])
        if len(kept) == 1 and small in PRONOUNS:
            break
        if small in DETERMINERS and not (at and tokens[at - 1][0].lower() in INSIDE):
            break
    kept.reverse()
    while kept and kept[0][0].lower() in INSIDE:
        kept.pop(0)
    placed = (
        _placed(text, start, kept[0].start()) if kept and (kept[0][0][0].isupper() or kept[0][0] == "the") else None
    )
    return ending(text, start, placed) if placed else of_tokens(text, kept)


def _placed(text: str, start: int, place: int) -> int | None:
    """Where the people who are said to be somewhere end: "[officials] in Kabul"; what is read is their phrase."""
    match = _SOMEWHERE.search(text, max(start, place - 40), place)
    if match is None:
        return None
    head = match["head"].lower()
    many = words.ROLES | words.BODIES | words.MEDIA | words.PAPERS
    return match.end("head") if head in many or head.removesuffix("s") in many or head in _GROUPS else None


def _in_long_name(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether an "and" stands inside a body's name: "the Society of Motor Manufacturers and Traders"."""
    if at + 1 == len(tokens) or not tokens[at + 1][0][0].isupper():
        return False
    if at and tokens[-1][0].lower() in words.BODY_NAMES and tokens[at - 1][0][0].isupper():
        return True
    lead = [token[0] for token in tokens[max(0, at - 6) : at]]
    linked = [place for place, word in enumerate(lead) if word in ("of", "for")]
    return bool(linked) and all(word[0].isupper() for word in lead[linked[-1] + 1 :]) and lead[-1][0].isupper()


def of_tokens(text: str, tokens: list[re.Match[str]]) -> Subject | None:
    """The source that the words of a noun phrase name; None where they can name none."""
    definite, begin = False, tokens[0].start() if tokens else 0
    while tokens and tokens[0][0].lower() in DETERMINERS | {"same"}:
        if len(tokens) > 1 and tokens[1][0].isdigit():  # "No 10"
            break
        definite = definite or tokens[0][0].lower() not in {"a", "an", "one", "some", "two", "many", "several", "no"}
        tokens = tokens[1:]
    if len(tokens) > 1 and (tokens[0][0] in _WHO_DOES or tokens[0][0].lower() in _WHO_DOES - {"it"}):
        return None  # a clause: "They also raised"
    if tokens and tokens[0][0].lower() == "of":  # "one of the officials"
        tokens = tokens[1:]
        while tokens and tokens[0][0].lower() in DETERMINERS:
            tokens = tokens[1:]
        if tokens and (tokens[0][0].lower() in _NUMERALS or tokens[0][0].isdigit()):
            return None
    while len(tokens) > 1 and _DAYS_OWN.fullmatch(tokens[0][0]):
        tokens = tokens[1:]
    if len(tokens) > 1 and tokens[0][0] in _ENDS and tokens[1][0] == "of":
        return None
    if not tokens or tokens[0][0].lower() in _NOT_SOURCES or tokens[-1][0].lower() in DETERMINERS | _SCALES:
        return None
    if tokens[-1][0].lower() in _CLAIMS or (len(tokens) == 1 and tokens[0][0].lower() in _ASSENTS):
        return None
    tokens, definite = _source(_without_participle(tokens), definite)
    tokens = _without_titles(_without_cause(tokens))
    last = tokens[-1][0]
    if last.lower() in words.QUALITIES and (last.islower() or len(tokens) == 1):
        return None
    contracted = _CONTRACTED.search(last)
    end = tokens[-1].end() - (len(contracted[0]) if contracted else 0)
    span = Span(tokens[0].start(), end)
    if span.end <= span.start:  # "'s" alone, left over from what a mark has cut off
        return None
    return Subject(span.of(text), span, definite, begin)


def _without_participle(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Of "document leaked to" the document, of "data released by the NHS" what names its giver: "data by the NHS"."""
    small = [token[0].lower() for token in tokens]
    for at in range(1, len(small)):
        if small[at] not in _GIVEN | _HANDED or not any(map(is_paper, small[:at])):
            continue
        if small[at] in _GIVEN and small[at + 1 : at + 2] == ["by"] and at + 2 < len(small):
            return tokens[:at] + tokens[at + 1 :]
        return tokens[:at]
    return tokens[:-1] if len(tokens) > 1 and small[-1] in {"set", *_GIVEN} else tokens


def _without_cause(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """A name without what it does something for: "the Lake Office (for repairs)", but "the Office for Lakes"."""
    for at in range(1, len(tokens) - 1):
        if tokens[at][0] != "for" or not tokens[at - 1][0][0].isupper():
            continue
        cause = next((token[0] for token in tokens[at + 1 :] if token[0].lower() not in DETERMINERS), "")
        if cause[:1].islower():
            return tokens[:at]
    return tokens


def is_paper(word: str) -> bool:
    """Whether a word in lower case is a document or documents."""
    return word in words.PAPERS or word.removesuffix("s") in words.PAPERS


def _source(tokens: list[re.Match[str]], definite: bool) -> tuple[list[re.Match[str]], bool]:
    """Of "figures from the ministry" the ministry, of "NHS data" the NHS; a document that names no giver stays."""
    small = [token[0].lower() for token in tokens]
    for at, word in enumerate(small):
        of_it = word == "of" and at and small[at - 1] in _LOOKS_INTO  # "a review of the line" is not the line's
        if word in {"from", "by", "of"} and at and small[at - 1] in words.DATA and at + 1 < len(tokens) and not of_it:
            inner = tokens[at + 1 :]
            while len(inner) > 1 and inner[0][0].lower() in DETERMINERS:
                inner = inner[1:]
            return inner, inner[0].start() > tokens[at + 1].start()
    if len(tokens) > 1 and small[-1] in words.NAMELESS_DATA and not _ends_name(tokens):
        giver = tokens[:-1]
        while len(giver) > 1 and giver[-1][0].lower() in words.NAMELESS_DATA | _ADJECTIVES and not _ends_name(giver):
            giver = giver[:-1]
        if _gives(giver[-1][0]):
            while len(giver) > 1 and giver[0][0].lower() in _ADJECTIVES and not giver[1][0][0].isupper():
                giver = giver[1:]
            return giver, definite
    return tokens, definite


def _ends_name(tokens: list[re.Match[str]]) -> bool:
    """Whether data are part of a body's name: "the Office for Harbour Statistics"."""
    inside = any(token[0].lower() in INSIDE for token in tokens[1:-1])
    return inside and tokens[-1][0][0].isupper() and tokens[-2][0][0].isupper()


def _gives(word: str) -> bool:
    """Whether a word before "figures" is who gives them; "crime figures" and "latest figures" name nobody."""
    small = _CONTRACTED.sub("", word.lower())
    if small in _ADJECTIVES:
        return False
    return word[0].isupper() or small in _GIVERS or small.removesuffix("s") in _GIVERS


def _without_titles(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bare name of a person: "Labour MP Jane Doe" is Jane Doe."""
    titles = [at for at, token in enumerate(tokens) if token[0].lower().rstrip(".") in words.TITLES_AND_ROLES]
    name = tokens[titles[-1] + 1 :] if titles else []
    personal = name and name[0][0][0].isupper() and name[0][0].lower() not in words.BODY_NAMES
    if personal:
        return name
    if not (tokens[0][0].islower() and tokens[-1][0][0].isupper()):
        return tokens
    first = next(at for at, token in enumerate(tokens) if not token[0].islower())
    named = len(tokens) - first > 1 and all(token[0][0].isupper() for token in tokens[first:])
    return tokens[first:] if named and INSIDE.isdisjoint(token[0] for token in tokens) else tokens

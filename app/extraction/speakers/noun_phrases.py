"""The noun phrase that names a source: where it begins and ends, and what of it is the source's name."""

import re
from dataclasses import dataclass
from itertools import takewhile

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from app.extraction.money.currency_table import CODES
from app.extraction.numbers.spoken import SMALL_WORDS
from app.extraction.speakers import naming, words
from app.extraction.speakers.naming import is_paper
from app.extraction.speakers.verb_table import BY_FORM, Frame
from app.extraction.speakers.words import DETERMINERS, INSIDE
from app.extraction.word_sets import one_of

TOKEN = re.compile(r"[\w'’&./-]*[\w'’&]")
_NUMBERED_HOUSE = re.compile(r"\b(?:No\.?|Number) 1[01]$")
_SOMEWHERE = re.compile(
    r"\b(?P<head>[A-Za-z][a-z]+)(?: \w+ing)? (?:in|on|across|near|outside|around|with|within|to|into|about) \Z"
)
_SENT = re.compile(
    r"\b(?P<head>letter|e-?mail|note|memo|message|report|briefing|submission) (?:sent |written )?(?:from|by)"
    r" [^,;:.]{2,60} to \Z"
)
_GOVERNED = re.compile(r"\b(?:[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]rom|[Ww]ith|[Aa]fter|[Tt]o|[Oo]f) \Z")
# "A count of the boats in port carried out by the harbour board shows": who did it.
_CARRIED_OUT = re.compile(r"\b(?:carried out|conducted|undertaken) by (?=[^,;:.()\n]+\Z)")
_DOING = re.compile(r"[a-z]+ing ")
_LEADING_ON = one_of("bringing taking making leaving pushing lifting raising giving putting")
"""What leads on from a sum and is nobody: "£2m, bringing reported grants to £5m"."""
_HUNG = re.compile(r"\b(?:[Uu]nder|[Oo]ver|[Aa]gainst|into|between|through|with(?:in|out)?|until|during) \Z")
_SCALES = one_of("hundred thousand million billion trillion percent cent")
_MARKS = frozenset("'’&")
_STOP_BEFORE = re.compile(r"[.…]\s(?=\S)|\s--?\s")
_SHORT_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])$")
_CAPITALS = r"(?: [A-Z][\w’'-]*)+"
_LISTED = (
    r"\b(?:Department|Ministry|Office|Committee|Minister|Secretary)(?: of State)? (?:for|of|on)(?: the)?"
    rf"{_CAPITALS}(?:,{_CAPITALS})+,? and{_CAPITALS}"
)
LISTED = re.compile(_LISTED)
"""A body for several things: "the Department for Lakes, Ferries and Towns"."""
_LISTED_LAST, _LONGEST_LIST = re.compile(rf"{_LISTED}\Z"), 120
_PAPER_OF_NAMED = re.compile(r" \([A-Z]{2,8}\) (?P<paper>[a-z]+)\Z")
"""A document behind an acronym that is explained: "a Lake Repair Office (LRO) report"."""
_INDEFINITE = one_of("a an one some two many several no another each every")
STOPS = one_of(
    "that which who whom despite amid and or nor but while as when because if than after before since though although"
    " whether where what how so is are was were be been has have had will would could should may might must to with in"
    " on into over under above below beyond about against back during until says said told not then between like via"
    " per does do did can cannot towards without within here there yet say cost costs rose fell spent paid saw came"
    " went yesterday today however meanwhile"
)
TEMPORAL = one_of("year month week ago later earlier") | MONTH_NAMES | WEEKDAY_NAMES
_PARTS_OF_DAYS = one_of("morning afternoon evening night weekend")
PRONOUNS = one_of("he she they it i we you who")
_WHO_DOES = one_of("he she they it we It")
OBJECTS = one_of("him her them one another")
_SPOKEN = frozenset(
    form
    for form, verb in BY_FORM.items()
    if verb.frame in {Frame.FREE, Frame.CLAIMED, Frame.SORRY, Frame.OF}
    and (form.endswith("ed") or verb.stance is Stance.DENIES)
)
_SEVERAL, _TWO = one_of("some many several other most"), 2
"""Before data they say that nobody is named: "according to some estimates"."""
_CLAIMS = one_of("claim claims suggestion suggestions allegation allegations assertion assertions")
"""What is said, and says nothing itself."""
_ASSENTS = one_of("absolutely completely definitely entirely exactly fully quite strongly totally wholly")
"""What stands before a verb of which the writer is the subject: "Totally agree"."""
_NOT_SOURCES = one_of(
    "there this that these those which what it's everyone nobody everything nothing you whoever anyone anybody"
)
_DAYS_OWN = re.compile(r"(?:today|yesterday|\w+day|month|year|week|quarter)['’]s", re.IGNORECASE)
_WHICH_TIME = one_of("last first next only second third")
_ENDS = one_of("end start beginning middle close turn")
"""Times, not sources: "by the end of the year"."""
_NUMERALS = frozenset(SMALL_WORDS) | {"dozen"}
_DIGITS = frozenset("0123456789")
_PERSONS = re.compile(words.MANY)


_SPEAKING = words.GIVERS | words.PAPERS | words.PUBLISHERS | {"people"}


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
        owned = "'s " in self.text or "’s " in self.text  # "the governor's office" is no other body's
        known = self.head in words.ROLES or (self.head in words.BODIES and not owned)
        return self.definite and known and self.text.islower() and " for " not in self.text and " of " not in self.text


def ending(text: str, start: int, end: int, *, nearest: bool = False) -> Subject | None:
    """The noun phrase that ends at `end`, read backwards; of "a note to the board" the note, or the nearest."""
    first = max(start, end - _LONGEST_LIST)
    if " and " in text[first:end] and (listed := _LISTED_LAST.search(text, first, end)) is not None:
        return of_tokens(text, list(TOKEN.finditer(text, listed.start(), end)))
    if (done := _CARRIED_OUT.search(text[first:end])) is not None:
        start = first + done.end()
    if (named := _PAPER_OF_NAMED.search(text, first, end)) and is_paper(named["paper"]):
        end = named.start()
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
        if small == "and" and kept and _in_office(tokens, at):
            kept.append(tokens[at])
            continue
        if (
            small in _MARKS
            or small in STOPS
            or small in _SPOKEN
            or (kept and (small in TEMPORAL or _is_part_of_day(tokens, at)))
            or (kept and (_ends_amount(tokens, at) or _is_said(tokens, at)))
            or (kept and at and (small == "time" or tokens[at - 1][0][-1] in _DIGITS) and _is_named_next(tokens, at))
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
    if not kept or text.endswith(" per ", start, kept[0].start()):  # "the cost per head" is no head's
        return None
    whole = None if nearest else _placed(text, start, kept[0].start())
    found = whole or of_tokens(text, kept)
    # "Data kept under freedom of fishing laws show": a thing behind a preposition does nothing.
    hung = found is not None and found.is_thing and _HUNG.search(text, max(start, found.begin - 10), found.begin)
    return None if hung else found


def _in_office(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether an "and" stands inside an office in lower case: "the lakes and rivers secretary"."""
    if at < _TWO or tokens[-1][0] not in words.ROLES | words.BODIES or tokens[at + 1] is tokens[-1]:
        return False
    first = tokens[at - 1][0]
    return tokens[at - 2][0].lower() == "the" and first.islower() and first not in _SPEAKING and first not in BY_FORM


def _is_named_next(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a noun stands before a name that tells of it: "the 310 boats [Brandt] saw", "the last time [Brandt]"."""
    word, other = tokens[at][0], tokens[at - 1][0]
    if word == "time":
        return other in _WHICH_TIME
    return word.islower() and other.isdigit() and tokens[at + 1][0].istitle() and word not in words.TITLES_AND_ROLES


def _is_part_of_day(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word says when, before a name: "last night [Labour]", but "the evening paper", "the Evening Post"."""
    return tokens[at][0] in _PARTS_OF_DAYS and tokens[at + 1][0][0].isupper()


def _ends_amount(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word ends an amount, so that a name begins behind it: "the £5 billion [Hale's government] pledged"."""
    if tokens[at][0] in _SCALES:
        return True
    return tokens[at][0] in CODES and at > 0 and (tokens[at - 1][0] in _SCALES or tokens[at - 1][0][-1].isdigit())


def _is_said(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether a word is the verb of another source, which tells of this one: "the budget shows [Kell] expects"."""
    if tokens[at][0] not in BY_FORM or not tokens[at][0].endswith("s") or at == 0:
        return False
    other = tokens[at - 1][0]
    return tokens[at + 1][0][0].isupper() and (other in words.ROLES | words.BODIES or other in words.PAPERS)


def _placed(text: str, start: int, place: int) -> Subject | None:
    """Who is said to be somewhere or with somebody: "[officials] in Kabul", "[an adviser] to the minister"."""
    match = _SENT.search(text, max(start, place - _LONGEST_LIST), place)
    match = match or _SOMEWHERE.search(text, max(start, place - 40), place)
    if match is None:
        return None
    head = match["head"].lower()
    many = words.ROLES | words.BODIES | words.MEDIA | words.PAPERS
    if head not in many and head.removesuffix("s") not in many and head not in words.GROUPS:
        return None
    placed = ending(text, start, match.end("head"))
    # "In a note to investors Orme said": the note stands behind a preposition of its own.
    if placed is None or _GOVERNED.search(text, max(start, placed.begin - 8), placed.begin):
        return None
    return None if _DOING.match(placed.text) else placed  # "holding firm on a"


def _in_long_name(tokens: list[re.Match[str]], at: int) -> bool:
    """Whether an "and" stands inside a body's name: "the Society of Motor Manufacturers and Traders"."""
    if at + 1 == len(tokens) or not tokens[at + 1][0][0].isupper():
        return False
    rest = takewhile(str.istitle, (token[0] for token in tokens[at + 1 :]))
    if at and tokens[at - 1][0][0].isupper() and not words.BODY_NAMES.isdisjoint(map(str.lower, rest)):
        return True
    lead = [token[0] for token in tokens[max(0, at - 6) : at]]
    linked = [place for place, word in enumerate(lead) if word in ("of", "for")]
    return bool(linked) and all(word[0].isupper() for word in lead[linked[-1] + 1 :]) and lead[-1][0].isupper()


def of_tokens(text: str, tokens: list[re.Match[str]]) -> Subject | None:
    """The source that the words of a noun phrase name; None where they can name none."""
    definite, begin = False, tokens[0].start() if tokens else 0
    if len(tokens) == _TWO and tokens[0][0].lower() in _SEVERAL and tokens[1][0].lower() in words.NAMELESS_DATA:
        return None
    while tokens and tokens[0][0].lower() in DETERMINERS | {"same"}:
        if len(tokens) > 1 and tokens[1][0].isdigit():  # "No 10"
            break
        definite = definite or tokens[0][0].lower() not in _INDEFINITE
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
    first = tokens[0][0].lower() if tokens else ""
    if not tokens or first in _NOT_SOURCES or tokens[-1][0].lower() in DETERMINERS | _SCALES:
        return None
    if tokens[-1][0][0].isdigit() and not tokens[0][0][0].isupper():  # "grow by almost 14", "an average of 5.4"
        return None
    if tokens[-1][0].lower() in _CLAIMS or (len(tokens) == 1 and first in _ASSENTS):
        return None
    whole = tokens[-1]
    tokens, definite = naming.source(naming.without_participle(tokens), definite)
    tokens = naming.without_titles(naming.without_cause(tokens))
    last = tokens[-1][0]
    if last.lower() in words.QUALITIES and (last.islower() or len(tokens) == 1):
        return None
    end = tokens[-1].end() - naming.contracted(last, owner=tokens[-1] is not whole)
    span = Span(tokens[0].start(), end)
    if span.end <= span.start:  # "'s" alone, left over from what a mark has cut off
        return None
    subject = Subject(span.of(text), span, definite, begin)
    silent = first in _NUMERALS or subject.head in words.HAPPENINGS or subject.text in _LEADING_ON
    return None if silent and subject.is_thing else subject

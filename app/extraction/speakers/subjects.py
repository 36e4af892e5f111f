"""Who stands before or behind a verb of speech: a name, a body, a document, a pronoun or a description."""

import re
from dataclasses import dataclass, replace

from app.domain.claim import Stance
from app.domain.span import Span
from app.extraction.speakers import words

_TOKEN = re.compile(r"[\w'’&./-]*[\w'’&]")
_ASIDE = re.compile(
    r"(?:\s+(?:has|have|had|also|earlier|now|long|always|later|then|already|recently|repeatedly|previously|himself"
    r"|herself|itself|themselves|still|today|yesterday|since|once|again|will|this week|last week|on \w+day|\w+ly"
    r"|therefore|in (?:\w+ )?(?:19|20)\d\d|in (?:January|February|March|April|May|June|July|August|September|October"
    r"|November|December)|further|in turn|meanwhile|ever|first|even|both|all))+\s*$"
)
_BLOCKED = re.compile(
    r"n['’]t\s*$|\b(?:cannot|would|could|may|might|can|should|must|is|are|was|were|be|been|being|to|not|never|by|of"
    r"|at|against|over|about|amid|despite|let's|which|it's|he's|she's)\s*$"
)
_WHICH = re.compile(r",\s+which\s*$")
_RELATIVE = re.compile(r",?\s+(?:who|which)\s*$")
_QUOTED_AS = re.compile(
    r"\s+(?:(?:is|was|were|are|been)\s+)(?:\w+ly\s+)?(?:quoted|cited|reported"
    r"|recorded)\s+(?:(?:on\s+)?\w+day\s+)?as\s*$"
)
# What may stand between the commas of a subject and its verb: "Kevin Stroud, 54, from Hull, said".
_ASIDE_CLAUSE = re.compile(r",\s+(?:who|which|whose|where)\s")
_ASIDE_PHRASE = re.compile(
    r"\d{1,3}|(?:from|of|in|at|based|formerly|now|then|speaking|writing|asked|citing|quoting|himself|herself"
    r"|for (?:his|her|its|their) part)\b.*"
)
_MOST_ASIDES, _BRACKET = 4, 50
_NUMBERED_HOUSE = re.compile(r"\b(?:No\.?|Number) 1[01]$")
_SOMEWHERE = re.compile(r"\b(?P<head>[A-Za-z][a-z]+)(?: \w+ing)? (?:in|on|across|near|outside|around) \Z")
_GROUPS = words.one_of("police campaigners sources villagers locals troops rescuers workers families")
_SCALES = words.one_of("hundred thousand million billion trillion percent cent")
_MARKS = frozenset("'’&")
_OPENS = re.compile(
    r"\W{0,3}(?P<np>(?:(?:The|An?|Its|His|Her|My|Our|Their)\s(?:[a-z-]+(?:['’]s)?\s){0,2}?)?(?P<head>[\w’'&-]+)(?<!['’]s)(?![\w’'])(?:\s(?:(?:of"
    r"|for|and)\s)?[A-Z][\w’'&-]*)*)"
)
_WITH_CLAUSE = re.compile(r"\s+who\s+[^,;:.“”\"]{3,60}$")
_INSIDERS = re.compile(
    r"\b(?:people|persons?|sources?|officials?|insiders?|those)\s+(?:familiar|close|briefed|with"
    r" knowledge)\s(?:(?!\b(?:say|says|said|that|believe|expect)\b)[^,;:.]){3,50}$",
    re.IGNORECASE,
)
_NAMED_NEXT = re.compile(
    r",\s+(?P<name>(?:(?:(?:the )?(?:(?:Right|Rt|Most|Very) )?(?:Rev|Revd|Reverend|Hon)\.?"
    r"|Sir|Dame|Dr|Mr|Mrs|Ms|Lord|Lady|Prof|Professor) )?(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+)"
    r"(?=\s*[,.;:(“\"]|\s*$)"
)
_FULL_NAME = re.compile(r"(?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+")
_ONE_NAME = re.compile(r"[A-Z][\w’'&-]+")
_BLANK = re.compile(r"\s*")
_STOP_AFTER = re.compile(r"[,;:()“”\"!?\n—]|\.(?=\s|$)|\s[-–]\s")
_STOP_BEFORE = re.compile(r"[.…]\s(?=\S)|\s--?\s")
_SHORT_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|St|Prof|[A-Z])$")
_OPENING = re.compile(r"(?:^|[.!?”\"\n]\s*)$")
_DETERMINERS = words.one_of("the a an its his her their this that these those one some two many several our my no")
_INSIDE = words.one_of("of for from by at")
_PREPOSITIONS = words.one_of("at in on after before during under with for from by since")
_INSIDE_OR_DETERMINERS = _INSIDE | _DETERMINERS
_STOPS = words.one_of(
    "that which who whom despite amid and or nor but while as when because if than after before since though"
    " although whether where what"
    " how so is are was were be been has have had will would could should may might must to with"
    " in on into over under"
    " about against back during until says said told not if then where against between like via per towards without"
    " within here there yet said say cost costs rose fell spent paid saw yesterday today however meanwhile today"
)
_TEMPORAL = words.one_of(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august"
    " september october november december year month week ago later earlier"
)
_PRONOUNS = words.one_of("he she they it i we you who")
_OBJECTS = words.one_of("him her them")
_SPOKEN = frozenset(
    form
    for form, verb in words.BY_FORM.items()
    if verb.frame in {words.Frame.FREE, words.Frame.CLAIMED, words.Frame.SORRY, words.Frame.OF}
    and (form.endswith("ed") or verb.stance is Stance.DENIES)
)
_SAID = words.one_of("claim claims suggestion suggestions allegation allegations assertion assertions")
"""What is said, and says nothing itself."""
_ASSENTS = words.one_of("absolutely completely definitely entirely exactly fully quite strongly totally wholly")
"""What stands before a verb of which the writer is the subject: "Totally agree"."""
_CONTRACTED = re.compile(r"['’](?:s|d|ll|ve|re|m)$")
_NOT_SOURCES = words.one_of(
    "there this that these those which what it's everyone nobody everything nothing you whoever anyone anybody"
)


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
        return self.text.lower() in _PRONOUNS | _OBJECTS

    @property
    def is_description(self) -> bool:
        """Whether it describes somebody named elsewhere: "the minister", "the department"."""
        known = self.head in words.ROLES or self.head in words.BODIES
        return self.definite and known and self.text.islower() and " for " not in self.text and " of " not in self.text


def before(text: str, end: int) -> Subject | None:
    """The subject that ends before a verb at `end`; None where the verb is passive, an infinitive or has none."""
    start = max(0, end - 200)
    lead = text[start:end].rstrip()
    if (which := _WHICH.search(lead)) is not None:
        told = _phrase(text, start, start + which.start())
        speaks = told and (told.head in words.PAPERS or told.head in words.BODIES or told.text.istitle())
        return told if speaks else None
    if _BLOCKED.search(lead):
        return None
    if (aside := _ASIDE.search(lead)) is not None:
        lead = lead[: aside.start()]
        if _BLOCKED.search(lead):
            return None
    if (quoted := _QUOTED_AS.search(lead)) is not None:
        return _phrase(text, start, start + quoted.start())
    if (relative := _RELATIVE.search(lead) or _WITH_CLAUSE.search(lead)) is not None:
        return _phrase(text, start, start + relative.start())
    if (sources := _INSIDERS.search(lead)) is not None:
        span = Span(start + sources.start(), start + sources.end())
        return Subject(span.of(text), span, False, span.start)
    if lead.endswith(")") and (bracket := lead.rfind("(")) > len(lead) - _BRACKET:
        lead = lead[:bracket].rstrip()
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
        determined = len(tokens) > 0 and tokens[-1][0].lower() in _DETERMINERS
        if (
            small in _STOPS
            or small in _TEMPORAL
            or (token[0] in words.BY_FORM and tokens and small not in words.PAPERS and not determined)
        ):
            break
        tokens.append(token)
        if len(tokens) == 9:
            break
    if len(tokens) == 1 and tokens[0][0].lower() in _OBJECTS:
        span = Span(*tokens[0].span())
        return Subject(span.of(text), span, True, span.start)
    while tokens and tokens[-1][0].lower() in _INSIDE_OR_DETERMINERS:
        tokens.pop()
    found = _subject(text, tokens)
    named = _NAMED_NEXT.match(text, found.span.end) if found and found.text.islower() else None
    if found is None or named is None:
        return found
    name = _subject(text, list(_TOKEN.finditer(text, named.start("name"), named.end("name"))))
    return replace(name, begin=found.begin) if name else found


def opening(text: str) -> Subject | None:
    """What a sentence opens with, for a verb further on that shares it: "The firm cut jobs, saying ..."."""
    match = _OPENS.match(text)
    if match is not None and match["head"].lower() in _PREPOSITIONS and (comma := text.find(", ")) >= 0:
        match = _OPENS.match(text, comma + 2)
    if match is None:
        return None
    head = match["head"].lower()
    known = head in words.ROLES or head in words.BODIES or head in words.PAPERS or head in _PRONOUNS
    if not known and (head in _DETERMINERS or head in _STOPS or not match["head"][0].isupper()):
        return None
    named = _NAMED_NEXT.match(text, match.end("np")) if known else None
    at = named.span("name") if named else match.span("np")
    return _subject(text, list(_TOKEN.finditer(text, *at)))


def _apposed(text: str, start: int, end: int) -> Subject | None:
    """The name before what the commas hold: "Jane Doe, a fellow at the institute, said", "Ann Li, 54, said"."""
    first = _without_asides(text, start, end)
    comma = text.rfind(",", start, first)
    role = _phrase(text, start, comma) if comma >= 0 else None
    between = text[comma + 1 : first].strip()
    one_word = role is not None and role.definite and role.text.islower() and _ONE_NAME.fullmatch(between)
    if comma >= 0 and (one_word or _FULL_NAME.fullmatch(between)):
        name = _phrase(text, comma, first)
        joined = role and (role.head in words.ROLES or _OPENING.search(text[start : role.begin]))
        return replace(name, begin=role.begin) if name and role and joined else name
    if first < end and (role is None or not role.text[0].isupper()):
        return _phrase(text, start, first)
    if role is None or not (any(c.isupper() for c in role.text) or _OPENING.search(text[start : role.begin])):
        return None
    return role


def _without_asides(text: str, start: int, end: int) -> int:
    """Where a subject ends once relative clauses, ages and places between commas are taken off."""
    clauses = list(_ASIDE_CLAUSE.finditer(text, start, end))
    if clauses:
        end = clauses[-1].start()
    for _ in range(_MOST_ASIDES):
        comma = text.rfind(",", start, end)
        if comma < 0 or _ASIDE_PHRASE.fullmatch(text[comma + 1 : end].strip()) is None:
            break
        end = comma
    bracket = text.rfind("(", max(start, end - _BRACKET), end) if text[start:end].endswith(")") else -1
    return end if bracket < 0 else start + len(text[start:bracket].rstrip())


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
        if small == "and" and kept and _in_long_name(tokens, at):
            kept.append(tokens[at])
            continue
        if (
            small in _MARKS
            or small in _STOPS
            or small in _SPOKEN
            or (small in _TEMPORAL and kept)
            or len(kept) > 9
            or (
                small[0].isdigit()
                and not _NUMBERED_HOUSE.search(text, max(0, tokens[at].start() - 8), tokens[at].end())
            )
        ):
            break
        if small in _INSIDE and (at == 0 or tokens[at - 1][0].lower() in _STOPS):
            break
        kept.append(tokens[at])
        if len(kept) == 1 and small in _PRONOUNS:
            break
        if small in _DETERMINERS and not (at and tokens[at - 1][0].lower() in _INSIDE):
            break
    kept.reverse()
    while kept and kept[0][0].lower() in _INSIDE:
        kept.pop(0)
    placed = (
        _placed(text, start, kept[0].start()) if kept and (kept[0][0][0].isupper() or kept[0][0] == "the") else None
    )
    return _phrase(text, start, placed) if placed else _subject(text, kept)


def _placed(text: str, start: int, place: int) -> int | None:
    """Where those end who are somewhere: "[officials] in Kabul", of which the words before are read backwards."""
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


def _subject(text: str, tokens: list[re.Match[str]]) -> Subject | None:
    definite, begin = False, tokens[0].start() if tokens else 0
    while tokens and tokens[0][0].lower() in _DETERMINERS | {"same"}:
        if len(tokens) > 1 and tokens[1][0].isdigit():  # "No 10"
            break
        definite = definite or tokens[0][0].lower() not in {"a", "an", "one", "some", "two", "many", "several", "no"}
        tokens = tokens[1:]
    if not tokens or tokens[0][0].lower() in _NOT_SOURCES or tokens[-1][0].lower() in _DETERMINERS | _SCALES:
        return None
    if tokens[-1][0].lower() in _SAID or (len(tokens) == 1 and tokens[0][0].lower() in _ASSENTS):
        return None
    tokens, definite = _source(tokens, definite)
    tokens = _without_titles(tokens)
    last = tokens[-1][0]
    contracted = _CONTRACTED.search(last)
    end = tokens[-1].end() - (len(contracted[0]) if contracted else 0)
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


_ADJECTIVES = words.one_of("official latest new own recent internal leaked exit provisional early separate previous")


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
    return tokens[first:] if named and _INSIDE.isdisjoint(token[0] for token in tokens) else tokens

"""The names of a text, and whom a pronoun or a description ("she", "the minister", "the department") means."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from app.domain.span import Span
from app.extraction.dates.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from app.extraction.money import currencies
from app.extraction.numbers.spoken import LARGE_WORDS, SMALL_WORDS
from app.extraction.quantities.noun_words import IN_IS, PEOPLES
from app.extraction.speakers import datelines, genders, words
from app.extraction.speakers.verb_table import BY_FORM
from app.extraction.word_sets import one_of

_INITIAL = (
    r"\.(?=\s(?!(?:The|An?|It|He|She|They|We|You|In|But|This|That|These|Those|There|And|At|On|For|To|If|When|From|Of"
    r"|As|By|After|Before|So|Its|His|Her|Their|What|Who|How|Why|Last|No|Not)\b)[A-Z][a-z])"
)
_REST = rf"(?:(?:\.[A-Z])+\.?|{_INITIAL}|[\w'’&]*(?:-[A-Z]?\w+)*(?<!'s)(?<!’s)|\.)"
# No name goes on in the next line: a heading has no full stop.
_LINK = r"(?:[^\S\n]+(?:of|for|the|and|de|van|von|der|al|bin|del|da)(?:[^\S\n]+the)?)?"
# The capital comes before the look back, so that the search leaps from capital to capital.
_NAME = re.compile(rf"[A-Z](?<!\w[A-Z]){_REST}(?:{_LINK}[^\S\n]+[A-Z]{_REST}){{0,6}}")
_SHORTEST_TITLE, _LONGEST_TITLE = 3, 18
_PRONOUNS, _BODY_PRONOUNS = one_of("he she it they"), one_of("it they")
_PRONOUN_REACH = 500
# One capital that opens a sentence is no name by itself: "Claims that", "Insured losses", "Speaking in".
_COMMON = re.compile(r"[A-Z][a-z]+(?:ed|ing|ly|[^s'’]s)")
_VERB_NEXT = r"(?:is|was|has|had|will|would|[a-z]+ed|did|does)\b"
_NAME_NEXT = re.compile(rf"['’,(]|\s{_VERB_NEXT}")
_PEOPLES = PEOPLES | {people.removesuffix("s") for people in IN_IS} | one_of("german greek swiss czech thai")
_PEOPLE = re.compile(rf"[A-Z][a-z]+(?:ian|ean|ish|ese)|{'|'.join(map(str.title, sorted(_PEOPLES)))}")
_NOUN_NEXT = re.compile(rf"\s(?!{_VERB_NEXT})[a-z]")
_WORD_NEXT = re.compile(r"\s([a-z]+)\b")
_VERB_LIKE = re.compile(
    r"cut|put|set|won|lost|met|made|took|gave|got|went|came|saw|ran|sold|bought|built|paid|spent|kept|held|left|led|fell|rose"
    r"|grew|hit|said|told|spoke|stood|sat|wrote|drew|broke|drove|flew|fled|threw|read|let|bid|found|thought|knew|began|became|chose|sent|will|may|can|could|would|should|must|might|and|or"
    r"|of|in|at|for|to|on|with|by|from|who|which|that|as|also|now|then|never|not|too|itself|himself|herself|later|once"
)
"""What may follow a name of one word, besides words in -s and -ed."""
_ACRONYM = re.compile(r"[A-Z.&]{2,}")  # and no machine, "F-35", is called a committee
_SURNAME = re.compile(r"[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?(?<!s)")
_JOINED = re.compile(r"\s+and\s+")
_SENTENCE_WORDS = one_of(
    "the a an in on at by for from but and or as if when while after before since it he she they we i you this that"
    " these those there here his her their its our my who what why how where one two some many most all no not now"
    " then so yet still also however meanwhile last next under over with without according speaking critics ministers"
    " officials yesterday today earlier later both each every another such only even just month year week day acting"
    " yes despite because although though between during until within among against about around nearly almost up down"
    " more less together overall altogether elsewhere throughout whether instead perhaps indeed europe nobody"
    " everybody somebody anyone someone everyone none neither either nor nothing contrary far rather former of"
    " original initial official annual monthly current previous recent latest average provisional preliminary final"
)
_OPENERS = _SENTENCE_WORDS | MONTH_NAMES | WEEKDAY_NAMES | frozenset((*SMALL_WORDS, *LARGE_WORDS))
_PLACES = one_of(
    "uk us usa eu un u.s. u.k. u.s u.k britain england scotland wales london washington brussels paris berlin moscow"
    " beijing delhi india china russia ukraine france germany japan america europe nsw uae nz nyc ny"
    " gdp vat covid tv rs mt mmt mw gw gwh mwh kwh twh bpd"
)
_MANY = re.compile(words.MANY)
_WATCHER = re.compile(r"[A-Z]{3,}|Of[a-z]{2,}")
"""Ofgem and the NAO."""
_WATCHERS = one_of("watchdog regulator auditor ombudsman")
_WATCHING = one_of("office authority agency commission committee council institute board service")
_SPEECH = re.compile(r"\s*,?\s*(?:also |has |had |later )*(?!state\b)([a-z]+)\b")
_APPOSED = re.compile(r", (?:the |an? |its )?((?:[\w'’-]+ ){0,4}[\w'’-]+)")
_DESCRIPTION = re.compile(r"(?P<article>T(?<!\wT)he|A(?<!\wA)n?) (?P<words>[a-z-]+(?: [a-z-]+){0,2})(?![\w'’])")
_DESCRIBED = words.ROLES | words.BODIES
_APPOSED_ROLES = words.ROLES | {"prime"}
_CALLED = re.compile(r"(?:^|[.!?”\"\n]\s*)[A-Z][^,.;:“”\"\n]{0,60}?\b(?P<head>[a-z-]+),\s\Z")
"""What opens a sentence and is then called by name: "The yard's manager, Kirsten Lowe, has"."""
_INVERTED = re.compile(r"[,”\"?!]\s(?P<verb>[a-z]+)\s(?:(?!that\b)[a-z]+\s){0,3}\Z")
"""What stands between what is said and who says it: ", said the mayor"."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text, or a description at `at` that means it.

    `leads` says that it opens a sentence or speaks, so that a pronoun after it likely means it.
    """

    text: str
    span: Span
    at: int
    person: bool
    roles: frozenset[str]
    gender: str | None
    leads: bool


def read(text: str) -> list[Name]:
    """Every name of a text that could speak, in its order."""
    found: list[Name] = []
    surnames: dict[str, str | None] = {}
    heads = datelines.read(text)
    starts = [head.start for head in heads]
    last = 0
    for match in _NAME.finditer(text):
        if match[0].lower() in _OPENERS:
            last = match.end()
            continue
        title = _title(text, last, match.start())
        last = match.end()
        if _is_line(text, match):
            continue
        for name in _split(text, match, title):
            at = bisect_right(starts, name.span.start) - 1 if heads else -1
            if at >= 0 and heads[at].overlaps(name.span):
                continue
            if name.person:
                surnames.setdefault(name.text.split()[-1], name.gender)
            elif name.text in surnames:
                name = replace(name, person=True, gender=surnames[name.text])
            found.append(name)
    return _with_descriptions(text, _without_openers(text, found))


def _without_openers(text: str, found: list[Name]) -> list[Name]:
    """The names without words that have their capital from opening a sentence before a noun: "Harbour officials"."""
    if not (doubtful := {name.text for name in found if _is_opener(text, name)}):
        return found
    sure = {name.text for name in found if name.text in doubtful and not _is_opener(text, name)}
    return [name for name in found if name.text not in doubtful - sure]


def _is_opener(text: str, name: Name) -> bool:
    if not name.leads or " " in name.text or not name.text[1:].islower() or not _opens_sentence(text, name.span.start):
        return False
    following = _WORD_NEXT.match(text, name.span.end)
    if following is None or _VERB_LIKE.fullmatch(following[1]):
        return False
    return _MANY.fullmatch(following[1]) is not None or not following[1].endswith(("s", "ed"))


def _is_line(text: str, match: re.Match[str]) -> bool:
    """Whether capitals fill a line: a heading or a byline, whom no pronoun below means."""
    return text.startswith("\n", match.end()) and text[max(0, match.start() - 1) : match.start()] in {"", "\n"}


def _with_descriptions(text: str, found: list[Name]) -> list[Name]:
    """The names and, where a role or a body opens a sentence ("The mayor had visited"), whom it means."""
    described = []
    for match in _DESCRIPTION.finditer(text):
        said = match["words"].split()
        if not (heads := [at for at, word in enumerate(said) if word in _DESCRIBED]):
            continue
        own, role, start = " ".join(said[: heads[-1] + 1]), said[heads[-1]], match.start("words")
        name = meant(found, match.start(), own) if match["article"] == "The" else None
        if name is None:
            span, gender = Span(start, start + len(own)), words.TITLE_GENDERS.get(role)
            name = Name(own, span, start, role in words.ROLES, frozenset((role,)), gender, True)
        described.append(replace(name, at=match.start(), leads=True))
    return sorted((*found, *described), key=lambda name: name.at) if described else found


def meant(names: list[Name], before: int, description: str) -> Name | None:
    """The name before an offset that a pronoun or a description in lower case means, the nearest that fits."""
    at = bisect_left(names, before, key=lambda name: name.at)
    known = names[max(0, at - 14) : at]
    if description not in _PRONOUNS:
        known = [name for name in known if not name.text.islower()]
    near = [name for name in reversed(known) if _fits(name, description)]
    if not near and description in {"he", "she"}:  # a surname alone, of somebody who spoke
        near = [name for name in reversed(known) if name.leads and _SURNAME.fullmatch(name.text)]
    if not near:
        return None
    if description in _PRONOUNS:
        leading = [name for name in near if name.leads and before - name.at < _PRONOUN_REACH]
        if leading and leading[0].gender is None and (sure := _surely(near, leading[0], description)) is not None:
            return sure
        # "It" may be a body that is named like a person ("Northgate Water"), where no plain body leads.
        plain = [name for name in leading if not name.person] if description in _BODY_PRONOUNS else leading
        return (plain or leading or near)[0]
    head = set(description.split())
    if titled := [name for name in near if head & name.roles]:
        return titled[0]
    if head & words.ANY_BODIES and len({name.text for name in near}) > 1:
        return None
    if head & _WATCHERS:  # who opens a sentence or spoke is likelier meant than a committee in a phrase behind
        return next((name for name in near if name.leads), near[0])
    return None if head & words.OFFICES or near[0].roles & words.ROLES else near[0]  # who has another role is not meant


def _surely(near: list[Name], leading: Name, pronoun: str) -> Name | None:
    """Whom "she" fits for certain behind a name of which nothing is known: "Kim Brandt met Mrs Parry. She said"."""
    return next((name for name in near if name.gender == pronoun and name.at > leading.at), None)


def _fits(name: Name, description: str) -> bool:
    if description in {"he", "she"}:
        return name.person and name.gender in {None, description}
    if description in _BODY_PRONOUNS:
        many = description == "it" and _MANY.fullmatch(name.text.lower())
        return not many and (not name.person or (not name.roles and name.gender is None))
    head = description.split()[-1]
    if head in words.BODIES:
        own = {token.lower() for token in name.text.split()}
        if head in _WATCHERS and not (head in own or _WATCHER.fullmatch(name.text) or own & _WATCHING):
            return False
        if head in {"newspaper", "paper"}:
            return bool(own & words.OUTLETS)
        # "the bank" is a bank by name; "the watchdog" and "the firm" may be called anything.
        return not name.person and (
            head not in words.BY_NAME
            or head in own
            or (head != "government" and _ACRONYM.fullmatch(name.text) is not None)
        )
    return name.person and head in words.ROLES


def _title(text: str, last: int, start: int) -> str:
    """The word in lower case right before a name, "" for none; the name before ends at `last`."""
    if start - last < _SHORTEST_TITLE or not text[start - 2].islower():
        return ""
    word = text[max(last, start - _LONGEST_TITLE) : start - 1].rpartition(" ")[2]
    return word if word in words.TITLES_AND_ROLES or word == "the" else ""


def _split(text: str, match: re.Match[str], title: str) -> list[Name]:
    """The names of one run of capitals: "Smith and Jones" are two, "Health and Social Care" is one."""
    whole = match[0]
    at = match.start()
    if "and" not in whole or " of " in whole or " for " in whole:
        name = _name(text, whole, at, title)
        return [] if name is None else [name]
    names = []
    for piece in _JOINED.split(whole):
        start = text.index(piece, at)
        at = start + len(piece)
        if (name := _name(text, piece, start, title)) is not None:
            names.append(name)
    return names


def _name(text: str, piece: str, start: int, before: str) -> Name | None:
    small = piece.lower().split()
    first = 0
    while first < len(small) and small[first] in _OPENERS:
        before = "the" if small[first] == "the" else ""
        first += 1
    if first == len(small) or (first + 1 == len(small) and small[first] in _PLACES):
        return None
    roles = {before} if before and before != "the" else set()
    for at in range(len(small) - 2, first - 1, -1):
        if small[at].rstrip(".") in words.TITLES and small[at + 1] not in words.RANKED:
            roles.update(word.rstrip(".") for word in small[first : at + 1])
            first = first if small[at + 1] in {"of", "for"} else at + 1  # "Minister for Ports" is whole
            break
    led = first > 0 and _opens_sentence(text, start)
    tokens = [*small[first:-1], small[-1].rstrip("'’")]
    end = start + len(piece.rstrip("'’"))
    if (len(tokens) == 1 and tokens[0] in _PLACES) or currencies.is_written(text, start, end):
        return None
    start += len(piece) - len(piece.split(None, first)[-1])
    said = text[start:end]
    opens = _opens_sentence(text, start)
    speaks = (not opens or len(tokens) == 1) and _speaks(text, end)
    if opens and not speaks and len(tokens) == 1 and _COMMON.fullmatch(said):
        if _NAME_NEXT.match(text, end) is None:
            return None
        opens = not said.endswith("s")
    if not speaks and len(tokens) == 1 and _PEOPLE.fullmatch(said) and _NOUN_NEXT.match(text, end):
        return None
    body = before == "the" or not words.OUTLETS_AND_BODY_NAMES.isdisjoint(tokens) or said.isupper()
    body = body or (len(tokens) > 1 and tokens[-1] in words.DATA)  # "the leaked Oakley Review"
    called = _CALLED.search(text, max(0, start - 90), start) if text.startswith(", ", start - 2) else None
    roles |= _apposed(text, end) | ({called["head"]} & _APPOSED_ROLES if called else set())
    leads = opens or led or speaks or called is not None or _is_said_by(text, start)
    person = bool(roles) or (
        not body and 2 <= len(tokens) <= 4 and len(tokens[-1]) > 1 and " of " not in said and _PLACES.isdisjoint(tokens)
    )
    gender = next((words.TITLE_GENDERS[role] for role in roles if role in words.TITLE_GENDERS), None)
    if person and gender is None:
        gender = genders.by_pronoun(text, end, opens=opens)
    return Name(said, Span(start, end), start, person, frozenset(roles), gender, leads)


def _apposed(text: str, end: int) -> set[str]:
    """The role that follows a name: "Jane Doe, the health minister,"."""
    match = _APPOSED.match(text, end, end + 80) if text.startswith(",", end) else None
    if match is None:
        return set()
    tokens = match[1].split()
    return {token.lower() for token in tokens} & _APPOSED_ROLES if "who" not in tokens else set()


def _speaks(text: str, end: int) -> bool:
    match = _SPEECH.match(text, end, end + 40)
    return match is not None and match[1] in BY_FORM


def _is_said_by(text: str, start: int) -> bool:
    if not text[max(0, start - 2) : start - 1].islower():
        return False
    match = _INVERTED.search(text, max(0, start - 30), start)
    return match is not None and match["verb"] in BY_FORM


def _opens_sentence(text: str, start: int) -> bool:
    return text[max(0, start - 3) : start].rstrip(" ")[-1:] in {"", ".", "!", "?", "\n", "”", '"'}

"""The names of a text, and whom a pronoun or a description ("she", "the minister", "the department") means."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from app.domain.span import Span
from app.extraction.speakers import datelines, words

_REST = r"(?:[\w'’&]*(?:-[A-Z]?\w+)*(?<!'s)(?<!’s)|\.)"
_LINK = r"(?:\s+(?:of|for|the|and|de|van|von|der|al|bin|del|da)(?:\s+the)?)?"
# The capital comes before the look back, so that the search leaps from capital to capital.
_NAME = re.compile(rf"[A-Z](?<!\w[A-Z]){_REST}(?:{_LINK}\s+[A-Z]{_REST}){{0,6}}")
_WORD_BEFORE = re.compile(r"\b[a-z]+\Z")
_LONGEST_TITLE = 16
_JOINED = re.compile(r"\s+and\s+")
_OPENERS = words.one_of(
    "the a an in on at by for from but and or as if when while after before since it he she they"
    " we i you this that these"
    " those there here his her their its our my who what why how where one two some many most all no not now then so"
    " yet still also however meanwhile last next under over with without according speaking"
    " critics ministers officials"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december yesterday today earlier later both each every another such only even just"
    " despite because although though between during until within among against about around nearly almost up down"
    " more less europe"
)
_PLACES = words.one_of(
    "uk us usa eu un britain england scotland wales london washington brussels paris berlin"
    " moscow beijing delhi india"
    " china russia ukraine france germany japan america europe gdp vat covid tv"
)
_SPEECH = re.compile(r"\s*,?\s*(?:also |has |had |later )*([a-z]+)\b")
_APPOSED = re.compile(r", (?:the |an? |its )?((?:[\w'’-]+ ){0,4}[\w'’-]+)")
_APPOSED_ROLES = words.ROLES | {"prime"}
_TOKEN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text. `leads` says that it opens a sentence or speaks, so that a pronoun after it likely means it."""

    text: str
    span: Span
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
        title = _title(text, last, match.start())
        last = match.end()
        for name in _split(text, match, title):
            at = bisect_right(starts, name.span.start) - 1
            if at >= 0 and heads[at].overlaps(name.span):
                continue
            if name.person:
                surnames.setdefault(name.text.split()[-1], name.gender)
            elif name.text in surnames:
                name = Name(name.text, name.span, True, name.roles, surnames[name.text], name.leads)
            found.append(name)
    return found


def meant(names: list[Name], before: int, description: str) -> Name | None:
    """The name before an offset that a pronoun or a description in small letters means, the nearest that fits."""
    at = bisect_left(names, before, key=lambda name: name.span.start)
    near = [name for name in reversed(names[max(0, at - 14) : at]) if _fits(name, description)]
    if not near:
        return None
    if description in {"he", "she", "they"}:
        leading = [name for name in near if name.leads and before - name.span.start < 500]
        return leading[0] if leading else near[0]
    head = set(description.split())
    titled = [name for name in near if head & name.roles]
    if titled:
        return titled[0]
    return None if head & words.OFFICES else near[0]


def _fits(name: Name, description: str) -> bool:
    if description in {"he", "she"}:
        return name.person and name.gender in {None, description}
    if description in {"it", "they"}:
        return not name.person
    head = description.split()[-1]
    if head in words.BODIES:
        own = {token.lower() for token in name.text.split()}
        if head in {"newspaper", "paper"}:
            return bool(own & words.OUTLETS)
        # "the bank" is a bank by name; "the watchdog" and "the firm" may be called anything.
        return not name.person and (head not in words.BODY_NAMES or head in own or name.text.isupper())
    return name.person and head in words.ROLES


def _title(text: str, last: int, start: int) -> str:
    """The word in small letters right before a name, "" for none; the name before ends at `last`."""
    gap = text[last:start]
    end = last + len(gap.rstrip())
    match = _WORD_BEFORE.search(text, max(last, end - _LONGEST_TITLE), end) if end < start else None
    return match[0] if match else ""


def _split(text: str, match: re.Match[str], title: str) -> list[Name]:
    """The names of one run of capitals: "Smith and Jones" are two, "Health and Social Care" is one."""
    whole = match[0]
    linked = " of " in whole or " for " in whole
    pieces = [whole] if linked else _JOINED.split(whole)
    names = []
    at = match.start()
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        if (name := _name(text, piece, start, title)) is not None:
            names.append(name)
    return names


def _name(text: str, piece: str, start: int, before: str) -> Name | None:
    tokens = list(_TOKEN.finditer(piece))
    while tokens and tokens[0][0].lower() in _OPENERS:
        tokens.pop(0)
        before = ""
    roles = {before} if before in words.TITLES_AND_ROLES else set()
    titles = [at for at, token in enumerate(tokens) if token[0].lower().rstrip(".") in words.TITLES]
    if titles and titles[-1] + 1 < len(tokens):
        roles |= {token[0].lower().rstrip(".") for token in tokens[: titles[-1] + 1]}
        tokens = tokens[titles[-1] + 1 :]
    if not tokens or (len(tokens) == 1 and tokens[0][0].lower() in _PLACES):
        return None
    span = Span(start + tokens[0].start(), start + tokens[-1].end())
    said = span.of(text)
    small = {token[0].lower() for token in tokens}
    body = bool(small & words.BODY_NAMES) or bool(small & words.OUTLETS) or said.isupper() or before == "the"
    roles |= _apposed(text, span.end)
    person = bool(roles) or (not body and 2 <= len(tokens) <= 4 and " of " not in said and not small & _PLACES)
    gender = next((words.TITLE_GENDERS[role] for role in roles if role in words.TITLE_GENDERS), None)
    gender = gender or words.FIRST_NAMES.get(said.split()[0].lower())
    leads = _opens_sentence(text, start) or _speaks(text, span.end)
    return Name(said, span, person and not (body and not roles), frozenset(roles), gender, leads)


def _apposed(text: str, end: int) -> set[str]:
    """The role that follows a name: "Jane Doe, the health minister,"."""
    match = _APPOSED.match(text, end, end + 80)
    if match is None:
        return set()
    tokens = match[1].split()
    return {token.lower() for token in tokens} & _APPOSED_ROLES if "who" not in tokens else set()


def _speaks(text: str, end: int) -> bool:
    match = _SPEECH.match(text, end, end + 40)
    return match is not None and match[1] in words.BY_FORM


def _opens_sentence(text: str, start: int) -> bool:
    lead = text[max(0, start - 3) : start].rstrip(" ")
    return not lead or lead[-1] in '.!?\n”"'

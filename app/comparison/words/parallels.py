"""Sentences built alike that name two things at one place: the average wait and the longest, two wings.

Who says the same of the same thing in other words builds the sentence anew. Where instead the words to both sides of a
name stay as they are, and the name alone is another, the two figures are of two things.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from app.comparison.statement import Told
from app.comparison.words import contrasts, counted_nouns, facts, geography, synonyms, voices
from app.domain.calendar_names import MONTHS, WEEKDAYS

_LONGEST = 2
"""Words of a name."""
_ROOT = 5
"""Letters that forms of one word share."""
_FIGURE = "#"
_PARTS = re.compile(r"[;:()–—]|,(?!\d)")
_MEANT = r"(?!the\b|that\b|not\b)[a-z][a-z-]{2,}"
_WORD = re.compile(r"#|\b\d+(?:[.,]\d+)+\b|\b[\w’'&-]+")
_JOINED = re.compile(rf"\b({_MEANT}) and (?:the |its |their )?({_MEANT})\b")
_NUMBER = re.compile(r"\d{1,2}|[A-Z]")
_VERB = re.compile(
    r"(?:is|are|was|were|has|have|had|cost|costs|came|comes|made|makes|took|takes|paid|pays|won|lost|rose|fell|grew|stands?"
    r"|stood|held|holds?|runs?|ran|got|gets?|gave|gives?|[a-z]+ed)"
)
_POSSESSIVE = re.compile(r"['’]s?$")

_DETERMINERS_LISTED = "a an the its his her their our this these those"
_DETERMINERS = frozenset(_DETERMINERS_LISTED.split())
_PREPOSITIONS_LISTED = "of in on at to for from by with per into under against among between across"
_PREPOSITIONS = frozenset(_PREPOSITIONS_LISTED.split())
_FORMS = {"has": "have", "had": "have", "is": "be", "are": "be", "was": "be", "were": "be"}
_UNSAID_LISTED = "will would could may might can should must also still now then already just only"
_UNSAID = frozenset(_UNSAID_LISTED.split())
"""What comes and goes between a name and its verb, and tells no two things apart."""
_AMOUNTS_LISTED = (
    "one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million"
    " billion dozen each every all both some more most less fewer least nearly about around almost half quarter total"
    " overall entire whole full exact"
)
_TIMES_LISTED = "decade year month week day hour today"
_TIMES = frozenset((*_TIMES_LISTED.split(), *map(str.lower, (*MONTHS, *WEEKDAYS))))
"""These name a thing only where a noun follows: a day ticket."""
_ORDER_LISTED = "last next latest new old previous former earlier first second third initial final original current"
_ORDER = frozenset(_ORDER_LISTED.split())
"""Of what is called by a general word ("the new figure") these tell an older report from a newer one."""
_ANYTHING_LISTED = (
    "company firm group chain operator owner business maker builder manufacturer developer retailer supplier contractor"
    " bank airline club charity trust body agency council authority county city town borough government minister"
    " ministry department treasury chancellor state country nation taxpayer public union party board boss official"
    " people person man woman player author victim plan scheme programme project policy proposal measure deal agreement"
    " contract package move reform bill cost price sum amount figure number total rate level value fee charge payment"
    " money fund cash spending budget site building place area centre complex facility estimate count"
    " forecast toll report study survey document paper analysis review increase rise fall cut change"
)
_ANYTHING = frozenset(_ANYTHING_LISTED.split())
"""By these what was named is called again, whatever it is: the airline, the plan, the price."""
_NO_NAME = frozenset(_AMOUNTS_LISTED.split()) | _ANYTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What stands between two other words of a sentence."""

    words: str
    """As printed."""
    stems: frozenset[str]
    is_proper: bool
    """It has a capital, or is the number of such a name ("Terminal 2")."""
    is_kind: bool
    """It has neither capital nor determiner: nurses, wheat. By "the vessel" what was named is called again."""
    noun: str
    """What it narrows: "wait" in "the longest wait is"; empty where it narrows nothing."""

    @property
    def said(self) -> str:
        """How a sentence says whose figure it is, after "is"."""
        return f"of “{self.words} {self.noun}”" if self.noun else f"for “{self.words}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the sentence of a figure is built: its names by the words to both sides of them, and its words."""

    names: Mapping[tuple[str, str], tuple[Name, ...]]
    stems: frozenset[str]
    joined: frozenset[tuple[str, str]]
    """Words with "and" between them, in both orders."""


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    stem: str
    determined: bool
    """A determiner or the name of an owner stands before it."""


_BEGINNING, _END = _Token("", "^", False), _Token("", "$", False)


def read(told: Told) -> Shape:
    """The shape of a figure's sentence."""
    names: dict[tuple[str, str], tuple[Name, ...]] = {}
    for part in _parts(told):
        tokens = [_BEGINNING, *_tokens(part), _END, _END]
        for first in range(1, len(tokens) - 2):
            for last in range(first + 1, min(first + _LONGEST, len(tokens) - 2) + 1):
                if (name := _name(tokens, first, last)) is not None:
                    for place in _places(name, tokens[first - 1], tokens[last]):
                        names[place] = (*names.get(place, ()), name)
    joined = {(_stem(first), _stem(last)) for first, last in _JOINED.findall(_FIGURE.join(contrasts.clause(told)))}
    return Shape(
        names=names,
        stems=frozenset(token.stem for token in _tokens(told.around) if facts.content(token.word)),
        joined=frozenset(joined | {(last, first) for first, last in joined}),
    )


def apart(one: Shape, other: Shape) -> tuple[str, str] | None:
    """What the two name at one place, where neither names it anywhere else; None where they name nothing apart."""
    if one.names.keys().isdisjoint(other.names):
        return None
    for place, names in one.names.items():
        for name, against in product(names, other.names.get(place, ())):
            if name.stems & other.stems or against.stems & one.stems or _can_be_one(name, against):
                continue
            if name.noun or against.noun or (name.is_proper and against.is_proper):
                return name.said, against.said
            are_kinds = name.is_kind and against.is_kind and not counted_nouns.can_be_one(name.words, against.words)
            if are_kinds and one.stems - name.stems == other.stems - against.stems:
                return name.said, against.said
    return None


def takes_in_more(one: Shape, other: Shape) -> bool:
    """Whether one is of two things together, of which the other names the one alone ("heating and lighting")."""
    return any(first in other.stems and second not in other.stems for first, second in one.joined)


def _places(name: Name, left: _Token, right: _Token) -> Iterator[tuple[str, str]]:
    """The words beside a name that make its place; of what narrows a noun the noun does, wherever that stands."""
    yield left.stem, right.stem
    if name.noun:
        yield "", right.stem
    if name.is_proper and left.stem in _PREPOSITIONS:
        yield left.stem, ""


def _can_be_one(one: Name, other: Name) -> bool:
    """Whether two names can be one country's, two forms of one word, or one is the short for the other."""
    if one.words.isupper() != other.words.isupper():
        return True
    if any(stem[:_ROOT] == against[:_ROOT] for stem, against in product(one.stems, other.stems)):
        return True
    place = geography.named(one.words)
    return place is not None and place == geography.named(other.words)


def _parts(told: Told) -> Iterator[str]:
    """The clause of the figure without who says so, and what leads up to it ("In Leeds, ...")."""
    before, after = _PARTS.split(told.before), _PARTS.split(told.after, maxsplit=1)
    own = f"{before[-1]} {_FIGURE} {after[0]}"
    yield voices.without_source(own)
    for part in before[:-1]:
        if part.lower().split(maxsplit=1)[:1] and part.lower().split(maxsplit=1)[0] in _PREPOSITIONS:
            yield part


def _tokens(text: str) -> list[_Token]:
    found, determined = [], False
    for word in _WORD.findall(text):
        lower = word.lower()
        if lower in _DETERMINERS:
            determined = True
        elif lower not in _UNSAID:
            found.append(_Token(word, _stem(lower), determined))
            determined = _POSSESSIVE.search(word) is not None
    return found


def _stem(word: str) -> str:
    if word in _FORMS:
        return _FORMS[word]
    bare = _POSSESSIVE.sub("", word)
    if bare in synonyms.FIRST:
        return synonyms.FIRST[bare]
    bare = bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
    return synonyms.FIRST.get(bare, bare)


def _name(tokens: Sequence[_Token], first: int, last: int) -> Name | None:
    """The tokens from one place to before another as a name, None where they are none."""
    left, named, right = tokens[first - 1], tokens[first:last], tokens[last]
    words, stems = " ".join(token.word for token in named), frozenset(token.stem for token in named)
    if _NUMBER.fullmatch(words):
        is_numbered = left.word[:1].isupper() and left.stem not in _NO_NAME | _TIMES | _PREPOSITIONS
        numbered = Name(words=f"{left.word} {words}", stems=stems, is_proper=True, is_kind=False, noun="")
        return numbered if is_numbered else None
    # After "to" comes a verb, or a name with a capital.
    follows_preposition = left.stem in _PREPOSITIONS and (left.stem != "to" or words[0].isupper())
    if not (named[0].determined or follows_preposition or left is _BEGINNING):
        return None  # it may be a verb
    if right.stem == _FIGURE and not follows_preposition:
        return None
    narrows = not right.determined and _is_noun(tokens[last:], after_preposition=follows_preposition)
    if any(token.determined for token in named[1:]) or not all(_tells_apart(token, right) for token in named):
        return None
    if not narrows and not _TIMES.isdisjoint(stems):
        return None
    opens = left is _BEGINNING and not named[0].determined
    may_be_plural = opens and words.endswith("s") and not _POSSESSIVE.search(words)
    return Name(
        words=words.lower() if opens and narrows and words.istitle() and right.word.islower() else words,
        stems=stems,
        is_proper=words[0].isupper() and not may_be_plural,
        is_kind=not named[0].determined and (opens or words.islower()),
        noun=right.word if narrows else "",
    )


def _tells_apart(token: _Token, right: _Token) -> bool:
    """Whether a word before another tells one thing from others."""
    if token.stem in _NO_NAME or token.word[0].isdigit() or not facts.content(token.word):
        return False
    return token.stem not in _ORDER or (right.stem not in _ANYTHING and right is not _END)


def _is_noun(tokens: Sequence[_Token], *, after_preposition: bool) -> bool:
    """Whether the first of some words is a noun, by what follows it: a preposition, a verb or the end.

    After a preposition no verb can stand there, so there may be one more noun, or the next thing may begin.
    """
    for token in tokens[: 3 if after_preposition else 2]:
        if token is _END or token.stem in _PREPOSITIONS or _VERB.fullmatch(token.word.lower()):
            return token is not tokens[0]
        if after_preposition and token.determined:
            return True
        if token.stem == _FIGURE:
            return False
    return False

"""Bare numbers that count what the count before them does: "opened 38 stores and closed six", "701 among controls"."""

import re

from app.extraction import nouns
from app.extraction.noun_words import STOP

_ADVERBS = (
    r"(?:(?:only|just|another|about|around|some|nearly|almost|roughly|at least|up to|over|more than|fewer than|a "
    r"further|an additional|the other|as many as|a mere|all|barely|even) )*"
)
_JOINT = r"(?:[,;–—]|\band|\bor|\bbut|\bwhile|\bincluding|\bplus|\bthen|\bbefore|\bwith)\s+"
_VERB = re.compile(
    rf"{_JOINT}(?:[\w’'-]+\s+){{0,3}}?(?P<verb>(?-i:[a-z]){{3,}})\s+(?:(?:up|out|down|off|in) )?{_ADVERBS}\Z",
    re.IGNORECASE,
)
# After these no count follows, but a rank, an age, a score or a time.
_NO_COUNT_WORDS = (
    "rank ranks ranked place placed finish finished seed seeded turn turns turned turning age aged ages score scored "
    "scores shot carded page chapter section number bus route line room row born year day week month season level size "
    "grade rated rates rating worth equal point points"
)
_NO_COUNT = STOP | frozenset(_NO_COUNT_WORDS.split())
_PLACE_AFTER = re.compile(
    r"\s+(?:in (?!a row\b|total\b|all\b|front\b|charge\b|\d|ten\b|five\b)|at |among |from (?!\d)|for (?!\d)|on |"
    r"to (?!\d)|with |near |outside |inside |across |within |aboard |elsewhere\b|abroad\b|overseas\b|more\b|fewer\b|"
    r"last |this |as |since |by (?!\d|one\b|two\b|three\b))"
)
_AND = re.compile(rf"{_JOINT}{_ADVERBS}\Z", re.IGNORECASE)
_SUBJECT_AFTER = re.compile(
    r"\s+(?:were|are|have|had|remain(?:ed)?|will|would|could|may|died|did|came|went|got|left|face[sd]?|need(?:ed)?|"
    r"took|fled|said|lived?|failed|stood|lost|made|won|gave|paid|moved|joined|survived|escaped|lack(?:ed)?)\b"
)
_TARGET = re.compile(
    r"\b(?:a|an|the|its|their|his|her|of) (?:[\w-]+ ){0,2}(?:target|goal|forecast|average|capacity|peak|high|low|"
    rf"record|maximum|minimum|limit|total|quota|figure|estimate|level|mean|median) of {_ADVERBS}\Z",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"\b(?:mak(?:es|ing)|leav(?:es|ing)(?: (?:it|them|him|her|us|the [a-z]+))?(?: with)?|"
    r"g[ai]v(?:e|es|ing) (?:it|them|him|her|us)|(?:built|designed|meant|made) for|begin with|start with|out of) "
    rf"(?:it |that |a total of |now )?{_ADVERBS}\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:another|an? (?:further|additional|extra|fresh)|the other)\s+\Z", re.IGNORECASE)
# "Labour won 14 seats, the Conservatives nine and the Greens four".
_GAPPED = re.compile(r"(?:[,;]|\band|\bwhile)\s+(?:the\s+(?:[\w’'-]+\s+){1,2}|[A-Z][\w’'-]*s\s+)\Z")
_CLOSES = re.compile(r"\s*(?:[.,;)]|\Z|\n|(?:and|but|while)\b)")
# "56 members: 31 Labour, 14 Conservative".
_SORTED = re.compile(r"(?:[,:;(–—]|\band)\s+\Z")
_OF_SORT = re.compile(
    r"\s(?!January|February|March|April|May|June|July|August|September|October|November|December)"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?\s*(?:[,;.)]|and\b)"
)
_DONE = re.compile(r"\s[a-z]{3,}ed\b")
_IN_YEAR = re.compile(r"\bin (?:19|20)\d\d,?\s+\Z", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of (?:the|its|their|his|her|our|those|these|them|which|whom)\b", re.IGNORECASE)
_WHICH = re.compile(rf"\b(?:of (?:which|whom|these|those|them)),? {_ADVERBS}\Z", re.IGNORECASE)
_PLURAL_BEFORE = re.compile(r"\b(?P<noun>[a-z]{3,})[,;] \Z", re.IGNORECASE)
_ALONG = re.compile(r"\s(?:wide|long|high|tall|deep|across|thick)\b")
_OF_WHOM = re.compile(r"\s+of (?:whom|which)\b", re.IGNORECASE)
_CROWD = re.compile(
    r"\b(?:crews?|staff|squads?|teams?|crowds?|audiences?|congregation|population|workforce|electorate|"
    r"membership|panel|jury|cast|garrison|delegation|army|force|readership|gathering|headcount|complement|intake|"
    rf"class|group) of {_ADVERBS}\Z"
)


def leans(text: str, since: int, start: int, end: int) -> bool:
    """Whether a number with its hedge counts what the count that ends at `since`, in the same sentence, does."""
    left = text[max(since, start - 64) : start]
    if _TARGET.search(left) or _LEFT.search(left) or _MORE.search(left) or _OF_THE.match(text, end):
        return True
    if _AND.search(left) and any(after.match(text, end) for after in (_PLACE_AFTER, _SUBJECT_AFTER, _DONE)):
        return True
    if ((_GAPPED.search(left) or _IN_YEAR.search(left)) and _CLOSES.match(text, end)) or of_sort(text, start, end):
        return True
    verb = _VERB.search(left)
    return verb is not None and verb["verb"].lower() not in _NO_COUNT


def of_sort(text: str, start: int, end: int) -> bool:
    """Whether a number counts a sort by its name ("56 members: 31 Labour, 14 Conservative")."""
    return _OF_SORT.match(text, end) is not None and _SORTED.search(text[max(0, start - 8) : start]) is not None


def is_part(text: str, start: int) -> bool:
    """Whether "of which" or the like stands before a number."""
    return _WHICH.search(text[max(0, start - 40) : start]) is not None


def opens(text: str, start: int, end: int) -> bool:
    """Whether a number is the whole subject of a sentence ("Three remain in hospital.")."""
    before = text[max(0, start - 4) : start].rstrip(" “\"‘'")
    return (not before or before[-1] in ".!?\n") and _SUBJECT_AFTER.match(text, end) is not None


def along(text: str, end: int) -> bool:
    """Whether a bare number is another side of what was measured ("399.9 metres long and 61 wide")."""
    return _ALONG.match(text, end) is not None


def crowd(text: str, start: int) -> bool:
    """Whether what stands before a number is a body of people ("a crew of 157")."""
    return _CROWD.search(text[max(0, start - 40) : start]) is not None


def of_those(text: str, start: int, end: int) -> str | None:
    """The plural that a number before "of whom" is part of, in the singular: "the authors, three of whom"."""
    if not _OF_WHOM.match(text, end):
        return None
    match = _PLURAL_BEFORE.search(text[max(0, start - 32) : start])
    if match is None or not nouns.is_plural(match["noun"].lower()):
        return None
    return nouns.singular(match["noun"])

"""What a number counts, where that is worth a claim: years, a few slight things and things named before are not."""

import re
from decimal import Decimal

from app.extraction.numbers import numbers, qualifiers
from app.extraction.numbers.numbers import ADDED_UP, ONE, Number
from app.extraction.quantities import nouns
from app.extraction.quantities.noun_words import PEOPLE, SLIGHT, SMALL_HYPHENED

_FOUR, _TEN = Decimal(4), Decimal(10)
# What was named before, or goes without saying, is told again: "the two firms", "the last three games".
_DEFINITE = re.compile(r"\b(?:the|these|those|both|all|other|same)\s+\Z", re.IGNORECASE)
_NAMED_BEFORE = re.compile(
    r"\b(?:first|last|next|past|previous|other|final|opening|latest|remaining|top|big|same|every|each)\s+\Z",
    re.IGNORECASE,
)
# A rank, and no count: "among the 12 oldest ports", "one of Norvia's top 12 ports".
_AMONG = re.compile(
    r"\b(?:among(?:st)?|one of) (?:(?:the|its|their|his|her|our)|[\w’' -]{2,30}?[’']s)(?: [\w’' -]{2,20}?[’']s)? "
    r"(?P<top>top )?\Z"
)
_UTMOST = re.compile(
    r"\s(?!(?:for|inter|harv|prot|requ|cont|arr|gu|mod|hon)est\b)(?:most|least|best|worst|[a-z]{3,}est)\b"
)
# "Well above 2021 lows".
_MARKS = frozenset({"low", "high", "level", "peak", "average"})
_OF_TIME = re.compile(r"\s(?:year|month|week|day|hour|minute)\s", re.IGNORECASE)  # "two year fixes"
_TIMES = re.compile(r"\s+times\b(?!\s+(?:an?|per|each|every)\b)")
_TIMES_AS = re.compile(
    r"\s+times\b(?=\s+(?:as\s+[a-z]+\s+as|what|that of|those of|more\s+[a-z]+|[a-z]+er\s+than|"
    r"(?:high|low|larg|bigg|great|small)er|"
    r"(?:the|its|their|his|her)\s+(?!year|month|week|day|following|previous|next|same|last|other|first|final)[a-z]+)\b)"
)
_BEGINS = re.compile(r"(?:\A|[.!?:;\n“\"‘(\[—–-])\s*\Z")


# Time that is counted, not spent: "31,000 working days were lost", "1,900 bed days".
_USED = r"(?:[\s-](?:working|sick|training|school|production))?"
_TIME_LOST = re.compile(
    rf"{_USED}[\s-](?P<unit>days|hours)(?=\s(?:(?:were|was|are|have been|had been|being)\s)?lost\b)"
)
_TIME_ADDED_UP = re.compile(rf"{_USED}\s(?P<unit>days|hours|minutes)\b(?!\s(?:ago|earlier|later|old)\b)")
_OF_USE = re.compile(r"[\s-](?P<whose>bed|patient|person|passenger|room|user)[\s-](?P<unit>days|nights|hours|years)\b")


# "A 9,214 Labour majority".
_MAJORITY = re.compile(r"\s(?:[A-Z][\w’'-]+\s){1,3}majority\b")
# "13 F-35C for the navy": a kind of machine by its designation, where no noun follows it.
_MODEL = re.compile(
    r"\s(?P<name>[A-Z]{1,4}-\d{1,3}[A-Z]{0,2})s?(?=\s?[.,;:)]|\s(?:for|and|to|in|at|by|from|with|were|will)\b|\s*\Z)"
)


def is_time_added_up(text: str, end: int) -> bool:
    """Whether hours, minutes or days follow, of which a number with a scale letter counts millions."""
    return _TIME_ADDED_UP.match(text, end) is not None


def multiple(text: str, number: Number) -> int | None:
    """Where "times" ends after a number that compares two amounts; "two times" and "19 times" only say how often."""
    exact = number.low == number.low.to_integral()
    if exact and (number.shape == "words" or number.low < _TEN):
        return None
    match = (_TIMES_AS if exact else _TIMES).match(text, number.end)
    return match.end() if match else None


def counted(text: str, number: Number, *, scaled: bool) -> nouns.Counted | None:
    """The noun that a number counts; `scaled` says that a letter such as "m" is a scale."""
    if (number.letter and not scaled) or number.low < 0:
        return None
    value = number.low
    added_up = _TIME_ADDED_UP.match(text, number.end) if value >= ADDED_UP else None
    if time := added_up or _TIME_LOST.match(text, number.end) or _OF_USE.match(text, number.end):
        noun = " ".join(filter(None, (time.groupdict().get("whose"), time["unit"].removesuffix("s"))))
        return nouns.Counted(noun=noun, end=time.end())
    if value >= _TEN and (majority := _MAJORITY.match(text, number.end)):
        return nouns.Counted(noun="vote", end=majority.end())
    if value > ONE and (model := _MODEL.match(text, number.end)):
        return nouns.Counted(noun=model["name"], end=model.end())
    if _is_rank(text, number):
        return None
    late = qualifiers.after(text, number.end)
    found = nouns.counted(text, late.span.end if late else number.end, one=value == ONE, of=number.vague)
    if found is None:
        return None
    if numbers.is_year(text, number) and (found.noun in _MARKS or not qualifiers.before(text, number.start)):
        return None
    if _OF_TIME.match(text, number.end):
        return None
    if value == ONE and not _is_one_worth(text, number, found):
        return None
    hyphened = text[number.end : number.end + 1] == "-"
    if hyphened and value < _TEN:
        return found if found.noun in SMALL_HYPHENED else None
    few = number.shape == "words" and value < _TEN and found.noun not in PEOPLE
    return None if few and _is_slight(text, number, found.noun) else found


def _is_one_worth(text: str, number: Number, found: nouns.Counted) -> bool:
    """Whether one of something is a claim: a person to whom something befell, or one counted in digits."""
    return found.noun in PEOPLE and (number.shape != "words" or nouns.suffered(text, found.end))


def _is_rank(text: str, number: Number) -> bool:
    """Whether a number only says how far down a list something stands: "among the 12 oldest ports"."""
    utmost = _UTMOST.match(text, number.end)
    before = text[max(0, number.start - 64) : number.start]
    among = _AMONG.search(before) if utmost or before.endswith("top ") else None
    return among is not None and (utmost is not None or among["top"] is not None)


def _is_slight(text: str, number: Number, noun: str) -> bool:
    """Whether a few in words are no claim: "three ways", "the two companies" named before, "Seven Sisters"."""
    left = text[max(0, number.start - 24) : number.start]
    if noun in SLIGHT or _NAMED_BEFORE.search(left) or (number.low < _FOUR and _DEFINITE.search(left)):
        return True
    named = text[number.start].isupper() and text[number.end + 1 : number.end + 2].isupper()
    return named and _BEGINS.search(left) is None

"""Where figures may stand: one scan of the text finds its numbers and fraction words, and every stage starts there."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.extraction.numbers import numbers, spoken
from app.extraction.numbers.numbers import Number
from app.extraction.word_sets import any_of, one_of

_NTHS = one_of("quarter third fourth fifth sixth seventh eighth ninth tenth")
_PARTS = ("half", *_NTHS, *(f"{part}s" for part in _NTHS))
_WORDS = (*spoken.SMALL_WORDS, *spoken.LARGE_WORDS, *spoken.VAGUE_WORDS, *_PARTS, "percentage")
_FIRST = sorted({word[0] for word in _WORDS})
# Words grouped by first letter, and before each branch a look at the character that may begin it: three times as fast.
_BY_LETTER = "|".join(
    f"[{letter}{letter.upper()}](?i:{any_of(word[1:] for word in _WORDS if word[0] == letter)})" for letter in _FIRST
)
_LETTERS = "".join(letter + letter.upper() for letter in _FIRST)
# Runs are possessive, so that a hostile run of digits or marks is crossed once.
_SCAN = re.compile(
    rf"\b(?=[{_LETTERS}])(?P<word>(?:{_BY_LETTER})\b)"
    rf"|(?=[\d.hw@#{numbers.VULGAR_SIGNS}])(?:"
    r"(?P<digits>(?:\d|(?<![\w.])\.(?=\d))\d*+(?:[.,'’]\d++)*+)"
    r"|(?P<skip>(?:https?://|www\.)\S++|[@#][A-Za-z_]\w*+)"
    rf"|(?P<sign>[{numbers.VULGAR_SIGNS}]))"
)
_SMALL, _LARGE, _VAGUE = (frozenset(words) for words in (spoken.SMALL_WORDS, spoken.LARGE_WORDS, spoken.VAGUE_WORDS))

_NUMERAL = _SMALL | _LARGE | _VAGUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The numbers of a text in order, and the places of words that may name a fraction or a percentage point."""

    numbers: tuple[Number, ...]
    parts: tuple[tuple[int, int], ...]


@lru_cache(maxsize=2)
def scan(text: str) -> Anchors:
    """Read every number of a text; addresses and handles are passed over. Time grows with the length of the text."""
    found: list[Number] = []
    parts: list[tuple[int, int]] = []
    at = 0
    while match := _SCAN.search(text, at):
        at = match.end()
        kind = match.lastgroup
        if kind == "skip":
            continue
        number = _number(text, match, kind)
        if number is None:
            if kind == "word" and match.group().lower() not in _NUMERAL:
                parts.append(match.span())
            continue
        at = max(at, number.end)
        found.append(number)
    return Anchors(numbers=tuple(found), parts=tuple(parts))


def _number(text: str, match: re.Match[str], kind: str | None) -> Number | None:
    start, end = match.span()
    if kind == "digits":
        return numbers.in_digits(text, start, end)
    if kind == "sign":
        return numbers.vulgar(text, start)
    word = match.group().lower()
    if word in _SMALL:
        return spoken.small(text, start)
    if word in _LARGE:
        return spoken.large(text, start, end)
    if word in _VAGUE:
        return spoken.vague(text, start)
    return spoken.part(text, start)

"""Votes: "330 to 179" is two counts, neither a range nor a score."""

import re
from collections.abc import Iterator
from dataclasses import replace

from app.extraction.numbers import numbers
from app.extraction.numbers.numbers import ONE
from app.extraction.numbers.ranges import SENTENCE_END, Atom

_VOTE = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|ballots?|passed|defeated|approved|rejected|carried|backed|majority|senate|house|mps|"
    r"lawmakers|motion|referendum|parliament|council|board|bill)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:senate|house|parliament|mps|lawmakers|senators|council|bill|motion|amendment)\b.{0,40}?"
    r"\b(?:pass(?:ed|es)?|approv(?:ed|es)|reject(?:ed|s)|defeated|confirmed|backed)\b|"
    r"\b(?:pass(?:ed|es)?|approv(?:ed|es)|reject(?:ed|s)|defeated|confirmed|backed)\b.{0,30}?\b(?:bill|motion|"
    r"amendment|measure|him|her)\b",
    re.IGNORECASE,
)
_BALLOT = re.compile(r"\b(?:vot(?:e[sd]?|ing)|ballots?|majority)\b", re.IGNORECASE)
_VOTES = re.compile(r"(?:\s+votes)?(?:\s+to\s+|-|–)", re.IGNORECASE)
_NAMED = re.compile(r"\s+votes\b", re.IGNORECASE)
_SPORT = re.compile(
    r"\b(?:win|won|beat|beaten|match|game|goal|goals|half-time|penalt\w+|league|cup|score[ds]?|defeat to|innings)\b",
    re.IGNORECASE,
)


def find(text: str, atoms: list[Atom]) -> Iterator[int]:
    """The positions of numbers that are the two sides of a vote; a score or a range of dates is none."""
    for position in range(len(atoms) - 1):
        first, second = atoms[position], atoms[position + 1]
        joined = _VOTES.fullmatch(text, first.number.end, second.number.start)
        words = joined is not None and _NAMED.match(text, first.number.end) is not None  # "seven votes to four"
        if joined and _may_vote(first, words) and _may_vote(second, words) and (words or _is_vote(text, first, second)):
            yield from (position, position + 1)


def voted(text: str, atom: Atom) -> Atom:
    """The number and its "votes", as a count that joins with none beside it."""
    named = _NAMED.match(text, atom.number.end)
    end = named.end() if named else atom.number.end
    return replace(atom, start=atom.number.start, end=end, unit=f"vote at {atom.start}", named=True)


def _may_vote(atom: Atom, words: bool) -> bool:
    number = atom.number
    return (words or number.shape != "words") and number.scale == ONE and atom.unit in (None, "vote")


def _is_vote(text: str, first: Atom, second: Atom) -> bool:
    if text[first.start - 1 : first.start] in ("-", "/") or numbers.is_year(text, first.number):
        return False
    if text.startswith("-", second.number.end):  # "30 to 39-year-olds"
        return False
    glued = not text[first.number.end].isspace()
    if not glued and (second.low == ONE or text[max(0, first.start - 5) : first.start].lower() == "from "):
        return False  # odds ("5 to 1") and scales ("from 1 to 10")
    left = text[max(0, first.start - (40 if glued else 100)) : first.start]
    around = (left if glued else SENTENCE_END.split(left)[-1]) + text[first.start : second.end + (20 if glued else 60)]
    carried = glued and _CARRIED.search(text[max(0, first.start - 60) : first.start]) is not None
    return (carried or (_BALLOT if glued else _VOTE).search(around) is not None) and _SPORT.search(around) is None

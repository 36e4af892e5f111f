"""What a number counts: the head noun of the phrase after it, in the singular."""

import re
from dataclasses import dataclass

from app.extraction.noun_words import (
    BEFELL,
    COLLECTIVE,
    IRREGULAR,
    NO_PLURAL,
    NOT_COUNTED,
    NOT_HYPHENED,
    PEOPLE,
    STOP,
)

_WORD = re.compile(r"(?P<gap>[ \u00a0]|\n(?=\S))(?P<word>[A-Za-z][\w]*(?:[’'-][\w]+)*(?:\.(?:[A-Za-z]\.)+)?)")
_OF = re.compile(r"\s+of\s+(?:(?:the|its|their|his|her|our|those|these|all|your|my|them)\b)?", re.IGNORECASE)
_SUFFERED = re.compile(
    r"\s+(?:others?\s+)?(?:still(?=\smissing)|were|was|has been|have been|had been|has been|are|is|remain|died|"
    r"have died|"
    r"had died)\s+(?:[a-z]+ly\s+|still\s+|thought to be\s+|left\s+)?(?:(?:confirmed|feared|presumed|reported|declared|"
    r"pronounced|found|believed|listed as)\s+)?(?:killed|wounded|injured|hurt|dead|arrested|detained|missing|displaced|"
    r"evacuated|hospitali[sz]ed|rescued|trapped|charged|buried|freed|pulled|shot|stabbed|homeless|saved|alive|"
    r"unaccounted for|laid off|sacked|vaccinated|taken to hospital)\b|\s+(?:others\s+)?(?:died|drowned|perished|voted|"
    r"abstained|rebelled|"
    r"resigned|survived|escaped)\b",
    re.IGNORECASE,
)
_COMPARED = frozenset(("more", "fewer", "less", "other"))
_WHOLE = re.compile(
    r"\s+(?:(?:about|around|roughly|nearly|almost|some|more than|over) )?\d[\d,]*(?:-odd|-strong|\+)?(?=\s)"
)
_HYPHENED = re.compile(r"-(?P<word>[a-z]{3,20})(?![\w])")
_LOOK = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The counted noun in the singular and where its phrase ends."""

    noun: str
    end: int


def counted(text: str, end: int, *, one: bool = False, of: bool = False, whole: bool = True) -> Counted | None:
    """The noun counted by a number that ends at `end`; None where no noun is.

    `of` lets "of" stand between ("dozens of people"), `one` takes a singular,
    `whole` steps over the number of the whole ("411 of the 650 seats").
    """
    if hyphened := _HYPHENED.match(text, end):
        word = hyphened["word"]
        if word in NOT_HYPHENED or word in STOP:
            return Counted(noun="person", end=hyphened.end()) if word == "strong" else None
        return Counted(noun=singular(word), end=hyphened.end())
    if _SUFFERED.match(text, end):  # "22 were wounded"
        return Counted(noun="person", end=end)
    at = end
    if of_match := _OF.match(text, at):
        at = of_match.end() if text[of_match.end() - 1].isalpha() else of_match.end() - 1
        if whole and (other := _WHOLE.match(text, at)):  # "411 of the 650 seats": the seats are the other number's
            inner = counted(text, other.end(), whole=False)
            return Counted(noun=inner.noun, end=end) if inner else None
        if not of and of_match.group().strip().lower() == "of":
            return None
    for seen in range(_LOOK):
        match = _WORD.match(text, at)
        if match is None:
            return None
        word = match["word"]
        lower = word.lower().replace("’", "'")
        if lower in BEFELL and (seen == 0 or not _plural_soon(text, match.end())):
            if not (seen == 0 and _plural_soon(text, match.end())):
                return Counted(noun="person", end=match.end())
        elif seen == 0 and lower == "others":
            return Counted(noun="person", end=match.end())
        elif lower in STOP and not (seen == 0 and lower in _COMPARED):
            return None
        elif is_plural(lower):
            return _with_collective(text, match)
        elif one and lower in PEOPLE:
            return Counted(noun=lower, end=match.end())
        at = match.end()
    return None


def suffered(text: str, end: int) -> bool:
    """Whether the words right after `end` tell what befell those counted ("was killed")."""
    return _SUFFERED.match(text, end) is not None


def _plural_soon(text: str, at: int) -> bool:
    match = _WORD.match(text, at)
    return match is not None and is_plural(match["word"].lower())


def _with_collective(text: str, match: re.Match[str]) -> Counted:
    """The plural found, or the collective right after it ("armed forces personnel")."""
    after = _WORD.match(text, match.end())
    if after and after["word"].lower() in COLLECTIVE:
        match = after
    return Counted(noun=singular(match["word"]), end=match.end())


def is_plural(word: str) -> bool:
    """Whether a word in small letters is a plural noun."""
    if word in IRREGULAR:
        return word not in ("data", "media", "swiss", "works", "military", "means", "faithful")
    if word in NO_PLURAL or word in NOT_COUNTED or len(word) < 3 or word.endswith(("ss", "us", "is", "'s", "ous")):
        return False
    return word.endswith(("s", "s'")) or (
        word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "abdomen")
    )


def singular(word: str) -> str:
    """A plural noun in the singular and small letters; a short name keeps its capitals out ("MPs": "mp")."""
    lower = word.lower().replace("’", "'").rstrip("'")
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("men") and len(lower) > 5:
        return f"{lower[:-3]}man"
    if lower.endswith("ies") and len(lower) > 4:
        return f"{lower[:-3]}y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower

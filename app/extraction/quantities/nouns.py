"""What a number counts: the head noun of the phrase after it, in the singular."""

import re
from dataclasses import dataclass

from app.extraction.numbers import spoken
from app.extraction.quantities.noun_words import (
    ATTRIBUTIVE,
    BEFELL,
    COLLECTIVE,
    IN_IS,
    IRREGULAR,
    NO_PLURAL,
    NOT_COUNTED,
    NOT_HYPHENED,
    PAST,
    PEOPLE,
    PEOPLES,
    STOP,
)

_WORD = re.compile(
    r"(?:(?<=[A-Za-z])[’”\"'])?(?P<gap>[ \u00a0]|\n(?=\S))[‘“\"']?"
    r"(?P<word>[A-Za-z][\w]*(?:[’'&-][\w]+)*(?:\.(?:[A-Za-z]\.)+)?)"
)
_OF = re.compile(
    r"\s+of\s+(?:(?:the|its|their|his|her|our|those|these|all|your|my|them|"
    r"(?-i:[A-Z])[\w-]{1,20}(?:['’]s|s['’]))(?!\w))?",
    re.IGNORECASE,
)
_SUFFERED = re.compile(
    r"\s+(?:others?\s+)?(?:still(?=\s(?:missing|trapped|stranded|unaccounted))|were|was|has been|have been|had been|"
    r"are|is|remain|died|have died|had died)"
    r"\s+(?:[a-z]+ly\s+|still\s+|thought to be\s+|left\s+|being\s+)?"
    r"(?:(?:confirmed|feared|presumed|reported|declared|pronounced|found|believed|listed as)\s+)?"
    r"(?:killed|wounded|injured|hurt|dead|arrested|detained|missing|displaced|evacuated|hospitali[sz]ed|rescued|"
    r"trapped|"
    r"charged|acquitted|convicted|cleared|buried|freed|pulled|shot|stabbed|homeless|saved|alive|unaccounted for|"
    r"laid off|sacked|vaccinated|"
    r"taken to hospital|treated|sentenced|jailed|deported|abducted|kidnapped|infected|stranded|hanged|executed|"
    r"in (?:a )?(?:critical|serious|stable|intensive|hospital|custody))\b"
    r"|\s+(?:others\s+)?(?:died|drowned|perished|voted|abstained|rebelled|resigned|survived|escaped)\b"
    r"|\s+(?:unaccounted for|on board|aboard|in (?:a )?(?:critical|serious|stable) condition)\b",
    re.IGNORECASE,
)
_HEAD_OF = re.compile(r"[ ]head(?= of (?:[A-Za-z]+ ){0,2}(?:cattle|sheep|livestock|stock|deer|goats|pigs)\b)")
# "A 2 bed flat", "a 60,000 seat stadium"; but "20 seat belts", "one store manager".
_BEFORE_THING = re.compile(
    r"[ ](?P<noun>bed|bedroom|seat|room|home|berth|space|pupil|store)"
    r"(?=[ ](?:(?:care|council|family|housing|football|terraced?|student) )?(?P<thing>[A-Za-z][a-z]{3,})\b)"
)
_ONE = re.compile(r"\b(?:one|1)\Z", re.IGNORECASE)
# "50 gold and 12 silver medals" and "older and disabled residents" go on, "300 in Leeds and others" does not.
_AND = re.compile(r"[ \u00a0](?:and|or)(?=[ \u00a0])", re.IGNORECASE)
_NUMBER = re.compile(rf"[ \u00a0](?:\d[\d,]*|(?:{'|'.join(spoken.SMALL_WORDS)}))(?=[ \u00a0])", re.IGNORECASE)
_MODEL = re.compile(r"[ \u00a0-]\d{1,4}(?=[ \u00a0])")
_ACRONYM = re.compile(r"[ \u00a0]\([A-Z][A-Za-z]{1,6}\)")  # "Private Finance Initiative (PFI) schemes"
_COMPARED = frozenset(("more", "fewer", "less", "other"))
_WHOLE = re.compile(
    r"\s+(?:(?:about|around|roughly|nearly|almost|some|more than|over|approximately|estimated|original|initial|"
    r"remaining|total|existing) ){0,2}"
    r"(?:\d[\d,]*(?:\.\d+)?(?: (?:million|billion|thousand))?|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)(?:-odd|-strong|\+)?(?=\s)"
)
_ENDS = re.compile(r"\s*(?:[.,;:)]|\Z|\n)|\s(?:in|on|at|were|are|have|had|who|fled|left|went|[a-z]{3,}ed)\b")
_WORD_BEFORE = re.compile(r"([A-Za-z]{2,})[ \u00a0-]\Z")
_HYPHENED = re.compile(r"-(?P<word>[a-z]{3,20})(?![\w])")
_LATIN = re.compile(r"[^ao]uses\Z")  # viruses, bonuses; but houses, causes
_LOOK = 6
_NUMERALS = frozenset((*spoken.SMALL_WORDS, *spoken.LARGE_WORDS))


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
    if attribute := _attribute(text, end):
        return attribute
    if head := _HEAD_OF.match(text, end):
        return Counted(noun="head", end=head.end())
    if _SUFFERED.match(text, end):  # "22 were wounded"
        return Counted(noun="person", end=end)
    at = end
    if of_match := _OF.match(text, at):
        at = of_match.end() - text[of_match.end() - 1].isspace()
        if whole and (other := _WHOLE.match(text, at)):  # "411 of the 650 seats": the seats are the other number's
            inner = counted(text, other.end(), whole=False)
            return Counted(noun=inner.noun, end=end) if inner else None
        if not of and of_match.group().strip().lower() == "of":
            return None
    return _head(text, at, one=one)


def _head(text: str, at: int, *, one: bool) -> Counted | None:
    """The head of the noun phrase at `at`: its first plural, past a name with a number ("Leopard 2 tanks")."""
    shared = None
    for seen in range(_LOOK):
        match = _WORD.match(text, at)
        if match is None:
            return None
        word = match["word"]
        lower = word.lower().replace("’", "'")
        if lower in BEFELL and (seen == 0 or not _plural_soon(text, match.end())):
            if not (seen == 0 and _plural_soon(text, match.end())):
                return Counted(noun="person", end=shared or match.end())
        elif seen == 0 and lower == "others":
            return Counted(noun="person", end=match.end())
        elif (lower in STOP and not (seen == 0 and lower in _COMPARED)) or lower in _NUMERALS or lower in PAST:
            return None
        elif is_plural(lower):
            found = _whole_noun(text, match)
            return found if shared is None else Counted(noun=found.noun, end=shared)
        elif lower in PEOPLES and _ENDS.match(text, match.end()):
            return Counted(noun="person", end=match.end())
        elif one and lower in PEOPLE:
            return Counted(noun=lower, end=match.end())
        at = match.end()
        if word[0].isupper() and (short := _ACRONYM.match(text, at)):
            at = short.end()
        if shared is None and (joint := _AND.match(text, at)):
            number = _NUMBER.match(text, joint.end())
            shared = at if number else None
            at = number.end() if number else joint.end()
        elif word[0].isupper() and (model := _MODEL.match(text, at)):
            at = model.end()
    return None


def _attribute(text: str, end: int) -> Counted | None:
    """What a thing has so many of, told before it in the singular: "a 500 bed hospital"."""
    match = _BEFORE_THING.match(text, end)
    if match is None or (not match["noun"].startswith("bed") and _ONE.search(text[max(0, end - 4) : end])):
        return None
    thing = match["thing"]
    if thing in STOP or thing in PAST or thing.endswith("ed") or is_plural(thing):
        return None
    return Counted(noun=match["noun"], end=match.end())


def suffered(text: str, end: int) -> bool:
    """Whether the words right after `end` tell what befell those counted ("was killed")."""
    return _SUFFERED.match(text, end) is not None


def _plural_soon(text: str, at: int) -> bool:
    match = _WORD.match(text, at)
    return match is not None and is_plural(match["word"].lower())


def _whole_noun(text: str, match: re.Match[str]) -> Counted:
    """The plural found, or the one that it stands before ("armed forces personnel", "British Airways flights")."""
    after = _WORD.match(text, match.end())
    if after is None:
        return _counted(text, match)
    leads = match["word"][0].isupper() or match["word"].lower() in ATTRIBUTIVE
    for _ in range(2 if leads else 1):
        lower = after["word"].lower()
        if lower in COLLECTIVE or (leads and is_plural(lower)):
            match = after
        if lower in STOP or lower.endswith("ed") or not (after := _WORD.match(text, after.end())):
            break
    return _counted(text, match)


def _counted(text: str, match: re.Match[str]) -> Counted:
    """The plural matched, with the word before it where that says what is sought."""
    start = match.start("word")
    before = _WORD_BEFORE.search(text[max(0, start - 24) : start])
    return Counted(noun=of_word(before[1] if before else "", match["word"]), end=match.end())


def of_word(before: str, word: str) -> str:
    """A plural in the singular; a seeker is named by what is sought, which stands before: "asylum seeker"."""
    noun = singular(word)
    return f"{before.lower()} {noun}" if noun == "seeker" and before else noun


def is_plural(word: str) -> bool:
    """Whether a word in lower case is a plural noun."""
    if word in IRREGULAR:
        return word not in ("data", "media", "swiss", "works", "military", "means", "faithful")
    if word in IN_IS:
        return True
    if word in NO_PLURAL or word in NOT_COUNTED or len(word) < 3 or word.endswith(("ss", "us", "is", "'s", "-olds")):
        return False
    return word.endswith(("s", "s'", "children", "people")) or (
        word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "abdomen")
    )


def singular(word: str) -> str:
    """A plural noun in the singular and lower case; a short name keeps its capitals out ("MPs": "mp")."""
    lower = word.lower().replace("’", "'").rstrip("'")
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("men") and len(lower) > 5:
        return f"{lower[:-3]}man"
    for many, one in (("children", "child"), ("people", "person"), ("wives", "wife")):
        if lower.endswith(many):
            return lower.removesuffix(many) + one
    if lower.endswith("ies") and len(lower) > 4:
        return f"{lower[:-3]}y"
    if lower.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")) or _LATIN.search(lower):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith("ss") else lower

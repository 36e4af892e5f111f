"""What of a noun phrase is its source's name: who gave figures out, a document, the person behind an office."""

import re

from app.extraction.speakers import words
from app.extraction.speakers.words import DETERMINERS, INSIDE
from app.extraction.word_sets import one_of

CONTRACTED = re.compile(r"['’](?:s|d|ll|ve|re|m)$")
_IN_NAME = re.compile(r"[A-Z][\w&-]+['’]s$")
"""The end of a name: "Marr's said" is no "Marr is said"."""
_ADJECTIVES = words.QUALITIES | {"official"}
_IN_NAMES = one_of("federal regional internal own new separate further additional total")
"""Of these, what may begin a name."""
_LOOKS_INTO = one_of(
    "review survey audit analysis analyses study inspection investigation probe inquiry census count poll polls polling"
    " research modelling tally"
)
GIVEN = one_of("released published compiled produced prepared issued collected gathered")
"""What its source does with a document."""
_HANDED = one_of(
    "leaked obtained consulted viewed examined seen commissioned circulated drawn"
    " posted unveiled submitted filed uncovered based"
)
"""What is done with a document by others than its source: "the report obtained by the Herald"."""
_FULL_NAME = 2
_JOINING = one_of("and de la le du di da del van von der den bin al")
_SHORTEST_OFFICE = 5
"""Words of "chair of Kell Council Jan", to which the name adds one."""


def without_participle(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """Of "document leaked to" the document, of "data released by the NHS" what names its giver: "data by the NHS"."""
    small = [token[0].lower() for token in tokens]
    for at in range(1, len(small)):
        if small[at] not in GIVEN | _HANDED or not any(map(is_paper, small[:at])):
            continue
        if small[at] in GIVEN and small[at + 1 : at + 2] == ["by"] and at + 2 < len(small):
            return tokens[:at] + tokens[at + 1 :]
        return tokens[:at]
    return tokens[:-1] if len(tokens) > 1 and small[-1] in {"set", *GIVEN} else tokens


def without_cause(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """A name without what it does something for: "the Lake Office (for repairs)", but "the Office for Lakes"."""
    for at in range(1, len(tokens) - 1):
        if tokens[at][0] != "for" or not tokens[at - 1][0][0].isupper():
            continue
        cause = next((token[0] for token in tokens[at + 1 :] if token[0].lower() not in DETERMINERS), "")
        if cause[:1].islower():
            return tokens[:at]
    return tokens


def contracted(word: str, *, owner: bool) -> int:
    """How many characters at the end of a source are no part of it: "she's", "the mayor's", an `owner`'s own "'s"."""
    match = None if _IN_NAME.match(word) and not owner else CONTRACTED.search(word)
    return len(match[0]) if match else 0


def is_paper(word: str) -> bool:
    """Whether a word in lower case is a document or documents."""
    return word in words.PAPERS or word.removesuffix("s") in words.PAPERS


def source(tokens: list[re.Match[str]], definite: bool) -> tuple[list[re.Match[str]], bool]:
    """Of "figures from the ministry" the ministry, of "NHS data" the NHS; a document that names no giver stays."""
    small = [token[0].lower() for token in tokens]
    for at, word in enumerate(small):
        of_it = word == "of" and at and small[at - 1] in _LOOKS_INTO  # "a review of the line" is not the line's
        if word in {"from", "by", "of"} and at and small[at - 1] in words.DATA and at + 1 < len(tokens) and not of_it:
            inner = tokens[at + 1 :]
            while len(inner) > 1 and inner[0][0].lower() in DETERMINERS:
                inner = inner[1:]
            return inner, inner[0].start() > tokens[at + 1].start()
    if len(tokens) > 1 and small[-1] in words.NAMELESS_DATA and not _ends_name(tokens):
        giver = tokens[:-1]
        while len(giver) > 1 and giver[-1][0].lower() in words.NAMELESS_DATA | _ADJECTIVES and not _ends_name(giver):
            giver = giver[:-1]
        if _gives(giver[-1][0]):
            while len(giver) > 1 and _is_adjective(giver[0][0].lower(), giver[1][0]):
                giver = giver[1:]
            return giver, definite
    return tokens, definite


def _is_adjective(first: str, second: str) -> bool:
    """Whether the first word before data only says of what kind they are: "provisional OHS", but "Federal Reserve"."""
    return first in _ADJECTIVES and (first not in _IN_NAMES or not second[0].isupper())


def _ends_name(tokens: list[re.Match[str]]) -> bool:
    """Whether data are part of a body's name: "the Office for Harbour Statistics"."""
    inside = any(token[0].lower() in INSIDE for token in tokens[1:-1])
    return inside and tokens[-1][0][0].isupper() and tokens[-2][0][0].isupper()


def _gives(word: str) -> bool:
    """Whether a word before "figures" is who gives them; "crime figures" and "latest figures" name nobody."""
    small = CONTRACTED.sub("", word.lower())
    if small in _ADJECTIVES or small in words.HAPPENINGS:
        return False
    return word[0].isupper() or small in words.GIVERS or small.removesuffix("s") in words.GIVERS


def without_titles(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """The bare name of a person: "Labour MP Jane Doe" is Jane Doe."""
    titles = [at for at, token in enumerate(tokens) if token[0].lower().rstrip(".") in words.TITLES_AND_ROLES]
    name = tokens[titles[-1] + 1 :] if titles else []
    personal = name and name[0][0][0].isupper() and name[0][0].lower() not in words.RANKED
    if personal:
        return name
    if titles and _names_holder(tokens[titles[-1] :]):
        return tokens[-2:]
    last = next((at for at in range(len(tokens) - 1, -1, -1) if tokens[at][0].islower()), -1)
    if 0 < last == len(tokens) - _FULL_NAME - 1 and tokens[last][0] not in INSIDE | DETERMINERS | _JOINING:
        return tokens[last + 1 :]
    if not (tokens[0][0].islower() and tokens[-1][0][0].isupper()):
        return tokens
    first = next(at for at, token in enumerate(tokens) if not token[0].islower())
    named = len(tokens) - first > 1 and all(token[0][0].isupper() for token in tokens[first:])
    return tokens[first:] if named and INSIDE.isdisjoint(token[0] for token in tokens) else tokens


def _names_holder(tokens: list[re.Match[str]]) -> bool:
    """Whether an office ends with who holds it: "director of the Harbour Trust Ellen Marsh"."""
    said = [token[0] for token in tokens]
    of_body = len(said) > _SHORTEST_OFFICE and said[1] in INSIDE and said[-3].lower() in words.BODY_NAMES
    return of_body and all(word.istitle() and word.lower() not in words.BODY_NAMES | words.PAPERS for word in said[-2:])

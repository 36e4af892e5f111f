"""The noun phrase of which a figure is said, and what narrows it: the prices of food.

Two figures of one noun are of a part and of the whole where one text alone narrows it, by a word known to narrow.
Where both narrow it, `parallels` tells the two things apart.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import clauses, facts, synonyms
from app.domain import units
from app.domain.figure import Figure, Kind

_VERB = (
    r"(?:is|are|was|were|be|been|has|have|had|will|would|could|may|might|can|rose|rises?|risen|fell|falls?|fallen|grew"
    r"|grows?|grown|climb(?:s|ed)?|drop(?:s|ped)?|jump(?:s|ed)?|increased?|decreased?|declined?|shrank|shrunk|stands?|stood"
    r"|reach(?:es|ed)|came|comes|total(?:s|led)|cost|costs|hit)"
)
_SUBJECT = re.compile(rf"^\W*((?:[\w’'-]+ ){{1,6}}?){_VERB}\b")
_SAYS = re.compile(r"\b(?:said|says?)\b")
_PREPOSITION = re.compile(r"\b(?:in|at|for|to|from|on|by|with|across|during|over|under|between|after|before|since)\b")
_OF = re.compile(r"\bof\b")
_HEADS_LISTED = (
    "price score inflation wage pay earning salary sale export import output production emission spending bill fare"
    " rent fee crime offence visit visitor passenger customer member tax benefit pension yield temperature death birth"
    " admission profit revenue income loan deposit saving growth investment demand consumption trade subsidy grant debt"
    " ticket reserve stay vacancy patient prisoner worker staff job school"
)
_HEADS = frozenset(_HEADS_LISTED.split())
"""What is narrowed so. Of an estimate, a plan or a count the word before it often says only who speaks."""
_GENERAL_LISTED = (
    "total final overall annual yearly monthly average typical official whole full current present expected estimated"
    " latest real nominal net gross combined entire projected planned actual headline government national federal state"
    " country this year last first second new own uk british"
)
_GENERAL = frozenset(_GENERAL_LISTED.split())
_NARROWS_LISTED = (
    "core service food energy fuel youth active regular domestic female male urban rural private part-time full-time"
    " like-for-like underlying statutory online foreign wholesale retail temporary permanent reserve violent serious"
    " fatal minor direct indirect"
)
_NARROWS = frozenset(_NARROWS_LISTED.split())
_WORD = re.compile(r"[a-z][a-z-]*(?:['’]s?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """What a figure is said of: the last noun, and the words of meaning that narrow it."""

    words: str
    """As written, in lower case."""
    head: str
    narrowed: frozenset[str]


def read(figure: Figure, told: Told) -> Phrase | None:
    """The phrase before a figure's verb, of a count the noun with what narrows it; None where there is no plain one."""
    if figure.kind is Kind.QUANTITY and figure.unit and not units.is_measure(figure.unit):
        words = _WORD.findall(told.surface.lower())
        return Phrase(words=" ".join(words[-2:]), head=figure.unit, narrowed=_NARROWS.intersection(words[:-1]))
    match = _SUBJECT.match(_SAYS.split(clauses.before(told, clauses.PHRASE))[-1])
    if match is None:
        return None
    phrase = _PREPOSITION.split(match[1], maxsplit=1)[0]
    core, *of = _OF.split(phrase, maxsplit=1)
    words = _WORD.findall(core)
    head = next(iter(facts.content(words[-1].rpartition("-")[2])), "") if words else ""
    if head not in _HEADS:
        return None
    narrowed = _meanings([*words[:-1], *_WORD.findall(" ".join(of))]) - {head}
    return Phrase(words=phrase.strip(), head=synonyms.FIRST.get(head, head), narrowed=narrowed)


def _meanings(words: Sequence[str]) -> frozenset[str]:
    """The words of meaning, each as the one that stands for it; whose a thing is does not narrow it."""
    own = (synonyms.FIRST.get(word, word) for word in words if word[-1] not in "'’" and word[-2:] not in ("'s", "’s"))
    return facts.content(" ".join(own)) - _GENERAL


def is_part(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether one text narrows the noun of both by a word that does, and the other not at all."""
    if one is None or other is None or one.head != other.head or bool(one.narrowed) == bool(other.narrowed):
        return False
    return bool((one.narrowed or other.narrowed) & _NARROWS)

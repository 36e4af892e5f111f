"""How much the words about two figures share: whether they can be figures of one thing.

Words close to a figure, in its own clause, say most of what it is a figure of; the sentence, the words before it and
the headline say what they leave out. Rare words count more than common ones, names and years more than other words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from app.comparison import respectively
from app.comparison.words import synonyms
from app.domain.calendar_names import MONTHS, YEAR
from app.domain.span import Span

_WORD = re.compile(rf"[^\W\d_]+(?:[-’'][^\W\d_]+)*|{YEAR}")
"""A word or a year."""
_BREAK = re.compile(r"[;:()–—.!?]|,(?= )|\b(?:and|while|whereas|but|against|than|from|of which|to)\b", re.IGNORECASE)
_OPENING = re.compile(r"(?:\A|[.!?:;\n])[\s“”‘’\"'(–—-]*\Z")
"""What stands before the first word of a sentence, which has a capital whether it is a name or not."""
_STOP_LISTED = (
    "a about after ago all almost also although an and annually another any are around as at be because been "
    "before being between billion bn both but by can cash come comes could did do does each earlier every figure "
    "for from further gets give given gives had has have he her his how if in into is it its just last least less "
    "like may million more most much nearly new next no nor not now of off on once one only or other our out over "
    "own per cent percent put puts said same say says she should since so some such than that the their them then "
    "there these they this those thousand through to told too total towards trillion under until up us very was "
    "we well were what when where which while who whole will with would year years yearly you your month months "
    "week day two three four five six seven eight nine ten first second third fourth"
)
_STOP = frozenset((*_STOP_LISTED.split(), *map(str.lower, MONTHS)))
_ENDINGS = re.compile(r"(?:ations?|ments?|ings?|ers?|ity|ed|es|ly|al|s|e)$")
_STEM = 6
_NEAR, _ACROSS, _CONTEXT = 6.0, 0.5, 0.2
"""Words after which a word counts half; what a break between clauses takes; what words outside the sentence count."""
_REST = 0.3
"""What all words outside the sentence count for at most, beside those in it."""
_APART = 0.75
"""What is left of a likeness where other names rule the two figures."""
_SAID = 0.4
"""What a word counts for that is said of anything."""
_NAME = 2.5
"""What a name counts for beside another word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The words about a figure, each with what it counts for (0 to 1), and those of them that are names."""

    weights: Mapping[str, float]
    names: frozenset[str]
    ruling: frozenset[str] = frozenset()
    """The names in the nearest clause before the figure that has any."""
    years: frozenset[str] = frozenset()
    """The years in its own clause."""
    opening: str | None = None
    """The word that begins the sentence, which has a capital whether it is a name or not."""


def read(sentence: str, place: Span, context: Iterable[str] = (), counted: str | None = None) -> About:
    """The words about the figure at this place of its sentence; `context` are texts around it, the nearest first.

    `counted` is the noun that the figure counts, which its own words may leave to those before ("of 64 singers, 48").
    """
    paired = respectively.paired(sentence, place)
    sides = (paired.before, paired.after) if paired else (sentence[: place.start], sentence[place.end :])
    before, after = _side(sides[0], -1), _side(sides[1], 1)
    weights: dict[str, float] = {}
    for word in (*before, *after):
        weights[word.stem] = max(weights.get(word.stem, 0.0), word.weight)
    for match in _WORD.finditer(f"{sentence[place.start : place.end]} {counted or ''}"):
        if (stem := _stem(match[0])) is not None:
            weights[stem] = 1.0  # what is counted stands in the figure's own words
    names = {word.stem for word in (*before, *after) if word.is_name}
    own = sum(weights.values())
    around: dict[str, float] = {}
    for match in (match for text in context for match in _WORD.finditer(text)):
        if (stem := _stem(match[0])) is not None and stem not in weights:
            around[stem] = _CONTEXT
            if not match[0][0].islower() and not _OPENING.search(
                match.string, max(match.start() - 8, 0), match.start()
            ):
                names.add(stem)
    # A long paragraph must not drown the sentence.
    spread = min(1.0, _REST * own / sum(around.values())) if around else 0.0
    weights.update((stem, weight * spread) for stem, weight in around.items())
    first = _WORD.search(sentence)
    return About(
        weights=weights,
        names=frozenset(names),
        ruling=_ruling(before),
        years=frozenset(word.stem for word in (*before, *after) if word.stem.isdigit() and not word.clause),
        opening=_stem(first[0]) if first is not None and first.end() <= place.start else None,
    )


def stems(text: str) -> frozenset[str]:
    """The words of a text as they are compared."""
    return frozenset(stem for match in _WORD.finditer(text) if (stem := _stem(match[0])) is not None)


def shared(one: Set[str], other: Set[str]) -> int:
    """How many words both have, without years and what is said of anything."""
    return sum(not stem.isdigit() for stem in (one & other) - _GENERAL)


def telling(text: str) -> list[str]:
    """The words of a text that can say what a figure is of, each once."""
    return list(dict.fromkeys(word.lower() for word in _WORD.findall(text) if _stem(word) is not None))


def ordered(text: str) -> list[str]:
    """The words of a text as they are compared, in its order."""
    return [stem for match in _WORD.finditer(text) if (stem := _stem(match[0])) is not None]


def _stem(word: str) -> str | None:
    if word.isdigit():
        return word
    plain = word.lower().removesuffix("'s").removesuffix("’s")
    if plain in _STOP or len(plain) < 2 or (len(plain) == 2 and not word.isupper()):
        return None
    plain = synonyms.FIRST.get(plain, plain)
    short = _ENDINGS.sub("", plain)
    return (short if len(short) >= 3 else plain)[:_STEM]


_GENERAL = frozenset(
    stem
    for word in (
        "bill",
        "cost",
        "half",
        "money",
        "number",
        "paid",
        "pay",
        "payment",
        "price",
        "quarter",
        "spend",
        "spent",
        "sum",
        "value",
        "worth",
    )
    if (stem := _stem(word)) is not None
)
"""What is said of anything that is counted, shared or paid for."""


class Rarity:
    """What words count for among some texts: the rarer the more."""

    def __init__(self, abouts: Iterable[About]) -> None:
        self._total = 0
        self._seen: Counter[str] = Counter()
        self._names: set[str] = set()
        self._worth: dict[str, float] = {}
        for about in abouts:
            self._total += 1
            self._seen.update(stem for stem, weight in about.weights.items() if weight > _CONTEXT)
            self._names |= about.names - {about.opening}

    def of(self, stem: str) -> float:
        """What a word counts for."""
        if (worth := self._worth.get(stem)) is None:
            worth = math.log(1 + (self._total + 1) / (1 + self._seen[stem])) * (_SAID if stem in _GENERAL else 1)
            self._worth[stem] = worth
        return worth

    def ruling(self, about: About) -> frozenset[str]:
        """The names that rule a figure, the opening word among them only where it is a name elsewhere too."""
        return about.ruling if about.opening in self._names else about.ruling - {about.opening}


def between(one: About, other: About, rarity: Rarity) -> float:
    """How much of the words about `one` are about the `other` too, from 0 to 1."""
    whole = shared = 0.0
    for stem, weight in one.weights.items():
        if not weight:
            continue
        worth = rarity.of(stem) * weight * (_NAME if stem in one.names else 1)
        whole += worth
        if theirs := other.weights.get(stem):
            shared += worth * min(1.0, theirs / weight)
    if not whole:
        return 0.0
    return shared / whole * (_APART if _is_named_apart(one, other, rarity) else 1)


def mutual(one: About, other: About, rarity: Rarity) -> float:
    """How much of the words about either are about both, from 0 to 1."""
    return (between(one, other, rarity) + between(other, one, rarity)) / 2


def name_one(one: About, other: About, rarity: Rarity) -> bool:
    """Whether the words name the same thing or the same year."""
    return bool(rarity.ruling(one) & rarity.ruling(other) or one.years & other.years)


def _is_named_apart(one: About, other: About, rarity: Rarity) -> bool:
    ruling, against = rarity.ruling(one), rarity.ruling(other)
    return bool(ruling and against and not ruling & against)


@dataclass(frozen=True, slots=True)
class _Word:
    stem: str
    weight: float
    clause: int
    """How many breaks between clauses stand between it and the figure."""
    is_name: bool


def _side(words: str, way: int) -> list[_Word]:
    """The words before a figure (`way` -1) or after it (1), the nearest first."""
    breaks = [match.start() for match in _BREAK.finditer(words)]
    found = list(_WORD.finditer(words))
    told = []
    for nth, match in enumerate(reversed(found) if way < 0 else found):
        if (stem := _stem(match[0])) is None:
            continue
        crossed = sum(at > match.start() if way < 0 else at < match.start() for at in breaks)
        weight = max(_ACROSS ** min(crossed, 3) / (1 + nth / _NEAR), _CONTEXT)
        told.append(_Word(stem, weight, crossed, not match[0][0].islower()))
    return told


def _ruling(words: Sequence[_Word]) -> frozenset[str]:
    names = [word for word in words if word.is_name and not word.stem.isdigit()]
    return frozenset(word.stem for word in names if word.clause == names[0].clause)

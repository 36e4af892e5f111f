"""Cues: words that state one field of a figure's basis, and where their figure stands."""

import re
from collections import defaultdict
from collections.abc import Iterator, Set as AbstractSet
from dataclasses import dataclass
from enum import Enum
from functools import cache

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause

MONEY = frozenset({Kind.MONEY})
SHARES = frozenset({Kind.PERCENTAGE})
QUANTITIES = frozenset({Kind.QUANTITY})
AMOUNTS = frozenset({Kind.MONEY, Kind.QUANTITY})
NUMBERS = frozenset({Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE})
ANYTHING = frozenset(Kind)

FAR = 10_000


class Side(Enum):
    """Where the figure of a cue stands."""

    BEFORE = "the cue stands before its figure (a one-off £40m)"
    AFTER = "the cue stands after its figure (£3.4bn discounted)"
    EITHER = "the nearest figure of its part of the sentence"
    CLOSES = "the figure before and all before it, up to a contrast (£3m for roads, £2m for rail (2019 prices))"
    WITHIN = "the cue stands in the words of its figure (900 more trees)"
    GOVERNS = "the figure that follows, and those joined to it (pledged £1m and £2m)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A cue found in a sentence.

    `within` is how many characters may part it from its figure; of two cues the one with the lower `rank` is kept.
    `inner` is a phrase whose own cues and figures say nothing of the figures outside ("assuming prices rise 2%").
    """

    name: str
    value: str
    span: Span
    fits: frozenset[Kind]
    side: Side = Side.EITHER
    within: int = FAR
    rank: int = 0
    inner: Span | None = None
    until: int | None = None
    """Where the cue's say ends, an offset into the text: "the plan | will cost £5m" plans no cost."""
    amount: re.Pattern[str] | None = None
    """For a baseline: what may part the cue from a figure that it calls, by itself, the amount of a move."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of a table: the value it states, its words as a pattern, and what `Hit` says of the rest.

    `seen` are words of which at least one must stand in the sentence for the pattern to be tried at all, and one of
    `also` as well where it has any; the pattern runs on the sentence in lower case.
    """

    value: str
    words: str
    seen: str
    fits: frozenset[Kind] = NUMBERS
    side: Side = Side.EITHER
    within: int = FAR
    rank: int = 0
    amount: re.Pattern[str] | None = None
    also: frozenset[str] = frozenset()


class Table:
    """The cues of a field in their order, found by the words of a sentence."""

    def __init__(self, *cues: Cue) -> None:
        self.cues = cues
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, cue in enumerate(cues):
            for word in cue.seen.split():
                self._places[word].append(place)

    def seen(self, words: AbstractSet[str]) -> list[Cue]:
        """The cues that these words could hold."""
        places = {place for word in self._places.keys() & words for place in self._places[word]}
        cues = [self.cues[place] for place in sorted(places)]
        return [cue for cue in cues if not cue.also or not cue.also.isdisjoint(words)]


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """A cue's pattern, made when a text first needs it: together they would take a tenth of the start-up."""
    return re.compile(rf"\b(?:{words})(?:\b|(?<=\W))")


def look(clause: Clause, name: str, table: Table) -> Iterator[Hit]:
    """Every cue of a table that stands in the sentence."""
    for cue in table.seen(clause.words):
        for match in _pattern(cue.words).finditer(clause.low):
            width = len(match[0].rstrip())
            yield Hit(
                name=name,
                value=cue.value,
                span=Span(match.start(), match.start() + width).shifted(clause.span.start),
                fits=cue.fits,
                side=cue.side,
                within=cue.within,
                rank=cue.rank,
                amount=cue.amount,
            )

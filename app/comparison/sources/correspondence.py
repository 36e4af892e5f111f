"""Which sentences of two versions of a text correspond: the same words first, then the most alike.

Only sentences that hold figures are paired. Work grows with the length of the texts, whatever stands in them: a word
that many sentences share proposes none of them, and each sentence is compared with a few.
"""

from bisect import bisect_left
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

ALIKE = 0.5
"""Share of words in common, figures left out, from which on two sentences at one place of the texts correspond."""
ALIKE_ELSEWHERE = 0.75
"""The same for sentences at different places."""
_ASKED = 12
"""Sentences that one is compared with, those with most rare words in common first."""
_COMMON = 24
"""A word of more sentences than this proposes none of them."""
_BESIDE = 2
"""Sentences before and after the one at the same place that are compared too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with figures: its place among them, the positions of its claims, its words.

    `said` is the sentence but for typography; `frame` are its words without the figures, so that it is known again
    when they change, and `words` how often each stands there.
    """

    at: int
    said: str
    claims: tuple[int, ...]
    frame: tuple[str, ...]
    words: Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sentences that correspond; `moved` says whether they stand at different places of the texts."""

    old: Sentence
    new: Sentence
    moved: bool

    @property
    def same(self) -> bool:
        """Whether the two are the same words."""
        return self.old.said == self.new.said

    @property
    def framed(self) -> bool:
        """Whether the two are the same words but for their figures."""
        return self.old.frame == self.new.frame


def pairs(before: Sequence[Sentence], after: Sequence[Sentence]) -> list[Pair]:
    """The sentences that correspond, each with one at most."""
    same = in_turn(before, after, key=lambda sentence: sentence.said)
    fixed = [same[at] for at in sorted(_in_order([new.at for _, new in same]))]
    olds, news = {old.at for old, _ in same}, {new.at for _, new in same}
    left = [one for one in before if one.at not in olds]
    right = [one for one in after if one.at not in news]
    every = sorted([*same, *_alike(left, right, fixed)], key=lambda pair: pair[0].at)
    kept = _in_order([new.at for _, new in every])
    return [Pair(old=old, new=new, moved=at not in kept) for at, (old, new) in enumerate(every)]


def in_turn(before: Iterable[T], after: Iterable[T], key: Callable[[T], Hashable]) -> list[tuple[T, T]]:
    """Pairs of equal key, the first with the first, the second with the second, in the order of `before`."""
    waiting: defaultdict[Hashable, deque[T]] = defaultdict(deque)
    for one in after:
        waiting[key(one)].append(one)
    return [(one, found.popleft()) for one in before if (found := waiting.get(key(one)))]


def _in_order(places: Sequence[int]) -> set[int]:
    """Positions of a longest rising run: what stands in one order before and after."""
    lowest: list[int] = []
    ends: list[int] = []
    earlier: list[int] = []
    for at, place in enumerate(places):
        length = bisect_left(lowest, place)
        earlier.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [place]
        ends[length : length + 1] = [at]
    run: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        run.add(at)
        at = earlier[at]
    return run


def _alike(
    left: Sequence[Sentence], right: Sequence[Sentence], fixed: Sequence[tuple[Sentence, Sentence]]
) -> list[tuple[Sentence, Sentence]]:
    """Sentences with other words or figures, the most alike first; what stands between the same neighbours wins."""
    old_fixed, new_fixed = [old.at for old, _ in fixed], [new.at for _, new in fixed]
    old_gaps = [bisect_left(old_fixed, one.at) for one in left]
    new_gaps = [bisect_left(new_fixed, one.at) for one in right]
    scored: list[tuple[float, bool, int, int]] = []
    for at, candidates in enumerate(_proposed(left, right, old_gaps, new_gaps)):
        for other in candidates:
            beside = old_gaps[at] == new_gaps[other]
            score = _likeness(left[at].words, right[other].words)
            if score >= (ALIKE if beside else ALIKE_ELSEWHERE):
                scored.append((-score, not beside, at, other))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, other in sorted(scored, key=lambda one: (*one[:2], abs(one[2] - one[3]), one[2])):
        if at not in found and other not in taken:
            found[at] = other
            taken.add(other)
    return [(left[at], right[other]) for at, other in found.items()]


def _proposed(
    left: Sequence[Sentence], right: Sequence[Sentence], old_gaps: Sequence[int], new_gaps: Sequence[int]
) -> list[set[int]]:
    """For each sentence on the left, those on the right that share rare words or stand at the same place."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, sentence in enumerate(right):
        for word in sentence.words:
            having[word].append(at)
    proposed = []
    for at, sentence in enumerate(left):
        votes = Counter(one for word in sentence.words if len(having[word]) <= _COMMON for one in having[word])
        place = bisect_left(new_gaps, old_gaps[at]) + at - bisect_left(old_gaps, old_gaps[at])
        beside = range(max(place - _BESIDE, 0), min(place + _BESIDE + 1, len(right)))
        proposed.append({*(one for one, _ in votes.most_common(_ASKED)), *beside})
    return proposed


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words in common, 0 to 1; two sentences that are nothing but figures are alike."""
    every = one.total() + other.total()
    shared = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * shared / every if every else 1.0

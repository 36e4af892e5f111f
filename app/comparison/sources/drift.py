"""What became of the figures of one version of an article in the next.

Sentences are paired first, then figures within paired sentences. Nothing is paired because it stands at the same
offset: a figure without a corresponding sentence is gone, and its mark is not moved onto other words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from app.comparison.sources.correspondence import Pair, Sentence, in_turn, pairs
from app.domain.basis import FIELDS
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.domain.version import Fate

_NEAR = 40
"""Characters on either side of a figure that tell it from others of its sentence."""
_FEW = 400
"""Pairs of figures of two sentences up to which each is weighed; of more, they are taken in order."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_SPACE = re.compile(r"\s+")
_SIGNS = str.maketrans("‘’“”–—\u00a0", "''\"\"-- ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A version's text, and its claims in the order of the text."""

    text: str
    claims: Sequence[Claim]


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became of one figure: positions among the claims of the older and of the newer edition.

    `old` is None where the figure is new, `new` where it is gone. `same_figure` is false where the number itself, its
    unit or its hedge is another one; what is unchanged or moved is always the same.
    """

    fate: Fate
    old: int | None = None
    new: int | None = None
    same_figure: bool = True


def difference(old: Edition, new: Edition) -> list[Step]:
    """The fate of every claim of the older edition in its order, then the claims that are new, in theirs."""
    steps = {step.old: step for pair in pairs(_sentences(old), _sentences(new)) for step in _steps(old, new, pair)}
    met = {step.new for step in steps.values()}
    return [
        *(steps.get(at, Step(fate=Fate.GONE, old=at)) for at in range(len(old.claims))),
        *(Step(fate=Fate.NEW, new=at) for at in range(len(new.claims)) if at not in met),
    ]


def _sentences(edition: Edition) -> list[Sentence]:
    """The sentences that hold claims, in the order of the text."""
    found: defaultdict[Span, list[int]] = defaultdict(list)
    for at, claim in enumerate(edition.claims):
        found[claim.sentence].append(at)
    return [_sentence(edition, at, span, claims) for at, (span, claims) in enumerate(sorted(found.items()))]


def _sentence(edition: Edition, at: int, span: Span, claims: Sequence[int]) -> Sentence:
    said = _SPACE.sub(" ", span.of(edition.text).translate(_SIGNS)).strip()
    frame = tuple(_words(edition.text, span, (edition.claims[one].span for one in claims)))
    return Sentence(at=at, said=said, claims=tuple(claims), frame=frame, words=Counter(frame))


def _words(text: str, within: Span, without: Iterable[Span] = ()) -> Iterator[str]:
    at = within.start
    for left_out in [*sorted(without), Span(within.end, within.end)]:
        for match in _WORD.finditer(text, at, max(at, left_out.start)):
            yield match[0].lower()
        at = max(at, left_out.end)


def _steps(old: Edition, new: Edition, pair: Pair) -> Iterator[Step]:
    """The figures of two sentences that correspond: those printed alike, then of the rest those that fit best."""
    alike = in_turn(
        [(at, old.claims[at]) for at in pair.old.claims],
        [(at, new.claims[at]) for at in pair.new.claims],
        key=lambda one: one[1].surface,
    )
    for (at, claim), (other, later) in alike:
        # The same words can be read otherwise a year later ("next year"): then it is another figure.
        same = _read(claim.figure) == _read(later.figure)
        kept = same and (pair.same or (pair.framed and _same_basis(claim, later)))
        fate = Fate.CHANGED if not kept else Fate.MOVED if pair.moved else Fate.UNCHANGED
        yield Step(fate=fate, old=at, new=other, same_figure=same)
    olds, news = {at for (at, _), _ in alike}, {at for _, (at, _) in alike}
    left = [at for at in pair.old.claims if at not in olds]
    right = [at for at in pair.new.claims if at not in news]
    for at, other in _fitting(old, new, left, right):
        same = _read(old.claims[at].figure) == _read(new.claims[other].figure)
        yield Step(fate=Fate.CHANGED, old=at, new=other, same_figure=same)


def _read(figure: Figure) -> Figure:
    """A figure without the day from which its date was read."""
    return replace(figure, anchor=None)


def _same_basis(claim: Claim, later: Claim) -> bool:
    """Whether another figure of the sentence, which changed, left this one's basis as it was ("over 99 years")."""
    said = {name: getattr(claim.basis, name) for name in FIELDS}
    by_analyst = {name for name, one in said.items() if one is not None and one.by_analyst}
    return all(claim.basis.value(name) == later.basis.value(name) for name in FIELDS if name not in by_analyst)


def _fitting(old: Edition, new: Edition, left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """Figures of one kind that stand among the same words; each in one pair at most."""
    if len(left) * len(right) > _FEW:
        olds, news = [(at, old.claims[at]) for at in left], [(at, new.claims[at]) for at in right]
        return [(at, other) for (at, _), (other, _) in in_turn(olds, news, key=lambda one: _kind(one[1]))]
    around = {at: Counter(_near(old, at)) for at in left}
    there = {at: Counter(_near(new, at)) for at in right}
    scored = sorted(
        (-(around[at] & there[other]).total(), abs(place - other_place), at, other)
        for place, at in enumerate(left)
        for other_place, other in enumerate(right)
        if _kind(old.claims[at]) == _kind(new.claims[other])
    )
    found: dict[int, int] = {}
    for _, _, at, other in scored:
        if at not in found and other not in found.values():
            found[at] = other
    return sorted(found.items())


def _near(edition: Edition, at: int) -> Iterator[str]:
    claim = edition.claims[at]
    start, end = max(claim.sentence.start, claim.span.start - _NEAR), min(claim.sentence.end, claim.span.end + _NEAR)
    return _words(edition.text, Span(start, end), [claim.span])


def _kind(claim: Claim) -> tuple[Kind, str | None]:
    """What two figures must share to be one that changed: pounds may become dollars, but not ships people."""
    figure = claim.figure
    return figure.kind, figure.unit if figure.kind is Kind.QUANTITY else None

"""A figure of a draft as worked out from others: of one article, or as the change from one article to another.

Of all that the figures of an article give when they are taken together something comes close to any number by chance.
So they are tried in the order in which they are likely to belong together, and what gives the wanted figure is believed
only where it comes so early and so close that chance hardly did it.
"""

import heapq
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, takewhile

from app.comparison.statement import Statement
from app.comparison.words import likeness, neighbours, role
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import say
from app.extraction.numbers import anchors
from app.services.drafting import arithmetic, evidence, reach, sums
from app.services.drafting.arithmetic import Part
from app.services.drafting.sums import Sum
from app.services.drafting.wanted import LEAST, Wanted
from app.services.drafting.weighing import is_revision

BELIEVED, HARDLY_BELIEVED = Decimal("0.3"), Decimal("0.1")
"""How many results as close as a working's may at most be expected by chance among those that were tried before it:
where the draft's words say what was worked out, and where they do not."""
SURE = Decimal("0.025")
"""The same of a working that supports the figure, whatever the words say."""
_CLOSEST = 60
"""Figures, the most likely ones, that are taken together wherever they stand."""
_ALIKE = 0.25
"""How alike a figure has to be where nothing says which articles the paragraph was written from."""
_BESIDE = 0.25
"""What a figure gains whose sentence supports another figure of the draft's sentence."""
_ADJACENT, REACH = 150, 500
"""Characters of an article within which figures stand in one passage, and within which they belong together."""
_APART = (0.0, 0.1, 0.2, 0.3)
"""What figures lose that do not stand in one sentence, in one passage, or near each other."""
_ALL, _OF_ONE = frozenset(Sum), frozenset({Sum.SAME, Sum.REST})


def worked_out(
    claim: Claim,
    sentence: str,
    company: Sequence[Evidence],
    homes: Set[str],
    beside: Set[tuple[str, int]],
    named: Set[tuple[str, int]],
) -> tuple[Evidence, ...]:
    """Some claims from which the draft's figure follows, the sum shown; empty if there are none.

    Those are likely that are like the draft's words, stand together in an article that the paragraph was written from
    (`homes`), or in a sentence that supports another figure of the draft's sentence (`beside`). A working is sure only
    where the draft's words ask for it, or its other figures are what it is made of (`named`, their places).
    """
    figure = claim.figure
    if figure.kind is Kind.QUANTITY and figure.unit in arithmetic.POINTS:
        figure = replace(figure, kind=Kind.PERCENTAGE)
    wanted = Wanted.of(figure)
    if wanted is None:
        return ()
    is_length = figure.kind is Kind.DURATION
    near = (one for one in company if (one.place[0] in homes if homes else one.likeness >= _ALIKE))
    parts = [
        part
        for part in (Part.of(figure, one) for one in near)
        if part.values or (is_length and part.figure.kind is Kind.DATE)
    ]
    if counts := _printed(claim, parts):
        working = " of ".join(say(each.figure) for each in counts)
        return tuple(_shown(claim, one.evidence, working, is_sure=True) for one in counts)
    search = _Search(
        claim=claim,
        sentence=sentence,
        wanted=wanted,
        told=sums.told(claim, sentence),
        beside=beside,
        named=named,
    )
    found = search.found(parts)
    if found is None:
        return ()
    if found.made is Sum.SAME:
        (part,) = found.parts
        is_told = figure.kind is Kind.PERCENTAGE and part.sentence in beside and _is_alone(part, parts)
        otherwise = evidence.SAID_OTHERWISE & set(part.evidence.judgement.reasons)
        if otherwise or evidence.is_of_another(part.evidence):
            return (part.evidence,)
        return (evidence.repeated(part.evidence) if is_told else evidence.reworded(part.evidence),)
    is_sure = found.is_sure(search.told, named)
    shown = tuple(_shown(claim, one.evidence, found.words, is_sure=is_sure) for one in found.parts)
    if found.made is Sum.DIFFERENCE and any(_is_opposite(claim, sentence, one) for one in shown):
        return tuple(evidence.reversed_from(one) for one in shown)
    return shown


def _is_alone(part: Part, parts: Sequence[Part]) -> bool:
    """Whether its sentence gives no other number of its kind, but for one that says the same."""
    others = (one.figure for one in parts if one.sentence == part.sentence and one.figure.kind is part.figure.kind)
    return all(reach.allows(each, part.figure) for each in others)


def _is_opposite(claim: Claim, sentence: str, one: Evidence) -> bool:
    """Whether the draft says that something rose, and an article that it fell."""
    mine = Statement(claim=claim, published=None, text=sentence)
    return role.is_opposite(mine.told(), evidence.statement(one.line).told())


def _printed(claim: Claim, parts: Sequence[Part]) -> Sequence[Part]:
    """The likeliest counts that a fraction prints itself; empty where it prints none, or they are not there."""
    numbers = [number.low for number in anchors.scan(claim.surface).numbers] if claim.figure.fraction else []
    likely = sorted(parts, key=lambda one: -one.likeness)
    found = [next((one for one in likely if one.figure.low == number), None) for number in numbers]
    counts = [one for one in found if one is not None]
    return counts if len(counts) == len(numbers) > 1 else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Working:
    """Figures that give the wanted one, by which sign, and how many as close as that chance would have given."""

    parts: Sequence[Part]
    sign: str
    made: Sum
    chance: Decimal

    @property
    def words(self) -> str:
        """The working as it is shown."""
        shown = list(self.parts)
        if len(shown) > 2 and self.sign == "−":  # two already stand in the order that gives it
            shown.sort(key=lambda one: -max(one.values))
        if len(shown) > 1:
            return f" {self.sign} ".join(say(one.figure) for one in shown)
        if self.made is Sum.TOTAL:
            return f"2 × {say(shown[0].figure)}"
        change = say(shown[0].figure).lstrip("−")
        return f"100 % ÷ (100 % − {change})" if self.sign == "÷" else f"100 % {self.sign} {change}"

    def is_sure(self, told: Set[Sum], named: Set[tuple[str, int]]) -> bool:
        """Whether chance hardly gave it: of one article, from few figures of one thing that stand together.

        `told` is what the draft's words say that the figure was worked out as, `named` where its other figures stand.
        """
        if len({one.article_id for one in self.parts}) > 1 or len(self.parts) > 2:
            return False
        if self.made is Sum.DIFFERENCE and Sum.SHARE in told and self.made not in told:
            return False
        if self.made is Sum.SHARE and arithmetic.are_of_two_nouns(*(one.figure for one in self.parts)):
            return False
        if self.made in told and len({one.sentence for one in self.parts}) == 1:
            return self.chance <= (BELIEVED if len(self.parts) > 1 else HARDLY_BELIEVED)
        is_former = self.made is Sum.DIFFERENCE and any(map(_is_change, self.parts))
        if not (is_former or self.made in told | {Sum.PART} or all(one.evidence.place in named for one in self.parts)):
            return False
        is_near = self.made in told and max(_distance(self.parts[0], one) for one in self.parts) <= _ADJACENT
        return self.chance <= (HARDLY_BELIEVED if is_former or is_near else SURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """A figure that is wanted, and what says which others it may follow from."""

    claim: Claim
    sentence: str
    wanted: Wanted
    told: frozenset[Sum]
    beside: Set[tuple[str, int]]
    named: Set[tuple[str, int]]

    def found(self, parts: Sequence[Part]) -> _Working | None:
        """The working that is hardest to put down to chance, of what the words tell before the number and any other."""
        groups = sorted(self._groups(parts), key=self._together, reverse=True)
        untold = _ALL - {Sum.PRODUCT} if self.wanted.figure.kind is Kind.QUANTITY else _ALL
        rest = self.told & {Sum.REST}  # few figures leave one, so that chance gives it the least
        ways = ((rest, BELIEVED), (self.told - rest, BELIEVED), (_OF_ONE, HARDLY_BELIEVED), (untold, HARDLY_BELIEVED))
        return next((found for sums, most in ways if sums and (found := self._believed(groups, sums, most))), None)

    def _believed(self, groups: Sequence[Sequence[Part]], sums: Set[Sum], most: Decimal) -> _Working | None:
        best: _Working | None = None
        tried: set[tuple[Sum, Decimal]] = set()
        for parts in (each for some in groups for each in ((some, some[::-1]) if len(some) == 2 else (some,))):
            if len(tried) * LEAST > most:
                break
            for value, sign, made in arithmetic.results(self.wanted.figure, parts):
                if made not in sums or value <= 0:
                    continue
                tried.add((made, value))
                if not self.wanted.is_met(value):
                    continue
                chance = len(tried) * self.wanted.chance(value, _grain(parts, sign))
                if chance <= most and (best is None or chance < best.chance) and self._is_of_its_thing(made, parts):
                    best = _Working(parts=parts, sign=sign, made=made, chance=chance)
        return best

    def _is_of_its_thing(self, made: Sum, parts: Sequence[Part]) -> bool:
        """Whether a share is one of what its part is told of, and a rest without a word for it one of the same thing.

        A text of many counts has two that give any share. It is enough that the draft tells the part as well; of one
        sentence, that it names the whole, or calls the figure a share.
        """
        if made is not Sum.SHARE and (made is not Sum.REST or sums.is_rest(self.claim, self.sentence)):
            return True
        words = likeness.stems(self.sentence)
        if parts[0].evidence.place in self.named:
            return True
        is_named = sums.is_share(self.claim, self.sentence) or likeness.stems(parts[-1].figure.unit or "") & words
        if is_named and len({one.sentence for one in parts}) < len(parts):
            return True
        part, *whole = map(_own, parts)
        of_all = likeness.stems(f"{self.claim.surface} {self.claim.basis.value('denominator') or ''}").union(*whole)
        return not part.isdisjoint(words - of_all)

    def _groups(self, parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
        """Figures that may be taken together: one by itself, two of an article, three that stand near each other."""
        yield from ((one,) for one in parts)
        others = [one for one in parts if not (one.is_wanted and any(map(self.wanted.is_met, one.values)))]
        placed = sorted(others, key=lambda one: (one.article_id, one.start))
        for at, one in enumerate(placed):
            near = _near(one, placed[at + 1 :])
            yield from ((one, other) for other in near)
            if self._may_be_summed(one):
                yield from ((one, *two) for two in combinations(filter(self._may_be_summed, near), 2))
        closest = heapq.nlargest(_CLOSEST, (one for one in others if one.is_wanted), key=self._likely)
        yield from (
            (one, other)
            for one, other in combinations(closest, 2)
            if _distance(one, other) > REACH and self._may_be_taken(one, other)
        )

    def _may_be_summed(self, one: Part) -> bool:
        return one.is_wanted and self.wanted.is_changed_by(one)

    def _may_be_taken(self, one: Part, other: Part) -> bool:
        """Whether two are of one article, or one is what a later article has in place of the other."""
        if one.article_id == other.article_id:
            return True
        is_change = Sum.DIFFERENCE in self.told and one.is_wanted and other.is_wanted
        return is_change and is_revision(one.evidence, other.evidence)

    def _likely(self, one: Part) -> float:
        return one.likeness + (_BESIDE if one.sentence in self.beside else 0)

    def _together(self, some: Sequence[Part]) -> float:
        """How likely figures are taken together: for their words, and for how near each other they stand."""
        away = max((_distance(some[0], other) for other in some[1:]), default=0)
        in_one = all(one.sentence == some[0].sentence for one in some)
        is_revised = some[0].article_id != some[-1].article_id
        apart = 0 if in_one else 1 if away <= _ADJACENT or is_revised else 2 if away <= REACH else 3
        return 2 * sum(map(self._likely, some)) / len(some) - _APART[apart]


def _is_change(one: Part) -> bool:
    """Whether its article tells a figure as a change, which leads from one level to another."""
    line = one.evidence.line
    kind = line.record.claim.basis.value("kind")
    return kind == BasisKind.CHANGE or role.is_difference(evidence.statement(line).told())


def _own(one: Part) -> Set[str]:
    """The words of a figure's clause, without those for what it counts."""
    figure = one.figure
    told = evidence.statement(one.evidence.line).told()
    return likeness.stems(neighbours.nearest(told)) - likeness.stems(f"{told.surface} {figure.unit or ''}")


def _near(one: Part, following: Sequence[Part]) -> Sequence[Part]:
    return list(takewhile(lambda other: _distance(one, other) <= REACH, following))


def _distance(one: Part, other: Part) -> float:
    return abs(other.start - one.start) if one.article_id == other.article_id else float("inf")


def _grain(parts: Sequence[Part], sign: str) -> Decimal:
    """The place up to which a number, a sum or a difference is exact; 0 for what is a number of any length."""
    if sign not in ("", "+", "−"):
        return Decimal(0)
    places = [value.normalize().as_tuple().exponent for one in parts for value in one.values]
    return Decimal(1).scaleb(min(place for place in places if isinstance(place, int))) if places else Decimal(1)


def _shown(claim: Claim, one: Evidence, working: str, *, is_sure: bool) -> Evidence:
    made, can = f"{working} = {say(claim.figure)}", "can" if is_sure else "might"
    judgement = Judgement(
        verdict=Verdict.COMPATIBLE if is_sure else Verdict.DIFFERS_BY_BASIS,
        reasons=(Reason.DERIVED,),
        sentence=f"{say(claim.figure)} {can} be worked out: {made}.",
        short=f"{can} be worked out: {made}",
        conversion=f"{made}.",
    )
    return replace(one, judgement=judgement)

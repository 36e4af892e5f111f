"""A figure of a draft as worked out from others: of one article, or as the change from one article to another."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, permutations, product

from app.comparison import interval, printed
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import say
from app.extraction import anchors
from app.services.drafting import arithmetic, evidence, sums
from app.services.drafting.arithmetic import Part
from app.services.drafting.sums import Sum
from app.services.drafting.weighing import is_revision

REACH = 500
"""Characters of an article within which figures are thought to belong together."""
_DIGITS, _MANY = 2, 3
"""A result of fewer digits is met by chance unless it is exact and told in words; one of many hardly ever is."""
_ALIKE, _HARDLY_ALIKE = 0.25, 0.15
"""How alike one of the figures has to be where only the draft's words say that they belong together, and where they
stand in one sentence of an article that the paragraph was written from, or give many digits."""
_CLOSEST = 40
"""Figures of which each two of two articles are set against each other."""
_EACH = re.compile(r"\b(?:each|apiece|a head|per|for every)\b", re.IGNORECASE)
"""What in one sentence makes a sum of money and a count a product."""
_ALL = frozenset(Sum)


def worked_out(
    claim: Claim, sentence: str, company: Sequence[Evidence], homes: Set[str], beside: Set[tuple[str, int]]
) -> tuple[Evidence, ...]:
    """Some claims from which the draft's figure follows, the sum shown; empty if there are none.

    Where one of them is the number itself, which the others hardly change, it is that one alone, and no sum.

    Among all pairs of a long article some give any number. So one of the claims has to stand in a sentence that
    supports another figure of the draft's sentence (`beside`), or to be alike. Less likeness is asked for in an article
    that the paragraph was written from (`homes`) where the draft's words say what is worked out, or many digits do.
    """
    mine, reach = printed.number(claim.figure), _reach(claim.figure)
    if mine is None or reach is None:
        return ()
    search = _Search(
        wanted=claim.figure,
        value=mine,
        reach=reach,
        told=sums.told(claim, sentence),
        homes=homes,
        beside=beside,
    )
    found = list(search.found(company))
    if not found:
        return ()
    some, sign = max(found, key=search.plainness)
    if (same := search.repeated(some)) is not None:
        return (evidence.reworded(same.evidence),)
    shown = list(some)
    if len(some) > 2 and sign == "−":  # two already stand in the order that gives it
        shown.sort(key=lambda one: -max(one.values))
    working = f" {sign} ".join(say(one.figure) for one in shown)
    return tuple(_shown(claim, one.evidence, working) for one in shown)


def is_printed(claim: Claim, parts: Sequence[Evidence]) -> bool:
    """Whether a fraction prints its two numbers itself ("1,900 out of 3,100")."""
    numbers = {number.low for number in anchors.scan(claim.surface).numbers}
    return claim.figure.fraction and numbers == {one.line.record.claim.figure.low for one in parts}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Search:
    """A figure that is wanted, and where others have to stand for it to follow from them."""

    wanted: Figure
    value: Decimal
    reach: tuple[Decimal, Decimal]
    told: frozenset[Sum]
    homes: Set[str]
    beside: Set[tuple[str, int]]

    def found(self, company: Sequence[Evidence]) -> Iterator[tuple[tuple[Part, ...], str]]:
        """Every group of figures that gives the one that is wanted, and by which sign."""
        is_length = self.wanted.kind is Kind.DURATION
        near = (one for one in company if is_length or one.line.record.claim.figure.kind is not Kind.DATE)
        seen = (Part.of(self.wanted, one) for one in near)
        parts = sorted((one for one in seen if one.values or is_length), key=lambda one: (one.article_id, one.start))
        digits = _DIGITS if self.wanted.fraction else printed.count(self.value)
        for some in self._groups(parts):
            possible = self._possible(some, digits)
            for value, sign, made in arithmetic.results(self.wanted, some) if possible else ():
                if made not in possible or not self._is_met(value):
                    continue
                if digits >= _DIGITS or self._is_exact(some, value, made):
                    yield some, sign
        for some in self._revisions(parts) if Sum.DIFFERENCE in self.told else ():
            for value, sign, made in arithmetic.results(self.wanted, some):
                if value == self.value and made is Sum.DIFFERENCE:
                    yield some, sign

    def plainness(self, working: tuple[Sequence[Part], str]) -> tuple[bool, int, float]:
        """What to show of several workings: no mere repetition, then one of fewer figures, then the most alike."""
        some, _ = working
        return self.repeated(some) is None, -len(some), sum(each.likeness for each in some)

    def repeated(self, some: Sequence[Part]) -> Part | None:
        """The greatest of these figures where it is the wanted one itself, which the others hardly change."""
        greatest = max(some, key=lambda one: max(one.values, default=Decimal(0)))
        is_same = greatest.is_wanted and any(map(self._is_met, greatest.values))
        return greatest if is_same and not arithmetic.is_ratio(self.wanted) else None

    def _is_met(self, value: Decimal) -> bool:
        return self.reach[0] <= value <= self.reach[1]

    def _possible(self, some: Sequence[Part], digits: int) -> Set[Sum]:
        """What these figures may have been taken together for: for anything where they clearly belong together."""
        if digits >= _DIGITS and self.beside and any(one.sentence in self.beside for one in some):
            return _ALL
        closest = max([one.likeness for one in some])
        is_one = self._is_of_one_sentence(some)
        if closest < (_HARDLY_ALIKE if is_one or digits >= _MANY else _ALIKE):
            return frozenset()
        if digits >= _MANY and closest >= _ALIKE and _are_near(some[0], some[1]):
            return _ALL
        return self.told | {Sum.PRODUCT} if is_one and _EACH.search(some[0].evidence.line.sentence) else self.told

    def _is_exact(self, some: Sequence[Part], value: Decimal, made: Sum) -> bool:
        """Whether a result of one digit is no chance: told in words and exact, or all in one sentence."""
        if value == self.value and some[0].article_id in self.homes and made in self.told:
            return True
        if not self._is_of_one_sentence(some):
            return False
        return made is Sum.RATIO or (made is Sum.PRODUCT and _EACH.search(some[0].evidence.line.sentence) is not None)

    def _is_of_one_sentence(self, some: Sequence[Part]) -> bool:
        first = some[0]
        return first.article_id in self.homes and all(one.sentence == first.sentence for one in some[1:])

    def _groups(self, parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
        """Figures that belong together in one article, each two in both orders; three where a sum of some is told."""
        of_three = bool(self.told & {Sum.TOTAL, Sum.DIFFERENCE})
        for at, one in enumerate(parts):
            near = _near(one, parts[at + 1 :])
            yield from (pair for other in near for pair in self._ordered(one, other))
            if of_three and one.is_wanted:
                alike = [
                    other for other in near if other.is_wanted and max(one.likeness, other.likeness) >= _HARDLY_ALIKE
                ]
                yield from ((one, *two) for two in combinations(alike, 2))
        known = [one for one in parts if one.sentence in self.beside]
        others = [one for one in parts if one.likeness >= _ALIKE]
        for one, other in product(known, others):
            if one.article_id == other.article_id and not _are_near(one, other):
                yield from self._ordered(one, other)

    def _ordered(self, one: Part, other: Part) -> Iterator[tuple[Part, Part]]:
        """Two figures in the orders in which something of the wanted unit can follow from them."""
        return (pair for pair in ((one, other), (other, one)) if self._may_begin(pair[0]))

    def _may_begin(self, one: Part) -> bool:
        return one.is_wanted or one.figure.kind is Kind.DATE or arithmetic.is_ratio(self.wanted)

    def _revisions(self, parts: Sequence[Part]) -> Iterator[tuple[Part, ...]]:
        """Two figures of which one article may have the one where another has the other, of those most alike."""
        own = [one for one in parts if one.article_id in self.homes and one.is_wanted]
        closest = sorted(own, key=lambda one: -one.likeness)[:_CLOSEST]
        for one, other in permutations(closest, 2):
            if one.article_id != other.article_id and is_revision(one.evidence, other.evidence):
                yield one, other


def _near(one: Part, following: Sequence[Part]) -> list[Part]:
    found = []
    for other in following:
        if not _are_near(one, other):
            break
        found.append(other)
    return found


def _are_near(one: Part, other: Part) -> bool:
    return one.article_id == other.article_id and abs(other.start - one.start) <= REACH


def _reach(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Between what a result may lie: the width of the number."""
    mine = printed.number(figure)
    if figure.kind is Kind.DURATION:
        return None if mine is None else (mine - Decimal("0.5"), mine + Decimal("0.5"))
    reach = interval.of(figure)
    if mine is None or reach is None:
        return None
    return reach.halo.low, reach.halo.high


def _shown(claim: Claim, one: Evidence, working: str) -> Evidence:
    made = f"{working} = {say(claim.figure)}"
    judgement = Judgement(
        verdict=Verdict.DIFFERS_BY_BASIS,
        reasons=(Reason.DERIVED,),
        sentence=f"{say(claim.figure)} can be worked out: {made}.",
        short=f"can be worked out: {made}",
        conversion=f"{made}.",
    )
    return replace(one, judgement=judgement)

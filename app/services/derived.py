"""A figure of a draft as worked out from figures that stand close together in one article."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from itertools import combinations, permutations

from app.comparison import interval, printed, role, units, widths
from app.comparison.statement import Statement
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import say

REACH = 300
"""Characters of an article within which figures are thought to belong together."""
_DIGITS, _MANY = 2, 3
"""A result of fewer digits is met by chance unless the two are ends of one change; one of many hardly is."""
_THREE = 3
"""Figures that are added up at most."""
_ALIKE, _HARDLY_ALIKE = 0.3, 0.15
"""How alike one of the figures has to be where only the draft's words say that they belong together, and where the two
are ends of one change, stand in one sentence of an article that the paragraph was written from, or give many digits."""
_OPEN = Decimal("1.25")
"""How far beyond an open bound a result may lie."""


class Sum(StrEnum):
    """What the words about a figure say that it is."""

    DIFFERENCE = "difference"
    TOTAL = "total"
    SHARE = "share"


_HEDGES = r"(?:(?:a|an|the|some|about|around|roughly|nearly|almost|over|more than|just|little|under|up to) ){0,3}"
_MORE = (
    r"more|fewer|less|extra|additional|higher|lower|above|below|up on|down on|cheaper|dearer|longer|shorter|larger"
    r"|smaller|further|short of|in excess of|ahead of|beyond|over (?:the )?(?:\w+ )?(?:budget|estimate|target|forecast)"
    r"|increase|rise|cut|drop|fall|reduction|saving|gap|gain|overspend|overrun|shortfall"
)
_DIFFERENCE_AFTER = re.compile(rf"[^\w.;,]{{0,2}}(?:[\w’'-]+ ){{0,3}}?(?:{_MORE})\b", re.IGNORECASE)
_DIFFERENCE_BEFORE = re.compile(
    r"\b(?:by|another|extra|additional|further|(?:rise|increase|growth|gain|fall|drop|cut|reduction|gap|difference|margin"
    r"|majority|lead|overrun|overspend|saving|shortfall) (?:of|was|is)"
    r"|(?:gain(?:s|ed)?|los(?:es?|t|ing)|add(?:s|ed|ing)?|shed|sav(?:es?|ed|ing)|cut|costs?|up|down)) "
    rf"{_HEDGES}$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in (?:all|total)|total(?:led|ling|s)?|altogether|together|combined|between (?:them|the two)|all told|sum of"
    r"|add(?:s|ed)? up to|(?:in|over|across) (?:the |its |their )?(?:past |last |first )?(?:two|three|both) \w+"
    r"|both)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r" of\b")
_NEAR = 60
"""Characters on each side of a figure in which words say that it is a total."""


def told(claim: Claim, sentence: str) -> frozenset[Sum]:
    """What the words about a figure say that it was worked out as; empty where they do not."""
    start = claim.span.start - claim.sentence.start
    before, after = sentence[:start], sentence[start + len(claim.surface) :]
    found = set()
    changed = claim.basis.value("kind") == BasisKind.CHANGE or re.search(rf"\b(?:{_MORE})\b", claim.surface)
    if changed or _DIFFERENCE_AFTER.match(after) or _DIFFERENCE_BEFORE.search(before):
        found.add(Sum.DIFFERENCE)
    if _TOTAL.search(before[-_NEAR:]) or _TOTAL.search(after[:_NEAR]):
        found.add(Sum.TOTAL)
    if claim.figure.kind is Kind.PERCENTAGE and _SHARE.match(after):
        found.add(Sum.SHARE)
    return frozenset(found)


def worked_out(
    claim: Claim, sentence: str, company: Sequence[Evidence], homes: Set[str], beside: Set[tuple[str, int]]
) -> Evidence | None:
    """The first of some claims with the sum, difference, share or ratio that gives the draft's figure; None if none.

    One of them stands in a sentence that supports another figure of the draft's sentence (`beside`), or is alike, in an
    article that the paragraph was written from (`homes`) less so, while the draft's words say what is worked out: among
    all pairs of a long article some give any number.
    """
    mine, reach = printed.number(claim.figure), _reach(claim.figure)
    if mine is None or reach is None or claim.figure.kind not in _KINDS:
        return None
    sums, digits = told(claim, sentence), _DIGITS if claim.figure.fraction else printed.count(mine)
    for some in _groups(company, sums):
        is_change = _is_change(some)
        if digits < _DIGITS and not is_change:
            continue
        is_one = len({one.sentence for one in some}) == 1 and some[0].line.record.article_id in homes
        least = _HARDLY_ALIKE if is_change or is_one or digits >= _MANY else _ALIKE
        alike = max(one.likeness for one in some) >= least
        joined = digits >= _DIGITS and any(one.sentence in beside for one in some)
        figures = [one.line.record.claim.figure for one in some]
        for value, sign, made in _results(claim.figure, figures):
            exact = digits >= _DIGITS or value == mine
            if (joined or (alike and made in sums)) and exact and reach[0] <= value <= reach[1]:
                return _shown(claim, some[0], f" {sign} ".join(map(say, figures)))
    return None


def _reach(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Between what a result may lie: the width of the number, of an open bound not all that is beyond it."""
    mine, reach = printed.number(figure), interval.of(figure)
    if mine is None or reach is None:
        return None
    return max(reach.halo.low, mine / _OPEN), min(reach.halo.high, mine * _OPEN)


def _is_change(some: Sequence[Evidence]) -> bool:
    """Whether two figures are the ends of one change ("from 29 seats to 21")."""
    if len(some) > len(("first", "last")) or some[0].sentence != some[1].sentence:
        return False
    one, other = (Statement(claim=each.line.record.claim, published=None, text=each.line.sentence) for each in some)
    return role.are_ends(one.told(), other.told())


def _groups(company: Sequence[Evidence], sums: Set[Sum]) -> Iterator[tuple[Evidence, ...]]:
    """Figures that stand close together in one article, each two in both orders; three where a total is told."""
    for pair in permutations(company, 2):
        if _are_near(pair):
            yield pair
    if Sum.TOTAL in sums:
        yield from (some for some in combinations(company, _THREE) if _are_near(some))


def _are_near(some: Sequence[Evidence]) -> bool:
    records = [one.line.record for one in some]
    places = [record.claim.span.start for record in records]
    return len({record.article_id for record in records}) == 1 and max(places) - min(places) <= REACH


def _shown(claim: Claim, one: Evidence, working: str) -> Evidence:
    made = f"{working} = {say(claim.figure)}"
    judgement = Judgement(
        verdict=Verdict.DIFFERS_BY_BASIS,
        reasons=(Reason.DERIVED,),
        sentence=f"{say(claim.figure)} can be worked out: {made}.",
        short="can be worked out",
        conversion=f"{made}.",
    )
    return replace(one, judgement=judgement)


def _results(wanted: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Decimal, str, Sum | None]]:
    """What figures give in the unit that is wanted, the sign, and what that is called."""
    numbers = [_number(wanted, one) for one in figures]
    one, other = figures[0], figures[1]
    rates = {each.per for each in figures}
    if None in numbers or len(rates - {None} if one.kind is Kind.QUANTITY else rates) > 1:
        return
    known = [number for number in numbers if number is not None]
    if _is_like(wanted, one) and all(_is_like(one, each) for each in figures):
        yield sum(known, Decimal(0)), "+", Sum.TOTAL
    if len(known) > len((one, other)):
        return
    a, b = known
    if _is_like(wanted, one) and _is_like(one, other):
        yield a - b, "−", Sum.DIFFERENCE
    if wanted.kind is Kind.PERCENTAGE and one.kind is not Kind.PERCENTAGE and _is_like(one, other):
        yield 100 * a / b, "of", Sum.SHARE
        yield 100 * abs(a - b) / b, "against", Sum.DIFFERENCE
    if one.kind is Kind.PERCENTAGE and other.kind is not Kind.PERCENTAGE and _is_like(wanted, other):
        yield a * b / 100, "of", None


_KINDS = {Kind.MONEY, Kind.PERCENTAGE, Kind.QUANTITY}


def _number(wanted: Figure, one: Figure) -> Decimal | None:
    """A figure's number, in the measured unit of the one that is wanted where both have one."""
    value = printed.number(one) if one.kind in _KINDS else None
    if value is None or one.kind is not Kind.QUANTITY or wanted.unit is None or one.unit is None:
        return value
    times = units.factor(one.unit, wanted.unit)
    return value if times is None else value * times


def _is_like(one: Figure, other: Figure) -> bool:
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.MONEY:
        return one.unit == other.unit
    named = one.unit is not None and other.unit is not None and one.unit != other.unit
    if one.kind is not Kind.QUANTITY or not named:
        return True
    measured = any(widths.is_measured(unit) for unit in (one.unit, other.unit) if unit)
    return not measured or units.factor(one.unit or "", other.unit or "") is not None

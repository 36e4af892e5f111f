"""A figure of a draft as worked out from figures that stand close together in one article."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from functools import partial
from itertools import combinations, product, takewhile

from app.comparison import interval, printed, units, widths
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import say
from app.extraction import anchors
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
_TIME = "time"
"""The unit of a ratio: two and a half times."""


class Sum(StrEnum):
    """What the words about a figure say that it is."""

    DIFFERENCE = "difference"
    TOTAL = "total"
    SHARE = "share"
    PRODUCT = "product"
    AVERAGE = "average"
    LENGTH = "length"
    RATIO = "ratio"


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
    r"|(?:gain(?:s|ed)?|los(?:es?|t|ing)|add(?:s|ed|ing)?|shed|sav(?:es?|ed|ing)|cut|costs?|up|down|leav(?:es?|ing))) "
    rf"{_HEDGES}$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\b(?:in (?:all|total)|total(?:led|ling|s)?|altogether|together|combined|between (?:them|the two)|all told|sum of"
    r"|add(?:s|ed)? up to|(?:in|over|across) (?:the |its |their )?(?:past |last |first )?(?:two|three|both) \w+"
    r"|both)\b",
    re.IGNORECASE,
)
_PRODUCT = re.compile(
    r"\b(?:in (?:all|total)|total(?:led|ling|s)?|altogether|between (?:them|the two)|all told|comes? to|worth"
    r"|(?:over|across|during) (?:the |its |their )?(?:[\w-]+ ){0,2}(?:life(?:time)?|term|contract|deal|decades?|years"
    r"|months|weeks|century|quarter-century|period|parliament))\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(
    r"\b(?:each|apiece|averag(?:e|es|ed|ing)|(?:per|a|for (?:each|every)) (?:head|person|year|month|week|day|[a-z]+)"
    r"|mean)\b",
    re.IGNORECASE,
)
_EACH = re.compile(r"\b(?:each|apiece|a head|per|for every)\b", re.IGNORECASE)
"""What in one sentence makes a sum of money and a count a product."""
_SHARE = re.compile(r" (?:of|in)\b")
_NEAR = 60
"""Characters on each side of a figure in which words say that it is a total."""
_ABOUT = ((Sum.TOTAL, _TOTAL), (Sum.PRODUCT, _PRODUCT), (Sum.AVERAGE, _AVERAGE))


def told(claim: Claim, sentence: str) -> frozenset[Sum]:
    """What the words about a figure say that it was worked out as; empty where they do not."""
    start = claim.span.start - claim.sentence.start
    before, after = sentence[:start], sentence[start + len(claim.surface) :]
    around = f"{before[-_NEAR:]} {claim.surface} {after[:_NEAR]}"
    found = {name for name, words in _ABOUT if words.search(around)}
    changed = claim.basis.value("kind") == BasisKind.CHANGE or re.search(rf"\b(?:{_MORE})\b", claim.surface)
    if changed or _DIFFERENCE_AFTER.match(after) or _DIFFERENCE_BEFORE.search(before):
        found.add(Sum.DIFFERENCE)
    if claim.figure.kind is Kind.PERCENTAGE and (claim.figure.fraction or _SHARE.match(after)):
        found.add(Sum.SHARE)
    if claim.figure.per is not None:
        found.add(Sum.AVERAGE)
    if claim.figure.kind is Kind.DURATION:
        found.add(Sum.LENGTH)
    if claim.figure.unit == _TIME:
        found.add(Sum.RATIO)
    return frozenset(found)


def worked_out(
    claim: Claim, sentence: str, company: Sequence[Evidence], homes: Set[str], beside: Set[tuple[str, int]]
) -> tuple[Evidence, ...]:
    """Some claims of one article from which the draft's figure follows, the sum shown; empty if there are none.

    One of them stands in a sentence that supports another figure of the draft's sentence (`beside`), or is alike, in an
    article that the paragraph was written from (`homes`) less so, while the draft's words say what is worked out, or
    many digits do: among all pairs of a long article some give any number.
    """
    found = list(_found(claim, told(claim, sentence), company, homes, beside))
    if not found:
        return ()
    some, sign = max(found, key=lambda one: sum(each.likeness for each in one[0]))
    working = f" {sign} ".join(say(one.line.record.claim.figure) for one in some)
    return tuple(_shown(claim, one, working) for one in some)


def _found(
    claim: Claim, sums: Set[Sum], company: Sequence[Evidence], homes: Set[str], beside: Set[tuple[str, int]]
) -> Iterator[tuple[tuple[Evidence, ...], str]]:
    """Every group of figures that gives the draft's, and by which sign."""
    mine, reach = printed.number(claim.figure), _reach(claim.figure)
    if mine is None or reach is None:
        return
    digits = _DIGITS if claim.figure.fraction else printed.count(mine)
    is_length = claim.figure.kind is Kind.DURATION
    parts = [one for one in company if is_length or one.line.record.claim.figure.kind is not Kind.DATE]
    apart = _revisions(claim, parts, homes) if Sum.DIFFERENCE in sums else ()
    for some in (*_groups(parts, sums, beside), *apart):
        for value, sign, made in _results(claim.figure, [one.line.record.claim.figure for one in some]):
            if not reach[0] <= value <= reach[1]:
                continue
            if some[0].place[0] != some[1].place[0]:
                if value == mine and made is Sum.DIFFERENCE:
                    yield some, sign
                continue
            closest = max(one.likeness for one in some)
            is_one = _is_of_one_sentence(some) and some[0].place[0] in homes
            joined = digits >= _DIGITS and any(one.sentence in beside for one in some)
            if closest < (_HARDLY_ALIKE if is_one or digits >= _MANY else _ALIKE) and not joined:
                continue
            many = digits >= _MANY and closest >= _ALIKE and _are_near(some[0], some[1])
            each = is_one and made is Sum.PRODUCT and _EACH.search(some[0].line.sentence) is not None
            exact = digits >= _DIGITS or each or (value == mine and some[0].place[0] in homes and made in sums)
            if (joined or many or each or made in sums) and exact:
                yield some, sign


def _is_of_one_sentence(some: Sequence[Evidence]) -> bool:
    return len({one.sentence for one in some}) == 1


def is_printed(claim: Claim, parts: Sequence[Evidence]) -> bool:
    """Whether a fraction prints its two numbers itself ("1,900 out of 3,100")."""
    numbers = {number.low for number in anchors.scan(claim.surface).numbers}
    return claim.figure.fraction and numbers == {one.line.record.claim.figure.low for one in parts}


def _reach(figure: Figure) -> tuple[Decimal, Decimal] | None:
    """Between what a result may lie: the width of the number."""
    mine = printed.number(figure)
    if figure.kind is Kind.DURATION:
        return None if mine is None else (mine - Decimal("0.5"), mine + Decimal("0.5"))
    reach = interval.of(figure)
    if mine is None or reach is None:
        return None
    return reach.halo.low, reach.halo.high


def _groups(
    company: Sequence[Evidence], sums: Set[Sum], beside: Set[tuple[str, int]]
) -> Iterator[tuple[Evidence, ...]]:
    """Figures that belong together in one article, each two in both orders; three where a sum of some is told."""
    ordered = sorted(company, key=lambda one: one.place)
    of_three = bool(sums & {Sum.TOTAL, Sum.DIFFERENCE})
    for at, one in enumerate(ordered):
        near = list(takewhile(partial(_are_near, one), ordered[at + 1 :]))
        yield from (pair for other in near for pair in ((one, other), (other, one)))
        if of_three:
            alike = [other for other in near if max(one.likeness, other.likeness) >= _HARDLY_ALIKE]
            yield from ((one, *two) for two in combinations(alike, 2))
    known = [one for one in company if one.sentence in beside]
    others = [one for one in company if one.likeness >= _ALIKE]
    for one, other in product(known, others):
        if one.place[0] == other.place[0] and not _are_near(one, other):
            yield from ((one, other), (other, one))


def _revisions(claim: Claim, company: Sequence[Evidence], homes: Set[str]) -> Iterator[tuple[Evidence, ...]]:
    """Two figures of which one article may have the one where another has the other, of those that are most alike."""
    own = [one for one in company if one.place[0] in homes and _is_like(claim.figure, one.line.record.claim.figure)]
    closest = sorted(own, key=lambda one: -one.likeness)[:_CLOSEST]
    for one, other in product(closest, closest):
        if one.place[0] != other.place[0] and is_revision(one, other):
            yield one, other


def _are_near(one: Evidence, other: Evidence) -> bool:
    (article_id, start), (other_id, at) = one.place, other.place
    return article_id == other_id and abs(at - start) <= REACH


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


def _results(wanted: Figure, figures: Sequence[Figure]) -> Iterator[tuple[Decimal, str, Sum]]:
    """What figures give in the unit that is wanted, the sign, and what that is called."""
    one, other = figures[0], figures[1]
    if wanted.kind is Kind.DURATION and one.kind is other.kind is Kind.DATE:
        yield from _lengths(wanted, one, other)
    if wanted.kind is not Kind.PERCENTAGE and wanted.unit != _TIME and not _is_like(wanted, one):
        return
    for known in product(*(_numbers(wanted, each) for each in figures)):
        yield from _sums(wanted, figures, known)


def _sums(wanted: Figure, figures: Sequence[Figure], known: Sequence[Decimal]) -> Iterator[tuple[Decimal, str, Sum]]:
    """What figures of these numbers give."""
    one, other = figures[0], figures[1]
    rates = {each.per for each in figures}
    of_one_rate = len(rates - {None}) <= 1
    summable = of_one_rate and (one.kind is Kind.QUANTITY or len(rates) == 1)
    if summable and _is_like(wanted, one) and all(_is_like(one, each) for each in figures):
        yield sum(known, Decimal(0)), "+", Sum.TOTAL
        if len(known) > len((one, other)):
            yield 2 * max(known) - sum(known), "−", Sum.DIFFERENCE
    if len(known) > len((one, other)):
        return
    a, b = known
    if of_one_rate and _is_like(one, other):
        if _is_like(wanted, one) and not _is_point(wanted, one):
            yield a - b, "−", Sum.DIFFERENCE
        if wanted.unit == _TIME:
            yield a / b, "÷", Sum.RATIO
        if wanted.kind is Kind.PERCENTAGE and one.kind is not Kind.PERCENTAGE:
            yield 100 * a / b, "of", Sum.SHARE
            yield 100 * abs(a - b) / b, "against", Sum.DIFFERENCE
    if wanted.kind is not Kind.PERCENTAGE and _is_like(wanted, one) and _is_count(other):
        if wanted.per is None:
            yield a * b, "×", Sum.PRODUCT
        if one.per is None:
            yield a / b, "÷", Sum.AVERAGE


def _lengths(wanted: Figure, one: Figure, other: Figure) -> Iterator[tuple[Decimal, str, Sum]]:
    """The months or years between two dates."""
    ends = [_month(each) for each in (one, other)]
    if one.kind is not Kind.DATE or other.kind is not Kind.DATE or None in ends:
        return
    first, last = (end for end in ends if end is not None)
    months = Decimal(last - first)
    if months > 0:
        unit = (wanted.date or "")[-1:]
        yield months / 12 if unit == "Y" else months, "to", Sum.LENGTH


def _month(figure: Figure) -> int | None:
    """The month of a date, counted from the year 0; None of one that names none."""
    match = re.match(r"(\d{4})-(\d\d)", figure.date or "")
    return int(match[1]) * 12 + int(match[2]) if match else None


def _is_point(wanted: Figure, one: Figure) -> bool:
    """Whether two percentages lie so far apart, which is told in percentage points and not in per cent."""
    return one.kind is Kind.PERCENTAGE and wanted.unit == "percent" and not wanted.fraction


def _is_count(figure: Figure) -> bool:
    """Whether a figure can say how often another is taken: a count, or the years of a rate."""
    if figure.kind is Kind.DURATION:
        return True
    return figure.kind is Kind.QUANTITY and not (figure.unit and widths.is_measured(figure.unit))


def _numbers(wanted: Figure, one: Figure) -> Sequence[Decimal]:
    """A figure's number or both its ends, in the measured unit of the one that is wanted where both have one."""
    value = None if one.kind is Kind.DATE else printed.number(one)
    values = [end for end in (one.low, one.high) if end] if value is None else [value]
    if one.kind is not Kind.QUANTITY or wanted.unit is None or one.unit is None:
        return values
    times = units.factor(one.unit, wanted.unit)
    return values if times is None else [each * times for each in values]


def _is_like(one: Figure, other: Figure) -> bool:
    if Kind.DURATION in (one.kind, other.kind):
        units_of = {(each.date or "")[-1:] for each in (one, other) if each.kind is Kind.DURATION}
        return len(units_of) == 1 and all(each.kind is Kind.DURATION or each.unit is None for each in (one, other))
    if one.kind is not other.kind:
        return False
    if one.kind is Kind.MONEY:
        return one.unit == other.unit
    named = one.unit is not None and other.unit is not None and one.unit != other.unit
    if one.kind is not Kind.QUANTITY or not named:
        return True
    measured = any(widths.is_measured(unit) for unit in (one.unit, other.unit) if unit)
    return not measured or units.factor(one.unit or "", other.unit or "") is not None

"""Whether two figures disagree, and why: basis first, value second.

The first of these steps that decides wins. Beside each stand the verdict and the module that knows the rule.

 1. Both come from one source: SAME_ORIGIN is noted, nothing is decided (`pair`).
 2. The words name two things, purposes, counts, natures of a sum or events: not comparable (`subject`, `purposes`,
    `counted`, `natures`).
 3. No common unit: not comparable where nothing joins the two, else differs by basis. Where both texts state the ends
    of one change, points and per cent agree or conflict by them, an amount and per cent can agree (`units`). One amount
    that its sentence gives in two currencies is compatible with itself (`beside`).
 4. A rate beside a total: compatible, differs by basis or a conflict, by what the rate comes to (`annual`). What no
    number of years would join is not comparable (`values.is_beyond`).
 5. Both state a field of the basis, and not the same: differs by basis (`differences.known`, `tellings`, `sums`).
 6. Deadlines or numbers of years covered differ: differs by basis, or a conflict where the values meet
    (`differences.horizons`).
 7. What is recalled as the original is superseded, whenever it is told (`succession`). They are of different times, or
    levels and running rates told a season apart: differs by basis (`differences.reference_period`, `moments`).
 8. One is out of the reach of the other, or an open bound allows it from afar and no word is shared: not comparable.
    The values meet: agree or compatible (`values`), unless a source has put its range anew: superseded (`succession`).
 9. The sentences are built alike and name two things at one place (`parallels`), or one figure is a member of a row
    (`neighbours.member`): differs by basis.
10. The later figure takes the place of the earlier one: superseded (`succession`), if the words give any ground to
    take them for figures of one thing (`common_ground`).
11. Only one states a field of the basis that is marked, two estimates without prices were made years apart, or one
    voice gives both side by side: differs by basis (`differences.unstated`, `moments`, `beside`).
12. What is left is a conflict (`values`), where there is such ground, and else not comparable.

Two sums of two articles that nothing joins (`common_ground`) differ in scope or time as any two sums do, and a range
meets many: they are not comparable, unless both say of which time they are, or one is for each of something.

Two dates have no unit and no rate: after 2 they come to 8, 5, 10 and 12 in turn (`dates`). "Differs by basis" names
what every step from 3 to 7 and step 11 found. The answer never depends on which of the two came first.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.comparison import pair
from app.comparison.amounts.currency import Rates
from app.comparison.conversion import price_base
from app.comparison.explaining import conflict_words, sentences
from app.comparison.explaining.naming import Words
from app.comparison.pair import Pair
from app.comparison.statement import Statement
from app.comparison.steps import (
    annual,
    beside,
    common_ground,
    dates,
    differences,
    moments,
    succession,
    tellings,
    units,
    values,
)
from app.comparison.words import counted, natures, purposes, subject
from app.domain.figure import Kind
from app.domain.schedule import PriceIndex
from app.domain.verdict import Judgement, Reason, Size, Verdict

NO_FIGURE = Judgement(
    verdict=Verdict.NOT_COMPARABLE,
    reasons=(Reason.NO_FIGURE,),
    sentence="Not comparable: at least one of the two holds no figure.",
    short="no figure to compare",
)
"""The answer where one of two texts holds no figure that can be compared."""


_OF_ANY_TWO = frozenset(
    {Reason.KIND, Reason.RATE_VS_TOTAL, Reason.SCOPE, Reason.REF_PERIOD, Reason.BASIS_UNSTATED, Reason.SAME_ORIGIN}
)
"""Any two sums of two things differ in these: they are a basis only where something says that the two are of one."""


def judge(a: Statement, b: Statement, rates: Rates, index: PriceIndex | None = None) -> Judgement:
    """The verdict on two statements that an analyst has put side by side.

    With a price index, two price years that differ bring the conversion from one to the other.
    """
    both = pair.of(a, b)
    if both.one_source:  # 1
        both = replace(both, reasons=(Reason.SAME_ORIGIN,))
    if (different := subject.difference(both.a.subject, both.b.subject)) is not None:  # 2
        return _not_comparable(both, different)
    if _are_for_two_things(both):
        return _not_comparable(both, Reason.DIFFERENT_MEASURE)
    if a.claim.figure.kind is Kind.DATE and b.claim.figure.kind is Kind.DATE:
        return _judge_dates(both)
    if beside.is_conversion(both):
        return _judgement(Verdict.COMPATIBLE, (Reason.SAME_ORIGIN,), sentences.one_amount(both), both)
    brought = units.bring(both, rates)  # 3
    if isinstance(brought, units.Apart):
        return _judge_apart(both, brought)
    if brought.a.interval is None or brought.b.interval is None:
        return NO_FIGURE
    if values.is_beyond(brought):  # 4
        return _not_comparable(brought, Reason.DIFFERENT_MEASURE, far=True)
    if (natures_apart := _natures_apart(brought)) is not None:  # 2
        return _not_comparable(brought, Reason.DIFFERENT_MEASURE, are=natures_apart)
    if (found := annual.read(brought)) is not None:  # 4
        return _judge_rate_and_total(brought, found)
    judgement = _judge_bases(brought)  # 5 to 12
    if index is not None and judgement.conversion is None and Reason.PRICE_BASIS in judgement.reasons:
        return replace(judgement, conversion=price_base.offer(brought, index))
    return judgement


def _are_for_two_things(pair: Pair) -> bool:
    """Whether two sums are for two purposes, or two counts are of two things."""
    one, other = pair.a.reading, pair.b.reading
    return purposes.differ(one.purposes, other.purposes) or counted.differ(one.counted, other.counted)


def _natures_apart(pair: Pair) -> tuple[str, str] | None:
    """What each of two sums is, where no one sum is both. One number is two sums only without a word in common."""
    if not (one := pair.a.reading.natures):
        return None
    other = pair.b.reading.natures
    if not natures.differ(one, other) or (pair.same_number and not common_ground.is_missing(pair)):
        return None
    return natures.said(one), natures.said(other)


def _judge_apart(pair: Pair, apart: units.Apart) -> Judgement:
    """Step 3, where no common unit was found."""
    ends = units.shared_ends(pair)
    if ends is not None and all(units.follows(side, ends) for side in pair.sides):
        reasons = _unique((*pair.reasons, Reason.DERIVED))
        return _judgement(Verdict.AGREE, reasons, sentences.agree(pair, reasons), pair)
    if ends is not None and apart.reason is Reason.PCT_VS_PP:
        reasons = _unique((*pair.reasons, Reason.PCT_VS_PP, Reason.MAGNITUDE))
        return _judgement(Verdict.CONFLICT, reasons, conflict_words.conflict(pair, reasons), pair)
    return _differs(pair, (apart.reason,)) if apart.joinable else _not_comparable(pair, apart.reason)


def _judge_rate_and_total(pair: Pair, found: annual.RateAndTotal) -> Judgement:
    """Step 4."""
    product = found.product
    if product is None:
        return _differs(pair, (Reason.RATE_VS_TOTAL,))
    if [*_all_known(pair)]:
        return _differs(product, (Reason.RATE_VS_TOTAL,))
    if product.halos_meet:
        met = tuple(reason for reason in values.meeting(product) if reason is not Reason.ROUNDING)
        reasons = _unique((*product.reasons, Reason.ANNUALISED, *met))
        return _judgement(Verdict.COMPATIBLE, reasons, sentences.compatible(product, reasons), product)
    if found.rate.facts.price is None or found.total.facts.price is None:
        return _differs(product, (Reason.RATE_VS_TOTAL,))
    return _conflict(replace(product, reasons=(*product.reasons, Reason.ANNUALISED)))


def _judge_bases(pair: Pair) -> Judgement:
    """Steps 5 to 12."""
    if known := [*differences.known(pair)]:  # 5
        if Reason.PERIOD in known:
            pair = replace(pair, conversion=annual.per_conversion(pair) or pair.conversion)
        return _differs(pair, ())
    times = [*differences.horizons(pair)]  # 6
    if times and pair.printed_meet:
        reasons = _unique((*pair.reasons, *times))
        return _judgement(Verdict.CONFLICT, reasons, conflict_words.conflict(pair, reasons), pair)
    if not times and (found := succession.of_original(pair)) is not None:
        return _superseded(pair, found)
    if times or [*differences.reference_period(pair)]:  # 7
        return _differs(pair, ())
    if values.is_out_of_reach(pair):  # 8
        return _not_comparable(pair, Reason.DIFFERENT_MEASURE, far=True)
    if pair.halos_meet:
        revised = succession.of_range(pair)
        return _judge_values(pair) if revised is None else _superseded(pair, revised)
    if apart := [*tellings.named_apart(pair)]:  # 9
        return _differs(pair, apart)
    is_one_thing = not common_ground.is_missing(pair)
    if is_one_thing and not values.slips_by_scale(pair) and (found := succession.read(pair)) is not None:  # 10
        return _superseded(pair, found)
    if [*differences.unstated(pair)]:  # 11
        return _differs(pair, ())
    if moments.estimated_apart(pair) is not None or beside.is_one_voice(pair):
        return _differs(pair, (Reason.REF_PERIOD,))
    if not is_one_thing:
        return _not_comparable(pair, Reason.DIFFERENT_MEASURE, unlike=True)
    return _conflict(pair)  # 12


def _judge_values(pair: Pair) -> Judgement:
    """Step 8."""
    if values.equal(pair):
        return _judgement(Verdict.AGREE, pair.reasons, sentences.agree(pair, pair.reasons), pair)
    by = values.meeting(pair)
    is_open = not {Reason.BOUND, Reason.RANGE}.isdisjoint(by) and common_ground.is_missing_of_sums(pair)
    if is_open or (values.is_far(pair) and common_ground.is_missing(pair)):
        return _not_comparable(pair, Reason.DIFFERENT_MEASURE, unlike=True)
    reasons = _unique((*pair.reasons, *by))
    return _judgement(Verdict.COMPATIBLE, reasons, sentences.compatible(pair, reasons), pair)


def _judge_dates(pair: Pair) -> Judgement:
    """Steps 8, 5, 10 and 12 for two dates."""
    meeting = dates.read(pair)  # 8
    if meeting is None:
        return NO_FIGURE
    if meeting.equal:
        return _judgement(Verdict.AGREE, pair.reasons, sentences.agree(pair, pair.reasons), pair)
    if meeting.meet:
        reasons = _unique((*pair.reasons, Reason.GRANULARITY))
        return _judgement(Verdict.COMPATIBLE, reasons, sentences.dates_meet(pair, reasons), pair)
    if [*differences.known(pair)]:  # 5
        return _differs(pair, ())
    if common_ground.is_missing_of_dates(pair):
        return _not_comparable(pair, Reason.DIFFERENT_EVENT, unlike=True)
    if (found := succession.read(pair)) is not None:  # 10
        return _superseded(pair, found)
    reasons = _unique((*pair.reasons, meeting.code))  # 12
    return _judgement(
        Verdict.CONFLICT, reasons, conflict_words.dates_apart(pair, reasons, meeting.size), pair, meeting.size
    )


def _not_comparable(
    pair: Pair,
    reason: Reason,
    *,
    far: bool = False,
    unlike: bool = False,
    are: tuple[str, str] | None = None,
) -> Judgement:
    same = (Reason.SAME_NUMBER,) if pair.same_number else ()
    reasons = (reason, *same, *pair.reasons)
    words = sentences.not_comparable(pair, reasons, far=far, unlike=unlike, are=are)
    return _judgement(Verdict.NOT_COMPARABLE, reasons, words, pair)


def _all_known(pair: Pair) -> Iterable[Reason]:
    yield from differences.known(pair)
    yield from differences.horizons(pair)
    yield from differences.reference_period(pair)


def _differs(pair: Pair, first: Sequence[Reason]) -> Judgement:
    """Every code of steps 3 to 7 that holds, and of step 11 the marked bases that only one side states."""
    silent = tuple(differences.unstated(pair))
    reasons = _unique(
        (*first, *_all_known(pair), *silent, *((Reason.BASIS_UNSTATED,) if silent else ()), *pair.reasons)
    )
    apart = set(reasons) <= _OF_ANY_TWO and common_ground.is_missing_of_sums(pair)
    if apart and not (_state_both_times(pair) or annual.is_of_a_piece(pair)):
        return _not_comparable(pair, Reason.DIFFERENT_MEASURE, unlike=True)
    return _judgement(Verdict.DIFFERS_BY_BASIS, reasons, sentences.differs(pair, reasons), pair)


def _state_both_times(pair: Pair) -> bool:
    """Whether both are of a stated time, as payments of one programme are, whatever else their sentences say."""
    return all(side.facts.period for side in pair.sides) or all(side.facts.target for side in pair.sides)


def _superseded(pair: Pair, found: succession.Succession) -> Judgement:
    reasons = _unique((found.reason, *pair.reasons))
    return _judgement(Verdict.SUPERSEDED, reasons, sentences.superseded(pair, found), pair, values.size(pair))


def _conflict(pair: Pair) -> Judgement:
    slip = (Reason.SUSPECT_SLIP,) if values.suspects_slip(pair) else ()
    reasons = _unique((*pair.reasons, Reason.MAGNITUDE, *slip))
    return _judgement(Verdict.CONFLICT, reasons, conflict_words.conflict(pair, reasons), pair, values.size(pair))


def _unique(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))


def _judgement(
    verdict: Verdict, reasons: tuple[Reason, ...], words: Words, pair: Pair, size: Size | None = None
) -> Judgement:
    return Judgement(
        verdict=verdict,
        reasons=reasons,
        sentence=words.sentence,
        short=words.short,
        size=size,
        question=words.question,
        conversion=pair.conversion,
        compared_in=_compared_in(verdict, reasons, pair),
    )


def _compared_in(verdict: Verdict, reasons: tuple[Reason, ...], pair: Pair) -> str | None:
    """The unit and period in which the values were set against each other, None where they were not."""
    if verdict in (Verdict.DIFFERS_BY_BASIS, Verdict.NOT_COMPARABLE) or pair.unit is None:
        return None
    if Reason.DERIVED in reasons or Reason.PCT_VS_PP in reasons:
        return None
    per = next((side.facts.per for side in pair.sides if annual.is_rate(side) and side.facts.per), None)
    return pair.unit if per is None or Reason.ANNUALISED in reasons else f"{pair.unit} per {per}"

"""Whether two figures disagree, and why: basis first, value second.

The order of the steps is the order of this file. The first step that decides wins; a verdict of "differs by basis"
names what all the later ones found too. The answer never depends on which of the two came first.
"""

from collections.abc import Iterable
from dataclasses import replace

from app.comparison import (
    annual,
    conflict_words,
    dates,
    differences,
    pair,
    price_base,
    sentences,
    subject,
    succession,
    units,
    values,
)
from app.comparison.currency import Rates
from app.comparison.naming import Words
from app.comparison.pair import Pair
from app.comparison.statement import Statement
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


def judge(a: Statement, b: Statement, rates: Rates, index: PriceIndex | None = None) -> Judgement:
    """The verdict on two statements that an analyst has put side by side.

    With a price index, two price years that differ bring the conversion from one to the other.
    """
    both = pair.of(a, b)
    if both.one_source:
        both = replace(both, reasons=(Reason.SAME_ORIGIN,))
    if (different := subject.difference(both.a.subject, both.b.subject)) is not None:
        return _not_comparable(both, different)
    if a.claim.figure.kind is Kind.DATE and b.claim.figure.kind is Kind.DATE:
        return _judge_dates(both)
    brought = units.bring(both, rates)
    if isinstance(brought, units.Apart):
        return _judge_apart(both, brought)
    if brought.a.reach is None or brought.b.reach is None:
        return NO_FIGURE
    if (found := annual.read(brought)) is not None:
        return _judge_rate_and_total(brought, found)
    judgement = _judge_bases(brought)
    if index is not None and judgement.conversion is None and Reason.PRICE_BASIS in judgement.reasons:
        return replace(judgement, conversion=price_base.offer(brought, index))
    return judgement


def _judge_apart(pair: Pair, apart: units.Apart) -> Judgement:
    """Step 3, where no common unit was found."""
    if not apart.joinable:
        return _not_comparable(pair, apart.reason)
    ends = units.shared_ends(pair) if apart.reason is Reason.PCT_VS_PP else None
    if ends is None:
        return _differs(pair, (apart.reason,))
    if all(units.follows(side, ends) for side in pair.sides):
        reasons = _unique((*pair.reasons, Reason.DERIVED))
        return _judgement(Verdict.AGREE, reasons, sentences.agree(pair, reasons), pair)
    reasons = _unique((*pair.reasons, Reason.PCT_VS_PP, Reason.MAGNITUDE))
    return _judgement(Verdict.CONFLICT, reasons, conflict_words.conflict(pair, reasons), pair)


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
    """Steps 5 to 8."""
    if known := [*differences.known(pair)]:
        if Reason.PERIOD in known:
            pair = replace(pair, conversion=annual.per_conversion(pair) or pair.conversion)
        return _differs(pair, ())
    times = [*differences.horizons(pair)]
    if times and pair.printed_meet:
        reasons = _unique((*pair.reasons, *times))
        return _judgement(Verdict.CONFLICT, reasons, conflict_words.conflict(pair, reasons), pair)
    if times or [*differences.reference_period(pair)]:
        return _differs(pair, ())
    if pair.halos_meet:
        return _judge_values(pair)
    if (found := succession.read(pair)) is not None:
        return _superseded(pair, found)
    if [*differences.unstated(pair)]:
        return _differs(pair, ())
    return _conflict(pair)


def _judge_values(pair: Pair) -> Judgement:
    """Step 9, where the values meet."""
    if values.equal(pair):
        return _judgement(Verdict.AGREE, pair.reasons, sentences.agree(pair, pair.reasons), pair)
    reasons = _unique((*pair.reasons, *values.meeting(pair)))
    return _judgement(Verdict.COMPATIBLE, reasons, sentences.compatible(pair, reasons), pair)


def _judge_dates(pair: Pair) -> Judgement:
    """Step 9 for two dates."""
    meeting = dates.read(pair)
    if meeting is None:
        return NO_FIGURE
    if meeting.equal:
        return _judgement(Verdict.AGREE, pair.reasons, sentences.agree(pair, pair.reasons), pair)
    if meeting.meet:
        reasons = _unique((*pair.reasons, Reason.GRANULARITY))
        return _judgement(Verdict.COMPATIBLE, reasons, sentences.dates_meet(pair, reasons), pair)
    if [*differences.known(pair)]:
        return _differs(pair, ())
    if (found := succession.read(pair)) is not None:
        return _superseded(pair, found)
    reasons = _unique((*pair.reasons, meeting.code))
    return _judgement(
        Verdict.CONFLICT, reasons, conflict_words.dates_apart(pair, reasons, meeting.size), pair, meeting.size
    )


def _not_comparable(pair: Pair, reason: Reason) -> Judgement:
    same = (Reason.SAME_NUMBER,) if pair.same_number else ()
    reasons = (reason, *same, *pair.reasons)
    return _judgement(Verdict.NOT_COMPARABLE, reasons, sentences.not_comparable(pair, reasons), pair)


def _all_known(pair: Pair) -> Iterable[Reason]:
    yield from differences.known(pair)
    yield from differences.horizons(pair)
    yield from differences.reference_period(pair)


def _differs(pair: Pair, first: tuple[Reason, ...]) -> Judgement:
    """Every code of steps 3 to 7 that holds, and the marked bases that only one side states."""
    silent = tuple(differences.unstated(pair))
    reasons = _unique(
        (*first, *_all_known(pair), *silent, *((Reason.BASIS_UNSTATED,) if silent else ()), *pair.reasons)
    )
    return _judgement(Verdict.DIFFERS_BY_BASIS, reasons, sentences.differs(pair, reasons), pair)


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

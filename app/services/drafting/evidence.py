"""What a claim of the library says of a figure of a draft."""

from dataclasses import replace
from decimal import Decimal

from app.comparison import pair
from app.comparison.amounts import interval, printed, slip, widths
from app.comparison.pair import Side
from app.comparison.statement import Statement
from app.comparison.steps import annual
from app.domain import edtf
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind
from app.domain.listing import ClaimLine
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import amount, say

MEETS = (Verdict.AGREE, Verdict.COMPATIBLE)
SAID_OTHERWISE = {
    Reason.PRICE_BASIS,
    Reason.CURRENCY,
    Reason.UNIT,
    Reason.PCT_VS_PP,
    Reason.REF_PERIOD,
    Reason.TARGET_DATE,
    Reason.RATE_VS_TOTAL,
    Reason.PERIOD,
    Reason.MAGNITUDE,
    Reason.BOUND,
    Reason.DATE,
}
"""What is never a mere way of putting it."""


def apart(answer: Verdict, reason: Reason, what: str) -> Judgement:
    """The judgement on one number that is told of two things, or on two bases."""
    return Judgement(
        verdict=answer,
        reasons=(reason,),
        sentence=f"The same number, but {what}.",
        short=what,
        question="Which is meant?",
    )


def beyond(mine: Figure, theirs: Figure, answer: Verdict) -> Judgement:
    """The judgement on a figure that an article's allows and does not give."""
    is_open = widths.hedge_of(theirs) in widths.OPEN_BOUNDS
    return Judgement(
        verdict=answer,
        reasons=(Reason.BOUND if is_open else Reason.MAGNITUDE,),
        sentence=f"The article has {say(theirs)}, which does not say {say(mine)}.",
        short=f"the article has {say(theirs)}",
        question="Is that how the source puts it?",
    )


def same_digits(claim: Claim, line: ClaimLine) -> int:
    """In how many digits a claim, or what its text restates it as, prints the draft's number; 0 where it does not."""
    record = line.record
    return max(printed.digits(claim.figure, theirs.figure) for theirs in (record.claim, *record.restated))


def can_be_one(claim: Claim, line: ClaimLine) -> bool:
    """Whether the draft's number and a claim's meet, each as wide as it can be: £165m is no "nearly £200m"."""
    mine, theirs = (
        interval.of(claim.figure),
        [interval.of(one.figure) for one in (line.record.claim, *line.record.restated)],
    )
    return mine is None or any(one is None or one.halo.meets(mine.halo) for one in theirs)


def is_finer(claim: Claim, line: ClaimLine) -> bool:
    """Whether the draft's number has digits that a claim's lacks, which then says nothing of them."""
    mine = printed.number(claim.figure)
    theirs = [printed.number(one.figure) for one in (line.record.claim, *line.record.restated)]
    return mine is not None and all(one is not None and printed.count(one) < printed.count(mine) for one in theirs)


def rates_clash(claim: Claim, one: Evidence) -> bool:
    """Whether one is so much a period and the other is not, or per another period."""
    return _per(claim) != _per(one.line.record.claim)


def _per(claim: Claim) -> str | None:
    return claim.figure.per or claim.basis.value("per")


def is_coarse(claim: Claim, one: Evidence) -> bool:
    """Whether a draft names a day or a month and the claim a longer stretch, which says nothing of it."""
    mine, theirs = claim.figure.date or "", one.line.record.claim.figure.date or ""
    if claim.figure.kind is not Kind.DATE or Reason.GRANULARITY not in one.judgement.reasons:
        return False
    return len(mine) >= edtf.MONTH_LENGTH and "/" not in mine and (len(theirs) < edtf.MONTH_LENGTH or "/" in theirs)


def slipped(claim: Claim, one: Evidence) -> Evidence:
    """The evidence with what may have gone wrong said in its sentence, where the two are a slip of the pen apart."""
    theirs = one.line.record.claim.figure
    if not (what := slip.between(claim.figure, theirs)):
        return one
    sentence = f"Conflict: {say(claim.figure)} and {say(theirs)}; {what}."
    judgement = Judgement(
        verdict=Verdict.CONFLICT,
        reasons=(Reason.DATE,) if claim.figure.kind is Kind.DATE else (Reason.MAGNITUDE, Reason.SUSPECT_SLIP),
        sentence=sentence,
        short=what,
        question="Which of the two is meant?",
    )
    return replace(one, judgement=judgement)


def is_of_another(one: Evidence) -> bool:
    """Whether a claim prints the draft's number, and says it of something else for certain."""
    return one.judgement.verdict is Verdict.CONFLICT and one.judgement.reasons == (Reason.DIFFERENT_MEASURE,)


def withdrawn(one: Evidence) -> Evidence:
    """The evidence as one that says of the draft's number that it was wrong."""
    return replace(one, judgement=apart(Verdict.CONFLICT, Reason.MAGNITUDE, "the article says that it was wrong"))


def reworded(one: Evidence) -> Evidence:
    """The evidence as one that prints the draft's number, and too little else of what the draft says.

    Where it is on another basis, that says more.
    """
    if one.judgement.verdict is Verdict.DIFFERS_BY_BASIS:
        return one
    return replace(
        one, judgement=apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, "the words around it differ")
    )


def repeated(one: Evidence) -> Evidence:
    """The evidence as one that prints the draft's number, in other words, where it can mean nothing else."""
    sentence, short = "The article has it in other words.", "in other words"
    judgement = Judgement(verdict=Verdict.COMPATIBLE, reasons=(Reason.ROUNDING,), sentence=sentence, short=short)
    return replace(one, judgement=judgement)


def published(one: Evidence) -> Evidence:
    """The evidence as one whose article is of the draft's date."""
    sentence = "The article was published then."
    return replace(one, judgement=Judgement(verdict=Verdict.AGREE, sentence=sentence, short="its date"))


def outdone(one: Evidence, rival: Figure) -> Evidence:
    """The evidence as one that prints the draft's number, where the draft's words are closer to another figure."""
    what = f"the draft's words are closer to another figure there, {say(rival)}"
    return replace(one, judgement=apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, what))


def reversed_from(one: Evidence) -> Evidence:
    """The evidence of a working as one that contradicts the draft: the change that it gives went the other way."""
    told = f"one says that it rose, the other that it fell ({one.judgement.short.partition(': ')[2]})"
    judgement = apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, told)
    return replace(one, judgement=replace(judgement, reasons=(*judgement.reasons, Reason.DERIVED)))


def statement(line: ClaimLine) -> Statement:
    """What a claim's article says, without the text around its sentence."""
    return Statement(claim=line.record.claim, published=edtf.day(line.published), text=line.sentence)


def summed(claim: Claim, text: str, one: Evidence) -> Evidence | None:
    """The evidence where the draft's figure follows from its rate by one multiplication, which the judgement shows.

    The rate is brought to another period, or taken times the years for which the article says that it holds.
    """
    line = one.line
    mine, rate = pair.side(Statement(claim=claim, published=None, text=text)), pair.side(statement(line))
    times = _times(mine, rate)
    if times is None or mine.interval is None or rate.interval is None or rate.value is None:
        return None
    if mine.figure.unit != rate.figure.unit or not interval.scaled(rate.interval, times).halo.meets(mine.interval.halo):
        return None
    unit, factor = rate.figure.unit, round(times if times >= 1 else 1 / times, 2).normalize()
    product = f"{amount(rate.value, unit)} {'×' if times >= 1 else '÷'} {factor:f} = {amount(rate.value * times, unit)}"
    judgement = Judgement(
        verdict=Verdict.DIFFERS_BY_BASIS,
        reasons=(Reason.PERIOD if mine.facts.per else Reason.RATE_VS_TOTAL,),
        sentence=f"{say(claim.figure)} follows from {say(line.record.claim.figure)}: {product}.",
        short=f"follows by a sum: {product}",
        conversion=f"{product}.",
    )
    return replace(one, judgement=judgement)


def _times(mine: Side, rate: Side) -> Decimal | None:
    """By what a rate has to be multiplied to be what the draft's figure says it is, None where nothing says so."""
    many = annual.a_year(rate.facts.per or "")
    if many is None or mine.figure.kind is not rate.figure.kind:
        return None
    if mine.facts.per is None:
        length = rate.facts.horizon or _length(rate)
        return None if length is None else length * many
    other = annual.a_year(mine.facts.per)
    return None if other is None or other == many else many / other


def _length(rate: Side) -> Decimal | None:
    """Of how many years of a schedule a rate is said to be."""
    first, last = rate.facts.years or (1, None)
    return None if last is None else Decimal(last - first + 1)

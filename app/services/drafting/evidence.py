"""What a claim of the library says of a figure of a draft."""

import re
from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from app.comparison import annual, interval, movement, pair, printed, role, slip, verdict, voices, widths
from app.comparison.pair import Side
from app.comparison.statement import Statement
from app.domain import edtf
from app.domain.claim import Claim
from app.domain.draft import Evidence
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.listing import ClaimLine
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import amount, say
from app.services.conversions import Means

MEETS = (Verdict.AGREE, Verdict.COMPATIBLE)
_BELOW = (Qualifier.UNDER, Qualifier.AT_MOST)
_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST)
_YEAR = re.compile(r"\d{4}")
_RELATIVE = re.compile(r"\b(?:ago|today|yesterday|tomorrow|this|last|next|coming|later|earlier)\b", re.IGNORECASE)


def judged(
    statement: Statement, line: ClaimLine, means: Means, *, alike: bool, around: Collection[str] = ()
) -> Judgement:
    """The verdict on the claim, or on what its text restates it as, where that meets the draft's figure.

    `around` are sentences of its article, which may say that two names are of one source.

    Where the words are alike and one number is printed, it may be counted by another noun: passengers as journeys.
    """
    found = None
    for claim in (line.record.claim, *line.record.restated):
        theirs = Statement(claim=claim, published=edtf.day(line.published), text=line.sentence)
        mine = _unnamed(statement, claim) if alike and not role.counts_another(statement, theirs) else statement
        judgement = _read(mine, theirs, verdict.judge(mine, theirs, means.rates, means.prices), around)
        if judgement.verdict in MEETS:
            return judgement
        found = found or judgement
    assert found is not None
    return found


def _unnamed(statement: Statement, theirs: Claim) -> Statement:
    """The statement without its counted noun, where the claim prints the same number of another."""
    mine = statement.claim.figure
    units = (mine.unit, theirs.figure.unit)
    if mine.kind is not Kind.QUANTITY or theirs.figure.kind is not Kind.QUANTITY or None in units:
        return statement
    if any(unit and widths.is_measured(unit) for unit in units) or not printed.digits(mine, theirs.figure):
        return statement
    return replace(statement, claim=replace(statement.claim, figure=replace(mine, unit=None)))


def _read(mine: Statement, theirs: Statement, judgement: Judgement, around: Collection[str]) -> Judgement:
    """The verdict as a draft is read: it tells what the article told, in its own words."""
    one, other = mine.claim.figure, theirs.claim.figure
    if _is_reversed(mine, theirs):
        first, last = (say(figure) for figure in (one, other))
        return Judgement(
            verdict=Verdict.CONFLICT,
            reasons=(Reason.MAGNITUDE,),
            sentence=f"Conflict: {first} and {last} stand in changes between the same two ends, the other way round.",
            short="the other way round",
            question="Which end came first?",
        )
    if judgement.verdict is Verdict.CONFLICT and _is_month_of_no_year(mine.claim, other):
        return replace(
            judgement,
            verdict=Verdict.COMPATIBLE,
            reasons=(Reason.GRANULARITY,),
            sentence=f"{say(other)} is of that month; the draft names no year.",
            short="no year named",
            size=None,
            question=None,
        )
    if judgement.verdict is Verdict.CONFLICT and _is_complement(one, other):
        sentence = f"{say(one)} and {say(other)} are the two sides of one threshold."
        return replace(
            judgement, verdict=Verdict.COMPATIBLE, reasons=(Reason.BOUND,), sentence=sentence, size=None, question=None
        )
    return _in_its_role(mine, theirs, judgement, around)


def _in_its_role(mine: Statement, theirs: Statement, judgement: Judgement, around: Collection[str]) -> Judgement:
    """The verdict, unless the two print one number that plays another part in each sentence."""
    one, other = mine.claim.figure, theirs.claim.figure
    if one.kind is not other.kind or one.kind is Kind.DATE or not printed.digits(one, other):
        return judgement
    told, said = mine.told(), theirs.told()
    if voices.are_two(mine, theirs, around):
        return _apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "the article has somebody else say so")
    if role.is_opposite(told, said):
        return _apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "one says that it rose, the other that it fell")
    if judgement.verdict in MEETS and role.is_beyond(one, other):
        return _apart(Verdict.CONFLICT, Reason.MAGNITUDE, "one lies above it, the other below")
    if role.is_each_for_all(told, said):
        return _apart(Verdict.DIFFERS_BY_BASIS, Reason.RATE_VS_TOTAL, "one is of each, the other of all together")
    if role.is_difference_of_level(told, said):
        return _apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "one is a difference, the other is not")
    if role.is_outdated(told, said):
        return _apart(Verdict.DIFFERS_BY_BASIS, Reason.REF_PERIOD, "one is the former figure, the other the new one")
    if role.is_of_another_noun(one, other) or role.counts_another(mine, theirs):
        sentence = f"{say(one)} and {say(other)} count different things"
        return _apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, sentence)
    if role.is_of_the_other(told, said, one.unit):
        return _apart(
            Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "the article says it of the other thing in its sentence"
        )
    return judgement


def _apart(answer: Verdict, reason: Reason, what: str) -> Judgement:
    return Judgement(
        verdict=answer,
        reasons=(reason,),
        sentence=f"The same number, but {what}.",
        short=what,
        question="Which is meant?",
    )


def _is_reversed(mine: Statement, theirs: Statement) -> bool:
    """Whether one text goes from a first value to a last and the other back."""
    if mine.claim.figure.kind is not theirs.claim.figure.kind or mine.claim.figure.kind is Kind.DATE:
        return False
    ends = [movement.ends(side.told()) for side in (mine, theirs)]
    first, second = ends
    return first is not None and second is not None and first[0] != first[1] and first == second[::-1]


def _is_month_of_no_year(mine: Claim, other: Figure) -> bool:
    """Whether a draft names a month or a day without its year, and the other is the same in some year."""
    told, theirs = mine.figure.date or "", other.date or ""
    if mine.figure.kind is not Kind.DATE or len(told) < edtf.MONTH_LENGTH or _YEAR.search(mine.surface):
        return False
    return told[4:] == theirs[4 : len(told)] and _RELATIVE.search(mine.surface) is None


def _is_complement(one: Figure, other: Figure) -> bool:
    """Whether two print one threshold from its two sides: fewer than 94 in 100 miss it, at least 94 keep it."""
    sides = {one.qualifier in _BELOW, other.qualifier in _BELOW}, {one.qualifier in _ABOVE, other.qualifier in _ABOVE}
    return sides == ({True, False}, {True, False}) and one.low == other.low and one.high == other.high


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


def withdrawn(one: Evidence) -> Evidence:
    """The evidence as one that says of the draft's number that it was wrong."""
    return replace(one, judgement=_apart(Verdict.CONFLICT, Reason.MAGNITUDE, "the article says that it was wrong"))


def reworded(one: Evidence) -> Evidence:
    """The evidence as one that prints the draft's number, and too little else of what the draft says."""
    return replace(
        one, judgement=_apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, "the words around it differ")
    )


def outdone(one: Evidence, rival: Figure) -> Evidence:
    """The evidence as one that prints the draft's number, where the draft's words are closer to another figure."""
    what = f"the draft's words are closer to another figure there, {say(rival)}"
    return replace(one, judgement=_apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, what))


def summed(claim: Claim, text: str, one: Evidence) -> Evidence | None:
    """The evidence where the draft's figure follows from its rate by one multiplication, which the judgement shows.

    The rate is brought to another period, or taken times the years for which the article says that it holds.
    """
    line = one.line
    theirs = Statement(claim=line.record.claim, published=edtf.day(line.published), text=line.sentence)
    mine, rate = pair.side(Statement(claim=claim, published=None, text=text)), pair.side(theirs)
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

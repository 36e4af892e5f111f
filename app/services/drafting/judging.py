"""The verdict on a figure of a draft and a claim: a draft tells what the article told, in its own words."""

import re
from collections.abc import Collection
from dataclasses import replace

from app.comparison import verdict
from app.comparison.amounts import printed, widths
from app.comparison.statement import Statement, Told
from app.comparison.words import likeness, movement, neighbours, role, voices
from app.domain import edtf, units
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.listing import ClaimLine
from app.domain.verdict import Judgement, Reason, Verdict
from app.domain.wording import say
from app.services.drafting import aims, bases, evidence, meant, reach, swaps, weighing
from app.services.topics.conversions import Means

_BELOW = (Qualifier.UNDER, Qualifier.AT_MOST)
_ABOVE = (Qualifier.OVER, Qualifier.AT_LEAST)
_YEAR = re.compile(r"\d{4}")
_COMPARED = re.compile(rf"[^\d;]*\b(?:against|compared (?:with|to)) (?:[a-z]+ ){{0,3}}?[{SIGNS}]?\d")
"""After a number that is told of another thing than the next, for certain."""
_HOLDS = re.compile(r"\b(?:holds?|seats|room for|capacity of|can take)\b")
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_PREPOSITION = re.compile(r"\b(?:in|on|at|by|for|from|after|during|with|as|when)\b")
_CONCEDED = re.compile(r"\A.*\b(?:although|though|despite|in spite of)\b", re.IGNORECASE | re.DOTALL)
"""Up to what a sentence sets against its main clause."""
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
        mine = meant.beside(statement, theirs)
        if (alike and not role.counts_another(mine, theirs)) or _count_one_deed(mine, theirs):
            mine = _unnamed(mine, claim)
        judgement = _read(mine, theirs, verdict.judge(mine, theirs, means.rates, means.prices), around)
        if judgement.verdict in evidence.MEETS and not reach.allows(mine.claim.figure, claim.figure):
            judgement = _beyond(mine.claim.figure, claim.figure)
        if judgement.verdict in evidence.MEETS:
            return judgement
        found = found or judgement
    assert found is not None
    return found


def _beyond(mine: Figure, theirs: Figure) -> Judgement:
    """The verdict on figures that might be one number, where the article's does not give the draft's.

    One that rounds it does not contradict it, nor does a bound; one that is far from it is hardly of the same thing.
    """
    if not weighing.are_of_one_size(mine, theirs):
        return evidence.beyond(mine, theirs, Verdict.NOT_COMPARABLE)
    is_open = widths.hedge_of(theirs) in widths.OPEN_BOUNDS
    agrees = is_open or reach.allows(theirs, mine)
    return evidence.beyond(mine, theirs, Verdict.DIFFERS_BY_BASIS if agrees else Verdict.CONFLICT)


def are_one_change(mine: Statement, theirs: Statement) -> bool:
    """Whether both are told as changes, and neither the other way round."""
    changes = (
        side.claim.basis.value("kind") == BasisKind.CHANGE or role.is_difference(side.told()) for side in (mine, theirs)
    )
    return all(changes) and not _are_opposite(mine, theirs)


def _unnamed(statement: Statement, theirs: Claim) -> Statement:
    """The statement without its counted noun, where the claim prints the same number of another."""
    mine = statement.claim.figure
    counted = (mine.unit, theirs.figure.unit)
    if mine.kind is not Kind.QUANTITY or theirs.figure.kind is not Kind.QUANTITY or None in counted:
        return statement
    if any(map(units.is_measure, counted)) or not printed.digits(mine, theirs.figure):
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
    if (apart := bases.apart(mine, theirs, judgement)) is not None:
        return apart
    told, said = mine.told(), theirs.told()
    if _are_two_persons(mine, theirs, around):
        return evidence.apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "the article has somebody else say so")
    if of := swaps.counterpart(mine, theirs):
        return evidence.apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, f"the article has it {of}")
    if _are_opposite(mine, theirs) or role.came_from_elsewhere(told, said):
        return evidence.apart(
            Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "one says that it rose, the other that it fell"
        )
    if judgement.verdict in evidence.MEETS and role.is_beyond(one, other):
        return evidence.apart(Verdict.CONFLICT, Reason.MAGNITUDE, "one lies above it, the other below")
    if role.is_each_for_all(told, said):
        return evidence.apart(
            Verdict.DIFFERS_BY_BASIS, Reason.RATE_VS_TOTAL, "one is of each, the other of all together"
        )
    if role.is_difference_of_level(_phrase(told), _phrase(said)):
        return evidence.apart(Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "one is a difference, the other is not")
    if role.is_outdated(told, said):
        return evidence.apart(
            Verdict.DIFFERS_BY_BASIS, Reason.REF_PERIOD, "one is the former figure, the other the new one"
        )
    if aims.is_reached_too_soon(mine, theirs):
        return evidence.apart(
            Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, "the article gives it as an aim or a forecast only"
        )
    if _counts_another(mine, theirs):
        sentence = f"{say(one)} and {say(other)} count different things"
        return evidence.apart(Verdict.DIFFERS_BY_BASIS, Reason.DIFFERENT_MEASURE, sentence)
    is_set_apart = _COMPARED.match(said.after) or _name_one(told, said)
    if is_set_apart and neighbours.is_of_the_other(told, said, one.unit):
        return evidence.apart(
            Verdict.CONFLICT, Reason.DIFFERENT_MEASURE, "the article says it of the other thing in its sentence"
        )
    return judgement


def _are_two_persons(mine: Statement, theirs: Statement, around: Collection[str]) -> bool:
    """Whether each sentence has its number from another person or body, both called by a name of several words."""
    speakers = (mine.claim.speaker, theirs.claim.speaker)
    return all(one and " " in one.name for one in speakers) and voices.are_two(mine, theirs, around)


def _phrase(told: Told) -> Told:
    """The words up to the next preposition after a figure: "£9m in 2023 on lower prices" is no lower by £9m."""
    return replace(told, after=_PREPOSITION.split(told.after)[0])


def _name_one(mine: Told, theirs: Told) -> bool:
    """Whether the draft's clause names somebody whom the article's sentence names: of whom its number is, is sure."""
    names = (likeness.stems(" ".join(_NAME.findall(text))) for text in (neighbours.nearest(mine), theirs.text))
    return not frozenset.isdisjoint(*names)


def _are_opposite(mine: Statement, theirs: Statement) -> bool:
    """Whether one says of a change that something rose, and the other that it fell."""
    if not _is_change(mine) or not _is_change(theirs):
        return False
    first, last = (replace(told, before=_CONCEDED.sub("", told.before)) for told in (mine.told(), theirs.told()))
    return role.is_opposite(first, last)


def _is_change(statement: Statement) -> bool:
    """Whether a figure can be how much something moved, or where to: "fell" may be said of anything beside a level."""
    told = statement.told()
    return statement.claim.figure.kind is Kind.PERCENTAGE or movement.is_to(told) or role.is_difference(told)


def _counts_another(mine: Statement, theirs: Statement) -> bool:
    """Whether the two count different things, and neither's own words name what the other counts."""
    one, other = mine.claim, theirs.claim
    named = (likeness.stems(one.figure.unit or ""), likeness.stems(other.figure.unit or ""))
    if named[0] & likeness.stems(other.surface) or named[1] & likeness.stems(one.surface):
        return False
    if _count_one_deed(mine, theirs):
        return False
    if "seat" in (one.figure.unit, other.figure.unit) and _HOLDS.search(f"{mine.text} {theirs.text}"):
        return False  # a hall of 900 seats holds 900 people
    return role.is_of_another_noun(one.figure, other.figure) or role.counts_another(mine, theirs)


def _count_one_deed(mine: Statement, theirs: Statement) -> bool:
    """Whether one counts what the other says that those counted did: 9 people who crossed are 9 crossings."""
    return any(_names_deed(one.claim.figure.unit, other.text) for one, other in ((mine, theirs), (theirs, mine)))


def _names_deed(unit: str | None, text: str) -> bool:
    """Whether a text has as a verb what a unit counts: crossings, of those who "crossed"."""
    stem = (unit or "").removesuffix("ing")
    return stem != unit and re.search(rf"\b{re.escape(stem)}ed\b", text) is not None


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

"""What the claims that may be of the same thing make of a figure of a draft."""

import re
from collections.abc import Mapping, Sequence, Set
from decimal import Decimal

from app.comparison.amounts import slip
from app.comparison.words import counted_nouns, voices
from app.comparison.words.hedges import HEDGES
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Figure, Kind
from app.domain.verdict import Reason, Verdict
from app.services.drafting import evidence

_FROM, _TO = re.compile(rf"\bfrom {HEDGES}$"), re.compile(rf"[^\d.;,]{{0,40}} to {HEDGES}")
_UP_FROM = re.compile(rf"[^\d.;]{{0,40}}\b(?:up|down),? (?:[a-z]+ )?from {HEDGES}")
"""What leads from the former number of a thing to the present one, or back."""
LIKE, SAME = 0.3, 0.45
"""From which likeness on a claim can support a figure, and from which on it can contradict one."""
SAME_TIME = 0.6
"""The same for dates and durations: a text has many, of many things."""
HOME = 0.15
"""What likeness gains in an article that supports another figure of the same paragraph."""
CLEARLY, WELL, HARDLY = 0.15, 0.16, 0.02
"""How much closer one of two claims has to be for the other not to count; of one origin that prints both numbers well,
or hardly where the closer one alone names the thing or the year."""
FAR = 10
"""How many times as large a figure is that is hardly of the same thing, unless a slip of the pen made it so."""
REVISION = Decimal("1.5")
"""How many times as large a figure is at most that takes the place of another."""
CHANCE = 2
"""Digits from which on two figures of one matter hardly print the same number by chance."""
TIMES = (Kind.DATE, Kind.DURATION)
"""Kinds of figure of which a text has many, of many things."""


def settled(claim: Claim, judged: Sequence[Evidence], homes: Set[str] = frozenset()) -> Checked:
    """What the judged claims, the closest first, make of a figure; `homes` are the articles of its paragraph."""
    meets = [one for one in judged if one.judgement.verdict in evidence.MEETS and not evidence.is_coarse(claim, one)]
    apart = [one for one in judged if one.judgement.verdict is Verdict.CONFLICT]
    other = [
        one for one in judged if one.judgement.verdict is Verdict.DIFFERS_BY_BASIS or evidence.is_coarse(claim, one)
    ]
    if priced := _priced(claim, meets, other):
        return Checked(claim=claim, finding=Finding.OTHER_BASIS, evidence=tuple(priced), others=(*meets, *apart))
    best = meets[0].likeness if meets else 0.0
    saying = {one.line.origin_id: one for one in reversed(meets)}
    least = SAME_TIME if claim.figure.kind in TIMES else SAME
    rivals = [
        one
        for one in apart
        if one.likeness >= least
        and is_in_reach(claim, one)
        and _outweighs(one, best, _as_printed(claim, meets, homes - {one.place[0]}), saying)
    ]
    if meets and not rivals:
        return Checked(claim=claim, finding=Finding.SUPPORTED, evidence=tuple(meets), others=tuple(apart))
    bases = [one for one in other if one.likeness >= least]
    telling = [one for one in rivals if evidence.same_digits(claim, one.line) >= CHANCE]
    if bases and telling and not any(evidence.same_digits(claim, one.line) >= CHANCE for one in bases):
        rivals, bases = telling, []  # what says of the very number that it is another thing says most
    if rivals and (meets or not bases or rivals[0].likeness >= bases[0].likeness):
        return Checked(claim=claim, finding=Finding.CONTESTED, evidence=tuple(rivals), others=tuple(meets))
    if bases:
        return Checked(claim=claim, finding=Finding.OTHER_BASIS, evidence=tuple(bases), others=tuple(apart))
    return Checked(claim=claim, finding=Finding.ABSENT, others=tuple(judged[:1]))


def _priced(claim: Claim, meets: Sequence[Evidence], other: Sequence[Evidence]) -> list[Evidence]:
    """Claims that print the draft's number in other prices, where none that meets it prints it in the draft's.

    Against them a claim that names no prices confirms none.
    """
    said = (evidence.same_digits(claim, one.line) for one in meets if one.line.record.claim.basis.price)
    least = max(1, *said, 0)
    return [
        one
        for one in other
        if Reason.PRICE_BASIS in one.judgement.reasons and evidence.same_digits(claim, one.line) > least
    ]


def _as_printed(claim: Claim, meets: Sequence[Evidence], homes: Set[str]) -> float:
    """How alike the closest claim is that prints the very figure; wholly where the draft's own source prints it.

    One of `homes` has it hardly by chance, so that a rival of another article has to be clearly closer.
    """
    very = [one for one in meets if _is_very(claim, one)]
    if any(_is_of_one_source(claim, one) for one in very):
        return 1.0
    return max((one.likeness + (CLEARLY if one.place[0] in homes else 0) for one in very), default=0.0)


def _is_very(claim: Claim, one: Evidence) -> bool:
    """Whether a claim is the figure itself: both its ends, or a number that is hardly printed twice by chance."""
    mine, theirs = claim.figure, one.line.record.claim.figure
    if (mine.kind, mine.low, mine.high, mine.date) != (theirs.kind, theirs.low, theirs.high, theirs.date):
        return False
    least = 1 if _is_of_one_source(claim, one) else CHANCE
    return mine.low != mine.high or evidence.same_digits(claim, one.line) >= least


def _is_of_one_source(claim: Claim, one: Evidence) -> bool:
    mine, theirs = claim.speaker, one.line.record.claim.speaker
    return mine is not None and theirs is not None and voices.are_one_name(mine.name, theirs.name)


def _outweighs(rival: Evidence, best: float, printed: float, saying: Mapping[str, Evidence]) -> bool:
    """Whether a figure that conflicts is as close to the draft's as those that support it.

    It has to be closer than a claim that prints the very figure (`printed` is how alike that is). An origin that prints
    both means two things by them, so there it has to be the closer one.
    """
    if printed >= LIKE and rival.likeness <= printed:
        return False
    if (support := saying.get(rival.line.origin_id)) is not None:
        if support.named and _are_ends_of_one(rival, support):
            return False
        told = rival.named and not support.named
        return rival.likeness > support.likeness + (HARDLY if told else WELL)
    return rival.likeness >= best - CLEARLY - HOME  # what the company adds to one side says nothing of the other


def _are_ends_of_one(one: Evidence, other: Evidence) -> bool:
    """Whether a text leads from one of two figures to the other, so that both are of one thing."""
    if one.sentence != other.sentence:
        return False
    begin, end = sorted((each.line.record.claim.span for each in (one, other)), key=lambda span: span.start)
    start = one.line.record.claim.sentence.start
    between = one.line.sentence[begin.end - start : end.start - start]
    before = one.line.sentence[: begin.start - start]
    return (_FROM.search(before) is not None and _TO.fullmatch(between) is not None) or _UP_FROM.fullmatch(
        between
    ) is not None


def are_of_one_size(one: Figure, other: Figure) -> bool:
    """Whether neither number is many times the other; of dates, durations and the like nothing is known."""
    first, second = one.low, other.low
    return not first or not second or 1 / Decimal(FAR) < first / second < FAR


def is_in_reach(claim: Claim, one: Evidence) -> bool:
    """Whether two figures are not so far apart that they are hardly of one thing."""
    size = one.judgement.size
    near = size is None or size.ratio is None or size.ratio < FAR
    return near or bool(slip.between(claim.figure, one.line.record.claim.figure))


def is_revision(one: Evidence, later: Evidence) -> bool:
    """Whether a figure can take another's place: it is of the same thing, and not far from it."""
    mine, theirs = (each.line.record.claim.figure for each in (one, later))
    if mine.kind is not theirs.kind or not mine.low or not theirs.low or mine.low == theirs.low:
        return False
    same = mine.unit == theirs.unit or None in (mine.unit, theirs.unit)
    if mine.kind is Kind.QUANTITY and mine.unit is not None and theirs.unit is not None:
        same = counted_nouns.can_be_one(mine.unit, theirs.unit) or later.likeness > one.likeness
    return same and 1 / REVISION <= theirs.low / mine.low <= REVISION

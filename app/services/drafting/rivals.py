"""Other figures of an article to which the draft's words are closer than to the one that prints its number."""

from collections.abc import Sequence
from dataclasses import replace

from app.comparison.amounts import widths
from app.comparison.amounts.widths import Hedge
from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.verdict import Reason, Verdict
from app.services.drafting import evidence, reach
from app.services.drafting.closest import Close, is_of_a_kind
from app.services.drafting.drafted import Drafted, Taken
from app.services.drafting.weighing import CHANCE, SAME, are_of_one_size

OUTDONE, NAMED = 0.5, 0.7
"""Of how alike another figure of its article is, the share below which a claim that prints the draft's number is
outdone by it, and the same where only the other names what the draft names; a date, or the same number on another
basis, need only be as alike."""
OF_ITS_TIME = 1.5
"""The same where the other is of the time that the draft names, and the claim that prints its number of none."""
_APART = (Verdict.CONFLICT, Verdict.DIFFERS_BY_BASIS)
_YEAR = len("2025")


def outdone(drafted: Drafted, found: Checked, taken: Taken) -> Checked:
    """What supports the figure, unless the draft's words are closer to another figure of each article that does.

    The other is another number of what the draft speaks of, or the same on another basis; so the number is in the
    library, but may be said of something else there.
    """
    if found.finding is not Finding.SUPPORTED:
        return found
    own = {one.place for one in found.evidence}
    rivals = [one for one in drafted.judged if one.place not in own and _is_rival(drafted, one, taken)]
    alike = {one.place: one.mutual for one in drafted.judged}
    kept: list[Evidence] = []
    gone: list[Evidence] = []
    for each in found.evidence:
        near = [one for one in rivals if one.place[0] == each.place[0] or _tells_it_otherwise(one)]
        closer = max(near, key=lambda one: _closeness(drafted.claim, one, each), default=None)
        if closer is None or alike.get(each.place, 1.0) >= _closeness(drafted.claim, closer, each):
            kept.append(each)
        else:
            gone.append(closer.evidence if closer.digits else evidence.outdone(each, closer.claim.figure))
    if kept or not gone:
        return replace(found, evidence=tuple(kept)) if gone else found
    others: Sequence[Evidence] = [one.evidence for one in rivals]
    return replace(found, finding=Finding.OTHER_BASIS, evidence=tuple(gone), others=tuple(others))


def of_its_year(drafted: Drafted, found: Checked, taken: Taken) -> Checked:
    """What supports the figure, unless it was printed before the year that the draft names, of which there is another.

    A text that names no year cannot speak of one that had not come; one of that year that is as close to the draft's
    words can.
    """
    year = (drafted.claim.basis.value("period") or "")[:_YEAR]
    if found.finding is not Finding.SUPPORTED or not year or not all(_is_before(one, year) for one in found.evidence):
        return found
    alike = min(one.likeness for one in found.evidence)
    rivals = tuple(
        one.evidence
        for one in drafted.judged
        if one.home
        and not one.digits
        and one.likeness >= alike
        and one.place not in taken
        and one.evidence.judgement.verdict not in evidence.MEETS
        and are_of_one_size(drafted.claim.figure, one.claim.figure)
        and is_of_a_kind(drafted.claim, one.evidence.line)
        and (_year(one.evidence) == year or _names(one.evidence, year))
    )
    return replace(found, finding=Finding.CONTESTED, evidence=rivals, others=found.evidence) if rivals else found


def _is_before(one: Evidence, year: str) -> bool:
    return one.line.record.claim.basis.period is None and _year(one) < year and year not in one.line.sentence


def _names(one: Evidence, year: str) -> bool:
    return one.line.record.claim.basis.period is None and year in one.line.sentence


def _year(one: Evidence) -> str:
    """The year that a claim is told for, or else that of its article; the end of time for one of no day."""
    return (one.line.record.claim.basis.value("period") or one.line.published or "9999")[:_YEAR]


def _is_rival(drafted: Drafted, one: Close, taken: Taken) -> bool:
    """Whether a claim is another number of what may be the same thing, and supports no other figure better."""
    judgement = one.evidence.judgement
    is_no_change = drafted.claim.basis.value("kind") == BasisKind.CHANGE and Reason.KIND in judgement.reasons
    periods = (drafted.claim.basis.period, one.claim.basis.period)
    is_other_time = Reason.REF_PERIOD in judgement.reasons and None not in periods and not one.digits
    return (
        (judgement.verdict not in evidence.MEETS or evidence.is_coarse(drafted.claim, one.evidence))
        and not is_other_time
        and not is_no_change
        and not _is_met_bound(drafted, one)
        and not _is_rounded(drafted, one)
        and not (one.digits and judgement.verdict is Verdict.NOT_COMPARABLE)
        and is_of_a_kind(drafted.claim, one.evidence.line)
        and are_of_one_size(drafted.claim.figure, one.claim.figure)
        and (one.likeness >= SAME or judgement.verdict in _APART)
        and one.likeness > taken.get(one.place, 0.0)
    )


def _is_met_bound(drafted: Drafted, one: Close) -> bool:
    """Whether a claim only says what the draft's number is above or below: "topped £6bn" of £6.2bn."""
    figure = one.claim.figure
    return widths.hedge_of(figure) in widths.OPEN_BOUNDS and reach.allows(figure, drafted.claim.figure)


def _is_rounded(drafted: Drafted, one: Close) -> bool:
    """Whether a claim gives the draft's number in fewer digits: "about £190m" of £189m."""
    rounded = widths.hedge_of(one.claim.figure) in (Hedge.ABOUT, Hedge.NEARLY)
    return rounded and not one.digits and reach.allows(one.claim.figure, drafted.claim.figure)


def _tells_it_otherwise(rival: Close) -> bool:
    """Whether it is the draft's number on another basis, so that it speaks of any article's."""
    return rival.digits >= CHANCE and rival.evidence.judgement.verdict is Verdict.DIFFERS_BY_BASIS


def _closeness(mine: Claim, rival: Close, than: Evidence) -> float:
    """How alike to the draft's figure a claim has to be for this one not to outdo it."""
    if rival.digits or rival.claim.figure.kind is Kind.DATE:
        return rival.mutual
    period, other, own = (claim.basis.value("period") for claim in (mine, rival.claim, than.line.record.claim))
    if period and period == other and own is None and rival.evidence.judgement.verdict is Verdict.CONFLICT:
        return OF_ITS_TIME * rival.mutual
    return (NAMED if rival.evidence.named and not than.named else OUTDONE) * rival.mutual

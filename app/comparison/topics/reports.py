"""The verdict on two rows: what any report of a figure says of it counts for the row.

A row is one figure as several articles print it. One sentence says that it was replaced, another what it is of, a
headline neither; which of them a person has pinned changes nothing of what is known about the figure.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.comparison import pair, verdict
from app.comparison.amounts.currency import Rates
from app.comparison.statement import Statement
from app.comparison.steps import common_ground, succession
from app.comparison.topics.grouping import Row
from app.comparison.words import subject
from app.domain.figure import Kind
from app.domain.schedule import PriceIndex
from app.domain.verdict import Judgement, Reason, Verdict

_MOST = 5
"""Reports of a row that are asked, those that say most of their basis: more say the same again."""
_NONE = 9
"""The rank of what says nothing about two rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A verdict on two rows with the reports from which it follows."""

    judgement: Judgement
    one: Statement
    other: Statement

    @property
    def takes_over(self) -> bool:
        """Whether the figure of `one` has taken the place of the other."""
        ordered = succession.in_order(*_sides(self.one, self.other))
        is_later = ordered is not None and ordered[1].statement == self.one
        return self.judgement.verdict is Verdict.SUPERSEDED and is_later


def judge(row: Row, reference: Row, rates: Rates, index: PriceIndex | None = None) -> Found:
    """The most telling verdict on a report of the row and one of the reference, both ways the same.

    Of equals it is that on the reports that speak for the two rows.
    """
    found = (
        Found(judgement=verdict.judge(one, other, rates, index), one=one, other=other)
        for one, other in _pairs(row, reference)
    )
    return min(found, key=lambda one: _rank(one, row, reference))


def _pairs(row: Row, reference: Row) -> Iterator[tuple[Statement, Statement]]:
    for one in _asked(row):
        for other in _asked(reference):
            # An article that prints two figures is no copy of itself.
            is_own = one.article is not None and one.article == other.article
            yield one, replace(other, origin=None) if is_own else other


def _asked(row: Row) -> list[Statement]:
    """The reports of a row that are asked, the one that speaks for it first."""
    fullest = sorted(row.statements, key=lambda one: -len([*one.claim.basis.stated()]))
    told: dict[str, Statement] = {}
    for one in (row.statements[row.speaking], *fullest):
        told.setdefault(one.text, one)
    return [*told.values()][:_MOST]


def _rank(found: Found, row: Row, reference: Row) -> int:
    """How much a verdict on two reports tells of their rows, 0 the most.

    What tells that two are of one thing, or that one replaced the other, holds for the rows whichever report says it.
    Else the reports that speak for them decide, unless their words alone give no ground.
    """
    one, other = _sides(found.one, found.other)
    match found.judgement.verdict:
        case Verdict.SUPERSEDED:
            if not _keeps_to_order(found, row, reference):
                return _NONE
            is_told = any(side.reading.firmness.told_new or side.reading.firmness.original for side in (one, other))
            return 1 if is_told else 3
        case Verdict.AGREE | Verdict.COMPATIBLE:
            return 2
        case Verdict.NOT_COMPARABLE:
            if one.figure.kind is Kind.DATE:
                return 0 if subject.difference(one.subject, other.subject) else 4
            # Of one number that is said of two things, another report says less, not more.
            is_same = Reason.SAME_NUMBER in found.judgement.reasons
            if common_ground.is_missing(pair.of(found.one, found.other)) and not is_same:
                return 6
            return 2 if _speak(found, row, reference) else 4
        case Verdict.DIFFERS_BY_BASIS:
            return 4 if _speak(found, row, reference) else 7
        case Verdict.CONFLICT:
            return 4 if _speak(found, row, reference) else 5


def _speak(found: Found, row: Row, reference: Row) -> bool:
    """Whether these are the reports that speak for their rows."""
    spoken = ((found.one, row), (found.other, reference))
    return all(one.text == of.statements[of.speaking].text for one, of in spoken)


def _keeps_to_order(found: Found, row: Row, reference: Row) -> bool:
    """Whether a figure that replaces another by its day was not told before it by another article of its row.

    Two of different sources that share no word are no two versions of one.
    """
    one, other = _sides(found.one, found.other)
    if one.reading.firmness.original or other.reading.firmness.original:
        return True
    if not succession.same_voice(one, other) and not one.reading.matter.shared(other.reading.matter):
        return False
    days = row.first.published, reference.first.published
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return True
    return found.takes_over == (days[0] > days[1])


def _sides(one: Statement, other: Statement) -> tuple[pair.Side, pair.Side]:
    return pair.side(one), pair.side(other)

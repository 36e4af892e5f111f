"""The years that a draft names beside its figures, against those of the sentences that support the figures."""

import re
from collections.abc import Sequence

from app.domain import calendar_names, edtf
from app.domain.claim import Claim
from app.domain.draft import Checked, Evidence, Finding
from app.domain.figure import Kind
from app.domain.verdict import Reason
from app.services.drafting import evidence
from app.services.drafting.drafted import Drafted

_YEAR = re.compile(calendar_names.YEAR)


def is_year(claim: Claim) -> bool:
    """Whether a date is a year, or a stretch of years."""
    date = claim.figure.date or ""
    return claim.figure.kind is Kind.DATE and (len(date) < edtf.MONTH_LENGTH or "/" in date)


def checked(one: Drafted, others: Sequence[Checked]) -> Checked | None:
    """What the sentences that support the figures of a year's sentence say of it; None where they name no year.

    They confirm it by naming it. They contest it where each names another, and its article names it nowhere.
    """
    mine = set(_YEAR.findall(one.claim.surface))
    beside = [
        each
        for other in others
        if other.claim.sentence == one.claim.sentence
        and not is_year(other.claim)
        and other.finding in (Finding.SUPPORTED, Finding.OTHER_BASIS)
        for each in other.evidence
        if Reason.DERIVED in each.judgement.reasons or evidence.same_digits(other.claim, each.line)
    ]
    told = [(each, set(_YEAR.findall(each.line.sentence))) for each in beside]
    same = tuple(each for each, years in told if mine & years)
    if not mine or not any(years for _, years in told):
        return None
    if same:
        return Checked(claim=one.claim, finding=Finding.SUPPORTED, evidence=same)
    articles = {each.place[0] for each in beside}
    named = {year for part in one.parts if part.place[0] in articles for year in _YEAR.findall(part.line.sentence)}
    rivals = tuple(_date(one, each) for each, years in told if years)
    finding = Finding.OTHER_BASIS if mine & named else Finding.CONTESTED
    return Checked(claim=one.claim, finding=finding, evidence=rivals)


def _date(one: Drafted, each: Evidence) -> Evidence:
    """The date of a sentence that supports another figure, or that figure where no claim was made of the date."""
    dates = (
        part for part in one.parts if part.sentence == each.sentence and part.line.record.claim.figure.kind is Kind.DATE
    )
    return next(dates, each)

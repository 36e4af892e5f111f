"""One number on two bases: in another currency or unit, at another rate, of another year or month, in other prices."""

import re
from dataclasses import replace

from app.comparison.statement import Statement, Told
from app.comparison.steps import annual
from app.comparison.words import neighbours
from app.domain import calendar_names, edtf, units
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.verdict import Judgement, Reason, Verdict
from app.services.drafting import evidence, meant

_YEAR = re.compile(calendar_names.YEAR)
_MONTH = re.compile(rf"\b(?:[Ii]n|[Ff]or|of|to|with) ({calendar_names.MONTH})\b")
_MONTH_BEFORE = re.compile(rf"{_MONTH.pattern}(?: \d{{4}})?[ (]{{1,2}}$")
_REPORTED = re.compile(
    r".*\b(?:said|says|told [\w’' -]{2,30}|reported|reports|warned|estimated|announced|found|showed|calculated|claimed)"
    r" that\b",
    re.DOTALL,
)
"""What tells when something was said, and nothing of what was."""
_ON_THIS_YEAR = re.compile(
    r"[^.;]{0,30}\b(?:(?:up|down|higher|lower|rise|increase|growth|cut|fall)\b[^.;]{0,20} (?:on|from|over)"
    r"|(?:more|less) than|compared (?:with|to)) this year\b"
)
"""After a number that is of the next year."""
_OF_WHOLE = re.compile(
    r"\W{0,2}of (?P<all>(?:all|every) (?:the |its |their )?)?(?P<whole>(?:(?!(?:had|has|have|was|were|is|are|will|would"
    r"|in|at|on|by|for|who|that|which|to|said|say)\b)[\w’'-]+ ?){1,6})"
)
"""Of what a share is, and whether of all of it."""
_OF_YEARS = re.compile(
    r"\b(?:over|for|across|during|in) (?:the |its |their )?(?:next |first |coming |last |past )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d\d?)[ -]years?\b|\b(?:two|three|four|five|six|ten|\d\d?)-year\b"
    r"|\b(?:between|from) 20\d\d (?:and|to) 20\d\d\b",
    re.IGNORECASE,
)
"""What says that a sum is of several years together."""
_A_YEAR = re.compile(r"\b(?:(?:an?|per|each|every) year|annual(?:ly)?|yearly)\b", re.IGNORECASE)
_IN_CASH = re.compile(r"\bin cash\b", re.IGNORECASE)


def apart(mine: Statement, theirs: Statement, judgement: Judgement) -> Judgement | None:
    """The verdict on a number that a draft and an article tell on two bases, None where nothing says so."""
    one, other = mine.claim.figure, theirs.claim.figure
    if one.kind is Kind.MONEY and one.unit != other.unit and None not in (one.unit, other.unit):
        return evidence.apart(Verdict.CONFLICT, Reason.CURRENCY, "it is in another currency")
    reason, what = None, ""
    if _are_of_two_measures(one, other):
        reason, what = Reason.UNIT, f"the article has it in another unit, {other.unit}"
    elif _is_rate_of_no_article(mine, theirs):
        reason, what = Reason.PERIOD, f"the article does not say “a {one.per}”"
    elif judgement.verdict in evidence.MEETS and _are_of_two_years(mine.claim, theirs.claim):
        reason, what = Reason.REF_PERIOD, "the article says it of another year"
    elif meant.is_one_month_of_many(mine, theirs):
        reason, what = Reason.REF_PERIOD, "the article says it of all the months up to that one"
    elif whole := _other_whole(mine.told(), theirs.told()):
        reason, what = Reason.DIFFERENT_MEASURE, f"the article has it of {whole}"
    elif _is_since_long_before(mine.claim, theirs):
        reason, what = Reason.REF_PERIOD, "the article does not measure it from so long ago"
    elif _is_before_its_year(mine.claim, theirs):
        reason, what = Reason.REF_PERIOD, "the article says it of the year after its own"
    elif _is_of_another_month(mine.told(), theirs.told()):
        reason, what = Reason.REF_PERIOD, "the article says it of another month"
    elif {_price(mine), _price(theirs)} == {"cash", "real"}:
        reason, what = Reason.PRICE_BASIS, "one is in cash, the other in real terms"
    return None if reason is None else evidence.apart(Verdict.DIFFERS_BY_BASIS, reason, what)


def _are_of_two_measures(one: Figure, other: Figure) -> bool:
    """Whether one number is told in two units: tons are no tonnes."""
    names = (one.unit or "", other.unit or "")
    return one.kind is Kind.QUANTITY and names[0] != names[1] and all(map(units.is_measure, names))


def _is_rate_of_no_article(mine: Statement, theirs: Statement) -> bool:
    """Whether the draft has a number so much a month, of which the article's sentence says nothing."""
    per, other = (side.claim.figure.per or side.claim.basis.value("per") for side in (mine, theirs))
    if per is None or other is not None or annual.a_year(per) is None:
        return False
    if per == "year":  # what is told of no time is mostly so much a year
        return _OF_YEARS.search(theirs.text) is not None and _A_YEAR.search(theirs.text) is None
    often = "daily" if per == "day" else f"{per}ly"
    return re.search(rf"\b(?:(?:an?|per|each|every) {per}|{often})\b", theirs.text, re.IGNORECASE) is None


def _are_of_two_years(mine: Claim, theirs: Claim) -> bool:
    """Whether each is told for a year, or for years, of which none is the other's."""
    first, last = sorted(
        [int(year) for year in _YEAR.findall(one.basis.value("period") or "")] for one in (mine, theirs)
    )
    return bool(first and last) and max(first) < min(last)


def _other_whole(mine: Told, theirs: Told) -> str:
    """What an article's share is of, where the draft has it of all of those, of which the article names but some."""
    first, last = (_OF_WHOLE.match(told.after) for told in (mine, theirs))
    if first is None or last is None or not first["all"] or last["all"]:
        return ""
    names = [set(match["whole"].lower().split()) - {"the", "and"} for match in (first, last)]
    return last["whole"] if names[0] < names[1] else ""


def _is_since_long_before(mine: Claim, theirs: Statement) -> bool:
    """Whether a draft measures a change from years before the time that the article gives for it, and does not name."""
    since = [int(year) for year in _YEAR.findall(mine.basis.value("baseline") or "")]
    period = edtf.days(theirs.claim.basis.value("period") or "")
    if len(since) != 1 or period is None or theirs.claim.basis.baseline is not None:
        return False
    return since[0] + 1 < period[0].year and str(since[0]) not in theirs.text


def _is_before_its_year(mine: Claim, theirs: Statement) -> bool:
    """Whether the draft tells it for the year of the article or before, and the article as more or less than that."""
    years = [int(year) for year in _YEAR.findall(mine.basis.value("period") or "")]
    if not years or theirs.published is None or _ON_THIS_YEAR.match(theirs.told().after) is None:
        return False
    return max(years) <= theirs.published.year


def _is_of_another_month(mine: Told, theirs: Told) -> bool:
    """Whether the words that belong to each number name a month, and not the same."""
    months = [_months(told) for told in (mine, theirs)]
    return len(months[0]) == len(months[1]) == 1 and months[0] != months[1]


def _months(told: Told) -> set[str]:
    """The months that are named right before a figure, or else in the words that belong to it."""
    if before := _MONTH_BEFORE.search(told.before):
        return {before[1]}
    if (reported := _REPORTED.match(told.before)) is not None:
        own = told.before[reported.end() :]
        told = replace(told, text=f"{own}{told.surface}{told.after}", before=own)
    phrases = neighbours.phrases(told.text, neighbours.place_of(told))
    return {name for phrase in phrases for name in _MONTH.findall(phrase)}


def _price(statement: Statement) -> str | None:
    """In which money a figure is told: "cash", or "real" with the rise of prices taken out; None where nothing says."""
    told = (statement.claim.basis.value("price") or "").partition(":")[0]
    if told == "nominal" or (not told and _IN_CASH.search(statement.text)):
        return "cash"
    return told or None

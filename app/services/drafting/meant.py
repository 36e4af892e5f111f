"""A figure of a draft as it may be meant beside a claim that prints its number: what the draft leaves open, is open."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.comparison.amounts import printed
from app.comparison.statement import Statement
from app.comparison.words import matter
from app.domain import calendar_names, units
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.services.drafting import reach

_YEAR = re.compile(calendar_names.YEAR)
_THAT_YEAR = re.compile(r"(?:this|next|last) year", re.IGNORECASE)
_YEAR_TOLD = re.compile(r"(?:in )?(?:that|the same) year", re.IGNORECASE)
_MONTH = re.compile(calendar_names.MONTH)
_ONE_MONTH = re.compile(rf"(?:(?:in|for|during) )?{calendar_names.MONTH}", re.IGNORECASE)
_MONTHS_TO = re.compile(r"\b(?:year|months|quarter|half)\b[^,;.]*\b(?:to|end(?:s|ed|ing)?)\b", re.IGNORECASE)
_SHORT_SPAN = re.compile(rf"the previous (?:month|quarter)|{calendar_names.MONTH}")
_NAMED = re.compile(r"\d|\b(?!The\b)[A-Z]")
"""What makes of what a change is measured against one thing or time, and not just "what they had before"."""
_DOLLARS = re.compile(r"(?P<which>[A-Z]{0,3})\$")
_UNSAID = "USD"
"""What dollars are taken for of which nothing says whose they are."""


def beside(mine: Statement, theirs: Statement) -> Statement:
    """The draft's statement, with what a claim of the same number cannot contradict left out.

    A sign that several currencies share is that of the claim. A period that depends on the day of reading says nothing,
    nor does one that both call by the same year; nor what a change is measured against, unless it is named, nor a scope
    of which the claim is silent. A percentage has no prices, and a claim that calls its whole a total leaves open of
    what.
    """
    one, other = mine.claim, theirs.claim
    if one.figure.kind is not other.figure.kind:
        return mine
    if not printed.digits(one.figure, other.figure) and not _is_converted(one.figure, other.figure):
        return mine
    basis, figure = one.basis, one.figure
    if _is_one_dollar(one, other):
        figure = replace(figure, unit=other.figure.unit)
    if basis.period is not None and _leaves_open(mine, theirs):
        basis = replace(basis, period=None)
    if basis.baseline is not None and not _NAMED.search(basis.baseline.value) and not _are_of_two_spans(one, other):
        basis = replace(basis, baseline=None)
    if basis.scope is not None and other.basis.scope is None:
        basis = replace(basis, scope=None)
    if figure.kind is Kind.PERCENTAGE:
        basis = replace(basis, price=None)
        if not matter.words(other.basis.value("denominator") or "") - matter.GENERAL:
            basis = replace(basis, denominator=None)
    return replace(mine, claim=replace(one, figure=figure, basis=basis))


def _are_of_two_spans(one: Claim, other: Claim) -> bool:
    """Whether one is measured from a year before, and the other from a month or the month or quarter before."""
    said = [claim.basis.value("baseline") or "" for claim in (one, other)]
    return any(first == "a year earlier" and _SHORT_SPAN.fullmatch(last) for first, last in (said, said[::-1]))


def in_dollars_of(claim: Claim, printed: Iterable[Claim]) -> Claim:
    """A figure of a draft in the dollars of its articles, where it does not say in which, and they print but one."""
    units = {one.figure.unit for one in printed if _is_dollars(one) and _may_be(claim, one)}
    return replace(claim, figure=replace(claim.figure, unit=units.pop())) if len(units) == 1 else claim


def _is_converted(one: Figure, other: Figure) -> bool:
    """Whether one is the other in another unit of the same measure: acres for hectares."""
    if one.kind is not Kind.QUANTITY or one.unit == other.unit or one.unit is None or other.unit is None:
        return False
    return units.factor(one.unit, other.unit) is not None and reach.allows(one, other)


def _is_one_dollar(one: Claim, other: Claim) -> bool:
    """Whether both are told in dollars, and nothing says of one that they are not those of the other."""
    return one.figure.unit != other.figure.unit and (_may_be(one, other) or _may_be(other, one))


def _may_be(one: Claim, other: Claim) -> bool:
    """Whether a bare dollar may be that of another sum: nothing says whose it is, or whose the other is, just as bare.

    Whose a bare one is, is told by the text around, and a draft of several stories has another than each article.
    """
    return _is_bare(one) and _is_dollars(other) and (one.figure.unit == _UNSAID or _is_bare(other))


def _is_dollars(claim: Claim) -> bool:
    return claim.figure.kind is Kind.MONEY and _DOLLARS.search(claim.surface) is not None


def _is_bare(claim: Claim) -> bool:
    """Whether a sum is printed in dollars, and its own words do not say whose."""
    sign = _DOLLARS.search(claim.surface)
    return claim.figure.kind is Kind.MONEY and sign is not None and not sign["which"]


def _leaves_open(mine: Statement, theirs: Statement) -> bool:
    """Whether the draft's own words name no year of its period, or one by which the claim's sentence calls its own.

    "This year" depends on the day of reading, but is not what an article calls next year. A month that the sentence
    calls by no year may be that of the article's own, but is no year or quarter that ends with it.
    """
    said = _period(mine)
    if said is None:
        return False
    years, other = set(_YEAR.findall(said)), _period(theirs) or ""
    if _YEAR_TOLD.fullmatch(said) and mine.claim.basis.period is not None:  # the draft itself tells which
        years = set(_YEAR.findall(mine.claim.basis.period.value))
    if is_one_month_of_many(mine, theirs):
        return False
    if not years:
        are_years = all(_THAT_YEAR.fullmatch(one) for one in (said, other))
        return not are_years or said.lower() == other.lower()
    called = set(_YEAR.findall(other))
    if called or theirs.published is None:
        return bool(years & called)
    return str(theirs.published.year) in years and bool(set(_MONTH.findall(said)) & set(_MONTH.findall(other)))


def is_one_month_of_many(mine: Statement, theirs: Statement) -> bool:
    """Whether a draft tells a number of one month that its article gives for a year or a quarter up to that month."""
    said, other = _period(mine) or "", _period(theirs) or ""
    return _ONE_MONTH.fullmatch(said) is not None and _MONTHS_TO.search(other) is not None


def _period(statement: Statement) -> str | None:
    """The words of the sentence that say of which period a figure is."""
    claim = statement.claim
    stated = claim.basis.period
    if stated is None or stated.span is None:
        return None
    place = stated.span.shifted(-claim.sentence.start)
    return place.of(statement.text) if place.start >= 0 and place.end <= len(statement.text) else None

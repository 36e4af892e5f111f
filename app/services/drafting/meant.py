"""A figure of a draft as it may be meant beside a claim that prints its number: what the draft leaves open, is open."""

import re
from collections.abc import Iterable
from dataclasses import replace

from app.comparison.amounts import printed
from app.comparison.statement import Statement
from app.comparison.words import matter
from app.domain import calendar_names
from app.domain.claim import Claim
from app.domain.figure import Kind

_YEAR = re.compile(calendar_names.YEAR)
_THAT_YEAR = re.compile(r"(?:this|next|last) year", re.IGNORECASE)
_DOLLARS = re.compile(r"(?P<which>[A-Z]{0,3})\$")
_UNSAID = "USD"
"""What dollars are taken for of which nothing says whose they are."""


def beside(mine: Statement, theirs: Statement) -> Statement:
    """The draft's statement, with what a claim of the same number cannot contradict left out.

    A sign that several currencies share is that of the claim. A period that depends on the day of reading says nothing,
    nor does one that both call by the same year; nor a scope of which the claim is silent. A percentage has no prices,
    and a claim that calls its whole a total leaves open of what.
    """
    one, other = mine.claim, theirs.claim
    if one.figure.kind is not other.figure.kind or not printed.digits(one.figure, other.figure):
        return mine
    basis, figure = one.basis, one.figure
    if _is_one_dollar(one, other):
        figure = replace(figure, unit=other.figure.unit)
    if basis.period is not None and _leaves_open(mine, theirs):
        basis = replace(basis, period=None)
    if basis.scope is not None and other.basis.scope is None:
        basis = replace(basis, scope=None)
    if figure.kind is Kind.PERCENTAGE:
        basis = replace(basis, price=None)
        if not matter.words(other.basis.value("denominator") or "") - matter.GENERAL:
            basis = replace(basis, denominator=None)
    return replace(mine, claim=replace(one, figure=figure, basis=basis))


def in_dollars_of(claim: Claim, printed: Iterable[Claim]) -> Claim:
    """A figure of a draft in the dollars of its articles, where it does not say in which, and they print but one."""
    sign = _DOLLARS.search(claim.surface)
    if claim.figure.unit != _UNSAID or sign is None or sign["which"]:
        return claim
    units = {one.figure.unit for one in printed if one.figure.kind is Kind.MONEY and _DOLLARS.search(one.surface)}
    return replace(claim, figure=replace(claim.figure, unit=units.pop())) if len(units) == 1 else claim


def _is_one_dollar(one: Claim, other: Claim) -> bool:
    """Whether both are told in dollars, and nothing says of one that they are not those of the other."""
    if one.figure.kind is not Kind.MONEY or one.figure.unit == other.figure.unit:
        return False
    signs = [(each.figure.unit, _DOLLARS.search(each.surface)) for each in (one, other)]
    return all(sign for _, sign in signs) and any(
        sign is not None and not sign["which"] and unit == _UNSAID for unit, sign in signs
    )


def _leaves_open(mine: Statement, theirs: Statement) -> bool:
    """Whether the draft's own words name no year of its period, or one by which the claim's sentence calls its own.

    "This year" depends on the day of reading, but is not what an article calls next year.
    """
    said = _period(mine)
    if said is None:
        return False
    years, other = set(_YEAR.findall(said)), _period(theirs) or ""
    if not years:
        are_years = all(_THAT_YEAR.fullmatch(one) for one in (said, other))
        return not are_years or said.lower() == other.lower()
    return bool(years & set(_YEAR.findall(other)))


def _period(statement: Statement) -> str | None:
    """The words of the sentence that say of which period a figure is."""
    claim = statement.claim
    stated = claim.basis.period
    if stated is None or stated.span is None:
        return None
    place = stated.span.shifted(-claim.sentence.start)
    return place.of(statement.text) if place.start >= 0 and place.end <= len(statement.text) else None

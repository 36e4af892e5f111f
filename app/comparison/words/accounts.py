"""Under what head of the accounts a sum stands, by the words at the figure: a budget, a cost, a saving, what is left.

A saving or an overrun is no cost and no budget, whatever it is a saving on; what was set aside is not what it came to.
Only the words next to the figure count: of "£57m against a budget of £44m" the first is a cost and the second a budget.
"""

import re
from enum import StrEnum

from app.comparison.statement import Told
from app.comparison.words.hedges import HEDGE
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind


class Account(StrEnum):
    """What a sum of money is; the value is how a sentence says it after "is"."""

    SAVING = "a saving"
    INCREASE = "an increase"
    LEFT = "what is left"
    LENT = "what is lent or owed"
    BUDGET = "a budget"
    COST = "a cost"


CHANGES = frozenset({Account.SAVING, Account.INCREASE, Account.LEFT})
"""These say how far something moved, or what remains of it, and never how much it is."""

_HEDGES = rf"(?:(?:{HEDGE}|original|further|extra|another|total) ){{0,5}}"
_PLAN = r"(?:budgets?|estimates?|targets?|forecasts?|plan(?:ned)?|allocation|expected)"
_GRANT = r"(?:budgets?|funding package|funding envelope|envelope|allocation|allowance)"
_COST = r"(?:costs?|costing|bill|price(?: tag)?|spending|outturn|estimate)"
_NOT_ABOUT = r"(?!(?:for|of|on|in|from|against|compared|than|to|with|by|and|but|is|are|was|were|will|could|would)\b)"
_ON = r"(?:[^.;,()]|[.,](?=\d)){0,60}?"
_SET = r"(?:was|were|is|has been|had been) (?:increased|raised|cut|lifted|reduced|set|doubled|tripled|fixed)"
_NEEDS = r"(?:add(?:s|ed|ing)?|needs?|needed|requires?|costs?|costing|spend(?:s|ing)?|finds?)"
_SAVE = r"(?:sav(?:e|es|ed|ing)(?: (?:the |its |their |our )?[a-z]+s?)??|savings? (?:of|worth))"
_LED_TO = rf"(?:[^.;:(){SIGNS}\d]|(?<=[a-z ])\d(?![\d.,])){{0,80}}?"

_FORGIVEN = re.compile(rf"\b(?:forgiv|cancel|wip|writ|reliev|eliminat|eras)[a-z]* (?:off |out )?[^.;,{SIGNS}]{{0,30}}$")
"""What it costs to write a debt off is the debt."""

_PAYER = re.compile(r" to (?:the |its |their |our )(?:[a-z]+ )?budgets?(?= (?:came|was|is|amounted|will|would|has)\b)")
"""Whose budget pays it: a cost all the same."""

_AFTER: tuple[tuple[Account, str], ...] = (
    (Account.SAVING, r" (?:[a-z-]+ ){0,2}?(?:savings?|underspend|cut|reduction)\b"),
    (Account.SAVING, r",? (?:(?:will|would|could|to) )?(?:be )?saved\b| (?:less|lower|cheaper) than\b"),
    (Account.SAVING, rf" (?:under|below) (?:the |its |their )?(?:[a-z]+ )?{_PLAN}\b"),
    (
        Account.INCREASE,
        r" (?:[a-z-]+ )?(?:increase|rise|uplift|overspend|overrun)\b| (?:more|higher|dearer) (?:than|on|for|in)\b",
    ),
    (Account.INCREASE, rf" over (?:the |its |their )?(?:[a-z]+ )?{_PLAN}\b"),
    (Account.BUDGET, rf" (?:{_NOT_ABOUT}[a-z’'-]+ ){{0,4}}?{_GRANT}\b"),
    (Account.BUDGET, r",? (?:(?:was|were|is|are|had|been|has) )*(?:set aside|earmarked|allocated|budgeted)\b"),
    (Account.LEFT, r"(?: of| in)? (?:unspent|unused|uncommitted|unallocated|spare)\b|(?: in| of)? headroom\b"),
    (Account.LEFT, rf" (?:{_ON} )?(?:remains?|remained|(?:be |is |was )?left (?:in|over|unspent|unused)|unspent)\b"),
    (Account.LENT, r" (?:in|of) (?:[a-z’'-]+ ){0,4}?(?:loans|debts?|bonds|mortgages)\b"),
    (Account.COST, rf" (?:[a-z-]+ )?{_COST}\b"),
)
"""In this order: a saving on a budget is a saving."""
_BEFORE: tuple[tuple[Account, str], ...] = (
    (Account.SAVING, rf"\b(?:{_SAVE}|releasing|freeing up) {_HEDGES}$"),
    (Account.SAVING, rf"\b(?:underspen[dt]|savings?)\b{_LED_TO}\b(?:of|by|is|was|at) {_HEDGES}$"),
    (Account.INCREASE, rf"\b(?:overspend|overrun|increase|rise|uplift)\b{_LED_TO}\b(?:of|by|is|was|at) {_HEDGES}$"),
    (Account.INCREASE, rf"\b(?:overspen[dt]|overran) (?:by )?{_HEDGES}$"),
    (Account.INCREASE, rf"\b{_NEEDS} (?:an |a )?(?:extra|further|additional|another) $"),
    (Account.LEFT, rf"\b(?:unspent|unused|uncommitted|unallocated) {_HEDGES}$"),
    (
        Account.BUDGET,
        rf"\b(?:allocated|budgeted(?: at)?|earmarked|set aside|set the funding [^.;,{SIGNS}]{{0,40}}at) {_HEDGES}$",
    ),
    (Account.BUDGET, rf"\b{_GRANT}\b(?!{_LED_TO}\b{_COST}\b){_LED_TO}\b(?:of|is|was|at|to) {_HEDGES}$"),
    (
        Account.BUDGET,
        rf"^[^,.;{SIGNS}]*\b{_GRANT}(?:, which [^.;{SIGNS}]*,)? {_SET} (?:in \d{{4}} )?(?:to|at) {_HEDGES}$",
    ),
    (Account.COST, rf"\b{_COST}\b{_LED_TO}$"),
)
_READ_AFTER = tuple((account, re.compile(words)) for account, words in _AFTER)
_READ_BEFORE = tuple((account, re.compile(words)) for account, words in _BEFORE)


def read(figure: Figure, told: Told) -> Account | None:
    """The account of a sum of money, None where the words at the figure name none."""
    if figure.kind is not Kind.MONEY:
        return None
    after, before = told.after.lower(), _PAYER.sub("", told.before.lower())
    for account, words in _READ_AFTER:
        if words.match(after) and not (account is Account.LENT and _FORGIVEN.search(before)):
            return account
    return next((account for account, words in _READ_BEFORE if words.search(before)), None)

"""What a sum of money is to those who have it: what is spent, what comes in, a fine, a loss, what is carried.

One thing brings many sums with it: a port costs so much to build, takes so much in fees and carries goods worth so
much. Where the words that govern two sums give them natures that no one sum has, the two are of two things.
"""

import re
from enum import StrEnum

from app.comparison.statement import Told
from app.comparison.words import clauses
from app.comparison.words.hedges import HEDGES
from app.comparison.words.lexicon import Lexicon
from app.domain.figure import Figure, Kind


class Nature(StrEnum):
    """What a sum is; the value is how a sentence says it after "is"."""

    COST = "a cost"
    OUTLAY = "an outlay"
    SPENT = "what is spent"
    SUPPORT = "support"
    INCOME = "income"
    PROFIT = "a profit"
    TRADE = "what is traded or carried"
    PAY = "pay"
    FINE = "a fine"
    REDRESS = "a settlement or compensation"
    CLAIMS = "what insurers pay"
    LOSS = "a loss"
    DEBT = "a debt"
    REFUND = "what is given back"
    GAP = "a shortfall"
    GIFT = "what was given"
    VALUE = "a value"


_EARNS = r"earn(?:s|ed)?"
"""Said of pay, of profits, and of what a country sells abroad."""
_REPAIRS = r"repair(?:s|ing)?|restor(?:e|ing|ation)|replac(?:e|ing)"
_WORKS = (
    r"(?:re)?(?:build(?:ing)?|built)|construct(?:ing|ion)|refurbish(?:ing|ment)?|renovat(?:e|ing|ion)"
    rf"|{_REPAIRS}|clear(?:ing)?[ -]up|clean(?:ing)?[ -]up"
)
"""What costs these is laid out on something; what it costs to repair a thing is the damage too."""
_HEAD = (
    r"(?=\W*$|[^\w\s’'-]| #| (?:of|in|for|on|by|from|to|at|with|over|under|between|against|across|through|after|before"
    r"|a|an|the|per|each|every|and|or|that|which|worth|put|is|are|was|were|be|been|will|would|could|can|may|might|has|have"
    r"|had|costs?|costing|rose|fell|came|comes?|went|go(?:es)?|took|takes?|made|makes?|paid|pays?|reach(?:es)?|stood|stands?|[a-z]+ed)\b)"
)
"""What follows a noun that stands for itself: a cargo ship is no cargo."""


def _heads(words: str) -> str:
    return rf"(?:{words}){_HEAD}"


_WORDS = Lexicon(
    {
        Nature.COST: r"costs?|costing|bills?|price tag",
        Nature.SPENT: r"spend(?:s|ing)?|spent",
        Nature.OUTLAY: rf"invest(?:s|ed|ing)?|budgeted|set aside|allocated|{_WORKS}|"
        + _heads(r"investments?|outlays?|expenditure|budgets?"),
        Nature.SUPPORT: _heads(r"aid|grants?|subsid(?:y|ies)|bail-?outs?|rescue|relief|federal funds|funding"),
        Nature.INCOME: rf"{_EARNS}|brought in|brings in|s(?:old|ells|elling) [^.;,]{{0,40}}\bworth|"
        + _heads(r"revenues?|sales|turnover|takings|receipts|premiums|box office"),
        Nature.PROFIT: rf"{_EARNS}|" + _heads(r"profits?|dividends?|surplus(?:es)?"),
        Nature.TRADE: rf"{_EARNS}|exported|imported|"
        + _heads(r"freight|cargo(?:es)?|goods|merchandise|trade|exports?|imports?"),
        Nature.PAY: rf"in pay|{_EARNS}|" + _heads(r"salar(?:y|ies)|wages?"),
        Nature.FINE: r"fined|" + _heads(r"fines?|penalt(?:y|ies)"),
        Nature.REDRESS: r"settled?|settling|" + _heads(r"compensation|damages|reparations|redress|settlements?"),
        Nature.CLAIMS: r"insured|" + _heads(r"insurance|insurers?|reinsurers?|(?<!settle )(?<!resolve )claims"),
        Nature.LOSS: rf"{_REPAIRS}|lost|loses?|losing|stole|stolen"
        r"|(?:destroy(?:s|ed|ing)|ruin(?:s|ed|ing)) [^.;,]{0,40}\bworth|" + _heads(r"loss(?:es)?|damage|write-?downs?"),
        Nature.DEBT: r"borrow(?:s|ed|ing)?|" + _heads(r"debts?|loans?|bonds?"),
        Nature.REFUND: r"g(?:ave|iven?|ives|iving) back|refund(?:s|ed|ing)?|reimburs(?:es?|ed|ing)|paid back|repaid",
        Nature.GAP: _heads(r"deficits?|shortfalls?"),
        Nature.GIFT: r"donated|" + _heads(r"donations?|gifts?|bequests?"),
        Nature.VALUE: r"valued|" + _heads(r"valuation|market value"),
    }
)
_IS_WORKS = re.compile(rf"\b(?:{_WORKS})\b")
_NOUN_AFTER = re.compile(r"(?: (?:a|per|each|every) [a-z]+)?(?: worth)? (?:in|of|as|from|at) ((?:[\w’'-]+ ?){1,4})")
"""What a sum is said to be in or from: £5m in fines, £9m a year from sales."""
_OBJECT = re.compile(r"(?: (?:a|per|each|every) [a-z]+)? (?:on|for) ((?:[\w’'-]+ ?){1,4})")
"""What it is spent on or what it is for."""
_TAKEN = re.compile(rf"\b(?:took|taken|grossed)(?: in)? {HEDGES}$")
_WORTH = re.compile(rf"\b(?:is|are|was|were) worth {HEDGES}$")
_DEALS = re.compile(
    r"\b(?:deals?|contracts?|packages?|agreements?|treat(?:y|ies)|leases?|orders?|schemes?|projects?)\b"
)
"""These are worth what is paid for them."""
_REACH = 60
"""Characters before a sum in which the word that governs it is looked for."""

_ONE_SUM: tuple[frozenset[Nature], ...] = (
    frozenset({Nature.COST, Nature.OUTLAY, Nature.SPENT, Nature.SUPPORT, Nature.REDRESS, Nature.DEBT}),
    frozenset({Nature.COST, Nature.LOSS, Nature.VALUE}),
    frozenset({Nature.LOSS, Nature.CLAIMS, Nature.VALUE, Nature.REDRESS}),
    frozenset({Nature.LOSS, Nature.DEBT, Nature.GAP}),
    frozenset({Nature.COST, Nature.REDRESS, Nature.REFUND, Nature.SUPPORT}),
    frozenset({Nature.SUPPORT, Nature.GIFT}),
    frozenset({Nature.GIFT, Nature.INCOME}),
    frozenset({Nature.SPENT, Nature.INCOME, Nature.TRADE}),
)
"""Natures that people give one and the same sum: what shoppers spend is the shops' sales."""


def read(figure: Figure, told: Told) -> frozenset[Nature]:
    """The natures that the words at a sum of money give it; empty where they give none.

    What it is said to be in ("£5m in fines") goes before the last word that leads up to it. Of a cost, which any sum is
    to somebody, all that its clause names counts.
    """
    if figure.kind is not Kind.MONEY:
        return frozenset()
    after, before = clauses.after(told, clauses.PHRASE), told.clause_before[-_REACH:]
    noun, use = _NOUN_AFTER.match(after), _OBJECT.match(after)
    if found := _WORDS.named(told.surface.lower()) or (_WORDS.named(noun[1]) if noun else frozenset()):
        return frozenset(map(Nature, found))
    found = _WORDS.last(before)
    if not found and _TAKEN.search(before):
        return frozenset({Nature.INCOME})
    if not found and _WORTH.search(before) and not _DEALS.search(before):
        return frozenset({Nature.VALUE})
    if Nature.COST in found:
        named = _WORDS.named(told.clause)
        found = named - {Nature.COST} if _IS_WORKS.search(told.clause) else named
    elif use is not None and not found.isdisjoint((Nature.SPENT, Nature.OUTLAY)):
        found |= _WORDS.named(use[1])
    return frozenset(map(Nature, found))


def differ(one: frozenset[Nature], other: frozenset[Nature]) -> bool:
    """Whether no one sum can have a nature of each."""
    if not one or not other or one & other:
        return False
    return not any(row & one and row & other for row in _ONE_SUM)


def said(natures: frozenset[Nature]) -> str:
    """How a sentence says them after "is"."""
    return " or ".join(nature.value for nature in Nature if nature in natures)

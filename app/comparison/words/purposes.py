"""What a sum of money is for or made of, where the words say so: rent, training, an advertising campaign, takings.

Payments for two purposes are two payments, whatever else they share. Only purposes of the list count, and only where
the two texts name none in common: people call one payment a cost, a bill and a deal, but no rent an advertisement.
"""

from app.comparison.statement import Told
from app.comparison.words import clauses
from app.comparison.words.lexicon import Lexicon
from app.domain.figure import Figure, Kind

_PURPOSES = Lexicon(
    {
        "rent": r"rents?|rentals?",
        "development": r"development",
        "compensation": r"compensation|paid out|redress|damages|reparations|payouts?|compensate",
        "legal costs": r"legal (?:fees?|costs?|bills?|advice)|lawyers?|solicitors?|barristers?",
        "repairs": r"repairs?|repairing|maintenance|maintaining|upkeep|refurbishment|renovat(?:ion|ing)",
        "running": r"to run|running costs?|to operate|operating costs?|maintenance|maintaining|upkeep",
        "construction": r"to build|building costs?|construction|constructing|developments?",
        "training": r"training|to train|apprenticeships?|bursar(?:y|ies)|scholarships?",
        "advertising": r"advertis(?:ing|ements?)|marketing|publicity",
        "fundraising": r"fundraising|raising funds",
        "pay": r"salar(?:y|ies)|wages?|pay bill|payroll|staff costs?",
        "bonuses": r"bonus(?:es)?",
        "consultants": r"consultants?|consultancy",
        "fuel": r"fuel|diesel|petrol",
        "food": r"food|meals|catering",
        "equipment": r"equipment|machinery",
        "resettlement": r"resettlement|resettl(?:e|ing)",
        "worth": r"valued|valuation|market value|market capitali[sz]ation",
        "takings": r"sales|revenues?|turnover|takings",
        "fine": r"fines?|fined|penalt(?:y|ies)",
        "licence": r"licen[cs]es?|permits?",
        "prize": r"prizes?|prize money|winnings|jackpot",
        "gift": r"donat(?:ed|ions?)|gifts?|bequests?|bequeathed|legac(?:y|ies)|crowdfund(?:ed|er|ing)",
        "tickets": r"tickets?|admission|box office|gate receipts",
        "insurance": r"insurance|insurers?|premiums?",
        "ransom": r"ransoms?|bribes?|kickbacks?",
        "tax": r"tax (?:bill|demand)s?|business rates|council tax|stamp duty",
        "budget": r"(?<!over )(?<!over its )budgets?",
        "overspend": r"overspen[dt]\w*|over(?: its)? budget|overruns?|overran",
        "settlement": r"(?:settle|resolve)(?:s|d|ments?)?|settling|resolving",
        "liability": r"liabilit(?:y|ies)|liable",
        "clean-up": r"clean(?:ing|ed)?(?:[ -]up)?|decontamination|decommissioning",
    }
)
_AFTER, _BEFORE = 50, 60
"""How many characters after and before a sum its purpose is looked for."""


def read(figure: Figure, told: Told) -> frozenset[str]:
    """The purposes named beside a sum of money: those after it, else those before it; empty where none is."""
    if figure.kind is not Kind.MONEY:
        return frozenset()
    after = clauses.after(told, clauses.PHRASE)[:_AFTER]
    before = clauses.before(told, clauses.PHRASE)[-_BEFORE:]
    return _PURPOSES.named(after) or _PURPOSES.named(before)


def differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both texts name purposes, and none is named by both."""
    return bool(one and other) and one.isdisjoint(other)

"""Amounts that name no currency, told by the words around them ("nearly 200m a year", "28 billion fund")."""

import re
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.extraction.money.currency_table import NAMES, PLURALS
from app.extraction.numbers import rates
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.numbers.ranges import CHANGES
from app.extraction.word_sets import any_of

_MONEY_NOUN = (
    r"(?:funds?|budgets?|deals?|packages?|loans?|bailouts?|grants?|contracts?|investments?|debts?|deficits?|bills?|"
    r"fines?|lawsuits?|settlements?|rescue|bonds?|wealth|portfolio|acquisition|takeover|buyout|valuation|revenues?|"
    r"profits?|loss(?:es)?|subsid(?:y|ies)|stimulus|surplus|black hole|tax (?:cut|rise|bill)|aid package|spending|"
    r"savings?|payments?|refund|rent)"
)
_NOUN_AFTER = re.compile(rf"(?:\s|-)(?:[A-Za-z’'-]+\s){{0,3}}?{_MONEY_NOUN}\b", re.IGNORECASE)
_IN_MONEY = re.compile(
    r"\s+(?:in|of) (?:[\w-]+ )?(?:subsid(?:y|ies)|grants|loans|funding|aid|savings|debts?|tax(?:es)?|revenues?|fines|"
    r"compensation|damages|bonuses|dividends|payments|spending|investments?|bonds)\b",
    re.IGNORECASE,
)
# "3 million farmers seeking new loans".
_DOING = re.compile(r"[a-z]s [a-z]+(?:ing|ed) ")
_STOP = re.compile(
    r"\b(?:who|whose|which|that|people|men|women|children|users|votes?|tonnes?|barrels|homes|jobs|members|of|to|in|and|by|with|for)\b",
    re.IGNORECASE,
)
_VERB_BEFORE = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|costs?|costing|spen[dt]s?|spending|shell(?:s|ed|ing)? out|fork(?:s|ed|ing)? out|worth|"
    r"priced at|valued at|invest(?:s|ed|ing)?|budget(?:ed)?(?: of| at)?|price tag of|bill of|fund of|deal of|"
    r"debts? of|losses of|revenues? of|interest of|fine of|penalty of|turnover of|income of|profits? of|fined|owes?|"
    r"owed|made|makes?|earn(?:s|ed|ing)?|got|sav(?:e|es|ed)|lost|borrow(?:s|ed|ing)?|donat(?:e|es|ed|ing)|"
    r"raised)\s+(?:(?:about|around|nearly|almost|over|more than|up to|"
    r"at least|just|some|roughly|only|another|an extra|an estimated|out|us|them|it|him|her)\s+){0,3}\Z",
    re.IGNORECASE,
)
_COUNT_AFTER = re.compile(
    r"\s+(?!(?:an?|per|each|every|this|last|next|for|on|over|in|to|by|from|of|more|less|extra|so|as|at|but|and|or|if|"
    r"when|which|that|is|was|are|were|has|had|have|pays|gets|goes|went|could|may|will|would|since|because|while|just|"
    r"we|it|they|he|she|you|I)\b)[A-Za-z]"
)
# In talk, "100bn for a railway" and "another 22bn in the budget" are money, as is "on 210k".
_SPENT_AFTER = re.compile(
    r"\s+(?:for|on|to (?!\d)[a-z]+|in (?:the )?(?:budget|funding|aid|cash|debt|cuts|spending)|extra|wasted|down the)\b"
)
_COUNTED_BEFORE = re.compile(
    r"\b(?:population|people|users|customers|barrels|tonnes|tons|downloads|views|visits|journeys|letters|numbers?|"
    r"parcels|doses|trees|messages|searches|passengers?|units|shares|workforce|membership|lists?|backlog)\b",
    re.IGNORECASE,
)
_PAID = re.compile(
    r"\b(?:on|cost|costs|paid|pay|rent|salary|deposit|fees?|fine|quoted|netted|grossed|earned|made) "
    r"(?:me |us |him |her |them )?(?:about |around |over |nearly |up to )?\Z",
    re.IGNORECASE,
)
_NAMES = any_of([*NAMES, *PLURALS])
_SUM = rf"(?:[{SIGNS}]\d[\d.,]*\s?(?:m|bn|tn|million|billion|trillion)|(?:illion|\d(?:m|bn|tn)) (?:{_NAMES})s?)\b"
_SUM_MOVES = re.compile(
    rf"{_SUM}(?:(?:19|20)\d\d\b|[^.;!?\n{SIGNS}\d])*?\b{CHANGES} (?:to|from|past|beyond) "
    r"(?:about |around |nearly |over |almost )?\Z",
    re.IGNORECASE,
)
# "41m euros, of which 9m", "£41m last year, 9m of it".
_OF_SUM = re.compile(
    rf"{_SUM}(?:(?:19|20)\d\d\b|[^.;:!?\n{SIGNS}\d])*?,? (?P<of>(?:of (?:which|this|that),?"
    r"|(?:not|rather than|instead of|against|versus|(?:more|less|higher|lower) than|(?:up|down) from)(?: the)?) )?"
    r"(?:about |around |nearly |over |almost |some |only |just |at least |up to |more than )?\Z",
    re.IGNORECASE,
)
# "£1.2bn is booked, with another 3.6 billion expected".
_FURTHER_SUM = re.compile(
    rf"{_SUM}(?:(?:19|20)\d\d\b|[^.;:!?\n{SIGNS}\d])*?\b(?:and|plus|with) (?:another|an? (?:further|additional|extra)) "
    r"(?:about |around |nearly |over |almost |some |at least |up to |more than )?\Z",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\s+(?:expected|due|pledged|promised|planned|earmarked|committed|approved|forecast|budgeted|pencilled|spent|owed"
    r"|still|yet|available|coming)\b"
)
_OF_IT = re.compile(
    r"\s+of (?:it\b|(?:this|that|which)(?=[,.;)]|\s(?:is|was|has|had|will|went|goes|came|comes|on|for|to|in|from)\b))"
)
# "The MQ-9B is flown from afar", "the A320m".
_DESIGNATED = re.compile(r"[A-Z]-?\Z")
_CLAUSE = 120
_MILLION, _BILLION = Decimal("1E6"), Decimal("1E9")
_PAY_AFTER = re.compile(r"\s+(?:plus|basic|salary|salaries|pa|with)\b")
_SHORT = 5  # "bn", " bil"
_SALARY = (Decimal(15), Decimal(999))


def is_spending(text: str, number: Number) -> bool:
    """Whether the words around a number alone make it money: in millions or more, or in thousands with a period."""
    if number.shape != "words" and _DESIGNATED.search(text[max(0, number.start - 2) : number.start]):
        return False
    if number.vague or number.letter in ("t", "T", "mm", "MM") or text[number.end : number.end + 1].isalpha():
        return False
    if number.scale == ONE and number.shape != "words":
        return False
    if 0 < number.end - number.digits_end < 4:  # "nearly 200m a year", "10k a year"
        rate = rates.after(text, number.end, filler=True)
        if rate is not None and rate.per in ("year", "month", "week", "day"):
            return True
    before = text[max(0, number.start - 64) : number.start]
    if number.letter in ("k", "K") and _SALARY[0] <= number.mantissa <= _SALARY[1]:
        return _PAID.search(before) is not None and (
            _COUNT_AFTER.match(text, number.end) is None or _PAY_AFTER.match(text, number.end) is not None
        )
    if number.low < _MILLION:
        return False
    noun = _NOUN_AFTER.match(text, number.end)
    if noun and not _STOP.search(noun.group()) and not _DOING.search(noun.group()):
        return True
    if number.low >= _BILLION and _IN_MONEY.match(text, number.end):
        return True
    if _is_further(text, number):
        return True
    if _COUNT_AFTER.match(text, number.end):
        return False
    if number.low >= _BILLION and number.end - number.digits_end < _SHORT and _SPENT_AFTER.match(text, number.end):
        return _COUNTED_BEFORE.search(before.rpartition(". ")[2]) is None
    return _VERB_BEFORE.search(before) is not None or _moves_on(text, number) or _is_part(text, number)


def _moves_on(text: str, number: Number) -> bool:
    """Whether a sum moves to or from a number: "costs of 8 billion euros may grow to 31 billion by 2035"."""
    before = text[max(0, number.start - _CLAUSE) : number.start]
    match = _SUM_MOVES.search(before)
    return match is not None and _COUNTED_BEFORE.search(match.group()) is None


def _is_part(text: str, number: Number) -> bool:
    """Whether a number is a part of the sum before it: "41 million euros, of which 9 million is secured"."""
    match = _OF_SUM.search(text[max(0, number.start - _CLAUSE) : number.start])
    return match is not None and (match["of"] is not None or _OF_IT.match(text, number.end) is not None)


def _is_further(text: str, number: Number) -> bool:
    """Whether a number is added to the sum before it."""
    match = _FURTHER_SUM.search(text[max(0, number.start - _CLAUSE) : number.start])
    if match is None or _COUNTED_BEFORE.search(match.group()):
        return False
    return _MEANT.match(text, number.end) is not None or _COUNT_AFTER.match(text, number.end) is None

"""Amounts that name no currency, told by the words around them ("nearly 200m a year", "28 billion fund")."""

import re
from decimal import Decimal

from app.extraction import rates
from app.extraction.numbers import ONE, Number

_MONEY_NOUN = (
    r"(?:funds?|budgets?|deals?|packages?|loans?|bailouts?|grants?|contracts?|investments?|debts?|deficits?|bills?|"
    r"fines?|lawsuits?|settlements?|rescue|bonds?|wealth|portfolio|acquisition|takeover|buyout|valuation|revenues?|"
    r"profits?|loss(?:es)?|subsid(?:y|ies)|stimulus|surplus|black hole|tax (?:cut|rise|bill)|aid package|spending|"
    r"savings?|payments?|refund|rent)"
)
_NOUN_AFTER = re.compile(rf"(?:\s|-)(?:[A-Za-z’'-]+\s){{0,3}}?{_MONEY_NOUN}\b", re.IGNORECASE)
_STOP = re.compile(
    r"\b(?:people|men|women|children|users|votes?|tonnes?|barrels|homes|jobs|members|of|to|in|and|by|with|for)\b",
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
_MILLION = Decimal("1E6")


def is_spending(text: str, number: Number) -> bool:
    """Whether the words around a number alone make it money: in millions or more, or in thousands with a period."""
    if number.vague or number.letter in ("t", "T", "mm", "MM") or text[number.end : number.end + 1].isalpha():
        return False
    if number.scale == ONE and number.shape != "words":
        return False
    if 0 < number.end - number.digits_end < 4:  # "nearly 200m a year", "10k a year"
        rate = rates.after(text, number.end, filler=True)
        if rate is not None and rate.per in ("year", "month", "week", "day"):
            return True
    if number.low < _MILLION:
        return False
    if noun := _NOUN_AFTER.match(text, number.end):
        return not _STOP.search(noun.group())
    if _COUNT_AFTER.match(text, number.end):
        return False
    return _VERB_BEFORE.search(text[max(0, number.start - 64) : number.start]) is not None

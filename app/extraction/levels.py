"""Where a counted thing stands: "deaths reached 61", "the number of missing was now 31", "the toll rose to 98"."""

import re

from app.extraction import nouns
from app.extraction.noun_words import BEFELL

_VERB = (
    r"(?:(?:has|have|had|was|were|is|are|could|may|might|will|would) )?(?:(?:now|already|since|currently|officially|"
    r"later|then|today|eventually|been) )*(?:(?:reach(?:es|ed|ing)?|hits?|hitting|total(?:s|led|ed|ling)?|"
    r"averag(?:e[sd]?|ing)|number(?:s|ed|ing)?|exceed(?:s|ed)?|st(?:ood|ands?|anding) at|remain(?:s|ed|ing) at|"
    r"(?:put|raised|revised|lowered|updated|cut|set|estimated|placed|capped) (?:up |down |upwards? |"
    r"downwards? )?(?:to|at)|"
    r"(?:r[oi]s\w+|climb\w*|gr[eo]w\w*|jump\w*|soar\w*|surg\w+|swell\w*|swollen|increas\w+|doubl\w+|f[ae]ll\w*|drop\w*|"
    r"declin\w+|dipp?\w*|went up|gone up|edged up|ticked up|crept up|shr[aiu]nk) (?:sharply |steadily |slightly |"
    r"again )?"
    r"(?:to|from|past|above|below|beyond|by))|{be})(?: (?:now|only|just|currently|still|already|then|again))?\s+\Z"
)
_BE = r"was|were|is|are|be|at|of"
# What these count is nearly always worth a claim; the unit of a toll is people.
_COUNTER = re.compile(
    r"\b(?:(?:number|numbers|count) of (?P<those>[a-z][\w’' -]{2,40}?)|"
    r"(?:(?P<people>numbers? who [a-z][\w’' -]{2,40}?|toll|headcount|population|workforce)|turnout|membership|"
    r"attendance|audience|electorate|list|backlog|caseload|tally|count|figure|total|estimate|fleet|"
    r"circulation|queue|numbers?|majority)(?: (?:of|for|in|from|among|on|at) (?!the end)[a-z][\w’' -]{2,30}?)?)"
    rf" {_VERB.format(be=_BE)}",
    re.IGNORECASE,
)
# A plural itself, at the head of its clause with no more than two words before it.
_PLURAL = re.compile(
    rf"(?:\A|[.!?,;:\n“\"(]|\b(?:and|but|while|as)\b)\s*(?:[A-Za-z][a-z-]* ){{0,2}}?(?P<noun>(?:(?<![a-z] )[A-Z]|[a-z])"
    rf"[a-z]{{3,20}}s)(?: (?:in|from|at|on|of|among|across|by) (?:[\w’'-]+ ){{1,4}}?| ){_VERB.format(be='(?!)')}"
)
# Plurals that are measured or paid, not counted.
_GAUGE_WORDS = (
    "temperatures prices rates yields shares stocks scores points costs revenues profits losses earnings exports "
    "imports ratings levels odds winds gusts speeds sales takings wages debts rents bonds futures talks hours years "
    "months weeks days averages percentages premiums fares fees bills incomes payments duties tariffs taxes highs "
    "lows payrolls reserves values outflows inflows bets expectations estimates margins depths heights lengths weights "
    "waters rivers ages marks standards savings funds assets spreads indices always perhaps news means times this "
    "his gains numbers figures lists queues crowds audiences backlogs"
)
_GAUGES = frozenset(_GAUGE_WORDS.split())
_ANNOUNCED = re.compile(
    r",\s+(?:the|its|their|his|her) (?:[a-z]+ ){0,2}"
    r"(?:number|population|total|audience|waiting list|turnout|workforce)\b"
)
_LOOK = 110
# "The toll rose by three to 29", "bringing the total in the outbreak to 312".
_BY = re.compile(r"\bby (?:[a-z]+|\d[\d,.]*) to\s+\Z", re.IGNORECASE)
_BROUGHT = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|t(?:ake|akes|aking|ook)|push(?:es|ed|ing)?|rais(?:es|ed|ing)|lift(?:s|ed|ing)?|"
    r"cut(?:s|ting)?) (?:the|its|their|his|her) (?:[\w’'-]+ ){0,3}?(?:(?P<people>toll|headcount|population|workforce)|"
    r"total|tally|number|count|membership|fleet|estate|portfolio|caseload|backlog|list)(?: [\w’'-]+){0,8}? to\s+\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.!?;][\"’”)]?\s|\n|\d")


def unit(text: str, start: int) -> tuple[bool, str | None]:
    """Whether the words before `start` say where a count stands, and of what (singular; None where they do not say)."""
    left = _BY.sub("to ", text[max(0, start - _LOOK) : start])
    left = _CLAUSE.split(left)[-1]
    if match := _COUNTER.search(left):
        if match["those"]:
            return True, _named(match["those"])
        return True, "person" if match["people"] else None
    if match := _BROUGHT.search(left):
        return True, "person" if match["people"] else None
    match = _PLURAL.search(left)
    if match is None or match["noun"].lower() in _GAUGES or not nouns.is_plural(match["noun"].lower()):
        return False, None
    return True, nouns.singular(match["noun"])


def announced(text: str, end: int) -> bool:
    """Whether the words after a number say that it counts: "at 1.2m, the number of vacancies"."""
    return _ANNOUNCED.match(text, end) is not None


def _named(phrase: str) -> str | None:
    """The thing counted in "deaths in the town", "missing", "people out of work"."""
    words = phrase.lower().split()
    if not BEFELL.isdisjoint(words):
        return "person"
    return next((nouns.singular(word) for word in words if nouns.is_plural(word)), None)

"""Where a counted thing stands: "deaths reached 61", "the number of missing was now 31", "the toll rose to 98"."""

import re

from app.extraction.quantities import nouns
from app.extraction.quantities.noun_words import BEFELL, PEOPLE

_VERB = (
    r"(?:(?:has|have|had|was|were|is|are|could|may|might|will|would) )?(?:(?:now|already|since|currently|officially|"
    r"later|then|today|eventually|been) )*(?:(?:reach(?:es|ed|ing)?|hits?|hitting|total(?:s|led|ed|ling)?|"
    r"averag(?:e[sd]?|ing)|number(?:s|ed|ing)?|exceed(?:s|ed)?|"
    r"(?:peak(?:s|ed|ing)|came|com(?:es|ing)) (?:at|to)|st(?:ood|ands?|anding) at|remain(?:s|ed|ing) at|"
    r"(?:put|raised|revised|lowered|updated|cut|set|estimated|placed|capped) (?:up |down |upwards? |"
    r"downwards? )?(?:to|at)|"
    r"(?:r[oi]s\w+|climb\w*|gr[eo]w\w*|jump\w*|soar\w*|surg\w+|swell\w*|swollen|increas\w+|doubl\w+|f[ae]ll\w*|drop\w*|"
    r"declin\w+|plung\w+|plummet\w*|slump\w*|tumbl\w+|dipp?\w*|"
    r"went up|gone up|edged up|ticked up|crept up|shr[aiu]nk) (?:sharply |steadily |slightly |"
    r"again )?"
    r"(?:to|from|past|above|below|beyond|by))|{be})(?: (?:now|only|just|currently|still|already|then|again))?\s+\Z"
)
_BE = r"was|were|is|are|be|at|of|pass(?:es|ed)|top(?:s|ped)|surpass(?:es|ed)|cross(?:es|ed)|breach(?:es|ed)"
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
    rf"[a-z]{{2,20}}s)(?: per (?P<per>[\w’'-]+))?"
    rf"(?: (?:in|from|at|on|of|among|across|by|against|involving|under|for|to|with) (?:[\w’'-]+ ){{1,4}}?| )"
    rf"{_VERB.format(be='(?!)')}"
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
_NAMED = r"(?P<those>(?:[a-z][\w’'&-]* ){0,5}[a-z][\w’'&-]*)"
# "The number of swans on the lake stood at a record 4,120", "a rise of 3 million in the number of insured drivers".
_NUMBER_OF = re.compile(
    rf"\b(?:(?P<whose>[a-z]{{3,}}) numbers\b(?! of\b)|(?:numbers?|backlog|queue|list) of {_NAMED}|"
    r"numbers? (?:who|waiting|awaiting|seeking|claiming|living|sleeping|attending|arriving|crossing|studying|employed|"
    r"unemployed|homeless|out of work|in work)\b|"
    r"(?:net )?(?:im|e)?migration\b(?! (?:act|bill|fees?|rules|staff))|unemployment\b(?! (?:benefits?|rate)))",
    re.IGNORECASE,
)
_IN_NUMBER = re.compile(rf"\s+(?:in|to) (?:the |its )?(?:total |overall )?number of {_NAMED}", re.IGNORECASE)
_TURNS = re.compile(r"[.!?;][\"’”)]?\s|\n|,? (?:while|but|whereas) ")
_SENTENCE = 240
_LOOK = 110
# "The toll rose by three to 29", "deaths fell 9% to 29", "bringing the total in the outbreak to 312".
_BY = re.compile(
    r"\b(?:by (?:[a-z]+|\d[\d,.]*)|(?:by )?(?:about |around |nearly |almost )?\d[\d,.]*(?: ?%| per ?cent)) to\s+\Z",
    re.IGNORECASE,
)
_BROUGHT = re.compile(
    r"\b(?:br(?:ing|ings|inging|ought)|t(?:ake|akes|aking|ook)|push(?:es|ed|ing)?|rais(?:es|ed|ing)|lift(?:s|ed|ing)?|"
    r"cut(?:s|ting)?) (?:the|its|their|his|her) (?:[\w’'-]+ ){0,3}?(?:(?P<people>toll|headcount|population|workforce)|"
    r"total|tally|number|count|membership|fleet|estate|portfolio|caseload|backlog|list)(?: [\w’'-]+){0,8}? to\s+\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[.!?;][\"’”)]?\s|\n|\d")
# "A 26% rise to 723 in thefts".
_AFTER_MOVE = re.compile(
    r"(?:%|\bper ?cent) (?:[a-z]+ )?(?:rise|increase|jump|surge|fall|drop|decline|decrease|reduction|growth) to\s+\Z"
)
_MOVED_IN = re.compile(rf"\s+in (?:the |its |their )?(?:number of )?{_NAMED}")


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
    noun = nouns.singular(match["noun"])
    return True, f"{noun} per {match['per'].lower()}" if match["per"] else noun


def told(text: str, start: int, end: int) -> str | None:
    """The thing that the clause counts, for a number of it that stands apart; None where the words name none."""
    if match := _IN_NUMBER.match(text, end):
        return _named(match["those"])
    clause = _TURNS.split(text[max(0, start - _SENTENCE) : start])[-1]
    *_, last = (None, *_NUMBER_OF.finditer(clause))
    if last is None:
        return None
    if last["whose"]:  # "pupil numbers"
        return last["whose"].lower() if last["whose"].lower() in PEOPLE else None
    return _named(last["those"]) if last["those"] else "person"


def moved(text: str, start: int, end: int) -> tuple[bool, str | None]:
    """Whether the words around a number say that a count moved to it, and of what: "a 26% rise to 723 in thefts"."""
    match = _MOVED_IN.match(text, end) if _AFTER_MOVE.search(text[max(0, start - _LOOK) : start]) else None
    return match is not None, _named(match["those"]) if match else None


def announced(text: str, end: int) -> bool:
    """Whether the words after a number say that it counts: "at 1.2m, the number of vacancies"."""
    return _ANNOUNCED.match(text, end) is not None


def _named(phrase: str) -> str | None:
    """The thing counted in "deaths in the town", "missing", "people out of work"."""
    words = [word.lower() for word in phrase.split() if not word.isupper()]
    if not BEFELL.isdisjoint(words):
        return "person"
    pairs = zip(("", *words), words, strict=False)
    noun = next((nouns.of_word(before, word) for before, word in pairs if nouns.is_plural(word)), None)
    return f"{noun} per {words[-1]}" if noun and words[-2:-1] == ["per"] else noun

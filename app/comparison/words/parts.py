"""What a sum of money is for, by the words at the figure: Phase One, rolling stock, land, a station.

Whatever else two sums share, one that is for a part and one that is for the whole are no two figures of one thing. One
thing goes by many names, so a purpose counts only where the other text has none of its words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.statement import Told
from app.comparison.words import likeness, matter
from app.comparison.words.hedges import HEDGES
from app.domain.calendar_names import MONTH
from app.domain.currency_signs import SIGNS
from app.domain.figure import Figure, Kind

_LARGER = Decimal("1.5")
"""Times that a whole is the part of it, at least: two names of one thing come with figures that lie closer."""
_SAID_FOR = "for “{}”"
_LONGEST = 6
"""Words of a purpose."""
_BREAK = re.compile(rf"[;:()\t\n“”\"{SIGNS}]|[.,](?!\d)|\band\b(?= (?:the |a )?[{SIGNS}\d])")
_STOP = re.compile(
    r"\b(?:is|are|was|were|be|been|being|has|have|had|having|will|would|could|may|might|should|can|that|which|who|but"
    r"|while|as|if|unless|when|because|since|than|not|now|at|by|from|for|with|under|against|during|before|after|until|per|due"
    r"|on|compared|spent|set|in|to|last|next|this)\b"
)
_SUM = r"(?:money|sum|amount|total|costs?|bill|price|spending|damage|loss(?:es)?)"
_COST = r"(?:costs?|price|bill|spending|outlay|expenditure)"
_WITHIN = re.compile(r"\b(?:of|and|the|its|their)\b")
_ASIDE = re.compile(r" \([^)]*\)")
_FOR = re.compile(
    rf" (?:worth )?(?:(?:[a-z’'-]+ )?(?:{_COST}|budget|grants?|contracts?|funding) )?(?:for|on|of|into) (.+)"
    rf"| (?:from|saved) [^.;,{SIGNS}]{{0,40}}?\binto (.+)"
)
_TO = re.compile(
    r" to ((?:build|buy|fix|repair|mend|clean|clear|secure|replace|install|upgrade|remove|restore|convert|extend"
    r"|compensate|complete|rebuild|electrify)\b.+)"
)
_NAMED = re.compile(r" ((?!(?:and|or|to|for|on|of|in|into|a|more|less|worth|[a-z]+ly)\b)[A-Za-z’'-]+.*)")
_DETERMINED = re.compile(r"\b(?:an?|the|its|their|his|her|our|own|original|includes?|and|[a-z]+['’]s) $", re.IGNORECASE)
"""What stands before a sum where the noun after it is narrowed by it: the £269 million hall."""
_COST_OF = re.compile(
    rf".*\b{_COST} (?:to [^.;:(){SIGNS}]{{3,25}}? )?(?:of|for|on) ([^.;:(){SIGNS}]{{3,90}})$", re.DOTALL
)
_PRICED = re.compile(
    rf"([^.;:(){SIGNS}]{{3,80}}?),? [(]?(?:(?:initially|originally) )?(?:estimated|put|valued|priced) at {HEDGES}$"
)
_LABEL = re.compile(rf"^([A-Z][^.{SIGNS}]{{2,60}}?)[:\t]+$")
_FROM_TO = re.compile(rf"\bfrom [{SIGNS}]?\d[\d.,]*(?: ?(?:bn|m|k|million|billion|thousand|pounds))* to $")
_FIGURES = re.compile(rf"[{SIGNS}\d][^{SIGNS}]*")
"""A figure with all up to the next sum of money."""
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to))\b")
_OF_A_SUM = re.compile(
    rf" (?:out of|of|from) (?:(?:the|its|their|that|total|an?|estimated) )*(?:[{SIGNS}]\d|on\b)"
    r"| (?:out )?of (?:that|this|the|its|their) (?:(?:total|whole|overall|annual|entire) )?"
    r"(?:costs?|bill|price|total|sum|estimate|budget|amount|spending)\b"
)
_AMONG = re.compile(
    rf"^of (?:the|its|their|that|this|all) (?:[\w’'-]+ ){{0,3}}?(?:{_SUM}|budget|package|aid)\b"
    rf"(?: of {HEDGES}[{SIGNS}]\d[\d.,]*(?<=\d) ?\w*)?[^.;,{SIGNS}]{{0,60}}, {HEDGES}$"
    rf"|\b(?:includes?|including|of which|adding(?: on)?|takes? (?:in|into account)) {HEDGES}$"
    rf"|\b(?:the|its|their) (?:other|rest|remainder|remaining)\b[^.;{SIGNS}]{{0,60}}$"
    r"|(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!weeks )(?<!day )(?<!days )\balone\b[^.;]{0,40}$"
    rf"|\b(?:not|nor)\b[^.;]{{0,25}}\binclude\b[^.;{SIGNS}]{{0,50}}$|\b(?:misses|leaves) out (?:the )?$"
)
_DEFINITE = re.compile(r"(?:the|this|that|its|their|an?)\b", re.IGNORECASE)
_ORDERS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5"}
_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
_SECTION = re.compile(
    rf"\b(?:(?P<order>{'|'.join(_ORDERS)}) (?:phase|stage|section|leg|tranche)"
    rf"|(?:phase|stage|section|tranche) (?P<number>\d[a-z]?|{'|'.join(_NUMBERS)})"
    r"|section(?= between| from)|\w+ern leg)\b(?!-)"
)
_NO_PURPOSE = re.compile(
    r"(?:the |a |an )?(?:\d|every|each|example|instance|all\b|years?|months?|weeks?|days?|average|top|time|it\b|them\b"
    rf"|him\b|her\b|us\b|those|one\b|\w+day\b|{MONTH.lower()}\b"
    r"|course|offer|sale|track)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a sum is for, as far as the words say."""

    named: str = ""
    """The purpose as a sentence has it after "is" ("for “rolling stock”"); empty where none is named."""
    words: frozenset[str] = frozenset()
    """Its words of meaning, without those by which a whole is called too."""
    section: str | None = None
    """The number of a phase or stage, "" for one without; None for what is none."""
    is_common: bool = False
    """A common noun is in it. A name alone, or "the bridge", may be another name of the same thing."""
    is_one_of_several: bool = False
    """It is said to be counted in with others, or left out of a larger sum."""
    text: frozenset[str] = frozenset()
    """The words of meaning of the whole text."""
    sections: frozenset[str] = frozenset()
    """The phases and stages that the text names."""

    def __bool__(self) -> bool:
        return bool(self.named) or self.is_one_of_several

    @property
    def said(self) -> str:
        """How a sentence says it, after "is"."""
        if self.named:
            return self.named
        return "one of several" if self.is_one_of_several else "for the whole, as far as stated"


def terms(told: Told) -> frozenset[str]:
    """The words of meaning about a figure, without those that are said of any."""
    return likeness.stems(told.around) - matter.GENERAL


def read(figure: Figure, told: Told) -> Part:
    """What the words at a sum of money say that it is for."""
    if figure.kind is not Kind.MONEY:
        return Part()
    text = likeness.stems(told.around)
    sections = frozenset(_number(match) for match in _SECTION.finditer(told.lower))
    several = _OF_A_SUM.match(told.after) is not None or _AMONG.search(told.before.lower()) is not None
    for phrase, form in _phrases(told):
        printed, section = _purpose(phrase)
        meant = likeness.stems(printed) - matter.GENERAL
        if section is None and (not meant or _NO_PURPOSE.match(printed.lower())):
            continue
        common = likeness.stems(" ".join(word for word in printed.split() if word.islower())) - matter.GENERAL
        if _DEFINITE.match(printed) and len(meant) == 1:
            common = frozenset()
        return Part(
            named=form.format(printed),
            words=meant,
            section=section,
            is_common=bool(common),
            is_one_of_several=several,
            text=text,
            sections=sections,
        )
    return Part(is_one_of_several=several, text=text, sections=sections)


def is_apart(one: Part, other: Part, times: Decimal) -> bool:
    """Whether the first of two sums is for something that the other, so many times as large, is not for."""
    if one.is_one_of_several and not other.is_one_of_several and times > 1:
        return True
    if one.section is not None:
        if other.section is not None:
            return one.section != other.section if one.section and other.section else not one.words & other.words
        return bool(other.named) or one.section not in other.sections
    if times < _LARGER or not one.named or one.words & other.text or other.words & one.text:
        return False
    return one.is_common or (other.section is None and other.is_common)


def _number(match: re.Match[str]) -> str:
    order, number = match["order"], match["number"]
    return _ORDERS.get(order or "", _NUMBERS.get(number or "", number or ""))


def _phrases(told: Told) -> Iterator[tuple[str, str]]:
    """Words that begin with a purpose, likeliest first, each with how a sentence says the purpose."""
    before, after = _FROM_TO.sub("", told.before), _ASIDE.sub("", told.after, count=1)
    is_narrowed = _DETERMINED.search(before) is not None
    if (label := _LABEL.search(before)) is not None:
        yield label[1], _SAID_FOR
    if is_narrowed and (noun := _NAMED.match(after)) is not None:
        yield noun[1], "the “{}”"
    if (use := _FOR.match(after)) is not None:
        yield use[1] or use[2], _SAID_FOR
    if (deed := _TO.match(after)) is not None:
        yield deed[1], "“to {}”"
    if not is_narrowed:
        if (priced := _PRICED.search(before)) is not None:
            yield _WITHIN.split(_STOP.split(priced[1])[-1])[-1], _SAID_FOR
        if (cost := _COST_OF.match(before)) is not None:
            yield cost[1], _SAID_FOR
    figures = [*_FIGURES.finditer(before)]
    if figures and _AGAINST.search(figures[-1][0]):
        before = before[: figures[-1].start()]
    clause = _BREAK.split(before)[-1]
    if (section := _SECTION.search(clause.lower())) is not None:
        yield clause[section.start() :], _SAID_FOR


def _purpose(phrase: str) -> tuple[str, str | None]:
    """The purpose with which a phrase begins, and its number where it is a phase or stage."""
    clause = _BREAK.split(phrase.lstrip(" “\"‘'"), maxsplit=1)[0]
    if (section := _SECTION.search(clause.lower())) is not None:
        number = _number(section)
        return _STOP.split(clause[section.start() : section.end() if number else len(clause)])[0].strip(), number
    return " ".join(_STOP.split(clause, maxsplit=1)[0].split()[:_LONGEST]), None

"""Words that set two figures of one thing apart: the median and the mean, men and women, asked and paid.

A row of the tables counts where the words about each figure name exactly one of its sides, and not the same one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.comparison.statement import Told
from app.comparison.words import clauses
from app.comparison.words.hedges import HEDGES
from app.comparison.words.lexicon import Lexicon
from app.domain.verdict import Reason

_NEAR = 60
"""How many characters to either side of a figure, within its clause, are about it."""
_ASIDE = re.compile(r", ((?:including|excluding|counting|not counting|leaving out)\b[^,;.]*),")
"""What stands between commas and breaks no clause."""

_OPENS = re.compile(r"\W*((?:in|across|within|inside|outside|throughout|among|beyond) [^,;:.]{3,50}),")
"""Of what place or whom a sentence is, before it begins."""

_Rows = Mapping[str, Mapping[str, str]]
"""By the name of a row its sides, which exclude each other: what a sentence calls a figure of each after "is", and the
words that say so."""

OF_ONE_YEAR = "of one year"

_KINDS: _Rows = {
    "statistic": {
        "a median": r"median",
        "an average": r"mean (?!that|to)|average",
    },
    "stage of a deal": {
        "a demand": r"asking price|guide price|list price|on the market|on sale for|ask(?:ed|ing|s)? for"
        r"|wants?|wanted|wanting|demand(?:s|ed|ing)?|seeks?|sought|seeking",
        "a valuation": r"valued at|valuation",
        "an offer": r"offer(?:s|ed|ing)?",
        "a permission": r"permission|consent|(?:is|are|was|were|be) (?:allowed|permitted)",
        "a settlement": r"sold (?:for|at)|fetched|settled (?:for|at|on)|agreed (?:to|on|a)",
    },
    "capacity": {
        "a capacity": r"can (?:carry|hold|take|seat|house|produce|make|handle|treat|store)|could hold"
        r"|seats|capacity|(?:room|space) (?:for|to \w+)|designed (?:for|to \w+)|licensed for",
        "an outcome": r"carried|held|took|housed|produced|made|handled|treated|stored|drew|attracted|sold"
        r"|carries|holds|makes|produces|treats",
    },
    "order": {
        "an order": r"(?<!in )orders?|ordered(?! (?:[a-z]+ ){0,2}to\b)",
        "an option": r"options? (?:on|for|to buy)",
        "a delivery": r"deliver(?:s|ed|ing)|delivery of|handed over",
        "an output": r"built|builds?|manufactured?s?|produced?s?|assemble[sd]?",
    },
    "stage of a purchase": {
        "an aim": r"(?:commit(?:s|ted|ment)|pledge[sd]?|plans?|planned|aims?|promise[sd]?|intends?)"
        r" (?:[a-z]+ )?to (?:[a-z]+ )?(?:buy|buying|purchas(?:e|ing)|order|ordering|acquir(?:e|ing))"
        r"|(?:will|to) (?:buy|purchase|acquire)",
        "on order": r"on order",
        "in hand": r"in (?:active )?service|operates|(?:has|have|had) received|(?:been|were|was) (?:received|delivered)"
        r"|took delivery|(?:currently|now|already) (?:has|have)",
    },
    "money": {
        "money raised": r"raised|raises|raising",
        "money set aside": r"(?:set|put) aside|earmarked|allocated|budgeted",
        "money spent": r"(?<!be )spent|spends",
    },
    "cover": {
        "a need": r"needs?|needed|requires?|(?:will|would) take",
        "money in hand": r"put by|raised|saved",
    },
    "reckoning": {
        "by value": r"(?:by|in|of the) value",
        "by volume": r"(?:by|in) (?:volume|weight|number|area)",
    },
    "account": {
        "a profit": r"profits?|surplus",
        "a loss": r"loss|lost|deficit",
        "a cost": r"(?:costs|outgoings|expenses|spending)(?= [^.;,]*\b(?:were|was|are|is|came|stood)\b)",
        "an income": r"income|takings|revenues?|turnover",
    },
    "justice": {
        "for arrests": r"arrest(?:s|ed)?",
        "for charges": r"charged",
        "for convictions": r"convict(?:ed|ions?)|found guilty|sentenced|jailed",
    },
    "request": {
        "a request": r"received [^.;]{0,12}(?:applications|requests|bids|claims)|applied|applications? from",
        "a consent": r"approved?s?|granted|accepted",
        "a refusal": r"reject(?:s|ed)|refused|turned down|declined",
    },
    "opinion": {
        "support": r"(?:%|per cent|votes?)[^.;,#]{0,30} (?:approve|support|back|agree|in favour|for the)",
        "opposition": r"(?:%|per cent|votes?)[^.;,#]{0,30} (?:disapprove|oppose|disagree|against)",
    },
    "stock": {
        "a stock": r"holds?|held|owns?|houses|contains?"
        rf"|(?:has|had|have)(?= (?:now )?{HEDGES}$)|there are|stands? at"
        r"|stood at|employs?|remain(?:s|ed|ing)?",
        "an intake": r"took (?:in|on)|takes (?:in|on)|taken (?:in|on)|gain(?:s|ed)|acquired"
        r"|recruit(?:s|ed)|hired|admitted",
        "an outflow": r"lost|shed|axed|scrapped|discharged|laid off|closed|gave up",
    },
    "migration": {
        "net migration": r"net migration",
        "immigration": r"immigration",
        "emigration": r"emigration",
    },
}
_SCOPES: _Rows = {
    "damage": {
        "for insured losses": r"insured (?:[a-z]+ )?(?:loss(?:es)?|damages?)|insurance (?:loss(?:es)?|payouts?)",
        "for all damage": r"(?<!insured )damages?|destruction|economic (?:loss(?:es)?|damages?|cost|toll)",
    },
    "profit": {
        "an operating profit": r"operating (?:profit|loss|surplus)",
        "before tax": r"pre-tax|before tax",
        "after tax": r"after[ -]tax|post-tax|net (?:profit|income|loss)",
    },
    "sex": {
        "for women": r"wom[ae]n|girls|females?",
        "for men": r"m[ae]n|boys|males?",
    },
    "age": {
        "for adults": r"adults?",
        "for children": r"child|children|under-18s",
    },
    "sector": {
        "for the public sector": r"public[ -]sector",
        "for the private sector": r"private[ -]sector",
    },
    "hours": {
        "for full-time work": r"full-time(?! equivalent)",
        "for part-time work": r"(?<!including )(?<!counting )part-time(?:rs?)?",
        "for all hours": r"(?:including|counting) part-time(?:rs?)?",
    },
    "load": {
        "for passengers": r"passengers?",
        "for freight": r"freight|cargo",
    },
    "patients": {
        "for inpatients": r"in-?patients?",
        "for outpatients": r"out-?patients?",
    },
    "lodging": {
        "for those in hotels": r"hotels?",
        "for those in other housing": r"other (?:forms of )?(?:accommodation|housing)|houses|flats|barracks"
        r"|(?:military|large) sites",
    },
    "border": {
        "for those abroad": r"abroad|overseas|across the border|into (?:neighbouring|other) countries",
        "for those at home": r"(?:with)?in(?:side)? the country|at home|internally displaced",
    },
    "reach": {
        "for the whole country": r"(?:across|in|throughout) the (?:whole|entire) country|nation-?wide|country-?wide"
        r"|in the country as a whole",
        "for a part of the country": r"in (?:the )?(?:[\w’'-]+ ){1,2}(?:province|county|district)",
    },
    "town or country": {
        "for towns": r"urban",
        "for the country": r"rural",
    },
    "time of day": {
        "for peak times": r"(?<!off-)(?<!off )peak",
        "for off-peak times": r"off[ -]peak",
    },
    "journey": {
        "for a single": r"single (?:ticket|fare)s?",
        "for a return": r"return (?:ticket|fare)s?",
    },
    "grade": {
        "for the basic one": r"basic (?:state )?(?:pension|rate|pay|model|package)",
        "for the higher or new one": r"new (?:state )?pension"
        r"|(?:higher|additional|top|premium) (?:rate|model|package)",
    },
    "trade": {
        "wholesale": r"wholesale",
        "retail": r"retail(?! price| sales|er)",
    },
    "shop": {
        "for shops": r"in (?:the |its |their )?(?:shops|stores)",
        "for sales online": r"online|on the internet",
    },
}
_PERIODS: _Rows = {
    "season": {
        "for the one before last": r"(?:season|year|month|week|quarter) before last",
        "for last season": r"(?:last|past|previous) (?:season|term)",
        "for this season": r"this (?:season|term)",
        "for next season": r"next (?:season|term)",
    },
    "weekend": {
        "for one day": r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
        "for the weekend": r"(?:over|at|during|across) the weekend|this weekend",
    },
    "run": {
        OF_ONE_YEAR: r"for the year|in-year|annual|this year['’]s",
        "of all years": r"accumulated|cumulative",
    },
    "stretch": {
        "for one day": r"in (?:a|one|a single) day|(?:past|last|previous) 24 hours|overnight",
        "for some months": r"(?:in|over|during) (?:the (?:past|last|first) )?(?:two|three|four|six|nine|\d) months",
        "for some days": r"(?:opening|first) (?:day|night|weekend|week)",
        "for a season": r"(?:over|during|throughout) the (?:summer|winter|season)|all (?:summer|winter|season)",
        "for a decade": r"(?:for|over|in|during) (?:the|a|one) (?:past |last )?decade",
        "for a year": r"last year|in (?:a|one|a single) year|(?:past|last) (?:12|twelve) months|year[ -]on[ -]year"
        r"|on (?:a|the) year(?: (?:earlier|before|ago))?",
        "for a week": r"in (?:a|one|a single) week|(?:past|last|previous) (?:7|seven) days|(?:past|last) week",
        "for a month": r"in (?:a|one|a single) month|(?:past|last) (?:30 days|four weeks|month)",
    },
}
_LEADING = frozenset({"stage of a deal", "capacity", "order", "account", "stock"})
"""Rows whose words count only where they lead up to the figure."""
_AGES = re.compile(
    r"\baged (?:\d+ (?:to|and|or) )?(?:\d+|over|under|above|below|older|younger)(?: \d+)?\b"
    r"|\baged between \d+ and \d+\b"
    r"|\b(?:over|under)[ -]\d\ds\b|\b(?:\d\d ?(?:-|–|to) ?)?\d\d-year-olds\b"
    r"|\b(?<=those )(?:over|under) \d\d\b|\b(?<=people )(?:over|under) \d\d\b|\b(?<!to )(?<!is )(?:over|under) \d\d\s*$"
)
_OF_AGES = "band of ages"
_REASONS = {
    **dict.fromkeys(_KINDS, Reason.KIND),
    **dict.fromkeys((*_SCOPES, _OF_AGES), Reason.SCOPE),
    **dict.fromkeys(_PERIODS, Reason.REF_PERIOD),
}
_JOINT = "/"


def _sides(rows: Iterable[tuple[str, Mapping[str, str]]]) -> Lexicon:
    return Lexicon({f"{row}{_JOINT}{side}": words for row, sides in rows for side, words in sides.items()})


_ROWS = {**_KINDS, **_SCOPES, **_PERIODS}
_BEFORE = _sides((name, sides) for name, sides in _ROWS.items() if name in _LEADING)
_AROUND = _sides((name, sides) for name, sides in _ROWS.items() if name not in _LEADING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrasts:
    """The sides that the words about a figure name, by row."""

    sides: Mapping[str, str]
    """In the order of the tables, so that words made of them are the same on every run."""
    ages: str | None
    """The band of ages that it is said of ("aged 18 to 24")."""

    def named(self, reason: Reason) -> list[str]:
        """What a figure is by the rows of a reason, as a sentence says it after "is"."""
        return [side for row, side in self.sides.items() if _REASONS[row] is reason]


def read(told: Told) -> Contrasts:
    """What the clause of a figure says."""
    before, after = clause(told)
    around = f"{before}{told.surface.lower()}{after}"
    ages = match[0] if (match := _AGES.search(around)) else None
    found = [one.partition(_JOINT)[::2] for one in (*_AROUND.named(around), *_BEFORE.named(before))]
    found += [(_OF_AGES, f"for those {ages}")] if ages else []
    times, side = Counter(row for row, _ in found), dict(found)
    return Contrasts(sides=MappingProxyType({row: side[row] for row in _REASONS if times[row] == 1}), ages=ages)


def clause(told: Told) -> tuple[str, str]:
    """The words of a figure's clause before and after it, in lower case, as far as they are about it."""
    lower = _ASIDE.sub(r" \1", told.before.lower())
    before = clauses.CLAUSE.split(lower)[-1][-_NEAR:]
    if (opening := _OPENS.match(lower)) is not None and opening.end() + len(before) <= len(lower):
        before = f"{opening[1]} {before}"
    return before, clauses.after(told, clauses.CLAUSE)[:_NEAR]


def apart(one: Contrasts, other: Contrasts) -> Iterator[tuple[Reason, str, str]]:
    """Each reason for which the two are set apart, with what is said of the one and of the other."""
    for row, side in one.sides.items():
        if row in other.sides and other.sides[row] != side:
            yield _REASONS[row], side, other.sides[row]

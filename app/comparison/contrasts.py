"""Words that set two figures of one thing apart: the median and the mean, men and women, asked and paid, so far.

A row of the table counts where the words about each figure name exactly one of its sides, and not the same one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from app.comparison.lexicon import Lexicon
from app.comparison.statement import Told
from app.domain.verdict import Reason

_NEAR = 60
"""How many characters to either side of a figure, within its clause, are about it."""
_CLAUSE = re.compile(r"[;:()]|[.,](?!\d)|\b(?:because|while|whereas|but)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """Sides that exclude each other: what a sentence calls a figure of each after "is", and the words that say so."""

    reason: Reason
    sides: Mapping[str, str]
    leads: bool = False
    """The words count only where they lead up to the figure."""


_TABLE: dict[str, _Row] = {
    "statistic": _Row(reason=Reason.KIND, sides={"a median": r"median", "an average": r"mean (?!that|to)|average"}),
    "stage of a deal": _Row(
        reason=Reason.KIND,
        sides={
            "a demand": r"asking price|guide price|list price|on the market|on sale for|ask(?:ed|ing|s)? for"
            r"|wants?|wanted|wanting|demand(?:s|ed|ing)?|seeks?|sought|seeking",
            "a valuation": r"valued at|valuation",
            "an offer": r"offer(?:s|ed|ing)?",
            "a settlement": r"sold (?:for|at)|fetched|settled (?:for|at|on)|agreed (?:to|on|a)",
        },
        leads=True,
    ),
    "capacity": _Row(
        reason=Reason.KIND,
        sides={
            "a capacity": r"can (?:carry|hold|take|seat|house|produce|make|handle|treat|store)|could hold|seats"
            r"|capacity|(?:room|space) (?:for|to \w+)|designed (?:for|to \w+)|licensed for",
            "an outcome": r"carried|held|took|housed|produced|made|handled|treated|stored|drew|attracted|sold"
            r"|carries|holds|makes|produces|treats",
        },
        leads=True,
    ),
    "sex": _Row(reason=Reason.SCOPE, sides={"for women": r"wom[ae]n|girls", "for men": r"m[ae]n|boys"}),
    "age": _Row(reason=Reason.SCOPE, sides={"for adults": r"adults?", "for children": r"child|children|under-18s"}),
    "sector": _Row(
        reason=Reason.SCOPE,
        sides={"for the public sector": r"public[ -]sector", "for the private sector": r"private[ -]sector"},
    ),
    "hours": _Row(
        reason=Reason.SCOPE,
        sides={"for full-time work": r"full-time(?! equivalent)", "for part-time work": r"part-time"},
    ),
    "load": _Row(reason=Reason.SCOPE, sides={"for passengers": r"passengers?", "for freight": r"freight|cargo"}),
    "patients": _Row(
        reason=Reason.SCOPE, sides={"for inpatients": r"in-?patients?", "for outpatients": r"out-?patients?"}
    ),
    "town or country": _Row(reason=Reason.SCOPE, sides={"for towns": r"urban", "for the country": r"rural"}),
    "time of day": _Row(
        reason=Reason.SCOPE,
        sides={"for peak times": r"(?<!off-)(?<!off )peak", "for off-peak times": r"off[ -]peak"},
    ),
    "journey": _Row(
        reason=Reason.SCOPE,
        sides={"for a single": r"single (?:ticket|fare)s?", "for a return": r"return (?:ticket|fare)s?"},
    ),
    "grade": _Row(
        reason=Reason.SCOPE,
        sides={
            "for the basic one": r"basic (?:state )?(?:pension|rate|pay|model|package)",
            "for the higher or new one": r"new (?:state )?pension"
            r"|(?:higher|additional|top|premium) (?:rate|model|package)",
        },
    ),
    "trade": _Row(reason=Reason.SCOPE, sides={"wholesale": r"wholesale", "retail": r"retail(?! price| sales|er)"}),
    "shop": _Row(
        reason=Reason.SCOPE,
        sides={"for shops": r"in (?:the |its |their )?(?:shops|stores)", "for sales online": r"online|on the internet"},
    ),
    "season": _Row(
        reason=Reason.REF_PERIOD,
        sides={
            "for the one before last": r"(?:season|year|month|week|quarter) before last",
            "for last season": r"(?:last|past|previous) (?:season|term)",
            "for this season": r"this (?:season|term)",
            "for next season": r"next (?:season|term)",
        },
    ),
    "weekend": _Row(
        reason=Reason.REF_PERIOD,
        sides={
            "for one day": r"on (?:mon|tues|wednes|thurs|fri|satur|sun)day",
            "for the weekend": r"(?:over|at|during|across) the weekend|this weekend",
        },
    ),
    "stretch": _Row(
        reason=Reason.REF_PERIOD,
        sides={
            "for one day": r"in (?:a|one|a single) day|(?:past|last|previous) 24 hours|overnight",
            "for some months": r"(?:in|over|during) (?:the (?:past|last|first) )?"
            r"(?:two|three|four|six|nine|\d) months",
            "for a year": r"in (?:a|one|a single) year|(?:past|last) (?:12|twelve) months|year[ -]on[ -]year"
            r"|on (?:a|the) year(?: (?:earlier|before|ago))?",
            "for a week": r"in (?:a|one|a single) week|(?:past|last|previous) (?:7|seven) days|(?:past|last) week",
            "for a month": r"in (?:a|one|a single) month|(?:past|last) (?:30 days|four weeks|month)",
        },
    ),
}
_ON_TOP = re.compile(r"^ (?:plus|with (?:another|a further|more)|and (?:another|a further|up to)|before any)\b")
_AMONG = re.compile(
    r"\bwho (?:voted|responded|replied|answered|took part|turned out|were asked)\b"
    r"|\bof (?:the )?votes cast\b|\bon (?:remand|bail|parole|probation|benefits|furlough|strike|(?:sick )?leave)\b"
    r"|\bafter (?:one|a (?:first|single)|two|three) (?:dose|jab|round|session|course|attempt)s?\b"
)
_FORMER = re.compile(
    r"^[^.;,]{0,20}(?<!\bon )(?<!\bthan )(?<!\bfrom )"
    r"\b(?:a|one|two|three|four|five|six|ten|\d+|several|some) (?:months?|years?|decades?) (?:ago|earlier|before)\b"
)
_RUNNING = re.compile(r"\b(?:so far|to date|up to now|until now|already (?:spent|cost|paid|raised|killed))\b")
_FULL_TIME = re.compile(r"\bfull-time[ -]equivalents?\b|\bftes?\b")
_ONE = (
    r"(?:person|head|capita|household|family|home|adult|child|worker|pupil|student|patient|passenger|taxpayer|resident"
    r"|citizen|voter|customer|member|employee|man|woman)"
)
_EACH_BEFORE = re.compile(
    r"\b(?:each|every) (?!of\b|years?\b|month|week|day|time)[a-z]"
    rf"|\b(?:per|(?:an|the|a) (?:average|typical)(?: [a-z-]+)?) {_ONE}\b"
)
_EACH_AFTER = re.compile(rf"^\W{{0,2}}(?:each|apiece|on average)\b|^ (?:per|for each|for every|a) {_ONE}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrasts:
    """The sides that the words about a figure name, by row, and what they say of it alone."""

    sides: Mapping[str, str]
    partial: str | None
    """Where it is not all that there is, what it is: what there was so far, or a sum to which more comes."""
    among: str | None
    """Words after it that narrow of whom it is said ("who voted")."""
    former: bool
    """It was so some time ago."""
    full_time: bool
    """It counts full-time equivalents."""
    of_each: bool
    """It is for each person or household."""

    def named(self, reason: Reason) -> list[str]:
        """What a figure is by the rows of a reason, as a sentence says it after "is"."""
        return [side for name, side in self.sides.items() if _TABLE[name].reason is reason]


def _sides(*, leads: bool) -> Lexicon:
    return Lexicon(
        {
            f"{name}: {side}": words
            for name, row in _TABLE.items()
            if row.leads is leads
            for side, words in row.sides.items()
        }
    )


_AROUND, _LEADING = _sides(leads=False), _sides(leads=True)


def read(told: Told) -> Contrasts:
    """What the clause of a figure says."""
    before = _CLAUSE.split(told.before.lower())[-1][-_NEAR:]
    after = _CLAUSE.split(told.after.lower(), maxsplit=1)[0][:_NEAR]
    around = f"{before}{told.surface.lower()}{after}"
    found = [one.partition(": ")[::2] for one in (*_AROUND.named(around), *_LEADING.named(before))]
    rows = Counter(name for name, _ in found)
    return Contrasts(
        sides=MappingProxyType({name: side for name, side in found if rows[name] == 1}),
        partial=_partial(around, after),
        among=match[0].strip() if (match := _AMONG.search(after)) else None,
        former=_FORMER.search(after) is not None,
        full_time=_FULL_TIME.search(around) is not None,
        of_each=_EACH_BEFORE.search(before) is not None or _EACH_AFTER.search(after) is not None,
    )


def _partial(around: str, after: str) -> str | None:
    if _RUNNING.search(around):
        return "what there was so far"
    return "a sum to which more comes" if _ON_TOP.search(after) else None


def apart(one: Contrasts, other: Contrasts) -> Iterator[tuple[Reason, str, str]]:
    """Each reason for which the two are set apart, with what is said of the one and of the other."""
    for name, side in one.sides.items():
        if name in other.sides and other.sides[name] != side:
            yield _TABLE[name].reason, side, other.sides[name]

"""How much of a thing a figure takes in, where the words say so: one of many, what there was so far, 9 of the 64.

Where only one of two figures says so, the two can lie apart and both hold.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.comparison.statement import Told
from app.comparison.words import clauses, contrasts
from app.comparison.words.contrasts import Contrasts
from app.comparison.words.hedges import HEDGES

SO_FAR = "what there was so far"

_ON_TOP = re.compile(r"^,? (?:plus|with (?:another|a further|more)|and (?:another|a further|up to)|before any)\b")
_FURTHER = re.compile(rf"\b(?:a further|another|an additional)\W*{HEDGES}\Z")
_SHARE_OF = re.compile(r"\b(?:half|thirds?|quarters?|fifths?|tenths?|per cent|percent|%) of [^.;,#]{3,60}, (?:or )?\Z")
"""A share of a whole, which the figure behind it gives in numbers."""
_AMOUNTS_TO = re.compile(
    r"\b(?:is|are|was|were|be|been|at|to|equals?|equalled|cost|costs|reach(?:es|ed)|hit|fell|rose)"
    rf" {HEDGES}(?:[\d.,]+ ?)?\Z"
)
"""What something comes to is all of it, whatever share that is: "the gap was 5% of dues, or £4m"."""
_OF_THE_DEAD = re.compile(
    r"[\w,]+ of (?:the|these|those) (?:[a-z-]+ )?(?:deaths|dead|fatalities|victims|casualties|injuries|injured)\b"
)
_ITEM = re.compile(
    r"\bthere(?:['’]s| is| are| was| were) (?:also|another|a further)\b[^.;]*$|\b(?:plus|in addition,?) [^.;,]{0,40}$"
)
"""Words before a sum by which it is one of several."""
_LARGEST_OF = re.compile(
    r"(?:^|[.;,] )(?:the|its|their) (?:[a-z]+ )?(?:largest|biggest|worst|deadliest|costliest|longest|busiest) of"
    r" (?:the|its|these|those|[a-z][\w-]*['’]s?)"
    r" (?!.{0,120}\b(?:said|says|told|put|puts|claims?|counts?|reckons?)\b)[^.;]{0,120}$"
)
"""The subject of a sentence is one of several, and not who speaks."""
_RUNNING = re.compile(
    r"\b(?:so far|to date|up to now|until now|already (?:spent|cost|paid|raised|killed)"
    r"|(?:has|have) already\b[^.;,]*\b(?:spent|cost|paid|raised|killed)|(?:has|have) (?:now )?spent|incurred)\b"
)
_OPENS_SO_FAR = re.compile(r"\W*(?:so far|to date|up to now|until now),", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:has|have) (?:(?:now|only|just) )?(?:been )?(?:paid|disbursed|handed) (?:out )?\W*"
    r"|\b(?:received|filed) [^.;]*claims (?:of|total(?:l?ing)|worth) "
    r"|^[^.;,]* (?:has|have) been (?:paid|disbursed|handed)\b"
)
"""Money that has gone out: part of what is still expected, and the whole where nothing more is."""
_ALL_IN = re.compile(
    r"\b(?:with|including|counting|plus) (?:[\w’'-]+ ){0,3}"
    r"(?:premiums?|fees|tax|vat|add-ons|extras|interest|bonus(?:es)?|options|commission|expenses)\b"
)
_OF_A_CASE = r"[ -](?:end )?(?:estimated? |possible )?(?:case|cost|estimate|scenario)"
_LOW_CASE = re.compile(rf"\b(?:best[ -]case|(?:conservative|low(?:er|est)?|minimum|optimistic){_OF_A_CASE})\b")
_HIGH_CASE = re.compile(rf"\b(?:worst[ -]case|(?:high(?:er|est)?|maximum|upper|pessimistic){_OF_A_CASE})\b")
_EXTREME = re.compile(
    r"\b(?:worst|best|lowest|highest|poorest|busiest|largest|smallest|dearest|cheapest)\b[^.;,]{0,60}"
    r"\b(?:was|is|were|are|came|went) (?:at|in|from|by|for)\b"
)
_AMONG = re.compile(
    r"\bwho (?:voted|responded|replied|answered|took part|turned out|were asked)\b"
    r"|\bof (?:the )?votes cast\b|\bon (?:remand|bail|parole|probation|benefits|furlough|strike|(?:sick )?leave)\b"
    r"|\bafter (?:one|a (?:first|single)|two|three) (?:dose|jab|round|session|course|attempt)s?\b"
)
_IN_PART = re.compile(r"\bin the (?:(?:north|south)(?:[ -]?(?:east|west))?|east|west|centre) of\b")
_FULL_TIME = re.compile(r"\bfull-time[ -]equivalents?\b|\bftes?\b")
_ITS = r"(?:the |its |all |their |his |her )*"
_WHOLE_AFTER = re.compile(rf"^ (?:out )?of {_ITS}(\d[\d,]*)\b")
_WHOLE_BEFORE = re.compile(rf"^of {_ITS}(\d[\d,]*)\b[^,]*, $")
_ONE = (
    r"(?:person|head|capita|household|family|home|adult|child|worker|pupil|student|patient|passenger|taxpayer|resident"
    r"|citizen|voter|customer|member|employee|man|woman)"
)
_EACH_BEFORE = re.compile(
    r"\b(?:each|every) (?!of\b|years?\b|month|week|day|time)[a-z]"
    rf"|\b(?:per|(?:an|the|a) (?:average|typical)(?: [a-z-]+)?) {_ONE}\b"
)
_EACH_OF = re.compile(
    r"(?:^|[.;,:] )(?:an?|each|every) (?:tonn?e?|kilo(?:gram)?|pound|litre|pint|barrel|bundle|case|bottle|acre|hectare"
    r"|dose|ticket|seat)\b[^.;,:]*$"
)
_EACH_AFTER = re.compile(
    rf"^\W{{0,2}}(?:each|apiece|on average)\b|^ (?:per|for each|for every|a) {_ONE}\b"
    r"|^ an? (?!year|month|week|day|quarter|hour)[a-z]+$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """What the words about a figure say of how much it takes in."""

    partial: str | None
    """What it is where it is not all that there is: what there was so far, or one of several."""
    was_paid: bool
    """It has gone out, whether or not there is more to come."""
    among: str | None
    """Words that narrow of whom it is said ("who voted", "aged 18 to 24")."""
    is_extreme: bool
    """It is that of the place or body with the most or the least of all."""
    full_time: bool
    """It counts full-time equivalents."""
    of_each: bool
    """It is for each person or household."""
    all_in: bool
    """It takes in what others leave out: a tax, a premium, what is paid on top."""
    case: str | None
    """Which end of an estimate it is, where the words say so."""
    whole: Decimal | None
    """The number of which the sentence says that it is a part ("9 of the 64")."""


def read(told: Told, sides: Contrasts) -> Extent:
    """What the clause of a figure says, given the contrasts that it names."""
    before, after = contrasts.clause(told)
    around = f"{before}{told.surface.lower()}{after}"
    return Extent(
        partial=_partial(told, around),
        was_paid=_PAID.search(before) is not None or _PAID.match(after) is not None,
        among=_among(told, after) or sides.ages,
        is_extreme=_EXTREME.search(clauses.before(told, clauses.STOP)) is not None,
        full_time=_FULL_TIME.search(around) is not None,
        of_each=_EACH_BEFORE.search(before) is not None
        or _EACH_OF.search(told.before.lower()) is not None
        or _EACH_AFTER.search(after) is not None,
        all_in=_ALL_IN.search(f"{told.clause_before}#{after}") is not None,
        case=_case(told),
        whole=_whole(told),
    )


def _case(told: Told) -> str | None:
    """By the words before the figure alone: the nearest that name a case."""
    before = clauses.before(told, clauses.STOP)
    ends = {
        name: max((match.end() for match in words.finditer(before)), default=-1)
        for name, words in (("the low case of an estimate", _LOW_CASE), ("the high case of an estimate", _HIGH_CASE))
    }
    nearest = max(ends, key=lambda name: ends[name])
    return nearest if ends[nearest] >= 0 else None


def _among(told: Told, after: str) -> str | None:
    match = _AMONG.search(after) or _IN_PART.search(told.lower)
    return match[0].strip() if match else None


def _whole(told: Told) -> Decimal | None:
    match = _WHOLE_AFTER.search(told.after) or _WHOLE_BEFORE.search(told.before.lower())
    return Decimal(match[1].replace(",", "")) if match else None


def _partial(told: Told, around: str) -> str | None:
    if _RUNNING.search(around) or _OPENS_SO_FAR.match(told.before):
        return SO_FAR
    before = told.before.lower()
    share = _SHARE_OF.search(before)
    if (share and not _AMOUNTS_TO.search(before[: share.start()])) or _OF_THE_DEAD.match(told.surface.lower()):
        return "a part"
    is_item = any(words.search(before) for words in (_ITEM, _FURTHER, _LARGEST_OF))
    if is_item or told.surface.lower().startswith(("a further ", "another ")):
        return "one of several"
    return "a sum to which more comes" if _ON_TOP.search(told.after.lower()) else None

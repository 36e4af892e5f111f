"""Which figures of a sentence a date or a length speaks of, where the nearest is not the right one.

"Costs fell from £9m since May, and may end by 2030": the deadline is of the second clause. "Waits rose by 7% from 150
in May to 160 in June": each end has a month, and the move is up to the later one.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.domain import edtf
from app.domain.basis import BasisKind, Status
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import NUMBERS, Hit
from app.extraction.basis.dates import is_long
from app.extraction.basis.moves import HEDGE, MOVED, NOUN
from app.extraction.mention import Mention

_TIMED = frozenset({"period", "target_date", "horizon", "baseline"})
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|could|may|might|to be|predict|expect|fell|rose|means)\b"
_SUBJECT = r"(?:the|its|their|his|her|our|this|these|it|they|he|she|we)\b"
# A clause of its own between a figure and what stands behind it; one that a comma closes is an aside.
_CLAUSE_BETWEEN = re.compile(
    r"(?:,|\s[-–—]|—)\s(?!which\b|who|where\b|most of\b|many of\b|some of\b|including\b|up from\b|down from\b)"
    rf"(?:[\w'.-]+\s){{1,6}}?{_FINITE}(?![^,]*,)"
    r"|,\s(?:helped|driven|boosted|hit|fuelled|fueled|led|caused|followed|prompted|sparked)\sby\b"
    r"|,\s(?:(?:almost|nearly) )?(?:increasing|adding|raising|boosting|reducing|cutting|doubling|halving)\s[a-z]"
    rf"|\sand\s{_SUBJECT}\s(?:[\w'.-]+\s){{0,4}}?{_FINITE}|\sbecause\s|\s(?:if|whether)\s{_SUBJECT}\s"
)
# A former amount is told in an aside: "the forecast, down from 9% in spring, is tied to a pledge to act by July".
_FORMERLY = re.compile(r"\b(?:up|down) from (?:the )?$")
_MAIN_GOES_ON = re.compile(r",\s(?:is|are|was|were|will|would|has|have|had)\b")
# A clause behind a time that does not lead the sentence: "closes in 2030 as its bill reaches £5m".
_NEXT_CLAUSE = re.compile(
    rf",?\s(?:and|but|so|because|whereas|although|though|while)\s(?:that\s)?{_SUBJECT}\s(?:[\w'.-]+\s){{2,}}"
    r"|\sas\s(?!of\b|at\b|part\b|well\b|much\b|many\b|an?\b)(?:[\w'-]+\s){2,}|,?\s(?:despite|amid)\s"
)
_LEADING = re.compile(
    r"\W*(?:(?:but|and|so|then|yet|however|meanwhile|early|late|back)\b,?\s)?"
    r"(?:(?:when|since|after|before|by the time|once|while|as)\b[^,;]*)?"
)
_NOW = re.compile(r",\s(?:and\s)?(?:is\s|are\s)?(?:now|today|currently)\b")
"""What parts a former time from a figure of today: "a dream of the 1970s is law, now backed by 90%"."""
_WITH = re.compile(r",\s(?:with|as)\s|;")
_LEADS = 40
_HEDGE = rf"{HEDGE}(?: a record| a)?"
_RUN = re.compile(r"(?:over|across|throughout|during|within)\b")
_MOVED_TO = re.compile(rf"\b(?:{MOVED}|{NOUN})\b[^,;]*\sto{_HEDGE}\s$")
_WHEN = re.compile(r",?\s(?:[-–—]\s)?(?:when(?:\s[\w'’-]+){0,14}|which (?:was|were|stood at|came to))\s")
_THAN = re.compile(r"\bthan (?:[\w-]+ ){0,5}?(?:the |of )$")
_AT = re.compile(r"\s(?:in|at|of|for|during|on)\s(?:the (?:same (?:point|time|stage)|end of)\s)?(?:the\s)?")
# No move in time: "revised its estimate for the spring from 4% to 3%".
_REVISED = re.compile(r"\b(?:revis\w+|estimates?|forecasts?|projections?|targets?)\b[^,;]*$")
_MOVED_IN = re.compile(rf"\b{MOVED} (?:(?!from\b)[^,; ]+ )*(?:in|during|over)\s(?:the\s)?$")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OPENING = re.compile(r"\W*(?:(?:in|for|during|over)\s(?:the\s)?)?")
_YEAR, _YEAR_NAMED = re.compile(r"\d{4}"), re.compile(r"\b(?:19|20)\d\d\b")
_STOOD = re.compile(rf"\b(?:was|were|stood at|numbered|totall?ed){_HEDGE} $")
_ON = re.compile(r"\W*(?:on\s)?")
_SAYS = re.compile(r"\b(?:said|says|told|announced|reported|showed|that)\b|[;:]")
_FROM = re.compile(rf"\bfrom{_HEDGE}\s$")
_TO = re.compile(rf"[^,;.]{{0,40}}\sto{_HEDGE}\s")
_CAME_TO = re.compile(rf"\bto{_HEDGE}\s$")
_SINCE = re.compile(rf"[^,;.]{{0,40}},?\sfrom{_HEDGE}\s")
_EARLIER = re.compile(r"\b(?:ago|earlier|before|previous|prior|preceding|same|last|corresponding|comparable)\b")
_BETWEEN = re.compile(r"\b(?:(?P<between>between)|from)\s(?:the\s)?$")
_OF_IT = re.compile(r"['’]s?\s(?:record\s|total of\s|figure of\s)?")
_LISTED = re.compile(rf",?\s(?:and\s)?(?:in{_HEDGE}\s)?|\sand{_HEDGE}\s")
_MOST_APART, _AROUND = 60, 120
_AHEAD = frozenset({Status.FORECAST, Status.PLAN, Status.TARGET})
_QUARTER = datetime.timedelta(days=100)


def of_other_clause(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a clause of its own parts a figure from the time beside it."""
    timed = hit.name in _TIMED or (hit.name == "scope" and hit.value.startswith("until"))
    total = hit.value == BasisKind.TOTAL and _RUN.match(clause.said(hit.span)) is not None
    run = total or (hit.name == "horizon" and hit.value.startswith("P"))
    if run and _is_reached(clause, hit, mention):
        return True
    if not timed:
        return False
    if hit.span.start >= mention.span.end:
        between = clause.between(mention.span, hit.span)
        former = _FORMERLY.search(clause.before(mention.span.start, 20))
        return bool(_CLAUSE_BETWEEN.search(between) or (former and _MAIN_GOES_ON.search(between)))
    between = clause.between(hit.span, mention.span)
    parted = _NEXT_CLAUSE.search(between) or (hit.name == "scope" and _WITH.search(between))
    if parted and hit.name != "baseline" and not _leads(clause, hit):
        return True
    if hit.name == "period":
        return "," in between and _NOW.search(between) is not None
    if hit.name == "baseline":
        return " as well as " in between
    leads = hit.span.start - clause.span.start < _LEADS
    return hit.name == "target_date" and not leads and _WITH.search(between) is not None


def _leads(clause: Clause, hit: Hit) -> bool:
    """Whether a time opens its sentence, or stands in the clause that does."""
    return _LEADING.fullmatch(clause.low, 0, hit.span.start - clause.span.start) is not None


def _is_reached(clause: Clause, hit: Hit, mention: Mention) -> bool:
    """Whether a figure is where a move ends, and the years only how long it took: "a cut to 3m over three years"."""
    if mention.figure.kind is Kind.MONEY and hit.span.start > mention.span.start:  # "rises to £9m over ten years"
        return False
    return _MOVED_TO.search(clause.before(mention.span.start, 100)) is not None


def told(clause: Clause) -> Iterator[tuple[Mention, Hit]]:
    """The figures that a date tells of whatever else it does: "on 2023's 50", "down from May, when there were 50"."""
    for owner, owned in pairwise(clause.figures):
        day = owner.figure.date if owner.figure.kind is Kind.DATE else None
        if day and owned.figure.kind in NUMBERS and _OF_IT.fullmatch(clause.between(owner.span, owned.span)):
            yield owned, _period(day, owner.span)
    if "respectively" in clause.words:
        yield from _paired(clause)
    if clause.words.isdisjoint({"when", "which", "than", "to"}):
        return
    for at, mention in enumerate(clause.figures):
        date = mention.figure.date if mention.figure.kind is Kind.DATE else None
        for figure in (*clause.figures[at + 1 : at + 2], *clause.figures[max(0, at - 1) : at]) if date else ():
            if date and figure.figure.kind in NUMBERS and _is_told(clause, mention, figure):
                yield figure, _period(date.rpartition("/")[2] if is_long(date) else date, mention.span)


def _paired(clause: Clause) -> Iterator[tuple[Mention, Hit]]:
    """Each of some numbers with its own of as many dates: "£4m and £5m in 2023 and 2024 respectively"."""
    numbers = [one for one in clause.figures if one.figure.kind in NUMBERS]
    dates = [one for one in clause.figures if one.figure.kind is Kind.DATE]
    lists = (numbers, dates) if len(numbers) == len(dates) > 1 else ()
    if all(_LISTED.fullmatch(clause.between(*pair)) for one in lists for pair in pairwise(m.span for m in one)):
        for number, date in zip(*lists, strict=True) if lists else ():
            if date.figure.date:
                yield number, _period(date.figure.date, date.span)


def _is_told(clause: Clause, date: Mention, figure: Mention) -> bool:
    if figure.span.start < date.span.start:  # "fewer than the 900 at the end of May"
        compared = _THAN.search(clause.before(figure.span.start))
        return compared is not None and _AT.fullmatch(clause.between(figure.span, date.span)) is not None
    between = clause.between(date.span, figure.span)
    if len(between) > _MOST_APART:
        return len(between) < _AROUND and _WHEN.fullmatch(between) is not None
    if between in {" to ", ", to "}:  # "fell by 9% in May, to 50"
        return _MOVED_IN.search(clause.before(date.span.start, 80)) is not None
    if between == " (":  # "more than was spent in May (£4m)"
        return " than " in clause.before(date.span.start, 80)
    if between == " and ":  # "than when it peaked in May and 900 people waited"
        return " when " in clause.before(date.span.start)
    return _WHEN.fullmatch(between) is not None


def on_day(clause: Clause) -> Iterator[tuple[Mention, Hit]]:
    """How many there were on a day: "On 3 May the herd was 900", "The herd stood at 900 on 3 May"."""
    for at, date in enumerate(clause.figures):
        day = date.figure.date if date.figure.kind is Kind.DATE else None
        if (
            day is None
            or not _DAY.fullmatch(day)
            or not f"{clause.before(date.span.start, 4)}{clause.said(date.span)}".lstrip().startswith("on ")
        ):
            continue
        opens = date.span.start - clause.span.start < len('"On ')
        beside = clause.figures[at + 1 : at + 2] if opens else clause.figures[max(0, at - 1) : at]
        for figure in beside:
            between = clause.between(*sorted((date.span, figure.span)))
            near = opens or between in {" on ", " "}
            stood = figure.figure.kind is Kind.QUANTITY and _STOOD.search(clause.before(figure.span.start))
            if near and stood and not _SAYS.search(between):
                yield figure, _period(day, date.span)


def _period(date: str, span: Span) -> Hit:
    return Hit(name="period", value=date, span=span, fits=NUMBERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """The two ends of a move, "from 150 in May to 160 in June", and its amount where that stands before them."""

    first: Mention
    last: Mention
    amount: Mention | None

    def keeps(self, clause: Clause, hit: Hit, mention: Mention) -> bool:
        """Whether a time may belong to one of the three: each end has its own, and the amount that of the last."""
        if hit.name == "horizon" and "/" in hit.value:  # how long the move took
            return mention is self.amount
        if hit.name == "status" and hit.value in _AHEAD:  # "expected to fall to 5 from 6 in the year before"
            return mention is not self.first or hit.span.start > self.first.span.start
        if hit.name == "baseline":  # "fell 20% to £12m from £15m year on year"
            return mention is not self.first
        if hit.name != "period":
            return True
        if self.last.span.start < self.first.span.start:  # "to 160 from 150 in May"
            return hit.span.start < self.first.span.end or (_is_just_over(clause, hit) == (mention is not self.first))
        if mention is self.last:
            return True
        inside = self.first.span.end <= hit.span.start < self.last.span.start
        return inside if mention is self.first else not inside

    def dates(self, clause: Clause) -> Iterator[tuple[Mention, Hit]]:
        """The dates of both ends where they stand together: "between 2019 and 2024, from £4m to £9m"."""
        yield from self._in_part_of_year(clause)
        starts = min(self.first.span.start, self.last.span.start)
        for date in clause.figures_in(starts - _AROUND, max(self.first.span.end, self.last.span.end) + _AROUND):
            first, slash, last = (date.figure.date or "").partition("/")
            lead = _BETWEEN.search(clause.before(date.span.start, 16)) if slash else None
            if lead and (lead["between"] or date.span.start < starts):
                yield self.first, _period(first, date.span)
                yield self.last, _period(last, date.span)

    def _in_part_of_year(self, clause: Clause) -> Iterator[tuple[Mention, Hit]]:
        """Both ends by the part of the year that leads: "In May, sales rose from £4m in 2023 to £9m in 2024"."""
        lead = clause.figures[0]
        part = lead.figure.date if _OPENING.fullmatch(clause.before(lead.span.start)) else None
        if part is None or _YEAR_NAMED.search(clause.said(lead.span)):
            return
        for end in (self.first, self.last):
            for date in clause.figures_in(end.span.end, end.span.end + len(" in the ")):
                year = date.figure.date or ""
                if _YEAR.fullmatch(year) and (told := _of_year(part, int(year))):
                    yield end, _period(told, date.span)


def _of_year(part: str, year: int) -> str | None:
    """The months, quarter or half of a year that another date is of its own, as EDTF; None for whole years and days."""
    begins, _, ends = part.partition("/")
    if len(begins) != len("2024-05") or (ends and (len(ends) != len(begins) or ends[:4] != begins[:4])):
        return None
    return f"{year}{begins[4:]}/{year}{ends[4:]}" if ends else f"{year}{begins[4:]}"


def _is_just_over(clause: Clause, hit: Hit) -> bool:
    """Whether a time is a stretch up to a day, or the last month or quarter before the text came out."""
    stretch, published = edtf.days(hit.value), clause.passage.published
    if stretch is None or _EARLIER.search(clause.said(hit.span)):
        return False
    first, last = stretch
    length = last - first
    return "/" in hit.value or (length < _QUARTER and published is not None and last < published <= last + 1.5 * length)


def moves(clause: Clause) -> Mapping[Span, Move]:
    """Every move of the sentence whose two ends are told, by the spans of its figures."""
    found: dict[Span, Move] = {}
    if not {"from", "to"} <= clause.words:
        return found
    numbers = [one for one in clause.figures if one.figure.kind in NUMBERS]
    for at in range(len(numbers) - 1):
        one, other = numbers[at], numbers[at + 1]
        between, lead = clause.between(one.span, other.span), clause.before(one.span.start, 80)
        if one.figure.kind is not other.figure.kind or len(between) > _MOST_APART or _REVISED.search(lead):
            continue
        onward = _TO.fullmatch(between) and _FROM.search(lead)
        if not onward and not (_SINCE.fullmatch(between) and _CAME_TO.search(lead)):
            continue
        before = numbers[at - 1] if at else None
        joint = clause.between(before.span, one.span).strip(" ,") if before is not None else ""
        move = Move(
            first=one if onward else other,
            last=other if onward else one,
            amount=before if joint == ("from" if onward else "to") else None,
        )
        found |= {end.span: move for end in (one, other, move.amount) if end is not None}
    return found

"""The dates beside a figure: the period that it is for, its deadline, and from when or until when it holds."""

import datetime
import re
from collections.abc import Iterator, Sequence

from app.domain import edtf
from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis import events
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, SHARES, Hit, Side
from app.extraction.dates.fiscal import SEASONAL_YEAR
from app.extraction.mention import Mention, Taken
from app.extraction.word_sets import one_of

_LEAD = re.compile(
    r"\b(?P<word>period (?:up )?to|up to|by|through to|until|till|before|from|since|after|for|in|during|of|on|at|as of"
    r"|as at|between|over|through|throughout|across)\s+(?:the\s+|the year\s+|about\s+|around\s+|early\s+|late\s+"
    r"|mid-?\s?|(?:the )?end of\s+|(?:the )?(?:start|middle) of\s+)*$"
)
# "Since the levy was introduced in 2000, it has risen by 9%".
_SINCE_THEN = re.compile(r"\bsince (?:the|its|their|it|they|he|she)\b[^,;\d]{0,50}\s(?:in|on)\s$")
_AIMED_FOR = re.compile(r"\b(?:targets?|goals?|deadlines?|aims?)\s(?:of|for|set for)\s(?:the end of\s)?$")
_AIMS = one_of("target targets goal goals deadline deadlines aim aims")
# "The lowest number since 2021"
UTMOST = (
    r"(?:(?:low|high|larg|small|bigg|few|fast|slow|steep|sharp|strong|weak|long|deep)est"
    r"|worst|best|most|first|record)\b"
)
"""What is said of a record, whose time is that for which it stood: a pattern."""
_UTMOST = re.compile(rf"\b{UTMOST}[^,;\d]*$")
_ANY = re.compile(r"\b(?:any|each|every|no)\s(?:other\s)?$")
_DONE = re.compile(
    r"\b(?:finished|completed?|built|opened|ready|operational|running|delivered|in (?:place|service|use|operation))\s$"
)
"""What is finished by a day is a work, and no sum in the sentence is for that day."""
_SINCE = re.compile(r"^since\s+", re.IGNORECASE)
_TO_END = re.compile(r"\s(?:to|until|till|through|and)\s|[–—]")
_NAMED = re.compile(r"\s(?!year|season|term|financial|fiscal|tax|school|academic)[a-z]")
_CAUSED = re.compile(r"\b(?:stem|aris|result|dat|suffer)\w* $")
_ENTRY = re.compile(rf"\s[-–—]\s[{SIGNS}\d]")
_LISTED = re.compile(r"(?:^|[*•·|;])\s*$")
_NOT_YET = re.compile(r"(?:\b(?:not|never|no|nothing|nor)|n't)\s(?:[\w'-]+\s){0,4}$")
_DEADLINE = frozenset({"by", "before"})
_UNTIL = frozenset({"until", "till", "through to", "up to", "period to", "period up to"})
_YEARS = re.compile(r"\d{4}(?:-\d\d/\d{4}-\d\d)?")
_STARTED = re.compile(r"\b(?:up|down)(?: by)? (?:[\w-]+ ){0,3}?[\d.]+ ?(?:%|per ?cent) $")
_EARLIER = re.compile(r"\b(?:same|previous|prior|preceding|earlier|before|ago)\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SEASON, _STRETCH = datetime.timedelta(days=100), datetime.timedelta(days=400)


def hits(clause: Clause, owned: Sequence[Span]) -> Iterator[Hit]:
    """What each date of the sentence is to the figures beside it. `owned` are spans whose dates mean something else."""
    taken = Taken()
    for span in owned:
        if not taken.overlaps(span):
            taken.add(span)
    any_of = not clause.words.isdisjoint({"any", "each", "every", "no"})  # "more than in any previous year"
    for mention in clause.figures:
        date = mention.figure.date if mention.figure.kind is Kind.DATE else None
        if date is None or (any_of and _ANY.search(clause.before(mention.span.start, 20))):
            continue
        if not taken.overlaps(mention.span):
            yield from _of_date(clause, mention, date)


def _of_date(clause: Clause, mention: Mention, date: str) -> Iterator[Hit]:
    """What the preposition before a date makes of it."""
    word, span = _lead(clause, mention)
    if word == "from" and _TO_END.search(clause.said(mention.span)):  # "from October 2021 to August 2022"
        word = "in"
    if word == "from" and clause.after(mention.span.end, 2) == "'s":  # "from 1981's 500 soldiers"
        word = "in"
    if word in _DEADLINE:
        fits = NUMBERS - MONEY if _DONE.search(clause.before(span.start, 16)) else NUMBERS
        yield Hit(name="target_date", value=date, span=span, fits=fits, within=120)
    elif word in _UNTIL or (word == "through" and _YEARS.fullmatch(date)):
        yield from _until(clause, date, span)
    elif "since" in clause.words and _SINCE_THEN.search(clause.before(mention.span.start, 80)):
        yield _former(clause, mention.span, span)
    elif not clause.words.isdisjoint(_AIMS) and _AIMED_FOR.search(clause.before(mention.span.start)):
        yield Hit(name="target_date", value=date, span=span, fits=NUMBERS, within=60)
    elif word == "since":
        if events.is_event(clause, mention) or _UTMOST.search(clause.before(mention.span.start, 60)):
            return
        since = Span(mention.span.end - len(_SINCE.sub("", mention.span.of(clause.passage.text))), mention.span.end)
        yield _former(clause, since, span)
    elif word in {"from", "after"} and not is_long(date):
        if word == "from" and not _is_origin(clause, mention, span):
            if _is_gone(clause, date, span):
                yield _former(clause, mention.span, span)
            yield Hit(name="scope", value=f"from {date}", span=span, fits=NUMBERS, within=90, rank=1)
    elif word == "on" and not _DAY.fullmatch(date) and _STARTED.search(clause.before(span.start, 60)):
        yield _former(clause, mention.span, span)  # "up 4% on the second quarter"
    elif events.is_event(clause, mention) or events.is_finish(clause, mention):
        return
    elif is_long(date) and mention.rule != SEASONAL_YEAR:
        yield Hit(name="horizon", value=date, span=span, fits=AMOUNTS, within=90)
        yield Hit(name="period", value=date, span=span, fits=SHARES, within=90)
    else:
        if word == "for":
            # "a target of 3.5% for 2032" is a deadline; settle.py drops it where no target is stated.
            yield Hit(name="target_date", value=date, span=span, fits=NUMBERS, within=30, rank=1)
        if (period := _period(clause, mention, word, span)) is not None:
            yield period


def _until(clause: Clause, date: str, span: Span) -> Iterator[Hit]:
    """Until when something holds; a share may be a target for then. "Not until 2030" bounds nothing."""
    if _NOT_YET.search(clause.before(span.start)) is None:
        yield Hit(name="target_date", value=date, span=span, fits=SHARES, within=120)
        yield Hit(name="scope", value=f"until {date}", span=span, fits=AMOUNTS, within=60)


def _former(clause: Clause, date: Span, span: Span) -> Hit:
    """The time that a move is reckoned from: "down 12% since May", "up 3% from 2019"."""
    return Hit(name="baseline", value=clause.printed(date), span=span, fits=NUMBERS, within=40, rank=1)


def is_long(date: str) -> bool:
    """Whether a date is a stretch of more than a year."""
    days = edtf.days(date) if "/" in date else None
    return days is not None and days[1] - days[0] > _STRETCH


def _is_origin(clause: Clause, mention: Mention, span: Span) -> bool:
    """Whether a date only tells of a thing or its cause: "stemming from the 2008 crash", "from the 2024 figure"."""
    if clause.said(mention.span).endswith("-ago"):  # "from a year-ago loss of $7m"
        return True
    named = clause.before(mention.span.start, 4) == "the " and _NAMED.match(clause.after(mention.span.end))
    return bool(named or _CAUSED.search(clause.before(span.start, 12)))


def is_over(clause: Clause, date: str) -> bool:
    """Whether the last day of a date lies before the publication."""
    stretch, published = edtf.days(date), clause.passage.published
    return bool(stretch and published and stretch[1] < published)


def _is_gone(clause: Clause, date: str, span: Span) -> bool:
    """Whether a date that is over is one a move starts from: "down 12% from 2019/20", not "up to £5 from 1 May"."""
    stretch = edtf.days(date)
    year = stretch is not None and stretch[1] - stretch[0] > _SEASON
    earlier = _EARLIER.search(clause.said(span)) or _STARTED.search(clause.before(span.start, 60))
    return is_over(clause, date) and (year or earlier is not None)


def _period(clause: Clause, mention: Mention, word: str, span: Span) -> Hit | None:
    """The reference period. A single day is that of an event, save for a percentage or where "as of" says otherwise."""
    date = mention.figure.date or ""
    if _is_label(clause, mention):  # "£31m (2024: £28m)"
        return Hit(name="period", value=date, span=span, fits=NUMBERS, side=Side.BEFORE, within=60)
    if re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", date) is None or word in {"as of", "as at"}:
        return Hit(name="period", value=date, span=span, fits=NUMBERS, within=120)
    if word in {"", "on", "at"}:
        return Hit(name="period", value=date, span=span, fits=SHARES, within=40, rank=1)
    return None


def _is_label(clause: Clause, mention: Mention) -> bool:
    """Whether a date stands before what it labels: "(2024: £28m)", "* 2025/26 - £36bn"."""
    if clause.after(mention.span.end, 2) == ": ":
        return True
    entry = _ENTRY.match(clause.after(mention.span.end, 5))
    return bool(entry and _LISTED.search(clause.before(mention.span.start, 3)))


def _lead(clause: Clause, mention: Mention) -> tuple[str, Span]:
    """The preposition of a date ("" for none), which may stand in the date's own span, and the span with it."""
    inside = clause.said(mention.span).split(" ", 1)[0]
    if inside in {"by", "until", "till", "before", "from", "since", "after", "in", "on", "for"}:
        return inside, mention.span
    lead = clause.before(mention.span.start, 30)
    match = _LEAD.search(lead)
    if match is None:
        modifier = mention.figure.modifier or ""
        return (modifier if modifier in {"by", "since", "before", "after"} else ""), mention.span
    return match["word"], Span(mention.span.start - len(lead) + match.start(), mention.span.end)

"""The dates beside a figure: the period that it is for, its deadline, and from when or until when it holds."""

import datetime
import re
from collections.abc import Iterator, Sequence

from app.domain import edtf
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, SHARES, Hit, Side
from app.extraction.dates.years import YEAR_OF_NAME
from app.extraction.mention import Mention, Taken

_LEAD = re.compile(
    r"(?P<word>by|through to|until|till|before|from|since|after|for|in|during|of|on|at|as of|as at|between"
    r"|over|through|throughout|across)\s+(?:the\s+|the year\s+|about\s+|around\s+|early\s+|late\s+|mid-?\s?"
    r"|(?:the )?end of\s+|(?:the )?(?:start|middle) of\s+)*$"
)
_TELLS = r"(?:announced|said|told|warned|wrote|reported|unveiled|(?<!was )(?<!were )(?<!been )(?:confirmed|revealed))"
_EVENT_VERB = re.compile(
    rf"\b(?:{_TELLS}|says|releasing|publishing|announcing|signed|published|agreed|set(?: out)?|launched|founded"
    r"|approved|passed|released|issued|made|written|began|started|established|elected|appointed|added|born|died"
    r"|opened|closed|paid off|speaking|tweeted|dated|collected)\s+(?:\w+ly\s+|back\s+|only\s+|earlier\s+|later\s+)?"
    r"(?:(?:for|by|with|at)\s+(?:the\s+|an?\s+|its\s+)?[\w'-]+\s+)?"  # "set for the project in 2015"
    r"(?:(?:in|on|of|during|at)\s+)?(?:the\s+|early\s+|late\s+)*$"
)
_GAMES = r"(?:games|olympics|paralympics|(?:world )?cup|championships?|festival|expo)"
_EVENT_NOUN = re.compile(
    rf"(?:'s)?\s+(?:(?:olympic|paralympic|commonwealth|asian|summer|winter)\s+)*{_GAMES}\b|"
    r"(?:'s)?\s+(?:(?:quarterly|annual|monthly|yearly|weekly|economic|fiscal)\s+)?(?:release|bulletin|report|statement"
    r"|speech|paper|survey|review|summit|election|deal|agreement|treaty|act|law|conference|meeting|interview"
    r"|referendum|census|edition|article|study|letter|briefing|manifesto|war|invasion|crisis)s?\b"
)
_NAMED_FOR_YEAR = re.compile(rf"\b(?:{_GAMES}|summit|conference|review|census|treaty)\s$")
_DONE = re.compile(
    r"\b(?:finished|completed?|built|opened|ready|operational|running|delivered|in (?:place|service|use|operation))\s$"
)
"""What is finished by a day is a work, and no sum in the sentence is for that day."""
# "The May budget", but not "the 2025 budget", which is for that year.
_OF_MONTH = re.compile(r"(?:'s)?\s+(?:budget|forecast|update|outlook)s?\b")
_MONTH = len("2035-01")
# "The forecast last week of 3.8%".
_FORETOLD = re.compile(r"\b(?:forecasts?|predictions?|estimates?|projections?)\s+(?P<within>in\s+)?$")
# "The range set out in a report by the board in May".
_IN_PAPER = re.compile(r"\b(?:set out|given|quoted|published|outlined|put forward)\s(?:in|by)\s[^,;:.£$€]{3,80}\s$")
# "The minister last week confirmed £40bn".
_THEN_TOLD = re.compile(rf"\s(?:\w+ly )?(?:{_TELLS}|promised|pledged)\b")
# "Last week the envoy announced that aid will rise": the day of the announcement, which opens the sentence.
_OPENS_TELLING = re.compile(
    rf"^,?(?: [\w'’.-]+,?){{0,14}}? (?:{_TELLS}|claimed|admitted|estimated)(?: [\w'’-]+){{0,4}} (?:that|“|\")"
)
_ASIDE_BEFORE = re.compile(r",\s(?:who|whose)\s[^,;\d]*$")
_ASIDE_AFTER = re.compile(r"[^,;\d]{0,60},\s[a-z]")
_HEAD = 24
# "Up 0.2% after a similar gain in August", "back to its level in 2020".
_OF_OTHER = re.compile(
    r"\b(?:(?:after|following) (?:an?|the|its|their) [^,;:.\d]{1,40}|"
    r"(?:to|from|since|below|above) (?:its|their|the) (?:[\w-]+ ){1,2}(?:levels?|peak|low|high|rate))"
    r" (?:in|of|for|during|at) $"
)
_SINCE = re.compile(r"^since\s+", re.IGNORECASE)
_TO_END = re.compile(r"\s(?:to|until|till|through|and)\s|[–—]")
_NAMED = re.compile(r"\s(?!year|season|term|financial|fiscal|tax|school|academic)[a-z]")
_CAUSED = re.compile(r"\b(?:stem|aris|result|dat|suffer)\w* $")
_ENTRY = re.compile(r"\s[-–—]\s[£$€¥₹\d]")
_LISTED = re.compile(r"(?:^|[*•·|;])\s*$")
_DEADLINE, _UNTIL = frozenset({"by", "before"}), frozenset({"until", "till", "through to"})
_SEASON, _STRETCH = datetime.timedelta(days=100), datetime.timedelta(days=400)


def hits(clause: Clause, owned: Sequence[Span]) -> Iterator[Hit]:
    """What each date of the sentence is to the figures beside it. `owned` are spans whose dates mean something else."""
    taken = Taken()
    for span in owned:
        if not taken.overlaps(span):
            taken.add(span)
    for mention in clause.figures:
        date = mention.figure.date if mention.figure.kind is Kind.DATE else None
        if date is not None and not taken.overlaps(mention.span):
            yield from _of_date(clause, mention, date)


def _of_date(clause: Clause, mention: Mention, date: str) -> Iterator[Hit]:
    """What the preposition before a date makes of it."""
    word, span = _lead(clause, mention)
    if word == "from" and _TO_END.search(clause.said(mention.span)):  # "from October 2021 to August 2022"
        word = "in"
    if word in _DEADLINE:
        fits = NUMBERS - MONEY if _DONE.search(clause.before(span.start, 16)) else NUMBERS
        yield Hit(name="target_date", value=date, span=span, fits=fits, within=120)
    elif word in _UNTIL:
        yield from _until(clause, date, span)
    elif word == "since":
        if is_event(clause, mention):
            return
        since = Span(mention.span.end - len(_SINCE.sub("", mention.span.of(clause.passage.text))), mention.span.end)
        yield _former(clause, since, span)
    elif word in {"from", "after"} and not _is_long(date):
        if word == "from" and not _is_origin(clause, mention, span):
            if _is_gone(clause, date):
                yield _former(clause, mention.span, span)
            yield Hit(name="scope", value=f"from {date}", span=span, fits=NUMBERS, within=90, rank=1)
    elif is_event(clause, mention):
        return
    elif _is_long(date):
        yield Hit(name="horizon", value=date, span=span, fits=AMOUNTS, within=90)
    else:
        if word == "for":
            # "a target of 3.5% for 2032" is a deadline; settle.py drops it where no target is stated.
            yield Hit(name="target_date", value=date, span=span, fits=NUMBERS, within=30, rank=1)
        if (period := _period(clause, mention, word, span)) is not None:
            yield period


def _until(clause: Clause, date: str, span: Span) -> Iterator[Hit]:
    """Until when something holds; a share may be a target for then. "Not until 2030" bounds nothing."""
    if clause.before(span.start, 4) != "not ":
        yield Hit(name="target_date", value=date, span=span, fits=SHARES, within=120)
        yield Hit(name="scope", value=f"until {date}", span=span, fits=AMOUNTS, within=60)


def _former(clause: Clause, date: Span, span: Span) -> Hit:
    """The time that a move is reckoned from: "down 12% since May", "up 3% from 2019"."""
    return Hit(name="baseline", value=clause.printed(date), span=span, fits=NUMBERS, within=40, rank=1)


def _is_long(date: str) -> bool:
    """Whether a date is a stretch of more than a year."""
    days = edtf.days(date) if "/" in date else None
    return days is not None and days[1] - days[0] > _STRETCH


def _is_origin(clause: Clause, mention: Mention, span: Span) -> bool:
    """Whether a date only tells of a thing or its cause: "stemming from the 2008 crash", "from the 2024 figure"."""
    if clause.said(mention.span).endswith("-ago"):  # "from a year-ago loss of $7m"
        return True
    named = clause.before(mention.span.start, 4) == "the " and _NAMED.match(clause.after(mention.span.end))
    return bool(named or _CAUSED.search(clause.before(span.start, 12)))


def _is_gone(clause: Clause, date: str) -> bool:
    """Whether a date is a year, or most of one, that is over: "down 12% from 2019/20", not "from 2030"."""
    stretch, published = edtf.days(date), clause.passage.published
    return bool(stretch and published and stretch[1] < published and stretch[1] - stretch[0] > _SEASON)


def is_event(clause: Clause, mention: Mention) -> bool:
    """Whether the date is that of an event ("set in 2009", "the February release") and not of the figure."""
    if mention.rule == YEAR_OF_NAME:  # "London 2012"
        return True
    before, after = clause.before(mention.span.start, 60), clause.after(mention.span.end, 160)
    if _NAMED_FOR_YEAR.search(before):  # "the Spending Review 2015"
        return True
    if _EVENT_NOUN.match(after) or (len(mention.figure.date or "") == _MONTH and _OF_MONTH.match(after)):
        return True
    if _EVENT_VERB.search(before) or _OF_OTHER.search(before):
        return True
    # A date in an aside is what the aside tells of: "the boss, who has led it since 2019, warned".
    if _ASIDE_BEFORE.search(clause.before(mention.span.start, 140)) and _ASIDE_AFTER.match(after):
        return True
    foretold = _FORETOLD.search(before)
    if foretold and (not foretold["within"] or after.startswith(" of ")):  # "the estimate in May of £5m"
        return True
    if _THEN_TOLD.match(after) or _IN_PAPER.search(clause.before(mention.span.start, 120)):
        return True
    return len(before) < _HEAD and _OPENS_TELLING.search(after) is not None


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

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
from app.extraction.word_sets import one_of

_LEAD = re.compile(
    r"\b(?P<word>period (?:up )?to|up to|by|through to|until|till|before|from|since|after|for|in|during|of|on|at|as of"
    r"|as at|between|over|through|throughout|across)\s+(?:the\s+|the year\s+|about\s+|around\s+|early\s+|late\s+"
    r"|mid-?\s?|(?:the )?end of\s+|(?:the )?(?:start|middle) of\s+)*$"
)
_TELLS = (
    r"(?:announced|said|told|heard|warned|wrote|reported|unveiled|(?<!was )(?<!were )(?<!been )(?:confirmed|revealed))"
)
_EVENT_VERB = re.compile(
    rf"\b(?:{_TELLS}|says|releasing|publishing|announcing|signed|published|agreed|set(?: out| up)?|launched|founded"
    r"|introduced|enacted|adopted|unveiled|last (?:met|seen|reached|achieved|hit)"
    r"|approved|passed|released|issued|made|written|began|started|established|elected|appointed|added|born|died"
    r"|opened|closed|paid off|speaking|tweeted|dated|collected|committed|pledged|promised|vowed"
    r"|(?:was|were|been|as) (?:\w+ly |first )?(?:estimated|calculated|costed))\s+"
    r"(?:\w+ly\s+|back\s+|only\s+|earlier\s+|later\s+)?"
    r"(?:(?:for|with|at)\s+(?:the\s+|an?\s+|its\s+)?[\w'-]+\s+"  # "set for the project in 2015"
    r"|by\s+(?:[\w'.-]+\s+){1,4}|(?<=out\s)(?:the|its|an?)\s[\w'-]+\s+)?"
    r"(?:(?:in|on|of|during|at)\s+)?(?:the\s+|year\s+|early\s+|late\s+)*$"
)
# What happens to those that are counted: "900 sheep died in 2024", but not "Hale, who has 40 shops, died in 2024".
_HAPPENED = re.compile(r"(?:born|died|opened|closed|began|started|launched|founded|added|collected)\b")
_THOSE = re.compile(r"\s(?:(?:who|that|which)\s)?(?:(?:have|has|had|were|was|been|also|newly)\s)*")
# "The opening was put back to 2030."
_PUT_OFF = re.compile(
    r"\b(?:slip|slid|delay|postpon|put (?:back|off)|push|mov|defer|shift|extend|brought forward)\w*\b[^,;]{0,30}\sto\s"
    r"(?:early |mid-?|late |the (?:end|start) of )?$"
)
# "The bill that was pulled in March cuts £5m", "before it was pulled in March (£5m)".
_DONE_THEN = re.compile(
    r"\b(?:that|which|who) (?:was|were|had|has) [^,;–—]{3,40}$"
    r"|\b(?:before|after|until|once) (?:[\w-]+ ){1,4}?(?:was|were|goes|go|went|comes?|came|takes|took|starts?)\b"
    r"[^,;–—\d]{0,40}$"
)
_RELATIVE = ("that", "which", "who")
_GOES_ON = re.compile(r"\s\(|\s(?:also |now |then )?[a-z]+\b(?! of\b)")
# "Since the levy was introduced in 2000, it has risen by 9%".
_SINCE_THEN = re.compile(r"\bsince (?:the|its|their|it|they|he|she)\b[^,;\d]{0,50}\s(?:in|on)\s$")
_AIMED_FOR = re.compile(r"\b(?:targets?|goals?|deadlines?|aims?)\s(?:of|for|set for)\s(?:the end of\s)?$")
_AIMS = one_of("target targets goal goals deadline deadlines aim aims")
_WHEN_LEADS = re.compile(r"\W*(?:when|by the time)\b[^,;]*$")
# "The lowest number since 2021"
_UTMOST = re.compile(
    r"\b(?:(?:low|high|larg|small|bigg|few|fast|slow|steep|sharp|strong|weak|long|deep)est"
    r"|worst|best|most|first|record)\b[^,;\d]*$"
)
# "It set June as the target": what is set, and not when.
_AS_AIM = re.compile(r"\sas (?:the|its|their|an?) (?:[\w-]+ )?(?:targets?|goals?|deadline|date|aim)\b")
_ANY = re.compile(r"\b(?:any|each|every|no)\s(?:other\s)?$")
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
_THEN_TOLD = re.compile(rf"\s(?:\w+ly )?(?:{_TELLS}|promised|pledged|estimated|predicted|projected)\b")
# "Last week the envoy announced that aid will rise": the day of the announcement, which opens the sentence.
_OPENS_TELLING = re.compile(
    rf"^,?(?: [\w'’.-]+,?){{0,14}}? (?:{_TELLS}|claimed|admitted|estimated)"
    r"(?: [\w'’-]+){0,4} (?:that|“|\"|(?:it|they|he|she|we) (?:would|will)\b)"
    r"|^,?(?: [\w'’.-]+,?){1,8}? (?:committed|pledged|promised|vowed|agreed|set) (?:to|an?|the|its)\b"
)
# "In October the board was told that £5m a day was being spent": what was told is of then.
_GOING_ON = re.compile(r"\b(?:was|were) (?:being|costing|spending|running|losing|paying)\b")
_ASIDE_BEFORE = re.compile(r",\s(?:who|whose)\s[^,;\d]*$")
_ASIDE_AFTER = re.compile(r"[^,;\d]{0,60},\s[a-z]")
_HEAD, _OPENING = 24, 160
# "Up 0.2% after a similar gain in August", "back to its level in 2020".
_OF_OTHER = re.compile(
    r"\b(?:(?:after|following) (?:an?|the|its|their) [^,;:.\d]{1,40}|"
    r"(?:to|from|since|below|above) (?:its|their|the) (?:[\w-]+ ){1,2}(?:levels?|peak|low|high|rate)"
    r"|\b(?:back|return(?:s|ed|ing)?) to (?:its|their|the) (?:[\w-]+ ){0,2}[\w-]+"
    r"|(?:on|at|using|by|with) (?:the |its )?(?:[\w-]+ ){0,2}(?:indices|index|prices|rates?|data))"
    r" (?:in|of|for|during|at|from) (?:the )?(?:early |mid |late )?$"
)
_SINCE = re.compile(r"^since\s+", re.IGNORECASE)
_TO_END = re.compile(r"\s(?:to|until|till|through|and)\s|[–—]")
_NAMED = re.compile(r"\s(?!year|season|term|financial|fiscal|tax|school|academic)[a-z]")
_CAUSED = re.compile(r"\b(?:stem|aris|result|dat|suffer)\w* $")
_ENTRY = re.compile(r"\s[-–—]\s[£$€¥₹\d]")
_LISTED = re.compile(r"(?:^|[*•·|;])\s*$")
_NOT_YET = re.compile(r"(?:\b(?:not|never|no|nothing|nor)|n't)\s(?:[\w'-]+\s){0,4}$")
_DEADLINE = frozenset({"by", "before"})
_UNTIL = frozenset({"until", "till", "through to", "up to", "period to", "period up to"})
_YEARS = re.compile(r"\d{4}(?:-\d\d/\d{4}-\d\d)?")
_STARTED = re.compile(r"\b(?:up|down)(?: by)? (?:[\w-]+ ){0,3}?[\d.]+ ?(?:%|per ?cent) $")
_EARLIER = re.compile(r"\b(?:same|previous|prior|preceding|earlier|before|ago)\b")
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
        if is_event(clause, mention) or _UTMOST.search(clause.before(mention.span.start, 60)):
            return
        since = Span(mention.span.end - len(_SINCE.sub("", mention.span.of(clause.passage.text))), mention.span.end)
        yield _former(clause, since, span)
    elif word in {"from", "after"} and not is_long(date):
        if word == "from" and not _is_origin(clause, mention, span):
            if _is_gone(clause, date, span):
                yield _former(clause, mention.span, span)
            yield Hit(name="scope", value=f"from {date}", span=span, fits=NUMBERS, within=90, rank=1)
    elif is_event(clause, mention):
        return
    elif is_long(date):
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


def is_event(clause: Clause, mention: Mention) -> bool:
    """Whether the date is that of an event ("set in 2009", "the February release") and not of the figure."""
    if mention.rule == YEAR_OF_NAME:  # "London 2012"
        return True
    before, after = clause.before(mention.span.start, 60), clause.after(mention.span.end, 160)
    opening = mention.span.start - clause.span.start
    if after.startswith(",") and opening < _OPENING and _WHEN_LEADS.match(clause.low[:opening]):
        return False  # "When it opened in 2020, it had 90 beds"
    if _AS_AIM.match(after):
        return False
    if before.endswith("budget ") and _YEARS.fullmatch(mention.figure.date or ""):
        return True
    if _NAMED_FOR_YEAR.search(before):  # "the Spending Review 2015"
        return True
    if _EVENT_NOUN.match(after) or (len(mention.figure.date or "") == _MONTH and _OF_MONTH.match(after)):
        return True
    verb = _EVENT_VERB.search(before)
    if verb and not _happened(clause, opening + clause.span.start - len(before) + verb.start(), verb[0]):
        return True
    if _OF_OTHER.search(before) or _PUT_OFF.search(before):
        return True
    if (done := _DONE_THEN.search(before)) and not _is_of_head(clause, mention.span.start - len(before), done, after):
        return True
    # A date in an aside is what the aside tells of: "the boss, who has led it since 2019, warned".
    if _ASIDE_BEFORE.search(clause.before(mention.span.start, 140)) and _ASIDE_AFTER.match(after):
        return True
    foretold = _FORETOLD.search(before)
    if foretold and (not foretold["within"] or after.startswith(" of ")):  # "the estimate in May of £5m"
        return True
    if _THEN_TOLD.match(after) or _IN_PAPER.search(clause.before(mention.span.start, 120)):
        return True
    return len(before) < _HEAD and _OPENS_TELLING.search(after) is not None and _GOING_ON.search(after) is None


def _happened(clause: Clause, start: int, verb: str) -> bool:
    """Whether a verb tells what became of those whom the figure before it counts: "900 sheep died in 2024"."""
    counted = clause.figures_in(start - 60, start) if _HAPPENED.match(verb) else ()
    return (
        bool(counted)
        and _THOSE.fullmatch(clause.low, counted[-1].span.end - clause.span.start, start - clause.span.start)
        is not None
        and counted[-1].figure.kind is Kind.QUANTITY
    )


def _is_of_head(clause: Clause, start: int, done: re.Match[str], after: str) -> bool:
    """Whether a relative clause tells of a figure right before it ("900 people who died in May"), or ends all."""
    if not done[0].startswith(_RELATIVE):
        return False
    head = start + done.start()
    counted = [one for one in clause.figures_in(head - 60, head) if one.span.end >= head - 1]
    return bool(counted) or _GOES_ON.match(after) is None


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

"""The dates beside a figure: the period that it is for, its deadline, and from when or until when it holds."""

import datetime
import re
from collections.abc import Iterator, Sequence

from app.domain import edtf
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, NUMBERS, SHARES, Hit
from app.extraction.mention import Mention, Taken

_LEAD = re.compile(
    r"(?P<word>by|until|till|before|from|since|after|for|in|during|of|on|at|as of|as at|between"
    r"|over|through|throughout|across)\s+(?:the\s+|about\s+|around\s+|early\s+|late\s+|mid-?\s?"
    r"|(?:the )?end of\s+|(?:the )?(?:start|middle) of\s+)*$"
)
_EVENT_VERB = re.compile(
    r"\b(?:said|says|told|announced|signed|published|agreed|set|launched|founded|approved|passed"
    r"|released|issued|made|written"
    r"|unveiled|warned|began|started|established|elected|appointed|wrote|reported|added|born|died"
    r"|opened|closed|speaking|tweeted)"
    r"\s+(?:\w+ly\s+|back\s+|only\s+)?(?:(?:in|on|of|during|at)\s+)?(?:the\s+|early\s+|late\s+)*$"
)
_EVENT_NOUN = re.compile(
    r"(?:'s)?\s+(?:release|report|statement|speech|paper|survey|review|summit|election|deal|agreement|treaty|act|law"
    r"|conference|meeting|interview|referendum|census|edition|article|study|letter|briefing"
    r"|manifesto|war|invasion|crisis)s?\b"
)
_SINCE = re.compile(r"^since\s+", re.IGNORECASE)
_DEADLINE = frozenset({"by", "before"})
_STRETCH = datetime.timedelta(days=400)


def hits(clause: Clause, owned: Sequence[Span]) -> Iterator[Hit]:
    """What each date of the sentence is to the figures beside it. `owned` are spans whose dates mean something else."""
    taken = Taken()
    for span in owned:
        if not taken.overlaps(span):
            taken.add(span)
    for mention in clause.figures:
        date = mention.figure.date if mention.figure.kind is Kind.DATE else None
        if date is not None and not taken.overlaps(mention.span):
            yield from _of(clause, mention, date)


def _of(clause: Clause, mention: Mention, date: str) -> Iterator[Hit]:
    word, span = _lead(clause, mention)
    if word in _DEADLINE:
        yield Hit(name="target_date", value=date, span=span, fits=NUMBERS, within=120)
        return
    if word in {"until", "till"}:
        yield Hit(name="target_date", value=date, span=span, fits=SHARES, within=120)
        yield Hit(name="scope", value=f"until {date}", span=span, fits=AMOUNTS, within=60)
        return
    days = edtf.days(date) if "/" in date else None
    long = days is not None and days[1] - days[0] > _STRETCH
    if word == "since":
        since = Span(mention.span.end - len(_SINCE.sub("", mention.span.of(clause.passage.text))), mention.span.end)
        yield Hit(name="baseline", value=clause.printed(since), span=span, fits=NUMBERS, within=40, rank=1)
        return
    if word in {"from", "after"} and not long:
        if word == "from":
            yield Hit(name="scope", value=f"from {date}", span=span, fits=NUMBERS, within=90, rank=1)
        return
    if is_event(clause, mention):
        return
    if long:
        yield Hit(name="horizon", value=date, span=span, fits=AMOUNTS, within=90)
        return
    if word == "for":
        # "a target of 3.5% for 2032" is a deadline; settle.py drops it where no target is stated.
        yield Hit(name="target_date", value=date, span=span, fits=NUMBERS, within=30, rank=1)
    yield from _period(mention, word, date, span)


def is_event(clause: Clause, mention: Mention) -> bool:
    """Whether the date is that of an event ("set in 2009", "the February release") and not of the figure."""
    if _EVENT_NOUN.match(clause.after(mention.span.end)):
        return True
    return _EVENT_VERB.search(clause.before(mention.span.start)) is not None


def _period(mention: Mention, word: str, date: str, span: Span) -> Iterator[Hit]:
    """The reference period. A single day is that of an event, save for a percentage or where "as of" says otherwise."""
    one_day = re.fullmatch(r"\d{4}-\d\d-\d\d(?:T.*)?", date) is not None
    if not one_day or word in {"as of", "as at"}:
        yield Hit(name="period", value=date, span=span, fits=NUMBERS, within=120)
    elif word in {"", "on", "at"}:
        yield Hit(name="period", value=date, span=span, fits=SHARES, within=40, rank=1)


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

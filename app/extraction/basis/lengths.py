"""How many years a figure covers: "over the next decade", "over the 99-year lease", "over its life"."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from app.domain.basis import BasisKind
from app.domain.currency_signs import SUM_OPENS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction.basis import dates
from app.extraction.basis.clause import Clause
from app.extraction.basis.cue import AMOUNTS, MONEY, NUMBERS, Hit, Side
from app.extraction.basis.moves import HEDGE
from app.extraction.basis.numerals import NUMBER, whole
from app.extraction.word_sets import one_of

_UNIT = r"(?P<unit>years?|yrs?|months?|weeks?|days?|decades?|quarters?)"
_LENGTH = (
    rf"(?:(?P<n>{NUMBER})[\s-]+(?:(?:financial|fiscal|calendar|full|whole)\s)?{_UNIT}|(?P<half>half[\s-](?:an?\s)?(?:decade|century))|(?P<one>(?:a"
    rf" |an |one )?(?:decade|century))(?!s))"
)
_NOT_A_SPAN = r"(?!\s*(?:ago|old|later|earlier|since|late|behind|too))"
_SELECT = r"(?:(?:next|coming|following|past|last|previous|remaining|first|opening|initial)\s+)"
_OVER = re.compile(
    rf"\b(?P<prep>over|across|throughout|during|spread over){HEDGE}\s+(?:the\s|a\s|an\s|its\s|their\s|this\s|that\s)?"
    rf"(?:whole\s|full\s|entire\s)?(?:(?:period|term|span|lease)\sof\s)?{_SELECT}?{_LENGTH}\b{_NOT_A_SPAN}"
)
_FOR = re.compile(rf"\b(?P<prep>for|in)\s+(?:the\s)?(?P<select>{_SELECT}?){_LENGTH}\b{_NOT_A_SPAN}")
_COMPOUND = re.compile(
    rf"\b(?P<n>{NUMBER})-(?P<unit>year|month|week)(?:-long)?\s(?:\w+\s)?(?:plan|programme|program"
    rf"|deal|contract|lease|package|agreement|"
    r"investment|settlement|period|bill|cost|budget|project|treaty|term|spending|framework|funding"
    r"|commitment|total|loan|bond)\b"
)
_WHOLE_TERM = re.compile(
    r"\b(?:over|across|throughout|during)\s+(?:the|its|their|this)\s+(?:whole |full |entire )?"
    r"(?P<what>life(?:time|span)?|term|course|duration|length|lease|treaty|deal|agreement|contract"
    r"|accord|programme|project|plan)"
    r"(?:\s+of\s+(?:the|its|this|that|a)\s+(?:new |signed |whole )?(?P<of>\w+))?"
)
_WAITED = re.compile(r"\b(?:wait|queu|delay|stay|last|aged?)\w*\s(?:for\s)?$")
"""What a length follows that is no run of years: "61% waited over 18 weeks"."""
_BEYOND = re.compile(r"\s(?:and|or) (?:beyond|longer|more)\b")
_ADJECTIVE = re.compile(rf"\b(?P<n>{NUMBER})-(?P<unit>year|month|week)\s(?={SUM_OPENS}\d)")
_SAME = re.compile(r"\b(?:over|in|during|across|for) the same (?:period|time|term|stretch|length of time)\b")
_AVERAGED = re.compile(r"\b(?:averag\w+|on average)(?:\sout)?\s*,?\s*$")
_UNDER = re.compile(r"\bunder (?:the|a|its|this)\s(?:new\s)?$")
_SENTENCED = re.compile(
    r"\b(?:jailed|sentenced|imprisoned|banned|suspended|prison|jail|disqualified|barred|locked up)\s$"
)
_UTMOST = re.compile(rf"\b{dates.UTMOST}\s(?:[\w'-]+\s){{0,3}}$")
_NEAR = 48
"""Characters before a length in which a record is named that stood for so long."""
_LETTERS = {"year": "Y", "yr": "Y", "month": "M", "week": "W", "day": "D"}
_MOST_BACK = 24
_ARGUED_OVER = one_of("treaty deal agreement contract accord programme project plan")
_TRIGGERS = one_of(
    "same year years yr yrs month months week weeks day days decade decades century quarters life lifetime lifespan"
    " term course duration length lease treaty deal agreement contract accord programme project plan"
)


def hits(clause: Clause) -> Iterator[Hit]:
    """Every stated length: the horizon, and that a sum over it is a total."""
    if _TRIGGERS.isdisjoint(clause.words):
        return
    for match in _OVER.finditer(clause.low):
        if not _is_told(clause, match) and not _is_no_run(clause, match):
            # "78% were seen within 28 days" says how fast, not for how long.
            yield from _over(clause, match, duration(match), fits=AMOUNTS if match["prep"] == "within" else NUMBERS)
    for match in _FOR.finditer(clause.low):
        if _is_told(clause, match) or match["select"].startswith(("first", "opening", "initial")):
            continue
        if match["prep"] == "for" and _UTMOST.search(clause.low, max(0, match.start() - _NEAR), match.start()):
            continue  # "the highest number for seven years"
        if match["prep"] == "for" and not _SENTENCED.search(clause.low[max(0, match.start() - 20) : match.start()]):
            yield _horizon(clause, match, duration(match), within=28, side=Side.AFTER)
        elif match["prep"] == "in" and match["select"]:
            yield _horizon(clause, match, duration(match))
    for match in _COMPOUND.finditer(clause.low):
        if not _UNDER.search(clause.low[max(0, match.start() - 12) : match.start()]):
            yield from _compound(clause, match)
    for match in _ADJECTIVE.finditer(clause.low):
        yield from _adjective(clause, match)
    for match in _SAME.finditer(clause.low):
        if length := _named_before(clause, match.start() + clause.span.start):
            yield from _over(clause, match, length, fits=AMOUNTS)
    for match in _WHOLE_TERM.finditer(clause.low):
        length = _length_of(clause, match["of"] or match["what"])
        if length or match["what"] not in _ARGUED_OVER:  # "they sued over the plan"
            yield from _over(clause, match, length)


def duration(match: re.Match[str]) -> str:
    """The ISO 8601 duration, in one unit, that a match of a length says."""
    groups = match.groupdict()
    if groups.get("half"):
        return "P5Y" if "decade" in groups["half"] else "P50Y"
    if groups.get("one"):
        return "P10Y" if "decade" in groups["one"] else "P100Y"
    count, unit = whole(groups["n"]), groups["unit"].rstrip("s")
    if unit == "decade":
        return f"P{10 * count}Y"
    return f"P{3 * count}M" if unit == "quarter" else f"P{count}{_LETTERS[unit]}"


def _over(
    clause: Clause, match: re.Match[str], length: str | None, *, fits: frozenset[Kind] = NUMBERS
) -> Iterator[Hit]:
    if length is not None:
        yield _horizon(clause, match, length, fits=fits)
    if not _AVERAGED.search(clause.low[max(0, match.start() - 24) : match.start()]):
        span = Span(match.start(), match.end()).shifted(clause.span.start)
        yield Hit(name="kind", value=BasisKind.TOTAL, span=span, fits=AMOUNTS, within=90)


def _compound(clause: Clause, match: re.Match[str]) -> Iterator[Hit]:
    """A sum for something of a stated length: "the five-year programme will cost £3bn", "a £3bn five-year plan"."""
    span, length = Span(match.start(), match.end()).shifted(clause.span.start), duration(match)
    # "The ten-year cost in reduced tax will be £5m": the sum is what the words lead to.
    leads = 100 if match[0].endswith(("cost", "bill", "total")) and clause.before(span.start, 4) == "the " else 40
    for side, within in ((Side.BEFORE, leads), (Side.AFTER, 10)):
        yield _horizon(clause, match, length, within=within, side=side, rank=1, fits=AMOUNTS)
        total = BasisKind.TOTAL
        yield Hit(name="kind", value=total, span=span, fits=MONEY, side=side, within=within, rank=2)


def _adjective(clause: Clause, match: re.Match[str]) -> Iterator[Hit]:
    """A sum that follows its length: "a two-year £9m programme"."""
    yield _horizon(clause, match, duration(match), within=1, side=Side.BEFORE)
    span = Span(match.start(), match.end()).shifted(clause.span.start)
    yield Hit(name="kind", value=BasisKind.TOTAL, span=span, fits=MONEY, side=Side.BEFORE, within=1, rank=2)


def _is_no_run(clause: Clause, match: re.Match[str]) -> bool:
    """Whether a length is a wait, or has no end: "over 18 weeks", "over the next decade and beyond"."""
    before = clause.low[max(0, match.start() - 20) : match.start()]
    return _WAITED.search(before) is not None or _BEYOND.match(clause.low, match.end()) is not None


def _named_before(clause: Clause, position: int) -> str | None:
    """The last run of years named before: what "the same period" is."""
    before = bisect_left(clause.near, position, key=lambda one: one.span.start)
    for mention in reversed(clause.near[max(0, before - _MOST_BACK) : before]):
        date = mention.figure.date or ""
        if (mention.figure.kind is Kind.DURATION and date.endswith("Y")) or dates.is_long(date):
            return date
    return None


def _is_told(clause: Clause, match: re.Match[str]) -> bool:
    """Whether the words are read already as a date or a share: "the previous three months", "over three quarters"."""
    first, last = match.start() + clause.span.start, match.end() + clause.span.start
    inside = [one.figure for one in clause.figures_in(first, last)]
    return any(one.kind is Kind.PERCENTAGE or (one.kind is Kind.DATE and one.date) for one in inside)


def _horizon(
    clause: Clause,
    match: re.Match[str],
    length: str,
    *,
    within: int = 120,
    side: Side = Side.EITHER,
    rank: int = 0,
    fits: frozenset[Kind] = NUMBERS,
) -> Hit:
    span = Span(match.start(), match.end()).shifted(clause.span.start)
    return Hit(name="horizon", value=length, span=span, fits=fits, side=side, within=within, rank=rank)


def _length_of(clause: Clause, what: str) -> str | None:
    """How long "the lease" is, where a duration nearby says so: "the 99-year lease"."""
    text = clause.passage.text
    spans = [m for m in clause.near if m.figure.kind is Kind.DURATION and (m.figure.date or "").startswith("P")]
    named = [m for m in spans if what in text[m.span.end : m.span.end + 30].lower()]
    inside = [m for m in spans if clause.span.start <= m.span.start < clause.span.end]
    for mention in (*named, *inside):
        if mention.figure.date and mention.figure.date.endswith("Y"):
            return mention.figure.date
    return None

"""From a value in its place to a mention: the qualifier, the rate and the sign that stand around it."""

import re
from dataclasses import replace
from decimal import Decimal

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS, SUM_OPENS
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span
from app.extraction.mention import Mention
from app.extraction.numbers import qualifiers, rates
from app.extraction.numbers.qualifiers import QualifierCue

_MINUS = re.compile(r"(?:(?<![\w)%.,])[-−]|\([-−]\)\s?|(?<!\w)(?<!or )(?i:minus|negative)\s)\Z")
# "5% more than £3m" compares, it does not hedge; "up to 5,000 from 3,000" says where it came to.
_COMPARES = re.compile(
    rf"(?:(?:million|billion|trillion|[{SIGNS}]\d[\d.,]*(?:bn|m|k|tn)?) (?:is|was|are|were)|%|"
    r"\d(?:[\d.,]*\d)?(?:bn|m|k)?|per ?cent|points?|percent|year|times|pounds|dollars|euros)"
    r"[^\S\n]*(?:\n[^\S\n]*)?\Z",
    re.IGNORECASE,
)
_FROM_AFTER = re.compile(rf"[^.;\n]{{0,16}}?\s+from\s+(?:about |around |nearly |just )?{SUM_OPENS}?\d")
_FROM_BEFORE = re.compile(r"\bfrom (?:the )?(?:previous |current |existing )?\Z", re.IGNORECASE)
_TO_END = re.compile(rf"(?:,? for [^\d.;!?\n{SIGNS}]{{1,70}}?)?,? (?:up |down )?to ", re.IGNORECASE)
_AGAINST = re.compile(
    rf"(?:(?! and | but | while | who | which )[^.;!?\n{SIGNS}\d]){{0,48}}?,?\s"
    r"(?:against|compared (?:with|to)|rather than|instead of|(?:up |down )?from)\s"
    r"(?:(?:the|a|an|about|around|just|nearly|over|under|more than|less than|last|record)\s){0,3}"
)
_TIMES = (Kind.DATE, Kind.DURATION)
_NEAR = 20
"""How many times as much as a rate, at most, a figure is that is compared with it."""
_NEAR_IN_LIST = 5
_LAST_JOINT, _JOINT = re.compile(r",?\s(?:and|then)\s"), re.compile(r",\s(?:then\s)?")
_SHARED_RATE = re.compile(
    r"(?:\s*+[—–,(-]?+\s*+(?:but )?(?:not|rather than|instead of|and not)|\s+or)\s+(?:about |around )?"
    rf"(?P<sign>{SUM_OPENS}?)\d[\d.,]*\s?(?:[kmb]n?|tn|million|billion|trillion|thousand)?\b\s*[—–,)]?",
    re.IGNORECASE,
)


def minus(text: str, start: int) -> int:
    """Where a minus sign or "minus" right before `start` begins; `start` itself without one."""
    match = _MINUS.search(text[max(0, start - 10) : start])
    return start - len(match.group()) if match else start


def mention(
    text: str,
    kind: Kind,
    *,
    span: Span,
    low: Decimal,
    high: Decimal,
    unit: str | None,
    rule: str,
    fraction: bool = False,
    vague: bool = False,
    rated: bool = True,
    inner: QualifierCue | None = None,
    doubt: str = "",
    confidence: Confidence | None = None,
) -> Mention:
    """A figure with the qualifier before or after it and, where it is `rated`, the rate that follows.

    `inner` is a qualifier that stands inside the span ("20-odd ships").
    The span grows by the words found. A doubt makes the confidence medium unless it is given.
    """
    start, end = span.start, span.end
    cue = _cue_before(text, start, end, ranged=low != high)
    if cue:
        start = cue.span.start
    late = qualifiers.after(text, end)
    if late:
        end = late.span.end
    per = None
    if rated:
        per, end = _rate(text, start, end)
    if late is None and (late := qualifiers.after(text, end)):
        end = late.span.end
    cue = cue or inner or late
    return Mention(
        span=Span(start, end),
        figure=Figure(
            kind=kind,
            low=min(low, high),
            high=max(low, high),
            unit=unit,
            qualifier=cue.qualifier if cue else Qualifier.EXACT,
            qualifier_words=cue.span.of(text) if cue else "",
            per=per,
            fraction=fraction,
            vague=vague,
        ),
        rule=rule,
        qualifier_cue=cue.span if cue else None,
        confidence=confidence or (Confidence.MEDIUM if doubt else Confidence.HIGH),
        doubt=doubt,
    )


def _cue_before(text: str, start: int, end: int, *, ranged: bool) -> QualifierCue | None:
    """The qualifier before a figure, unless its words only compare, tell of a move, or announce a range."""
    cue = qualifiers.before(text, start)
    if cue is None:
        return None
    words = cue.span.of(text).lower()
    if cue.qualifier in (Qualifier.OVER, Qualifier.UNDER) and words.endswith("than"):
        if _COMPARES.search(text[max(0, cue.span.start - 12) : cue.span.start]):
            return None
    elif (words == "up to" and _FROM_AFTER.match(text, end)) or (ranged and words.endswith("range of")):
        return None
    return cue


def _rate(text: str, start: int, end: int) -> tuple[str | None, int]:
    """What a figure ending at `end` is counted by, and where its own words end then."""
    if rate := rates.after(text, end, filler=True):
        return rate.per, rate.end
    if text[end : end + 1] == ")" and (rate := rates.after(text, end + 1)):
        return rate.per, end
    if (aside := rates.past_aside(text, end)) and (rate := rates.after(text, aside)):
        return rate.per, end
    shared = _SHARED_RATE.match(text, end)  # "£800m, not £600m, a year", but not "4.7% or £561 a year"
    if shared and shared["sign"] in text[start:end] and (rate := rates.after(text, shared.end())):
        return rate.per, end
    return None, end


def share_rates(text: str, mentions: list[Mention]) -> list[Mention]:
    """The mentions in their order, where the rate of a starting point is that of the end: "from £5 a day to £6"."""
    shared: list[Mention] = []
    last = -1  # the place of the last figure that is no date or length
    for mention in mentions:
        figure = mention.figure
        if figure.kind not in _TIMES:
            first = shared[last] if last >= 0 else mention
            alike = (first.figure.kind, first.figure.unit) == (figure.kind, figure.unit)
            if alike and first.figure.per and not figure.per and _goes_on(text, first, mention):
                mention = counted_by(mention, first.figure.per)
            elif alike and figure.per and not first.figure.per and _leads_to(text, first, mention):
                shared[last] = counted_by(first, figure.per)
            if figure.per:
                _share_back(text, shared, mention)
            last = len(shared)
        shared.append(mention)
    return shared


def _share_back(text: str, found: list[Mention], rated: Mention) -> None:
    """Give the rate that closes a list to the figures before it: "£4m, £5m and £6m a year"."""
    joint, following, per = _LAST_JOINT, rated, rated.figure.per
    for at in range(len(found) - 1, -1, -1):
        one, figure = found[at], found[at].figure
        alike = (figure.kind, figure.unit) == (rated.figure.kind, rated.figure.unit) and not figure.per
        if per is None or not alike or not joint.fullmatch(text, one.span.end, following.span.start):
            return
        if not _is_of_size(one, rated, _NEAR_IN_LIST):
            return
        if following is rated and not (at and _JOINT.fullmatch(text, found[at - 1].span.end, one.span.start)):
            return  # two are no list: "it cost £4m and £6m a year"
        found[at] = counted_by(one, per)
        joint, following = _JOINT, one


def _leads_to(text: str, start: Mention, end: Mention) -> bool:
    """Whether two figures are the start of a move and its end: "from £5 a day to £6"."""
    if not _TO_END.fullmatch(text, start.span.end, end.span.start):
        return False
    return _FROM_BEFORE.search(text[max(0, start.span.start - 20) : start.span.start]) is not None


def _goes_on(text: str, rated: Mention, mention: Mention) -> bool:
    """Whether a figure has the rate of the one before it, with which it is compared: "64p a therm, against 91p"."""
    if _leads_to(text, rated, mention):
        return True
    if not _AGAINST.fullmatch(text, rated.span.end, mention.span.start):
        return False
    return _is_of_size(rated, mention, _NEAR)


def _is_of_size(one: Mention, other: Mention, times: int) -> bool:
    """Whether the larger of two figures is at most so many times the smaller."""
    first, second = one.figure.low, other.figure.low
    return bool(first and second and max(first, second) <= times * min(first, second))


def counted_by(mention: Mention, per: str) -> Mention:
    """The same mention as a rate, where its unit's symbol says so ("b/d")."""
    return replace(mention, figure=replace(mention.figure, per=per))

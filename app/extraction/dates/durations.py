"""Lengths of time: "99 years", "three-day", "two and a half years"; never ages, reading times or rates."""

import re
from decimal import Decimal

from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span
from app.extraction import qualifiers
from app.extraction.dates.calendar_names import GAP, MONTH
from app.extraction.dates.counts import Count, count_before, plain
from app.extraction.dates.reading import Scene
from app.extraction.mention import Mention

_CODES = {
    "second": ("PT", 1, "S"),
    "sec": ("PT", 1, "S"),
    "minute": ("PT", 1, "M"),
    "min": ("PT", 1, "M"),
    "hour": ("PT", 1, "H"),
    "hr": ("PT", 1, "H"),
    "day": ("P", 1, "D"),
    "night": ("P", 1, "D"),
    "week": ("P", 1, "W"),
    "fortnight": ("P", 2, "W"),
    "month": ("P", 1, "M"),
    "year": ("P", 1, "Y"),
    "yr": ("P", 1, "Y"),
    "decade": ("P", 10, "Y"),
    "century": ("P", 100, "Y"),
}
UNIT = re.compile(
    r"(?<!\w)(?P<unit>(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?|"
    r"decades?|century|centuries))(?P<half>\s(?:and\sa\shalf))?(?![\w]|['’]\d)"
)
_AGE = re.compile(rf"(?:{GAP}|-)(?:old|olds)\b|{GAP}of{GAP}age\b")
_AGED = re.compile(rf"\b(?:aged|age{GAP}of|ages?){GAP}$|\b(?:under|over)-$", re.I)
_READING = re.compile(rf"{GAP}(?:read|reading{GAP}time|watch)\b|[^\S\n]*\n|{GAP}{MONTH}{GAP}\d")
_NO_LENGTH = re.compile(
    rf"{GAP}(?:an?|per|each|every){GAP}(?:day|week|month|year|night)\b|"
    rf"{GAP}(?:ago|earlier|later|from{GAP}now|hence|previously)\b(?!{GAP}than)|['’]{GAP}time\b"
)
# "A year" counts a year only where a length is asked for; after a figure it is the period of a rate.
_LENGTH = re.compile(
    r"\b(?:for|within|after|lasting|lasted|lasts?|last|takes?|took|taken|spent|spend|over|under|than|nearly|almost|about|"
    r"around|roughly|least|most|up to|another|just|only|barely|during|throughout|half|past|next|first|every|"
    r"approximately|of|by|in|exactly)\s$",
    re.I,
)
_AFTER_FIGURE = re.compile(
    r"(?:\d|\d[\w%]{1,3}|million|billion|trillion|cents?|pence|times|once|twice|tonnes?|barrels?|units?|[a-z]+s)\s$",
    re.I,
)
_SINGLE = re.compile(
    r"\b(?:for|within|after|lasting|lasted|under|over|than|nearly|almost|about|around|least|just|only|up to|exactly|in|"
    r"takes?|took)\s$",
    re.I,
)
_GREATEST = Decimal(10) ** 12


def read_at(scene: Scene, start: int) -> Mention | None:
    """The duration whose unit word begins at `start`."""
    unit = UNIT.match(scene.text, start)
    count = count_before(scene, start) if unit else None
    if unit is None or count is None or count.high > _GREATEST:
        return None
    name = unit["unit"]
    name = "century" if name == "centuries" else name.removesuffix("s")
    plural = unit["unit"] != name
    end = unit.end()
    before = scene.before(count.start, 24)
    if not _counts(scene, count, name, plural, before) or _silent(scene, unit, count, before):
        return None
    return _mention(scene, count, name, Span(count.start, end), half=unit["half"] is not None)


def _counts(scene: Scene, count: Count, name: str, plural: bool, before: str) -> bool:
    """Whether the words count a length at all."""
    if count.hyphen:
        return not count.article
    if count.article:
        if name == "second":
            return False
        asked = _LENGTH.search(before)
        return asked is not None and not _AFTER_FIGURE.search(before[: asked.start()])
    if plural:
        return True
    if count.low == 1:
        return name != "second" and bool(_SINGLE.search(before))
    return count.low < 1 or scene.text[count.start : count.start + 2] in ("a ", "a\u00a0")


def _silent(scene: Scene, unit: re.Match[str], count: Count, before: str) -> bool:
    """Ages, reading times, dates ("two days ago") and rates ("24 hours a day") are no lengths."""
    if _AGE.match(scene.text, unit.end()) or _AGED.search(before) or _NO_LENGTH.match(scene.text, unit.end()):
        return True
    if unit["unit"].startswith("min") and _READING.match(scene.text, unit.end()):
        return not before.strip(" \t") or before.rstrip(" \t")[-1:] in "\n·|•" or "read" in scene.after(unit.end(), 8)
    return False


def _mention(scene: Scene, count: Count, name: str, span: Span, *, half: bool) -> Mention:
    prefix, times, letter = _CODES[name]
    low = count.low + (Decimal("0.5") if half else 0)
    date = f"{prefix}{plain(low * times)}{letter}" if count.low == count.high else None
    hedged = qualifiers.before(scene.text, count.start) or qualifiers.after(scene.text, span.end)
    cue = hedged.span if hedged else None
    return Mention(
        span=Span(min(span.start, cue.start), max(span.end, cue.end)) if cue else span,
        figure=Figure(
            kind=Kind.DURATION,
            date=date,
            qualifier=hedged.qualifier if hedged else Qualifier.EXACT,
            qualifier_words=cue.of(scene.text) if cue else "",
        ),
        rule="duration",
        qualifier_cue=cue,
    )

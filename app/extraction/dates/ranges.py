"""Two dates that are the ends of one stretch: "1 January to 31 March 2025", "between 2010 and 2020"."""

import re
from dataclasses import replace

from app.domain.edtf import days
from app.domain.span import Span
from app.extraction.dates.calendar_names import DASH, GAP
from app.extraction.dates.calendar_steps import shifted, unit_of
from app.extraction.dates.reading import Reading, Scene
from app.extraction.dates.tense import RESCHEDULED

_TO = re.compile(rf"{GAP}?{DASH}{GAP}?|,?{GAP}(?P<word>to|until|till|through|up{GAP}to){GAP}(?:the{GAP})?")
_AND = re.compile(rf",?{GAP}and{GAP}(?:the{GAP})?")
_BETWEEN = re.compile(rf"\bbetween{GAP}(?:the{GAP})?$", re.I)
_YEAR = len("2035")
_OF_TWO = re.compile(r"\d[/–-]\d")
# "Pushed the date from July 2022 to September 2023" names two dates, no stretch.
_MOVED = re.compile(rf"{RESCHEDULED}\bfrom{GAP}(?:the{GAP})?$", re.IGNORECASE)


def joined(scene: Scene, readings: list[Reading]) -> list[Reading]:
    """The readings, each pair that the words join made one."""
    whole: list[Reading] = []
    for reading in readings:
        if whole and (one := pair(scene, whole[-1], reading)):
            whole[-1] = one
        else:
            whole.append(reading)
    return whole


def pair(scene: Scene, first: Reading, last: Reading) -> Reading | None:
    """Two readings as one, where the words between and before join them; None where they are two dates."""
    start, end = first.value.date, last.value.date
    if start is None or end is None or ("/" in start and not first.value.fiscal):
        return None
    between = scene.text[first.span.end : last.span.start] if last.span.start - first.span.end < 16 else None
    if not between:
        return None
    same = unit_of(start) == unit_of(end)
    dash = _TO.fullmatch(between)
    if dash and not (same or dash["word"]):
        return None
    if dash and (first.habitual or last.habitual or _MOVED.search(scene.before(first.span.start, 90))):
        return None
    if not dash and not (_AND.fullmatch(between) and _BETWEEN.search(scene.before(first.span.start, 16))):
        return None
    if first.value.fiscal and "/" in start and len(end) == _YEAR and not _OF_TWO.search(first.span.of(scene.text)):
        closed = days(start)
        end = (closed and shifted(start, "year", int(end) - closed[1].year)) or end  # "fiscal 2019 through 2022"
    began, ended = days(start), days(end)
    if began and ended and began[0] > ended[0] and first.value.anchor and last.value.anchor:
        # Both were reckoned alone: "between November and March" begins in the year before it ends.
        start = shifted(start, "year", -1) or start
        began = days(start)
    if began is None or ended is None or began[0] >= ended[0] or began[1] >= ended[1]:
        return None
    value = replace(
        min(first.value, last.value, key=lambda value: value.confidence != "low"),
        date=f"{start.split('/')[0]}/{end.split('/')[-1]}",
        readings=(),
        anchor=first.value.anchor or last.value.anchor,
    )
    return Reading(span=Span(first.span.start, last.span.end), value=value, rule="range of dates", whole=True)

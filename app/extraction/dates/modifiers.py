"""The words before a date that modify it: "early", "the end of", "by", "since"; they never narrow its value."""

import re
from dataclasses import replace

from app.domain.figure import Qualifier
from app.domain.span import Span
from app.extraction.dates.calendar_names import GAP
from app.extraction.dates.reading import Reading, Scene
from app.extraction.numbers import qualifiers
from app.extraction.numbers.qualifiers import QualifierCue

_PARTS = {
    "early": "early",
    "start": "early",
    "beginning": "early",
    "first half": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "latter half": "late",
    "latter part": "late",
    "second half": "late",
    "end": "end",
    "close": "end",
} | {
    f"{which} {size}": part
    for which, part in (
        ("first", "early"),
        ("opening", "early"),
        ("last", "late"),
        ("final", "late"),
        ("closing", "late"),
    )
    for size in ("week", "weeks", "days")
}
_SIDES = {"pre": "before", "post": "after"}
# "Early 2026" and "end-2027", but "the start of 2026": without "of" the others are verbs ("to start in April").
_PART = (
    rf"(?:(?P<early>(?i:early|late))(?:-|{GAP}(?:(?:in|on){GAP})?(?:the{GAP})?)|(?P<mid>(?i:mid|end))(?:-|{GAP})"
    rf"|(?P<part>(?i:{'|'.join(_PARTS)})){GAP}of{GAP}(?:the{GAP})?)"
)
_LEAD = rf"(?i:at|in|from|until|to|about|around|circa)(?={GAP}(?i:the|early|mid|late|end|start|beginning)\b){GAP}"
_BEFORE = re.compile(
    rf"(?:(?<![\w-])(?P<side>(?i:by|since|before|after|pre|post))(?:{GAP}(?:at{GAP}least{GAP})?|-(?=$)))?(?:(?<!\w){_LEAD})?"
    rf"(?:(?<![\w-])(?i:the)(?:{GAP}|(?=$)))?(?:(?<![\w-]){_PART})?$"
)
_MAY_END = re.compile(
    rf"(?:\b(?:by|since|before|after|pre|post|least|the|of|in|on|early|late|mid|end)(?:{GAP}|-))$", re.IGNORECASE
)
_SIZE = 44


def widened(scene: Scene, reading: Reading, floor: int) -> Reading:
    """The reading with the modifier before it, not reaching back beyond `floor`."""
    if reading.whole or reading.modifier:
        return reading
    start = max(floor, reading.span.start - _SIZE)
    if not _MAY_END.search(scene.before(reading.span.start, 10)):
        return reading
    window = scene.text[start : reading.span.start]
    match = _BEFORE.search(window)
    if match is None:
        return reading
    side, part = match["side"], match["early"] or match["mid"] or match["part"]
    if not side and not part:
        return reading
    modifier = _PARTS[part.lower()] if part else _SIDES.get(side.lower(), side.lower())
    begin = match.start("side") if side else max(match.start(name) for name in ("early", "mid", "part"))
    return replace(reading, span=Span(start + begin, reading.span.end), modifier=modifier)


def approximation(scene: Scene, reading: Reading) -> QualifierCue | None:
    """ "Around 2030": the words before a date that make it approximate."""
    found = qualifiers.before(scene.text, reading.span.start)
    return found if found and found.qualifier in (Qualifier.ABOUT, Qualifier.NEARLY) else None

"""Percentages, percentage points and basis points, and fractions in words and digits."""

import re
from decimal import Decimal

from app.domain.claim import Confidence
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import anchors, figures, fractions
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.numbers import ONE, SPACE, Number
from app.extraction.ranges import Atom, Reading, readings

PERCENT, POINT = "percent", "percentage_point"
_BASIS = Decimal("1E-2")

_UNIT = re.compile(
    rf"(?P<points>\s+of\s+(?:a|one)\s+(?:percentage\s+)?point\b|{SPACE}?%[ -]?(?:age[ -])?points?|(?:{SPACE}|"
    rf"-)?(?i:percentage|percent|per{SPACE}cent)[ "
    rf"-](?i:points?)"
    rf"|{SPACE}?(?:ppts?|pps?|pps|p\.p\.|%pts?)(?![A-Za-z0-9]))"
    rf"|(?P<basis>(?:{SPACE}|-)?(?i:basis[ -]points?)|{SPACE}?(?i:bps?)(?![A-Za-z0-9]))"
    rf"|(?P<percent>{SPACE}?[%％](?![\w%])|(?:{SPACE}|-)?(?i:per{SPACE}?-?cent|pct|percentage|percents)\b\.?(?<!\.)|"
    rf"{SPACE}?pc(?![A-Za-z0-9]))"
    rf"|(?P<loose>(?:{SPACE}|-)points?\b)"
)
_POLL = re.compile(
    r"\b(?:polls?|polling|pollsters?|survey|support|ratings?|approval|voters?|votes?|swing|parties|party|majority|turnout|"
    r"popularity|share|percentage|per cent|percent|elections?|candidate|electorate|constituency|YouGov|Ipsos|Gallup|"
    r"Labour|Labor|Conservatives?|Tor(?:y|ies)|Lib Dems?|Democrats?|Republicans?|Reform|Coalition|SNP|AfD|CDU|BJP)\b|%",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"\b(?:index|FTSE|Dow|Nasdaq|S&P|Nikkei|Sensex|Nifty|DAX|CAC|Hang Seng|ASX|futures|IELTS|penalty|licence|"
    r"championship|league|game|match|score[ds]?|scoring|rebounds|assists|seasons?|standings|table|quarterback|driver|"
    r"plan|rally|Kospi|races?|laps|pole|grand prix|champions?|cup|coach|fixtures|tries|squad|play-?offs?|relegation)\b",
    re.IGNORECASE,
)
_MOST = Decimal(100)
_AGAINST = re.compile(r",?\s+(?:(?:up|down) from|from|to|against|compared (?:with|to)|versus|vs\.?)\s+", re.IGNORECASE)
_STOPS = re.compile(
    r"\s*(?:[.,;)](?!\d)|$|\n)|\s+(?:in \d{4}|a year|a month|last|previously|before|the (?:year|month))\b"
)
_MORE = re.compile(r"(?:,\s+|,?\s+(?:and|or)\s+)")
_SENTENCE_BACK, _SENTENCE_ON = 120, 60
_NOT_LISTED = re.compile(
    r"(?:\b(?:aged?|ages|chapter|section|article|page|no\.?|number|in|on|and|since|by [A-Z]\w+)|[A-Za-z]+day,?|"
    r"\d)\s+\Z",
    re.IGNORECASE,
)


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """Every percentage of a text, ranges as one, and every fraction that stands for one."""
    text = passage.text
    scan = anchors.scan(text)
    free = [number for number in scan.numbers if not taken.overlaps(Span(number.start, number.end))]
    found = fractions.read(text, taken, free, scan.parts)
    used = Taken()
    for mention in found:
        used.add(mention.span)
    atoms = [_atom(text, number) for number in free if not used.overlaps(Span(number.start, number.end))]
    _share_lists(text, atoms)
    _share_forward(text, atoms)
    read_here = [_mention(text, reading) for reading in readings(text, atoms)]
    return found + [mention for mention in read_here if not used.overlaps(mention.span)]


def _atom(text: str, number: Number) -> Atom:
    match = None if number.letter else _UNIT.match(text, number.end)
    start = figures.minus(text, number.start)
    sign = ONE if start == number.start else -ONE
    if match is None:
        return Atom(number=number, start=number.start, end=number.end, named=False, scaled=False)
    if match["loose"] and not _is_poll(text, number, match.end()):
        return Atom(number=number, start=number.start, end=number.end, named=False, scaled=False)
    unit = PERCENT if match["percent"] else POINT
    factor = sign * (_BASIS if match["basis"] else ONE)
    return Atom(number=number, start=start, end=match.end(), unit=unit, factor=factor)


def _is_poll(text: str, number: Number, end: int) -> bool:
    """Whether plain "points" are percentage points: of polls, leads and shares, not of an index or a game."""
    if number.low > 60:
        return False
    around = text[max(0, number.start - _SENTENCE_BACK) : end + _SENTENCE_ON]
    return _POLL.search(around) is not None and _INDEX.search(around) is None


def _share_lists(text: str, atoms: list[Atom]) -> None:
    """Give the bare numbers of a list the unit at its end: "5, 7 and 9 per cent"."""
    for position in range(len(atoms) - 2, -1, -1):
        first, second = atoms[position], atoms[position + 1]
        if first.named or not second.named or second.number.low > 100 or first.number.low > 100:
            continue
        if first.number.scale != ONE or first.number.shape == "words" != second.number.shape:
            continue
        if first.end != first.number.end or not _MORE.fullmatch(text, first.end, second.start):
            continue
        if text[first.start - 1 : first.start].isspace() and not _NOT_LISTED.search(
            text[max(0, first.start - 16) : first.start]
        ):
            atoms[position] = Atom(
                number=first.number, start=first.start, end=first.end, unit=second.unit, factor=abs(second.factor)
            )


def _share_forward(text: str, atoms: list[Atom]) -> None:
    """Give a bare number the unit of the percentage it is set against: "59.7 per cent from 67.3"."""
    for position in range(1, len(atoms)):
        first, second = atoms[position - 1], atoms[position]
        if second.named or first.unit != PERCENT or not _AGAINST.fullmatch(text, first.end, second.start):
            continue
        plain = second.number.scale == ONE and second.number.shape == "plain" and second.number.low <= _MOST
        if plain and _STOPS.match(text, second.number.end):
            atoms[position] = Atom(number=second.number, start=second.start, end=second.end, unit=PERCENT)


def _mention(text: str, reading: Reading) -> Mention:
    words = text[reading.atom.number.end : reading.atom.end]
    rule = "percent-range" if reading.ranged else "percent-point" if reading.unit == POINT else "percent-sign"
    loose = words.strip(" -\n").lower() in ("point", "points")
    return figures.mention(
        text,
        Kind.PERCENTAGE,
        span=Span(reading.start, reading.end),
        low=reading.low,
        high=reading.high,
        unit=reading.unit,
        rule="percent-poll-points" if loose else rule,
        doubt="plain points, taken as percentage points from the words around" if loose else "",
        confidence=Confidence.MEDIUM if loose else Confidence.HIGH,
    )

"""Percentages, percentage points and basis points, and fractions in words and digits."""

import re
from decimal import Decimal

from app.domain.claim import Confidence
from app.domain.currency_signs import SIGNS
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.numbers import anchors, spoken
from app.extraction.numbers.numbers import ONE, SPACE, Number, is_year
from app.extraction.numbers.ranges import Atom, Link, Reading, is_guess, link, readings
from app.extraction.percentages import fractions
from app.extraction.quantities.noun_words import STOP

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
    r"\b(?:polls?|polling|pollsters?|survey|support|ratings?|approval|voters?|votes?|swing|parties|party|majority|"
    r"turnout|"
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
# "Cut the OCR 25 points" is in basis points.
_CUTS = frozenset(Decimal(size) for size in (10, 15, 20, 25, 30, 35, 40, 50, 75, 100))
_RATE = re.compile(r"\b(?:OCR|cash rate|policy rate|key rate|bank rate|repo rate|rates?) (?:[a-z]+ )*\Z", re.IGNORECASE)
# Words before a number that goes on where a percentage left off ("31.8% in May, up from 29.1").
_AS_BEFORE = re.compile(
    r"\b(?:up from|down from|from|against|compared (?:with|to)|versus|vs\.?|than|and then|then|existing|current|"
    r"previous)"
    r"\s+(?:about |around |just |only |nearly |over )?\Z"
)
# "62% of women and 58 of men", "2.4 percentage points for owners and 3.6 for tenants".
_AND_SO = re.compile(r" (?P<so>of|for|in|among) [\w ]{1,24},? and (?:about |just |only )?")
_NAMED_AFTER = re.compile(r"(?:[A-Z][\w-]+(?:['’]s|s['’])?|\b(?:on|at|of|was|and|to))\s+(?:just |only |about )?\Z")
_ON = re.compile(r"\b(?:on|at)\s+(?:just |only |about )?\Z")
_FROM_LEFT = re.compile(r"\bfrom\s+(?:about |around |just |nearly )?\Z")
_CHANGED = re.compile(
    r"\b(?:by|r[oi]se[sn]?|risen|rising|gr[eo]wn?|climb\w*|jump\w*|gain\w*|up|f[ae]ll\w*|drop\w*|declin\w+|slid|"
    r"slipp\w+|down|lost|shed|add\w*|higher|lower)\s+(?:(?:by|about|around|more than|nearly|over|just|another|a|"
    r"further) )*\Z"
)
_TIMED = re.compile(r"[\s-](?:months?|years?|weeks?|days?|quarters?)\b|\s[A-Z][a-z]+day\b")
_DATED = re.compile(r"\b(?:up|down|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?)\s+\Z")
_BREAK = re.compile(rf"[.!?][\"’”)]?\s|\n|[{SIGNS}]")
_AGAINST = re.compile(r",?\s+(?:(?:up|down) from|from|to|against|compared (?:with|to)|versus|vs\.?)\s+", re.IGNORECASE)
_NEXT = re.compile(r"\s*(?:(?P<word>[A-Za-z]+)|[^.,;:)—–\s])")
_GO_ON = (STOP | frozenset((".", *spoken.SMALL_WORDS))) - {"times"}
_NEAR = 90
_STOPS = re.compile(
    r"\s*(?:[.,;)](?!\d)|$|\n)|\s+(?:in \d{4}|a year|a month|last|previously|before|the (?:year|month))\b"
)
_MORE = re.compile(r"(?:,\s+|,?\s+(?:and|or)\s+)")
# "Labour on 29, the Greens on 22 and the Tories on 18 per cent".
_POLLED = re.compile(r"(?:,|,? and)\s(?:the\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}\s(?:on|at)\s")
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
    free = [number for number in scan.numbers if not taken.meets(number.start, number.end)]
    found = fractions.read(text, taken, free, scan.parts)
    used = Taken()
    for mention in found:
        used.add(mention.span)
    atoms = [_atom(text, number) for number in free if not used.meets(number.start, number.end)]
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
    cut = match["loose"] and number.low in _CUTS and _RATE.search(text[max(0, number.start - 48) : number.start])
    if match["loose"] and not cut and not _is_poll(text, number, match.end()):
        return Atom(number=number, start=number.start, end=number.end, named=False, scaled=False)
    unit = PERCENT if match["percent"] else POINT
    factor = sign * (_BASIS if match["basis"] or cut else ONE)
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
        if is_guess(first, second) and link(text, first.end, second.start) is Link.OR:
            continue
        polled = _POLLED.fullmatch(text, first.end, second.start)
        if first.end != first.number.end or not (polled or _MORE.fullmatch(text, first.end, second.start)):
            continue
        before = text[max(0, first.start - 16) : first.start]
        if before[-1:].isspace() and (_ON.search(before) if polled else not _NOT_LISTED.search(before)):
            atoms[position] = Atom(
                number=first.number, start=first.start, end=first.end, unit=second.unit, factor=abs(second.factor)
            )


def _share_forward(text: str, atoms: list[Atom]) -> None:
    """Give a bare number the unit of the percentage it is set against: "59.7 per cent from 67.3"."""
    last: Atom | None = None
    for position, atom in enumerate(atoms):
        if atom.named:
            last = atom
        elif last is not None and _goes_on(text, last, atom):
            atoms[position] = last = Atom(
                number=atom.number, start=atom.start, end=atom.end, unit=last.unit, factor=abs(last.factor)
            )
        elif not _is_time(text, atom.number):
            last = None


def _is_time(text: str, number: Number) -> bool:
    """Whether a number between two percentages only dates them, or says by how much they moved."""
    dated = _TIMED.match(text, number.end) or _DATED.search(text[max(0, number.start - 12) : number.start])
    return is_year(text, number) or dated is not None


def _goes_on(text: str, last: Atom, atom: Atom) -> bool:
    """Whether a bare number is a percentage because the one before it is."""
    number = atom.number
    if number.scale != ONE or number.shape != "plain" or number.low > _MOST or atom.start - last.end > _NEAR:
        return False
    if (so := _AND_SO.fullmatch(text, last.end, atom.start)) and text.startswith(f" {so['so']} ", atom.end):
        return not is_year(text, number)
    if last.unit != PERCENT:
        return False
    if _AGAINST.fullmatch(text, last.end, atom.start) and _STOPS.match(text, number.end):
        return True
    if _BREAK.search(text, last.end, atom.start) or not _ends(text, number.end):
        return False
    before, left = text[max(0, last.start - 32) : last.start], text[max(0, atom.start - 32) : atom.start]
    if _CHANGED.search(before) or is_year(text, number):
        return False
    if _AS_BEFORE.search(left):
        return True
    if text[last.end : atom.start].strip() == "to":
        return _FROM_LEFT.search(before) is not None
    around = text[max(0, last.start - _SENTENCE_BACK) : atom.end + _SENTENCE_ON]
    if _POLL.search(around.replace("%", "")) is None or _INDEX.search(around):
        return False
    decimal = number.low != number.low.to_integral()
    return (_NAMED_AFTER if decimal else _ON).search(left) is not None


def _ends(text: str, end: int) -> bool:
    """Whether no noun follows that a number could count."""
    match = _NEXT.match(text, end)
    return match is None or (match["word"] or ".").lower() in _GO_ON


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

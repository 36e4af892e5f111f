"""Measures and counts: a number with a unit, with the noun it counts, or on its own after a figure of the same kind."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import figures
from app.extraction.mention import Mention, Passage, Taken
from app.extraction.numbers import anchors, decoys, qualifiers
from app.extraction.numbers.numbers import ONE, Number
from app.extraction.numbers.ranges import Atom, Reading, readings
from app.extraction.quantities import bare_counts, compounds, counts, levels, lone_counts, nouns, units, votes

_MEASURE, _COUNT, _MULTIPLE = "measure", "count", "multiple"
_METRES = re.compile(
    r"\b(?:wide|tall|high|long|deep|sprint|race|hurdles|relay|freestyle|backstroke|butterfly|length|height|depth|"
    r"above|below|away|distance|from|off|across|swim|metres|meters|runway|span|pool|altitude)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:sales|lists?|backlog|waiting|registers?|demand|population|users|viewers|visitors|subscribers|copies|"
    r"units|deliveries|passengers|jobs|unemployment|turnout|votes|people|homes|households|audiences?|customers|"
    r"members|migrants|migration|numbers?|visits|downloads|views|electorate|workforce|claimants|profits?|revenues?|"
    rf"followers|listeners|employment|births|deaths|cases|doses|tests|{lone_counts.TALLIES})\b(?:[^.\n]|\.\d)*\Z",
    re.IGNORECASE,
)
_HUNDRED = Decimal(100)
_OTHER_END = re.compile(r"(?:[-–]|\s+(?:to|and)\s+)\d[\d.,]*m\b")
_GAUGE = re.compile(
    r"\b(?P<scale>magnitude|pH|BMI|body mass index|Gini coefficient)(?: level)?(?: (?:of|was|is|at))?"
    r"(?: (?:about|around|at least|nearly|over|above|below|under|up to|more than))*[ -]\Z"
)
_POINTS = re.compile(r"[\s-]points?\b", re.IGNORECASE)
_INDEX = re.compile(
    r"\b(?:index|indices|FTSE|Dow|Nasdaq|S&P|Nikkei|Sensex|Nifty|DAX|CAC|Hang Seng|ASX|Kospi|TSX|PMI|Stoxx|Topix|"
    r"shares|stocks|traders)\b"
)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a number measures or counts: its sort, its unit and the rule that read them."""

    sort: str
    unit: str | None
    rule: str
    per: str | None = None
    doubt: str = ""


def read(passage: Passage, taken: Taken) -> list[Mention]:
    """Every measure and count among the numbers that nothing else has claimed."""
    text = passage.text
    free = [number for number in anchors.scan(text).numbers if not taken.meets(number.start, number.end)]
    atoms: list[Atom] = []
    meanings: dict[int, _Meaning] = {}
    for number in free:
        atom, meaning = _atom(text, number)
        if atoms and (whole := compounds.joined(text, atoms[-1], atom)):
            atoms[-1] = whole
            meanings[id(whole)] = _Meaning(_MEASURE, whole.unit, "measure-compound")
            continue
        if meaning and meaning.sort == _MEASURE:
            _share_unit(text, atoms, meanings, atom, meaning)
        elif meaning and meaning.sort == _COUNT:
            for position in compounds.listed(text, atoms, atom):
                atoms[position] = replace(atoms[position], unit=f"one of {atom.start}", named=True)
                meanings[id(atoms[position])] = meaning
        atoms.append(atom)
        if meaning:
            meanings[id(atom)] = meaning
    for position in votes.find(text, atoms):
        atoms[position] = votes.voted(text, atoms[position])
        meanings[id(atoms[position])] = _Meaning(_COUNT, "vote", "count-vote")
    found = [_mention(text, reading, meanings[id(reading.atom)]) for reading in readings(text, atoms)]
    found = _apart(found, taken)
    return found + bare_counts.read(text, atoms, found, taken)


def _share_unit(text: str, atoms: list[Atom], meanings: dict[int, _Meaning], last: Atom, meaning: _Meaning) -> None:
    """Give the bare numbers of a list, or of a thing's sides, the unit that stands at its last."""
    for position in range(len(atoms) - 1, -1, -1):
        first = atoms[position]
        if not compounds.sides(text, first, last):
            return
        last = replace(first, unit=f"side of {last.start}", factor=last.factor, named=True)
        atoms[position] = last
        meanings[id(last)] = meaning


def _apart(found: list[Mention], taken: Taken) -> list[Mention]:
    """Those that no earlier stage and no mention before them holds ("5 deaths per 100,000 people")."""
    kept: list[Mention] = []
    for mention in found:
        if not taken.overlaps(mention.span) and (not kept or kept[-1].span.end <= mention.span.start):
            kept.append(mention)
    return kept


def _atom(text: str, number: Number) -> tuple[Atom, _Meaning | None]:
    """A number with its unit or counted noun, or bare."""
    scaled = _is_scaled(text, number)
    unit = units.apart(text, number.end) if scaled and number.letter else units.after(text, number)
    bare = Atom(number=number, start=number.start, end=number.end, named=False, scaled=scaled)
    if decoys.is_price_year(text, number):
        return bare, None
    if unit is not None and not decoys.is_name(text, number, has_noun=True, measured=unit.end > number.end + 1):
        start = figures.minus(text, number.start)
        factor = ONE if start == number.start else -ONE
        atom = Atom(number=number, start=start, end=unit.end, unit=unit.name, factor=factor, scaled=scaled)
        return atom, _Meaning(_MEASURE, unit.name, "measure", unit.per)
    if gauge := _gauge(text, number):
        return replace(bare, unit=gauge, named=True), _Meaning(_MEASURE, gauge, "measure-gauge")
    if points := _index_points(text, number):
        atom = Atom(number=number, start=number.start, end=points, unit="point")
        return atom, _Meaning(_MEASURE, "point", "index-point")
    if (times := counts.multiple(text, number)) and not decoys.is_name(text, number, has_noun=True):
        return replace(bare, end=times, unit="time", named=True), _Meaning(_MULTIPLE, "time", _MULTIPLE)
    counted = counts.counted(text, number, scaled=scaled)
    if counted is None or decoys.is_name(text, number, has_noun=True) or decoys.is_score(text, number, counts=True):
        return bare, None
    start = figures.minus(text, number.start)
    negative = start < number.start and text[start].isalpha()  # a dash before a count is none
    atom = Atom(
        number=number,
        start=start if negative else number.start,
        end=counted.end,
        unit=counted.noun,
        factor=-ONE if negative else ONE,
        scaled=scaled,
    )
    return atom, _Meaning(_COUNT, counted.noun, "count-vague" if number.vague else "count-noun")


def _gauge(text: str, number: Number) -> str | None:
    """The scale without a unit on which a number stands ("a magnitude of 6.4")."""
    if number.shape != "plain" or number.scale != ONE or number.low > _HUNDRED:
        return None
    match = _GAUGE.search(text[max(0, number.start - 48) : number.start])
    return match["scale"] if match else None


def _index_points(text: str, number: Number) -> int | None:
    """Where the "points" of a share index end after a number."""
    match = _POINTS.match(text, number.end)
    if match is None or not _INDEX.search(text[max(0, number.start - 120) : number.end + 60]):
        return None
    return match.end()


def _is_scaled(text: str, number: Number) -> bool:
    """Whether an ambiguous scale letter is a scale: "200m people" is, "200m away" is not."""
    if not number.letter:
        return True
    if number.letter in ("t", "T", "mm", "MM"):
        return False
    if number.letter in ("k", "K", "b", "B"):
        return True
    if _METRES.match(text, number.end + 1):
        return False
    other = _OTHER_END.match(text, number.end)
    if other and nouns.counted(text, other.end()) is not None:  # "10m-12m doses"
        return True
    return (
        nouns.counted(text, number.end) is not None
        or counts.is_time_added_up(text, number.end)
        or levels.announced(text, number.end)
        or units.apart(text, number.end) is not None
        or _COUNTING.search(text[max(0, number.start - 90) : number.start]) is not None
    )


def _mention(text: str, reading: Reading, meaning: _Meaning) -> Mention:
    vague = reading.atom.number.vague
    mention = figures.mention(
        text,
        Kind.QUANTITY,
        span=Span(reading.start, reading.end),
        low=reading.low,
        high=reading.high,
        unit=meaning.unit,
        rule=f"{meaning.sort}-range" if reading.ranged else meaning.rule,
        vague=vague,
        inner=None if reading.ranged else qualifiers.after(text, reading.atom.number.end),
        doubt=meaning.doubt,
    )
    return mention if meaning.per is None else figures.counted_by(mention, meaning.per)

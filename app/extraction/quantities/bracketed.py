"""Counts in brackets behind what they are of: "deaths in Cork (15), Leith (12) and Kerry (9)", "since 2016 (186)"."""

import re
from decimal import Decimal

from app.extraction.quantities import levels
from app.extraction.quantities.antecedents import Bare, BareCount, as_before

_NAME = r"(?:[Tt]he )?[A-Z][\w’'-]*(?: (?:(?:and|of|on|upon|the) )?[A-Z][\w’'-]*){0,3}"
_JOINT = r"(?:[,;]|,? and|,? or)\s"
_COUNT = r"\((?P<count>\d{1,3}(?:,\d{3})+|\d+)\)"
_LIST = re.compile(rf"{_NAME} {_COUNT}(?:{_JOINT}{_NAME} \((?:\d{{1,3}}(?:,\d{{3}})+|\d+)\))+")
_ENTRY = re.compile(rf"(?P<name>{_NAME}) {_COUNT}")
_SINCE = re.compile(r"\b(?:since|in) (?:19|20)\d\d \(\Z")
_PLACED = re.compile(r"(?:\b(?:in|from|at|across|by|of|to|for)|:)\s\Z")
_BREAK = re.compile(r"[.!?][\"’”)]?\s+(?=[A-Z“\"‘])|\n")
_LOOK = 400


def read(bare: Bare) -> BareCount | None:
    """What a number counts that fills a bracket behind a place of a list, or behind the year that it is of."""
    text, number = bare.text, bare.number
    if text[number.start - 1 : number.start] != "(" or text[number.end : number.end + 1] != ")" or bare.is_year:
        return None
    if _SINCE.search(bare.left(16)):
        unit = levels.told(text, bare.start, bare.end)
        return BareCount("count-listed", unit) if unit else None
    listed = _list(bare)
    if listed is None:
        return None
    if unit := levels.told(text, listed.start(), bare.end):
        return BareCount("count-listed", unit)
    whole = next((one for one in reversed(bare.nearest) if one.rule == "count-noun"), None)
    if whole is None or not whole.figure.low or not _PLACED.search(text, max(0, listed.start() - 8), listed.start()):
        return None
    counts = sum(Decimal(entry["count"].replace(",", "")) for entry in _ENTRY.finditer(listed[0]))
    return as_before(whole) if counts <= whole.figure.low else None


def _list(bare: Bare) -> re.Match[str] | None:
    """The list that a number stands in; None for one of persons, whose ages stand so ("Ann Li (45)")."""
    start = max(0, bare.start - _LOOK)
    breaks = [match.end() for match in _BREAK.finditer(bare.text, start, bare.start)]
    for match in _LIST.finditer(bare.text, breaks[-1] if breaks else start):
        if match.start() <= bare.start < match.end():
            names = [entry["name"].removeprefix("the ") for entry in _ENTRY.finditer(match[0])]
            return match if 2 * sum(" " not in name for name in names) > len(names) else None
    return None

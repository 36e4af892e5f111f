"""Whole lines that say something about an article instead of telling it: byline, date, address, outlet."""

import datetime
import re

from app.readers import bylines, dates, places
from app.readers.draft import Details

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_SPLIT = re.compile(r"\s+[|·•]\s+|\s+[–—]\s+")
_DETAILS_LENGTH = 160
"""Characters: longer lines are text."""


def take_line(line: str, details: Details, *, today: datetime.date, where: str = "line") -> bool:
    """Whether a whole line is nothing but byline, date, address or time of change; if so, keep what it says.

    `where` says for the evidence where a line stands that is nothing but a date.
    """
    words = line.strip()
    if not words or len(words) > _DETAILS_LENGTH:
        return False
    segments = _SPLIT.split(words)
    if not all(_is_detail(segment) for segment in segments):
        return False
    _take_segments(segments, details, words, where if len(segments) == 1 else "line", today)
    return True


def take_outlet_and_date(line: str, details: Details, where: str, today: datetime.date) -> bool:
    """Keep what a line of outlet and date says; a name that may be a place or person gives its date and stays."""
    words = line.strip()
    evidence = f"{where} “{words}”"
    outlet, others = _beside_outlet(words)
    if outlet and len(words) <= _DETAILS_LENGTH and all(_is_detail(segment) for segment in others):
        details.offer("outlet", outlet, evidence)
        _take_segments(others, details, words, where, today)
        return True
    found = bylines.outlet_and_date(words)
    if found is None:
        if (written := bylines.name_and_date(words)) is not None:
            take_date(written, details, evidence, today=today)
        return False
    details.offer("outlet", found[0], evidence)
    take_date(found[1], details, evidence, today=today)
    return True


def take_publisher(line: str, beside: tuple[str, str], details: Details) -> bool:
    """Keep what a line of a head says that is nothing but who published, if a date stands right above or below it."""
    words = line.strip()
    if not bylines.is_publisher(words) or all(dates.in_line(other.strip()) is None for other in beside):
        return False
    details.offer("outlet", words, f"line “{words}”")
    return True


def take_writer(line: str, beside: tuple[str, str], details: Details) -> bool:
    """Keep what a line of a head says that is nothing but a writer's name above a role, or the role below the name."""
    above, words, below = beside[0].strip(), line.strip(), beside[1].strip()
    if bylines.is_writer(words, below):
        details.offer("author", words, f"line “{words}”")
        return True
    return bylines.is_writer(above, words)


def take_date(written: str, details: Details, evidence: str, *, today: datetime.date) -> None:
    """Keep a publication date if it can be one, else say why it was left out; say so, too, where it can be two."""
    if details.published is not None:
        return
    day_first = details.country not in places.MONTH_FIRST
    reading = dates.read(written, today=today, day_first=day_first, language=details.language)
    if details.country is None and dates.has_two_orders(written):
        turned = dates.read(written, today=today, day_first=not day_first)
        if reading.value is None:
            reading = turned
        elif turned.value is not None:
            both = f"day first, as {reading.value}; month first it is {turned.value}"
            details.note(f"The publication date was read {both} ({evidence}).")
    if reading.value is None:
        details.note(f"A publication date was left out: {reading.problem} ({evidence}).")
    details.offer("published", reading.value, evidence)


def take_address(address: str, details: Details) -> None:
    """Keep the article's address, and the country that it names."""
    details.url = address
    details.country = details.country or places.of_address(address)


def is_address(words: str) -> bool:
    """Whether words are nothing but a web address."""
    return _ADDRESS.fullmatch(words) is not None


def is_line_of_details(line: str) -> bool:
    """Whether a whole line is byline, date, address, outlet and date, or several of them."""
    words = line.strip()
    if len(words) > _DETAILS_LENGTH:
        return False
    others = _beside_outlet(words)[1]
    return all(_is_detail(segment) for segment in others) or bylines.outlet_and_date(words) is not None


def stands_alone(line: str) -> bool:
    """Whether a whole line is details, or a name and a date, so that no sentence goes on from it or to it."""
    return is_line_of_details(line) or bylines.name_and_date(line.strip()) is not None


def _take_segments(segments: list[str], details: Details, words: str, where: str, today: datetime.date) -> None:
    for segment in segments:
        if (written := dates.in_line(segment)) is not None:
            take_date(written, details, f"{where} “{words}”", today=today)
        elif (named := bylines.byline(segment)) is not None:
            if details.author is None:
                details.offer("byline_outlet", named[1], f"byline “{words}”")
            details.offer("author", named[0], f"line “{words}”")
        elif is_address(segment) and details.url is None:
            take_address(segment, details)


def _is_detail(segment: str) -> bool:
    if dates.in_line(segment) is not None or dates.is_change_line(segment) or is_address(segment):
        return True
    return bylines.byline(segment) is not None


def _beside_outlet(words: str) -> tuple[str | None, list[str]]:
    """The one segment of a divided line that is an outlet's name, if any, and the others."""
    segments = _SPLIT.split(words)
    outlets = [segment for segment in segments if bylines.is_outlet(segment)]
    if len(outlets) != 1 or len(segments) == 1:
        return None, segments
    return outlets[0], [segment for segment in segments if segment != outlets[0]]

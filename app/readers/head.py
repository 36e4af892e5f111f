"""The lines above an article's first paragraph: title, standfirst, byline, date, address, named fields."""

import datetime
import re
from dataclasses import dataclass

from app.readers import dates, furniture, places
from app.readers.draft import Details

_FIELD = re.compile(
    r"(?P<key>title|headline|subtitle|standfirst|outlet|publisher|publication|newspaper|source|author|by|written by"
    r"|published|publication date|date published|date|url|link|address|language|lang|country)\s*:\s*(?P<value>\S.*)",
    re.IGNORECASE,
)
_DETAIL_OF = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "publication": "outlet",
    "newspaper": "outlet",
    "source": "outlet",
    "author": "author",
    "by": "author",
    "written by": "author",
}
_DATE_KEYS = {"published", "publication date", "date published", "date"}
_ADDRESS_KEYS = {"url", "link", "address"}
_STANDFIRST_KEYS = {"subtitle", "standfirst"}
_BYLINE = re.compile(
    r"(?i:(?:words |report |story |written )?by):? "
    r"(?P<name>[A-Z][\w.'’-]*,?(?: (?:[A-Z][\w.'’-]*|de|da|di|van|von|der|la|le|al|bin|and|in|for|&),?){0,9})"
)
_WRITTEN_BY = re.compile(r"(?:written )?by:?", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_SPLIT = re.compile(r"\s+[|·•]\s+|\s+[–—]\s+")
_TITLE_WORDS = range(3, 31)
_STANDFIRST_WORDS = range(6, 46)
_LOOK_AT = 60
"""Lines: no head is longer, even with a menu above it."""


@dataclass(slots=True, kw_only=True)
class Head:
    """What stood above the text, and the lines that are left of it."""

    standfirst: str = ""
    lines: list[str]


def read(lines: list[str], details: Details, *, today: datetime.date) -> Head:
    """Take the head off a plain text; what is not surely one of its parts stays in the text.

    Details go to `details`, each with the line it was read from; the title only where there is none yet.
    """
    end = _end(lines)
    head, rest = lines[:end], lines[end:]
    found = Head(lines=[])
    kept = []
    for line in head:
        if not _take_field(line, details, found, today) and not take_line(line, details, today=today):
            kept.append(line)
    kept = furniture.cut_navigation(kept)
    _take_name_below(head, details)
    if details.title is None and (place := _title_place(kept, rest)) is not None:
        details.offer("title", kept[place], "first line of the text")
        # The lines above a title that are no furniture (a section's name) stay, below it.
        kept = kept[:place] + kept[place + 1 :]
        _take_standfirst(kept, place, found)
    elif details.title and kept and kept[0].strip() == details.title.value:
        kept = kept[1:]
    found.lines = kept + rest
    return found


def take_fields(lines: list[str], details: Details, *, today: datetime.date) -> str:
    """Keep what named fields alone say, as in the front matter of a Markdown file; returns the standfirst, if any."""
    found = Head(lines=[])
    for line in lines:
        _take_field(line, details, found, today)
    return found.standfirst


def take_line(line: str, details: Details, *, today: datetime.date) -> bool:
    """Whether a whole line is nothing but byline, date, address or time of change; if so, keep what it says."""
    words = line.strip()
    if not words or len(words) > 160:
        return False
    segments = _SPLIT.split(words)
    if not all(_is_detail(segment) for segment in segments):
        return False
    for segment in segments:
        if (written := dates.in_line(segment)) is not None:
            take_date(written, details, f"line “{words}”", today=today)
        elif match := _BYLINE.fullmatch(segment):
            details.offer("author", match["name"].rstrip(","), f"line “{words}”")
        elif _ADDRESS.fullmatch(segment) and details.url is None:
            take_address(segment, details)
    return True


def take_date(written: str, details: Details, evidence: str, *, today: datetime.date) -> None:
    """Keep a publication date if it can be one, else say why it was left out."""
    if details.published is not None:
        return
    reading = dates.read(
        written, today=today, day_first=details.country not in places.MONTH_FIRST, language=details.language
    )
    if reading.value is None:
        details.note(f"A publication date was left out: {reading.problem} ({evidence}).")
    details.offer("published", reading.value, evidence)


def take_address(address: str, details: Details) -> None:
    """Keep the article's address, and the country that it names."""
    details.url = address
    details.country = details.country or places.of_address(address)


def _is_detail(segment: str) -> bool:
    if dates.in_line(segment) is not None or dates.is_change_line(segment) or _ADDRESS.fullmatch(segment):
        return True
    return _BYLINE.fullmatch(segment) is not None


def _take_field(line: str, details: Details, head: Head, today: datetime.date) -> bool:
    match = _FIELD.fullmatch(line.strip())
    if match is None:
        return False
    key, value = match["key"].casefold(), match["value"].strip().strip("\"'")
    evidence = f"line “{line.strip()}”"
    if key in _DATE_KEYS:
        take_date(value, details, evidence, today=today)
    elif key in _ADDRESS_KEYS:
        if not _ADDRESS.fullmatch(value):
            return False
        take_address(value, details)
    elif key in _STANDFIRST_KEYS:
        head.standfirst = head.standfirst or value
    elif key in ("language", "lang"):
        details.language = details.language or places.language_of(value)
    elif key == "country":
        details.country = details.country or (value.upper() if re.fullmatch(r"[A-Za-z]{2}", value) else None)
    else:
        details.offer(_DETAIL_OF[key], value, evidence)
    return True


def _take_name_below(head: list[str], details: Details) -> None:
    """The name in the lines under a bare "Written By"; they stay in the text, as their number is not known."""
    filled = [line.strip() for line in head if line.strip()]
    for position, line in enumerate(filled):
        if _WRITTEN_BY.fullmatch(line):
            name = next((below for below in filled[position + 1 : position + 4] if _NAME.fullmatch(below)), None)
            details.offer("author", name, f"line below “{line}”")


def _end(lines: list[str]) -> int:
    """Where the first paragraph begins. A long standfirst right above a byline or date is no paragraph."""
    looked = lines[:_LOOK_AT]
    filled = [place for place, line in enumerate(looked) if line.strip()]
    for position, place in enumerate(filled):
        if not furniture.is_prose(looked[place]):
            continue
        below = [looked[after].strip() for after in filled[position + 1 :]]
        stands_above = bool(below) and _is_detail(below[0]) and any(furniture.is_prose(line) for line in below)
        if stands_above and len(looked[place].split()) in _STANDFIRST_WORDS:
            continue
        return place
    # No paragraph at all: only named fields and plain details at the very top are the head.
    place = 0
    while place < len(filled) and (
        _FIELD.fullmatch(looked[filled[place]].strip()) or _is_detail(looked[filled[place]].strip())
    ):
        place += 1
    return filled[place] if place < len(filled) else len(looked)


def _title_place(head: list[str], rest: list[str]) -> int | None:
    if not any(line.strip() for line in rest):
        return None
    for place, line in enumerate(head):
        words = line.split()
        if len(words) in _TITLE_WORDS and len(line) <= 200 and line.strip()[-1] not in ".,;:":
            return place
    return None


def _take_standfirst(kept: list[str], place: int, head: Head) -> None:
    """The line under the title, if it is one line alone and long enough to say something."""
    following = next((after for after in range(place, len(kept)) if kept[after].strip()), None)
    if following is None or head.standfirst or len(kept[following].split()) not in _STANDFIRST_WORDS:
        return
    if following + 1 < len(kept) and kept[following + 1].strip():
        return
    head.standfirst = kept.pop(following).strip()

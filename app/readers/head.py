"""The lines above an article's first paragraph: title, standfirst, byline, date, address, named fields."""

import datetime
import re
from dataclasses import dataclass

from app.readers import bylines, detail_lines, furniture, places
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
_WRITTEN_BY = re.compile(r"(?:written )?by:?", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}")
_TITLE_WORDS = range(3, 31)
_STANDFIRST_WORDS = range(6, 46)
_TITLE_LENGTH = 120
"""Characters: above short paragraphs, a longer line is one of them."""

_DATE_LENGTH = 40
"""Characters: a longer sentence after "Date:" is text."""

_NAMES_ABOVE = 2
"""Lines that may stand above the line of outlet and date: the headline and the one below it."""

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
    kept: list[str] = []
    above = 0
    for above_it, line, below_it in zip(["", *head], head, [*head[1:], ""], strict=False):
        where = "line under the headline" if above == 1 or (details.title and not above) else "line"
        if _take_field(line, details, found, today) or detail_lines.take_line(line, details, today=today, where=where):
            continue
        beside = (above_it, below_it)
        if (above or details.title) and (
            detail_lines.take_publisher(line, beside, details) or detail_lines.take_writer(line, beside, details)
        ):
            continue
        if above > _NAMES_ABOVE or not detail_lines.take_outlet_and_date(line, details, where, today):
            kept.append(line)
            above += bool(line.strip()) and not furniture.is_furniture(line)
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


def _take_field(line: str, details: Details, head: Head, today: datetime.date) -> bool:
    match = _FIELD.fullmatch(line.strip())
    if match is None:
        return False
    key, value = match["key"].casefold(), match["value"].strip().strip("\"'")
    evidence = f"line “{line.strip()}”"
    if key in _DATE_KEYS:
        if len(value) > _DATE_LENGTH and furniture.is_sentence(value):
            return False
        detail_lines.take_date(value, details, evidence, today=today)
    elif key in _ADDRESS_KEYS:
        if not detail_lines.is_address(value):
            return False
        detail_lines.take_address(value, details)
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
    named = _named_fields(looked, filled)
    for position, place in enumerate(filled):
        if position < named or not furniture.is_prose(looked[place]):
            continue
        below = [looked[after].strip() for after in filled[position + 1 :]]
        stands_above = (
            bool(below)
            and detail_lines.is_line_of_details(below[0])
            and any(furniture.is_prose(line) for line in below)
        )
        if stands_above and len(looked[place].split()) in _STANDFIRST_WORDS:
            continue
        return place
    return _end_above_short_lines(looked, filled)


def _named_fields(looked: list[str], filled: list[int]) -> int:
    """How many named fields a text opens with, however long a title is; a lone "Source: …" may be a paragraph."""
    fields = [_FIELD.fullmatch(looked[place].strip()) for place in filled]
    first = fields[0] if fields else None
    count = next((position for position, field in enumerate(fields) if field is None), len(fields))
    return count if count > 1 or (first and _DETAIL_OF.get(first["key"].casefold()) == "title") else 0


def _end_above_short_lines(looked: list[str], filled: list[int]) -> int:
    """Where no line is surely a paragraph: what follows named fields, plain details and a line that can be a title.

    A title has a blank line below it, or details and then a blank line, and further down a line ends in a full stop.
    One more line, the standfirst, may stand between it and the details.
    """
    position = _after_details(looked, filled, 0)
    if position < len(filled) and _can_be_title(looked[filled[position]]):
        after = _after_details(looked, filled, position + 1)
        if after < len(filled) and _can_be_title(looked[filled[after]]):
            behind = _after_details(looked, filled, after + 1)
            after = behind if behind > after + 1 else after
        below = filled[after:]
        if below and not looked[below[0] - 1].strip() and any(furniture.is_sentence(looked[line]) for line in below):
            position = after
    return filled[position] if position < len(filled) else len(looked)


def _after_details(looked: list[str], filled: list[int], position: int) -> int:
    while position < len(filled) and (
        _FIELD.fullmatch(looked[filled[position]].strip()) or detail_lines.stands_alone(looked[filled[position]])
    ):
        position += 1
    return position


def _can_be_title(line: str) -> bool:
    words = line.strip()
    return len(words.split()) > 1 and len(words) <= _TITLE_LENGTH and words[-1] not in ".,;:"


def _title_place(head: list[str], rest: list[str]) -> int | None:
    if not any(line.strip() for line in rest):
        return None
    filled = [place for place, line in enumerate(head) if line.strip()]
    for place in filled:
        line = head[place].strip()
        # A statement or a row of a table is text already; a title from below it would come to stand before it.
        if furniture.is_sentence(line) or "\t" in line:
            return None
        count = len(line.split())
        is_long_enough = count in _TITLE_WORDS or (count == 2 and len(filled) == 1 and not head[-1].strip())
        if is_long_enough and len(line) <= 200 and line[-1] not in ".,;:" and bylines.name_and_date(line) is None:
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

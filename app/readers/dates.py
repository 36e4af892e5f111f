"""Days on which articles say they were published."""

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d|\d\s*[ap]\.?m\b", re.IGNORECASE)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?"
_DAY = (
    rf"(?:(?:{_WEEKDAY}\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+\d{{4}}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}})"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{4})"
)
_ZONE = r"(?:z|utc|gmt|bst|cet|cest|e[sd]t|[+-]\d\d:?\d\d)"
_TIME = rf"(?:[,T]?\s*(?:at\s+)?\d{{1,2}}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?)"
_LEAD = r"(?:(?:first\s+|press\s+release\s+)?(?:published|posted|issued|released|date)(?:\s+on)?\s*:?\s*)"
_CLOCK_FIRST = rf"\d{{1,2}}[:.]\d\d\s*(?:[ap]\.?m\.?)?\s*{_ZONE}?(?:,|\s+on)?\s+{_DAY}"
_LINE = re.compile(rf"\s*{_LEAD}?({_DAY}{_TIME}?|{_CLOCK_FIRST})\s*", re.IGNORECASE)
_CHANGED_LINE = re.compile(rf"\s*(?:last\s+)?(?:updated|modified)(?:\s+on)?\s*:?\s*{_DAY}{_TIME}?\s*", re.IGNORECASE)
_NAMED = re.compile(rf"\b{_DAY}", re.IGNORECASE)
_IN_NUMBERS = re.compile(r"\b0?(\d|1[0-2])/0?(\d|1[0-2])/\d{4}")
# Printed news is younger than this; earlier years come from clocks that were never set.
_OLDEST = 1800
_UNSET_CLOCK = datetime.date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A day, or day and time, in ISO 8601; where there is none, `problem` says why in words for the analyst."""

    value: str | None = None
    problem: str = ""


def in_line(line: str) -> str | None:
    """The words of the date where a whole line is nothing but one ("Published 23 May 2025, 07:40"), else None."""
    match = _LINE.fullmatch(line) if len(line) < 80 else None
    return match[1] if match else None


def is_change_line(line: str) -> bool:
    """Whether a whole line only says when the text was last changed."""
    return len(line) < 80 and _CHANGED_LINE.fullmatch(line) is not None


def has_two_orders(words: str) -> bool:
    """Whether a date in numbers names one day with the day first and another with the month first ("3/4/2025")."""
    match = _IN_NUMBERS.search(words)
    return match is not None and match[1] != match[2]


def times_named(day: str, text: str, *, today: datetime.date, day_first: bool = True) -> int:
    """How often a text writes out an ISO 8601 day in full ("into effect on July 1, 2024")."""
    year, _, number = (part.lstrip("0") for part in day.split("-"))
    # A long page names thousands of days, and each takes the parser half a millisecond.
    likely = (match[0] for match in _NAMED.finditer(text) if year in match[0] and number in match[0])
    return sum(read(words, today=today, day_first=day_first).value == day for words in likely)


def read(words: str, *, today: datetime.date, day_first: bool = True, language: str | None = None) -> Reading:
    """A publication date as ISO 8601: ISO forms first, then written ones, all three of day, month and year required.

    Days that do not exist, days after `today` and clocks that were never set are refused. `day_first` settles
    "3/4/2025"; `language` adds the month names of one language to the English ones.
    """
    words = words.strip()
    if match := _ISO.fullmatch(words):
        return _from_iso(match, words, today)
    moment = _written(words[:100], day_first, language)
    if moment is None:
        return Reading(problem=f"“{words[:60]}” is not a date that exists")
    value = moment.isoformat(timespec="minutes") if _CLOCK.search(words) else moment.date().isoformat()
    return _checked(value, moment.date(), today, zoned=moment.tzinfo is not None)


def _from_iso(match: re.Match[str], words: str, today: datetime.date) -> Reading:
    try:
        day = datetime.date(int(match[1]), int(match[2]), int(match[3]))
        if match[4] is None:
            return _checked(day.isoformat(), day, today, zoned=False)
        moment = datetime.time(int(match[4]), int(match[5]), int(match[6] or 0))
    except ValueError:
        return Reading(problem=f"“{words}” is not a date that exists")
    clock = moment.isoformat("seconds" if moment.second else "minutes")
    return _checked(f"{day.isoformat()}T{clock}{_offset(match[7])}", day, today, zoned=match[7] is not None)


def _offset(written: str | None) -> str:
    if written is None:
        return ""
    if written[0] not in "+-":
        return "Z"
    digits = written[1:].replace(":", "").ljust(4, "0")
    return f"{written[0]}{digits[:2]}:{digits[2:]}"


def _checked(value: str, day: datetime.date, today: datetime.date, *, zoned: bool) -> Reading:
    # Where the page names its time zone, its day can be one ahead of the reader's.
    if day > today + datetime.timedelta(days=1 if zoned else 0):
        return Reading(problem=f"{day.isoformat()} is in the future")
    if day.year < _OLDEST or day == _UNSET_CLOCK:
        return Reading(problem=f"{day.isoformat()} comes from a clock that was never set")
    return Reading(value=value)


def _written(words: str, day_first: bool, language: str | None) -> datetime.datetime | None:
    found = _parser(day_first, language).get_date_data(words)
    moment: datetime.datetime | None = found.date_obj
    return moment


@lru_cache(maxsize=8)
def _parser(day_first: bool, language: str | None):  # type: ignore[no-untyped-def]
    # Loaded on first need: it reads its language files, which would delay the first window.
    from dateparser.data.languages_info import language_order  # type: ignore[import-untyped]
    from dateparser.date import DateDataParser  # type: ignore[import-untyped]

    languages = ["en"] + ([language] if language in language_order and language != "en" else [])
    return DateDataParser(
        languages=languages,
        settings={
            "STRICT_PARSING": True,
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY" if day_first else "MDY",
            "PREFER_LOCALE_DATE_ORDER": False,
        },
    )

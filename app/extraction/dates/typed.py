"""What a person types into a date field, or a page's metadata says."""

import datetime
import re

from app.domain.edtf import days
from app.extraction.dates.residual import parser
from app.extraction.dates.scan import read
from app.extraction.mention import Passage, Taken

_PLAIN = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_BASIC = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_LABEL = re.compile(r"^(?:published|posted|date|on)\b[:\s]*", re.IGNORECASE)
_LONGEST = 80
_SIZES = {"day": 10, "month": 7, "year": 4}


def typed(text: str, *, today: datetime.date, day_first: bool = True) -> str | None:
    """The day, month or year that these words mean, as EDTF; None where they cannot be read.

    Our own forms come first ("12 Feb 2026", "2026-02-12T08:00Z", "last month", "2035"), then dateparser's, which knows
    other languages and time stamps. `day_first` settles "03/04/2025".
    """
    words = _LABEL.sub("", " ".join(text.split()))
    if not words or len(words) > _LONGEST:
        return None
    if basic := _BASIC.fullmatch(words):
        words = "-".join(basic.groups())
    if _PLAIN.fullmatch(words):
        return words if days(words) else None
    mentions = read(Passage(text=words, published=today, country="GB" if day_first else "US"), Taken())
    if len(mentions) == 1 and len(mentions[0].span.of(words)) >= len(words.strip(" .,;")):
        date = (mentions[0].figure.date or "").split("T")[0]
        return date if _PLAIN.fullmatch(date) else None
    if any(not _PLAIN.fullmatch((mention.figure.date or "").split("T")[0]) for mention in mentions):
        return None  # a decade or a range, which dateparser would take for seconds and the like
    found = parser(None, "DMY" if day_first else "MDY").get_date_data(words)
    if found.date_obj is None or found.period not in _SIZES or not re.search(r"\d|[^\x00-\x7f]", words):
        return None
    return str(found.date_obj.date().isoformat()[: _SIZES[found.period]])

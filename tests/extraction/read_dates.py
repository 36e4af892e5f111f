"""Dates and durations of a text that was published on a Wednesday in June 2025."""

import datetime

from app.domain.figure import Kind
from app.extraction import dates
from app.extraction.mention import Mention, Passage, Taken

PUBLISHED = datetime.date(2025, 6, 18)  # a Wednesday


def mentions(text: str, *, published: datetime.date | None = PUBLISHED, country: str | None = None) -> list[Mention]:
    """All that the stage of dates reads."""
    return dates.read(Passage(text=text, published=published, country=country), Taken())


def said(text: str, *, published: datetime.date | None = PUBLISHED, country: str | None = None) -> list[str | None]:
    """The dates alone, as EDTF writes them."""
    found = mentions(text, published=published, country=country)
    return [mention.figure.date for mention in found if mention.figure.kind is Kind.DATE]

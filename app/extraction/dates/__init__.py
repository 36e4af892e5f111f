"""Dates and durations: what is written, read on the raw text, and what it means in the calendar."""

from app.extraction.dates.scan import read
from app.extraction.dates.stretches import POINTS_BACK
from app.extraction.dates.typed import typed

__all__ = ["POINTS_BACK", "read", "typed"]

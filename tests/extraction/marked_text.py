"""Figures set by hand in a text: "It costs [£45m a year|money per=year] until [2030|date 2030]."

A mark gives the kind, for dates and durations their EDTF or ISO value, and `per=`, `unit=`, `fraction=yes` or
`modifier=` where they matter.
"""

import datetime
import re
from decimal import Decimal

from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.extraction.mention import Mention, Passage

_MARK = re.compile(r"\[([^|\]]+)\|(\w+)([^\]]*)\]")


def marked(
    text: str, published: datetime.date | None = datetime.date(2025, 6, 8), country: str | None = None
) -> tuple[Passage, list[Mention]]:
    """The passage without its marks, and the figures that were marked."""
    plain, mentions, last = "", [], 0
    for mark in _MARK.finditer(text):
        plain += text[last : mark.start()]
        start = len(plain)
        plain += mark[1]
        last = mark.end()
        mentions.append(Mention(span=Span(start, len(plain)), figure=_figure(mark[2], mark[3].split()), rule="by hand"))
    plain += text[last:]
    return Passage(text=plain, published=published, country=country), mentions


def _figure(kind: str, words: list[str]) -> Figure:
    options = dict(word.split("=", 1) for word in words if "=" in word)
    value = next((word for word in words if "=" not in word), None)
    counted = kind not in {"date", "duration"}
    return Figure(
        kind=Kind(kind),
        low=Decimal(1) if counted else None,
        high=Decimal(1) if counted else None,
        unit=options.get("unit"),
        per=options.get("per"),
        date=None if counted else value,
        modifier=options.get("modifier"),
        fraction=options.get("fraction") == "yes",
    )

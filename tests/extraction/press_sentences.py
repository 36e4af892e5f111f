"""Sentences worded as newspapers and reports word them, read by all stages together."""

import datetime

from app.domain.claim import Claim
from app.domain.figure import Kind, Qualifier
from app.extraction import pipeline
from app.extraction.mention import Passage

PUBLISHED = datetime.date(2025, 6, 18)


def read(text: str, country: str | None = "GB") -> list[Claim]:
    """The claims of a text that was published in Britain, if nothing else is said."""
    return pipeline.read(Passage(text=text, published=PUBLISHED, country=country))


def figures(text: str, country: str | None = "GB") -> list[str]:
    """ "surface = value unit per period (qualifier)" of every figure but dates and durations."""
    return [
        f"{one.surface} = {_value(one)}"
        for one in read(text, country)
        if one.figure.kind not in (Kind.DATE, Kind.DURATION)
    ]


def _value(claim: Claim) -> str:
    figure = claim.figure
    said = f"{figure.low:f}" + (f"..{figure.high:f}" if figure.is_range else "") + f" {figure.unit}"
    said += f" per {figure.per}" if figure.per else ""
    return said if figure.qualifier is Qualifier.EXACT else f"{said} ({figure.qualifier.value})"


def dates(text: str, country: str | None = "GB") -> list[tuple[str, str | None]]:
    """The words of every date, and how EDTF writes it."""
    return [(one.surface, one.figure.date) for one in read(text, country) if one.figure.kind is Kind.DATE]


def stated(text: str, surface: str, country: str | None = "GB") -> dict[str, str]:
    """What is said of the figure with these words."""
    claim = next(one for one in read(text, country) if one.surface == surface)
    return {name: said.value for name, said in claim.basis.stated()}


def lengths(text: str) -> list[tuple[str, str | None]]:
    """The words of every duration, and how ISO 8601 writes it."""
    return [(one.surface, one.figure.date) for one in read(text) if one.figure.kind is Kind.DURATION]

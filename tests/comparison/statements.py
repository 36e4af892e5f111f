"""Statements as a reader would have taken them from a text, for the tests of this folder."""

import datetime
from decimal import Decimal

from app.comparison.statement import Statement
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Speaker, Stance
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.span import Span

SCALES = {"": "1", "k": "1E3", "m": "1E6", "bn": "1E9", "tn": "1E12"}


def value(written: str) -> Decimal:
    """ "34.7bn" as a number that keeps its written digits."""
    digits = written.rstrip("kmbnt")
    scale = SCALES[written[len(digits) :]]
    number = Decimal(digits.replace(",", ""))
    return number if scale == "1" else number * Decimal(scale)


def figure(
    written: str,
    unit: str | None = "GBP",
    words: str = "",
    *,
    kind: Kind | None = None,
    per: str | None = None,
    to: str | None = None,
    qualifier: Qualifier = Qualifier.EXACT,
    fraction: bool = False,
    vague: bool = False,
) -> Figure:
    """A figure of a number."""
    low = value(written)
    if kind is None:
        kind = {"percent": Kind.PERCENTAGE, "percentage_point": Kind.PERCENTAGE}.get(
            unit or "", Kind.MONEY if unit is None or (unit.isupper() and len(unit) == 3) else Kind.QUANTITY
        )
    return Figure(
        kind=kind,
        low=low,
        high=low if to is None else value(to),
        unit=unit,
        qualifier=qualifier,
        qualifier_words=words,
        per=per,
        fraction=fraction,
        vague=vague,
    )


def day(edtf: str, modifier: str | None = None) -> Figure:
    """A date."""
    return Figure(kind=Kind.DATE, date=edtf, modifier=modifier)


def statement(
    said: Figure,
    text: str = "",
    *,
    on: str | None = "2025-06-08",
    surface: str = "",
    speaker: str | None = None,
    stance: Stance | None = None,
    origin: str | None = None,
    currency: str | None = None,
    article: str | None = None,
    **basis: str,
) -> Statement:
    """A statement whose figure stands at `surface` in `text`, with its basis as field=value."""
    at = text.find(surface) if surface else 0
    assert at >= 0, f"{surface!r} does not stand in {text!r}"
    claim = Claim(
        span=Span(at, at + len(surface)),
        surface=surface,
        figure=said,
        sentence=Span(0, len(text)),
        rule="test",
        basis=Basis(**{name: Stated(value=said) for name, said in basis.items()}),
        speaker=Speaker(name=speaker) if speaker else None,
        stance=stance,
    )
    published = datetime.date.fromisoformat(on) if on else None
    return Statement(claim=claim, published=published, text=text, origin=origin, currency=currency, article=article)

"""Invented articles and claims, written down as their extraction would."""

import re
from decimal import Decimal
from typing import Any

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.basis import Basis, Stated
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind
from app.domain.span import Span

HARBOUR = (
    "Harbour to be leased back\n\n"
    "The island will be paid £165m a year for the harbour, the Treasury said. The first sum falls due in 2026.\n\n"
    "A fund of £45m ($60m) a year was promised to the fishermen of Port Ambrose."
)


def article(text: str = HARBOUR, **details: str | None) -> Article:
    """An article of a title, a blank line and a body; details are title, outlet, author, published and url."""
    title, gap, _ = text.partition("\n\n")
    parts = [Part(kind=PartKind.BODY, span=Span(0, len(text)))]
    if gap:
        head = Part(kind=PartKind.TITLE, span=Span(0, len(title)))
        parts = [head, Part(kind=PartKind.BODY, span=Span(len(title) + 2, len(text)))]
    url = details.pop("url", None)
    said = {"title": title, **details}
    known = {name: Detail(value=value, evidence="the page") for name, value in said.items() if value is not None}
    return Article(text=text, parts=tuple(parts), raw=text.encode(), media_type="text/plain", url=url, **known)  # type: ignore[arg-type]


def claim(surface: str, low: str | None = None, text: str = HARBOUR, **more: Any) -> Claim:
    """A claim of these words, where they first stand; `low` as in "165E6", and the rest as fields of either value."""
    start = text.index(surface)
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)|\n\n", text)]
    before = max((end for end in ends if end <= start), default=0)
    after = min((end for end in ends if end > start), default=len(text))
    before += len(text[before:after]) - len(text[before:after].lstrip())
    value = None if low is None else Decimal(low)
    own = ("converts", "confidence", "doubt", "stance", "qualifier_cue")
    speaker, basis = more.pop("speaker", None), more.pop("basis", {})
    placed = {name: more.pop(name) for name in own if name in more}
    figure = {"kind": Kind.MONEY, "unit": "GBP", "low": value, "high": value} | more
    return Claim(
        span=Span(start, start + len(surface)),
        surface=surface,
        figure=Figure(**figure),
        sentence=Span(before, after),
        rule="invented",
        speaker=None if speaker is None else Speaker(name=speaker),
        basis=Basis(**{name: Stated(value=said) for name, said in basis.items()}),
        **placed,
    )


def harbour_claims() -> list[Claim]:
    """The claims of `HARBOUR`; the dollars restate the pounds before them."""
    return [
        claim("£165m a year", "165E6", speaker="the Treasury", per="year", basis={"kind": "rate", "per": "year"}),
        claim("2026", kind=Kind.DATE, unit=None, date="2026"),
        claim("£45m", "45E6"),
        claim("$60m", "60E6", unit="USD", converts=2),
    ]

"""A small invented project: a wire story, its copy, and a column of another outlet."""

from decimal import Decimal
from typing import Any

from app.domain.article import Article, Detail, Part, PartKind
from app.domain.claim import Claim, Speaker
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.store.project import Project

AT = "2026-02-14T09:30:00.000000Z"
WIRE = (
    "Ferry to the island sold\n\n"
    "The ferry was sold on Monday. It brought £40m, the council said. The buyer pays £3m a year for the pier.\n\n"
    "A survey counted 12% fewer passengers in 2025."
)
COPY = "Council sells ferry\n\nIt brought £40m, a report says."
COLUMN = "On lighthouses\n\nPainting one costs £3m a year."


def fill(project: Project) -> dict[str, str]:
    """Keep the three articles; gives the ids of articles by title, and of claims by outlet and words."""
    with project.writing("import 3 files") as store:
        wire = store.articles.add(_article(WIRE, "Wire", "2026-02-02"), captured_at=AT)
        first = store.claims.add(
            wire.article_id,
            [
                _claim(WIRE, "£40m", "40E6", speaker="the council"),
                _claim(WIRE, "£3m a year", "3E6", per="year"),
                _claim(WIRE, "12%", "12", kind=Kind.PERCENTAGE, unit="percent"),
                _claim(WIRE, "2025", kind=Kind.DATE, unit=None, date="2025"),
            ],
        )
        copy = store.articles.add(_article(COPY, "Mail", "2026-02-03"), captured_at=AT, origin_id=wire.origin_id)
        second = store.claims.add(copy.article_id, [_claim(COPY, "£40m", "40E6")])
        column = store.articles.add(_article(COLUMN, "Mail", None), captured_at=AT)
        third = store.claims.add(column.article_id, [_claim(COLUMN, "£3m a year", "3E6", per="year")])
    names = ["wire £40m", "wire £3m", "wire 12%", "wire 2025", "copy £40m", "column £3m"]
    articles = {"wire": wire.article_id, "copy": copy.article_id, "column": column.article_id}
    return articles | dict(zip(names, [*first, *second, *third], strict=True))


def _article(text: str, outlet: str, published: str | None) -> Article:
    title = text.partition("\n\n")[0]
    said = {"title": title, "outlet": outlet, "published": published}
    known = {name: Detail(value=value, evidence="the page") for name, value in said.items() if value}
    body = Part(kind=PartKind.BODY, span=Span(len(title) + 2, len(text)))
    parts = (Part(kind=PartKind.TITLE, span=Span(0, len(title))), body)
    return Article(text=text, parts=parts, raw=text.encode(), media_type="text/plain", **known)  # type: ignore[arg-type]


def _claim(text: str, surface: str, low: str | None = None, speaker: str | None = None, **figure: Any) -> Claim:
    start = text.index(surface)
    before = max(text.rfind(". ", 0, start) + 2, text.rfind("\n", 0, start) + 1)
    value = None if low is None else Decimal(low)
    stated = {"kind": Kind.MONEY, "unit": "GBP", "low": value, "high": value} | figure
    return Claim(
        span=Span(start, start + len(surface)),
        surface=surface,
        figure=Figure(**stated),
        sentence=Span(before, text.index(".", start) + 1),
        rule="invented",
        speaker=None if speaker is None else Speaker(name=speaker),
    )

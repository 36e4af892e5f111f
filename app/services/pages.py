"""A comparison as a page that can be handed on: what was found, what was settled, and the sources of it all."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.resolution import Resolution
from app.exports import table
from app.services.comparing import Comparison, Row
from app.services.export_lines import VIEW, view_cells
from app.services.resolving import Resolving
from app.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article of the page; `sha256` is that of its text, `published` an ISO 8601 day or empty."""

    number: int
    outlet: str
    title: str
    published: str
    url: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that a page says. `cited` are the numbers of the sources of each row, by its first claim."""

    comparison: Comparison
    resolution: Resolution | None
    sources: tuple[Source, ...]
    cited: Mapping[str, tuple[int, ...]]
    project: str
    day: datetime.date

    def numbers(self, row: Row) -> tuple[int, ...]:
        """The numbers of a row's sources."""
        return self.cited.get(row.claim_ids[0], ())


class Pages:
    """The pages of one open project."""

    def __init__(self, project: Project, *, today: Callable[[], datetime.date]) -> None:
        self._project = project
        self._resolving = Resolving(project)
        self._today = today

    def of(self, comparison: Comparison) -> Page:
        """A comparison with its sources, numbered in the order of its rows."""
        numbers: dict[str, int] = {}
        cited: dict[str, tuple[int, ...]] = {}
        with self._project.reading() as store:
            lines = store.claims.lines([one for row in comparison.rows for one in row.claim_ids])
            article_of = {line.record.claim_id: line.record.article_id for line in lines}
            for row in comparison.rows:
                articles = dict.fromkeys(article_of[one] for one in row.claim_ids if one in article_of)
                cited[row.claim_ids[0]] = tuple(numbers.setdefault(one, len(numbers) + 1) for one in articles)
            records = [store.articles.get(article_id) for article_id in numbers]
        sources = []
        for number, record in enumerate(records, 1):
            article = record.article
            sources.append(
                Source(
                    number=number,
                    outlet=article.outlet.value if article.outlet else "",
                    title=article.title.value if article.title else article.source_name,
                    published=article.published.value[:10] if article.published else "",
                    url=article.url or "",
                    sha256=record.text_sha256,
                )
            )
        return Page(
            comparison=comparison,
            resolution=self._resolving.of(comparison.topic.topic_id),
            sources=tuple(sources),
            cited=cited,
            project=Path(self._project.path).stem,
            day=self._today(),
        )


Cells = list[tuple[str, bool]]
"""The cells of a row, and whether each is a plain number."""


def spreadsheet(comparison: Comparison) -> tuple[list[str], list[Cells]]:
    """The heads and the rows of a comparison for a spreadsheet or a text, without the column that lists guards."""
    columns = [column for column in VIEW if column.name != table.GUARDED]
    rows = []
    for group in comparison.groups:
        for row in group.rows:
            cells = view_cells(group.label.kind, group.label.detail, row)
            rows.append([(table.said(cell), column.number) for cell, column in zip(cells, columns, strict=False)])
    return [column.name.replace("_", " ") for column in columns], rows

"""A comparison as a page that can be handed on: what was found, what was settled, and the sources of it all."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.domain.resolution import Resolution
from app.exports import table
from app.services.exports.comparison_lines import VIEW, view_cells
from app.services.topics import regrouping
from app.services.topics.common_basis import Converted, Found
from app.services.topics.comparing import Comparison, Group, Row
from app.services.topics.regrouping import By
from app.services.topics.resolving import Resolving
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
class Arranged:
    """How a comparison is shown: what its rows stand together by, and its figures on a common basis with its words."""

    by: By = By.BASIS
    found: Found | None = None
    basis: str = ""

    def groups(self, comparison: Comparison) -> tuple[Group, ...]:
        """The groups in their order."""
        return regrouping.groups(comparison, self.by)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Everything that a page says. `cited` are the numbers of the sources of each row, by its first claim."""

    comparison: Comparison
    arranged: Arranged
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

    def of(self, comparison: Comparison, arranged: Arranged) -> Page:
        """A comparison as it is shown, with its sources, numbered in the order of its rows."""
        rows = [row for group in arranged.groups(comparison) for row in group.rows]
        numbers: dict[str, int] = {}
        cited: dict[str, tuple[int, ...]] = {}
        with self._project.reading() as store:
            lines = store.claims.lines([one for row in rows for one in row.claim_ids])
            article_of = {line.record.claim_id: line.record.article_id for line in lines}
            for row in rows:
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
                    title=article.name,
                    published=article.published.value[:10] if article.published else "",
                    url=article.url or "",
                    sha256=record.text_sha256,
                )
            )
        return Page(
            comparison=comparison,
            arranged=arranged,
            resolution=self._resolving.of(comparison.topic.topic_id),
            sources=tuple(sources),
            cited=cited,
            project=Path(self._project.path).stem,
            day=self._today(),
        )


Cells = list[tuple[str, bool]]
"""The cells of a row, and whether each is a plain number."""


def view(
    comparison: Comparison, arranged: Arranged, settled: Resolution | None
) -> tuple[list[table.Column], list[list[table.Cell]]]:
    """The columns and the rows of a comparison as it is shown, in the order of its groups; every row has its basis.

    `settled` is what holds for the topic.
    """
    basis = {id(row): group.label for group in comparison.groups for row in group.rows}
    grouped, common = arranged.by is not By.BASIS, arranged.found is not None
    columns = [*([_GROUP] if grouped else []), *VIEW[:-1], *(_COMMON if common else []), VIEW[-1]]
    rows = []
    for group in arranged.groups(comparison):
        for row in group.rows:
            label = basis[id(row)]
            cells = view_cells(label.kind, label.detail, row, settled)
            if grouped:
                cells = [group.label.kind, *cells]
            if arranged.found is not None:
                cells[-1:] = [arranged.basis, *converted(row, arranged.found), cells[-1]]
            rows.append(cells)
    return columns, rows


_GROUP = table.Column(name="group")
_COMMON = [
    table.Column(name="common_basis"),
    table.Column(name="on_the_common_basis"),
    table.Column(name="common_value", number=True),
    table.Column(name="formula"),
]


def converted(row: Row, found: Found) -> list[table.Cell]:
    """A row's figure on the common basis in words, its value and how it was worked out, or why it has none."""
    one = found.get(row.claim_id)
    if isinstance(one, Converted):
        return [one.words, table.number(one.value), one.formula]
    return [f"no basis in common: {one.why}" if one else "", "", ""]


def as_text(heads: Sequence[str], rows: Sequence[Cells]) -> str:
    """Such a table as spreadsheets take it from the clipboard."""
    return table.tabbed(heads, ([words for words, _ in cells] for cells in rows))


def spreadsheet(page: Page) -> tuple[list[str], list[Cells]]:
    """The heads and the rows of a page for a spreadsheet or a text, guarded; no column lists the guards."""
    columns, rows = view(page.comparison, page.arranged, page.resolution)
    shown = [column for column in columns if column.name != table.GUARDED]
    heads = [column.name.replace("_", " ") for column in shown]
    flat = (table.flat(cells, columns) for cells in rows)
    return heads, [[(cell, column.number) for cell, column in zip(cells, shown, strict=False)] for cells in flat]


def words_alone(heads: Sequence[str], rows: Iterable[Sequence[table.Cell]]) -> list[Cells]:
    """Rows of words as such a table has them, guarded."""
    columns = [table.Column(name=head) for head in heads]
    return [[(words, False) for words in table.flat(row, columns)] for row in rows]

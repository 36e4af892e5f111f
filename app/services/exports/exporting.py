"""What is on screen, or everything, as CSV."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, fields
from functools import lru_cache
from pathlib import Path

from app import shipped
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.history import LogLine
from app.domain.listing import ArticleRow, ClaimFilter, ClaimLine, ClaimOrder
from app.domain.remark import Remark
from app.exports import (
    articles as articles_csv,
    claims as claims_csv,
    comparisons as comparisons_csv,
    decisions,
    package,
    resolutions,
    schedules,
    table,
)
from app.exports.lines import rows_of
from app.services.claims import grid_columns, list_columns
from app.services.exports import pages
from app.services.exports.comparison_lines import comparison_lines
from app.services.exports.export_lines import article_line, claim_line
from app.services.exports.pages import Arranged
from app.services.exports.project_lines import Beside, decision_lines, payment_lines, resolution_lines
from app.services.topics.comparing import Comparison
from app.services.topics.resolving import Resolving
from app.store.project import Project

ARTICLES = 64
PACKAGE = "datapackage.json"
EVERYTHING = ClaimFilter(states=frozenset(State))


class Exporting:
    """Exports of one open project. `preset` is "excel" or "data"."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def everything(self, folder: Path, shown: Sequence[Comparison], *, preset: str = "data") -> list[Path]:
        """Write the project's tables and what describes them into the folder, which is made; gives the files.

        claims.csv, articles.csv, comparisons.csv, resolutions.csv, decisions.csv, schedules.csv, datapackage.json.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"The folder {folder} cannot be made ({error.strerror}); nothing was written. Choose another one.",
                reason="not-written",
            ) from error
        with self._project.reading() as store:
            ids = store.lists.ids(EVERYTHING, ClaimOrder.TEXT)
            settled = store.resolutions.all()
            kept, log = store.schedules.all(), store.log()
            topics = {topic.topic_id: topic for topic, _ in store.topics.list()}
        project_id = self._project.project_id
        held = {one.topic_id: one if one.settles else None for one in settled}
        pairs = [line for one in shown for line in comparison_lines(one, held.get(one.topic.topic_id))]
        written: dict[str, tuple[Sequence[table.Column], Iterable[object]]] = {
            "claims.csv": (claims_csv.COLUMNS, self._claim_lines(ids)),
            "articles.csv": (articles_csv.COLUMNS, self._article_lines()),
            "comparisons.csv": (comparisons_csv.COLUMNS, pairs),
            "resolutions.csv": (resolutions.COLUMNS, resolution_lines(project_id, settled, topics)),
            "decisions.csv": (decisions.COLUMNS, decision_lines(project_id, log)),
            "schedules.csv": (schedules.COLUMNS, payment_lines(project_id, kept, topics)),
        }
        for name, (columns, lines) in written.items():
            table.save_table(folder / name, rows_of(lines, columns), columns, preset)
        described = {name: columns for name, (columns, _) in written.items()}
        name, chosen = Path(self._project.path).stem, table.Preset(preset)
        table.save(
            folder / PACKAGE,
            lambda out: package.write(name, project_id, shipped.version(), described, out, chosen),
        )
        return [folder / file for file in (*written, PACKAGE)]

    def claims(self, path: Path, claim_ids: Sequence[str], *, preset: str = "excel") -> None:
        """Write these claims in this order, as a grid shows them, in the columns of claims.csv."""
        columns = claims_csv.COLUMNS
        table.save_table(path, rows_of(self._claim_lines(claim_ids), columns), columns, preset)

    def grid(
        self, path: Path, claim_ids: Sequence[str], columns: Sequence[grid_columns.Column], *, preset: str = "excel"
    ) -> None:
        """Write these claims in this order and these columns, as a grid shows them."""
        rows = (grid_columns.cells(line, columns) for line in self._lines(claim_ids))
        table.save_table(path, rows, grid_columns.heads(columns), preset)

    def tab_separated(self, claim_ids: Sequence[str], columns: Sequence[grid_columns.Column]) -> str:
        """The same as text for the clipboard: tabs between cells, one line a claim, guarded as a CSV file is."""
        return table.tab_separated(
            (grid_columns.cells(line, columns) for line in self._lines(claim_ids)), grid_columns.heads(columns)
        )

    def articles(self, path: Path, shown: Sequence[ArticleRow], *, preset: str = "excel") -> None:
        """Write these articles in this order, as the library lists them."""
        with self._project.reading() as store:
            remarks = store.remarks.of([row.article_id for row in shown])
        rows = (list_columns.cells(row, remarks.get(row.article_id, Remark())) for row in shown)
        table.save_table(path, rows, list_columns.COLUMNS, preset)

    def comparison(self, path: Path, shown: Comparison, arranged: Arranged, *, preset: str = "excel") -> None:
        """Write a comparison as it stands on screen, row by row, with what was settled for its topic."""
        settled = Resolving(self._project).of(shown.topic.topic_id)
        columns, rows = pages.view(shown, arranged, settled)
        table.save_table(path, rows, columns, preset)

    def log(self, entries: Sequence[LogLine]) -> str:
        """Entries of the log as CSV for a program, guarded against formulas as every table is."""
        columns = [table.Column(name=field.name, number=field.name == "number") for field in fields(LogLine)]
        out = io.BytesIO()
        table.write(map(astuple, entries), columns, out, table.Preset.DATA)
        return out.getvalue().decode()

    def _lines(self, claim_ids: Sequence[str]) -> Iterator[ClaimLine]:
        with self._project.reading() as store:
            yield from store.claims.each_line(claim_ids)

    def _claim_lines(self, claim_ids: Sequence[str]) -> Iterator[claims_csv.ClaimLine]:
        """Page by page; the last articles are kept at hand, because neighbours mostly share theirs."""
        with self._project.reading() as store:
            article = lru_cache(ARTICLES)(store.articles.get)
            beside = Beside.of(store, claim_ids)
            for line in store.claims.each_line(claim_ids):
                yield claim_line(self._project.project_id, line, article(line.record.article_id), beside)

    def _article_lines(self) -> Iterator[articles_csv.ArticleLine]:
        with self._project.reading() as store:
            states = store.claims.states()
            for article_id in store.articles.ids():
                record = store.articles.get(article_id)
                yield article_line(self._project.project_id, record, states.get(article_id, {}))

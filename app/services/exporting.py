"""What is on screen, or everything, as CSV."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.domain.article import ArticleRecord
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ClaimFilter, ClaimOrder
from app.exports import articles as articles_csv, claims as claims_csv, comparisons as comparisons_csv, table
from app.services.comparing import Comparison
from app.services.export_lines import VIEW, article_line, claim_line, comparison_lines, view_cells
from app.store.project import Project

PAGE = 500
EVERYTHING = ClaimFilter(states=frozenset(State))


class Exporting:
    """Exports of one open project. `preset` is "excel" or "data"."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def everything(self, folder: Path, shown: Sequence[Comparison], *, preset: str = "data") -> list[Path]:
        """Write claims.csv, articles.csv and comparisons.csv into the folder, which is made; gives the files."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                f"The folder {folder} cannot be made ({error.strerror}); nothing was written. Choose another one.",
                reason="not-written",
            ) from error
        chosen = table.Preset(preset)
        files = [folder / name for name in ("claims.csv", "articles.csv", "comparisons.csv")]
        table.save(files[0], lambda out: claims_csv.write(self._claim_lines(EVERYTHING), out, chosen))
        table.save(files[1], lambda out: articles_csv.write(self._article_lines(), out, chosen))
        pairs = [line for comparison in shown for line in comparison_lines(comparison)]
        table.save(files[2], lambda out: comparisons_csv.write(pairs, out, chosen))
        return files

    def claims(self, path: Path, narrowed: ClaimFilter, *, preset: str = "excel") -> None:
        """Write the claims that a filter leaves, in the columns of claims.csv."""
        lines = self._claim_lines(narrowed)
        table.save(path, lambda out: claims_csv.write(lines, out, table.Preset(preset)))

    def comparison(self, path: Path, shown: Comparison, *, preset: str = "excel") -> None:
        """Write a comparison as it stands on screen, row by row."""
        rows = [view_cells(group.label.kind, group.label.detail, row) for group in shown.groups for row in group.rows]
        table.save(path, lambda out: table.write(rows, VIEW, out, table.Preset(preset)))

    def _claim_lines(self, narrowed: ClaimFilter) -> Iterator[claims_csv.ClaimLine]:
        """Page by page in the order of the texts, so that the articles are read once each."""
        with self._project.reading() as store:
            ids = store.claims.ids(narrowed, ClaimOrder.TEXT)
            article: ArticleRecord | None = None
            for at in range(0, len(ids), PAGE):
                for line in store.claims.lines(ids[at : at + PAGE]):
                    if article is None or article.article_id != line.record.article_id:
                        article = store.articles.get(line.record.article_id)
                    yield claim_line(self._project.project_id, line, article)

    def _article_lines(self) -> Iterator[articles_csv.ArticleLine]:
        with self._project.reading() as store:
            states = store.claims.states()
            for article_id in store.articles.ids():
                record = store.articles.get(article_id)
                yield article_line(self._project.project_id, record, states.get(article_id, {}))

"""The columns in which the library's list is exported, as it is shown."""

from collections.abc import Sequence

from app.domain.listing import ArticleRow
from app.domain.remark import Remark
from app.exports.table import Cell, Column

COLUMNS = [
    Column(name="outlet"),
    Column(name="published"),
    Column(name="title"),
    Column(name="version", number=True),
    Column(name="versions", number=True),
    Column(name="claims_accepted", number=True),
    Column(name="claims_waiting", number=True),
    Column(name="origin_id"),
    Column(name="articles_of_origin", number=True),
    Column(name="copied_from"),
    Column(name="tags"),
    Column(name="note"),
    Column(name="article_id"),
    Column(name="csv_guarded"),
]


def cells(row: ArticleRow, remark: Remark) -> Sequence[Cell]:
    """One article, a cell a column."""
    return [
        row.outlet,
        row.published,
        row.title,
        row.version,
        row.versions,
        row.accepted,
        row.waiting,
        row.origin_id,
        row.copies,
        row.copied_from,
        "; ".join(remark.tags),
        remark.note,
        row.article_id,
        "",
    ]

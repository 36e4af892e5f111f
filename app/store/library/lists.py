"""The library's list in SQL: row numbers in order, all of them or at once the first, and the lines of some."""

from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, literal_column, select, table
from sqlalchemy.orm import Session, aliased

from app.domain.listing import ArticleFilter, ArticleOrder, ArticleRow
from app.store import full_text, words
from app.store.library.filters import NEWEST, conditions
from app.store.row_numbers import NUMBERS, gathered, pages
from app.store.tables import Shelf, StoredArticle

_FIRST, _FIRST_SHELF = aliased(StoredArticle), aliased(Shelf)
_TOLD_FIRST = (
    select(func.coalesce(_FIRST.outlet, _FIRST.title, _FIRST.source_name))
    .join(_FIRST_SHELF, _FIRST_SHELF.article == _FIRST.number)
    .where(_FIRST.origin_id == StoredArticle.origin_id, _FIRST_SHELF.place == 1)
    .scalar_subquery()
)
_LINE = select(
    StoredArticle.number,
    StoredArticle.article_id,
    StoredArticle.title,
    StoredArticle.source_name,
    StoredArticle.outlet,
    StoredArticle.published,
    StoredArticle.version,
    StoredArticle.origin_id,
    Shelf.versions,
    Shelf.accepted,
    Shelf.waiting,
    Shelf.copies,
    Shelf.place,
    case((Shelf.place > 1, _TOLD_FIRST)).label("told_first"),
).join(Shelf, Shelf.article == StoredArticle.number)
_LATEST = StoredArticle.published.desc().nulls_last()
_ORDERS: dict[ArticleOrder, tuple[ColumnElement[Any], ...]] = {
    ArticleOrder.NEWEST: (_LATEST, StoredArticle.number.desc()),
    ArticleOrder.OLDEST: (StoredArticle.published.asc().nulls_last(), StoredArticle.number.asc()),
    ArticleOrder.WAITING: (Shelf.waiting.desc(), Shelf.article.desc()),
    ArticleOrder.OUTLET: (
        StoredArticle.outlet.collate("NOCASE").asc().nulls_last(),
        _LATEST,
        StoredArticle.number.desc(),
    ),
}


def numbers(session: Session, narrowed: ArticleFilter, order: ArticleOrder) -> "array[int]":
    """The newest versions that the filter leaves, in order; what is undated or has no outlet last."""
    return gathered(session, [_listed(narrowed, order)])


def head(session: Session, narrowed: ArticleFilter, order: ArticleOrder, count: int) -> "array[int]":
    """The first of them, read along an index as far as need be; by what waits, along the shelf, which is short."""
    return array(NUMBERS, session.scalars(_listed(narrowed, order, along=True).limit(count)))


def _listed(narrowed: ArticleFilter, order: ArticleOrder, *, along: bool = False) -> Select[Any]:
    """The numbers in order: `along` its index, whatever is passed over on the way; else as SQLite likes."""
    if order is ArticleOrder.WAITING:
        found = select(Shelf.article.label("number"))
    else:
        # What is reckoned leads SQLite to no index of its own table, which is therefore read second.
        number = StoredArticle.number + 0 if along else StoredArticle.number
        found = select(StoredArticle.number).join(Shelf, Shelf.article == number)
    kept = [condition for _, condition in conditions(narrowed)]
    return found.where(NEWEST, *kept).order_by(*_ORDERS[order])


def titled(session: Session, typed: str, count: int) -> "array[int]":
    """The newest versions that have these words in their titles, what was filed last first."""
    if (query := words.query(typed, ("title",))) is None:
        return array(NUMBERS)
    number: ColumnElement[int] = literal_column("article_words.rowid")
    found = select(Shelf.article).join_from(table("article_words"), Shelf, Shelf.article == number)
    named = found.where(full_text.matches("article_words", query), NEWEST).order_by(number.desc())
    return array(NUMBERS, session.scalars(named.limit(count)))


def lines(session: Session, wanted: Sequence[int]) -> dict[int, ArticleRow]:
    """The line of each number; those that are gone are left out."""
    found: dict[int, ArticleRow] = {}
    for page in pages(wanted):
        for row in session.execute(_LINE.where(StoredArticle.number.in_(page))):
            found[row.number] = ArticleRow(
                article_id=row.article_id,
                title=row.title or row.source_name,
                outlet=row.outlet,
                published=row.published,
                version=row.version,
                versions=row.versions,
                accepted=row.accepted,
                waiting=row.waiting,
                origin_id=row.origin_id,
                copies=row.copies,
                first_of_origin=row.place == 1,
                copied_from=row.told_first,
            )
    return found


def rows(session: Session, narrowed: ArticleFilter) -> list[ArticleRow]:
    """All lines, newest first; undated ones last."""
    ordered = numbers(session, narrowed, ArticleOrder.NEWEST)
    found = lines(session, ordered)
    return [found[number] for number in ordered]


def number_of(session: Session, article_id: str) -> int | None:
    """The number of an article; None for one that is gone."""
    return session.scalar(select(StoredArticle.number).where(StoredArticle.article_id == article_id))


def ids_of(session: Session, wanted: Sequence[int]) -> dict[int, str]:
    """The id of each number; those that are gone are left out."""
    found: dict[int, str] = {}
    for page in pages(wanted):
        named = select(StoredArticle.number, StoredArticle.article_id).where(StoredArticle.number.in_(page))
        found.update((number, article_id) for number, article_id in session.execute(named))
    return found


def origins(session: Session, narrowed: ArticleFilter) -> int:
    """From how many origins the articles are that the filter leaves."""
    kept = [condition for _, condition in conditions(narrowed)]
    if not kept:
        return session.scalar(select(func.count()).select_from(Shelf).where(Shelf.place == 1)) or 0
    counted = select(func.count(StoredArticle.origin_id.distinct())).join(Shelf, Shelf.article == StoredArticle.number)
    return session.scalar(counted.where(NEWEST, *kept)) or 0


def waiting(session: Session, article_ids: Sequence[str]) -> dict[str, int]:
    """How many claims of each article wait for a decision; those without any are left out."""
    found: dict[str, int] = {}
    for page in pages(article_ids):
        left = (
            select(StoredArticle.article_id, Shelf.waiting)
            .join(Shelf, Shelf.article == StoredArticle.number)
            .where(StoredArticle.article_id.in_(page), Shelf.waiting > 0)
        )
        found.update((article_id, count) for article_id, count in session.execute(left))
    return found

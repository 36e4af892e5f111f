"""The library's list and its counts, in SQL."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.claim import State
from app.domain.listing import ArticleFacets, ArticleFilter, ArticleRow, Facet
from app.store import full_text, words
from app.store.tables import StoredArticle, StoredClaim


def rows(session: Session, narrowed: ArticleFilter) -> list[ArticleRow]:
    """Newest versions, newest first; undated ones last."""
    newest = _newest()
    found = select(newest).order_by(newest.c.published.desc().nulls_last(), newest.c.number.desc())
    return [
        ArticleRow(
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
            copied_from=None if row.place == 1 else row.told_first,
        )
        for row in session.execute(found.where(*_conditions(newest, narrowed)))
    ]


def facets(session: Session) -> ArticleFacets:
    """Counts over the newest version of every article."""
    newest = _newest()
    totals = session.execute(
        select(
            func.count(),
            func.count().filter(newest.c.waiting > 0),
            func.count().filter(newest.c.versions > 1),
            func.count().filter(newest.c.place == 1),
            func.count().filter(newest.c.place > 1),
        ).select_from(newest)
    ).one()
    count = func.count()
    outlets = select(newest.c.outlet, count).where(newest.c.outlet.is_not(None)).group_by(newest.c.outlet)
    year = func.substr(newest.c.published, 1, 4)
    years = select(year, count).where(newest.c.published.is_not(None)).group_by(year)
    return ArticleFacets(
        articles=totals[0],
        waiting=totals[1],
        revised=totals[2],
        origins=totals[3],
        copies=totals[4],
        outlets=_facets(session, outlets.order_by(count.desc(), newest.c.outlet)),
        years=_facets(session, years.order_by(year.desc())),
    )


def _newest() -> Subquery:
    """The newest version of every article with its counts; `place` is 1 for the first published of its origin.

    An article is as old as its first version, whenever it was captured again.
    """

    def first(column: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
        told = func.first_value(column)
        return told.over(partition_by=StoredArticle.family, order_by=StoredArticle.version)

    ranked = select(
        StoredArticle,
        func.max(StoredArticle.version).over(partition_by=StoredArticle.family).label("versions"),
        first(StoredArticle.published).label("told"),
        first(StoredArticle.captured_at).label("captured"),
    ).subquery()
    last = select(ranked).where(ranked.c.version == ranked.c.versions).subquery()
    claims = (
        select(
            StoredClaim.article_id,
            func.sum(case((StoredClaim.state == State.ACCEPTED, 1), else_=0)).label("accepted"),
            func.sum(case((StoredClaim.state == State.WAITING, 1), else_=0)).label("waiting"),
        )
        .group_by(StoredClaim.article_id)
        .subquery()
    )
    age = (*_by_time(last.c.told), last.c.captured, last.c.number)
    name = func.coalesce(last.c.outlet, last.c.title, last.c.source_name)
    return (
        select(
            last.c.number,
            last.c.article_id,
            last.c.title,
            last.c.source_name,
            last.c.outlet,
            last.c.published,
            last.c.version,
            last.c.versions,
            last.c.origin_id,
            func.coalesce(claims.c.accepted, 0).label("accepted"),
            func.coalesce(claims.c.waiting, 0).label("waiting"),
            func.count().over(partition_by=last.c.origin_id).label("copies"),
            func.row_number().over(partition_by=last.c.origin_id, order_by=age).label("place"),
            func.first_value(name).over(partition_by=last.c.origin_id, order_by=age).label("told_first"),
        )
        .outerjoin(claims, claims.c.article_id == last.c.article_id)
        .subquery()
    )


def _by_time(published: ColumnElement[str]) -> tuple[ColumnElement[Any], ...]:
    """From the earliest on; within a day those whose time is known come first, undated ones last."""
    day = func.substr(published, 1, 10)
    return day.asc().nulls_last(), (published == day).asc(), published.asc()


def _conditions(newest: Subquery, narrowed: ArticleFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query := words.query(narrowed.words):
        conditions.append(newest.c.number.in_(full_text.rows_of("article_words", query)))
    if narrowed.waiting:
        conditions.append(newest.c.waiting > 0)
    if narrowed.revised:
        conditions.append(newest.c.versions > 1)
    if narrowed.outlet is not None:
        conditions.append(newest.c.outlet == narrowed.outlet)
    if narrowed.year is not None:
        conditions.append(func.substr(newest.c.published, 1, 4) == narrowed.year)
    if narrowed.copies is not None:
        conditions.append(newest.c.place > 1 if narrowed.copies else newest.c.place == 1)
    return conditions


def _facets(session: Session, counted: Select[Any]) -> tuple[Facet, ...]:
    return tuple(Facet(value=value, count=count) for value, count in session.execute(counted))

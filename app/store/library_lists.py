"""The library's list and its counts, in SQL."""

from collections import Counter, defaultdict
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Subquery, case, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from app.domain.claim import State
from app.domain.listing import ArticleFacets, ArticleFilter, ArticleRow, Facet
from app.store import full_text, words
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTag


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


def facets(session: Session, narrowed: ArticleFilter) -> ArticleFacets:
    """Counts over what the filter leaves of the newest versions, each facet with its own choice left out.

    The versions are ranked once and counted here: each facet's own statement would rank them again.
    """
    newest = _newest()
    topics, tags, choices = _topics(session), _tags(session), _choices(narrowed)
    query = words.query(narrowed.words)
    found = set(session.scalars(full_text.rows_of("article_words", query))) if query else None
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    articles = 0
    for row in session.execute(select(newest)):
        articles += 1
        if found is not None and row.number not in found:
            continue
        values = _values(row, topics.get(row.article_id, ()), tags.get(row.article_id, ()))
        missed = [facet for facet, choice in choices.items() if choice not in values[facet]]
        for facet in values if not missed else missed if len(missed) == 1 else ():
            counts[facet].update(values[facet])
    state, origin = counts["state"], counts["origin"]
    return ArticleFacets(
        articles=articles,
        every=state[_ANY],
        waiting=state["waiting"],
        revised=state["revised"],
        decided=state["decided"],
        origins=origin["first"],
        copies=origin["copy"],
        outlets=_ranked(counts["outlet"], by_count=True),
        years=tuple(reversed(_ranked(counts["year"]))),
        topics=_ranked(counts["topic"], by_count=True),
        tags=_ranked(counts["tag"]),
    )


_ANY = ""
"""What every article has in every facet: the value of no choice."""


def _values(row: Row[Any], topics: Collection[str], tags: Collection[str]) -> dict[str, list[str]]:
    """The values that an article has in each facet."""
    states = {
        "waiting": row.waiting > 0,
        "decided": row.waiting == 0 and row.accepted + row.rejected > 0,
        "revised": row.versions > 1,
    }
    return {
        "state": [_ANY, *(name for name, holds in states.items() if holds)],
        "origin": [_ANY, "first" if row.place == 1 else "copy"],
        "outlet": [_ANY, *([row.outlet] if row.outlet else [])],
        "year": [_ANY, *([row.published[:4]] if row.published else [])],
        "topic": [_ANY, *topics],
        "tag": [_ANY, *tags],
    }


def _choices(narrowed: ArticleFilter) -> dict[str, str]:
    """The value that is chosen in each facet."""
    state = {"waiting": narrowed.waiting, "decided": narrowed.decided, "revised": narrowed.revised}
    return {
        "state": next((name for name, chosen in state.items() if chosen), _ANY),
        "origin": {None: _ANY, True: "copy", False: "first"}[narrowed.copies],
        "outlet": narrowed.outlet or _ANY,
        "year": narrowed.year or _ANY,
        "topic": narrowed.topic_id or _ANY,
        "tag": narrowed.tag or _ANY,
    }


def _ranked(counts: Counter[str], *, by_count: bool = False) -> tuple[Facet, ...]:
    """By name, or by count and then by name."""
    named = sorted((value for value in counts if value != _ANY), key=lambda value: (value.casefold(), value))
    found = [Facet(value=value, count=counts[value]) for value in named]
    return tuple(sorted(found, key=lambda facet: -facet.count) if by_count else found)


def _topics(session: Session) -> dict[str, list[str]]:
    """The topics of each article that has claims under any, the rejected left out."""
    filed = (
        select(StoredClaim.article_id, Filing.topic_id)
        .join(Filing, Filing.claim_id == StoredClaim.claim_id)
        .where(StoredClaim.state != State.REJECTED)
        .distinct()
    )
    return _gathered(session, filed)


def _tags(session: Session) -> dict[str, list[str]]:
    """The tags of each article that has any."""
    tagged = select(StoredTag.subject_id, StoredTag.name).where(StoredTag.subject_id.startswith("art_"))
    return _gathered(session, tagged)


def _gathered(session: Session, pairs: Select[*tuple[Any, ...]]) -> dict[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for one, value in session.execute(pairs):
        found[one].append(value)
    return found


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
            func.sum(case((StoredClaim.state == State.REJECTED, 1), else_=0)).label("rejected"),
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
            func.coalesce(claims.c.rejected, 0).label("rejected"),
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
    if narrowed.decided:
        conditions += [newest.c.waiting == 0, newest.c.accepted + newest.c.rejected > 0]
    if narrowed.topic_id is not None:
        filed = (
            select(StoredClaim.article_id)
            .join(Filing, Filing.claim_id == StoredClaim.claim_id)
            .where(Filing.topic_id == narrowed.topic_id, StoredClaim.state != State.REJECTED)
        )
        conditions.append(newest.c.article_id.in_(filed))
    if narrowed.tag is not None:
        conditions.append(newest.c.article_id.in_(select(StoredTag.subject_id).where(StoredTag.name == narrowed.tag)))
    if narrowed.outlet is not None:
        conditions.append(newest.c.outlet == narrowed.outlet)
    if narrowed.year is not None:
        conditions.append(func.substr(newest.c.published, 1, 4) == narrowed.year)
    if narrowed.copies is not None:
        conditions.append(newest.c.place > 1 if narrowed.copies else newest.c.place == 1)
    return conditions

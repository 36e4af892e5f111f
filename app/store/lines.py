"""Claims with what their lists say of them, a page at a time."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Row, func, inspect, select
from sqlalchemy.orm import Session

from app.domain import listing
from app.domain.article import page_of
from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.domain.version import CARRIED, Earlier, Fate
from app.store.provenance import CURRENT, ORIGIN
from app.store.row_numbers import among
from app.store.rows import record
from app.store.tables import Filing, PlainText, StoredArticle, StoredClaim, StoredTopic

T = TypeVar("T")
AT_ONCE = 500
"""Lines that are in memory together."""
_POPULAR = 20
"""Articles from which counting all that print a figure again takes longer than keeping it."""
_COLUMNS = select(
    *(getattr(StoredClaim, one.key) for one in inspect(StoredClaim).column_attrs),
    StoredArticle.text_sha256,
    StoredArticle.title,
    StoredArticle.source_name,
    StoredArticle.outlet,
    StoredArticle.published,
    StoredArticle.family,
    StoredArticle.version,
    StoredArticle.turns,
    ORIGIN.label("origin_id"),
).join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
"""Claims with their articles, column by column: the session would look at every row whether it knows it already."""
Rows = Sequence[Row[*tuple[Any, ...]]]
Reaches = dict[str | None, tuple[int, int]]
"""By what figures have in common, how many articles and origins print them."""


def in_pages(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    """Ids in stretches that one statement takes."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def of(session: Session, ids: Sequence[str], *, reach: bool = True) -> list[ClaimLine]:
    """One line for each id, in the order asked for; an id that is gone is left out.

    Without `reach`, how many articles and origins print the same figure is not counted but 0.
    """
    return list(each(session, ids, reach=reach))


def each(session: Session, ids: Sequence[str], *, reach: bool = True) -> Iterator[ClaimLine]:
    """The same one after another, read by the page; what very many print is counted once for all pages."""
    counted: Reaches = {}
    for page in in_pages(ids):
        rows = session.execute(_COLUMNS.where(StoredClaim.claim_id.in_(among(page)))).all()
        found = {line.record.claim_id: line for _, line in _lines(session, rows, counted if reach else None)}
        yield from (found[claim_id] for claim_id in page if claim_id in found)


def numbered(session: Session, numbers: Sequence[int], *, reach: bool = True) -> dict[int, ClaimLine]:
    """The same by row number."""
    rows = session.execute(_COLUMNS.where(StoredClaim.number.in_(among(numbers)))).all()
    return dict(_lines(session, rows, {} if reach else None))


def _lines(session: Session, rows: Rows, counted: Reaches | None) -> Iterator[tuple[int, ClaimLine]]:
    """The number and line of each row of `_SAID`."""
    ids = [row.claim_id for row in rows]
    topics, earlier = _topics(session, ids), _earlier(session, ids)
    texts = _texts(session, {row.text_sha256 for row in rows})
    same, alone = (
        ({}, (0, 0)) if counted is None else (_with_counted(session, {row.same_key for row in rows}, counted), (1, 1))
    )
    for row in rows:
        articles, origins = same.get(row.same_key, alone)
        sentence = texts[row.text_sha256][row.sentence_start : row.sentence_end]
        line = ClaimLine(
            record=record(row),
            title=row.title or row.source_name,
            outlet=row.outlet,
            published=row.published,
            origin_id=row.origin_id,
            before=listing.before(sentence[: max(0, row.char_start - row.sentence_start)]),
            after=listing.after(sentence[max(0, row.char_end - row.sentence_start) :]),
            sentence=sentence,
            comment=row.comment,
            page=page_of(row.turns or (), row.char_start),
            topics=tuple(topics.get(row.claim_id, ())),
            same_articles=articles,
            same_origins=origins,
            family=row.family,
            version=row.version,
            superseded_by=None if row.fate is None or row.fate in CARRIED else row.version + 1,
            earlier=earlier.get(row.claim_id),
        )
        yield row.number, line


def _texts(session: Session, keys: Collection[str]) -> dict[str, str]:
    """Each text once, however many of the claims stand in it."""
    found = select(PlainText.sha256, PlainText.content).where(PlainText.sha256.in_(among(keys)))
    return dict(session.execute(found).all())


def reaches(session: Session, numbers: Sequence[int]) -> dict[int, tuple[int, int]]:
    """By row number, how many articles and origins print the same figure."""
    found = select(StoredClaim.number, StoredClaim.same_key).where(StoredClaim.number.in_(among(numbers)))
    keys = dict(session.execute(found).all())
    same = _same(session, set(keys.values()))
    return {number: same.get(key, (1, 1)) for number, key in keys.items()}


def _earlier(session: Session, ids: Sequence[str]) -> dict[str | None, Earlier]:
    """The figures of earlier versions that these claims carry on or replace."""
    found = (
        select(
            StoredClaim.successor, StoredClaim.claim_id, StoredArticle.version, StoredClaim.surface, StoredClaim.fate
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(StoredClaim.successor.in_(among(ids)))
    )
    return {
        successor: Earlier(claim_id=claim_id, version=version, surface=surface, fate=Fate(fate))
        for successor, claim_id, version, surface, fate in session.execute(found)
        if fate is not None
    }


def _topics(session: Session, ids: Sequence[str]) -> defaultdict[str, list[str]]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    found = (
        select(Filing.claim_id, StoredTopic.name)
        .join(StoredTopic, StoredTopic.topic_id == Filing.topic_id)
        .where(Filing.claim_id.in_(among(ids)))
        .order_by(StoredTopic.name)
    )
    for claim_id, name in session.execute(found):
        names[claim_id].append(name)
    return names


def _with_counted(session: Session, keys: Collection[str | None], counted: Reaches) -> Reaches:
    """Counts what is not `counted` already, where the popular are then kept."""
    found = _same(session, [key for key in keys if key not in counted])
    counted.update((key, reach) for key, reach in found.items() if reach[0] >= _POPULAR)
    return {**found, **{key: counted[key] for key in keys if key in counted}}


def _same(session: Session, keys: Iterable[str | None]) -> Reaches:
    """Articles and origins that print the figure; versions of one article count once, rejected claims not at all."""
    found = (
        select(
            StoredClaim.same_key,
            func.count(StoredArticle.family.distinct()),
            func.count(ORIGIN.distinct()),
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(StoredClaim.same_key.in_(among(filter(None, keys))), StoredClaim.state != State.REJECTED, CURRENT)
        .group_by(StoredClaim.same_key)
    )
    return {key: (articles, origins) for key, articles, origins in session.execute(found)}

"""Claims with what their lists say of them, a page at a time."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.domain.claim import State
from app.domain.listing import ClaimLine
from app.domain.version import CARRIED, Earlier, Fate
from app.store.rows import record
from app.store.standing import CURRENT, ORIGIN
from app.store.tables import Filing, StoredArticle, StoredClaim, StoredTopic

AT_ONCE = 500
"""Ids in one statement: old SQLite takes no more than 999 parameters."""
_AROUND = 60


def in_pages(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Ids in stretches that one statement takes."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))


def of(session: Session, ids: Sequence[str]) -> list[ClaimLine]:
    """One line for each id, in the order asked for; an id that is gone is left out."""
    found: dict[str, ClaimLine] = {}
    for page in in_pages(ids):
        found.update(_page(session, page))
    return [found[claim_id] for claim_id in ids if claim_id in found]


def _page(session: Session, ids: Sequence[str]) -> Iterator[tuple[str, ClaimLine]]:
    rows = session.execute(
        select(
            StoredClaim, StoredArticle.title, StoredArticle.source_name, StoredArticle.outlet,
            StoredArticle.published, StoredArticle.family, StoredArticle.version, ORIGIN.label("origin_id"),
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(StoredClaim.claim_id.in_(ids))
    ).all()  # fmt: skip
    topics = _topics(session, ids)
    same = _same(session, {row[0].same_key for row in rows})
    earlier = _earlier(session, ids)
    for claim, title, source_name, outlet, published, family, version, origin_id in rows:
        articles, origins = same.get(claim.same_key, (1, 1))
        yield (
            claim.claim_id,
            ClaimLine(
                record=record(claim),
                title=title or source_name,
                outlet=outlet,
                published=published,
                origin_id=origin_id,
                before=_before(claim.sentence[: max(0, claim.char_start - claim.sentence_start)]),
                after=_after(claim.sentence[max(0, claim.char_end - claim.sentence_start) :]),
                sentence=claim.sentence,
                comment=claim.comment,
                topics=tuple(topics[claim.claim_id]),
                same_articles=articles,
                same_origins=origins,
                family=family,
                version=version,
                superseded_by=None if claim.fate is None or claim.fate in CARRIED else version + 1,
                earlier=earlier.get(claim.claim_id),
            ),
        )


def _earlier(session: Session, ids: Sequence[str]) -> dict[str | None, Earlier]:
    """The figures of earlier versions that these claims carry on or replace."""
    found = (
        select(
            StoredClaim.successor, StoredClaim.claim_id, StoredArticle.version, StoredClaim.surface, StoredClaim.fate
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(StoredClaim.successor.in_(ids))
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
        .where(Filing.claim_id.in_(ids))
        .order_by(StoredTopic.name)
    )
    for claim_id, name in session.execute(found):
        names[claim_id].append(name)
    return names


def _same(session: Session, keys: Iterable[str | None]) -> dict[str | None, tuple[int, int]]:
    """Articles and origins that print the figure; versions of one article count once, rejected claims not at all."""
    found = (
        select(
            StoredClaim.same_key,
            func.count(StoredArticle.family.distinct()),
            func.count(ORIGIN.distinct()),
        )
        .join(StoredArticle, StoredArticle.article_id == StoredClaim.article_id)
        .where(StoredClaim.same_key.in_([key for key in keys if key]), StoredClaim.state != State.REJECTED, CURRENT)
        .group_by(StoredClaim.same_key)
    )
    return {key: (articles, origins) for key, articles, origins in session.execute(found)}


def _before(words: str) -> str:
    """The last 60 characters, from the start of a word, on one line."""
    line = _one_line(words)
    return line if len(line) <= _AROUND else re.sub(r"^\S*\s", "", line[-_AROUND:])


def _after(words: str) -> str:
    """The first 60 characters, up to the end of a word, on one line."""
    line = _one_line(words)
    return line if len(line) <= _AROUND else re.sub(r"\s\S*$", "", line[:_AROUND])


def _one_line(words: str) -> str:
    return re.sub(r"\s", " ", words)

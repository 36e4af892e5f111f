"""The index by which texts that share passages are found without looking at every text.

A text keeps a sample of its shingles: all below one sixteenth of their range, and at least its 32 lowest. Hashes are as
good as drawn by lot, so two texts that share a hundred shingles share about six of the sample. The rest is made again
from the text where two are compared.
"""

import json
from collections.abc import Collection, Iterable, Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from app.domain.shingles import shingles
from app.store.tables import PlainText, StoredArticle

TOP = 2**56
"""One above the greatest shingle."""
ONE_IN = 16
LEAST = 32
_LEFT_OUT = 8
"""Low bits that the index does without: what is left takes six bytes instead of eight, and still tells texts apart."""
ASKED = 2000
"""Lowest shingles of a text that are looked up, and with them all of its sample: short texts keep higher ones too."""
COMMON = 500
"""A shingle of more texts than this is an outlet's furniture ("sign up for our newsletter") and tells nothing."""
MOST = 40
"""Texts that are compared shingle by shingle, those with most of the sample in common."""

_HITS = """
    SELECT text FROM json_each(?) JOIN sampled ON shingle = value
    WHERE (SELECT count(*) FROM (SELECT 1 FROM sampled AS same WHERE same.shingle = value LIMIT ?)) <= ?
    GROUP BY text HAVING count(*) >= ? ORDER BY count(*) DESC, min(value) LIMIT ?
"""
_KEEP = "INSERT OR IGNORE INTO sampled (shingle, text) VALUES (?, ?)"


def sample(shingles: Iterable[int]) -> list[int]:
    """The shingles of a text that the index keeps."""
    return [one for at, one in enumerate(sorted(shingles)) if at < LEAST or one < TOP // ONE_IN]


def keep(session: Session, sha256: str, shingles: Collection[int]) -> None:
    """Put a new text into the index."""
    driver = session.connection()
    number = driver.exec_driver_sql("SELECT number FROM plain_text WHERE sha256 = ?", (sha256,)).scalar_one()
    if rows := [(one >> _LEFT_OUT, number) for one in sample(shingles)]:
        driver.exec_driver_sql(_KEEP, rows)


def forget_lost(session: Session) -> None:
    """Take the texts that are not kept any more out of the index."""
    session.connection().exec_driver_sql("DELETE FROM sampled WHERE text NOT IN (SELECT number FROM plain_text)")


def sharing(session: Session, shingles: Collection[int], share: float = 0.0) -> dict[str, frozenset[int]]:
    """The SHA-256 and shingles of the texts that seem to have most in common with these, most first.

    Those are left out that have less in common than this share of the shorter of the two.
    """
    asked = [one >> _LEFT_OUT for at, one in enumerate(sorted(shingles)) if at < ASKED or one < TOP // ONE_IN]
    # To make the shingles of a text again takes a thousand times as long as to look at its sample. A text that shares
    # enough has half of what can be expected in its sample, but for one in hundreds.
    expected = share * min(LEAST, len(shingles) / ONE_IN)
    fewest = max(1, int(expected / 2))
    hits = session.connection().exec_driver_sql(_HITS, (json.dumps(asked), COMMON + 1, COMMON, fewest, MOST)).all()
    found = dict(found for (text,) in hits for found in _shingled(session, PlainText.number == text))
    return {
        sha256: kept
        for sha256, kept in found.items()
        if len(kept.intersection(shingles)) >= share * min(len(kept), len(shingles))
    }


def shingles_of(session: Session, sha256: str) -> frozenset[int]:
    """All shingles of a text, made again; none where no article has it."""
    return dict(_shingled(session, PlainText.sha256 == sha256)).get(sha256, frozenset())


def _shingled(session: Session, which: ColumnElement[bool]) -> Iterator[tuple[str, frozenset[int]]]:
    found = (
        select(PlainText.sha256, PlainText.content, StoredArticle.parts)
        .join(StoredArticle, StoredArticle.text_sha256 == PlainText.sha256)
        .where(which)
        .order_by(StoredArticle.number)
        .limit(1)
    )
    return ((sha256, shingles(text, parts)) for sha256, text, parts in session.execute(found))

"""The index by which texts that share passages are found without looking at every text.

A text keeps a sample of its shingles: all below one eighth of their range, and at least its 48 lowest. Hashes are as
good as drawn by lot, so two texts that share a hundred shingles share about twelve of the sample.
"""

import json
from array import array
from collections.abc import Collection, Iterable

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from app.store.tables import PlainText, Sampled

TOP = 2**56
"""One above the greatest shingle."""
ONE_IN = 8
LEAST = 48
ASKED = 2000
"""Lowest shingles of a text that are looked up, and with them all of its sample: short texts keep higher ones too."""
COMMON = 500
"""A shingle of more texts than this is an outlet's furniture ("sign up for our newsletter") and tells nothing."""
MOST = 40
"""Texts that are compared shingle by shingle, those with most of the sample in common."""

_HITS = """
    SELECT text FROM json_each(?) JOIN sampled ON shingle = value
    WHERE (SELECT count(*) FROM (SELECT 1 FROM sampled AS same WHERE same.shingle = value LIMIT ?)) <= ?
    GROUP BY text ORDER BY count(*) DESC, min(value) LIMIT ?
"""


def sample(shingles: Iterable[int]) -> list[int]:
    """The shingles of a text that the index keeps."""
    return [one for at, one in enumerate(sorted(shingles)) if at < LEAST or one < TOP // ONE_IN]


def keep(session: Session, sha256: str, shingles: Collection[int]) -> None:
    """Put a new text into the index."""
    rows = [{"shingle": one, "text": _key(sha256)} for one in sample(shingles)]
    if rows:
        session.execute(insert(Sampled).prefix_with("OR IGNORE"), rows)


def forget(session: Session, sha256: str) -> None:
    """Take a text out of the index."""
    kept = session.scalar(select(PlainText.shingles).where(PlainText.sha256 == sha256))
    for one in sample(kept or ()):
        session.execute(delete(Sampled).where(Sampled.shingle == one, Sampled.text == _key(sha256)))


def sharing(session: Session, shingles: Collection[int]) -> dict[str, "array[int]"]:
    """The SHA-256 and shingles of the texts that seem to have most in common with these, most first."""
    asked = [one for at, one in enumerate(sorted(shingles)) if at < ASKED or one < TOP // ONE_IN]
    hits = session.connection().exec_driver_sql(_HITS, (json.dumps(asked), COMMON + 1, COMMON, MOST))
    found: dict[str, array[int]] = {}
    for (text,) in hits.all():
        start = f"{text:012x}"
        rows = select(PlainText.sha256, PlainText.shingles).where(
            PlainText.sha256 >= start, PlainText.sha256 < start + "g"
        )
        found.update((sha256, array("Q", kept)) for sha256, kept in session.execute(rows))
    return found


def _key(sha256: str) -> int:
    """What stands for a text in the index: the first 48 bits of its SHA-256, which fill six bytes a row."""
    return int(sha256[:12], 16)

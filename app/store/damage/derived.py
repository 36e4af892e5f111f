"""Whether what follows from the rest fits it: indexes of words, marks of lists, disputes of topics."""

import sqlite3
from collections.abc import Iterator

from app.domain.history import Damage, Part
from app.store import marks

_COUNTED = """
    SELECT filing.topic_id, claim.measure, coalesce(claim.halo_low, -9e999), claim.number,
        coalesce(claim.halo_high, 9e999), first.number, claim.voice
    FROM claim
    JOIN article ON article.article_id = claim.article_id
    JOIN article AS first ON first.article_id = article.family
    JOIN filing ON filing.claim_id = claim.claim_id
    WHERE claim.measure IS NOT NULL AND coalesce(claim.halo_low, claim.halo_high) IS NOT NULL
        AND claim.state <> 'rejected' AND claim.fate IS NULL AND claim.stance IS NOT 'denies'
"""
"""What the triggers of the project keep in `standing`."""
_KEPT = "SELECT topic_id, measure, halo_low, claim, halo_high, family, voice FROM standing"
SEARCHED = {"article_words": "articles", "claim_words": "claims", "topic_words": "topics"}
"""Indexes of words, and what each is of."""


def of_search(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Indexes of words that miss some, or have too many."""
    for index, what in SEARCHED.items():
        try:
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            whole = (
                index != "topic_words"
                or not connection.execute(
                    "SELECT topic_id FROM topic_words EXCEPT SELECT topic_id FROM topic UNION ALL "
                    "SELECT topic_id FROM (SELECT topic_id FROM topic EXCEPT SELECT topic_id FROM topic_words "
                    "EXCEPT SELECT topic_id FROM topic_stale)"
                ).fetchone()
            )
        except sqlite3.DatabaseError:
            whole = False
        if not whole:
            yield Damage(
                part=Part.SEARCH,
                sentence=f"The search index of {what} does not fit what it indexes: nothing is lost, but searching "
                "misses some; it can be made again.",
                mendable=True,
            )


def of_lists(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Marks by which lists are narrowed that do not fit the claims."""
    if not marks.are_right(connection):
        yield Damage(
            part=Part.LISTS,
            sentence="What lists are narrowed by does not fit the claims: claims and decisions are safe, but lists and "
            "counts miss some; it can be worked out again.",
            mendable=True,
        )


def of_disputes(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Claims that `standing` misses, has wrongly, or should not have."""
    for one, other in ((_COUNTED, _KEPT), (_KEPT, _COUNTED)):
        if connection.execute(f"SELECT 1 FROM ({one} EXCEPT {other}) LIMIT 1").fetchone():
            yield Damage(
                part=Part.DISPUTES,
                sentence="Which figures of topics dispute each other is kept wrongly: claims and decisions are safe, "
                "and it can be worked out again.",
                mendable=True,
            )
            return

"""What lists are narrowed by and counted from: kept for many new claims at once, checked, and made again."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from app.domain.claim import State
from app.store.mark_states import OF_STATE
from app.store.tables import Axis

_MARK = "claim, article, trait, edition, standing, speaker, sureness, low, high, grade"
_WORDS = "sentence, speaker, title, outlet, author, year, hidden"
_NOT_REJECTED = f"standing NOT IN ({', '.join(map(str, OF_STATE[State.REJECTED]))})"
_FILED = """
    SELECT claim.number AS claim, topic_number.number AS topic FROM filing
    JOIN claim ON claim.claim_id = filing.claim_id JOIN topic_number ON topic_number.topic_id = filing.topic_id
"""
_PORTIONS = [
    f"""
    SELECT {axis.value} AS axis, kind, unit, grade, {axis.name.lower()} AS shared, standing, count(*) AS claims
    FROM mark JOIN trait ON trait.number = mark.trait WHERE claim >= ? GROUP BY 2, 3, 4, 5, 6
    """
    for axis in Axis
]
"""What there is on each axis of claims from a number on."""
_FOLLOWS = (
    (f"SELECT {_MARK} FROM mark", f"SELECT {_MARK} FROM marked"),
    ("SELECT claim, topic FROM filed", _FILED),
    ("SELECT claim, topic_set.topics FROM mark JOIN topic_set ON number = mark.topics", "SELECT * FROM filed_together"),
    ("SELECT claim FROM mark WHERE topics > 0", "SELECT DISTINCT claim FROM filed"),
    (
        "SELECT * FROM cell WHERE claims <> 0",
        """
        SELECT edition, trait, standing, count(*) FROM mark GROUP BY 1, 2, 3
        UNION ALL SELECT 0, trait, standing, count(*) FROM mark GROUP BY 2, 3
        UNION ALL SELECT edition, 0, standing, count(*) FROM mark GROUP BY 1, 3
        """,
    ),
    ("SELECT * FROM portion WHERE claims <> 0", " UNION ALL ".join(_PORTIONS).replace("?", "0")),
    (
        "SELECT * FROM speaker_cell WHERE claims <> 0",
        "SELECT speaker, standing, count(*) FROM mark GROUP BY 1, 2",
    ),
    (
        "SELECT * FROM topic_cell WHERE claims <> 0",
        """
        SELECT topic, standing, count(*) FROM filed JOIN mark USING (claim) GROUP BY 1, 2
        UNION ALL SELECT 0, standing, count(*) FROM mark WHERE claim IN (SELECT claim FROM filed) GROUP BY 2
        """,
    ),
    ("SELECT * FROM shelf", "SELECT * FROM shelved"),
    (
        "SELECT * FROM topic_article WHERE claims <> 0",
        f"SELECT topic, article, count(*) FROM filed JOIN mark USING (claim) WHERE {_NOT_REJECTED} GROUP BY 1, 2",
    ),
)
"""What triggers keep, and what it has to be."""
_NAMED_BY_CLAIMS = (
    """
    INSERT OR IGNORE INTO trait (kind, unit, basis, price, per, stance)
    SELECT DISTINCT kind, unit, basis, price, per, stance FROM claim_traits WHERE claim >= ?
    """,
    """
    INSERT OR IGNORE INTO speaker (name)
    SELECT DISTINCT speaker FROM claim WHERE number >= ? AND speaker IS NOT NULL
    """,
)
_NAMED = (
    """
    INSERT OR IGNORE INTO edition (outlet, year)
    SELECT DISTINCT coalesce(outlet, ''), coalesce(substr(published, 1, 4), '') FROM article
    """,
    "INSERT OR IGNORE INTO topic_number (topic_id) SELECT topic_id FROM topic ORDER BY number",
)
_ADDED = (
    *_NAMED_BY_CLAIMS,
    f"INSERT INTO mark ({_MARK}) SELECT {_MARK} FROM marked WHERE claim >= ?",
    *(
        f"""
        INSERT INTO cell (edition, trait, standing, claims)
        SELECT {edition}, {trait}, standing, count(*) FROM mark WHERE claim >= ? GROUP BY 1, 2, 3
        ON CONFLICT DO UPDATE SET claims = claims + excluded.claims
        """
        for edition, trait in (("edition", "trait"), ("0", "trait"), ("edition", "0"))
    ),
    *(
        f"""
        INSERT INTO portion (axis, kind, unit, grade, number, standing, claims) {portions}
        ON CONFLICT DO UPDATE SET claims = claims + excluded.claims
        """
        for portions in _PORTIONS
    ),
    """
    INSERT INTO speaker_cell (speaker, standing, claims)
    SELECT speaker, standing, count(*) FROM mark WHERE claim >= ? GROUP BY 1, 2
    ON CONFLICT DO UPDATE SET claims = claims + excluded.claims
    """,
    """
    UPDATE shelf SET waiting = waiting + added.claims
    FROM (SELECT article AS number, count(*) AS claims FROM mark WHERE claim >= ? GROUP BY 1) AS added
    WHERE article = added.number
    """,
    f"INSERT INTO claim_words (rowid, {_WORDS}) SELECT number, {_WORDS} FROM claim_said WHERE number >= ?",
)
"""What the triggers do for each new claim, for all from a number on: they wait, and nothing is filed under a topic."""
KEPT = (
    *("filling", "mark", "filed", "cell", "portion", "speaker_cell", "topic_cell", "topic_article", "shelf"),
    *("trait", "edition", "speaker", "topic_number", "topic_set"),
)
"""The tables, those first that triggers count on."""


@contextmanager
def filling(connection: sqlite3.Connection, first: int) -> Iterator[None]:
    """Add claims from this number on, all of them new: they are marked, counted and indexed together afterwards.

    Where adding them fails, the transaction can only be given up.
    """
    connection.execute("INSERT INTO filling (one) VALUES (0)")
    yield
    for statement in _ADDED:
        connection.execute(statement, (first,))
    connection.execute("DELETE FROM filling")


def are_right(connection: sqlite3.Connection) -> bool:
    """Whether every mark and count is what it has to be."""
    return not any(
        connection.execute(f"SELECT 1 FROM (SELECT * FROM ({one}) EXCEPT SELECT * FROM ({other})) LIMIT 1").fetchone()
        for kept, wanted in _FOLLOWS
        for one, other in ((kept, wanted), (wanted, kept))
    )


def make_again(connection: sqlite3.Connection) -> None:
    """Throw all of it away and let the triggers count anew."""
    for table in KEPT:
        connection.execute(f"DELETE FROM {table}")
    for statement in _NAMED_BY_CLAIMS:
        connection.execute(statement, (0,))
    for statement in _NAMED:
        connection.execute(statement)
    connection.execute("INSERT INTO shelf SELECT * FROM shelved")
    connection.execute(f"INSERT INTO mark ({_MARK}) SELECT {_MARK} FROM marked")
    connection.execute(f"INSERT INTO filed (claim, topic) {_FILED}")

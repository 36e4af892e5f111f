"""Topic suggestions, payment schedules, origins, versions, saved searches, and where measures are disputed."""

import hashlib
import json
import re
import sys
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a project of schema 1 up to date."""
    _schedules()
    _origins()
    _versions()
    _topics()
    _searches()
    _standings()


def _schedules() -> None:
    """Payment schedules of topics, the analyst's own rates of exchange, and tables in the place of shipped ones."""
    op.create_table(
        "schedule",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("schedule_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("payments", sa.Text(), nullable=False),
        sa.Column("assumed", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.topic_id"], name="fk_schedule_topic_id_topic"),
        sa.PrimaryKeyConstraint("number", name="pk_schedule"),
        sa.UniqueConstraint("schedule_id", name="uq_schedule_schedule_id"),
    )
    op.create_index("ix_schedule_topic_id", "schedule", ["topic_id"])
    op.create_table(
        "typed_rate",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("rate", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("source", "target", "day", name="pk_typed_rate"),
    )
    op.create_table(
        "own_table",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name="pk_own_table"),
    )


def _origins() -> None:
    """Which articles the analyst joined or set apart, and an index of shingles that finds shared passages."""
    op.create_table(
        "parting",
        sa.Column("first", sa.Text(), nullable=False),
        sa.Column("second", sa.Text(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["first"], ["article.article_id"], name="fk_parting_first_article"),
        sa.ForeignKeyConstraint(["second"], ["article.article_id"], name="fk_parting_second_article"),
        sa.PrimaryKeyConstraint("first", "second", name="pk_parting"),
    )
    op.create_index("ix_parting_second", "parting", ["second"])
    op.create_table(
        "sampled",
        sa.Column("shingle", sa.Integer(), nullable=False),
        sa.Column("text", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("shingle", "text", name="pk_sampled"),
        sqlite_with_rowid=False,
    )
    _shingle_without_comments()
    _sample()


# What was kept until now counted readers' comments too. How shingles are made and sampled stands here as it was when
# this schema was made.
_QUOTED = re.compile(r"“[^”]{0,2000}”|\"[^\"\n]{0,2000}\"|«[^»]{0,2000}»|(?<!\w)‘[^’\n]{20,2000}’(?!\w)")
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_TOP = 2**56
_ONE_IN, _LEAST = 8, 48


def _shingle_without_comments() -> None:
    driver = op.get_bind()
    commented = driver.exec_driver_sql(
        "SELECT text_sha256, content, parts FROM article JOIN plain_text ON sha256 = text_sha256 "
        "WHERE parts LIKE '%\"comment\"%' GROUP BY text_sha256"
    ).all()
    for sha256, content, parts in commented:
        driver.exec_driver_sql(
            "UPDATE plain_text SET shingles = ? WHERE sha256 = ?",
            (_little(_shingles(content, json.loads(parts))).tobytes(), sha256),
        )


def _shingles(content: str, parts: list[dict[str, Any]]) -> "array[int]":
    for part in reversed(parts):
        if part["kind"] == "comment":
            start, end = part["span"]
            content = f"{content[:start]} {content[end:]}"
    words = [word.lower() for word in _WORD.findall(_QUOTED.sub(" ", content))]
    runs = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
    digests = (hashlib.blake2b(run.encode(), digest_size=7).digest() for run in runs)
    return array("Q", sorted(int.from_bytes(digest, "big") for digest in digests))


def _little(numbers: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _sample() -> None:
    driver = op.get_bind()
    after = ""
    # A few at a time: all of them would fill the memory.
    page = "SELECT sha256, shingles FROM plain_text WHERE sha256 > ? ORDER BY sha256 LIMIT 200"
    while found := driver.exec_driver_sql(page, (after,)).all():
        for sha256, shingles in found:
            text = int(sha256[:12], 16)
            rows = [(shingle, text) for shingle in _sampled(_little(array("Q", shingles)))]
            if rows:
                driver.exec_driver_sql("INSERT OR IGNORE INTO sampled (shingle, text) VALUES (?, ?)", rows)
            after = sha256


def _sampled(shingles: Sequence[int]) -> Iterator[int]:
    return (one for at, one in enumerate(sorted(shingles)) if at < _LEAST or one < _TOP // _ONE_IN)


def _versions() -> None:
    """What became of figures in later versions, and which are a commenter's own."""
    for name in ("fate", "successor", "voice"):
        op.add_column("claim", sa.Column(name, sa.Text(), nullable=True))
    op.create_index("ix_claim_successor", "claim", ["successor"])
    _say_whose()
    _settle_repeats()


_NOBODY = ("anon", "anonymous", "guest", "reader", "user", "deleted", "[deleted]")


def _say_whose() -> None:
    """A figure in a comment is its commenter's, unless the article or a comment that it answers prints it too."""
    driver = op.get_bind()
    for article_id, packed in driver.exec_driver_sql(
        "SELECT article_id, parts FROM article WHERE article_id IN "
        "(SELECT article_id FROM claim WHERE comment IS NOT NULL)"
    ).all():
        parts = json.loads(packed)
        claims = driver.exec_driver_sql(
            "SELECT number, comment, same_key FROM claim WHERE article_id = ?", (article_id,)
        ).all()
        printed = {(comment, key) for _, comment, key in claims if key is not None}
        for number, comment, key in claims:
            if comment is not None and (None, key) not in printed:
                said = [at for at in _answered(parts, comment) if (at, key) in printed]
                voice = _commenter(parts, said[-1] if said else comment)
                driver.exec_driver_sql("UPDATE claim SET voice = ? WHERE number = ?", (voice, number))


def _answered(parts: list[dict[str, Any]], comment: int) -> Iterator[int]:
    seen = {comment}
    at = parts[comment].get("parent")
    while isinstance(at, int) and at not in seen and 0 <= at < len(parts):
        seen.add(at)
        yield at
        at = parts[at].get("parent")


def _commenter(parts: list[dict[str, Any]], comment: int) -> str:
    name = " ".join(str(parts[comment].get("author") or "").split()).casefold()
    return name if name and name not in _NOBODY else f"comment {comment}"


# Only a figure about which nobody has said anything is settled: nothing that was decided disappears from a list. The
# act that brought the later version takes this back when it is undone.
#
# From a version to the one before it, claim by claim: in the order that SQLite finds by itself, every figure would meet
# all that print the same one anywhere, so the joins are crossed and `+` keeps it from the index of same figures.
_REPEATS = """
    SELECT old.claim_id, old.number, new.claim_id, act_change.act
    FROM article AS after
    CROSS JOIN article AS before ON before.family = after.family AND before.version = after.version - 1
    CROSS JOIN claim AS old ON old.article_id = before.article_id
    CROSS JOIN claim AS new ON new.article_id = after.article_id AND new.sentence = old.sentence
        AND new.surface = old.surface AND +new.same_key = old.same_key AND new.comment IS old.comment
    JOIN act_change ON act_change.table_name = 'claim' AND act_change.change = 'added'
        AND act_change.key = json_object('number', new.number)
    WHERE old.state = 'waiting' AND old.edited_at IS NULL
        AND old.claim_id NOT IN (SELECT claim_id FROM filing)
        AND old.claim_id NOT IN (SELECT pinned FROM topic WHERE pinned IS NOT NULL)
    ORDER BY old.number, new.number
"""


def _settle_repeats() -> None:
    driver = op.get_bind()
    settled: set[str] = set()
    taken: set[str] = set()
    for old, number, new, act in driver.exec_driver_sql(_REPEATS).all():
        if old in settled or new in taken:
            continue
        settled.add(old)
        taken.add(new)
        after = {"fate": "unchanged", "successor": new}
        driver.exec_driver_sql("UPDATE claim SET fate = ?, successor = ? WHERE number = ?", (*after.values(), number))
        driver.exec_driver_sql(
            "INSERT INTO act_change (act, table_name, key, change, before, after, touches) "
            "VALUES (?, 'claim', ?, 'changed', ?, ?, ?)",
            (
                act,
                json.dumps({"number": number}, separators=(",", ":")),
                json.dumps(dict.fromkeys(after), separators=(",", ":")),
                json.dumps(after, separators=(",", ":")),
                old,
            ),
        )


# No trigger on another table speaks of `topic`: a migration could not rebuild it then. One that rebuilds topic, filing,
# claim or article makes their triggers again.
_STALE = "INSERT OR IGNORE INTO topic_stale (topic_id)"
_STALE_WHEN = {
    "topic_made": f"AFTER INSERT ON topic BEGIN {_STALE} VALUES (new.topic_id); END",
    "topic_unmade": f"AFTER DELETE ON topic BEGIN {_STALE} VALUES (old.topic_id); END",
    "topic_renamed": f"AFTER UPDATE OF name, terms ON topic BEGIN {_STALE} VALUES (new.topic_id); END",
    "claim_filed": f"AFTER INSERT ON filing BEGIN {_STALE} VALUES (new.topic_id); END",
    "claim_unfiled": f"AFTER DELETE ON filing BEGIN {_STALE} VALUES (old.topic_id); END",
    "filed_claim_rejected": f"""
        AFTER UPDATE OF state ON claim WHEN (old.state = 'rejected') <> (new.state = 'rejected')
        BEGIN {_STALE} SELECT topic_id FROM filing WHERE claim_id = new.claim_id; END
    """,
    "filed_article_retitled": f"""
        AFTER UPDATE OF title ON article
        BEGIN
            {_STALE} SELECT filing.topic_id FROM filing JOIN claim ON claim.claim_id = filing.claim_id
            WHERE claim.article_id = new.article_id;
        END
    """,
}


def _topics() -> None:
    """What topics are told by, and a person's word that a claim is not of one."""
    op.create_table(
        "refusal",
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.claim_id"], name="fk_refusal_claim_id_claim"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.topic_id"], name="fk_refusal_topic_id_topic"),
        sa.PrimaryKeyConstraint("topic_id", "claim_id", name="pk_refusal"),
    )
    op.create_index("ix_refusal_claim_id", "refusal", ["claim_id"])
    op.add_column("plain_text", sa.Column("names", sa.Text(), nullable=True))
    op.create_table(
        "topic_stale",
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("topic_id", name="pk_topic_stale"),
    )
    op.execute(
        """
        CREATE VIRTUAL TABLE topic_words USING fts5(
            topic_id UNINDEXED, terms, title, sentence, names,
            tokenize="porter unicode61 remove_diacritics 2 categories 'L*'"
        )
        """
    )
    for name, then in _STALE_WHEN.items():
        op.execute(f"CREATE TRIGGER {name} {then}")
    op.execute(f"{_STALE} SELECT topic_id FROM topic")


def _searches() -> None:
    """Queries of the claims that a person named."""
    op.create_table(
        "saved_search",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("search_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_saved_search"),
        sa.UniqueConstraint("search_id", name="uq_saved_search_search_id"),
    )


_STANDS = """
    claim.measure IS NOT NULL AND coalesce(claim.halo_low, claim.halo_high) IS NOT NULL
    AND claim.state <> 'rejected' AND claim.fate IS NULL AND claim.stance IS NOT 'denies'
"""
_STAND = f"""
    INSERT OR IGNORE INTO standing (topic_id, measure, halo_low, claim, halo_high, family, voice)
    SELECT filing.topic_id, claim.measure, coalesce(claim.halo_low, -9e999), claim.number,
        coalesce(claim.halo_high, 9e999), first.number, claim.voice
    FROM claim
    JOIN article ON article.article_id = claim.article_id
    JOIN article AS first ON first.article_id = article.family
    JOIN filing ON filing.claim_id = claim.claim_id
    WHERE {_STANDS}
"""
_STAND_NO_MORE = """
    DELETE FROM standing
    WHERE topic_id IN (SELECT topic_id FROM filing WHERE claim_id = old.claim_id) AND measure = old.measure
        AND halo_low = coalesce(old.halo_low, -9e999) AND claim = old.number;
"""
_READ_FROM = (
    "kind",
    "low",
    "high",
    "unit",
    "qualifier",
    "qualifier_words",
    "per",
    "fraction",
    "vague",
    "date",
    "basis",
)
_STANDS_BY = ("measure", "halo_low", "halo_high", "state", "fate", "stance", "voice")


def _changed(columns: Sequence[str]) -> str:
    """A condition, since a column that is set is not always one that changes."""
    return " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns)


_STANDING_WHEN = {
    "filed_claim_stands": f"AFTER INSERT ON filing BEGIN {_STAND} AND claim.claim_id = new.claim_id "
    "AND filing.topic_id = new.topic_id; END",
    "unfiled_claim_stands_no_more": """
        AFTER DELETE ON filing
        BEGIN
            DELETE FROM standing
            WHERE topic_id = old.topic_id AND (measure, halo_low, claim) =
                (SELECT measure, coalesce(halo_low, -9e999), number FROM claim WHERE claim_id = old.claim_id);
        END
    """,
    "added_claim_stands": f"AFTER INSERT ON claim BEGIN {_STAND} AND claim.number = new.number; END",
    "removed_claim_stands_no_more": f"AFTER DELETE ON claim BEGIN {_STAND_NO_MORE} END",
    "changed_claim_stands_anew": f"""
        AFTER UPDATE OF {", ".join(_STANDS_BY)} ON claim WHEN {_changed(_STANDS_BY)}
        BEGIN {_STAND_NO_MORE} {_STAND} AND claim.number = new.number; END
    """,
    "reread_claim_is_measured_anew": f"""
        AFTER UPDATE OF {", ".join(_READ_FROM)} ON claim WHEN {_changed(_READ_FROM)}
        BEGIN
            UPDATE claim SET measure = NULL, halo_low = NULL, halo_high = NULL WHERE number = new.number;
        END
    """,
}


def _standings() -> None:
    """What each claim measures and what it can mean; the program fills it in. The claims of a topic in that order."""
    op.add_column("claim", sa.Column("measure", sa.Text(), nullable=True))
    op.add_column("claim", sa.Column("halo_low", sa.REAL(), nullable=True))
    op.add_column("claim", sa.Column("halo_high", sa.REAL(), nullable=True))
    op.create_index("ix_claim_unmeasured", "claim", ["number"], sqlite_where=sa.text("measure IS NULL"))
    op.create_table(
        "standing",
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("measure", sa.Text(), nullable=False),
        sa.Column("halo_low", sa.REAL(), nullable=False),
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("halo_high", sa.REAL(), nullable=False),
        sa.Column("family", sa.Integer(), nullable=False),
        sa.Column("voice", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("topic_id", "measure", "halo_low", "claim", name="pk_standing"),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_standing_topic_id_measure_halo_high_family_voice",
        "standing",
        ["topic_id", "measure", "halo_high", "family", "voice"],
    )
    for name, then in _STANDING_WHEN.items():
        op.execute(f"CREATE TRIGGER {name} {then}")

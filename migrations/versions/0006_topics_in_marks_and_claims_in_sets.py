"""Lists count topics along with all else that they count; an import marks and indexes its claims in sets."""

import re

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_MARK_INDEXES = {
    "trait_high_low_edition_standing_speaker_article": (
        *("trait", "high", "low", "standing", "edition", "speaker", "topics", "article"),
    ),
    "edition_trait_standing_speaker": ("edition", "trait", "standing", "speaker", "topics"),
}
"""What each index was called, and what it is of now."""
_BY_SPEAKER = ("speaker", "trait", "edition", "standing", "topics", "article")

_TOGETHER = """
    SELECT claim, group_concat(topic, ' ') AS topics FROM (SELECT claim, topic FROM filed ORDER BY claim, topic)
    GROUP BY claim
"""
_ITS_TOPICS = "SELECT group_concat(topic, ' ') FROM (SELECT topic FROM filed WHERE claim = {0}.claim ORDER BY topic)"
_FILED_ANEW = """
    INSERT OR IGNORE INTO topic_set (topics)
    SELECT topics FROM (SELECT ({topics}) AS topics) WHERE topics IS NOT NULL;
    UPDATE mark SET topics = coalesce((SELECT number FROM topic_set WHERE topics = ({topics})), 0)
    WHERE claim = {row}.claim;
"""


def upgrade() -> None:
    """Bring a project of schema 5 up to date."""
    _topics()
    _sets()
    # "About" is narrower on a number of three figures than it was; the program measures what has no measure.
    op.execute("UPDATE claim SET measure = NULL, halo_low = NULL, halo_high = NULL WHERE qualifier = 'about'")
    # No list asks claims for their state any more, as marks have it.
    op.drop_index("ix_claim_state", "claim")


def _topics() -> None:
    """What claims are filed under together has a number, which their marks have; nothing is looked up to count it."""
    op.create_table(
        "topic_set",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topics", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_topic_set"),
        sa.UniqueConstraint("topics", name="uq_topic_set_topics"),
    )
    op.drop_index("ix_mark_speaker", "mark")
    for name in _MARK_INDEXES:
        op.drop_index(f"ix_mark_{name}", "mark")
    op.add_column("mark", sa.Column("topics", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.execute(f"CREATE VIEW filed_together AS {_TOGETHER}")
    op.execute("INSERT INTO topic_set (topics) SELECT DISTINCT topics FROM filed_together")
    op.execute(
        "UPDATE mark SET topics = topic_set.number FROM filed_together JOIN topic_set USING (topics) "
        "WHERE mark.claim = filed_together.claim"
    )
    for names in _MARK_INDEXES.values():
        op.create_index(f"ix_mark_{'_'.join(names)}", "mark", list(names))
    op.create_index("ix_mark_speaker", "mark", list(_BY_SPEAKER), sqlite_where=sa.text("speaker > 0"))
    for name, when, row in (
        ("filed_claim_has_topics", "INSERT", "new"),
        ("unfiled_claim_has_topics", "DELETE", "old"),
    ):
        then = _FILED_ANEW.format(topics=_ITS_TOPICS.format(row), row=row)
        op.execute(f"CREATE TRIGGER {name} AFTER {when} ON filed BEGIN {then} END")


_WOKEN = re.compile(r"AFTER INSERT ON (claim|mark)\s+BEGIN")


def _sets() -> None:
    """While a row stands in `filling`, nothing follows from each claim that is added.

    What the row points at is not there, so that no transaction ends before it is gone.
    """
    op.create_table(
        "filling",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["one"], ["project.one"], name="fk_filling_one_project", deferrable=True, initially="DEFERRED"
        ),
        sa.PrimaryKeyConstraint("one", name="pk_filling"),
    )
    connection = op.get_bind()
    woken = (
        "SELECT name, sql FROM sqlite_master WHERE name IN ('claim_added', 'added_claim_is_marked', 'mark_is_counted')"
    )
    for name, sql in connection.exec_driver_sql(woken).all():
        op.execute(f"DROP TRIGGER {name}")
        rested = _WOKEN.sub(r"AFTER INSERT ON \1 WHEN NOT EXISTS (SELECT 1 FROM filling) BEGIN", sql, count=1)
        connection.exec_driver_sql(rested)

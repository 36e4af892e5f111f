"""Notes, tags and flags; project settings; imports that resume; the log of decisions; resolutions of topics."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a project of schema 2 up to date."""
    _remarks()
    _log()
    _imports()
    _resolutions()
    _rereading()


def _remarks() -> None:
    """Notes, tags and flags on claims and articles."""
    op.create_table(
        "note",
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name="pk_note"),
    )
    op.create_table(
        "tag",
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", "name", name="pk_tag"),
    )
    op.create_index("ix_tag_name", "tag", ["name"])
    op.create_table(
        "flag",
        sa.Column("subject_id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject_id", name="pk_flag"),
    )


_LOG_KEPT = {
    "log_is_not_changed": "BEFORE UPDATE ON log",
    "log_is_not_shortened": "BEFORE DELETE ON log",
    "log_is_not_replaced": "BEFORE INSERT ON log WHEN new.number <= (SELECT max(number) FROM log)",
}


def _log() -> None:
    """The chained log of what was done, which can only be added to, and acts that take others back out of turn."""
    op.add_column("act", sa.Column("reverts", sa.Integer(), nullable=True))
    op.create_table(
        "log",
        sa.Column("number", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.Text(), nullable=False)
            for name in ("at", "who", "deed", "words", "act_id", "rules", "what", "previous", "hash")
        ),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )
    for name, when in _LOG_KEPT.items():
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END")


def _imports() -> None:
    """Imports that are not finished, and how each of their files ended."""
    op.create_table(
        "import_run",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("run_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("act_id", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_import_run"),
        sa.UniqueConstraint("run_id", name="uq_import_run_run_id"),
    )
    op.create_table(
        "import_file",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("modified", sa.Integer(), nullable=True),
        sa.Column("pasted", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=True),
        sa.Column("claims", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["run"], ["import_run.number"], name="fk_import_file_run_import_run"),
        sa.PrimaryKeyConstraint("run", "position", name="pk_import_file"),
    )


def _resolutions() -> None:
    """What was settled for a topic, each time a row, and its questions."""
    _of_topic(
        "resolution",
        sa.Column("claim_id", sa.Text(), nullable=True),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
    )
    _of_topic(
        "question",
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("done", sa.Boolean(), nullable=False),
    )


def _of_topic(table: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        table,
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(f"{table}_id", sa.Text(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        *columns,
        sa.Column("at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.topic_id"], name=f"fk_{table}_topic_id_topic"),
        sa.PrimaryKeyConstraint("number", name=f"pk_{table}"),
        sa.UniqueConstraint(f"{table}_id", name=f"uq_{table}_{table}_id"),
    )
    op.create_index(f"ix_{table}_topic_id", table, ["topic_id"])


def _rereading() -> None:
    """By which rules an article was read last, and what the project takes where texts leave a figure open."""
    op.add_column("article", sa.Column("rules", sa.Integer(), nullable=True))
    op.create_table(
        "project_setting",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_project_setting"),
    )
    # A family is called after its first version, and goes on under another name when that one is removed.
    op.execute(
        """
        CREATE TRIGGER article_changes_family AFTER UPDATE OF family ON article WHEN old.family IS NOT new.family
        BEGIN
            UPDATE standing SET family = (SELECT number FROM article WHERE article_id = new.family)
            WHERE claim IN (SELECT number FROM claim WHERE article_id = new.article_id);
        END
        """
    )

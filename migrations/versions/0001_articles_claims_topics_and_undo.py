"""Articles with their sources, claims, topics, full-text search and undo."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# FTS5 reads the words of these views by row number when it needs them again; both indexes are kept by triggers, which
# a table loses when it is rebuilt: a migration that rebuilds article or claim makes its triggers again.
_VIEWS = (
    """
    CREATE VIEW article_said AS
    SELECT article.number, article.title, article.outlet, article.author, plain_text.content AS text
    FROM article JOIN plain_text ON plain_text.sha256 = article.text_sha256
    """,
    """
    CREATE VIEW claim_said AS
    SELECT claim.number, claim.sentence, claim.speaker, claim.near, article.title, article.outlet, article.author
    FROM claim JOIN article ON article.article_id = claim.article_id
    """,
)
_INDEXES = (
    """
    CREATE VIRTUAL TABLE article_words USING fts5(
        title, outlet, author, text,
        content='article_said', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE VIRTUAL TABLE claim_words USING fts5(
        sentence, speaker, near, title, outlet, author,
        content='claim_said', content_rowid='number', tokenize='unicode61 remove_diacritics 2'
    )
    """,
)
_ARTICLE_IN = """
    INSERT INTO article_words (rowid, title, outlet, author, text)
    SELECT number, title, outlet, author, text FROM article_said WHERE number = new.number;
"""
_ARTICLE_OUT = """
    INSERT INTO article_words (article_words, rowid, title, outlet, author, text)
    SELECT 'delete', old.number, old.title, old.outlet, old.author, content
    FROM plain_text WHERE sha256 = old.text_sha256;
"""
_CLAIM_IN = """
    INSERT INTO claim_words (rowid, sentence, speaker, near, title, outlet, author)
    SELECT number, sentence, speaker, near, title, outlet, author FROM claim_said WHERE number = new.number;
"""
_CLAIM_OUT = """
    INSERT INTO claim_words (claim_words, rowid, sentence, speaker, near, title, outlet, author)
    SELECT 'delete', old.number, old.sentence, old.speaker, old.near, title, outlet, author
    FROM article WHERE article_id = old.article_id;
"""
_CLAIMS_OF_ARTICLE = """
    INSERT INTO claim_words (claim_words, rowid, sentence, speaker, near, title, outlet, author)
    SELECT 'delete', number, sentence, speaker, near, old.title, old.outlet, old.author
    FROM claim WHERE article_id = old.article_id;
    INSERT INTO claim_words (rowid, sentence, speaker, near, title, outlet, author)
    SELECT number, sentence, speaker, near, new.title, new.outlet, new.author
    FROM claim WHERE article_id = new.article_id;
"""
_ON = {
    "article_added": ("AFTER INSERT ON article", _ARTICLE_IN),
    "article_removed": ("AFTER DELETE ON article", _ARTICLE_OUT),
    "article_corrected": (
        "AFTER UPDATE OF title, outlet, author ON article",
        _ARTICLE_OUT + _ARTICLE_IN + _CLAIMS_OF_ARTICLE,
    ),
    "claim_added": ("AFTER INSERT ON claim", _CLAIM_IN),
    "claim_removed": ("AFTER DELETE ON claim", _CLAIM_OUT),
    "claim_edited": ("AFTER UPDATE OF speaker ON claim", _CLAIM_OUT + _CLAIM_IN),
}
_TRIGGERS = tuple(f"CREATE TRIGGER {name} {when} BEGIN {then} END" for name, (when, then) in _ON.items())


def upgrade() -> None:
    """Make an empty project."""
    _project()
    _articles()
    _claims()
    _topics()
    _journal()
    for statement in (*_VIEWS, *_INDEXES, *_TRIGGERS):
        op.execute(statement)


def _project() -> None:
    """What the file is."""
    op.create_table(
        "project",
        sa.Column("one", sa.Integer(), nullable=False),
        sa.Column("project_id", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("needs", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_project"),
    )


def _articles() -> None:
    """Sources once each, and the versions of articles."""
    op.create_table(
        "plain_text",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("shingles", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_plain_text"),
    )
    op.create_table(
        "raw_bytes",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_raw_bytes"),
    )
    op.create_table(
        "article",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("family", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("title_evidence", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_evidence", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("author_evidence", sa.Text(), nullable=True),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_evidence", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("source_name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.Text(), nullable=False),
        sa.Column("raw_sha256", sa.Text(), nullable=False),
        sa.Column("captured_at", sa.Text(), nullable=False),
        sa.Column("origin_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["raw_sha256"], ["raw_bytes.sha256"], name="fk_article_raw_sha256_raw_bytes"),
        sa.ForeignKeyConstraint(["text_sha256"], ["plain_text.sha256"], name="fk_article_text_sha256_plain_text"),
        sa.PrimaryKeyConstraint("number", name="pk_article"),
        sa.UniqueConstraint("article_id", name="uq_article_article_id"),
        sa.UniqueConstraint("family", "version", name="uq_article_family_version"),
    )
    op.create_index("ix_article_origin_id", "article", ["origin_id"])
    op.create_index("ix_article_outlet_title", "article", ["outlet", "title"])
    op.create_index("ix_article_raw_sha256", "article", ["raw_sha256"])
    op.create_index("ix_article_text_sha256", "article", ["text_sha256"])
    op.create_index("ix_article_url", "article", ["url"])


def _claims() -> None:
    """Figures in their places, and what was decided."""
    op.create_table(
        "claim",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("char_start", sa.Integer(), nullable=False),
        sa.Column("char_end", sa.Integer(), nullable=False),
        sa.Column("surface", sa.Text(), nullable=False),
        sa.Column("sentence_start", sa.Integer(), nullable=False),
        sa.Column("sentence_end", sa.Integer(), nullable=False),
        sa.Column("sentence", sa.Text(), nullable=False),
        sa.Column("near", sa.Text(), nullable=False),
        sa.Column("comment", sa.Integer(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("value_low", sa.REAL(), nullable=True),
        sa.Column("value_high", sa.REAL(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("qualifier", sa.Text(), nullable=False),
        sa.Column("qualifier_words", sa.Text(), nullable=False),
        sa.Column("qualifier_cue", sa.Text(), nullable=True),
        sa.Column("per", sa.Text(), nullable=True),
        sa.Column("fraction", sa.Boolean(), nullable=False),
        sa.Column("vague", sa.Boolean(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("modifier", sa.Text(), nullable=True),
        sa.Column("fiscal", sa.Boolean(), nullable=False),
        sa.Column("readings", sa.Text(), nullable=False),
        sa.Column("anchor", sa.Text(), nullable=True),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("basis_kind", sa.Text(), nullable=True),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("speaker_span", sa.Text(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("doubt", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided_at", sa.Text(), nullable=True),
        sa.Column("edited_at", sa.Text(), nullable=True),
        sa.Column("edited_fields", sa.Text(), nullable=False),
        sa.Column("restated", sa.Text(), nullable=False),
        sa.Column("same_key", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.article_id"], name="fk_claim_article_id_article"),
        sa.PrimaryKeyConstraint("number", name="pk_claim"),
        sa.UniqueConstraint("claim_id", name="uq_claim_claim_id"),
    )
    op.create_index("ix_claim_article_id_char_start", "claim", ["article_id", "char_start"])
    op.create_index("ix_claim_article_id_state", "claim", ["article_id", "state"])
    op.create_index("ix_claim_decided_at", "claim", ["decided_at"])
    op.create_index("ix_claim_edited_at", "claim", ["edited_at"])
    op.create_index("ix_claim_same_key", "claim", ["same_key"])
    op.create_index("ix_claim_speaker", "claim", ["speaker"])
    op.create_index("ix_claim_state", "claim", ["state"])


def _topics() -> None:
    """Subjects, and the claims under them."""
    op.create_table(
        "topic",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("pinned", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["pinned"], ["claim.claim_id"], name="fk_topic_pinned_claim"),
        sa.PrimaryKeyConstraint("number", name="pk_topic"),
        sa.UniqueConstraint("topic_id", name="uq_topic_topic_id"),
    )
    op.create_table(
        "filing",
        sa.Column("topic_id", sa.Text(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claim.claim_id"], name="fk_filing_claim_id_claim"),
        sa.ForeignKeyConstraint(["topic_id"], ["topic.topic_id"], name="fk_filing_topic_id_topic"),
        sa.PrimaryKeyConstraint("topic_id", "claim_id", name="pk_filing"),
    )
    op.create_index("ix_filing_claim_id", "filing", ["claim_id"])


def _journal() -> None:
    """Every act with the rows that it changed."""
    op.create_table(
        "act",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act_id", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("abandoned_at", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_act"),
        sa.UniqueConstraint("act_id", name="uq_act_act_id"),
    )
    op.create_index("ix_act_state", "act", ["state"])
    op.create_table(
        "act_change",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("act", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("touches", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["act"], ["act.number"], name="fk_act_change_act_act"),
        sa.PrimaryKeyConstraint("number", name="pk_act_change"),
    )
    op.create_index("ix_act_change_act", "act_change", ["act"])

"""Words of claims are searched within a year and without what is hidden; the indexes of marks say the article."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# What stands here is as it was when this schema was made. `text_of` is the program's own, see migration 0004.
_HIDDEN = "CASE WHEN {0}state = 'rejected' OR {0}fate IN ('unchanged', 'moved') THEN 'x' END"
_COLUMNS = "sentence, speaker, title, outlet, author, year, hidden"
_SAID = f"""
    SELECT claim.number, text_of(content, sentence_start, sentence_end) AS sentence, claim.speaker,
        article.title, article.outlet, article.author, substr(article.published, 1, 4) AS year,
        {_HIDDEN.format("claim.")} AS hidden
    FROM claim JOIN article ON article.article_id = claim.article_id
    JOIN plain_text ON plain_text.sha256 = article.text_sha256
"""
_IN = f"""
    INSERT INTO claim_words (rowid, {_COLUMNS}) SELECT number, {_COLUMNS} FROM claim_said WHERE number = new.number;
"""
_OUT = f"""
    INSERT INTO claim_words (claim_words, rowid, {_COLUMNS})
    SELECT 'delete', old.number, text_of(content, old.sentence_start, old.sentence_end), old.speaker,
        title, outlet, author, substr(published, 1, 4), {_HIDDEN.format("old.")}
    FROM article JOIN plain_text ON sha256 = text_sha256 WHERE article_id = old.article_id;
"""
_ARTICLE = """
    INSERT INTO article_words (article_words, rowid, title, outlet, author, text)
    SELECT 'delete', old.number, old.title, old.outlet, old.author, text_of(content)
    FROM plain_text WHERE sha256 = old.text_sha256;
    INSERT INTO article_words (rowid, title, outlet, author, text)
    SELECT number, title, outlet, author, text FROM article_said WHERE number = new.number;
"""
_OF_ARTICLE = f"""
    INSERT INTO claim_words (claim_words, rowid, {_COLUMNS})
    SELECT 'delete', claim.number, text_of(content, sentence_start, sentence_end), speaker,
        old.title, old.outlet, old.author, substr(old.published, 1, 4), {_HIDDEN.format("")}
    FROM claim JOIN plain_text ON sha256 = old.text_sha256 WHERE article_id = old.article_id;
    INSERT INTO claim_words (rowid, {_COLUMNS})
    SELECT claim.number, text_of(content, sentence_start, sentence_end), speaker,
        new.title, new.outlet, new.author, substr(new.published, 1, 4), {_HIDDEN.format("")}
    FROM claim JOIN plain_text ON sha256 = new.text_sha256 WHERE article_id = new.article_id;
"""
_SAYS = ("speaker", "sentence_start", "sentence_end")
_EDITED = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _SAYS)
_WHEN = {
    "article_corrected": "AFTER UPDATE OF title, outlet, author, published ON article "
    f"BEGIN {_ARTICLE} {_OF_ARTICLE} END",
    "claim_added": f"AFTER INSERT ON claim BEGIN {_IN} END",
    "claim_removed": f"AFTER DELETE ON claim BEGIN {_OUT} END",
    "claim_edited": f"AFTER UPDATE OF {', '.join(_SAYS)}, state, fate ON claim "
    f"WHEN {_EDITED} OR {_HIDDEN.format('old.')} IS NOT {_HIDDEN.format('new.')} BEGIN {_OUT} {_IN} END",
}


def upgrade() -> None:
    """Bring a project of schema 4 up to date."""
    for name in _WHEN:
        op.execute(f"DROP TRIGGER {name}")
    op.execute("DROP TABLE claim_words")
    op.execute("DROP VIEW claim_said")
    op.execute(f"CREATE VIEW claim_said AS {_SAID}")
    op.execute(
        f"CREATE VIRTUAL TABLE claim_words USING fts5({_COLUMNS}, content='claim_said', content_rowid='number', "
        "columnsize=0, tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO claim_words (claim_words) VALUES ('rebuild')")
    for name, then in _WHEN.items():
        op.execute(f"CREATE TRIGGER {name} {then}")
    _mark_indexes()


def _mark_indexes() -> None:
    """From which articles claims are, and which articles have any that lists show, without their marks."""
    by_value = ["trait", "high", "low", "edition", "standing", "speaker"]
    for name in ("article", "speaker", "_".join(by_value)):
        op.drop_index(f"ix_mark_{name}", "mark")
    by_value.append("article")
    op.create_index(f"ix_mark_{'_'.join(by_value)}", "mark", by_value)
    op.create_index("ix_mark_article", "mark", ["article", "standing"])
    by_speaker = ["speaker", "trait", "edition", "standing", "article"]
    op.create_index("ix_mark_speaker", "mark", by_speaker, sqlite_where=sa.text("speaker > 0"))

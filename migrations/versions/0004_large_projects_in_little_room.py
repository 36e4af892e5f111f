"""Projects of a million claims: a quarter of the room on the disk, and the indexes that long lists are read by."""

import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Bring a project of schema 3 up to date. Tables are rebuilt first: what is made after that keeps its triggers."""
    _values()
    _storage()
    _lists()
    _filing()
    _orders()


# How things are packed stands here as it was when this schema was made. `text_of` is the program's own: a packed text,
# or what stands in it between two offsets. A migration that rebuilds article or claim makes their triggers again.
_SAID_BY = {
    "article_said": """
        SELECT article.number, article.title, article.outlet, article.author, text_of(plain_text.content) AS text
        FROM article JOIN plain_text ON plain_text.sha256 = article.text_sha256
    """,
    "claim_said": """
        SELECT claim.number, text_of(content, sentence_start, sentence_end) AS sentence, claim.speaker,
            article.title, article.outlet, article.author
        FROM claim JOIN article ON article.article_id = claim.article_id
        JOIN plain_text ON plain_text.sha256 = article.text_sha256
    """,
}
_SEARCHED = {
    "article_words": ("article_said", "title, outlet, author, text"),
    "claim_words": ("claim_said", "sentence, speaker, title, outlet, author"),
}
_ARTICLE_IN = """
    INSERT INTO article_words (rowid, title, outlet, author, text)
    SELECT number, title, outlet, author, text FROM article_said WHERE number = new.number;
"""
_ARTICLE_OUT = """
    INSERT INTO article_words (article_words, rowid, title, outlet, author, text)
    SELECT 'delete', old.number, old.title, old.outlet, old.author, text_of(content)
    FROM plain_text WHERE sha256 = old.text_sha256;
"""
_CLAIM_IN = """
    INSERT INTO claim_words (rowid, sentence, speaker, title, outlet, author)
    SELECT number, sentence, speaker, title, outlet, author FROM claim_said WHERE number = new.number;
"""
_CLAIM_OUT = """
    INSERT INTO claim_words (claim_words, rowid, sentence, speaker, title, outlet, author)
    SELECT 'delete', old.number, text_of(content, old.sentence_start, old.sentence_end), old.speaker,
        title, outlet, author
    FROM article JOIN plain_text ON sha256 = text_sha256 WHERE article_id = old.article_id;
"""
_CLAIMS_OF_ARTICLE = """
    INSERT INTO claim_words (claim_words, rowid, sentence, speaker, title, outlet, author)
    SELECT 'delete', claim.number, text_of(content, sentence_start, sentence_end), speaker,
        old.title, old.outlet, old.author
    FROM claim JOIN plain_text ON sha256 = old.text_sha256 WHERE article_id = old.article_id;
    INSERT INTO claim_words (rowid, sentence, speaker, title, outlet, author)
    SELECT claim.number, text_of(content, sentence_start, sentence_end), speaker, new.title, new.outlet, new.author
    FROM claim JOIN plain_text ON sha256 = new.text_sha256 WHERE article_id = new.article_id;
"""
_SEARCHED_WHEN = {
    "article_added": f"AFTER INSERT ON article BEGIN {_ARTICLE_IN} END",
    "article_removed": f"AFTER DELETE ON article BEGIN {_ARTICLE_OUT} END",
    "article_corrected": "AFTER UPDATE OF title, outlet, author ON article "
    f"BEGIN {_ARTICLE_OUT} {_ARTICLE_IN} {_CLAIMS_OF_ARTICLE} END",
    "claim_added": f"AFTER INSERT ON claim BEGIN {_CLAIM_IN} END",
    "claim_removed": f"AFTER DELETE ON claim BEGIN {_CLAIM_OUT} END",
    "claim_edited": "AFTER UPDATE OF speaker, sentence_start, sentence_end ON claim "
    f"BEGIN {_CLAIM_OUT} {_CLAIM_IN} END",
}
_TOP = 2**56
_ONE_IN, _LEAST, _LEFT_OUT = 16, 32, 8
_AT_ONCE = 200


def _storage() -> None:
    """Keep what texts say once, and everything else in few bytes."""
    for name in _SEARCHED_WHEN:
        op.execute(f"DROP TRIGGER {name}")
    for index in _SEARCHED:
        op.execute(f"DROP TABLE {index}")
    for view in _SAID_BY:
        op.execute(f"DROP VIEW {view}")
    _pack_texts()
    _pack_files()
    _slim_claims()
    _slim_journal()
    _pack_log()
    for view, select in _SAID_BY.items():
        op.execute(f"CREATE VIEW {view} AS {select}")
    for index, (view, columns) in _SEARCHED.items():
        # How long each row is counts only where rows are ranked, which claims are not.
        sizes = "columnsize=0, " if index == "claim_words" else ""
        op.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({columns}, content='{view}', content_rowid='number', {sizes}"
            "tokenize='unicode61 remove_diacritics 2')"
        )
        op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    for name, then in _SEARCHED_WHEN.items():
        op.execute(f"CREATE TRIGGER {name} {then}")


def _pack_texts() -> None:
    """Compress texts; of their shingles, which follow from them, keep fewer."""
    op.create_table(
        "plain_text_packed",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("names", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("number", name="pk_plain_text"),
        sa.UniqueConstraint("sha256", name="uq_plain_text_sha256"),
    )
    driver = op.get_bind()
    driver.exec_driver_sql("DELETE FROM sampled")
    for number, sha256, content, shingles, names in _pages("plain_text", "sha256, content, shingles, names"):
        row = (number, sha256, zlib.compress(content.encode(), 9), names)
        driver.exec_driver_sql("INSERT INTO plain_text_packed VALUES (?, ?, ?, ?)", row)
        if sampled := [(shingle >> _LEFT_OUT, number) for shingle in _sampled(shingles)]:
            driver.exec_driver_sql("INSERT OR IGNORE INTO sampled (shingle, text) VALUES (?, ?)", sampled)
    # The other way round, what points at the table would go along with its name.
    op.drop_table("plain_text")
    op.rename_table("plain_text_packed", "plain_text")


def _sampled(packed: bytes) -> Iterator[int]:
    shingles = array("Q", packed)
    if sys.byteorder == "big":
        shingles.byteswap()
    return (one for at, one in enumerate(sorted(shingles)) if at < _LEAST or one < _TOP // _ONE_IN)


def _pack_files() -> None:
    """Compress files by what their texts say already."""
    op.create_table(
        "raw_bytes_packed",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("text", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["text"], ["plain_text.number"], name="fk_raw_bytes_text_plain_text"),
        sa.PrimaryKeyConstraint("sha256", name="pk_raw_bytes"),
    )
    driver = op.get_bind()
    its_text = "SELECT text_sha256 FROM article WHERE raw_sha256 = ? ORDER BY number LIMIT 1"
    for _, sha256, content in _pages("raw_bytes", "sha256, content"):
        text = driver.exec_driver_sql(
            f"SELECT number, text_of(content) FROM plain_text WHERE sha256 = ({its_text})", (sha256,)
        ).first()
        number, said = text if text and text[1] else (None, "")
        packing = zlib.compressobj(9, zdict=said.encode()) if said else zlib.compressobj(9)
        row = (sha256, packing.compress(content) + packing.flush(), number)
        driver.exec_driver_sql("INSERT INTO raw_bytes_packed VALUES (?, ?, ?)", row)
    op.drop_table("raw_bytes")
    op.rename_table("raw_bytes_packed", "raw_bytes")
    op.create_index("ix_raw_bytes_text", "raw_bytes", ["text"])


def _pages(table: str, columns: str) -> Iterator[Any]:
    """The rows of a table, their numbers first, a few at a time: all of them would fill the memory."""
    after = 0
    page = f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_AT_ONCE}"
    while rows := op.get_bind().exec_driver_sql(page, (after,)).all():
        yield from rows
        after = rows[-1][0]


def _slim_claims() -> None:
    """What a claim's text says is read there, and an index has no row for what is not stated or asked for."""
    op.drop_index("ix_article_outlet_title", "article")
    for name in ("sentence", "near"):
        op.execute(f"ALTER TABLE claim DROP COLUMN {name}")
    for name in ("article_id_state", "speaker", "decided_at", "edited_at", "successor"):
        op.drop_index(f"ix_claim_{name}", "claim")
    for name in ("speaker", "decided_at", "edited_at", "successor"):
        op.create_index(f"ix_claim_{name}", "claim", [name], sqlite_where=sa.text(f"{name} IS NOT NULL"))


_LOG_KEPT = {
    "log_is_not_changed": "BEFORE UPDATE ON log",
    "log_is_not_shortened": "BEFORE DELETE ON log",
    "log_is_not_replaced": "BEFORE INSERT ON log WHEN new.number <= (SELECT max(number) FROM log)",
}


def _pack_log() -> None:
    """Compress what each entry tells, which mostly is the ids of many rows; its hash is still that of the words."""
    names = ("at", "who", "deed", "words", "act_id", "rules", "what", "previous", "hash")
    op.create_table(
        "log_packed",
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.LargeBinary() if name == "what" else sa.Text(), nullable=False) for name in names),
        sa.PrimaryKeyConstraint("number", name="pk_log"),
    )
    driver = op.get_bind()
    for number, *values in _pages("log", ", ".join(names)):
        entry = dict(zip(names, values, strict=True))
        entry["what"] = zlib.compress(entry["what"].encode(), 9)
        put = f"INSERT INTO log_packed (number, {', '.join(names)}) VALUES (?{', ?' * len(names)})"
        driver.exec_driver_sql(put, (number, *entry.values()))
    op.drop_table("log")
    op.rename_table("log_packed", "log")
    for name, when in _LOG_KEPT.items():
        op.execute(f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, 'the log is only added to'); END")


_ADDED = """
    SELECT number, act, json_extract(key, '$.number'), touches FROM act_change
    WHERE table_name = 'claim' AND change = 'added' AND after IS NULL AND number > ? ORDER BY number LIMIT 10000
"""


_TOGETHER = """
    UPDATE act_change SET through = ?1, touches = ?2, key = (SELECT key FROM act_change WHERE number = ?3)
    WHERE number = ?4
"""


def _slim_journal() -> None:
    """Claims that were added together are one line, and what was taken back has the columns that there are now."""
    op.add_column("act_change", sa.Column("through", sa.Integer(), nullable=True))
    for side in ("before", "after"):
        op.execute(
            f"UPDATE act_change SET {side} = json_remove({side}, '$.sentence', '$.near') "
            f"WHERE table_name = 'claim' AND {side} IS NOT NULL"
        )
    op.execute("DELETE FROM act_change WHERE table_name = 'claim' AND change = 'changed' AND after = '{}'")
    driver = op.get_bind()
    runs: list[list[int | str]] = []
    last = (0, 0, 0, "")
    while added := driver.exec_driver_sql(_ADDED, (last[0],)).all():
        for number, act, claim, touches in added:
            article_id = touches.partition(" ")[2]
            if last == (number - 1, act, claim - 1, article_id):
                runs[-1][1:3] = number, claim
            else:
                runs.append([number, number, claim, article_id])
            last = (number, act, claim, article_id)
    together = [(claim, article_id, first, line) for first, line, claim, article_id in runs if line > first]
    if together:
        driver.exec_driver_sql(_TOGETHER, together)
        driver.exec_driver_sql("DELETE FROM act_change WHERE number >= ? AND number < ?", [one[2:] for one in together])


# A date stands among its kind by its days, a length that is written as one by its years. SQLite cannot reckon with the
# words of either, so what was read by an earlier version is filled in here, also where an undo brings it back.
_YEARS = """
    CAST(substr({0}, CASE WHEN substr({0}, 2, 1) = 'T' THEN 3 ELSE 2 END) AS REAL) / CASE
        WHEN {0} LIKE 'PT%H' THEN 8766.0 WHEN {0} LIKE 'PT%M' THEN 525960.0 WHEN {0} LIKE 'PT%' THEN 31557600.0
        WHEN {0} LIKE '%M' THEN 12.0 WHEN {0} LIKE '%W' THEN 365.25 / 7 WHEN {0} LIKE '%D' THEN 365.25 ELSE 1.0 END
"""
_LINED_UP = """
    UPDATE claim SET
        value_low = CASE kind WHEN 'date' THEN first_day(date) ELSE {years} END,
        value_high = CASE kind WHEN 'date' THEN last_day(date) ELSE {years} END
    WHERE kind IN ('date', 'duration') AND date IS NOT NULL AND value_low IS NULL
"""
_RECALLED = """
    UPDATE act_change SET {side} = json_set({side},
        '$.value_low', CASE {kind} WHEN 'date' THEN first_day({date}) ELSE {years} END,
        '$.value_high', CASE {kind} WHEN 'date' THEN last_day({date}) ELSE {years} END)
    WHERE table_name = 'claim' AND {side} IS NOT NULL AND {kind} IN ('date', 'duration') AND {date} IS NOT NULL
        AND json_type({side}, '$.value_low') = 'null'
"""
_STANDS_AS = """
    CASE
        WHEN fate IN ('unchanged', 'moved') THEN CASE state WHEN 'waiting' THEN 4 WHEN 'accepted' THEN 5 ELSE 6 END
        WHEN state = 'waiting' THEN CASE WHEN fate IS NULL THEN 0 ELSE 3 END
        WHEN state = 'accepted' THEN 1 ELSE 2
    END
"""
# What the analyst says the figure measures counts more than the words of the rate around it.
_VIEWS = (
    """
    CREATE VIEW claim_stated AS
    SELECT *, coalesce(json_extract(basis, '$.price.value'), '') AS price,
        CASE WHEN json_extract(basis, '$.kind.by_analyst') IS NULL
            THEN coalesce(per, json_extract(basis, '$.per.value'))
            ELSE json_extract(basis, '$.per.value') END AS of_what
    FROM claim
    """,
    f"""
    CREATE VIEW claim_traits AS
    SELECT number AS claim, article_id, kind, coalesce(unit, '') AS unit,
        CASE WHEN price LIKE 'npv%' THEN 'present-value'
            WHEN basis_kind = 'rate' OR of_what IS NOT NULL
            THEN 'per-' || replace(coalesce(of_what, 'period'), ' ', '-')
            ELSE coalesce(basis_kind, '') END AS basis,
        price, coalesce(of_what, '') AS per, coalesce(stance, '') AS stance, speaker, {_STANDS_AS} AS standing,
        CASE confidence WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END AS sureness,
        value_low AS low, value_high AS high
    FROM claim_stated
    """,
    """
    CREATE VIEW marked AS
    SELECT claim_traits.claim, article.number AS article, trait.number AS trait, edition.number AS edition, standing,
        coalesce(speaker.number, 0) AS speaker, sureness, low, high
    FROM claim_traits
    JOIN article ON article.article_id = claim_traits.article_id
    JOIN trait ON trait.kind = claim_traits.kind AND trait.unit = claim_traits.unit
        AND trait.basis = claim_traits.basis AND trait.price = claim_traits.price AND trait.per = claim_traits.per
        AND trait.stance = claim_traits.stance
    JOIN edition ON edition.outlet = coalesce(article.outlet, '')
        AND edition.year = coalesce(substr(article.published, 1, 4), '')
    LEFT JOIN speaker ON speaker.name = claim_traits.speaker
    """,
    """
    CREATE VIEW shelved AS
    SELECT article.number AS article, edition.number AS edition, coalesce(counted.waiting, 0) AS waiting,
        coalesce(counted.accepted, 0) AS accepted, coalesce(counted.rejected, 0) AS rejected,
        coalesce(placed.versions, 0) AS versions, coalesce(placed.copies, 0) AS copies,
        coalesce(placed.place, 0) AS place
    FROM article
    JOIN edition ON edition.outlet = coalesce(article.outlet, '')
        AND edition.year = coalesce(substr(article.published, 1, 4), '')
    LEFT JOIN (
        SELECT article, sum(standing IN (0, 3, 4)) AS waiting, sum(standing IN (1, 5)) AS accepted,
            sum(standing IN (2, 6)) AS rejected
        FROM mark GROUP BY article
    ) AS counted ON counted.article = article.number
    LEFT JOIN ({places}) AS placed ON placed.article = article.number
    """,
)
_MARK = "claim, article, trait, edition, standing, speaker, sureness, low, high"
_TRAIT = "kind, unit, basis, price, per, stance"
_NAME_TRAIT = f"INSERT OR IGNORE INTO trait ({_TRAIT}) SELECT {_TRAIT} FROM claim_traits WHERE claim = new.number;"
_NAME_SPEAKER = "INSERT OR IGNORE INTO speaker (name) SELECT new.speaker WHERE new.speaker IS NOT NULL;"
_NAME_EDITION = """
    INSERT OR IGNORE INTO edition (outlet, year)
    VALUES (coalesce(new.outlet, ''), coalesce(substr(new.published, 1, 4), ''));
"""
_COUNT = """
    INSERT INTO cell (edition, trait, standing, claims)
    VALUES ({0}.edition, {0}.trait, {0}.standing, {1}), (0, {0}.trait, {0}.standing, {1}),
        ({0}.edition, 0, {0}.standing, {1})
    ON CONFLICT DO UPDATE SET claims = claims + {1};
    INSERT INTO speaker_cell (speaker, standing, claims) VALUES ({0}.speaker, {0}.standing, {1})
    ON CONFLICT DO UPDATE SET claims = claims + {1};
    INSERT INTO topic_cell (topic, standing, claims)
    SELECT topic, {0}.standing, {1} FROM filed WHERE claim = {0}.claim
    UNION SELECT 0, {0}.standing, {1} FROM filed WHERE claim = {0}.claim
    ON CONFLICT DO UPDATE SET claims = claims + {1};
    INSERT INTO topic_article (topic, article, claims)
    SELECT topic, {0}.article, {1} FROM filed WHERE claim = {0}.claim AND {0}.standing NOT IN (2, 6)
    ON CONFLICT DO UPDATE SET claims = claims + {1};
    UPDATE shelf SET waiting = waiting + {1} * ({0}.standing IN (0, 3, 4)),
        accepted = accepted + {1} * ({0}.standing IN (1, 5)), rejected = rejected + {1} * ({0}.standing IN (2, 6))
    WHERE article = {0}.article;
"""
# The first topic of a claim, and the last that it leaves, make it one that is under any.
_FILED = """
    INSERT INTO topic_cell (topic, standing, claims)
    SELECT {0}.topic, standing, {1} FROM mark WHERE claim = {0}.claim
    UNION ALL SELECT 0, standing, {1} FROM mark
    WHERE claim = {0}.claim AND NOT EXISTS (SELECT 1 FROM filed WHERE claim = {0}.claim AND topic <> {0}.topic)
    ON CONFLICT DO UPDATE SET claims = claims + {1};
    INSERT INTO topic_article (topic, article, claims)
    SELECT {0}.topic, article, {1} FROM mark WHERE claim = {0}.claim AND standing NOT IN (2, 6)
    ON CONFLICT DO UPDATE SET claims = claims + {1};
"""
# The newest version of every article, in the order in which those of one origin told its story first.
_PLACES = """
    SELECT last.number AS article, last.version AS versions, count(*) OVER (PARTITION BY last.origin_id) AS copies,
        row_number() OVER (
            PARTITION BY last.origin_id
            ORDER BY substr(first.published, 1, 10) NULLS LAST, first.published = substr(first.published, 1, 10),
                first.published, first.captured_at, last.number
        ) AS place
    FROM article AS last JOIN article AS first ON first.family = last.family
    WHERE last.version = (SELECT max(version) FROM article WHERE family = last.family)
        AND first.version = (SELECT min(version) FROM article WHERE family = last.family)
"""
_PLACE = """
    UPDATE shelf SET place = 0, copies = 0, versions = 0
    WHERE article IN (SELECT number FROM article WHERE origin_id IN ({origins}));
    UPDATE shelf SET (versions, copies, place) = (placed.versions, placed.copies, placed.place)
    FROM ({places} AND last.origin_id IN ({origins})) AS placed WHERE placed.article = shelf.article;
"""


def _placed(*rows: str) -> str:
    """Statements that give the articles of these rows' families and origins their places anew."""
    families = ", ".join(f"{row}.family" for row in rows)
    own = " ".join(f"UNION SELECT {row}.origin_id" for row in rows)
    return _PLACE.format(origins=f"SELECT origin_id FROM article WHERE family IN ({families}) {own}", places=_PLACES)


_PLACED_BY = ("family", "version", "origin_id", "published", "captured_at")
_NUMBERED = """
    SELECT claim.number AS claim, topic_number.number AS topic FROM filing
    JOIN claim ON claim.claim_id = filing.claim_id JOIN topic_number ON topic_number.topic_id = filing.topic_id
"""
_MARKED_BY = (
    *("kind", "unit", "per", "basis", "basis_kind", "stance", "speaker", "confidence", "state", "fate"),
    *("value_low", "value_high"),
)
_COUNTED_BY = ("edition", "trait", "standing", "speaker")
_PRINTED_BY = ("outlet", "published")
_ITS_EDITION = """
    SELECT number FROM edition
    WHERE outlet = coalesce(new.outlet, '') AND year = coalesce(substr(new.published, 1, 4), '')
"""


def _changed(columns: Sequence[str]) -> str:
    """A condition, since a column that is set is not always one that changes."""
    return " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns)


_MARKING_WHEN = {
    "added_article_is_shelved": f"""
        AFTER INSERT ON article
        BEGIN
            {_NAME_EDITION}
            INSERT INTO shelf VALUES (new.number, ({_ITS_EDITION}), 0, 0, 0, 0, 0, 0);
            {_placed("new")}
        END
    """,
    "moved_article_is_shelved_anew": f"""
        AFTER UPDATE OF {", ".join(_PLACED_BY)} ON article WHEN {_changed(_PLACED_BY)}
        BEGIN {_placed("old", "new")} END
    """,
    "removed_article_is_shelved_no_more": f"""
        AFTER DELETE ON article BEGIN DELETE FROM shelf WHERE article = old.number; {_placed("old")} END
    """,
    "corrected_article_has_edition": f"""
        AFTER UPDATE OF {", ".join(_PRINTED_BY)} ON article WHEN {_changed(_PRINTED_BY)}
        BEGIN
            {_NAME_EDITION}
            UPDATE mark SET edition = ({_ITS_EDITION}) WHERE article = new.number;
            UPDATE shelf SET edition = ({_ITS_EDITION}) WHERE article = new.number;
        END
    """,
    "added_claim_is_marked": f"""
        AFTER INSERT ON claim
        BEGIN
            {_NAME_TRAIT} {_NAME_SPEAKER}
            INSERT INTO mark ({_MARK}) SELECT {_MARK} FROM marked WHERE claim = new.number;
        END
    """,
    "changed_claim_is_marked_anew": f"""
        AFTER UPDATE OF {", ".join(_MARKED_BY)} ON claim WHEN {_changed(_MARKED_BY)}
        BEGIN
            {_NAME_TRAIT} {_NAME_SPEAKER}
            UPDATE mark SET ({_MARK}) = (SELECT {_MARK} FROM marked WHERE claim = new.number) WHERE claim = new.number;
        END
    """,
    "removed_claim_is_marked_no_more": "AFTER DELETE ON claim BEGIN DELETE FROM mark WHERE claim = old.number; END",
    "mark_is_counted": f"AFTER INSERT ON mark BEGIN {_COUNT.format('new', 1)} END",
    "mark_is_counted_anew": f"""
        AFTER UPDATE OF {", ".join(_COUNTED_BY)} ON mark WHEN {_changed(_COUNTED_BY)}
        BEGIN {_COUNT.format("old", -1)} {_COUNT.format("new", 1)} END
    """,
    "mark_is_counted_no_more": f"AFTER DELETE ON mark BEGIN {_COUNT.format('old', -1)} END",
    "filing_is_numbered": f"""
        AFTER INSERT ON filing
        BEGIN
            INSERT OR IGNORE INTO topic_number (topic_id) VALUES (new.topic_id);
            INSERT OR IGNORE INTO filed (claim, topic)
            {_NUMBERED} WHERE filing.topic_id = new.topic_id AND filing.claim_id = new.claim_id;
        END
    """,
    "filing_is_numbered_no_more": """
        AFTER DELETE ON filing
        BEGIN
            DELETE FROM filed WHERE claim = (SELECT number FROM claim WHERE claim_id = old.claim_id)
                AND topic = (SELECT number FROM topic_number WHERE topic_id = old.topic_id);
        END
    """,
    "filed_is_counted": f"AFTER INSERT ON filed BEGIN {_FILED.format('new', 1)} END",
    "filed_is_counted_no_more": f"AFTER DELETE ON filed BEGIN {_FILED.format('old', -1)} END",
}


def _values() -> None:
    """Ends of dates and lengths beside those of other figures; in the journal before that is packed."""
    op.execute(_LINED_UP.format(years=_YEARS.format("date")))
    for side in ("before", "after"):
        date, kind = (f"json_extract({side}, '$.{name}')" for name in ("date", "kind"))
        op.execute(_RECALLED.format(side=side, kind=kind, date=date, years=_YEARS.format(date)))


def _lists() -> None:
    """What lists are narrowed by and counted from."""
    _marks()
    _counts()
    for statement in _VIEWS:
        op.execute(statement.replace("{places}", _PLACES))
    op.execute(f"INSERT INTO trait ({_TRAIT}) SELECT DISTINCT {_TRAIT} FROM claim_traits")
    op.execute("INSERT INTO speaker (name) SELECT DISTINCT speaker FROM claim WHERE speaker IS NOT NULL")
    op.execute(
        "INSERT INTO edition (outlet, year) "
        "SELECT DISTINCT coalesce(outlet, ''), coalesce(substr(published, 1, 4), '') FROM article"
    )
    op.execute(f"INSERT INTO mark ({_MARK}) SELECT {_MARK} FROM marked")
    for grouped in ("edition, trait, standing", "0, trait, standing", "edition, 0, standing"):
        op.execute(f"INSERT INTO cell SELECT {grouped}, count(*) FROM mark GROUP BY {grouped.replace('0, ', '')}")
    op.execute("INSERT INTO speaker_cell SELECT speaker, standing, count(*) FROM mark GROUP BY 1, 2")
    op.execute("INSERT INTO topic_number (topic_id) SELECT topic_id FROM topic ORDER BY number")
    op.execute(f"INSERT INTO filed (claim, topic) {_NUMBERED}")
    op.execute(
        "INSERT INTO topic_cell SELECT topic, standing, count(*) FROM filed JOIN mark USING (claim) GROUP BY 1, 2 "
        "UNION ALL SELECT 0, standing, count(*) FROM mark WHERE claim IN (SELECT claim FROM filed) GROUP BY 2"
    )
    op.execute("INSERT INTO shelf SELECT * FROM shelved")
    op.execute(
        "INSERT INTO topic_article SELECT topic, article, count(*) FROM filed JOIN mark USING (claim) "
        "WHERE standing NOT IN (2, 6) GROUP BY 1, 2"
    )
    for name, then in _MARKING_WHEN.items():
        op.execute(f"CREATE TRIGGER {name} {then}")


def _marks() -> None:
    """A claim in numbers, and what the numbers stand for; nothing is in them yet."""
    words = {
        "trait": _TRAIT.split(", "),
        "edition": ["outlet", "year"],
        "speaker": ["name"],
        "topic_number": ["topic_id"],
    }
    for table, names in words.items():
        op.create_table(
            table,
            sa.Column("number", sa.Integer(), nullable=False),
            *(sa.Column(name, sa.Text(), nullable=False) for name in names),
            sa.PrimaryKeyConstraint("number", name=f"pk_{table}"),
            sa.UniqueConstraint(*names, name=f"uq_{table}_{'_'.join(names)}"),
        )
    numbers = _MARK.split(", ")
    op.create_table(
        "mark",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in numbers[:-2]),
        *(sa.Column(name, sa.REAL(), nullable=True) for name in numbers[-2:]),
        sa.PrimaryKeyConstraint("claim", name="pk_mark"),
    )
    op.create_index("ix_mark_article", "mark", ["article"])
    by_value = ["trait", "high", "low", "edition", "standing", "speaker"]
    op.create_index(f"ix_mark_{'_'.join(by_value)}", "mark", by_value)
    by_edition = ["edition", "trait", "standing", "speaker"]
    op.create_index(f"ix_mark_{'_'.join(by_edition)}", "mark", by_edition)
    by_speaker = ["speaker", "trait", "edition", "standing"]
    op.create_index("ix_mark_speaker", "mark", by_speaker, sqlite_where=sa.text("speaker > 0"))


def _counts() -> None:
    """How many claims there are of everything, and what is filed under what; nothing is in them yet."""
    op.create_table(
        "cell",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("edition", "trait", "standing", "claims")),
        sa.PrimaryKeyConstraint("edition", "trait", "standing", name="pk_cell"),
        sqlite_with_rowid=False,
    )
    shelved = ("article", "edition", "waiting", "accepted", "rejected", "versions", "copies", "place")
    op.create_table(
        "shelf",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in shelved),
        sa.PrimaryKeyConstraint("article", name="pk_shelf"),
    )
    op.create_table(
        "topic_article",
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("topic", "article", "claims")),
        sa.PrimaryKeyConstraint("topic", "article", name="pk_topic_article"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "filed",
        sa.Column("claim", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("claim", "topic", name="pk_filed"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_filed_topic_claim", "filed", ["topic", "claim"])
    for one in ("speaker", "topic"):
        op.create_table(
            f"{one}_cell",
            *(sa.Column(name, sa.Integer(), nullable=False) for name in (one, "standing", "claims")),
            sa.PrimaryKeyConstraint(one, "standing", name=f"pk_{one}_cell"),
            sqlite_with_rowid=False,
        )


def _filing() -> None:
    """What every new article looks for is found by an index, and a claim that nothing is filed under stands nowhere."""
    op.execute("CREATE INDEX ix_article_namesakes ON article (title COLLATE NOCASE, outlet COLLATE NOCASE)")
    (stands,) = op.get_bind().exec_driver_sql("SELECT sql FROM sqlite_master WHERE name = 'added_claim_stands'").one()
    op.execute("DROP TRIGGER added_claim_stands")
    filed = "WHEN EXISTS (SELECT 1 FROM filing WHERE claim_id = new.claim_id)"
    op.execute(
        stands.replace("AFTER INSERT ON claim BEGIN", f"AFTER INSERT ON claim {filed} BEGIN").replace(":", "\\:")
    )


def _orders() -> None:
    """The orders in which claims are listed from their first page on, about 25 bytes a claim."""
    op.create_index("ix_article_published", "article", ["published"])
    op.execute("CREATE INDEX ix_article_outlet ON article (outlet COLLATE NOCASE)")
    op.create_index("ix_claim_kind_value_low", "claim", ["kind", "value_low"])
    # A claim that is taken out asks whether a topic has it pinned.
    op.create_index("ix_topic_pinned", "topic", ["pinned"])

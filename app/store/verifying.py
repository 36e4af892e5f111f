"""Looks at everything that a project promises: whole, linked, chained, with every figure where its text says it.

Each check gives what it finds wrong; nothing here changes the project except `mend`, which makes again what follows
from the rest: indexes and standings.
"""

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.domain.history import Finding, Part
from app.store import faults, log
from app.store.connecting import connect

_NAMED = 3
"""Examples that a sentence names."""
_OFFSETS = """
    SELECT claim_id, surface, substr(content, char_start + 1, char_end - char_start),
        sentence, substr(content, sentence_start + 1, sentence_end - sentence_start)
    FROM claim JOIN article ON article.article_id = claim.article_id
    JOIN plain_text ON plain_text.sha256 = article.text_sha256
"""
_STANDING = """
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
_SEARCHED = {"article_words": "articles", "claim_words": "claims", "topic_words": "topics"}
_LAST_CHANGES = """
    SELECT table_name, key, change FROM (
        SELECT table_name, key, change,
            row_number() OVER (PARTITION BY table_name, key ORDER BY act_change.number DESC) AS back
        FROM act_change JOIN act ON act.number = act_change.act WHERE state = 'done'
    ) WHERE back = 1
"""
_UNLOGGED = """
    SELECT words FROM act
    WHERE state = 'done'
        AND number > (SELECT coalesce(min(act.number), 9e999) FROM act JOIN log ON log.act_id = act.act_id)
        AND act_id NOT IN (SELECT act_id FROM log)
"""
_STATE_LOGGED = """
    SELECT words FROM (
        SELECT act.words, act.state, log.deed,
            row_number() OVER (PARTITION BY act.act_id ORDER BY log.number DESC) AS back
        FROM act JOIN log ON log.act_id = act.act_id
    ) WHERE back = 1 AND (state = 'done') = (deed = 'undone')
"""


def findings(path: Path) -> list[Finding]:
    """Everything that is wrong with a project file of the present schema, open elsewhere or not."""
    with faults.told(path), contextlib.closing(_copy_in_memory(path)) as connection:
        broken = list(_file(connection))
        if broken:
            return broken
        checks = (_links, _log, _texts, _offsets, _search, _standings, _journal)
        return [finding for check in checks for finding in check(connection)]


def mend(path: Path) -> None:
    """Make the search indexes and the standings again; the claims are then measured anew by whoever knows how."""
    with faults.told(path), contextlib.closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for index in ("article_words", "claim_words"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        connection.execute("DELETE FROM topic_words")
        connection.execute("INSERT OR IGNORE INTO topic_stale (topic_id) SELECT topic_id FROM topic")
        connection.execute("DELETE FROM standing")
        connection.execute("UPDATE claim SET measure = NULL, halo_low = NULL, halo_high = NULL")
        connection.execute("COMMIT")


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """The project as it is at this moment: checks take long, ask FTS5 by writing, and must hold nobody up."""
    whole = sqlite3.connect(":memory:", isolation_level=None)
    with contextlib.closing(connect(path, mode="ro")) as source:
        source.backup(whole)
    return whole


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    told = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    # FTS5 reports its own indexes here too, which can be made again.
    broken = [line for line in told if line != "ok" and not any(index in line for index in _SEARCHED)]
    if broken:
        yield Finding(
            part=Part.FILE,
            sentence=f"The file is damaged ({broken[0]}): what can still be read can be saved into a new project; an "
            "earlier state is in the backups.",
        )


def _links(connection: sqlite3.Connection) -> Iterator[Finding]:
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    if lost:
        tables = ", ".join(sorted({str(row[0]) for row in lost}))
        yield Finding(
            part=Part.LINKS,
            sentence=f"{_rows(len(lost))} of {tables} point at something that is not there: everything else is safe; "
            "an earlier state is in the backups.",
        )


def _log(connection: sqlite3.Connection) -> Iterator[Finding]:
    connection.row_factory = sqlite3.Row
    rows = connection.execute("SELECT * FROM log ORDER BY number").fetchall()
    connection.row_factory = None
    previous = str(connection.execute("SELECT project_id FROM project").fetchone()[0])
    for number, row in enumerate(rows, 1):
        entry = dict(row)
        if entry["number"] != number or entry["previous"] != previous or log.hash_of(entry) != entry["hash"]:
            yield Finding(
                part=Part.LOG,
                sentence=f"The log was changed from outside at entry {number} ({entry['at'][:10]}): claims and "
                "decisions are safe as they are, but from there on the log proves nothing; a backup from before has it "
                "whole.",
            )
            return
        previous = entry["hash"]
    for missing in (_UNLOGGED, _STATE_LOGGED):
        words = [str(row[0]) for row in connection.execute(missing)]
        if words:
            yield Finding(
                part=Part.LOG,
                sentence=f"The log does not say what became of {_some(words)}: claims and decisions are safe, but "
                "entries were taken off the end of the log.",
            )
            return


def _texts(connection: sqlite3.Connection) -> Iterator[Finding]:
    for table, what in (("plain_text", "The text"), ("raw_bytes", "The original file")):
        for sha256, content in connection.execute(f"SELECT sha256, content FROM {table}"):
            whole = content.encode() if isinstance(content, str) else bytes(content)
            if hashlib.sha256(whole).hexdigest() != sha256:
                column = "text_sha256" if table == "plain_text" else "raw_sha256"
                titles = connection.execute(
                    f"SELECT coalesce(title, source_name) FROM article WHERE {column} = ?", (sha256,)
                )
                yield Finding(
                    part=Part.TEXTS,
                    sentence=f"{what} of {_some([str(row[0]) for row in titles])} is not what was imported: its "
                    "claims are kept as they are; import the article again to compare.",
                )


def _offsets(connection: sqlite3.Connection) -> Iterator[Finding]:
    moved = [
        f"{claim_id} ({surface})"
        for claim_id, surface, there, sentence, sentence_there in connection.execute(_OFFSETS)
        if surface != there or sentence != sentence_there
    ]
    if moved:
        yield Finding(
            part=Part.OFFSETS,
            sentence=f"{_rows(len(moved), 'claim')} do not stand where their article says: {_some(moved)}; the "
            "decisions are safe, but their places in the text are not to be trusted.",
        )


def _search(connection: sqlite3.Connection) -> Iterator[Finding]:
    for index, what in _SEARCHED.items():
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
            yield Finding(
                part=Part.SEARCH,
                sentence=f"The search index of {what} does not fit what it indexes: nothing is lost, but searching "
                "misses some; it can be made again.",
                mendable=True,
            )


def _standings(connection: sqlite3.Connection) -> Iterator[Finding]:
    for one, other in ((_STANDING, _KEPT), (_KEPT, _STANDING)):
        if connection.execute(f"SELECT 1 FROM ({one} EXCEPT {other}) LIMIT 1").fetchone():
            yield Finding(
                part=Part.STANDINGS,
                sentence="Which figures of topics dispute each other is kept wrongly: claims and decisions are safe, "
                "and it can be worked out again.",
                mendable=True,
            )
            return


def _journal(connection: sqlite3.Connection) -> Iterator[Finding]:
    tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    wrong = 0
    for table, key, change in connection.execute(_LAST_CHANGES).fetchall():
        if table not in tables:
            wrong += 1
            continue
        named = json.loads(key)
        condition = " AND ".join(f'"{name}" = ?' for name in named)
        found = connection.execute(f'SELECT 1 FROM "{table}" WHERE {condition}', tuple(named.values())).fetchone()
        wrong += (found is None) != (change == "removed")
    if wrong:
        yield Finding(
            part=Part.JOURNAL,
            sentence=f"{_rows(wrong)} were changed by another program without the journal: what is there now is "
            "safe, but some acts cannot be undone.",
        )


def _rows(count: int, noun: str = "row") -> str:
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def _some(names: list[str]) -> str:
    more = len(names) - _NAMED
    shown = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{shown} and {more} more" if more > 0 else shown or "no article"

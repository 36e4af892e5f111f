"""Looks at everything that a project promises: whole, linked, chained, with every figure where its text says it.

Each check gives what it finds wrong; nothing here changes the project except `mend`, which makes again what follows
from the rest: indexes, the counts of lists, and which figures dispute each other.
"""

import contextlib
import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import UserError
from app.domain.history import Damage, Part
from app.domain.wording import counted
from app.store import marks, packing
from app.store.connecting import connect, with_functions
from app.store.damage import derived, records, unreadable
from app.store.damage.derived import SEARCHED
from app.store.damage.naming import some
from app.store.file import faults, file_format, schema_parts, untouched

_OFFSETS = """
    SELECT claim_id, surface FROM claim JOIN article ON article.article_id = claim.article_id
    JOIN plain_text ON plain_text.sha256 = article.text_sha256
    WHERE surface <> text_of(content, char_start, char_end)
        OR min(char_end, sentence_end) <= max(char_start, sentence_start)
        OR length(text_of(content, sentence_start, sentence_end)) <> sentence_end - sentence_start
"""


def findings(path: Path) -> list[Damage]:
    """Everything that is wrong with a project file of the present schema, open elsewhere or not."""
    with faults.as_user_errors(path), contextlib.closing(_copy_in_memory(path)) as connection:
        broken = list(_file(connection))
        if broken:
            return broken
        found = [*_schema(connection), *_values(connection)]
        if any(finding.part is Part.SCHEMA and not finding.mendable for finding in found):
            return found
        made_again = (derived.of_search, derived.of_disputes, derived.of_lists)
        checks = (_links, records.of_log, _texts, _offsets, *made_again, records.of_journal)
        return found + [finding for check in checks for finding in check(connection)]


def unreadable_values(path: Path) -> list[unreadable.Unreadable]:
    """The values of a project that nothing can be made of."""
    with faults.as_user_errors(path), contextlib.closing(_copy_in_memory(path)) as connection:
        return list(unreadable.values(connection))


def mend(path: Path) -> None:
    """Make again what follows from the rest; the claims are then measured anew by whoever knows how."""
    with faults.as_user_errors(path), contextlib.closing(connect(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        for part in schema_parts.missing(connection, file_format.SCHEMA):
            connection.execute(part.sql)
        for index in ("article_words", "claim_words"):
            connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
        marks.make_again(connection)
        connection.execute("DELETE FROM topic_words")
        connection.execute("INSERT OR IGNORE INTO topic_stale (topic_id) SELECT topic_id FROM topic")
        connection.execute("DELETE FROM standing")
        connection.execute("UPDATE claim SET measure = NULL, halo_low = NULL, halo_high = NULL")
        connection.execute("COMMIT")


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """The project as it is at this moment: checks take long, ask FTS5 by writing, and must hold nobody up."""
    whole = with_functions(sqlite3.connect(":memory:", isolation_level=None))
    with untouched.reading(path) as source:
        source.backup(whole)
    return whole


def _file(connection: sqlite3.Connection) -> Iterator[Damage]:
    try:
        messages = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)")]
    except sqlite3.DatabaseError as error:
        messages = [str(error)]
    # FTS5 reports its own indexes here too, which can be made again.
    broken = [line for line in messages if line != "ok" and not any(index in line for index in SEARCHED)]
    if broken:
        yield Damage(
            part=Part.FILE,
            sentence=f"The file is damaged ({broken[0]}): what can still be read can be saved into a new project; an "
            "earlier state is in the backups.",
        )


def _schema(connection: sqlite3.Connection) -> Iterator[Damage]:
    lost = schema_parts.missing(connection, file_format.SCHEMA)
    if lost:
        is_table = any(part.kind == "table" for part in lost)
        yield Damage(
            part=Part.SCHEMA,
            sentence=f"{schema_parts.named(lost).capitalize()} of the project itself was taken away from outside: what "
            "is there is safe, but what was added since may not be found or counted; "
            + (
                "an earlier state is in the backups." if is_table else "it can be made again, and what follows from it."
            ),
            mendable=not is_table,
        )


def _values(connection: sqlite3.Connection) -> Iterator[Damage]:
    found = list(unreadable.values(connection))
    unreadable.blank(connection, found)
    for is_mendable in (True, False):
        if lost := [one.row for one in found if one.is_mendable is is_mendable]:
            what = "they can be emptied, and the log then keeps what stood there."
            yield Damage(
                part=Part.VALUES,
                sentence=f"{counted(len(lost), 'value')} cannot be read any more: {some(lost)}; everything else is "
                f"safe, and {what if is_mendable else 'an earlier state is in the backups.'}",
                mendable=is_mendable,
            )


def _links(connection: sqlite3.Connection) -> Iterator[Damage]:
    lost = connection.execute("PRAGMA foreign_key_check").fetchall()
    if lost:
        tables = ", ".join(sorted({str(row[0]) for row in lost}))
        yield Damage(
            part=Part.LINKS,
            sentence=f"{counted(len(lost), 'row')} of {tables} point at something that is not there: everything else "
            "is safe; an earlier state is in the backups.",
        )


def _texts(connection: sqlite3.Connection) -> Iterator[Damage]:
    for table, column, what in (
        ("plain_text", "text_sha256", "The text"),
        ("raw_bytes", "raw_sha256", "The original file"),
    ):
        text_of = "SELECT text_of(content) FROM plain_text WHERE number = raw_bytes.text"
        of_text = "''" if table == "plain_text" else f"({text_of})"
        rows = connection.execute(f"SELECT sha256, content, coalesce({of_text}, '') FROM {table}")
        for sha256, content, text in rows:
            if _sha256(content, text) != sha256:
                titles = connection.execute(
                    f"SELECT coalesce(title, source_name) FROM article WHERE {column} = ?", (sha256,)
                )
                yield Damage(
                    part=Part.TEXTS,
                    sentence=f"{what} of {some([str(row[0]) for row in titles])} is not what was imported: its "
                    "claims are kept as they are; import the article again to compare.",
                )


def _sha256(content: object, text: str) -> str:
    """What the hash of packed content is, nothing where it cannot be unpacked."""
    try:
        return hashlib.sha256(packing.unpacked(content, text)).hexdigest() if isinstance(content, bytes) else ""
    except UserError:
        return ""


def _offsets(connection: sqlite3.Connection) -> Iterator[Damage]:
    moved = [f"{claim_id} ({surface})" for claim_id, surface in connection.execute(_OFFSETS)]
    if moved:
        yield Damage(
            part=Part.OFFSETS,
            sentence=f"{counted(len(moved), 'claim')} do not stand where their article says: {some(moved)}; the "
            "decisions are safe, but their places in the text are not to be trusted.",
        )

"""Saves what can still be read of a damaged project into a new one."""

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.domain.errors import UserError
from app.domain.history import Counts
from app.store import marks, packing
from app.store.connecting import connect
from app.store.file import faults, file_format, migrating, untouched

_AGAIN = ("standing", *marks.KEPT, "topic_stale", "alembic_version")
"""Tables that triggers fill anew, or that the new project has already."""
_ROWS_A_PAGE = 64
"""More rows than a page holds of any table that is asked row by row."""
_FIRST = ("plain_text", "raw_bytes", "article", "claim", "topic")
"""Tables that others point at, in the order in which they are filled."""
_FIXED = bytes((0, 64, 32, 32))
"""What stands in every SQLite file at byte 20: no room kept free in a page, and how full pages of an index get."""


def salvage(path: Path, saved: Path) -> Counts:
    """Make a new project with every row of a damaged one that can be read and still belongs to something.

    What is no row of ours is left behind. A `UserError` where nothing at all can be read, or where the new project
    cannot be made.
    """
    with faults.as_user_errors(path), _opened(path, saved.parent) as source:
        # A view in the place of a table could run for ever.
        listed = _readable(source, "sqlite_master", ["name", "type"])
        there = {str(name) for name, kind in listed if kind == "table"}
        if "project" not in there:
            raise faults.unreadable(path)
        migrating.make(saved, target=f"{_schema(source, there):04}")
        try:
            with contextlib.closing(connect(saved)) as target:
                _fill(source, target, there)
                counts = _counted(target)
            if counts == Counts():
                raise faults.unreadable(path)
            return counts
        except BaseException:
            saved.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _opened(path: Path, room: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the damaged file with what is beside it, in which SQLite reads on past what it can do without."""
    with tempfile.TemporaryDirectory(prefix=".", dir=room) as folder:
        copy = Path(folder) / path.name
        untouched.copy(path, copy)
        _mend_header(copy)
        with contextlib.closing(connect(copy)) as source:
            # SQLite then reads on where the file is shorter than it says, or where its list of tables is damaged.
            source.execute("PRAGMA writable_schema = ON")
            source.execute("PRAGMA trusted_schema = OFF")
            source.text_factory = lambda text: text.decode(errors="replace")
            yield source


def _mend_header(copy: Path) -> None:
    """Put a new project's first bytes in the place of those that say no more how the file is to be read."""
    with copy.open("r+b") as file:
        header = file.read(file_format.HEADER)
        is_one = header.startswith(file_format.MAGIC) and header[20:24] == _FIXED
        is_ours = header[68:72] == file_format.APPLICATION_ID.to_bytes(4, "big")
        if len(header) < file_format.HEADER or (is_one and is_ours):
            return
        fresh = copy.with_name("fresh")
        migrating.make(fresh)
        with fresh.open("rb") as other:
            mended = bytearray(other.read(file_format.HEADER))
        size = int.from_bytes(mended[16:18], "big")
        # No schema, no list of free pages, and as many pages as there are; the two counters beside that agree.
        mended[60:64] = bytes(4)
        mended[32:40] = bytes(8)
        mended[28:32] = (copy.stat().st_size // size).to_bytes(4, "big")
        mended[92:96] = mended[24:28]
        file.seek(0)
        file.write(mended)


def _schema(source: sqlite3.Connection, there: set[str]) -> int:
    """The schema of a damaged project: as its header says, or else its last migration."""
    said = int(source.execute("PRAGMA user_version").fetchone()[0])
    if not 1 <= said <= file_format.SCHEMA and "alembic_version" in there:
        for (number,) in _readable(source, "alembic_version", ["version_num"]):
            said = int(str(number)) if str(number).isdecimal() else said
    return said if 1 <= said <= file_format.SCHEMA else file_format.SCHEMA


def _fill(source: sqlite3.Connection, target: sqlite3.Connection, there: set[str]) -> None:
    made = [str(row[0]) for row in target.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    plain = [table for table in made if table in there and not table.startswith(("sqlite_", *_indexes(target)))]
    rest = sorted(set(plain) - {*_FIRST, *_AGAIN})
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN")
    for table in (*(table for table in _FIRST if table in plain), *rest):
        names = [str(row[1]) for row in target.execute(f'PRAGMA table_info("{table}")')]
        instead = "REPLACE" if table == "project" else "IGNORE"
        put = f'INSERT OR {instead} INTO "{table}" VALUES ({", ".join("?" * len(names))})'
        for row in _readable(source, table, names):
            with contextlib.suppress(sqlite3.IntegrityError):
                target.execute(put, row)
    target.execute("DELETE FROM project WHERE one <> 1")
    _stand_in(target)
    for index in ("article_words", "claim_words"):
        target.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    # A row whose article or claim was lost would break every list it stands in.
    while lost := target.execute("PRAGMA foreign_key_check").fetchall():
        for table, number, *_ in lost:
            target.execute(f'DELETE FROM "{table}" WHERE rowid = ?', (number,))
    target.execute("COMMIT")


def _indexes(target: sqlite3.Connection) -> tuple[str, ...]:
    found = target.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%'")
    return tuple(str(row[0]) for row in found)


def _readable(source: sqlite3.Connection, table: str, names: list[str]) -> Iterator[tuple[object, ...]]:
    """The rows before the damage, and then whatever row answers to its number; some come twice."""
    asked = f'SELECT {", ".join(f"{table}.{name}" for name in names)} FROM "{table}"'
    try:
        yield from source.execute(asked)
        return
    except sqlite3.Error as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT:
            return  # the table, or a column of it, is not known any more
        pages = int(source.execute("PRAGMA page_count").fetchone()[0])
    for number in range(1, pages * _ROWS_A_PAGE):
        with contextlib.suppress(sqlite3.Error):
            yield from source.execute(f"{asked} WHERE rowid = ?", (number,))


def _stand_in(target: sqlite3.Connection) -> None:
    """Give articles whose text or file was lost one in its place, so that their claims and decisions stay.

    The text has every claim's figure where it stood, and blanks between; verifying says that it is not the original. A
    file whose text was lost cannot be read either.
    """
    packs = "text" in {str(row[1]) for row in target.execute("PRAGMA table_info(raw_bytes)")}
    if packs:
        _drop_damaged(target)
    nothing = packing.packed(b"") if packs else b""
    target.execute(
        "INSERT INTO raw_bytes (sha256, content) SELECT DISTINCT raw_sha256, ? FROM article "
        "WHERE raw_sha256 NOT IN (SELECT sha256 FROM raw_bytes)", (nothing,),
    )  # fmt: skip
    lost = "SELECT DISTINCT text_sha256 FROM article WHERE text_sha256 NOT IN (SELECT sha256 FROM plain_text)"
    for (sha256,) in target.execute(lost).fetchall():
        said = target.execute(
            "SELECT char_start, surface FROM claim JOIN article ON article.article_id = claim.article_id "
            "WHERE text_sha256 = ? ORDER BY char_start",
            (sha256,),
        ).fetchall()
        content = ""
        for start, surface in said:
            content = content.ljust(start)[:start] + surface
        if packs:
            row = (sha256, packing.packed(content.encode()))
            target.execute("INSERT INTO plain_text (sha256, content) VALUES (?, ?)", row)
        else:
            target.execute("INSERT INTO plain_text (sha256, content, shingles) VALUES (?, ?, x'')", (sha256, content))


def _drop_damaged(target: sqlite3.Connection) -> None:
    """Take away texts that cannot be unpacked, and files that cannot without them."""
    texts = target.execute("SELECT number, content FROM plain_text")
    damaged = [(number,) for number, content in texts if not _is_readable(content)]
    target.executemany("DELETE FROM plain_text WHERE number = ?", damaged)
    target.execute("DELETE FROM raw_bytes WHERE text IS NOT NULL AND text NOT IN (SELECT number FROM plain_text)")


def _is_readable(packed: bytes) -> bool:
    try:
        packing.text_of(packed)
    except UserError:
        return False
    return True


def _counted(target: sqlite3.Connection) -> Counts:
    articles, claims, decided = target.execute(
        "SELECT (SELECT count(*) FROM article), count(*), total(state <> 'waiting') FROM claim"
    ).fetchone()
    return Counts(articles=articles, claims=claims, decided=int(decided))

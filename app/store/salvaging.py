"""Saves what can still be read of a damaged project into a new one."""

import contextlib
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.domain.history import Counts
from app.store import faults, opening, upgrading
from app.store.connecting import connect

_AGAIN = ("standing", "topic_stale", "alembic_version")
"""Tables that triggers fill anew, or that the new project has already."""
_ROWS_A_PAGE = 64
"""More rows than a page holds of any table that is asked row by row."""
_FIRST = ("plain_text", "raw_bytes", "article", "claim", "topic")
"""Tables that others point at, in the order in which they are filled."""


def salvage(path: Path, saved: Path) -> Counts:
    """Make a new project with every row of a damaged one that can be read and still belongs to something.

    A `UserError` where the list of tables itself is lost, or where the new project cannot be made.
    """
    with faults.told(path), _opened(path, saved.parent) as source:
        schema = int(source.execute("PRAGMA user_version").fetchone()[0])
        there = {str(row[0]) for row in _readable(source, "sqlite_master", ["name"])}
        if "project" not in there:
            raise faults.corrupt(path)
        upgrading.make(saved, target=f"{schema if 1 <= schema <= opening.SCHEMA else opening.SCHEMA:04}")
        try:
            with contextlib.closing(connect(saved)) as target:
                _fill(source, target, there)
                return _counted(target)
        except BaseException:
            saved.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _opened(path: Path, room: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the damaged file with the log beside it, so that what was committed last is read too."""
    with tempfile.TemporaryDirectory(prefix=".", dir=room) as folder:
        copy = Path(folder) / path.name
        for beside in ("", "-wal", "-journal"):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(path.with_name(path.name + beside), copy.with_name(copy.name + beside))
        with contextlib.closing(connect(copy)) as source:
            # SQLite then reads on where the file is shorter than it says, or where its list of tables is damaged.
            source.execute("PRAGMA writable_schema = ON")
            source.text_factory = lambda text: text.decode(errors="replace")
            yield source


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

    The text has every claim's sentence where it stood, and blanks between; verifying says that it is not the original.
    """
    target.execute(
        "INSERT INTO raw_bytes (sha256, content) SELECT DISTINCT raw_sha256, x'' FROM article "
        "WHERE raw_sha256 NOT IN (SELECT sha256 FROM raw_bytes)"
    )
    lost = "SELECT DISTINCT text_sha256 FROM article WHERE text_sha256 NOT IN (SELECT sha256 FROM plain_text)"
    for (sha256,) in target.execute(lost).fetchall():
        said = target.execute(
            "SELECT sentence_start, sentence FROM claim JOIN article ON article.article_id = claim.article_id "
            "WHERE text_sha256 = ? ORDER BY sentence_start",
            (sha256,),
        ).fetchall()
        content = ""
        for start, sentence in said:
            content = content.ljust(start)[:start] + sentence
        target.execute("INSERT INTO plain_text (sha256, content, shingles) VALUES (?, ?, x'')", (sha256, content))


def _counted(target: sqlite3.Connection) -> Counts:
    articles, claims, decided = target.execute(
        "SELECT (SELECT count(*) FROM article), count(*), total(state <> 'waiting') FROM claim"
    ).fetchone()
    return Counts(articles=articles, claims=claims, decided=int(decided))

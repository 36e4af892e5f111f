"""What the program itself puts into a project: tables, indexes, triggers and views, told from what somebody else did.

A project may come from anybody, and a trigger in it acts whenever the program writes. So what a file lists is held
against what the migrations make, before anything of it is run.
"""

import contextlib
import hashlib
import json
import os
import re
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import NamedTuple

import platformdirs
import sqlalchemy

from app import shipped
from app.store.connecting import connect

_APP = "counterclaim"
_LISTED = """
    SELECT type, name, sql FROM sqlite_master
    WHERE sql IS NOT NULL AND NOT (type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat4', 'sqlite_sequence'))
"""
"""Without the tables that SQLite keeps for its own planning, which say nothing of what is to be done."""

_LAID_OUT = re.compile(r'["`\[\]\s]+')


class SchemaPart(NamedTuple):
    """One entry of a file's list of tables: what it is, its name, and the statement that makes it."""

    kind: str
    name: str
    sql: str

    @property
    def means(self) -> tuple[str, str, str]:
        """What two parts have in common that do the same.

        Quotes come and go where tables are renamed, and versions of SQLAlchemy and SQLite lay statements out each in
        their own way: none of that makes a project somebody else's.
        """
        return self.kind, self.name, _LAID_OUT.sub("", self.sql).casefold()


def named(parts: list[SchemaPart]) -> str:
    """The first of them in words, and how many more there are."""
    first = f"the {parts[0].kind} “{' '.join(parts[0].name.split())[:40]}”"
    return first if len(parts) == 1 else f"{first} and {len(parts) - 1:,} more"


def foreign(connection: sqlite3.Connection, schema: int) -> list[SchemaPart]:
    """What is in a file and not in a project of this schema, or does something else there."""
    found = _listed(connection)
    if _digest(found) == _digest_made(schema):
        return []
    known = {part.means for part in made(schema)}
    return sorted(part for part in found if part.means not in known)


def missing(connection: sqlite3.Connection, schema: int) -> list[SchemaPart]:
    """What a project of this schema has and the file has not, tables first."""
    found = _listed(connection)
    if _digest(found) == _digest_made(schema):
        return []
    names = {(part.kind, part.name) for part in found}
    lost = [part for part in made(schema) if (part.kind, part.name) not in names]
    return sorted(lost, key=lambda part: (part.kind != "table", part))


@cache
def made(schema: int) -> frozenset[SchemaPart]:
    """What the migrations make, up to this schema."""
    from app.store.file import migrating  # Alembic is heavy, and mostly the digest will do

    with tempfile.TemporaryDirectory(prefix=f"{_APP}-") as folder:
        path = Path(folder) / "made"
        migrating.make(path, target=f"{schema:04}")
        with closing(connect(path, mode="ro")) as connection:
            return _listed(connection)


def _listed(connection: sqlite3.Connection) -> frozenset[SchemaPart]:
    rows = [SchemaPart(*map(str, row)) for row in connection.execute(_LISTED)]
    indexes = tuple(f"{part.name}_" for part in rows if part.sql.startswith("CREATE VIRTUAL TABLE"))

    def plain(part: SchemaPart) -> SchemaPart:
        # How FTS5 lays its own tables out is SQLite's business, and another version's may differ.
        is_shadow = part.kind == "table" and bool(indexes) and part.name.startswith(indexes)
        return part._replace(sql="" if is_shadow else " ".join(part.sql.split()))

    return frozenset(map(plain, rows))


def _digest(parts: frozenset[SchemaPart]) -> str:
    return hashlib.sha256(json.dumps(sorted(parts)).encode()).hexdigest()


@cache
def _digest_made(schema: int) -> str:
    """The digest of what is made, worked out once for each version of the program and kept among the user's caches.

    Working it out takes as long as all else that a command of the shell does.
    """
    kept = Path(platformdirs.user_cache_dir(_APP, appauthor=False)) / f"schema-{schema}-{_program()}"
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return kept.read_text(encoding="ascii")
    digest = _digest(made(schema))
    with contextlib.suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_name(f"{kept.name}.{os.getpid()}")
        part.write_text(digest, encoding="ascii")
        part.replace(kept)
    return digest


@cache
def _program() -> str:
    """What the list of tables follows from: the migrations, and the libraries that write it."""
    content = hashlib.sha256(f"{sqlalchemy.__version__} {sqlite3.sqlite_version}".encode())
    for script in sorted((shipped.migrations() / "versions").glob("*.py")):
        content.update(script.read_bytes())
    return content.hexdigest()[:16]

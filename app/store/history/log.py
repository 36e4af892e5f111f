"""The log: who did what, when, and by which rules; only ever added to, each entry chained to the one before it.

An entry's hash is SHA-256 over the UTF-8 bytes of a JSON array of its fields, `number` first and `previous` last,
without spaces and with no character escaped that need not be. `previous` of the first is the project's own id. The
project holds `what` as the bytes that zlib makes of its UTF-8; the hash is of the words.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from getpass import getuser

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import shipped
from app.domain.history import Deed, LogLine
from app.store import packing
from app.store.clock import now
from app.store.history.changed_rows import ChangedRows, Plain, canonical
from app.store.tables import LogEntry, ProjectCard

AUTHOR = "author"
"""The key in a session's `info` of the name under which its acts are logged; without it, the login's."""
FIELDS = ("number", "at", "who", "deed", "words", "act_id", "rules", "what", "previous")
"""What is hashed, in this order."""
_ADD = f"INSERT INTO log ({', '.join(FIELDS)}, hash) VALUES ({', '.join('?' * len(FIELDS))}, ?)"


def enter(session: Session, deed: Deed, act_id: str, words: str, changed_rows: ChangedRows) -> None:
    """Add an entry for an act."""
    # Straight to SQLite: this is done with every decision.
    driver = session.connection()
    last = driver.exec_driver_sql("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1").first()
    text = changed_rows.text()
    number, previous = last or (0, session.scalars(select(ProjectCard.project_id)).one())
    entry = {
        "number": number + 1,
        "at": now(),
        "who": session.info.get(AUTHOR) or login(),
        "deed": deed.value,
        "words": words,
        "act_id": act_id,
        "rules": program_version(),
        "what": text,
        "previous": previous,
    }
    packed = entry | {"what": packing.packed(text.encode())}
    driver.exec_driver_sql(_ADD, (*packed.values(), hash_of(entry)))


def lines(session: Session) -> Iterator[LogLine]:
    """Every entry, the first one first."""
    columns = [getattr(LogEntry, name) for name in (*FIELDS, "hash")]
    for row in session.execute(select(*columns).order_by(LogEntry.number)):
        yield LogLine(**{**row._mapping, "deed": Deed(row.deed)})


def hash_of(entry: Plain) -> str:
    """The hash that an entry has."""
    return hashlib.sha256(canonical([entry[name] for name in FIELDS]).encode()).hexdigest()


@cache
def login() -> str:
    """The name that the person is logged in under, "unknown" where the system has none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def program_version() -> str:
    """The version of the program, which stands for its rules: they come and go with it."""
    return shipped.version()

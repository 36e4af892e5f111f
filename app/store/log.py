"""The log: who did what, when, and by which rules; only ever added to, each entry chained to the one before it.

An entry's hash is SHA-256 over the UTF-8 bytes of a JSON array of its fields, `number` first and `previous` last,
without spaces and with no character escaped that need not be. `previous` of the first is the project's own id.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from getpass import getuser
from importlib import metadata

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.history import Deed, LogLine
from app.store.clock import now
from app.store.recording import ADDED, CHANGED, REMOVED, Plain
from app.store.tables import LogEntry, ProjectCard

AUTHOR = "author"
"""The key in a session's `info` of the name under which its acts are logged; without it, the login's."""
FIELDS = ("number", "at", "who", "deed", "words", "act_id", "rules", "what", "previous")
"""What is hashed, in this order."""
_ADD = f"INSERT INTO log ({', '.join(FIELDS)}, hash) VALUES ({', '.join('?' * len(FIELDS))}, ?)"
_OPPOSITE = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}


def enter(session: Session, deed: Deed, act_id: str, words: str, lines: Iterable[Plain]) -> None:
    """Add an entry for these changes of rows, told as they were done; `deed` undone turns each round."""
    # Straight to SQLite: this is done with every decision.
    driver = session.connection()
    last = driver.exec_driver_sql("SELECT number, hash FROM log ORDER BY number DESC LIMIT 1").first()
    number, previous = last or (0, session.scalars(select(ProjectCard.project_id)).one())
    entry = {
        "number": number + 1,
        "at": now(),
        "who": session.info.get(AUTHOR) or login(),
        "deed": deed.value,
        "words": words,
        "act_id": act_id,
        "rules": rules(),
        "what": what(lines, back=deed is Deed.UNDONE),
        "previous": previous,
    }
    driver.exec_driver_sql(_ADD, (*entry.values(), hash_of(entry)))


def lines(session: Session) -> Iterator[LogLine]:
    """Every entry, the first one first."""
    columns = [getattr(LogEntry, name) for name in (*FIELDS, "hash")]
    for row in session.execute(select(*columns).order_by(LogEntry.number)):
        yield LogLine(**row._mapping)


def hash_of(entry: Plain) -> str:
    """The hash that an entry has."""
    return hashlib.sha256(_canonical([entry[name] for name in FIELDS]).encode()).hexdigest()


def what(lines: Iterable[Plain], *, back: bool) -> str:
    """The changes as canonical JSON: ids by table of what was added and removed, before and after of what changed.

    What an article says is in the project once already, so rows that come and go are told by their keys alone.
    """
    told: defaultdict[str, list[Plain]] = defaultdict(list)
    for line in lines:
        change = _OPPOSITE[line["change"]] if back else line["change"]
        row: Plain = {"table": line["table_name"], "key": json.loads(line["key"]), "ids": line["touches"].split()}
        if change == CHANGED:
            before, after = json.loads(line["before"] or "{}"), json.loads(line["after"] or "{}")
            row |= {"before": after, "after": before} if back else {"before": before, "after": after}
        told[change].append(row)
    return _canonical(told)


@cache
def login() -> str:
    """The name that the person is logged in under, "unknown" where the system has none."""
    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


@cache
def rules() -> str:
    """The version of the rules, which is the program's: they come and go with it."""
    return metadata.version("counterclaim")


def _canonical(plain: object) -> str:
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

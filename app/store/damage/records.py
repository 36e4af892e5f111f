"""Whether the log is chained and complete, and whether the journal says of each row what is there."""

import json
import sqlite3
from collections.abc import Iterator

from app.domain.errors import UserError
from app.domain.history import Damage, Part
from app.domain.wording import counted
from app.store import packing
from app.store.damage.naming import some
from app.store.history import log
from app.store.history.recording import where

_LAST_CHANGES = """
    SELECT table_name, key, change, number FROM (
        SELECT table_name, key, change, act_change.number,
            row_number() OVER (PARTITION BY table_name, key ORDER BY act_change.number DESC) AS back
        FROM act_change JOIN act ON act.number = act_change.act WHERE state = 'done' AND through IS NULL
    ) WHERE back = 1
"""
_ADDED_TOGETHER = """
    SELECT table_name, json_extract(key, '$.number'), through, act_change.number
    FROM act_change JOIN act ON act.number = act_change.act
    WHERE state = 'done' AND through IS NOT NULL ORDER BY act_change.number
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


def of_log(connection: sqlite3.Connection) -> Iterator[Damage]:
    """An entry that was changed, or entries that are missing."""
    entries = connection.execute("SELECT * FROM log ORDER BY number")
    names = [column[0] for column in entries.description]
    previous = str(connection.execute("SELECT project_id FROM project").fetchone()[0])
    for number, row in enumerate(entries, 1):
        entry = dict(zip(names, row, strict=True))
        entry["what"] = _as_plain(entry["what"])
        if entry["number"] != number or entry["previous"] != previous or log.hash_of(entry) != entry["hash"]:
            yield Damage(
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
            yield Damage(
                part=Part.LOG,
                sentence=f"The log does not say what became of {some(words)}: claims and decisions are safe, but "
                "entries were taken off the end of the log.",
            )
            return


def _as_plain(what: object) -> str:
    """What an entry tells, nothing where it cannot be unpacked: its hash is then another."""
    try:
        return packing.text_of(what) if isinstance(what, bytes) else ""
    except UserError:
        return ""


def of_journal(connection: sqlite3.Connection) -> Iterator[Damage]:
    """Rows that are otherwise than their last act left them."""
    tables = {str(row[0]) for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    wrong = 0
    together = [one for one in connection.execute(_ADDED_TOGETHER) if one[0] in tables]
    removed = set()
    for table, key, change, line in connection.execute(_LAST_CHANGES).fetchall():
        if table not in tables:
            wrong += 1
            continue
        named = json.loads(key)
        found = connection.execute(f'SELECT 1 FROM "{table}" WHERE {where(named)}', tuple(named.values())).fetchone()
        if change == "removed":
            removed.add((table, named.get("number")))
            wrong += found is not None and not _came_again(together, table, named.get("number"), line)
        else:
            wrong += found is None
    for table, first, through, _ in together:
        there = connection.execute(f'SELECT number FROM "{table}" WHERE number BETWEEN ? AND ?', (first, through))
        missing = {*range(first, through + 1)}.difference(number for (number,) in there)
        wrong += sum((table, number) not in removed for number in missing)
    if wrong:
        yield Damage(
            part=Part.JOURNAL,
            sentence=f"Another program changed {counted(wrong, 'row')} without the journal: what is there now is safe, "
            "but some acts cannot be undone.",
        )


def _came_again(together: list[tuple[str, int, int, int]], table: str, number: object, line: int) -> bool:
    """Whether a later line says of several rows that they were added, and this is among them."""
    return isinstance(number, int) and any(
        one == table and first <= number <= through and later > line for one, first, through, later in together
    )

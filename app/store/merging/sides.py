"""What the journal of each of two projects says of the time since they were one file."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.history import ActState
from app.store.history.changed_rows import ADDED, CHANGED, REMOVED, Plain
from app.store.history.recording import as_json
from app.store.merging.kinds import ARTICLE, CLAIM, EVERY, Aspect, Kind

_KINDS = {kind.table: kind for kind in EVERY}
_STAMPED = (ARTICLE.table, CLAIM.table)
"""Tables whose rows come in by the thousand and need no word of the journal for that."""
_OPPOSITE = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}
_ACTS = "SELECT number, act_id, at, state, reverts FROM act ORDER BY number"
_TURNS = "SELECT act_id, at, hash FROM log WHERE deed IN ('undone', 'redone') ORDER BY number"
_LINES = """
    SELECT table_name, key, change, before, after FROM act_change WHERE act = ?
    AND NOT (table_name IN ('article', 'claim') AND change = 'added' AND after IS NULL)
    AND NOT (table_name = 'claim' AND change = 'changed' AND after NOT LIKE '%"state":"waiting"%' AND ?)
    ORDER BY number
"""
"""A claim keeps itself when it was decided and edited, except where it was set back, or an earlier time came back."""

Name = tuple[str, tuple[str, ...]]
"""A table, and what names the row there in every copy."""


@dataclass(slots=True)
class Since:
    """What one project did since both were one file: everything, where they never were.

    `times` are by table, key and column; an added row has them under "". `fork` is the last moment that both know.
    `fresh` are rows that were not there then: to take one away again says nothing of it.
    """

    fork: str
    times: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    removed: dict[Name, str] = field(default_factory=dict)
    fresh: set[Name] = field(default_factory=set)

    def at(self, kind: Kind, row: Plain, aspect: Aspect | None = None) -> str | None:
        """When this project last said an aspect of a row, or the row at all; None where it did not since then."""
        found = self.times.get((kind.table, key_of(kind, row)), {})
        columns = found.keys() if aspect is None else (*aspect.columns, *aspect.along, "")
        times = [found[column] for column in columns if column in found]
        stamp = row[aspect.stamp] if aspect is not None and aspect.stamp else None
        if stamp is not None and stamp > self.fork:
            times.append(stamp)
        return max(times, default=None)


def key_of(kind: Kind, row: Plain) -> str:
    """The key of a row as the journal keeps it."""
    return as_json({column.name: row[column.name] for column in kind.model.__table__.primary_key})  # type: ignore[attr-defined]


def name_of(kind: Kind, row: Mapping[str, object]) -> Name:
    """What names a row in every copy."""
    return kind.table, tuple(str(row[column]) for column in kind.ident)


def both(ours: Connection, theirs: Connection) -> tuple[Since, Since]:
    """What each of two projects did since they were one file."""
    sides = [_Side(driver) for driver in (ours, theirs)]
    shared = sides[0].states.keys() & sides[1].states.keys()
    fork = max((at for _, act_id, at, _, _ in sides[0].acts if act_id in shared), default="")
    return _since(sides[0], sides[1], fork), _since(sides[1], sides[0], fork)


class _Side:
    """The acts of one project, and when each was last undone or redone."""

    def __init__(self, driver: Connection) -> None:
        self.driver = driver
        self.acts: list[tuple[int, str, str, str, int | None]] = [tuple(row) for row in driver.exec_driver_sql(_ACTS)]
        self.states = {act_id: state for _, act_id, _, state, _ in self.acts}
        turns = [tuple(row) for row in driver.exec_driver_sql(_TURNS)]
        self.turned = {act_id: (at, entry) for act_id, at, entry in turns}
        self.entries = {entry for _, _, entry in turns}


def _since(side: _Side, other: _Side, fork: str) -> Since:
    since = Since(fork=fork)
    for number, act_id, at, state, reverts in side.acts:
        is_done = state == ActState.DONE
        if act_id not in other.states:
            if is_done:
                _keep(since, side.driver, number, at, stamped=reverts is None)
        elif is_done is not (other.states[act_id] == ActState.DONE):
            # One side went back or forth since: the one whose log has an entry of it that the other's has not. What was
            # undone before there was a log counts as undone since.
            moment, entry = side.turned.get(act_id, (at, None if is_done else ""))
            if entry is not None and entry not in other.entries:
                _keep(since, side.driver, number, moment, stamped=False, back=not is_done)
    for name in [name for name in since.removed if _is_there(side.driver, name)]:
        del since.removed[name]
    return since


def _is_there(driver: Connection, name: Name) -> bool:
    """Whether what was taken away once was brought back since."""
    table, values = name
    condition = " AND ".join(f'"{column}" = ?' for column in _KINDS[table].ident)
    return driver.exec_driver_sql(f'SELECT 1 FROM "{table}" WHERE {condition}', values).first() is not None


def _keep(since: Since, driver: Connection, number: int, at: str, *, stamped: bool, back: bool = False) -> None:
    for table, key, change, before, after in driver.exec_driver_sql(_LINES, (number, stamped)):
        kind = _KINDS.get(table)
        if kind is None:
            continue
        match _OPPOSITE[change] if back else change:
            case "removed":
                row = json.loads((after if back else before) or "{}")
                if row:
                    _take_away(since, name_of(kind, row), at)
                    since.times.pop((table, key), None)
            case "added":
                row = json.loads((before if back else after) or "null") or json.loads(key)
                if all(column in row for column in kind.ident):
                    _bring_in(since, name_of(kind, row))
                if table not in _STAMPED:
                    since.times.setdefault((table, key), {})[""] = at
            case _:
                times = since.times.setdefault((table, key), {})
                times.update(dict.fromkeys(json.loads(after or "{}"), at))


def _take_away(since: Since, name: Name, at: str) -> None:
    if name in since.fresh:
        since.fresh.remove(name)
    else:
        since.removed[name] = at


def _bring_in(since: Since, name: Name) -> None:
    if since.removed.pop(name, None) is None:
        since.fresh.add(name)

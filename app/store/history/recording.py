"""Keeps what a session writes as one act of the journal, row by row, without the writers having to think of it."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from sqlalchemy import Connection, Table, event, insert, inspect, select, update
from sqlalchemy.orm import Mapper, ORMExecuteState, Session, UOWTransaction
from ulid import ULID

from app.domain.changes import Changes
from app.domain.history import ActState
from app.store import plain_rows
from app.store.clock import now
from app.store.connecting import driver_of
from app.store.history.changed_rows import ADDED, CHANGED, REMOVED, ChangedRows, Plain
from app.store.tables import Act, Journaled

_RECORDER = "recorder"
_LINE = ("number", "table_name", "key", "through", "change", "before", "after", "touches")
_KEEP = f"INSERT INTO act_change (act, {', '.join(_LINE)}) VALUES (?, {', '.join('?' * len(_LINE))})"
_LAST = "SELECT coalesce(max(number), 0) FROM act_change"

_AS_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def changes_of(words: str, touched: Iterable[str]) -> Changes:
    """The ids that an act touched, told apart by what they begin with."""
    ids = frozenset(touched)
    return Changes(
        act=words if ids else "",
        articles=frozenset(one for one in ids if one.startswith("art_")),
        claims=frozenset(one for one in ids if one.startswith("clm_")),
        topics=frozenset(one for one in ids if one.startswith("top_")),
        tables=frozenset(one for one in ids if one.startswith(("tab_", "rat_"))),
        searches=frozenset(one for one in ids if one.startswith("sea_")),
        settings=frozenset(one for one in ids if one.startswith("set_")),
    )


def stored_row(connection: Connection, table: str, key: Plain) -> Plain | None:
    """A row with every column as SQLite holds it, None where there is none."""
    found = driver_of(connection).execute(f'SELECT * FROM "{table}" WHERE {where(key)}', tuple(key.values()))
    row = found.fetchone()
    return None if row is None else {column[0]: value for column, value in zip(found.description, row, strict=True)}


def where(key: Plain) -> str:
    """The condition for a row of this key, whose values follow as parameters."""
    return " AND ".join(f'"{name}" = ?' for name in key)


@dataclass(slots=True)
class Recorder:
    """One act in the making. `act_id` is its id once it has one, or that of the act to join.

    An import is one act through many transactions; where that act was undone meanwhile, a new one begins.
    `changed_rows` are what the log will say of it, and `reverts` the number of the act that this one takes back out of
    turn.
    """

    words: str
    act_id: str | None = None
    reverts: int | None = None
    touched: set[str] = field(default_factory=set)
    changed_rows: ChangedRows = field(default_factory=ChangedRows)
    _number: int | None = None

    def keep(self, session: Session, lines: list[Plain]) -> None:
        """Add changed rows to the act, which begins with the first of them."""
        if not lines:
            return
        if self._number is None:
            self._number = self._begin(session.connection())
        session.connection().exec_driver_sql(_KEEP, [(self._number, *map(line.get, _LINE)) for line in lines])
        for line in lines:
            self.changed_rows.add(line)
            self.touched.update(line["touches"].split())

    def rename(self, session: Session, words: str) -> None:
        """Give the act other words for the undo menu."""
        self.words = words
        if self._number is not None:
            session.connection().execute(update(Act).where(Act.number == self._number).values(words=words))

    def _begin(self, connection: Connection) -> int:
        at = now()
        undone = update(Act).where(Act.state == ActState.UNDONE)
        connection.execute(undone.values(state=ActState.ABANDONED, abandoned_at=at))
        joined = connection.scalar(select(Act.number).where(Act.act_id == self.act_id, Act.state == ActState.DONE))
        if joined is not None:
            connection.execute(update(Act).where(Act.number == joined).values(words=self.words))
            return joined
        self.act_id = f"act_{ULID()}"
        begun = {"act_id": self.act_id, "words": self.words, "at": at, "state": ActState.DONE, "reverts": self.reverts}
        return connection.execute(insert(Act).values(begun).returning(Act.number)).scalar_one()


class RecordedSession(Session):
    """A session whose changes to journaled rows all reach the recorder; without one it can only read."""

    def record(self, recorder: Recorder) -> None:
        """Keep what is written from now on."""
        self.info[_RECORDER] = recorder


_NUMBERED = (("number", "number"),)


def add(session: Session, kind: type[Journaled], row: SimpleNamespace) -> None:
    """Add a new row past the session, with its whole key."""
    plain_rows.of(kind).put(session.connection(), [row])  # type: ignore[arg-type]  # whatever is journaled is a table
    keep_added(session, kind, [[row]])


def keep_added(session: Session, kind: type[Journaled], runs: Iterable[Sequence[SimpleNamespace]]) -> None:
    """Keep as a part of the act new rows of one table that were added past the session, in the order of these.

    The rows of each run that are numbered one after the other are one line.
    """
    table = plain_rows.of(kind)  # type: ignore[arg-type]  # whatever is journaled is a table
    recorder, lines = _recorder(session), list[Plain]()
    last = session.connection().exec_driver_sql(_LAST).scalar_one()
    for rows in runs:
        touched = [kind.touches(row) for row in rows]  # type: ignore[arg-type]  # it looks at attributes alone
        recorder.touched.update(*touched)
        alike = {"table_name": table.name, "change": ADDED}
        if len(rows) > 1 and table.key == _NUMBERED and rows[-1].number - rows[0].number == len(rows) - 1:
            key, common = {"number": rows[0].number}, sorted(set(touched[0]).intersection(*touched))
            run = {"through": rows[-1].number, "touches": " ".join(common)}
            lines.append(alike | run | {"number": last + len(rows), "key": as_json(key)})
        else:
            for at, (row, touches) in enumerate(zip(rows, touched, strict=True), last + 1):
                key = {name: getattr(row, attribute) for name, attribute in table.key}
                lines.append(alike | {"number": at, "key": as_json(key), "touches": " ".join(touches)})
        last += len(rows)
    recorder.keep(session, lines)


@event.listens_for(RecordedSession, "do_orm_execute")
def _no_way_round(state: ORMExecuteState) -> None:
    """A bulk statement would change rows that the journal never hears of."""
    writes = state.is_insert or state.is_update or state.is_delete
    if writes and any(issubclass(mapper.class_, Journaled) for mapper in state.all_mappers):
        raise RuntimeError("journaled rows are changed through the session, one object each")


@event.listens_for(RecordedSession, "before_flush")
def _removed(session: RecordedSession, context: UOWTransaction, instances: object) -> None:
    lines = []
    for row in sorted(_journaled(session.deleted), key=lambda row: -row.place):
        lines.append(_line(row, REMOVED, before=stored_row(session.connection(), _table(row), _key(row))))
    if lines:
        _recorder(session).keep(session, lines)


@event.listens_for(RecordedSession, "after_flush")
def _added_and_changed(session: RecordedSession, context: UOWTransaction) -> None:
    lines = [_line(row, ADDED) for row in sorted(_journaled(session.new), key=lambda row: row.place)]
    for row in _journaled(session.dirty):
        before, after = _difference(row)
        if after:
            lines.append(_line(row, CHANGED, before=before, after=after))
    if lines:
        _recorder(session).keep(session, lines)


def _recorder(session: Session) -> Recorder:
    recorder = session.info.get(_RECORDER)
    if not isinstance(recorder, Recorder):
        raise RuntimeError("this session was opened for reading")
    return recorder


def _journaled(rows: Iterable[object]) -> Iterator[Journaled]:
    return (row for row in rows if isinstance(row, Journaled))


def _line(row: Journaled, change: str, *, before: Plain | None = None, after: Plain | None = None) -> Plain:
    return {
        "table_name": _table(row),
        "key": as_json(_key(row)),
        "change": change,
        "before": None if before is None else as_json(before),
        "after": None if after is None else as_json(after),
        "touches": " ".join(row.touches()),
    }


def as_json(plain: Plain) -> str:
    """A row, or part of one, as the journal keeps it."""
    return _AS_JSON.encode(plain)


def _key(row: Journaled) -> Plain:
    mapper = _mapper(row)
    return {column.name: getattr(row, mapper.get_property_by_column(column).key) for column in mapper.primary_key}


def _difference(row: Journaled) -> tuple[Plain, Plain]:
    """The columns that a flush changed, as they were and as they are."""
    state = inspect(row, raiseerr=True)
    before: Plain = {}
    after: Plain = {}
    for attribute in _mapper(row).column_attrs:
        history = state.attrs[attribute.key].history
        if not history.has_changes():
            continue
        column = attribute.columns[0]
        if not history.deleted:
            raise RuntimeError(f"{attribute.key} was set before it was read, so the journal cannot put it back")
        store = plain_rows.stored_as(column) or _as_it_is
        before[column.name], after[column.name] = store(history.deleted[0]), store(history.added[0])
    return before, after


def _as_it_is(value: Any) -> Any:
    return value


def _mapper(row: Journaled) -> Mapper[Any]:
    mapper: Mapper[Any] = inspect(type(row), raiseerr=True)
    return mapper


def _table(row: Journaled) -> str:
    table = _mapper(row).local_table
    assert isinstance(table, Table)
    return table.name

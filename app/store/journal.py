"""Takes acts back and does them again; works on rows as SQLite holds them, so it needs to know no table."""

import datetime
import json

from sqlalchemy import Connection, delete, func, select, text, update
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.store import clock, passages
from app.store.recording import (
    ABANDONED,
    ADDED,
    CHANGED,
    DONE,
    REMOVED,
    UNDONE,
    Plain,
    as_json,
    changes_of,
    stored_row,
    where,
)
from app.store.tables import Act, ActChange, PlainText, RawBytes, StoredArticle

KEPT = datetime.timedelta(days=30)
"""How long an abandoned branch is set aside."""


class Journal:
    """The acts of one project."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def undoable(self) -> str | None:
        """The words of the act that `undo` would take back."""
        act = self._last_done()
        return None if act is None else act.words

    def redoable(self) -> str | None:
        """The words of the act that `redo` would do again."""
        act = self._first_undone()
        return None if act is None else act.words

    def undo(self) -> Changes:
        """Take the last act back; no changes where there is none."""
        return self._step(self._last_done(), UNDONE)

    def redo(self) -> Changes:
        """Do the act again that was undone last; no changes where there is none."""
        return self._step(self._first_undone(), DONE)

    def forget(self, moment: datetime.datetime) -> None:
        """Drop branches abandoned more than 30 days before this moment, and sources that nothing speaks of any more."""
        old = select(Act.number).where(Act.state == ABANDONED, Act.abandoned_at < clock.stamp(moment - KEPT))
        if self._session.scalar(old.limit(1)) is None:
            return
        self._session.execute(delete(ActChange).where(ActChange.act.in_(old)))
        self._session.execute(delete(Act).where(Act.number.in_(old)))
        for blobs, named in ((PlainText, "text_sha256"), (RawBytes, "raw_sha256")):
            recalled = select(func.json_extract(ActChange.after, f"$.{named}")).where(
                ActChange.table_name == StoredArticle.__tablename__, ActChange.after.is_not(None)
            )
            used = select(getattr(StoredArticle, named)).union_all(recalled).subquery()
            unused = blobs.sha256.not_in(select(used.c[0]).where(used.c[0].is_not(None)))
            if blobs is PlainText:
                for sha256 in self._session.scalars(select(PlainText.sha256).where(unused)).all():
                    passages.forget(self._session, sha256)
            self._session.execute(delete(blobs).where(unused))

    def _last_done(self) -> Act | None:
        return self._session.scalar(select(Act).where(Act.state == DONE).order_by(Act.number.desc()).limit(1))

    def _first_undone(self) -> Act | None:
        return self._session.scalar(select(Act).where(Act.state == UNDONE).order_by(Act.number).limit(1))

    def _step(self, act: Act | None, state: str) -> Changes:
        if act is None:
            return Changes()
        # Rows come back one by one, and may for a moment point at one that is still to come.
        self._session.execute(text("PRAGMA defer_foreign_keys = ON"))
        back = state == UNDONE
        order = ActChange.number.desc() if back else ActChange.number.asc()
        touched: set[str] = set()
        for line in self._session.scalars(select(ActChange).where(ActChange.act == act.number).order_by(order)):
            self._take_back(line) if back else self._do_again(line)
            touched.update(line.touches.split())
        self._session.execute(update(Act).where(Act.number == act.number).values(state=state))
        return changes_of(act.words, touched)

    def _take_back(self, line: ActChange) -> None:
        key = json.loads(line.key)
        if line.change == CHANGED:
            self._set(line.table_name, key, _columns(line.before))
        elif line.change == REMOVED:
            self._put(line.table_name, _columns(line.before))
        else:
            line.after = as_json(stored_row(self._driver, line.table_name, key) or {})
            self._remove(line.table_name, key)

    def _do_again(self, line: ActChange) -> None:
        key = json.loads(line.key)
        if line.change == CHANGED:
            self._set(line.table_name, key, _columns(line.after))
        elif line.change == ADDED:
            self._put(line.table_name, _columns(line.after))
            line.after = None
        else:
            self._remove(line.table_name, key)

    def _set(self, table: str, key: Plain, columns: Plain) -> None:
        values = ", ".join(f'"{name}" = ?' for name in columns)
        found = self._driver.exec_driver_sql(
            f'UPDATE "{table}" SET {values} WHERE {where(key)}', (*columns.values(), *key.values())
        )
        _was_there(found.rowcount)

    def _put(self, table: str, columns: Plain) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        values = ", ".join("?" for _ in columns)
        self._driver.exec_driver_sql(f'INSERT INTO "{table}" ({names}) VALUES ({values})', tuple(columns.values()))

    def _remove(self, table: str, key: Plain) -> None:
        found = self._driver.exec_driver_sql(f'DELETE FROM "{table}" WHERE {where(key)}', tuple(key.values()))
        _was_there(found.rowcount)

    @property
    def _driver(self) -> Connection:
        """Statements over any table go straight to SQLite; compiling each took most of the time of a large undo."""
        return self._session.connection()


def _columns(stored: str | None) -> Plain:
    columns: Plain = json.loads(stored or "{}")
    return columns


def _was_there(rows: int) -> None:
    if rows != 1:
        raise UserError(
            "This act cannot be taken back or done again, because another program changed the project; nothing was "
            "changed now, and everything can still be edited by hand.",
            reason="undo-impossible",
        )

"""Acts taken back out of turn, and acts of an abandoned branch done again: each a new act, so that undo undoes it.

An act can be taken back alone where nothing later changed the same rows or speaks of what it added.
"""

import json
import sqlite3
from collections.abc import Iterator
from itertools import islice

from sqlalchemy import Connection, select, text
from sqlalchemy.orm import Session

from app.domain.errors import UserError
from app.domain.history import ActState
from app.store.history import row_changes
from app.store.history.changed_rows import ADDED
from app.store.history.recording import Recorder, stored_row
from app.store.history.row_changes import Line
from app.store.tables import Act, ActChange

_PAGE = 500
"""Lines that are kept at once; each may hold a row as it was."""


def take_back(session: Session, act_id: str) -> Recorder:
    """Take back one act that is done, leaving those after it; a `UserError` names the later act that stands on it."""
    act = _act(session, act_id)
    if act.state != ActState.DONE or act.number in cancelled(session):
        raise _gone(act, "is taken back already")
    driver = session.connection()
    lines = [one for line in row_changes.lines(driver, act.number) for one in row_changes.singles(driver, line)]
    if later := _leaning(session, act, lines):
        raise UserError(
            f"“{act.words}” cannot be taken back alone, because “{later.words}” came later and builds on it; nothing "
            "was changed: take that back first, or go back in the journal to before both.",
            reason="built-upon",
        )
    recorder = Recorder(words=f"take back: {act.words}", reverts=act.number)
    _apply(session, recorder, (row_changes.take_back(driver, line) for line in reversed(lines)), act)
    return recorder


def bring_back(session: Session, act_id: str) -> Recorder:
    """Do an act of an abandoned branch again on the project as it is now, where what it changed is as it was then."""
    act = _act(session, act_id)
    if act.state != ActState.ABANDONED:
        raise _gone(act, "is not set aside")
    driver = session.connection()
    lines = list(row_changes.lines(driver, act.number))
    if not _fit(driver, lines):
        raise UserError(
            f"“{act.words}” cannot be brought back, because what it changed is different now; nothing was changed: "
            "bring back first what was done before it, or do it again by hand.",
            reason="built-upon",
        )
    recorder = Recorder(words=f"bring back: {act.words}")
    _apply(session, recorder, (row_changes.do_again(driver, line) for line in lines), act)
    return recorder


def cancelled(session: Session) -> frozenset[int]:
    """Numbers of the done acts that a later act took back, and of those that did so and were not taken back."""
    found: set[int] = set()
    pairs = select(Act.number, Act.reverts).where(Act.state == ActState.DONE, Act.reverts.is_not(None))
    for number, reverted in session.execute(pairs.order_by(Act.number.desc())):
        if number not in found and reverted is not None:
            found |= {number, reverted}
    return frozenset(found)


def _act(session: Session, act_id: str) -> Act:
    act = session.scalar(select(Act).where(Act.act_id == act_id))
    if act is None:
        raise UserError(
            "This act is not in the journal any more: what was set aside is forgotten after 30 days; nothing was "
            "changed now.",
            reason="gone",
        )
    return act


def _gone(act: Act, how: str) -> UserError:
    return UserError(f"“{act.words}” {how}; nothing was changed.", reason="gone")


def _leaning(session: Session, act: Act, lines: list[Line]) -> Act | None:
    """The first later act that changed the same rows, or that touched something which this act added."""
    rows = {(line.table_name, line.key) for line in lines}
    ids = set(_own_ids(session.connection(), (line for line in lines if line.change == ADDED)))
    neither = cancelled(session)
    later = (
        select(Act, ActChange.table_name, ActChange.key, ActChange.touches)
        .join(ActChange, ActChange.act == Act.number)
        .where(Act.number > act.number, Act.state == ActState.DONE)
        .order_by(ActChange.number)
    )
    for other, table, key, touches in session.execute(later):
        if other.number not in neither and ((table, key) in rows or not ids.isdisjoint(touches.split())):
            return other
    return None


def _own_ids(driver: Connection, lines: Iterator[Line]) -> Iterator[str]:
    """The ids by which other rows speak of these: `claim_id` of a claim, `topic_id` of a topic."""
    for line in lines:
        row = stored_row(driver, line.table_name, json.loads(line.key)) or {}
        if (own := row.get(f"{line.table_name}_id")) is not None:
            yield own


def _fit(driver: Connection, lines: list[Line]) -> bool:
    """Whether each row is what it was before the act first changed it."""
    first = {(line.table_name, line.key): line for line in reversed(lines)}
    for line in first.values():
        row = stored_row(driver, line.table_name, json.loads(line.key))
        if (row is None) != (line.change == ADDED):
            return False
        if row and any(row[name] != value for name, value in row_changes.columns(line.before).items()):
            return False
    return True


def _apply(session: Session, recorder: Recorder, changes: Iterator[Line], act: Act) -> None:
    """Make the changes one act; rows may point at ones that are still to come, but at the end all must be there."""
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    try:
        while page := list(islice(changes, _PAGE)):
            recorder.keep(session, [line._asdict() | {"number": None} for line in page])
    except sqlite3.IntegrityError as error:
        raise _in_the_way(act) from error
    driver = session.connection()
    lost = "SELECT 1 FROM article WHERE family NOT IN (SELECT article_id FROM article) LIMIT 1"
    if driver.exec_driver_sql("PRAGMA foreign_key_check").first() or driver.exec_driver_sql(lost).first():
        raise _in_the_way(act)


def _in_the_way(act: Act) -> UserError:
    return UserError(
        f"“{act.words}” cannot be taken back or brought back alone, because other things in the project belong "
        "with it; nothing was changed: go back in the journal to before it instead.",
        reason="built-upon",
    )

"""One project: a file on disk, open for as many readers as ask and one writer at a time."""

import contextlib
import datetime
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.domain import stopping
from app.domain.changes import Changes
from app.domain.history import Deed, Rescue
from app.store import topic_words
from app.store.connecting import IMMEDIATE, connect, reading_engine, stoppable, working_engine
from app.store.file import cloud, faults, file_format, opening, writers_place
from app.store.file.backups import folder
from app.store.file.lock import Lock
from app.store.history import log, reversal
from app.store.history.journal import Journal
from app.store.history.recording import RecordedSession, Recorder, changes_of
from app.store.session import Store

_CLOSE_TIMEOUT_S = 10.0
"""For how long closing waits for those who still read or write."""


class Project:
    """A project that is open. Safe to use from many threads; close it to leave one plain file."""

    def __init__(self, path: Path, engine: Engine, lock: Lock | None = None, read_only: str = "") -> None:
        # Somebody may change the working folder, and what remembers the project must find it again.
        self.path = path.absolute()
        self.read_only = read_only
        """Why nothing can be written ("Ann works on it on quay-2 since 14:05"), empty where it can."""
        self.rescue: Rescue | None = None
        """The file that this one stands for, which cannot be worked on; None for a project that is itself."""
        self.is_looked_through = True
        """Whether every page was looked at as it was opened; of a large file, `look_through` is to do it."""
        self.is_damaged = False
        """Whether it was found damaged since it is open; nothing is written to it then."""
        self.author = ""
        """The name under which acts are logged; empty for that of the login."""
        self._engine = engine
        self._lock = lock
        self._file = _file(self.path)
        self._one_writer = threading.Lock()
        self._writer: int | None = None
        self._users_changed = threading.Condition()
        self._users = 0
        self._closed = False
        self._looking: sqlite3.Connection | None = None
        with self.reading() as store:
            self.project_id = store.project_id()

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a project where no file is yet, and open it."""
        from app.store.file import migrating  # Alembic is heavy, and most projects are there already

        migrating.make(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> Self:
        """Open a project; a `UserError` says why it cannot be, and the file is then as it was.

        One of an earlier schema is brought up to date, after a copy of it went to `backups` (None: the user's own
        data folder). One that cannot be written to, or that another program works on, opens for reading only.
        """
        old = opening.schema_of(path, at_once=opening.AT_ONCE) < file_format.SCHEMA
        lock, read_only = writers_place.take(path)
        try:
            if lock is None and old:
                raise faults.not_upgraded(path, read_only)
            if old:
                from app.store.file import upgrading  # Alembic is heavy, and most projects are up to date

                upgrading.upgrade(path, backups or folder())
            project = cls._opened(path, lock, read_only, finish=old)
            project.is_looked_through = old or path.stat().st_size <= opening.AT_ONCE
            return project
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def open_rescued(cls, copy: Path, rescue: Rescue, why: str) -> Self:
        """Open for reading a copy of what can be read of another file; its folder goes when it is closed."""
        project = cls._opened(copy, None, why, finish=False)
        project.rescue = rescue
        return project

    @classmethod
    def _opened(cls, path: Path, lock: Lock | None, read_only: str, *, finish: bool) -> Self:
        if lock is None:
            engine = reading_engine(path)
        else:
            engine = working_engine(path, single_file=cloud.service_of(path) is not None)
        try:
            with faults.as_user_errors(path):
                project = cls(path, engine, lock, read_only)
            if finish:
                with project._transaction():
                    pass  # what migrations leave to the program is done at the end of a transaction
            return project
        except BaseException:
            engine.dispose()
            raise

    def look_through(self) -> bool:
        """Look at every page, which a large file is opened without; whether all can be read.

        If not, nothing is written from then on. Takes a minute and more, while all else goes on; closing the project
        ends it with a `StoppedError`.
        """
        try:
            with self._in_use():
                self.is_damaged = self.is_damaged or not opening.look_through(self.path, self._look_with)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                raise stopping.StoppedError from error
            raise
        if self.is_damaged:
            self.read_only = "It is damaged"
        self.is_looked_through = True
        return not self.is_damaged

    @contextmanager
    def _look_with(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Let closing interrupt the connection, for as long as it is open: interrupting a closed one is an error."""
        with self._users_changed:
            if self._closed:
                raise stopping.StoppedError
            self._looking = connection
        try:
            yield
        finally:
            with self._users_changed:
                self._looking = None

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Look at the project as it is at this moment, whatever is written meanwhile; `domain.stopping` ends it."""
        with (
            self._in_use(),
            faults.as_user_errors(self.path),
            RecordedSession(self._engine) as session,
            stoppable(session),
        ):
            yield Store(session)

    @contextmanager
    def writing(self, act: str, *, joins: str | None = None) -> Iterator[Store]:
        """Write to the project as one act of the journal, named for the undo menu; all of it, or on an error nothing.

        What is written is on the disk when the context ends. `joins` is `Store.act_id` of an earlier context: both are
        then one act, one undo, unless that one was undone meanwhile.
        """
        recorder = Recorder(words=act, act_id=joins)
        with self._transaction() as session:
            session.record(recorder)
            try:
                yield Store(session, recorder)
                session.flush()
                self._write_log_entry(session, recorder)
            except BaseException:
                recorder.touched.clear()
                raise

    def undo(self) -> Changes:
        """Take the last act back with all its side effects; no changes where there is none."""
        with self._transaction() as session:
            return Journal(session).undo()

    def redo(self) -> Changes:
        """Do the last undone act again; no changes where there is none."""
        with self._transaction() as session:
            return Journal(session).redo()

    def jump(self, number: int) -> Changes:
        """Undo or redo until the act of this number is the last one done, 0 for none: all of it, or nothing."""
        with self._transaction() as session:
            return Journal(session).jump(number)

    def take_back(self, act_id: str) -> Changes:
        """Take back one act and none after it; a `UserError` names the later act that builds on it."""
        return self._reverse(reversal.take_back, act_id)

    def bring_back(self, act_id: str) -> Changes:
        """Do an act of an abandoned branch again; a `UserError` says why it no longer fits."""
        return self._reverse(reversal.bring_back, act_id)

    def _reverse(self, turn: Callable[[Session, str], Recorder], act_id: str) -> Changes:
        with self._transaction() as session:
            recorder = turn(session, act_id)
            self._write_log_entry(session, recorder)
        return changes_of(recorder.words, recorder.touched)

    @staticmethod
    def _write_log_entry(session: Session, recorder: Recorder) -> None:
        if recorder.act_id is not None and recorder.changed_rows:
            log.enter(session, Deed.DONE, recorder.act_id, recorder.words, recorder.changed_rows)

    def close(self) -> None:
        """Write everything back into one plain file and let go of it; closing twice does nothing."""
        with self._users_changed:
            if self._closed:
                return
            self._closed = True
            if self._looking is not None:
                self._looking.interrupt()
            self._users_changed.wait_for(lambda: not self._users, timeout=_CLOSE_TIMEOUT_S)
        if self._lock is None:
            self._engine.dispose()
            if self.rescue is not None:
                shutil.rmtree(self.path.parent, ignore_errors=True)
            return
        # Another program may hold the file, or it may be gone: then its WAL stays beside it, and nothing is lost.
        with contextlib.suppress(sqlite3.Error, DBAPIError):
            if _file(self.path) == self._file and not self.is_damaged:
                self._forget()
        self._engine.dispose()
        with contextlib.suppress(sqlite3.Error):
            if _file(self.path) == self._file:
                self._checkpoint()
        self._lock.release()

    def _forget(self) -> None:
        with Session(self._engine) as session:
            Journal(session).forget(datetime.datetime.now(datetime.UTC))
            session.commit()

    def _checkpoint(self) -> None:
        """Fold the WAL into the file. It goes only with the last connection that knows of it."""
        with contextlib.closing(connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def _transaction(self) -> Iterator[RecordedSession]:
        with self._in_use(), self._writing_alone(), faults.as_user_errors(self.path):
            if self.rescue is not None or self.is_damaged:
                raise faults.reading_rescued(self.rescue.path if self.rescue else self.path, self.read_only)
            if self._lock is None:
                raise faults.reading_only(self.path, self.read_only)
            if _file(self.path) != self._file:
                raise faults.vanished(self.path)
            if not self._lock.is_mine():
                raise faults.taken_over(self.path)
            with RecordedSession(self._engine.execution_options(**{IMMEDIATE: True})) as session:
                session.info[log.AUTHOR] = self.author
                session.connection()
                yield session
                topic_words.refresh(session)
                session.commit()

    @contextmanager
    def _in_use(self) -> Iterator[None]:
        with self._users_changed:
            if self._closed:
                raise faults.closed(self.path)
            self._users += 1
        try:
            yield
        finally:
            with self._users_changed:
                self._users -= 1
                self._users_changed.notify_all()

    @contextmanager
    def _writing_alone(self) -> Iterator[None]:
        if self._writer == threading.get_ident():
            raise RuntimeError("an act was begun inside another")
        with self._one_writer:
            self._writer = threading.get_ident()
            try:
                yield
            finally:
                self._writer = None


def _file(path: Path) -> tuple[int, int] | None:
    """What tells the file that is open from another put in its place, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

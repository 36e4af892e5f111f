"""One project: a file on disk, open for as many readers as ask and one writer at a time."""

import contextlib
import datetime
import errno
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.first_steps import FirstSteps
from app.domain.history import Deed, LogLine
from app.store import cloud, faults, first_steps, log, opening, reversal, topic_words
from app.store.alike import Alike
from app.store.articles import Articles
from app.store.backups import folder
from app.store.claims import Claims
from app.store.connecting import IMMEDIATE, connect, reading_engine, working_engine
from app.store.imports import Imports
from app.store.journal import Journal
from app.store.lock import HeldError, Holder, Lock
from app.store.merging import Merging
from app.store.origins import Origins
from app.store.own_tables import OwnTables
from app.store.readings import Readings
from app.store.recording import RecordedSession, Recorder, changes_of
from app.store.remarks import Remarks
from app.store.resolutions import Resolutions
from app.store.saved_searches import SavedSearches
from app.store.schedules import Schedules
from app.store.settings import Settings
from app.store.standings import Standings
from app.store.tables import ProjectCard
from app.store.topics import Topics
from app.store.versions import Versions

_LAST_WORDS = 10.0
"""Seconds that closing waits for those who still read or write."""


class Store:
    """What a session on the project offers."""

    def __init__(self, session: Session, recorder: Recorder | None = None) -> None:
        self._session = session
        self._recorder = recorder
        self.articles = Articles(session)
        self.origins = Origins(session)
        self.versions = Versions(session)
        self.claims = Claims(session)
        self.remarks = Remarks(session)
        self.alike = Alike(session)
        self.topics = Topics(session)
        self.resolutions = Resolutions(session)
        self.standings = Standings(session)
        self.schedules = Schedules(session)
        self.own_tables = OwnTables(session)
        self.searches = SavedSearches(session)
        self.settings = Settings(session)
        self.readings = Readings(session)
        self.imports = Imports(session)
        self.journal = Journal(session)
        self.merging = Merging(session, recorder)

    def first_steps(self) -> FirstSteps:
        """How much of what people do first the project holds."""
        return first_steps.of(self._session)

    def project_id(self) -> str:
        """The project's own id, the same in every copy of its file."""
        return self._session.scalars(select(ProjectCard.project_id)).one()

    def log(self) -> list[LogLine]:
        """The whole log, the first entry first."""
        return list(log.lines(self._session))

    @property
    def changes(self) -> Changes:
        """What was written here so far; after the context ends, all of it.

        A claim brings its article along, whose line counts claims, and a filing its topic and its claim.
        """
        if self._recorder is None:
            return Changes()
        self._session.flush()
        return changes_of(self._recorder.words, self._recorder.touched)

    @property
    def act_id(self) -> str | None:
        """The act written here, for another context to join; None while there is none."""
        return None if self._recorder is None else self._recorder.act_id

    def name_act(self, words: str) -> None:
        """Say what the act is, where that is known only now ("accept 12 claims")."""
        if self._recorder is not None:
            self._recorder.rename(self._session, words)


class Project:
    """A project that is open. Safe to use from many threads; close it to leave one plain file."""

    def __init__(self, path: Path, engine: Engine, lock: Lock | None = None, read_only: str = "") -> None:
        # Somebody may change the working folder, and what remembers the project must find it again.
        self.path = path.absolute()
        self.read_only = read_only
        """Why nothing can be written ("Ann works on it on quay-2 since 14:05"), empty where it can."""
        self.author = ""
        """The name under which acts are logged; empty for that of the login."""
        self._engine = engine
        self._lock = lock
        self._file = _file(self.path)
        self._one_writer = threading.Lock()
        self._writer: int | None = None
        self._doors = threading.Condition()
        self._inside = 0
        self._closed = False
        with self.reading() as store:
            self.project_id = store.project_id()

    @classmethod
    def create(cls, path: Path) -> Self:
        """Make a project where no file is yet, and open it."""
        from app.store import upgrading  # Alembic is heavy, and most projects are there already

        upgrading.make(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, *, backups: Path | None = None) -> Self:
        """Open a project; a `UserError` says why it cannot be, and the file is then as it was.

        One of an earlier schema is brought up to date, after a copy of it went to `backups` (None: the user's own
        data folder). One that cannot be written to, or that another program works on, opens for reading only.
        """
        old = opening.schema_of(path) < opening.SCHEMA
        lock, read_only = _writers_place(path)
        try:
            if lock is None and old:
                raise faults.not_upgraded(path, read_only)
            if old:
                from app.store import upgrading  # Alembic is heavy, and most projects are up to date

                upgrading.upgrade(path, backups or folder())
            return cls._opened(path, lock, read_only, finish=old)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _opened(cls, path: Path, lock: Lock | None, read_only: str, *, finish: bool) -> Self:
        if lock is None:
            engine = reading_engine(path)
        else:
            engine = working_engine(path, single_file=cloud.service_of(path) is not None)
        try:
            with faults.told(path):
                project = cls(path, engine, lock, read_only)
            if finish:
                with project._transaction():
                    pass  # what migrations leave to the program is done at the end of a transaction
            return project
        except BaseException:
            engine.dispose()
            raise

    @classmethod
    def open_or_create(cls, path: Path) -> Self:
        """Open the project, or make it where there is no file."""
        return cls.open(path) if path.exists() else cls.create(path)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Look at the project as it is at this moment, whatever is written meanwhile."""
        with self._entered(), faults.told(self.path), RecordedSession(self._engine) as session:
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
                self._enter(session, recorder)
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
            self._enter(session, recorder)
        return changes_of(recorder.words, recorder.touched)

    @staticmethod
    def _enter(session: Session, recorder: Recorder) -> None:
        if recorder.act_id is not None and recorder.lines:
            log.enter(session, Deed.DONE, recorder.act_id, recorder.words, recorder.lines)

    def close(self) -> None:
        """Write everything back into one plain file and let go of it; closing twice does nothing."""
        with self._doors:
            if self._closed:
                return
            self._closed = True
            self._doors.wait_for(lambda: not self._inside, timeout=_LAST_WORDS)
        if self._lock is None:
            self._engine.dispose()
            return
        # Another program may hold the file, or it may be gone: then its log stays beside it, and nothing is lost.
        with contextlib.suppress(sqlite3.Error, DBAPIError):
            if _file(self.path) == self._file:
                self._forget()
        self._engine.dispose()
        with contextlib.suppress(sqlite3.Error):
            if _file(self.path) == self._file:
                self._fold()
        self._lock.release()

    def _forget(self) -> None:
        with Session(self._engine) as session:
            Journal(session).forget(datetime.datetime.now(datetime.UTC))
            session.commit()

    def _fold(self) -> None:
        """Bring the log back into the file. The log goes only with the last connection that knows of it."""
        with contextlib.closing(connect(self.path)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.execute("PRAGMA journal_mode = DELETE")

    @contextmanager
    def _transaction(self) -> Iterator[RecordedSession]:
        with self._entered(), self._writing_alone(), faults.told(self.path):
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
    def _entered(self) -> Iterator[None]:
        with self._doors:
            if self._closed:
                raise faults.closed(self.path)
            self._inside += 1
        try:
            yield
        finally:
            with self._doors:
                self._inside -= 1
                self._doors.notify_all()

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


def _writers_place(path: Path) -> tuple[Lock | None, str]:
    """The writer's place, or None and why it cannot be had."""
    if not opening.is_writable(path):
        return None, f"The file {path.name} may not be written to"
    try:
        return Lock.take(path), ""
    except HeldError as held:
        return None, _works(held.holder)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return None, "The disk that holds it is full"
        return None, f"Its folder {path.absolute().parent} cannot be written to ({error.strerror})"


def _works(holder: Holder | None) -> str:
    if holder is None:
        return "Another program works on it"
    since = datetime.datetime.fromisoformat(holder.at).astimezone()
    return f"{holder.who} works on it on {holder.host} (process {holder.pid}) since {since:%H:%M on %d %B}"


def _file(path: Path) -> tuple[int, int] | None:
    """What tells the file that is open from another put in its place, None where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino

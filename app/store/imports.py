"""Imports under way, as the project remembers them: a crash, or a closed window, leaves what is still to be read."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.article import Detail
from app.domain.errors import UserError
from app.domain.imports import FileState, ImportRun, Outcome, QueuedFile
from app.store.tables import StoredFile, StoredRun

_DETAILS = ("outlet", "published")
_NOTE = f"""
    UPDATE import_file SET state = ?, reason = ?, article_id = ?, claims = ?, title = ?,
        pasted = CASE WHEN ? = '{FileState.FAILED}' THEN pasted END
    WHERE run = ? AND position = ?
"""


class Imports:
    """The unfinished imports that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def begin(self, source: str, act: str, overrides: Mapping[str, Detail], files: Sequence[QueuedFile]) -> str:
        """Queue files; gives the id of the import. Imports that have nothing left but their failures are forgotten."""
        for run in self._session.scalars(select(StoredRun)).all():
            if not self._left(run.number):
                self._forget(run)
        run = StoredRun(run_id=f"imp_{ULID()}", source=source, act=act)
        for name in _DETAILS:
            setattr(run, name, overrides[name].value if name in overrides else None)
        self._session.add(run)
        self._session.flush()
        rows = [
            {
                "run": run.number,
                "position": position,
                "path": os.fsencode(file.path),
                "size": file.size,
                "modified": file.modified,
                "pasted": file.pasted,
                "state": FileState.QUEUED,
                "reason": "",
                "claims": 0,
                "title": "",
            }
            for position, file in enumerate(files, 1)
        ]
        if rows:
            self._session.execute(insert(StoredFile), rows)
        return run.run_id

    def get(self, run_id: str, evidence: str) -> ImportRun:
        """One import; what the analyst gave for its files has this `evidence`. A `UserError` where it is gone."""
        return self._record(self._stored(run_id), evidence)

    def unfinished(self, evidence: str) -> ImportRun | None:
        """The import begun last that has files left."""
        left = select(StoredFile.run).where(StoredFile.state == FileState.QUEUED)
        found = select(StoredRun).where(StoredRun.number.in_(left)).order_by(StoredRun.number.desc()).limit(1)
        run = self._session.scalar(found)
        return None if run is None else self._record(run, evidence)

    def waiting(self, run_id: str) -> list[tuple[int, QueuedFile]]:
        """The files that are left, each with its position from 1."""
        rows = self._session.scalars(
            select(StoredFile)
            .where(StoredFile.run == self._stored(run_id).number, StoredFile.state == FileState.QUEUED)
            .order_by(StoredFile.position)
        )
        return [
            (
                row.position,
                QueuedFile(path=Path(os.fsdecode(row.path)), size=row.size, modified=row.modified, pasted=row.pasted),
            )
            for row in rows
        ]

    def finished(self, run_id: str) -> list[tuple[int, Path, Outcome]]:
        """The files that ended, with their position and how."""
        rows = self._session.scalars(
            select(StoredFile)
            .where(StoredFile.run == self._stored(run_id).number, StoredFile.state != FileState.QUEUED)
            .order_by(StoredFile.position)
        )
        return [
            (
                row.position,
                Path(os.fsdecode(row.path)),
                Outcome(
                    state=FileState(row.state),
                    reason=row.reason,
                    article_id=row.article_id,
                    claims=row.claims,
                    title=row.title,
                ),
            )
            for row in rows
        ]

    def note(self, run_id: str, ended: Mapping[int, Outcome], act_id: str | None) -> None:
        """Keep how files ended, by their positions, and the act of what their import has kept so far."""
        run = self._stored(run_id)
        run.act_id = act_id
        self._session.flush()
        # What was pasted is an article now, or cannot be one; the text of a failure stays for another try.
        rows = [
            (one.state, one.reason, one.article_id, one.claims, one.title, one.state, run.number, position)
            for position, one in ended.items()
        ]
        self._session.connection().exec_driver_sql(_NOTE, rows)

    def again(self, run_id: str, files: Mapping[int, QueuedFile]) -> None:
        """Queue files of an import again, by their positions, as they are now."""
        run = self._stored(run_id)
        for position, file in files.items():
            self._session.execute(
                update(StoredFile)
                .where(StoredFile.run == run.number, StoredFile.position == position)
                .values(state=FileState.QUEUED, reason="", size=file.size, modified=file.modified)
            )

    def discard(self, run_id: str) -> None:
        """Leave out what is left of an import; it is forgotten, its failures too. One that is gone is no matter."""
        run = self._session.scalar(select(StoredRun).where(StoredRun.run_id == run_id))
        if run is not None:
            self._forget(run)

    def _forget(self, run: StoredRun) -> None:
        self._session.execute(delete(StoredFile).where(StoredFile.run == run.number))
        self._session.execute(delete(StoredRun).where(StoredRun.number == run.number))

    def _left(self, run: int) -> int:
        left = select(func.count()).where(StoredFile.run == run, StoredFile.state == FileState.QUEUED)
        return self._session.scalar(left) or 0

    def _record(self, run: StoredRun, evidence: str) -> ImportRun:
        total = self._session.scalar(select(func.count()).where(StoredFile.run == run.number)) or 0
        given = {name: getattr(run, name) for name in _DETAILS}
        return ImportRun(
            run_id=run.run_id,
            source=run.source,
            act=run.act,
            total=total,
            left=self._left(run.number),
            act_id=run.act_id,
            overrides={
                name: Detail(value=value, evidence=evidence) for name, value in given.items() if value is not None
            },
        )

    def _stored(self, run_id: str) -> StoredRun:
        run = self._session.scalar(select(StoredRun).where(StoredRun.run_id == run_id))
        if run is None:
            raise UserError(
                "This import is not in the project any more; its finished articles are safe. Add the files again.",
                reason="gone",
            )
        return run

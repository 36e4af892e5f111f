"""Takes acts back and does them again, one after the other, and knows all of them."""

import datetime

from sqlalchemy import delete, func, select, text, update
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.history import ActLine, ActState, Deed
from app.store import clock, passages
from app.store.history import log, reversal, row_changes
from app.store.history.changed_rows import REMOVED, ChangedRows
from app.store.history.recording import changes_of
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
        return self._step(self._last_done(), ActState.UNDONE)

    def redo(self) -> Changes:
        """Do the act again that was undone last; no changes where there is none."""
        return self._step(self._first_undone(), ActState.DONE)

    def jump(self, number: int) -> Changes:
        """Undo or redo until the act of this number is the last that is done; 0 for before all of them."""
        changes = Changes()
        while (act := self._last_done()) is not None and act.number > number:
            changes |= self._step(act, ActState.UNDONE)
        while (act := self._first_undone()) is not None and act.number <= number:
            changes |= self._step(act, ActState.DONE)
        return changes

    def acts(self) -> list[ActLine]:
        """Every act, newest first."""
        counted = select(ActChange.act, func.count()).where(ActChange.change == REMOVED).group_by(ActChange.act)
        removed = dict(self._session.execute(counted).all())
        neither = reversal.cancelled(self._session)
        rows = self._session.execute(
            select(Act.number, Act.act_id, Act.words, Act.at, Act.state, Act.abandoned_at).order_by(Act.number.desc())
        )
        return [
            ActLine(
                number=number,
                act_id=act_id,
                words=words,
                at=at,
                state=ActState.TAKEN_BACK if number in neither else ActState(state),
                removed=removed.get(number, 0),
                abandoned_at=abandoned_at,
            )
            for number, act_id, words, at, state, abandoned_at in rows
        ]

    def forget(self, moment: datetime.datetime) -> None:
        """Drop branches abandoned more than 30 days before this moment, and sources that nothing speaks of any more."""
        old = select(Act.number).where(Act.state == ActState.ABANDONED, Act.abandoned_at < clock.stamp(moment - KEPT))
        if self._session.scalar(old.limit(1)) is None:
            return
        self._session.execute(delete(ActChange).where(ActChange.act.in_(old)))
        self._session.execute(delete(Act).where(Act.number.in_(old)))
        for blobs, named in ((RawBytes, "raw_sha256"), (PlainText, "text_sha256")):
            # What redo or undo would bring back: an article whose import was undone, and one that was removed.
            recalled = [
                select(func.json_extract(row, f"$.{named}")).where(
                    ActChange.table_name == StoredArticle.__tablename__, row.is_not(None)
                )
                for row in (ActChange.after, ActChange.before)
            ]
            used = select(getattr(StoredArticle, named)).union_all(*recalled).subquery()
            unused = [blobs.sha256.not_in(select(used.c[0]).where(used.c[0].is_not(None)))]
            if blobs is PlainText:
                # A file is read with the text in mind that it was first kept with.
                unused.append(PlainText.number.not_in(select(RawBytes.text).where(RawBytes.text.is_not(None))))
            self._session.execute(delete(blobs).where(*unused))
        passages.forget_lost(self._session)

    def _last_done(self) -> Act | None:
        return self._session.scalar(select(Act).where(Act.state == ActState.DONE).order_by(Act.number.desc()).limit(1))

    def _first_undone(self) -> Act | None:
        return self._session.scalar(select(Act).where(Act.state == ActState.UNDONE).order_by(Act.number).limit(1))

    def _step(self, act: Act | None, state: ActState) -> Changes:
        if act is None:
            return Changes()
        # Rows come back one by one, and may for a moment point at one that is still to come.
        self._session.execute(text("PRAGMA defer_foreign_keys = ON"))
        driver = self._session.connection()
        back = state is ActState.UNDONE
        changed_rows = ChangedRows(back=back)
        touched: set[str] = set()
        for line in row_changes.lines(driver, act.number, back=back):
            changed_rows.add(line._asdict())
        if back:
            row_changes.materialise(driver, act.number)
        for line in row_changes.lines(driver, act.number, back=back):
            row_changes.step(driver, line, back=back)
            touched.update(line.touches.split())
        self._session.execute(update(Act).where(Act.number == act.number).values(state=state))
        log.enter(self._session, Deed.UNDONE if back else Deed.REDONE, act.act_id, act.words, changed_rows)
        return changes_of(act.words, touched)

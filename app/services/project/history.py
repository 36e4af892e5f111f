"""Undo and redo of every act, from a journal kept in the project, so that they survive a restart; and the log."""

from app.domain.changes import Changes
from app.domain.history import ActLine, LogLine
from app.store.project import Project


class History:
    """The acts of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def undoable(self) -> str | None:
        """The act that undo would take back, in words; None where there is none."""
        with self._project.reading() as store:
            return store.journal.undoable()

    def redoable(self) -> str | None:
        """The act that redo would do again, in words; None where there is none."""
        with self._project.reading() as store:
            return store.journal.redoable()

    def undo(self) -> Changes:
        """Take the last act back with all its side effects; no changes where there is none."""
        return self._project.undo()

    def redo(self) -> Changes:
        """Do the last undone act again; no changes where there is none."""
        return self._project.redo()

    def acts(self) -> list[ActLine]:
        """Every act of the journal, newest first."""
        with self._project.reading() as store:
            return store.journal.acts()

    def jump(self, number: int) -> Changes:
        """Go to the moment after the act of this number, 0 for the empty project, by as many undos or redos as needed.

        All of them or none.
        """
        return self._project.jump(number)

    def take_back(self, act_id: str) -> Changes:
        """Take back one act and none after it; a `UserError` names the later act that builds on it."""
        return self._project.take_back(act_id)

    def bring_back(self, act_id: str) -> Changes:
        """Do an act of an abandoned branch again on the project as it is; a `UserError` says why it no longer fits."""
        return self._project.bring_back(act_id)

    def log(self) -> list[LogLine]:
        """The whole log, the first entry first."""
        with self._project.reading() as store:
            return store.log()

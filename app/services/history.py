"""Undo and redo of every act, from a journal kept in the project, so that they survive a restart."""

from app.domain.changes import Changes
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

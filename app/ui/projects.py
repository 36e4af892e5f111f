"""Which project the window works on: asks for files, opens and makes them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

if TYPE_CHECKING:
    from app.services.desk import Desk

SUFFIX = ".counterclaim"

OpenProject = Callable[[Path], "Desk"]


class Projects(QObject):
    """Handed by the composition root how a project is opened, made, and how the sample is.

    A file that is no good raises UserError, and the project that is shown stays.
    """

    began = Signal()
    """A project is being opened: what was said of the last one no longer holds."""
    opened = Signal(object, str)
    """The `Desk`, and the place to begin at."""

    def __init__(
        self,
        open_project: OpenProject,
        create_project: OpenProject,
        make_sample: "Callable[[], Desk]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._open_project, self._create_project, self._make_sample = open_project, create_project, make_sample

    def open(self, path: Path, place: str = "library") -> None:
        """Open a project file on one of its screens."""
        self._take(lambda: self._open_project(path), place)

    def sample(self) -> None:
        """Open a copy of the sample where its question is answered."""
        self._take(self._make_sample, "compare")

    def new(self) -> None:
        """Ask for a place and make an empty project there."""
        suggested = self.tr("Untitled project") + SUFFIX
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), suggested, self._kinds())
        if chosen:
            path = Path(chosen)
            path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            self._take(lambda: self._create_project(path))

    def choose(self) -> None:
        """Ask for a project file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), "", self._kinds())
        if chosen:
            self.open(Path(chosen))

    def _kinds(self) -> str:
        return self.tr("Counterclaim projects (*{suffix})").format(suffix=SUFFIX)

    def _take(self, opening: "Callable[[], Desk]", place: str = "library") -> None:
        self.began.emit()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.opened.emit(opening(), place)
        finally:
            QApplication.restoreOverrideCursor()

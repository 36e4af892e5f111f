"""Which project the window works on: asks for files, opens and makes them."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError
from app.ui import saving
from app.ui.threads.waiting import Waiting

if TYPE_CHECKING:
    from app.services.desk import Desk

SUFFIX = ".counterclaim"

OpenProject = Callable[[Path], "Desk"]


class Projects(QObject):
    """Handed by the composition root how a project is opened, made, and how the sample is.

    Each takes its time on another thread. A file that is no good raises UserError, and the project that is shown stays.
    """

    began = Signal()
    """A project is being opened: what was said of the last one no longer holds."""
    opened = Signal(object, str)
    """The `Desk`, and the place to begin at."""
    lost = Signal(object, str)
    """The path of a project of which nothing can be read, and the sentence."""

    def __init__(
        self,
        open_project: OpenProject,
        create_project: OpenProject,
        make_sample: "Callable[[], Desk]",
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window, self._busy = window, False
        self._open_project, self._create_project, self._make_sample = open_project, create_project, make_sample

    def open(self, path: Path, place: str = "library") -> None:
        """Open a project file on one of its screens."""
        words = self.tr("Opening {name}…").format(name=path.stem)
        try:
            self._take(lambda: self._open_project(path), words, place)
        except UserError as error:
            if error.reason != "corrupt":
                raise
            self.lost.emit(path, str(error))

    def open_after(self, work: Callable[[], object], path: Path, place: str) -> None:
        """Do this off the window's thread, and then open the project that it put there."""

        def opened() -> "Desk":
            work()
            return self._open_project(path)

        self._take(opened, self.tr("Putting {name} in its place…").format(name=path.stem), place)

    def sample(self) -> None:
        """Open a copy of the sample where its question is answered."""
        self._take(self._make_sample, self.tr("Making a copy of the sample…"), "compare")

    def new(self) -> None:
        """Ask for a place and make an empty project there."""
        suggested = str(saving.folder() / (self.tr("Untitled project") + SUFFIX))
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("New project"), suggested, self._kinds())
        if chosen:
            path = Path(chosen)
            path = path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)
            saving.remember(path)
            self._take(lambda: self._create_project(path), self.tr("Making {name}…").format(name=path.stem))

    def choose(self) -> None:
        """Ask for a project file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open project"), "", self._kinds())
        if chosen:
            self.open(Path(chosen))

    def _kinds(self) -> str:
        return self.tr("Counterclaim projects (*{suffix})").format(suffix=SUFFIX)

    def _take(self, opening: "Callable[[], Desk]", words: str, place: str = "library") -> None:
        if self._busy:
            return  # the keys for opening were pressed twice
        self.began.emit()
        self._busy = True
        try:
            desk = Waiting(opening).run(self._window, words)
        finally:
            self._busy = False
        if self._window.isVisible():
            self.opened.emit(desk, place)
        else:
            desk.close()  # the window was closed meanwhile

"""How articles come in from outside: files that are chosen, what the clipboard holds, what is dropped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.services.articles.folders import SUFFIXES
from app.ui.library.import_dock import ImportDock
from app.ui.screen import MakeAct


class Incoming(QObject):
    """Hands what comes to the dock."""

    called = Signal()
    """A key was pressed, on whatever screen: the dock is to be seen."""
    problem = Signal(str)

    def __init__(self, make: MakeAct, dock: ImportDock, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent, self._dock = parent, dock
        self.choose_act = make("choose-files", self.tr("Import files"), ["Ctrl+I"], self.choose)
        self.paste_act = make("paste", self.tr("Import the clipboard"), ["Ctrl+V"], self.paste)
        for act in self.acts():
            act.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def acts(self) -> list[QAction]:
        """Everything that can be done here, on every screen."""
        return [self.choose_act, self.paste_act]

    def choose(self) -> None:
        """Ask for files and import them."""
        self.called.emit()
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Articles ({suffixes});;All files (*)").format(suffixes=suffixes)
        chosen, _ = QFileDialog.getOpenFileNames(self._parent.window(), self.tr("Choose articles"), "", kinds)
        self._dock.import_paths([Path(name) for name in chosen])

    def paste(self) -> None:
        """Import what the clipboard holds: files, else text."""
        self.called.emit()
        # The clipboard of some platforms has nothing at all rather than empty data.
        mime: QMimeData | None = QApplication.clipboard().mimeData()
        if mime is None or not self.take(mime):
            self.problem.emit(
                self.tr("The clipboard holds no text and no files. Copy an article’s text, then paste again.")
            )

    def take(self, mime: QMimeData) -> bool:
        """Import files, else text; whether there was any."""
        if paths := local_files(mime):
            self._dock.import_paths(paths)
        elif mime.text().strip():
            self._dock.import_text(mime.text().strip())
        else:
            return False
        return True


def local_files(mime: QMimeData) -> Sequence[Path]:
    """The files of this computer that are dragged or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]

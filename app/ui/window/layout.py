"""Where the window stood and how wide its panes were, kept in the window's settings for each project."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QSize
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from app.ui.screen import Screen

FIRST = QSize(1440, 900)
"""Pixels of the window where the screen has room for them."""
_FRAME = QSize(16, 40)
"""Pixels that are left for the frame and the title that the desktop draws around a window: how large these are is only
known once it is seen."""


def first_size(room: QSize) -> QSize:
    """The size of a window that has never stood anywhere, where a screen leaves it so much beside its own panels."""
    return FIRST.boundedTo(room - _FRAME)


class Layout:
    """Reads and writes `QSettings`; a project is known by its path."""

    def __init__(self, settings: QSettings) -> None:
        self._settings = settings

    def restore_window(self, window: QMainWindow) -> None:
        """Put the window where it stood, or give it its first size."""
        kept = self._settings.value("geometry")
        if isinstance(kept, QByteArray):
            window.restoreGeometry(kept)
        else:
            window.resize(first_size(window.screen().availableSize()))

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where it stands."""
        self._settings.setValue("geometry", window.saveGeometry())

    def restore_panes(self, screen: Screen, project: Path) -> None:
        """Give every named splitter of a screen its widths in this project, and the rest its arrangement."""
        screen.arrange(str(self._settings.value(_key(screen, project), "")))
        for splitter in screen.findChildren(QSplitter):
            kept = self._settings.value(_key(splitter, project))
            if splitter.objectName() and isinstance(kept, QByteArray):
                splitter.restoreState(kept)

    def keep_panes(self, screen: Screen, project: Path) -> None:
        """Remember the widths of every named splitter, and the arrangement of the rest."""
        if kept := screen.arrangement():
            self._settings.setValue(_key(screen, project), kept)
        for splitter in screen.findChildren(QSplitter):
            if splitter.objectName():
                self._settings.setValue(_key(splitter, project), splitter.saveState())


def _key(part: QWidget, project: Path) -> str:
    # Slashes would make groups of the settings file.
    place = str(project).replace("/", "|").replace("\\", "|")
    return f"panes/{place}/{part.objectName() or type(part).__name__}"

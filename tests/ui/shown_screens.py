"""A screen as the window shows it, without the window or in it, and keys pressed there."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.library.screen import LibraryScreen
from app.ui.screen import Screen
from app.ui.window.main_window import MainWindow

S = TypeVar("S", bound=Screen)


def shown(qtbot: QtBot, screen: S, desk: Desk) -> Iterator[S]:
    """The screen on a project, active and of the size that a window of 1440 by 900 leaves it; for a fixture."""
    qtbot.addWidget(screen)
    screen.changed.connect(screen.refresh)  # as the window does
    screen.resize(1368, 808)
    screen.set_desk(desk)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen.shown()
    yield screen
    screen.set_desk(None)


def lease_shown(qtbot: QtBot, desk: Desk, folder: Path, texts: Mapping[str, str]) -> Iterator[CompareScreen]:
    """The Compare screen on a topic of all that is said of the lease, in these articles too; for a fixture."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
        desk.importing.paths([folder / name])
    kind, lines = desk.grouping.find(["lease", "deal", "Mauritius"])
    desk.grouping.add("The lease", ["lease"], kind, [line.record.claim_id for line in lines])
    yield from shown(qtbot, CompareScreen(), desk)


def library_of(window: MainWindow) -> LibraryScreen:
    """The window's Library, shown or not."""
    library = window.places.screen_at("library")
    assert isinstance(library, LibraryScreen)
    return library


def press(qtbot: QtBot, key: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)

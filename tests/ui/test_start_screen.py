"""Start: the sample is one key away, and what was open before is listed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.ui.start.cards import RecentRow
from app.ui.start.screen import StartScreen


@pytest.fixture
def acts(qapp) -> dict[str, QAction]:
    return {name: QAction(name) for name in ("new", "open", "sample")}


@pytest.fixture
def start(qtbot, acts: dict[str, QAction]) -> StartScreen:
    screen = StartScreen(acts["new"], acts["open"], acts["sample"])
    qtbot.addWidget(screen)
    screen.resize(1300, 800)
    screen.show()
    screen.activateWindow()
    return screen


def test_enter_opens_the_sample(qtbot, start: StartScreen, acts: dict[str, QAction]) -> None:
    start.shown()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is start.sample)
    with qtbot.waitSignal(acts["sample"].triggered):
        qtbot.keyClick(start.sample, Qt.Key.Key_Return)


def test_recent_projects_take_the_place_of_the_empty_box(qtbot, start: StartScreen, tmp_path: Path) -> None:
    paths = [tmp_path / f"{name}.counterclaim" for name in ("One", "Two")]
    start.show_recent(paths)
    qtbot.waitUntil(lambda: any(row.isVisible() for row in start.findChildren(RecentRow)))
    shown = [row for row in start.findChildren(RecentRow) if row.isVisible()]
    assert [row.text() for row in shown] == ["One", "Two"]
    with qtbot.waitSignal(start.recent_asked) as asked:
        qtbot.mouseClick(shown[1], Qt.MouseButton.LeftButton)
    assert asked.args == [str(paths[1])]


def test_it_promises_what_the_program_keeps(start: StartScreen) -> None:
    from app.ui.widgets.words import Words

    said = [words.plain() for words in start.findChildren(Words)]
    assert "Nothing leaves this computer. No account, no network." in said

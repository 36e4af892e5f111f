"""Start: the sample is one key away, and what was open before is listed."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.desk import Desk
from app.ui.keys.keymap import Keymap
from app.ui.start.cards import RecentRow
from app.ui.start.screen import StartScreen


@pytest.fixture
def acts(qapp) -> dict[str, QAction]:
    return {name: QAction(name) for name in ("new", "open", "sample")}


@pytest.fixture
def start(qtbot, acts: dict[str, QAction], settings: QSettings) -> StartScreen:
    screen = StartScreen(acts["new"], acts["open"], acts["sample"], Keymap(settings, {}), settings)
    qtbot.addWidget(screen)
    screen.resize(1300, 800)
    screen.show()
    screen.activateWindow()
    return screen


def test_enter_opens_the_sample(qtbot, start: StartScreen, acts: dict[str, QAction]) -> None:
    start.shown()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is start.sample)
    with qtbot.waitSignal(acts["sample"].triggered) as asked:
        qtbot.keyClick(start.sample, Qt.Key.Key_Return)
    assert asked.signal_triggered


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


def ticked(start: StartScreen) -> set[str]:
    return {name for name, step in start.checklist.steps.items() if step.ticked}


def test_first_steps_tick_themselves_off_by_what_the_project_holds(
    start: StartScreen, empty_desk: Desk, articles: list[Path]
) -> None:
    assert ticked(start) == set()
    start.set_desk(empty_desk)
    assert ticked(start) == {"opened"}
    start.refresh(empty_desk.importing.paths(articles).changes)
    assert ticked(start) == {"opened", "articles"}
    claim_id = empty_desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)[0]
    start.refresh(empty_desk.reviewing.decide([claim_id], State.ACCEPTED))
    assert ticked(start) == {"opened", "articles", "decided"}
    topic_id, changes = empty_desk.grouping.add("Lease", ["lease"], Kind.MONEY, [claim_id])
    start.refresh(changes)
    assert ticked(start) == {"opened", "articles", "decided", "filed"}
    start.refresh(empty_desk.grouping.pin(topic_id, claim_id))
    assert ticked(start) == {"opened", "articles", "decided", "filed", "pinned"}
    assert start.checklist.steps["pinned"].accessibleName() == "Pin a reference, done"


def test_what_was_done_while_start_was_hidden_is_ticked_when_the_project_closes(
    start: StartScreen, empty_desk: Desk, articles: list[Path]
) -> None:
    start.set_desk(empty_desk)
    start.hide()
    start.refresh(empty_desk.importing.paths(articles).changes)
    start.set_desk(None)
    assert ticked(start) == {"opened", "articles"}


def test_what_the_sample_came_with_ticks_nothing(start: StartScreen, acts: dict[str, QAction], desk: Desk) -> None:
    start.set_desk(desk)
    acts["sample"].trigger()
    start.shown()
    assert ticked(start) == {"opened"}
    claim_id = desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)[0]
    desk.grouping.add("Lease", ["lease"], Kind.MONEY, [claim_id])
    start.set_desk(None)
    assert ticked(start) == {"opened", "filed"}


def test_first_steps_once_hidden_stay_hidden(
    qtbot, start: StartScreen, acts: dict[str, QAction], settings: QSettings
) -> None:
    assert start.checklist.isVisible()
    next(act for act in start.actions() if act.objectName() == "hide-first-steps").trigger()
    assert not start.checklist.isVisible()
    again = StartScreen(acts["new"], acts["open"], acts["sample"], Keymap(settings, {}), settings)
    qtbot.addWidget(again)
    again.resize(1300, 800)
    again.show()
    assert not again.checklist.isVisible()

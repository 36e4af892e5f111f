"""What of an import waits to be reviewed is told by its rows and at its foot, and is one key away."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.claim import State
from app.services.articles.course import FileProgress, FileState
from app.services.desk import Desk
from app.ui.library.import_files import ImportFiles
from app.ui.library.screen import LibraryScreen
from tests.ui.shown_screens import shown


@pytest.fixture
def library(qtbot: QtBot, empty_desk: Desk, articles: list[Path]) -> Iterator[LibraryScreen]:
    for screen in shown(qtbot, LibraryScreen(), empty_desk):
        screen.import_paths(articles)
        qtbot.waitUntil(lambda screen=screen: not screen.dock.is_running(), timeout=60_000)
        yield screen


def _waiting(desk: Desk, article_id: str) -> list[str]:
    return [one.claim_id for one in desk.library.claims(article_id) if one.state is State.WAITING]


def _done(library: LibraryScreen) -> FileProgress:
    return next(file for file in library.dock.files.shown if file.position == 1)


def test_the_foot_counts_what_waits_and_leads_to_the_first_of_it(
    qtbot: QtBot, library: LibraryScreen, empty_desk: Desk
) -> None:
    file = _done(library)
    assert file.article_id is not None
    every = sum(len(_waiting(empty_desk, row.article_id)) for row in library.list.articles.rows)
    assert library.dock.review.act.text() == f"Review {every}"
    assert library.dock.foot._reviewing.isVisible()
    library.activateWindow()
    library.list.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is library.list)
    with qtbot.waitSignal(library.go) as went:
        qtbot.keyClick(library.list, Qt.Key.Key_R)
    assert went.args == ["review", _waiting(empty_desk, file.article_id)[0]]


def test_a_row_says_how_many_wait_and_leads_to_its_own(qtbot: QtBot, library: LibraryScreen, empty_desk: Desk) -> None:
    file, files = _done(library), library.dock.files
    assert file.article_id is not None
    waiting = _waiting(empty_desk, file.article_id)
    assert files.act_words(file) == f"Review {len(waiting)}"
    assert f"{len(waiting)} waiting" in files.words(file)
    with qtbot.waitSignal(library.go) as went:
        library.dock._list.asked.emit(file)
    assert went.args == ["review", waiting[0]]


def test_what_was_decided_waits_no_more(library: LibraryScreen, empty_desk: Desk) -> None:
    file = _done(library)
    assert file.article_id is not None
    library.changed.emit(empty_desk.reviewing.decide(_waiting(empty_desk, file.article_id), State.ACCEPTED))
    assert library.dock.files.act_words(file) == "Read"
    for row in library.list.articles.rows:
        if left := _waiting(empty_desk, row.article_id):
            library.changed.emit(empty_desk.reviewing.decide(left, State.ACCEPTED))
    assert not library.dock.review.act.isEnabled()
    assert not library.dock.foot._reviewing.isVisible()


def test_what_is_decided_on_another_screen_waits_no_more_here(library: LibraryScreen, empty_desk: Desk) -> None:
    file = _done(library)
    assert file.article_id is not None
    library.hide()
    library.changed.emit(empty_desk.reviewing.decide(_waiting(empty_desk, file.article_id), State.ACCEPTED))
    library.show()
    assert library.dock.files.act_words(file) == "Read"


def test_a_file_under_way_says_its_step(qtbot: QtBot) -> None:
    files = ImportFiles()
    said = [
        files.words(FileProgress(path="a.html", state=state, position=1, total=2))
        for state in (FileState.QUEUED, FileState.READING, FileState.EXTRACTING)
    ]
    assert said == ["", "step 1 of 2", "step 2 of 2"]

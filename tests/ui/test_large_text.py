"""Text at 200 per cent in a small window: words give way as a whole, and none is cut by its neighbour."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QSize, QTimer
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.claims.screen import ClaimsScreen
from app.ui.library.article_list import HEIGHT, TITLE
from app.ui.library.import_list import MORE, ROW, ImportList
from app.ui.library.screen import LibraryScreen
from app.ui.look import theme, type as steps
from app.ui.review.screen import ReviewScreen
from app.ui.widgets.key_button import KeyButton
from app.ui.window.main_window import MainWindow
from app.ui.window.top_bar import TopBar
from tests.ui.review_cards import go_to


@pytest.fixture
def window(
    qtbot: Any, request: Any, settings: QSettings, open_desk: Callable[[Path], Desk], desk: Desk
) -> Iterator[MainWindow]:
    settings.setValue("text-size", 200)
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    made.resize(*getattr(request, "param", (1280, 720)))
    made.show()
    made.show_desk(desk)
    QApplication.processEvents()
    yield made
    made.close_desk()
    theme.set_text_size(100)


def _cut(bar: TopBar) -> list[str]:
    return [
        part.objectName() or type(part).__name__
        for part in (bar._saved, bar.offline, bar.waiting)
        if part.isVisible() and part.width() < part.sizeHint().width()
    ]


def test_the_top_bar_leaves_words_out_before_it_cuts_them(window: MainWindow) -> None:
    bar = window.top_bar
    assert _cut(bar) == []
    assert not bar._saved.isVisible()
    assert bar._tick.isVisible()
    assert bar._tick.toolTip() == "All changes saved"
    assert not bar.search._has_room_for_key()
    bar.show_message("Written to claims.csv")
    QApplication.processEvents()
    assert bar._saved.isVisible()
    window.resize(1920, 1080)
    bar._rest()
    QApplication.processEvents()
    assert bar._saved.text() == "All changes saved"
    assert bar._saved.isVisible()
    assert _cut(bar) == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_start_is_never_wider_than_the_window(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    window.show_place("start")
    QApplication.processEvents()
    (area,) = window.places.here().findChildren(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("window", [(1920, 1080)], indirect=True)
def test_the_list_of_articles_grows_with_the_text_and_leaves_the_reader_the_most(window: MainWindow) -> None:
    window.show_place("library")
    QApplication.processEvents()
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    assert library.pane.width() > 294
    assert library.reader.width() > library.pane.width() + library.facets.width()


def test_the_foot_of_the_import_dock_is_seen_however_large_the_text(window: MainWindow, tmp_path: Path) -> None:
    window.show_place("library")
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    (tmp_path / "empty.txt").write_bytes(b"")
    library.import_paths([tmp_path / "empty.txt"])
    foot = library.dock.foot
    until = time.monotonic() + 20
    while time.monotonic() < until and (library.dock.is_running() or not _is_seen(foot)):
        QApplication.processEvents()
    assert _is_seen(foot)
    assert library.list.height() > 0


def _is_seen(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.mark.parametrize("words", ["window.settings", "window.history", "window.keys", "window.rules", "library.join"])
def test_dialogs_fit_the_window_at_large_text(window: MainWindow, words: str) -> None:
    window.show_place("library")
    sizes: list[QSize] = []
    sideways: list[int] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        sizes.append(dialog.size())
        sideways.extend(area.horizontalScrollBar().maximum() for area in dialog.findChildren(QScrollArea))
        dialog.close()

    QTimer.singleShot(0, window, look)
    window.frame().whole_keymap().act(words).trigger()
    QApplication.processEvents()
    (size,) = sizes
    room = window.screen().availableSize().expandedTo(window.size())
    assert size.boundedTo(room) == size
    assert not any(sideways)


@pytest.mark.parametrize("window", [(1440, 900), (1280, 720)], indirect=True)
def test_figure_basis_and_words_of_a_claim_stay_and_what_is_missed_least_goes(window: MainWindow) -> None:
    window.show_place("claims")
    QApplication.processEvents()
    claims = window.places.here()
    assert isinstance(claims, ClaimsScreen)
    grid = claims.grid
    assert grid.horizontalScrollBar().maximum() == 0
    for column in (Column.FIGURE, Column.BASIS, Column.WORDS):
        assert not grid.isColumnHidden(column)
    assert grid.columnWidth(Column.WORDS) >= steps.scaled(150)
    assert grid.isColumnHidden(Column.LOW)
    claims.columns_menu.fill()
    assert "Low: no room now" in [act.text() for act in claims.columns_menu.actions()]


@pytest.mark.parametrize("window", [(1440, 900)], indirect=True)
def test_all_nine_answers_are_seen_beside_the_card(window: MainWindow, desk: Desk) -> None:
    window.show_place("review")
    review = window.places.here()
    assert isinstance(review, ReviewScreen)
    go_to(review, desk, "£165m")
    for _ in range(5):
        QApplication.processEvents()
    seen = [key for key, button in review.card.answers.buttons.items() if _is_seen(button)]
    assert seen == list(range(1, 10))


@pytest.mark.parametrize("window", [(1440, 900)], indirect=True)
def test_titles_have_a_second_line_and_the_way_to_join_a_story_is_seen(window: MainWindow) -> None:
    window.show_place("library")
    for _ in range(5):
        QApplication.processEvents()
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    assert library.list.rowHeight(0) == steps.scaled(HEIGHT + TITLE)
    (join,) = [button for button in library.story.pane.findChildren(KeyButton) if button.text().startswith("Join")]
    assert _is_seen(join)


@pytest.mark.parametrize("window", [(1440, 900)], indirect=True)
def test_why_a_file_failed_stands_below_its_name(window: MainWindow, tmp_path: Path) -> None:
    window.show_place("library")
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    (tmp_path / "empty.txt").write_bytes(b"")
    library.import_paths([tmp_path / "empty.txt"])
    until = time.monotonic() + 20
    while time.monotonic() < until and library.dock.is_running():
        QApplication.processEvents()
    (files,) = library.dock.findChildren(ImportList)
    assert files.visualRect(files.model().index(0, 0)).height() == steps.scaled(ROW + MORE)


@pytest.mark.parametrize("window", [(1440, 900)], indirect=True)
def test_the_name_of_the_project_is_read_whole(window: MainWindow) -> None:
    project = window.top_bar.project
    assert project.text() == "Untitled project"
    assert project.width() >= project.sizeHint().width()


@pytest.mark.parametrize("window", [(1440, 900)], indirect=True)
def test_names_of_facets_take_a_second_line_before_they_are_cut(window: MainWindow) -> None:
    window.show_place("library")
    QApplication.processEvents()
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    facets = library.facets
    lines = {str(facets.model().index(at, 0).data()): facets.model().index(at, 0) for at in range(4)}
    plain, broken = facets.sizeHintForIndex(lines["All"]), facets.sizeHintForIndex(lines["With waiting claims"])
    assert broken.height() == plain.height() + steps.line_height("body")
    assert facets.visualRect(lines["With waiting claims"]).height() == broken.height()
    facets.setFixedWidth(600)
    QApplication.processEvents()
    assert facets.visualRect(lines["With waiting claims"]).height() == plain.height()


def test_names_of_facets_take_as_many_lines_as_their_words_want(window: MainWindow) -> None:
    window.show_place("library")
    QApplication.processEvents()
    library = window.places.here()
    assert isinstance(library, LibraryScreen)
    facets = library.facets
    lines = {str(facets.model().index(at, 0).data()): facets.model().index(at, 0) for at in range(4)}
    plain, broken = facets.sizeHintForIndex(lines["All"]), facets.sizeHintForIndex(lines["With waiting claims"])
    assert broken.height() == plain.height() + 2 * steps.line_height("body")

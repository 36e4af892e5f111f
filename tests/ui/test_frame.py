"""The window: projects, places, what waits, undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QSplitter

from app.domain.changes import Changes
from app.domain.claim import State
from app.services.articles.library import Library
from app.services.desk import Desk
from app.ui.look import tones
from app.ui.widgets.facets import FacetList
from app.ui.window.layout import first_size
from app.ui.window.main_window import MainWindow
from tests.support.call_counts import calls
from tests.ui.shown_screens import library_of


def test_start_comes_first_and_the_rest_is_quiet(window: MainWindow) -> None:
    assert window.place() == "start"
    window.show_place("library")
    assert window.place() == "start"
    assert not window.acts.places[1].isEnabled()


def test_a_new_window_fits_beside_what_the_desktop_draws() -> None:
    assert first_size(QSize(1440, 868)) == QSize(1424, 828)
    assert first_size(QSize(2560, 1400)) == QSize(1440, 900)


def test_a_new_window_is_no_larger_than_its_screen_or_as_small_as_it_goes(
    qtbot, open_desk: Callable[[Path], Desk], desk: Desk, settings: QSettings
) -> None:
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    room = made.screen().availableSize().expandedTo(made.minimumSize())
    assert made.size().boundedTo(room) == made.size()


def test_enter_on_start_opens_the_sample(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.place() == "compare"
    assert window.windowTitle().startswith("Sample")


def test_a_project_that_cannot_be_opened_is_said_and_the_old_one_stays(
    qtbot, opened: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "Other.counterclaim"
    other.write_text("A text about harbours.", encoding="utf-8")
    QTimer.singleShot(0, opened, lambda: opened.open_path(other))
    qtbot.waitUntil(opened.banner.isVisible)
    assert "is not a Counterclaim project" in opened.banner.words.plain()
    assert opened.place() == "library"


def test_opened_projects_are_listed_next_time(qtbot, opened: MainWindow, tmp_path: Path) -> None:
    opened.close_desk()
    assert opened._recent.paths() == [tmp_path / "Sample.counterclaim"]


def test_an_article_whose_import_was_undone_leaves_the_reader(qtbot, opened: MainWindow) -> None:
    library = library_of(opened)
    QApplication.clipboard().setText("The base costs £34.7bn in all, the actuary said on Monday.")
    opened.setFocus()
    qtbot.keyClick(opened, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not library.dock.is_running() and len(library.list.articles.rows) == 3, timeout=30_000)
    (file,) = library.dock.files.shown
    library.reveal(file.article_id)
    opened.acts.undo.trigger()
    assert library.reader.article_id() == library.list.current_id() == library.list.articles.rows[0].article_id
    assert not opened.banner.isVisible()
    opened.acts.redo.trigger()
    library.pane.go_to_first()
    library.reader.show_article(file.article_id)  # as an older version is shown, which the list does not have
    opened.acts.undo.trigger()
    assert library.reader.article_id() == library.list.current_id()
    library.dock.read_asked.emit(file.article_id)
    assert "redo brings it back" in opened.banner.words.plain()
    opened.acts.undo.trigger()
    assert library.reader.article_id() is None
    assert library._drop.isVisible()


def test_a_hidden_library_is_read_again_only_when_it_is_shown(opened: MainWindow) -> None:
    desk, library = opened._desk, library_of(opened)
    assert desk is not None
    claim_id = desk.library.claims(library.list.articles.rows[0].article_id)[0].claim_id
    opened.show_place("review")

    def decide() -> None:
        opened.broadcast(desk.reviewing.decide([claim_id], State.ACCEPTED))

    assert calls(decide, Library.rows, Library.facets) == (0, 0)
    opened.show_place("library")
    assert library.list.articles.rows[0].accepted == 1


def test_a_decision_reaches_counts_and_undo(qtbot, opened: MainWindow) -> None:
    library = library_of(opened)
    desk = opened._desk
    assert desk is not None
    before = desk.reviewing.waiting()
    assert opened.top_bar.waiting.text() == f"{before} waiting"
    library.list.setFocus()
    qtbot.keyClick(library.list, Qt.Key.Key_J)
    qtbot.keyClick(library.list, Qt.Key.Key_A)
    assert opened.top_bar.waiting.text() == f"{before - 1} waiting"
    assert opened.acts.undo.text().startswith("Undo accept")
    qtbot.keyClick(library.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.top_bar.waiting.text() == f"{before} waiting"
    assert opened.acts.redo.text().startswith("Redo accept")
    assert opened.top_bar._saved.text().startswith("Undone: accept")
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(library.list, Qt.Key.Key_Z, modifiers)
    assert opened.top_bar.waiting.text() == f"{before - 1} waiting"


def test_changes_reach_every_screen_once(opened: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    library = library_of(opened)
    seen: list[Changes] = []
    monkeypatch.setattr(library, "refresh", seen.append)
    changes = Changes(act="accept", claims=frozenset({"clm_1"}))
    library.changed.emit(changes)
    assert seen == [changes]


def test_an_import_begun_elsewhere_shows_the_library(qtbot, opened: MainWindow) -> None:
    opened.show_place("start")
    QApplication.clipboard().setText("The base costs £34.7bn in all, the actuary said on Monday.")
    qtbot.keyClick(opened, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert opened.place() == "library"
    qtbot.waitUntil(lambda: not library_of(opened).dock.is_running(), timeout=30_000)
    assert len(library_of(opened).list.articles.rows) == 3


def test_every_place_can_be_shown(opened: MainWindow) -> None:
    for place in ("start", "library", "review", "claims", "compare"):
        opened.show_place(place)
        assert opened.place() == place


@pytest.mark.parametrize(("width", "narrow"), [(1440, 72), (1280, 56)])
def test_the_rail_gives_way_in_a_small_window(qtbot, window: MainWindow, width: int, narrow: int) -> None:
    window.resize(width, 720)
    qtbot.waitUntil(lambda: window.rail.width() == narrow)
    assert not window.rail.visibleRegion().isEmpty()


@pytest.mark.parametrize("place", ["library", "claims"])
def test_facets_are_narrower_in_a_small_window(qtbot, opened: MainWindow, place: str) -> None:
    wide = {}
    for width in (1440, 1280):
        opened.resize(width, 720)
        opened.show_place(place)
        facets = opened.places.screen_at(place).findChild(FacetList)
        assert facets is not None
        side = facets.parentWidget()
        assert side is not None
        wide[width] = side.width()
    assert wide == {1440: 208, 1280: 184}


def test_the_scheme_is_remembered(window: MainWindow, settings: QSettings) -> None:
    window.preferences.set_scheme("dark")
    assert tones.current() is tones.DARK
    assert settings.value("scheme") == "dark"


def test_closing_the_window_leaves_one_plain_file(qtbot, opened: MainWindow, tmp_path: Path) -> None:
    desk = opened._desk
    assert desk is not None
    row = library_of(opened).list.articles.rows[0]
    desk.reviewing.decide([desk.library.claims(row.article_id)[0].claim_id], State.ACCEPTED)
    opened.close()
    assert sorted(path.name for path in tmp_path.glob("Sample*")) == ["Sample.counterclaim"]


def test_panes_keep_their_widths_for_each_project(
    qtbot, opened: MainWindow, tmp_path: Path, open_desk: Callable[[Path], Desk]
) -> None:
    panes = next(one for one in library_of(opened).findChildren(QSplitter) if one.objectName() == "library")
    panes.setSizes([170, 420, 700])
    kept = panes.sizes()
    opened.show_desk(open_desk(tmp_path / "Other.counterclaim"))
    panes.setSizes([208, 352, 800])
    opened.open_path(tmp_path / "Sample.counterclaim")
    assert panes.sizes() == kept


def test_a_key_quits_and_the_project_is_one_plain_file_then(qtbot, opened: MainWindow, tmp_path: Path) -> None:
    desk = opened._desk
    assert desk is not None
    project = Path(desk.project.path)
    qtbot.keyClick(opened, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert not opened.isVisible()
    assert [file.name for file in project.parent.glob(f"{project.name}*")] == [project.name]


def test_what_failed_is_said_until_something_succeeds_and_what_holds_on_stays(opened: MainWindow) -> None:
    desk = opened._desk
    assert desk is not None
    first, second = desk.reviewing.queue()[:2]
    opened.tell_fault("There is no figure in these words.")
    opened.broadcast(Changes())
    assert opened.banner.isVisible()
    opened.broadcast(desk.reviewing.decide([first], State.ACCEPTED))
    assert not opened.banner.isVisible()
    opened.tell_fault("No words are selected.")
    opened.show_place("compare")
    assert not opened.banner.isVisible()
    opened.tell("Beside this project is a copy that was changed on another computer.")
    opened.show_place("library")
    opened.broadcast(desk.reviewing.decide([second], State.ACCEPTED))
    assert opened.banner.isVisible()

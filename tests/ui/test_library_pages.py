"""The library of a large project: the first page at once, all rows on a thread, the current article kept."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.errors import UserError
from app.domain.listing import ArticleOrder
from app.services.articles import library as library_service
from app.services.desk import Desk
from app.ui.library import listing
from app.ui.library.screen import LibraryScreen
from app.ui.library.sliced_work import SlicedWork
from tests.ui.shown_screens import shown


@pytest.fixture
def library(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[LibraryScreen]:
    """A project that is large for two articles, one of which fits on the first page."""
    monkeypatch.setattr(listing, "LARGE", 0)
    monkeypatch.setattr(listing, "HEAD", 1)
    monkeypatch.setattr(library_service, "HEAD", 1)
    for screen in shown(qtbot, LibraryScreen(), desk):
        _come(qtbot, screen)
        yield screen


def _come(qtbot: QtBot, library: LibraryScreen) -> None:
    qtbot.waitUntil(lambda: library.listing.reading.is_idle() and library._slices.is_idle(), timeout=30_000)
    qtbot.wait(20)


def _titles(library: LibraryScreen) -> list[str]:
    return [row.title for row in library.list.articles.rows]


def test_all_articles_come_and_the_newest_is_read(library: LibraryScreen) -> None:
    assert _titles(library) == ["What the lease costs", "A shorter term"]
    assert library.reader.article_id() == library.list.articles.rows[0].article_id
    assert library.pane._total.plain() == "2 articles"


def test_what_is_current_below_the_first_page_stays_current(qtbot: QtBot, library: LibraryScreen) -> None:
    other = library.list.articles.rows[1].article_id
    library.list.go_to(other)
    _come(qtbot, library)
    library.search("year")
    _come(qtbot, library)
    assert len(_titles(library)) == 2
    assert library.list.current_id() == library.reader.article_id() == other


def test_the_first_found_is_read_when_it_has_come_and_nothing_where_nothing_is_found(
    qtbot: QtBot, library: LibraryScreen
) -> None:
    first, other = (row.article_id for row in library.list.articles.rows)
    library.list.go_to(other)
    _come(qtbot, library)
    library.search("year")
    library.take_found()
    _come(qtbot, library)
    assert library.list.current_id() == library.reader.article_id() == first
    library.list.go_to(other)
    _come(qtbot, library)
    library.reader.view.setFocus()  # a list that has the keyboard makes its first row current
    library.search("zebra")
    _come(qtbot, library)
    assert library.reader.article_id() is None
    library.search("")
    _come(qtbot, library)
    assert library.list.current_id() == library.reader.article_id() == other


def test_another_order_is_read_from_the_project(qtbot: QtBot, library: LibraryScreen) -> None:
    library.pane.order = ArticleOrder.OLDEST
    library.pane.sorted.emit()
    _come(qtbot, library)
    assert _titles(library) == ["A shorter term", "What the lease costs"]


def test_an_article_that_is_looked_for_is_read_at_once_and_current_when_it_is_listed(
    qtbot: QtBot, library: LibraryScreen
) -> None:
    other = library.list.articles.rows[1].article_id
    library.search("lease")
    _come(qtbot, library)
    assert _titles(library) == ["What the lease costs"]
    library.reveal(other)
    assert library.reader.article_id() == other
    _come(qtbot, library)
    assert library.list.current_id() == other


def test_the_ends_of_the_list_are_one_key_away(qtbot: QtBot, library: LibraryScreen) -> None:
    qtbot.keyClick(library.list, Qt.Key.Key_End)
    assert library.list.currentIndex().row() == 1
    qtbot.keyClick(library.list, Qt.Key.Key_Home)
    assert library.list.currentIndex().row() == 0


def test_pieces_of_work_are_done_in_turns_of_their_own(qtbot: QtBot) -> None:
    done: list[str] = []
    work = SlicedWork()
    work.take([lambda: done.append("first"), lambda: done.append("second")])
    assert done == []
    qtbot.waitUntil(lambda: done == ["first"])
    qtbot.waitUntil(lambda: done == ["first", "second"])
    work.take([lambda: done.append("never")])
    work.take([lambda: done.append("third")])
    qtbot.waitUntil(work.is_idle)
    assert done == ["first", "second", "third"]


def test_work_that_fails_is_said_and_goes_no_further(qtbot: QtBot) -> None:
    def fail() -> None:
        raise UserError("It is gone; nothing was changed, so choose another.", reason="gone")

    done: list[str] = []
    work = SlicedWork()
    with qtbot.waitSignal(work.problem) as said:
        work.take([fail, lambda: done.append("never")])
    assert "gone" in said.args[0]
    assert work.is_idle()
    assert done == []

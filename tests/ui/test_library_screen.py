"""The library on a real project: narrowing, reading, deciding, correcting, importing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.listing import ArticleOrder, ClaimFilter, ClaimOrder
from app.services.articles.importing import FileState
from app.services.desk import Desk
from app.ui.library import article_list
from app.ui.library.correct_dialog import CorrectDialog
from app.ui.library.screen import LibraryScreen
from tests.ui.shown_screens import shown


@pytest.fixture
def library(qtbot, desk: Desk) -> Iterator[LibraryScreen]:
    yield from shown(qtbot, LibraryScreen(), desk)


@pytest.fixture
def empty_library(qtbot, empty_desk: Desk) -> Iterator[LibraryScreen]:
    yield from shown(qtbot, LibraryScreen(), empty_desk)


def _titles(library: LibraryScreen) -> list[str]:
    return [row.title for row in library.list.articles.rows]


def _choose(library: LibraryScreen, group: str, value: str) -> None:
    library.facets.choose({group: value})
    library.facets.narrowed.emit()


def _key(qtbot, library: LibraryScreen, key: Qt.Key) -> None:
    library.activateWindow()
    library.list.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is library.list)
    qtbot.keyClick(library.list, key)


def _open(library: LibraryScreen, title: str) -> None:
    row = next(row for row in library.list.articles.rows if row.title == title)
    library.list.go_to(row.article_id)


def _states(library: LibraryScreen, desk: Desk) -> list[State]:
    shown = library.reader.article_id()
    assert shown is not None
    return [record.state for record in desk.library.claims(shown)]


# Narrowing


def test_the_newest_article_is_read_first(library: LibraryScreen) -> None:
    assert _titles(library) == ["What the lease costs", "A shorter term"]
    assert library.reader.article_id() == library.list.articles.rows[0].article_id


def test_a_facet_narrows_and_lets_go(library: LibraryScreen) -> None:
    _choose(library, "outlet", "Island Gazette")
    assert _titles(library) == ["A shorter term"]
    _choose(library, "outlet", "")
    assert len(_titles(library)) == 2


def test_facets_are_pressed_by_key(qtbot, library: LibraryScreen) -> None:
    at = next(
        at for at, line in enumerate(library.facets._lines.lines) if line.value and line.value.value == "Island Gazette"
    )
    library.facets.setCurrentIndex(library.facets.model().index(at, 0))
    qtbot.keyClick(library.facets, Qt.Key.Key_Return)
    assert _titles(library) == ["A shorter term"]


def test_the_first_article_found_is_read_where_the_one_that_was_read_is_not_among_them(
    library: LibraryScreen, desk: Desk
) -> None:
    lease, term = ("What the lease costs", "A shorter term")
    library.search("lease")
    assert library.reader.view.toPlainText().startswith(lease)
    library.search("minister")
    assert library.reader.view.toPlainText().startswith(term)
    library.search("zebra")
    assert library.reader.article_id() is None
    library.search("")
    assert library.reader.article_id() == library.list.current_id() is not None
    assert library.reader.view.toPlainText().startswith(term)
    library.facets.choose({"outlet": "Harbour Daily"})
    library.facets.narrowed.emit()
    assert library.reader.view.toPlainText().startswith(lease)


def test_words_are_searched_in_the_text(library: LibraryScreen) -> None:
    library.search("defence")
    assert _titles(library) == ["A shorter term"]
    library.search("")
    assert len(_titles(library)) == 2


def test_nothing_found_offers_one_act(qtbot, library: LibraryScreen) -> None:
    library.search("zebra")
    assert library.pane.none.isVisible()
    assert library.pane.none.button is not None
    qtbot.mouseClick(library.pane.none.button, Qt.MouseButton.LeftButton)
    assert len(_titles(library)) == 2


def _sort(library: LibraryScreen, order: ArticleOrder) -> None:
    library.pane.order = order
    library.pane.sorted.emit()


def test_lists_can_be_sorted(library: LibraryScreen) -> None:
    rows = {row.title: row for row in library.list.articles.rows}
    _sort(library, ArticleOrder.OLDEST)
    assert _titles(library) == ["A shorter term", "What the lease costs"]
    _sort(library, ArticleOrder.OUTLET)
    assert [rows[title].outlet for title in _titles(library)] == ["Harbour Daily", "Island Gazette"]
    _sort(library, ArticleOrder.WAITING)
    assert [rows[title].waiting for title in _titles(library)] == sorted(
        (row.waiting for row in rows.values()), reverse=True
    )


# Reading and deciding


def test_j_and_k_move_through_the_claims_in_the_order_of_the_text(qtbot, library: LibraryScreen) -> None:
    figures = [record.claim.span.start for record in library.reader._carded]
    seen = []
    for _ in figures:
        _key(qtbot, library, Qt.Key.Key_J)
        chosen = library.reader.view.selected()
        seen.append(next(r.claim.span.start for r in library.reader._carded if r.claim_id == chosen))
    assert seen == sorted(figures)
    _key(qtbot, library, Qt.Key.Key_K)
    assert library.reader.view.selected() == library.reader._carded[-2].claim_id


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_A])
def test_one_key_accepts_and_goes_on_to_the_next_waiting_claim(
    qtbot, library: LibraryScreen, desk: Desk, key: Qt.Key
) -> None:
    _key(qtbot, library, Qt.Key.Key_J)
    first = library.reader.view.selected()
    _key(qtbot, library, key)
    assert _states(library, desk).count(State.ACCEPTED) == 1
    assert library.reader.view.selected() not in (None, first)
    assert library.list.articles.rows[0].accepted == 1


def test_a_rejected_figure_is_no_longer_marked(qtbot, library: LibraryScreen, desk: Desk) -> None:
    _key(qtbot, library, Qt.Key.Key_J)
    first = library.reader.view.selected()
    before = len(library.reader.view._marks)
    _key(qtbot, library, Qt.Key.Key_X)
    assert _states(library, desk).count(State.REJECTED) == 1
    assert first not in [mark.claim_id for mark in library.reader.view._marks]
    assert len(library.reader.view._marks) == before - 1


def test_undo_brings_the_mark_back(qtbot, library: LibraryScreen, desk: Desk) -> None:
    _key(qtbot, library, Qt.Key.Key_J)
    first = library.reader.view.selected()
    _key(qtbot, library, Qt.Key.Key_X)
    library.refresh(desk.history.undo())
    assert first in [mark.claim_id for mark in library.reader.view._marks]


def test_reveal_shows_a_claim_in_its_article(library: LibraryScreen, desk: Desk) -> None:
    other = library.list.articles.rows[1].article_id
    claim = desk.library.claims(other)[0]
    library.search("lease")
    library.reveal(claim.claim_id)
    assert library.reader.article_id() == other
    assert library.reader.view.selected() == claim.claim_id


def test_the_current_claim_is_said_in_words(qtbot, library: LibraryScreen) -> None:
    _key(qtbot, library, Qt.Key.Key_J)
    said = library.reader.view.accessibleDescription()
    assert "£165m" in said
    assert "waiting" in said


def test_rows_read_aloud_what_they_show(library: LibraryScreen) -> None:
    index = library.list.articles.index(0)
    said = library.list.articles.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert str(said).startswith("What the lease costs, Harbour Daily, 23 May 2025, 0 accepted, ")


# Correcting


def test_a_corrected_outlet_shows_everywhere(library: LibraryScreen, desk: Desk) -> None:
    shown = library.list.articles.rows[0].article_id
    dialog = CorrectDialog(desk.library.article(shown), lambda field, value: desk.library.correct(shown, field, value))
    dialog.field("outlet").setText("Harbour Weekly")
    dialog._save()
    for changes in dialog.corrections:
        library.changed.emit(changes)
    assert library.list.articles.rows[0].outlet == "Harbour Weekly"
    assert library.reader.head.outlet.text() == "Harbour Weekly"
    assert "the analyst" in library.reader.head.outlet.toolTip()


def test_without_an_author_the_text_follows_the_title_sooner(library: LibraryScreen, desk: Desk) -> None:
    byline, tall, unsigned = library.reader._byline, dict[bool, int](), ""
    for article_id in library.list.articles.ids():
        library.list.go_to(article_id)
        author = desk.library.article(article_id).article.author
        tall[author is not None] = byline.height()
        unsigned = unsigned if author else article_id
    assert tall[False] < tall[True]
    library.list.go_to(unsigned)
    library.changed.emit(desk.library.correct(unsigned, "author", "Elin Marsh"))
    assert byline.height() == tall[True]


def test_a_date_that_cannot_be_is_refused_with_a_sentence(qtbot, library: LibraryScreen, desk: Desk) -> None:
    shown = library.list.articles.rows[0].article_id
    dialog = CorrectDialog(desk.library.article(shown), lambda field, value: desk.library.correct(shown, field, value))
    qtbot.addWidget(dialog)
    dialog.field("published").setText("2099-01-01")
    dialog._save()
    assert dialog.corrections == []
    assert dialog._refusal.plain()
    assert desk.library.article(shown).article.published is not None


# Importing


def _wait_for_import(qtbot, library: LibraryScreen) -> None:
    qtbot.waitUntil(lambda: not library.dock.is_running(), timeout=60_000)


def test_an_empty_library_says_how_articles_come_in(empty_library: LibraryScreen) -> None:
    assert empty_library._drop.isVisible()
    assert [entry.caps() for entry in empty_library.footer_keys()] == [("Ctrl+V",), ("Ctrl+I",)]


def test_dropped_files_are_imported_off_the_windows_thread(
    qtbot, empty_library: LibraryScreen, empty_desk: Desk, articles: list[Path]
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in articles])
    copy = Qt.DropAction.CopyAction
    drop = QDropEvent(QPointF(50, 50), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    empty_library.dropEvent(drop)
    assert empty_library.dock.is_running()
    _wait_for_import(qtbot, empty_library)
    assert len(_titles(empty_library)) == 2
    assert empty_library.dock.files.count(FileState.ADDED) == 2
    assert not empty_library._drop.isVisible()
    listed = empty_library.list
    assert listed.selectionModel().isSelected(listed.currentIndex())
    assert empty_library.reader.article_id() == listed.current_id()


def test_pasted_text_becomes_an_article(qtbot, empty_library: LibraryScreen, empty_desk: Desk) -> None:
    QApplication.clipboard().setText("A lease\n\nThe base costs £34.7bn in all, the actuary said on Monday.\n")
    empty_library.incoming.paste()
    _wait_for_import(qtbot, empty_library)
    assert empty_desk.library.facets().articles == 1


def test_an_empty_clipboard_is_said(qtbot, empty_library: LibraryScreen) -> None:
    QApplication.clipboard().clear()
    with qtbot.waitSignal(empty_library.problem) as said:
        empty_library.incoming.paste()
    assert "clipboard" in said.args[0]


def test_a_bad_file_stops_nothing_and_stands_first(
    qtbot, empty_library: LibraryScreen, articles: list[Path], tmp_path: Path
) -> None:
    bad = tmp_path / "broken.txt"
    bad.write_bytes(b"")
    empty_library.import_paths([*articles, bad])
    _wait_for_import(qtbot, empty_library)
    files = empty_library.dock.files
    assert next(file.state for file in files.shown) is FileState.FAILED
    assert files.count(FileState.ADDED) == 2
    said = files.data(files.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "broken.txt, Failed, " in str(said)
    qtbot.waitUntil(lambda: empty_library.dock.foot.more.text() == "")  # all three are seen


def test_a_mended_file_is_retried(qtbot, empty_library: LibraryScreen, articles: list[Path], tmp_path: Path) -> None:
    bad = tmp_path / "mended.txt"
    bad.write_bytes(b"")
    empty_library.import_paths([bad])
    _wait_for_import(qtbot, empty_library)
    bad.write_bytes(articles[0].read_bytes())
    empty_library.dock._retry_failed()
    _wait_for_import(qtbot, empty_library)
    assert len(_titles(empty_library)) == 1


@pytest.mark.parametrize("failed", [False, True])
def test_an_import_makes_way_for_the_words_of_a_claim_unless_files_failed(
    qtbot, empty_library: LibraryScreen, empty_desk: Desk, articles: list[Path], tmp_path: Path, failed: bool
) -> None:
    bad = tmp_path / "broken.txt"
    bad.write_bytes(b"")
    empty_library.import_paths([*articles, bad] if failed else articles)
    _wait_for_import(qtbot, empty_library)
    assert empty_library.dock.isVisible()
    claims = empty_desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)
    empty_library.reveal(claims[0])
    assert empty_library.dock.isVisible() is failed


def test_the_errors_can_be_copied(qtbot, empty_library: LibraryScreen, tmp_path: Path) -> None:
    bad = tmp_path / "broken.txt"
    bad.write_bytes(b"")
    empty_library.import_paths([bad])
    _wait_for_import(qtbot, empty_library)
    empty_library.dock._copy_errors()
    assert str(bad) in QApplication.clipboard().text()


def test_a_second_import_waits_its_turn(qtbot, empty_library: LibraryScreen, articles: list[Path]) -> None:
    changes: list[Changes] = []
    empty_library.changed.connect(changes.append)
    empty_library.import_paths(articles[:1])
    empty_library.import_paths(articles[1:])
    _wait_for_import(qtbot, empty_library)
    assert len(_titles(empty_library)) == 2


def test_closing_the_project_ends_a_running_import(qtbot, empty_library: LibraryScreen, articles: list[Path]) -> None:
    empty_library.import_paths(articles)
    empty_library.set_desk(None)
    assert not empty_library.dock.is_running()
    qtbot.wait(50)
    assert not empty_library.dock.isVisible()


def test_the_empty_library_names_the_key_that_pastes_now(empty_library: LibraryScreen) -> None:
    empty_library.incoming.paste_act.setShortcut("Ctrl+Shift+V")
    assert empty_library._drop.state.more.text().endswith("Ctrl+Shift+V")


def test_a_row_counts_what_is_accepted_once_something_is(
    library: LibraryScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    states: list[State] = []
    monkeypatch.setattr(article_list, "paint_state", lambda painter, place, state: states.append(state))
    library.list.grab()
    assert set(states) == {State.WAITING}
    claim_id = desk.claims.ids(ClaimFilter(), ClaimOrder.TEXT)[0]
    library.changed.emit(desk.reviewing.decide([claim_id], State.ACCEPTED))
    states.clear()
    library.list.grab()
    assert set(states) == {State.ACCEPTED, State.WAITING}

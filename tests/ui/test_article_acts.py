"""What is done with an article in the library: claims of its words, tags, notes, removal, re-reading, settings."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QDialog

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.services.desk import Desk
from app.ui.library.correct_dialog import CorrectDialog
from app.ui.library.remove_dialog import RemoveDialog
from app.ui.library.reread_dialog import RereadDialog
from app.ui.library.screen import LibraryScreen
from app.ui.library.settings_dialog import ProjectSettingsDialog
from app.ui.reader.claim_dialog import ClaimDialog
from app.ui.widgets.words_dialog import WordsDialog
from tests.ui.open_dialogs import when_open
from tests.ui.shown_screens import shown


@pytest.fixture
def library(qtbot, desk: Desk) -> Iterator[LibraryScreen]:
    yield from shown(qtbot, LibraryScreen(), desk)


def read(library: LibraryScreen, title: str) -> str:
    """Read an article by its title; gives its id."""
    row = next(row for row in library.list.articles.rows if row.title == title)
    library.list.go_to(row.article_id)
    return row.article_id


def select(library: LibraryScreen, words: str) -> None:
    """Select words of the article with the caret, as Shift and the arrow keys do."""
    view = library.reader.view
    at = view.toPlainText().index(words)
    cursor = view.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at + len(words), QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def test_selected_words_become_an_accepted_claim(qtbot, library: LibraryScreen, desk: Desk) -> None:
    article_id = read(library, "What the lease costs")
    select(library, "4,000 people work")
    library.reader.view.setFocus()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ClaimDialog)
        assert "4,000" in dialog.figure.plain()
        dialog.unit.setText("worker")
        dialog.unit.textEdited.emit("worker")
        dialog.basis.setCurrentIndex(dialog.basis.findData(7))
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_open(ClaimDialog, fill)
    qtbot.keyClick(library.reader.view, Qt.Key.Key_Insert)
    made = next(one for one in desk.library.claims(article_id) if one.claim.rule == "by hand")
    assert (made.claim.surface, made.state, made.claim.figure.unit) == ("4,000 people work", State.ACCEPTED, "worker")
    assert made.claim.basis.value("kind") == "level"
    assert library.reader.view.selected() == made.claim_id
    desk.history.undo()
    assert all(one.claim.rule != "by hand" for one in desk.library.claims(article_id))


def test_words_without_a_figure_are_told_so(library: LibraryScreen, desk: Desk) -> None:
    read(library, "What the lease costs")
    with pytest.raises(UserError) as told:
        library.reader._claim_of_words()
    assert told.value.reason == "no-words"
    select(library, "Officials say")
    with pytest.raises(UserError) as told:
        library.reader._claim_of_words()
    assert told.value.reason == "no-figure"


def test_a_number_that_is_none_is_told_before_it_is_kept(qtbot, library: LibraryScreen, desk: Desk) -> None:
    article_id = read(library, "What the lease costs")
    select(library, "4,000")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ClaimDialog)
        dialog.low.setText("many")
        dialog._save()
        assert dialog.isVisible()
        assert "many" in dialog._refusal.plain()
        dialog.kind.setCurrentIndex(dialog.kind.findData(Kind.DATE))
        assert not dialog.low.isEnabled()
        dialog.reject()

    when_open(ClaimDialog, fill)
    library.reader.claim_act.trigger()
    assert all(one.claim.rule != "by hand" for one in desk.library.claims(article_id))


def test_tags_narrow_the_list_and_the_note_stands_in_the_head(qtbot, library: LibraryScreen, desk: Desk) -> None:
    article_id = read(library, "A shorter term")

    def type_words(words: str) -> Callable[[QDialog], None]:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, WordsDialog)
            dialog.line.setText(words)
            dialog.accept()

        return fill

    when_open(WordsDialog, type_words("term, to check"))
    library.articles.tag.trigger()
    when_open(WordsDialog, type_words("Ask the ministry."))
    library.articles.note.trigger()
    assert desk.remarks.tags(article_id) == ("term", "to check")
    assert "Ask the ministry." in library.reader.head.remarks.note.plain()
    assert library.reader.head.remarks.isVisible()
    library.facets.choose({"tag": "term"})
    library.facets.narrowed.emit()
    assert [row.article_id for row in library.list.articles.rows] == [article_id]
    groups = {group.key: {value.words: value.count for value in group.values} for group in library.facets._groups}
    assert groups["outlet"] == {"Island Gazette": 1}
    assert groups["tag"] == {"term": 1, "to check": 1}
    assert groups["articles"]["All"] == 1


def test_delete_says_what_goes_and_removes_the_article(qtbot, library: LibraryScreen, desk: Desk) -> None:
    article_id = read(library, "A shorter term")
    claims = len(desk.library.claims(article_id))
    library.list.setFocus()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, RemoveDialog)
        assert f"{claims} claims" in dialog.consequences.plain()
        assert (dialog.only.text(), dialog.only.key()) == ("Remove", "R")
        assert dialog.every.isHidden()
        qtbot.keyClick(dialog, Qt.Key.Key_R)

    when_open(RemoveDialog, fill)
    qtbot.keyClick(library.list, Qt.Key.Key_Delete)
    assert [row.title for row in library.list.articles.rows] == ["What the lease costs"]
    assert library.reader.article_id() != article_id
    library.refresh(desk.history.undo())
    assert len(library.list.articles.rows) == 2


def test_enter_removes_nothing_for_one_who_does_not_look(qtbot, library: LibraryScreen) -> None:
    read(library, "A shorter term")
    library.list.setFocus()
    when_open(RemoveDialog, lambda _: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))
    qtbot.keyClick(library.list, Qt.Key.Key_Delete)
    assert len(library.list.articles.rows) == 2


def test_of_an_article_in_versions_one_or_all_are_removed_by_keys_of_their_own(
    qtbot, library: LibraryScreen, desk: Desk, tmp_path: Path
) -> None:
    said = "Title: A shorter term\nOutlet: Island Gazette\nDate: 2025-01-30\n\n"
    (tmp_path / "gazette.txt").write_text(
        f"{said}The minister said the deal could cost nearly £210m a year.\n\n"
        "About 0.2 per cent of the defence budget was mentioned.\n",
        encoding="utf-8",
    )
    library.refresh(desk.importing.paths([tmp_path / "gazette.txt"]).changes)
    read(library, "A shorter term")
    library.list.setFocus()

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, RemoveDialog)
        assert [one.text() for one in (dialog.only, dialog.every)] == ["Remove version 2", "Remove all versions"]
        qtbot.keyClick(dialog, Qt.Key.Key_A)

    when_open(RemoveDialog, choose)
    qtbot.keyClick(library.list, Qt.Key.Key_Delete)
    assert [row.title for row in library.list.articles.rows] == ["What the lease costs"]


def test_settings_are_followed_by_a_re_reading_that_is_shown_first(
    qtbot, library: LibraryScreen, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "pier.txt"
    path.write_text("Title: The pier\nOutlet: Post\n\nThe pier cost $5m a year, Ada Fenwick said.\n", encoding="utf-8")
    library.refresh(desk.importing.paths([path]).changes)
    article_id = read(library, "The pier")

    def unit() -> str | None:
        return desk.library.claims(article_id)[0].claim.figure.unit

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ProjectSettingsDialog)
        dialog.currency.setText("QQQ")
        dialog._save(reread=True)
        assert dialog.isVisible()
        dialog.currency.setText("aud")
        when_open(RereadDialog, look)
        dialog._save(reread=True)

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RereadDialog)
        qtbot.waitUntil(dialog.save.isEnabled)
        assert dialog.tree.topLevelItemCount() == 1
        assert dialog.tree.topLevelItem(0).child(0).text(0) == "$5m a year"
        assert unit() == "USD"
        dialog.save.click()

    when_open(ProjectSettingsDialog, fill)
    library.articles.settings.trigger()
    assert unit() == "AUD"
    desk.history.undo()
    assert unit() == "USD"


def test_a_re_reading_can_be_left_without_a_trace(qtbot, library: LibraryScreen, desk: Desk) -> None:
    read(library, "What the lease costs")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RereadDialog)
        dialog.reject()

    when_open(RereadDialog, look)
    library.articles.reread.trigger()
    assert desk.history.undoable() == "import 2 files"


def test_a_re_reading_that_changes_nothing_is_left_by_enter(qtbot, library: LibraryScreen, desk: Desk) -> None:
    read(library, "What the lease costs")

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, RereadDialog)
        qtbot.waitUntil(dialog.save.isEnabled)
        assert dialog.leave.text() == "Close"
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
        assert not dialog.isVisible()

    when_open(RereadDialog, look)
    library.articles.reread.trigger()
    assert desk.history.undoable() == "import 2 files"


def test_a_corrected_date_says_what_stays(qtbot, library: LibraryScreen, desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "pier.txt"
    path.write_text(
        "Title: The pier\nDate: 2025-05-20\n\nIt cost £3m last year. It ends next month.\n", encoding="utf-8"
    )
    library.refresh(desk.importing.paths([path]).changes)
    article_id = read(library, "The pier")
    settled = next(one for one in desk.library.claims(article_id) if one.claim.surface == "last year")
    library.refresh(desk.reviewing.decide([settled.claim_id], State.ACCEPTED))

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, CorrectDialog)
        dialog.field("published").setText("2024-02-03")
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    when_open(CorrectDialog, fill)
    with qtbot.waitSignal(library.problem) as said:
        library.reader.correct_act.trigger()
    assert "“last year”" in said.args[0]
    assert "next month" not in said.args[0]


def test_the_list_is_written_as_it_is_shown(library: LibraryScreen, desk: Desk, tmp_path: Path) -> None:
    library.facets.choose({"outlet": "Harbour Daily"})
    library.facets.narrowed.emit()
    library.articles.write(tmp_path / "list.csv")
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        (line,) = csv.DictReader(file)
    assert (line["outlet"], line["published"], line["title"]) == (
        "Harbour Daily",
        "2025-05-23",
        "What the lease costs",
    )
    assert int(line["claims_waiting"]) == library.list.articles.rows[0].waiting


def test_escape_closes_the_dock_when_the_import_is_over(qtbot, library: LibraryScreen, articles: list[Path]) -> None:
    library.import_paths(articles)
    qtbot.waitUntil(lambda: not library.dock.is_running())
    assert library.dock.isVisible()
    library.list.setFocus()
    qtbot.keyClick(library.list, Qt.Key.Key_Escape)
    assert not library.dock.isVisible()


def test_a_click_on_either_side_selects_the_claim_on_the_other(qtbot, library: LibraryScreen, desk: Desk) -> None:
    article_id = read(library, "What the lease costs")
    view = library.reader.view
    claim = next(one for one in desk.library.claims(article_id) if one.claim.figure.kind is Kind.QUANTITY)
    mark = view._mark(claim.claim_id)
    assert mark is not None
    cursor = view.textCursor()
    cursor.setPosition(mark.start + 1)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.cursorRect(cursor).center())
    assert view.selected() == claim.claim_id
    other, box = next((note.claim_id, box) for note, box in view.boxes() if note.claim_id != claim.claim_id)
    place = box.center().toPoint()
    place.setY(place.y() - view.verticalScrollBar().value())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.selected() == other

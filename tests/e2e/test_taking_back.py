"""Ctrl+Z and Ctrl+Shift+Z in the library, wherever the keyboard is, right after the dialog of what is taken back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.library.remove_dialog import RemoveDialog
from app.ui.reader.claim_dialog import ClaimDialog
from tests.e2e.window_user import WindowUser

PANES = ("list", "text", "facets", "head", "search")


def _pane(user: WindowUser, name: str) -> QWidget:
    library = user.screen("library")
    inside = {"list": library.list, "text": library.reader.view, "facets": library.facets, "head": library.reader.head}
    if name == "search":
        return user.window.top_bar.search
    pane = inside[name]
    return next(one for one in (pane, *pane.findChildren(QWidget)) if one.focusPolicy() and one.isVisible())


def _titles(user: WindowUser) -> list[str]:
    return [row.title for row in user.screen("library").list.articles.rows]


def _remove(user: WindowUser) -> None:
    def agree(dialog: QWidget) -> None:
        assert isinstance(dialog, RemoveDialog)
        user.press("R")

    with user.in_dialog(agree):
        user.press("Del")


@pytest.mark.parametrize("pane", PANES)
def test_a_removed_article_comes_back_wherever_the_keyboard_is(harbour: WindowUser, pane: str) -> None:
    before = _titles(harbour)
    harbour.screen("library").list.setFocus()
    _remove(harbour)
    left = _titles(harbour)
    assert len(left) == len(before) - 1
    focus = _pane(harbour, pane)
    focus.setFocus()
    assert QApplication.focusWidget() is focus
    harbour.press("Ctrl+Z")
    assert _titles(harbour) == before
    harbour.press("Ctrl+Shift+Z")
    assert _titles(harbour) == left


def test_undo_needs_no_click_after_a_removal(harbour: WindowUser) -> None:
    before = _titles(harbour)
    harbour.screen("library").list.setFocus()
    _remove(harbour)
    assert QApplication.focusWidget() is not None
    harbour.press("Ctrl+Z")
    assert _titles(harbour) == before


def test_the_last_article_removed_comes_back(harbour: WindowUser) -> None:
    before = _titles(harbour)
    harbour.screen("library").list.setFocus()
    for _ in before:
        _remove(harbour)
    assert _titles(harbour) == []
    for _ in before:
        harbour.press("Ctrl+Z")
    assert _titles(harbour) == before


def test_a_figure_that_was_missed_is_made_a_claim_taken_back_and_made_again(
    harbour: WindowUser, tmp_path: Path
) -> None:
    (tmp_path / "fleet.txt").write_text("Title: The fleet\n\nThe fleet fell from a dozen boats to six.\n", "utf-8")
    harbour.answers_open([tmp_path / "fleet.txt"])
    harbour.press("Ctrl+I")
    harbour.until_imported()
    harbour.click_row(harbour.screen("library").list, "The fleet")
    article_id = harbour.screen("library").reader.article_id()

    def claimed() -> list[tuple[str, str]]:
        return [(one.claim.surface, one.state.value) for one in harbour.desk.library.claims(article_id)]

    found = [("a dozen boats", "waiting")]
    assert claimed() == found
    view = harbour.view()
    caret = view.textCursor()
    caret.setPosition(view.toPlainText().index("six."))
    view.setTextCursor(caret)
    view.setFocus()
    harbour.press("Ctrl+Shift+Right")

    def keep(dialog: QWidget) -> None:
        assert isinstance(dialog, ClaimDialog)
        dialog.unit.setFocus()
        harbour.type("boat")
        assert dialog.figure.plain() == "6 boats"
        harbour.press("Return")

    with harbour.in_dialog(keep):
        harbour.press("Ins")
    kept = [*found, ("six", "accepted")]
    assert claimed() == kept
    assert harbour.ringed_words() == "six"
    harbour.press("Ctrl+Z")
    assert claimed() == found
    harbour.press("Ctrl+Shift+Z")
    assert claimed() == kept
    harbour.press("Ctrl+Z", "Ctrl+Y")
    assert claimed() == kept


def test_what_is_typed_in_the_search_is_taken_back_before_what_was_done(harbour: WindowUser) -> None:
    before = _titles(harbour)
    harbour.screen("library").list.setFocus()
    _remove(harbour)
    left = _titles(harbour)
    harbour.press("Ctrl+F")
    harbour.type("the")
    harbour.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert harbour.window.top_bar.search.text() == ""
    harbour.until(lambda: _titles(harbour) == left)
    harbour.press("Escape", "Ctrl+2", "Ctrl+Z")
    assert _titles(harbour) == before

"""Keys in the window: where they reach, where they are printed, and what shows who has the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.ui.help.keys_sheet import KeysSheet
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.key_cap import KeyCap
from app.ui.window.main_window import MainWindow
from app.ui.window.places import PLACES
from tests.ui.shown_screens import library_of


def test_keys_reach_the_places(qtbot, opened: MainWindow) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.place() == "start"
    qtbot.keyClick(opened, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert opened.place() == "library"


def test_letters_typed_in_the_search_stay_letters(qtbot, opened: MainWindow) -> None:
    library = library_of(opened)
    qtbot.keyClick(opened, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = opened.top_bar.search
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    for key in (Qt.Key.Key_J, Qt.Key.Key_A, Qt.Key.Key_X, Qt.Key.Key_Return):
        qtbot.keyClick(field, key)
    assert field.text() == "jax"
    assert library.reader.view.selected() is None
    assert opened.acts.undo.text() == "Undo import 2 files"


def test_letters_act_while_the_article_has_the_keyboard(qtbot, opened: MainWindow) -> None:
    view = library_of(opened).reader.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_J)
    assert view.selected() is not None
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened.acts.undo.text().startswith("Undo accept")


def test_the_search_narrows_the_screen_that_shows(qtbot, opened: MainWindow) -> None:
    opened.top_bar.search.setText("defence")
    library = library_of(opened)
    qtbot.waitUntil(lambda: len(library.list.articles.rows) == 1)
    opened.show_place("start")
    opened.show_place("library")
    assert len(library.list.articles.rows) == 2


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_on_from_the_search_the_first_article_found_is_read(qtbot, opened: MainWindow, key: Qt.Key) -> None:
    library = library_of(opened)
    first, last = library.list.articles.ids()
    library.list.go_to(last)
    field = opened.top_bar.search
    field.setFocus()
    qtbot.keyClicks(field, "year")
    qtbot.keyClick(field, key)
    assert library.list.articles.ids() == [first, last]
    assert library.reader.article_id() == library.list.current_id() == first
    qtbot.waitUntil(lambda: QApplication.focusWidget() is library.list)


def test_words_typed_where_nothing_can_be_searched_reach_the_grid(qtbot, opened: MainWindow) -> None:
    opened.show_place("start")
    opened.top_bar.search.setText("lease")
    qtbot.waitUntil(lambda: opened.place() == "claims")
    assert opened.top_bar.search.text() == "lease"


def test_every_button_and_field_has_a_name(opened: MainWindow) -> None:
    for place in PLACES:
        opened.show_place(place)
    kinds = (QAbstractButton, QLineEdit, QAbstractItemView, QTextEdit)
    nameless = [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in opened.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_the_focused_button_has_the_ring(qtbot, window: MainWindow) -> None:
    start = window.places.screen_at("start")
    start.shown()
    qtbot.waitUntil(lambda: window.focus_ring.ring() is not None)
    assert window.focus_ring.ring().geometry().contains(start.sample.geometry())


def test_the_ring_outlives_a_dialog(qtbot, window: MainWindow) -> None:
    dialog = QDialog(window)
    button = KeyButton("Save")
    QVBoxLayout(dialog).addWidget(button)
    dialog.show()
    dialog.activateWindow()
    button.setFocus()
    qtbot.waitUntil(lambda: window.focus_ring.ring() is not None)
    dialog.close()
    dialog.deleteLater()
    qtbot.wait(50)
    window.activateWindow()
    window.places.here().shown()
    qtbot.waitUntil(lambda: window.focus_ring.ring() is not None)
    assert window.focus_ring.ring().isVisible()


@pytest.mark.parametrize(("place", "first"), [("library", ["J", "K", "Enter"]), ("claims", ["J", "K", "A", "X", "C"])])
def test_the_footer_prints_the_keys_of_the_screen(opened: MainWindow, place: str, first: list[str]) -> None:
    opened.show_place(place)
    QApplication.processEvents()
    caps = [cap.accessibleName() for cap in opened.footer.findChildren(KeyCap) if not cap.isHidden()]
    assert caps[: len(first)] == first
    assert caps[-1] == "?"


def test_a_key_that_was_given_another_place_is_printed_there(opened: MainWindow) -> None:
    library = library_of(opened)
    library.incoming.paste_act.setShortcut("Ctrl+Shift+V")
    paste = next(entry for entry in library.footer_keys() if library.incoming.paste_act in entry.acts)
    assert paste.caps() == ("Ctrl+Shift+V",)


def test_the_sheet_lists_every_key(qtbot, opened: MainWindow) -> None:
    groups = [(title, acts.values()) for title, acts in opened.keymap.groups()]
    sheet = KeysSheet(groups)
    qtbot.addWidget(sheet)
    caps = {cap.accessibleName() for cap in sheet.findChildren(KeyCap)}
    assert {"J", "K", "A", "X", "Ctrl+1", "Ctrl+Z", "Ctrl+F", "Ctrl+I", "Ctrl+V", "Ctrl+N", "?"} <= caps


def test_every_act_has_a_key_that_no_other_of_its_scope_has(window: MainWindow) -> None:
    keymap = window.frame().whole_keymap()
    acts = {ident: act for _title, group in keymap.groups() for ident, act in group.items()}
    assert [ident for ident, act in acts.items() if not act.shortcuts()] == []
    # Compare shows one of its views at a time, and keys of each go to what shows.
    others = {ident: act for ident, act in acts.items() if not ident.startswith("compare.")}
    assert [ident for ident, act in others.items() if keymap.holder(ident, act.shortcuts())] == []


def test_the_undo_button_of_the_review_prints_the_key_that_undo_has(opened: MainWindow) -> None:
    opened.show_place("review")
    undo = opened.places.here().undo  # type: ignore[attr-defined]
    assert undo.key() == "Ctrl+Z"
    opened.keymap.give("window.undo", [QKeySequence("Ctrl+U")])
    assert undo.key() == "Ctrl+U"


def test_the_undo_button_of_the_review_is_the_undo_of_the_window(qtbot, opened: MainWindow) -> None:
    opened.show_place("review")
    review = opened.places.here()
    first = review.current()  # type: ignore[attr-defined]
    qtbot.keyClick(review, Qt.Key.Key_A)
    assert review.current() != first  # type: ignore[attr-defined]
    review.undo.click()  # type: ignore[attr-defined]
    assert review.current() == first  # type: ignore[attr-defined]
    assert opened.top_bar._saved.text().startswith("Undone: accept")

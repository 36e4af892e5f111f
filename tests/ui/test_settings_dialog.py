"""The settings: what is chosen there is seen at once, and again after a restart."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from app.domain.claim import State
from app.services.desk import Desk
from app.ui import language
from app.ui.look import density, theme, type as steps
from app.ui.settings.dialog import SettingsDialog
from app.ui.settings.preferences import Preferences
from app.ui.widgets.choice import Choice
from app.ui.widgets.key_cap import KeyCap
from app.ui.window.main_window import MainWindow

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    theme.set_text_size(100)
    density.choose("standard")
    language.use(qapp, language.ENGLISH)
    qapp.setProperty("language", language.ENGLISH)


@pytest.fixture
def window(qtbot, settings: QSettings, open_desk: Callable[[Path], Desk], desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show_desk(desk, "library")
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made._desk = None  # the fixture of the desk closes it
    made.places.set_desk(None)


@pytest.fixture
def dialog(qtbot, window: MainWindow) -> SettingsDialog:
    made = SettingsDialog(window.preferences, lambda: window.frame().whole_keymap(), window)
    made.show()
    return made


def _choose(field: Choice, words: str) -> None:
    at = field.findText(words)
    assert at >= 0, f"{words} is not offered"
    field.setCurrentIndex(at)
    field.activated.emit(at)


def test_the_text_grows_while_the_window_is_open(qtbot, window: MainWindow, dialog: SettingsDialog) -> None:
    before, bar = steps.font("reader").pixelSize(), window.top_bar.height()
    article = window.places.here().reader.article_id()
    field = dialog.general.text_size
    _choose(field, "200 %")
    assert steps.font("reader").pixelSize() == 2 * before
    assert window.top_bar.height() == 2 * bar
    assert window.place() == "library"
    assert window.places.here().reader.article_id() == article
    # The dialog itself too, with the same field under the hand.
    qtbot.waitUntil(lambda: dialog.general.text_size is not field)
    assert dialog.general.text_size.currentText() == "200 %"


def test_keys_along_the_foot_that_have_no_room_give_way(qtbot, window: MainWindow) -> None:
    window.preferences.set_text_size(300)
    caps = [cap for cap in window.footer.findChildren(KeyCap) if not cap.isHidden()]
    qtbot.waitUntil(lambda: caps[-1].isVisible())
    seen = [cap for cap in caps if cap.isVisible()]
    assert len(seen) < len(caps)
    assert all(cap.width() >= cap.sizeHint().width() for cap in seen)
    assert seen[-1].accessibleName() == "?"


def test_the_current_article_stays_in_a_window_that_is_made_again(window: MainWindow) -> None:
    library = window.places.here()
    other = next(row for row in library.list.articles.rows if row.article_id != library.reader.article_id())
    library.reveal(other.article_id)
    window.preferences.set_density("roomy")
    assert window.places.here() is not library
    assert window.places.here().reader.article_id() == other.article_id


def test_rows_change_their_height_and_text_does_not(window: MainWindow, dialog: SettingsDialog) -> None:
    def seen() -> tuple[int, int]:
        window.show_place("claims")
        grid = window.places.here().grid
        return grid.verticalHeader().defaultSectionSize(), steps.font("body").pixelSize()

    heights = {}
    for words in ("Standard", "Compact", "Roomy"):
        _choose(dialog.general.density, words)
        heights[words] = seen()
    assert heights == {"Standard": (32, 13), "Compact": (28, 13), "Roomy": (40, 13)}


def test_another_language_is_spoken_at_once(window: MainWindow, dialog: SettingsDialog) -> None:
    code, name = language.languages()[-1]
    _choose(dialog.general.language, name)
    assert window.preferences.language() == code
    assert window.acts.open.text() == language.pseudo("Open project…")
    window.preferences.set_language(language.ENGLISH)
    assert window.acts.open.text() == "Open project…"


def test_everything_is_kept_for_the_next_start(settings: QSettings) -> None:
    first = Preferences(settings)
    first.set_scheme("dark")
    first.set_text_size(150)
    first.set_density("compact")
    again = Preferences(QSettings(settings.fileName(), QSettings.Format.IniFormat))
    assert (again.scheme(), again.text_size(), again.density()) == ("dark", 150, "compact")


def test_decisions_bear_the_name_that_was_given(qtbot, window: MainWindow, desk: Desk) -> None:
    def named() -> None:
        dialog = next(one for one in window.findChildren(SettingsDialog) if one.isVisible())
        dialog.general.author.setText(" Ada  Byron ")
        dialog.accept()

    QTimer.singleShot(0, named)
    window.dialogs.show_settings()
    desk.reviewing.decide(desk.reviewing.queue()[:1], State.ACCEPTED)
    assert desk.history.log()[-1].who == desk.resolving.author() == "Ada Byron"


def test_what_cannot_be_read_counts_as_not_set(settings: QSettings) -> None:
    for name in ("scheme", "text-size", "density"):
        settings.setValue(name, "sepia")
    kept = Preferences(settings)
    assert (kept.scheme(), kept.text_size(), kept.density()) == ("system", 100, "standard")


def test_a_running_import_is_waited_for(qtbot, window: MainWindow, articles: list[Path]) -> None:
    library = window.places.here()
    QApplication.clipboard().setText("The base costs £34.7bn in all, the actuary said on Monday.")
    library.incoming.paste()
    assert library.busy()
    window.preferences.set_text_size(125)
    assert window.places.here() is library
    qtbot.waitUntil(lambda: window.places.here() is not library, timeout=30_000)
    assert len(window.places.here().list.articles.rows) == 3
    assert steps.font("body").pixelSize() == 16


# Keys


def test_every_act_of_every_screen_is_listed(window: MainWindow, dialog: SettingsDialog) -> None:
    listed = set(dialog.keys.tree._items)
    for place in ("library", "review", "claims", "compare"):
        named = {f"{place}.{act.objectName()}" for act in window.places.screen_at(place).actions()}
        assert named
        assert named <= listed


def test_a_key_is_given_and_the_footer_prints_it(qtbot, window: MainWindow, dialog: SettingsDialog) -> None:
    keys = dialog.keys
    keys.choose("library.reject")
    dialog.pages.setCurrentWidget(keys)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    keys.field.setFocus()
    qtbot.keyClick(keys.field, Qt.Key.Key_R, _HELD)
    qtbot.mouseClick(keys.take, Qt.MouseButton.LeftButton)
    assert keys.conflict.plain() == ""
    library = window.places.here()
    assert library.reader.reject_act.shortcuts() == [QKeySequence("Ctrl+Alt+R")]
    entry = next(one for one in library.footer_keys() if library.reader.reject_act in one.acts)
    assert entry.caps() == ("Ctrl+Alt+R",)
    qtbot.mouseClick(keys.first, Qt.MouseButton.LeftButton)
    assert library.reader.reject_act.shortcuts() == [QKeySequence("X")]


def test_a_key_that_is_taken_is_refused_in_words_or_swapped(qtbot, window: MainWindow, dialog: SettingsDialog) -> None:
    keys, reader = dialog.keys, window.places.here().reader
    keys.choose("library.reject")
    keys.field.setKeySequence(QKeySequence("J"))
    keys.take.click()
    assert "J already does “Next claim (Library)”" in keys.conflict.plain()
    assert reader.reject_act.shortcuts() == [QKeySequence("X")]
    keys.swap.click()
    assert reader.reject_act.shortcuts() == [QKeySequence("J")]
    assert reader.next_act.shortcuts() == [QKeySequence("X")]
    assert keys.conflict.plain() == ""
    keys.all.click()
    assert reader.reject_act.shortcuts() == [QKeySequence("X")]


def test_the_list_is_narrowed_by_act_and_key(dialog: SettingsDialog) -> None:
    tree = dialog.keys.tree

    def seen() -> set[str]:
        return {ident for ident, item in tree._items.items() if not item.isHidden()}

    dialog.keys.filter.setText("library acc")
    assert seen() == {"library.accept"}
    dialog.keys.filter.setText("ctrl+shift+z")
    assert seen() == {"window.redo"}
    dialog.keys.filter.setText("")
    assert len(seen()) > 40

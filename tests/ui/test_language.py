"""Everything that the window says of its own can be said in another language."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTableView, QWidget

import app.ui
from app.domain.claim import Confidence, Stance, State
from app.domain.figure import Kind
from app.services.claims.reviewing import BASIS_KEYS
from app.services.desk import Desk
from app.ui import language, vocabulary
from app.ui.widgets import verdict_mark
from app.ui.window.main_window import MainWindow
from app.ui.window.places import PLACES

SOURCES = sorted(Path(app.ui.__file__).parent.rglob("*.py"))


@pytest.fixture
def pseudo(qapp: QApplication) -> Iterator[None]:
    """The made-up language, in which everything stands in brackets."""
    language.use(qapp, language.PSEUDO)
    yield
    language.use(qapp, language.ENGLISH)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Undo", "[Üñdö·]"),
        ("{count} waiting", "[{count} wäîtîñg·····]"),
        ("%n articles", "[%n äŕtîçļéš···]"),
    ],
)
def test_the_made_up_language_is_longer_and_leaves_what_is_filled_in(words: str, said: str) -> None:
    assert language.pseudo(words) == said


def test_the_languages_begin_with_english_and_end_with_the_made_up_one() -> None:
    codes = [code for code, _ in language.languages()]
    assert codes[0] == language.ENGLISH
    assert codes[-1] == language.PSEUDO


def test_no_words_of_a_window_stay_behind(
    qtbot, qapp: QApplication, desk: Desk, settings: QSettings, pseudo: None
) -> None:
    window = MainWindow(lambda _: desk, lambda _: desk, lambda: desk, settings)
    qtbot.addWidget(window)
    window.show()
    window.show_desk(desk)
    left: set[str] = set()
    said = ("", desk.name)
    for place in PLACES:
        window.show_place(place)
        qapp.processEvents()
        left.update(f"{place}: {words}" for words in _own_words(window) if words not in said and "[" not in words)
    assert not left
    window.close_desk()


def _own_words(window: QWidget) -> Iterator[str]:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible():
            yield button.text()
            yield button.accessibleName()
    for act in window.actions():
        yield act.text()
    for field in window.findChildren(QLineEdit):
        yield field.placeholderText()
    for table in window.findChildren(QTableView):
        if table.isVisible():
            yield table.accessibleName()


def test_translators_find_all_words_in_the_source() -> None:
    """lupdate reads sources: it knows words that stand in the call, and no others."""
    hidden = [
        f"{source.name}:{call.lineno}"
        for source in SOURCES
        for call in ast.walk(ast.parse(source.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (
            (isinstance(call.func, ast.Name) and call.func.id == "tr")
            or (isinstance(call.func, ast.Attribute) and call.func.attr == "tr" and not _said_by_itself(call))
        )
    ]
    assert not hidden


def _said_by_itself(call: ast.Call) -> bool:
    """`self.tr("words")`: the class whose words they are is the one that the source shows."""
    owner = call.func.value if isinstance(call.func, ast.Attribute) else None
    return isinstance(owner, ast.Name) and owner.id == "self" and isinstance(call.args[0], ast.Constant)


def test_every_word_of_the_domain_can_be_translated() -> None:
    words = {str(word) for kind in (Kind, State, Stance, Confidence) for word in kind}
    words.update(said for said, _ in BASIS_KEYS.values())
    words.update(verdict_mark.WORDS.values())
    assert words <= vocabulary.WORDS

"""The palette: what typed letters find, in which order, and what becomes of it."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.figure import Kind
from app.domain.listing import ArticleFilter
from app.services.desk import Desk
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.palette.entries import Entry, entries, titled
from app.ui.palette.matching import INSIDE, LETTERS, START, WORDS, fit
from app.ui.palette.palette import Palette
from app.ui.palette.recent import KEPT, Recent
from app.ui.palette.rows import Found


@pytest.mark.parametrize(
    ("typed", "words", "how"),
    [
        ("copy", "Copy with citation", START),
        ("COPY  with", "Copy with citation", START),
        ("cit co", "Copy with citation", WORDS),
        ("tati", "Copy with citation", INSIDE),
        ("cwc", "Copy with citation", LETTERS),
        ("cocit", "Copy with citation", LETTERS),
        ("34", "Actuaries put it at £34.7bn", WORDS),
        ("ypoc", "Copy with citation", None),
        ("copies", "Copy with citation", None),
    ],
)
def test_letters_find_words(typed: str, words: str, how: int | None) -> None:
    assert fit(typed, words) == how


def _entry(ident: str, words: str, *, enabled: bool = True) -> Entry:
    return Entry(ident=ident, words=words, kind="Here", run=lambda: None, enabled=enabled)


LINES = (
    _entry("off", "Export", enabled=False),
    _entry("move", "Move the export"),
    _entry("rows", "Export rows"),
    _entry("fell", "Exports fell in May"),
    _entry("next", "Next claim"),
)


def _shown(found: Found) -> list[str]:
    return [one.ident for one in found.shown]


def test_the_last_used_come_first_and_what_is_off_last() -> None:
    found = Found(LINES, ["next", "gone"])
    assert _shown(found) == ["next", "move", "rows", "fell", "off"]
    found.narrow("exp")
    assert _shown(found) == ["rows", "fell", "move", "off"]
    found.narrow("nothing of the kind")
    assert _shown(found) == []


def test_what_is_looked_up_stands_among_the_rest_once_something_is_typed() -> None:
    articles = (_entry("art", "Exports rose in June"), _entry("accent", "Éxpo"), _entry("rows", "Export rows"))
    found = Found(LINES, [], lambda typed: articles if typed == "exp" else ())
    assert "art" not in _shown(found)
    found.narrow("exp")
    assert _shown(found) == ["rows", "fell", "art", "move", "accent", "off"]


def test_choices_are_remembered_the_latest_first(settings: QSettings) -> None:
    for at in range(KEPT + 5):
        Recent(settings).used(f"place.act-{at}")
    Recent(settings).used("place.act-9")
    kept = Recent(settings).idents()
    assert kept[:2] == ["place.act-9", f"place.act-{KEPT + 4}"]
    assert len(kept) == len(set(kept)) == KEPT


@pytest.fixture
def over(qtbot) -> QWidget:
    made = QWidget()
    made.resize(1000, 700)
    qtbot.addWidget(made)
    made.show()
    return made


def _open(qtbot, lines: Sequence[Entry], over: QWidget) -> Palette:
    made = Palette(Found(lines, []), over)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_arrows_choose_and_enter_takes(qtbot, over: QWidget) -> None:
    palette = _open(qtbot, LINES, over)
    qtbot.keyClicks(palette.field, "exp")
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert palette.field.text() == "exp"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is not None
    assert palette.chosen.ident == "fell"
    assert not palette.isVisible()


def test_escape_takes_nothing(qtbot, over: QWidget) -> None:
    palette = _open(qtbot, LINES, over)
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert palette.chosen is None
    assert not palette.isVisible()


def test_what_is_off_cannot_be_taken(qtbot, over: QWidget) -> None:
    palette = _open(qtbot, LINES[:1], over)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen is None
    assert palette.isVisible()


def test_topics_and_articles_lead_to_their_screens(qtbot, settings: QSettings, desk: Desk, over: QWidget) -> None:
    topic, _ = desk.grouping.add("Lease payments", ["lease"], Kind.MONEY, [])
    act = QAction("Pin as &reference…", over)
    act.setObjectName("pin")
    act.setShortcut(QKeySequence("P"))
    act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    keymap = Keymap(settings, {"compare": "Compare", WINDOW: "Everywhere"})
    keymap.adopt("compare", [act])
    went: list[tuple[str, str]] = []

    def go(*to: str) -> None:
        went.append(to)

    found = {one.words: one for one in entries(keymap, "compare", desk, go, [])}
    assert found["Pin as reference"].keys == ("P",)
    assert found["Pin as reference"].ident == "compare.pin"
    found["Lease payments"].run()
    assert "A shorter term" not in found
    (entry,) = titled(desk, go, "shorter te")
    entry.run()
    article = next(row.article_id for row in desk.library.rows(ArticleFilter()) if row.title == "A shorter term")
    used = entries(keymap, "compare", desk, go, ["gone", "compare.pin", article])
    assert [one.words for one in used if one.ident == article] == ["A shorter term"]
    assert went == [("compare", topic), ("library", article)]

"""Every key that is printed anywhere is the one that the person has, not the one that came with the program."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSettings
from PySide6.QtGui import QColor, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.keys.keymap import Keymap
from app.ui.widgets import key_cap
from app.ui.window.main_window import MainWindow
from app.ui.window.places import PLACES
from tests.ui.treaty_topic import filed

FIXED = {"Enter", "Escape", "Esc"}
"""What a default button and a way out are pressed with in every program; nobody can give them other keys."""
OWN = [QKeySequence(f"{more}F{nth}") for more in ("", "Ctrl+", "Alt+", "Shift+", "Ctrl+Alt+") for nth in range(1, 36)]


@pytest.fixture
def window(qtbot, settings: QSettings, open_desk: Callable[[Path], Desk], desk: Desk) -> Iterator[MainWindow]:
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    filed(desk)
    made.show_desk(desk)
    yield made
    made.close_desk()


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The texts of all caps that are drawn from now on."""
    caps: set[str] = set()
    paint = key_cap.paint

    def painted(painter: QPainter, rect: QRectF, text: str, ink: QColor | None = None) -> None:
        caps.add(text)
        paint(painter, rect, text, ink)

    monkeypatch.setattr(key_cap, "paint", painted)
    return caps


def _give_all(keymap: Keymap) -> set[str]:
    """Gives every act a key that no act comes with; what those are printed as."""
    idents = [ident for _, acts in keymap.groups() for ident in acts]
    assert len(idents) <= len(OWN)
    for ident, key in zip(idents, OWN, strict=False):
        keymap.give(ident, [key])
    return {key_cap.words(key) for key in OWN}


def _labels(widget: QWidget) -> set[str]:
    return {label.text() for label in widget.findChildren(QLabel) if label.isVisible()}


@pytest.mark.parametrize("place", PLACES)
def test_every_cap_follows_the_persons_own_keys(window: MainWindow, printed: set[str], place: str) -> None:
    keymap = window.frame().whole_keymap()
    first = {key_cap.words(key) for _, acts in keymap.groups() for ident in acts for key in keymap.first(ident)} - FIXED
    first = {key for key in first if not key.isdigit()}  # a label with a number alone counts something
    own = _give_all(keymap)
    window.show_place(place)
    QApplication.processEvents()
    printed.clear()
    window.grab()
    assert printed & own, "no caps were drawn at all"
    assert printed - own - FIXED == set()
    assert _labels(window) & first == set()


@pytest.mark.parametrize("view", ["table", "side", "timeline"])
def test_the_caps_of_a_comparison_follow_the_persons_own_keys_in_every_view(
    window: MainWindow, printed: set[str], view: str
) -> None:
    window.show_place("compare")
    compare = window.places.here()
    assert isinstance(compare, CompareScreen)
    assert compare.comparison() is not None
    keymap = window.frame().whole_keymap()
    first = {key for _, acts in keymap.groups() for ident in acts for key in map(key_cap.words, keymap.first(ident))}
    own = _give_all(keymap)
    compare.views[view].trigger()
    QApplication.processEvents()
    printed.clear()
    window.grab()
    caps = {key_cap.words(compare.taking.csv.shortcut())}
    if view == "table":
        caps |= {key_cap.words(act.shortcut()) for act in (compare.walking.source, compare.arranging.regroup)}
    assert caps <= printed
    assert printed - own - FIXED == set()
    tips = [part.toolTip() for part in compare.findChildren(QWidget) if part.isVisible()]
    told = {found for tip in tips for found in re.findall(r"\(([^()\s]+)\)$", tip.partition("\n")[0])}
    assert told & own
    assert told & (first - FIXED) == set()


def test_what_start_prints_is_right_before_the_screens_are_made(
    qtbot, settings: QSettings, open_desk: Callable[[Path], Desk], desk: Desk, printed: set[str]
) -> None:
    settings.setValue("keys/review.accept", "Ctrl+J")
    window = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    window.grab()
    assert "A" not in printed
    assert {"Ctrl+J", "E", "X"} <= printed

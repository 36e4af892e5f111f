"""Acts by id, their keys, and the person's own."""

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.screen import Screen
from app.ui.widgets import key_cap
from app.ui.widgets.key_button import KeyButton


class Desks(Screen):
    """A screen with a few acts."""

    def __init__(self, place: str) -> None:
        super().__init__()
        self.setObjectName(place)
        self.accept = self.act("accept", "Accept", ["A", "Return", "Enter"], lambda: None)
        self.reject = self.act("reject", "Reject", ["X"], lambda: None)
        self.quiet = self.act("quiet", "Quiet", [], lambda: None)
        self.search = self.act("search", "Search", ["Ctrl+F"], lambda: None)
        self.search.setShortcutContext(Qt.ShortcutContext.WindowShortcut)


@pytest.fixture
def desks(qtbot) -> Desks:
    made = Desks("review")
    qtbot.addWidget(made)
    return made


def _keymap(settings: QSettings, *desks: Desks) -> Keymap:
    made = Keymap(settings, {"review": "Review", "claims": "Claims", WINDOW: "Everywhere"})
    for one in desks:
        made.adopt(one.objectName(), one.actions())
    return made


def _keys(*words: str) -> list[QKeySequence]:
    return [QKeySequence(one) for one in words]


def test_own_keys_are_there_after_a_restart_and_go_with_a_reset(qtbot, settings: QSettings, desks: Desks) -> None:
    keymap = _keymap(settings, desks)
    keymap.give("review.accept", _keys("Ctrl+;", "Return"))
    again = Desks("review")
    qtbot.addWidget(again)
    later = _keymap(settings, again)
    assert again.accept.shortcuts() == _keys("Ctrl+;", "Return", "Enter")
    assert later.is_own("review.accept")
    later.give("review.accept", later.first("review.accept"))
    assert again.accept.shortcuts() == _keys("A", "Return", "Enter")
    assert not later.is_own("review.accept")


def test_an_act_can_be_left_without_a_key(qtbot, settings: QSettings, desks: Desks) -> None:
    _keymap(settings, desks).give("review.reject", [])
    again = Desks("review")
    qtbot.addWidget(again)
    _keymap(settings, again)
    assert again.reject.shortcuts() == []


def test_keys_of_acts_that_are_gone_are_left_alone(settings: QSettings, desks: Desks) -> None:
    settings.setValue("keys/review.telegraph", "T")
    settings.setValue("keys/nowhere", "@@@")
    keymap = _keymap(settings, desks)
    assert desks.accept.shortcuts() == _keys("A", "Return", "Enter")
    assert keymap.holder("review.reject", _keys("T")) is None
    assert settings.contains("keys/review.telegraph")


def test_a_key_belongs_to_one_act_of_a_scope(qtbot, settings: QSettings, desks: Desks) -> None:
    other = Desks("claims")
    qtbot.addWidget(other)
    other.search.setObjectName("find")
    other.search.setShortcut("Ctrl+G")
    keymap = _keymap(settings, desks, other)
    assert keymap.holder("review.quiet", _keys("X")) == "review.reject"
    assert keymap.holder("review.quiet", _keys("Q")) is None
    # An act of the window can be done on every screen.
    assert keymap.holder("review.quiet", _keys("Ctrl+G")) == "claims.find"
    assert keymap.holder("claims.find", _keys("X")) == "review.reject"
    # Another screen's acts are out of reach.
    keymap.give("review.quiet", _keys("Q"))
    assert keymap.holder("claims.quiet", _keys("Q")) is None


def test_a_swap_gives_each_what_the_other_had(settings: QSettings, desks: Desks) -> None:
    keymap = _keymap(settings, desks)
    keymap.give("review.quiet", _keys("Q"))
    keymap.swap("review.quiet", _keys("X"))
    assert desks.quiet.shortcuts() == _keys("X")
    assert desks.reject.shortcuts() == _keys("Q")
    keymap.reset_all()
    assert desks.quiet.shortcuts() == []
    assert desks.reject.shortcuts() == _keys("X")


def test_a_key_that_was_chosen_beats_one_that_comes_with_an_act(qtbot, settings: QSettings, desks: Desks) -> None:
    # As where a new version brings an act whose key somebody uses for another already.
    settings.setValue("keys/review.quiet", "X")
    _keymap(settings, desks)
    assert desks.quiet.shortcuts() == _keys("X")
    assert desks.reject.shortcuts() == []


def test_a_button_prints_the_new_key_at_once(qtbot, settings: QSettings, desks: Desks) -> None:
    keymap, holder = _keymap(settings, desks), QWidget()
    qtbot.addWidget(holder)
    button = KeyButton(desks.reject, parent=holder)
    with qtbot.waitSignal(keymap.changed):
        keymap.give("review.reject", _keys("Ctrl+Shift+R"))
    assert button.key() == key_cap.words(QKeySequence("Ctrl+Shift+R"))


def test_the_new_key_does_the_act_and_the_old_one_no_longer(qtbot, settings: QSettings, desks: Desks) -> None:
    fired: list[str] = []
    desks.reject.triggered.connect(lambda: fired.append("reject"))
    _keymap(settings, desks).give("review.reject", _keys("R"))
    desks.show()
    desks.activateWindow()
    qtbot.waitUntil(desks.isActiveWindow)
    desks.setFocus()
    qtbot.keyClick(desks, Qt.Key.Key_X)
    assert fired == []
    qtbot.keyClick(desks, Qt.Key.Key_R)
    assert fired == ["reject"]

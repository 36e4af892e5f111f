"""Every screen, walked through: names for those who hear the window, keys that do what they say, both schemes."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QImage
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.ui.keys.keymap import WINDOW
from app.ui.look import tones
from app.ui.widgets import key_cap
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.key_cap import KeyCap
from app.ui.window.places import PLACES
from tests.e2e.window_user import WindowUser


class Newcomers(QObject):
    """Notes every window that shows."""

    def __init__(self) -> None:
        super().__init__()
        self.came: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.came.append(type(watched).__name__)
        return False


@pytest.fixture
def sample(start: Callable[[], WindowUser]) -> WindowUser:
    """The sample, opened from Start."""
    user = start()
    user.press("Return")
    return user


class Visitor:
    """Sends away whatever opens and waits for an answer, and notes what there takes the keyboard without a name."""

    def __init__(self) -> None:
        self.seen: set[str] = set()
        self.nameless: set[str] = set()
        self._timer = QTimer()
        self._timer.setInterval(5)
        self._timer.timeout.connect(self._away)

    def __enter__(self) -> "Visitor":
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _away(self) -> None:
        waiting = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if waiting is not None:
            self.look_at(waiting)
            waiting.close()

    def look_at(self, window: QWidget) -> None:
        """Note the window, and what in it has no name."""
        self.seen.add(type(window).__name__)
        self.nameless.update(f"{one} of {type(window).__name__}" for one in _nameless(window))


@pytest.fixture
def visitor() -> Iterator[Visitor]:
    """Whatever opens and waits for an answer is sent away."""
    with Visitor() as made:
        yield made


def _nameless(window: QWidget) -> list[str]:
    """What takes the keyboard and has no name of its own, no words and no label."""
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def _go(user: WindowUser, place: str) -> None:
    user.press(f"Ctrl+{PLACES.index(place) + 1}")
    assert user.window.place() == place
    QApplication.processEvents()


def _actions(user: WindowUser) -> list[QAction]:
    """Every act that a key could fire now."""
    shown = [one for one in (user.window, *user.window.findChildren(QWidget)) if one.isVisible()]
    acts = {id(act): act for widget in shown for act in widget.actions()}
    return [act for act in acts.values() if act.isEnabled()]


def test_going_round_shows_no_other_window(sample: WindowUser, qapp: QApplication) -> None:
    newcomers = Newcomers()
    qapp.installEventFilter(newcomers)
    for place in PLACES:
        _go(sample, place)
        sample.qtbot.wait(20)
        assert sample.window.isActiveWindow(), place
    qapp.removeEventFilter(newcomers)
    assert newcomers.came == []


def test_whatever_takes_the_keyboard_has_a_name(sample: WindowUser) -> None:
    for place in PLACES:
        _go(sample, place)
        assert _nameless(sample.window) == [], place


_ELSEWHERE = ("window.new", "window.open", "window.close", "window.sample", "window.quit")
"""Acts that lead to another project, or to none."""


@pytest.mark.parametrize("place", PLACES)
def test_whatever_takes_the_keyboard_in_a_dialog_has_a_name(sample: WindowUser, visitor: Visitor, place: str) -> None:
    sample.answers_save(sample.desk.project.path.parent / "out.csv")
    sample.answers_open([sample.desk.project.path.parent / "missing.csv"])
    _go(sample, place)
    # Deciding needs a claim that is current; in the library none is at first.
    sample.press("J")
    keymap = sample.window.keymap
    for ident, act in {**keymap.acts(place), **keymap.acts(WINDOW)}.items():
        _go(sample, place)
        if act.isEnabled() and ident not in _ELSEWHERE:
            act.trigger()
            QApplication.processEvents()
            for other in QApplication.topLevelWidgets():
                if isinstance(other, QDialog) and other.isVisible():
                    visitor.look_at(other)
                    other.close()
            sample.come_back()
            sample.window.banner.hide()
            while sample.desk.history.undoable():
                sample.window.acts.undo.trigger()
    assert visitor.nameless == set()
    assert {"KeysSheet", "RulesSheet", "Palette", "SettingsDialog"} <= visitor.seen


def test_every_act_has_a_key_or_a_place_in_a_menu(sample: WindowUser) -> None:
    def in_menu(act: QAction) -> bool:
        return any(
            isinstance(one, QMenu)
            or (isinstance(one, QWidget) and one.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu)
            for one in act.associatedObjects()
        )

    window = sample.window
    for place in PLACES:
        _go(sample, place)
        sample.click(window.top_bar.project)
        sample.press("Escape")
        sample.come_back()
        acts = {*window.places.here().actions(), *window.acts.all()}
        assert [act.objectName() for act in acts if not (act.shortcuts() or in_menu(act))] == [], place


def test_every_act_of_a_screen_has_an_id_and_none_is_given_twice(sample: WindowUser) -> None:
    for place in PLACES:
        _go(sample, place)
        names = Counter(act.objectName() for act in sample.window.places.here().actions())
        assert [name for name, count in names.items() if count > 1 or not name] == [], place


def test_the_palette_reaches_every_act_of_a_screen(sample: WindowUser) -> None:
    for place in PLACES:
        _go(sample, place)
        wide = {*sample.window.acts.all(), *sample.window.places.here().actions()}
        found: dict[str, bool] = {}

        def look(palette: QWidget, wide: set[QAction] = wide, found: dict[str, bool] = found) -> None:
            for act in wide:
                sample.qtbot.keyClicks(palette.field, "")
                palette.field.setText(act.iconText())
                found[act.objectName()] = any(
                    one.ident.endswith(f".{act.objectName()}") for one in palette._found.shown
                )
            sample.press("Escape")

        with sample.in_dialog(look):
            sample.press("Ctrl+K")
        assert [name for name, there in found.items() if not there] == [], place


def test_the_palette_does_what_is_chosen(sample: WindowUser) -> None:
    _go(sample, "library")

    def choose(palette: QWidget) -> None:
        sample.type("compar")
        sample.press("Return")

    with sample.in_dialog(choose):
        sample.press("Ctrl+K")
    assert sample.window.place() == "compare"


def test_the_tab_key_goes_round_and_comes_back(sample: WindowUser) -> None:
    for place in PLACES:
        _go(sample, place)
        seen: list[QWidget] = []
        while len(seen) < 120 and (here := QApplication.focusWidget()) not in seen:
            assert here is not None
            assert here.isVisible(), f"{type(here).__name__} on {place} has the keyboard and cannot be seen"
            seen.append(here)
            sample.press("Tab")
        assert len(seen) > 3
        assert here is seen[0], f"the way round {place} does not come back"


def test_no_two_acts_share_a_key(sample: WindowUser) -> None:
    for place in PLACES:
        _go(sample, place)
        keys = Counter(key.toString() for act in _actions(sample) for key in act.shortcuts())
        assert [f"{key} on {place}" for key, count in keys.items() if count > 1] == []
        assert "Ctrl+O" in keys


def test_every_key_along_the_foot_belongs_to_an_act(sample: WindowUser) -> None:
    for place in PLACES[1:]:
        _go(sample, place)
        # Deciding needs a claim that is current; in the library none is at first.
        sample.press("J")
        QApplication.processEvents()
        bound = {key_cap.words(key) for act in _actions(sample) for key in act.shortcuts()}
        printed = {cap.accessibleName() for cap in sample.window.footer.findChildren(KeyCap) if cap.isVisible()}
        assert len(printed) > 4
        assert printed <= bound, place


@pytest.mark.usefixtures("visitor")
@pytest.mark.parametrize("place", PLACES)
def test_a_key_on_a_button_fires_it(sample: WindowUser, place: str) -> None:
    sample.answers_save(sample.desk.project.path.parent / "out.csv")
    _go(sample, place)
    printed = [(one.text(), one.key()) for one in _buttons(sample)]
    assert printed or place == "library"
    for words, key in printed:
        _go(sample, place)
        button = next(one for one in _buttons(sample) if (one.text(), one.key()) == (words, key))
        assert button.isEnabled(), f"{words} has the key {key} and is off"
        fired: list[str] = []
        # Where a button opens a menu, its key is that of the first entry.
        act = button._act or (button.menu().actions()[0] if button.menu() else None)
        if act is not None:
            act.triggered.connect(lambda _checked=False, fired=fired: fired.append("yes"))
        before = sample.desk.history.undoable()
        sample.press(key)
        # Without an act of its own are the source beside an explanation, and undo, which is the window's.
        done = fired == ["yes"] or sample.window.place() == "library" or sample.desk.history.undoable() != before
        assert done, f"{key} does not fire {words}"
        sample.come_back()
        sample.desk.history.undo()


def _buttons(user: WindowUser) -> list[KeyButton]:
    return [one for one in user.window.findChildren(KeyButton) if one.isVisible() and one.key()]


def _lightness(picture: QImage) -> float:
    """How light a picture is, 0 to 255."""
    small = picture.scaled(16, 16, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return sum(small.pixelColor(x, y).lightness() for x in range(16) for y in range(16)) / 256


def test_the_scheme_changes_while_the_window_is_open(sample: WindowUser) -> None:
    def choose(nth: int) -> QImage:
        def pick(settings: QWidget) -> None:
            settings.general.theme.setFocus()
            sample.press("Home", *["Down"] * nth)
            settings.close()

        with sample.in_dialog(pick):
            sample.click(sample.window.rail._foot[1])
        return sample.window.grab().toImage()

    for place in PLACES:
        _go(sample, place)
        light, dark, again = choose(1), choose(2), choose(1)
        assert _lightness(light) > 180, place
        assert _lightness(dark) < 75, place
        assert dark.pixelColor(4, dark.height() - 8) == tones.DARK.rail
        # Nothing that was drawn in the dark stays so.
        assert again == light, place

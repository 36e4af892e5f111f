"""Work that the window waits for: it goes on being drawn, and what goes wrong comes back to who asked."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.services.desk import Desk
from app.ui.threads.waiting import Waiting
from app.ui.widgets.words import Words


@pytest.fixture
def window(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_the_window_goes_on_and_says_what_is_done(window: QWidget, empty_desk: Desk) -> None:
    seen: list[str] = []
    said = threading.Event()

    def opened() -> Desk:
        assert said.wait(10)
        return empty_desk

    def look() -> None:
        seen.extend(words.plain() for words in window.findChildren(Words) if words.isVisible())
        if seen:
            said.set()

    clock = QTimer()
    clock.timeout.connect(look)
    clock.start(10)
    assert Waiting(opened).run(window, "Opening Harbour…") is empty_desk
    clock.stop()
    assert set(seen) == {"Opening Harbour…"}
    assert not any(words.isVisible() for words in window.findChildren(Words))


def test_a_problem_is_raised_where_it_was_asked(window: QWidget) -> None:
    def opened() -> Desk:
        raise UserError("There is no project Gone.counterclaim.", reason="missing")

    with pytest.raises(UserError, match="no project Gone"):
        Waiting(opened).run(window, "Opening Gone…")

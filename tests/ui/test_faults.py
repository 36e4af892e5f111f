"""Errors that nobody caught: said in the window, whatever slot they came from."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import UserError
from app.ui import faults

FULL = "The disk is full; nothing was changed."


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the errors that reached the log."""
    names: list[str] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: names.append(kind.__name__))
    return names


@pytest.fixture
def told(logged: list[str]) -> Iterator[list[str]]:
    sentences: list[str] = []
    with faults.reported(sentences.append):
        yield sentences


def _refuse() -> None:
    raise UserError(FULL, reason="disk-full")


def test_a_user_error_in_any_slot_is_told_and_not_logged(qtbot, told: list[str], logged: list[str]) -> None:
    act = QAction("Fail")
    act.triggered.connect(lambda: _refuse())
    act.trigger()
    act.trigger()
    assert told == [FULL, FULL]
    assert logged == []


def test_a_user_error_in_an_event_is_told_in_its_own_words(qtbot, told: list[str]) -> None:
    class Failing(QWidget):
        def event(self, event: QEvent) -> bool:
            if event.type() == QEvent.Type.User:
                _refuse()
            return super().event(event)

    widget = Failing()
    qtbot.addWidget(widget)
    QApplication.postEvent(widget, QEvent(QEvent.Type.User))
    qtbot.waitUntil(lambda: bool(told))
    assert told == [FULL]


def test_a_fault_is_logged_each_time_and_told_once(qtbot, told: list[str], logged: list[str]) -> None:
    act = QAction("Fail")
    act.triggered.connect(lambda: 1 / 0)
    act.trigger()
    act.trigger()
    assert told == [faults.FAULT]
    assert logged == ["ZeroDivisionError", "ZeroDivisionError"]


def test_what_was_there_before_is_put_back(logged: list[str]) -> None:
    before = sys.excepthook
    with faults.reported(lambda _: None):
        assert sys.excepthook is not before
    assert sys.excepthook is before

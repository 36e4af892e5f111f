"""Twenty cards of all sorts are decided with few keys, through the real screen."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from app.domain.claim import State
from app.domain.queue import QueueOrder
from app.services.claims.editing import Edit
from app.services.desk import Desk
from app.ui.review.screen import ReviewScreen
from tests.ui.shown_screens import shown

PLACES = "Leith Hull Dover Bath York Ely Truro Wells Ripon Perth Derby Cowes Luton Poole Corby Deal Hythe Rye Ware Wick"
ACCEPT, BASIS, EDIT = 1, 2, 6


class _Counted(QObject):
    """Counts the keys that reach the program: each is first offered to who has the keyboard, shortcut or not."""

    keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.keys += event.type() == QEvent.Type.ShortcutOverride and watched is QApplication.focusWidget()
        return False


@pytest.fixture
def review(qtbot, empty_desk: Desk) -> Iterator[ReviewScreen]:
    """Twenty figures, one an article; every fourth leaves its basis open, every fifth names nobody."""
    for at, place in enumerate(PLACES.split()):
        cost = f"£{at + 41}m" if at % 4 == 1 else f"£{at + 41}m a year"
        empty_desk.importing.pasted(f"{place} will need {cost} for the pier, said Ada Fenwick.")
    for screen in shown(qtbot, ReviewScreen(), empty_desk):
        screen.arrange(QueueOrder.TEXT.value)
        first = empty_desk.reviewing.queue(QueueOrder.TEXT)[0]
        screen.refresh(empty_desk.editing.save(first, Edit(speaker="Ada", stance="")))
        yield screen


@pytest.fixture
def _unhurried(qapp: QApplication) -> Iterator[None]:
    """A letter typed soon after another asks a list for both; people who edit two cards are never so fast."""
    usual = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(0)
    yield
    qapp.setKeyboardInputInterval(usual)


@pytest.mark.usefixtures("_unhurried")
def test_accepting_takes_one_key_a_basis_two_and_an_edit_six(qtbot, review: ReviewScreen, empty_desk: Desk) -> None:
    queue = empty_desk.reviewing.queue(QueueOrder.TEXT)
    assert len(queue) == 20
    review.reveal(queue[0])
    counted = _Counted()
    for target in (review, *review.findChildren(QObject)):
        target.installEventFilter(counted)
    taken = {ACCEPT: 0, BASIS: 0, EDIT: 0}
    for at, claim_id in enumerate(queue):
        assert review.current() == claim_id
        before = counted.keys
        typed = 0
        if at % 4 == 1:
            kind = BASIS
            keys: tuple[Qt.Key, ...] = (Qt.Key.Key_3, Qt.Key.Key_A)
        elif at % 5 == 3:
            kind = EDIT
            keys = (Qt.Key.Key_S,)
        else:
            kind = ACCEPT
            keys = (Qt.Key.Key_A,)
        for key in keys:
            qtbot.keyClick(QApplication.focusWidget(), key)
        if kind == EDIT:
            qtbot.keyClicks(QApplication.focusWidget(), "Bo")
            typed = 2
            for key in (Qt.Key.Key_Tab, Qt.Key.Key_E, Qt.Key.Key_Return, Qt.Key.Key_A):
                qtbot.keyClick(QApplication.focusWidget(), key)
        used = counted.keys - before - typed
        assert 0 < used <= kind, (at, used)
        taken[kind] += 1
    assert min(taken.values()) >= 3
    lines = empty_desk.claims.lines(queue)
    assert {line.record.state for line in lines} == {State.ACCEPTED}
    assert [line.record.claim.basis.value("price") for line in lines[1::4]] == ["nominal"] * 5
    edited = [line.record.claim for at, line in enumerate(lines) if at % 5 == 3 and at % 4 != 1]
    assert {(claim.speaker.name if claim.speaker else "", str(claim.stance)) for claim in edited} == {
        ("Bo", "estimates")
    }

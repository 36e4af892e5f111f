"""Merging a project in the window: what is shown beforehand, whose word is chosen, and what is merged."""

import datetime
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.comparison.amounts.currency import Rates
from app.domain.changes import Changes
from app.domain.claim import State
from app.services.desk import Desk
from app.store.project import Project
from app.ui.faults import FAULT
from app.ui.history.merge_dialog import MergeDialog


@pytest.fixture
def copy(desk: Desk, tmp_path: Path) -> Path:
    """A copy in which the first claim was decided otherwise, and later, and a tag was set."""
    path = tmp_path / "other.counterclaim"
    first, second, *_ = desk.reviewing.queue()
    desk.backups.save_copy(path)
    desk.reviewing.decide([first], State.ACCEPTED)
    today = datetime.date(2026, 1, 31)
    with closing(Desk.of(Project.open(path), rates=Rates(), today=lambda: today)) as other:
        other.reviewing.decide([first], State.REJECTED)
        other.remarks.set_tags(second, ["check"])
    return path


@pytest.fixture
def dialog(qtbot, desk: Desk, copy: Path) -> MergeDialog:
    """The dialog once it has looked."""
    made = MergeDialog(copy, desk.merging)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: bool(made.view.shown.idents))
    return made


def test_conflicts_come_first_with_both_words_and_then_what_comes_in(dialog: MergeDialog) -> None:
    conflict, tags = dialog.view.shown.lines
    assert "accepted" in conflict.below
    assert "rejected" in conflict.below
    assert conflict.aside == "theirs wins"
    assert (tags.head, tags.below, tags.aside) == ("Tags", "check", "1 new")
    assert "1 thing is new" in dialog.head.plain()


def test_what_is_chosen_is_what_is_merged_and_undone(qtbot, dialog: MergeDialog, desk: Desk) -> None:
    told: list[Changes] = []
    dialog.changed.connect(told.append)
    claim_id = next(iter(dialog._conflicts)).split(":")[1]
    qtbot.keyClick(dialog.view, Qt.Key.Key_Return)
    assert dialog.view.shown.lines[0].aside == "ours wins"
    with qtbot.waitSignal(dialog.accepted):
        dialog.merge_button.click()
    assert told[0].act == "merge other.counterclaim: 1 conflict kept as here"
    with desk.project.reading() as store:
        assert store.claims.get(claim_id).state is State.ACCEPTED
    assert [tag.value for tag in desk.remarks.all_tags()] == ["check"]
    desk.history.undo()
    assert desk.remarks.all_tags() == []


def test_a_merge_that_is_cancelled_is_given_up_and_the_dialog_closes(
    qtbot, dialog: MergeDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = desk.history.undoable()
    real, cancelled = desk.merging.merge, threading.Event()

    def slowly(*words: object) -> object:
        assert cancelled.wait(10)
        return real(*words)

    monkeypatch.setattr(desk.merging, "merge", slowly)
    dialog.merge_button.click()
    assert dialog.head.plain() == "Merging other.counterclaim… 0 %"
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        assert dialog.head.plain().startswith("Cancelling")
        cancelled.set()
    assert desk.history.undoable() == before


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_merge_that_fails_says_so_and_lets_itself_be_closed(
    qtbot, dialog: MergeDialog, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def fails(*_: object) -> None:
        go_on.wait(10)
        raise ZeroDivisionError

    monkeypatch.setattr(desk.merging, "merge", fails)
    dialog.merge_button.click()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.head.plain().startswith("Cancelling")
    go_on.set()
    qtbot.waitUntil(lambda: dialog.head.plain() == FAULT)
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_one_side_is_chosen_for_all(dialog: MergeDialog) -> None:
    for choice, aside in ((1, "ours wins"), (2, "theirs wins"), (1, "ours wins"), (0, "theirs wins")):
        dialog.sides.setCurrentIndex(choice)
        dialog.sides.activated.emit(choice)
        assert dialog.view.shown.lines[0].aside == aside


def test_what_cannot_be_merged_is_said_and_nothing_can_be_pressed(qtbot, desk: Desk) -> None:
    dialog = MergeDialog(Path(desk.project.path), desk.merging)
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: "is the open project itself" in dialog.head.plain())
    assert not dialog.merge_button.isEnabled()
    assert not dialog.turn_button.isEnabled()

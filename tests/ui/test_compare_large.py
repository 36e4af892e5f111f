"""The Compare screen of a large project: figures come when they are compared, the last ones stand meanwhile."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.figure import Kind
from app.services.desk import Desk
from app.ui.compare import screen as compare_screen
from app.ui.compare.screen import CompareScreen
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.window import program
from tests.ui.shown_screens import shown
from tests.ui.treaty_topic import filed


@pytest.fixture
def compare(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[CompareScreen]:
    """A project that is large for its two articles, not yet compared."""
    monkeypatch.setattr(compare_screen, "LARGE", 0)
    filed(desk)
    yield from shown(qtbot, CompareScreen(), desk)


def _come(qtbot: QtBot, compare: CompareScreen) -> None:
    qtbot.waitUntil(compare.reading.is_idle, timeout=30_000)


def test_the_first_figures_take_the_keyboard_when_they_come(qtbot: QtBot, compare: CompareScreen) -> None:
    _come(qtbot, compare)
    assert compare.comparison() is not None
    assert compare.matrix.isVisible()
    assert QApplication.focusWidget() is compare.matrix


def test_what_stood_before_stands_until_the_next_is_compared(qtbot: QtBot, compare: CompareScreen) -> None:
    _come(qtbot, compare)
    before, row = compare.comparison(), compare.matrix.current_row()
    assert before is not None
    assert row is not None
    assert row.judgement is not None
    compare.filing.pin.trigger()
    assert compare.comparison() is before
    _come(qtbot, compare)
    after = compare.comparison()
    assert after is not None
    assert after.pinned is not None
    assert after.pinned.claim_id == row.claim_id


def test_a_claim_of_another_topic_is_shown_once_that_is_compared(
    qtbot: QtBot, compare: CompareScreen, desk: Desk
) -> None:
    _come(qtbot, compare)
    payments, first = compare.current(), compare.comparison()
    assert first is not None
    held, elsewhere = (row.line.record for row in (first.rows[0], first.rows[-1]))
    other, changes = desk.grouping.add("Alone", [], held.claim.figure.kind, [held.claim_id])
    compare.refresh(changes)
    compare.reveal(other)
    _come(qtbot, compare)
    assert compare.current() == other
    compare.reveal(elsewhere.claim_id)
    _come(qtbot, compare)
    row = compare.matrix.current_row()
    assert compare.current() == payments
    assert row is not None
    assert row.claim_id == elsewhere.claim_id


def test_a_project_that_closes_meanwhile_leaves_nothing(qtbot: QtBot, compare: CompareScreen) -> None:
    compare.set_desk(None)
    qtbot.wait(100)
    assert compare.comparison() is None
    assert compare.chooser.count() == 0


def test_the_picture_waits_for_the_figures(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    filed(desk)
    program.picture(desk, tmp_path / "small.png", version="0")
    monkeypatch.setattr(compare_screen, "LARGE", 0)
    program.picture(desk, tmp_path / "large.png", version="0")
    assert (tmp_path / "large.png").read_bytes() == (tmp_path / "small.png").read_bytes()


def test_no_topic_is_made_of_figures_that_are_still_looked_up(qtbot: QtBot, desk: Desk) -> None:
    dialog = TopicDialog(desk.grouping.propose, apart=True)
    qtbot.addWidget(dialog)
    dialog.name.setText("Development")
    assert not dialog.make.isEnabled()
    qtbot.waitUntil(dialog.make.isEnabled, timeout=30_000)
    assert dialog.kind in Kind
    assert dialog.ticked() == list(desk.grouping.propose("Development").claim_ids)

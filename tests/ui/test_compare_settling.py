"""A topic is settled by key: on the reference unless another figure is chosen, with its reason, and exports say so."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.compare.resolution_dialog import ResolutionDialog
from app.ui.compare.screen import CompareScreen
from app.ui.widgets.refusal import Refusal
from tests.ui.open_dialogs import when_open
from tests.ui.shown_screens import press, shown
from tests.ui.treaty_topic import filed

BECAUSE = "the treaty itself says so"


@pytest.fixture
def compare(qtbot: QtBot, desk: Desk) -> Iterator[CompareScreen]:
    filed(desk)
    yield from shown(qtbot, CompareScreen(), desk)


def _settled(compare: CompareScreen, desk: Desk) -> str | None:
    comparison = compare.comparison()
    assert comparison is not None
    held = desk.resolving.of(comparison.topic.topic_id)
    return held.claim_id if held is not None else None


def test_the_reference_is_offered_whatever_row_is_read_and_another_is_an_arrow_key_away(
    qtbot: QtBot, compare: CompareScreen, desk: Desk
) -> None:
    rows = compare.comparison().rows
    reference = compare.comparison().pinned
    assert reference is not None
    while compare.matrix.current_row() is reference:
        press(qtbot, Qt.Key.Key_J)

    def keep(dialog: ResolutionDialog) -> None:
        assert QApplication.focusWidget() is dialog._figures
        assert dialog.claim_id() == reference.claim_id
        dialog._because.setPlainText(BECAUSE)
        qtbot.keyClick(dialog._figures, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_open(ResolutionDialog, keep)
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert _settled(compare, desk) == reference.claim_id

    def keep_another(dialog: ResolutionDialog) -> None:
        way = Qt.Key.Key_Down if rows[-1] is not reference else Qt.Key.Key_Up
        qtbot.keyClick(QApplication.focusWidget(), way)
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_open(ResolutionDialog, keep_another)
    compare.settling.settle.trigger()
    other = _settled(compare, desk)
    assert other is not None
    assert other != reference.claim_id

    def look(dialog: ResolutionDialog) -> None:
        assert dialog.claim_id() == other  # what is settled is offered again
        dialog.reject()

    when_open(ResolutionDialog, look)
    compare.settling.settle.trigger()


def test_a_figure_without_a_reason_is_refused_in_the_dialog_and_nothing_typed_is_lost(
    qtbot: QtBot, compare: CompareScreen, desk: Desk
) -> None:
    said: list[str] = []

    def keep(dialog: ResolutionDialog) -> None:
        dialog._author.setText("Ada")
        when_open(ResolutionDialog, mend)
        qtbot.keyClick(dialog._figures, Qt.Key.Key_Return)

    def mend(dialog: ResolutionDialog) -> None:
        said.extend(one.plain() for one in dialog.findChildren(Refusal) if one.isVisible())
        assert dialog.author() == "Ada"
        assert QApplication.focusWidget() is dialog._because
        qtbot.keyClicks(dialog._because, BECAUSE)
        assert not dialog.findChild(Refusal).isVisible()
        qtbot.keyClick(dialog._because, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    when_open(ResolutionDialog, keep)
    press(qtbot, Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert len(said) == 1
    assert "reason is missing" in said[0]
    assert _settled(compare, desk) is not None


def test_the_table_that_is_exported_or_copied_says_what_was_settled_by_whom_and_when(
    compare: CompareScreen, desk: Desk, tmp_path: Path
) -> None:
    comparison = compare.comparison()
    assert comparison is not None
    reference = comparison.pinned
    assert reference is not None
    assert {row["used"] for row in _written(compare, tmp_path)} == {""}
    topic_id = comparison.topic.topic_id
    compare.changed.emit(desk.resolving.settle(topic_id, reference.claim_id, BECAUSE, author="Ada"))
    written = _written(compare, tmp_path)
    held = desk.resolving.of(topic_id)
    assert held is not None
    assert {row["claim_id"] for row in written if row["used"] == "yes"} == {reference.claim_id}
    assert {row["used"] for row in written} == {"yes", "no"}
    told = {(row["settled_on"], row["because"], row["settled_by"], row["settled_at"]) for row in written}
    assert told == {(reference.figure, BECAUSE, "Ada", held.at)}
    compare.taking.copy_sheet()
    heads, first, *_ = (line.split("\t") for line in _copied().splitlines())
    assert dict(zip(heads, first, strict=True))["because"] == BECAUSE
    compare.taking.copy_table()
    assert f"We use {reference.figure}, because {BECAUSE}. (Ada, " in _copied()
    assert BECAUSE in QGuiApplication.clipboard().mimeData().html()


def test_a_topic_settled_on_none_of_its_figures_says_so_in_the_exports(
    compare: CompareScreen, desk: Desk, tmp_path: Path
) -> None:
    topic_id = compare.comparison().topic.topic_id
    compare.changed.emit(desk.resolving.settle(topic_id, None, "=both are guesses", author="Ada"))
    written = _written(compare, tmp_path)
    assert {(row["used"], row["settled_on"], row["because"]) for row in written} == {
        ("no", "none of these", "'=both are guesses")
    }
    assert all("because" in row["csv_guarded"] for row in written)


def _written(compare: CompareScreen, folder: Path) -> list[dict[str, str]]:
    path = folder / "lease.csv"
    compare.taking.save_csv(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _copied() -> str:
    return QGuiApplication.clipboard().mimeData().text()

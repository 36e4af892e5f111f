"""The basis of a figure, edited where the figure is compared."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services.desk import Desk
from app.ui.compare.basis_dialog import BasisDialog
from app.ui.compare.screen import CompareScreen
from app.ui.widgets.refusal import Refusal
from tests.ui.open_dialogs import when_open
from tests.ui.shown_screens import lease_shown, press

TWICE = {
    name: f"Title: What the lease costs, {name}\nOutlet: {name}\nDate: 2025-05-24\n\nThe lease costs £2.4bn in all.\n"
    for name in ("Harbour Daily", "Tidewater")
}


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[CompareScreen]:
    yield from lease_shown(qtbot, desk, tmp_path, {f"{name}.txt": text for name, text in TWICE.items()})


def _go_to(screen: CompareScreen, claim_id: str) -> None:
    screen.reveal(claim_id)
    screen.matrix.setFocus()


def _printed_twice(screen: CompareScreen) -> tuple[str, ...]:
    comparison = screen.comparison()
    assert comparison is not None
    return next(row.claim_ids for row in comparison.rows if len(row.outlets) == 2)


def _chips(screen: CompareScreen) -> list[str]:
    row = screen.matrix.current_row()
    assert row is not None
    return [chip.text for chip in row.chips]


def test_e_sets_the_prices_of_all_that_print_the_figure_and_comes_back_to_its_row(
    qtbot: QtBot, screen: CompareScreen, desk: Desk
) -> None:
    claim_ids = _printed_twice(screen)
    _go_to(screen, claim_ids[0])
    before = _chips(screen)
    assert "prices?" in before

    def edit(dialog: BasisDialog) -> None:
        dialog.fields.price.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "24")
        press(qtbot, Qt.Key.Key_Return)
        (why,) = (one for one in dialog.fields.findChildren(Refusal) if one.isVisible())
        assert "“24” says no prices" in why.plain()
        qtbot.keyClicks(QApplication.focusWidget(), "2024 prices")
        press(qtbot, Qt.Key.Key_Return)

    when_open(BasisDialog, edit)
    press(qtbot, Qt.Key.Key_E)
    assert {line.record.claim.basis.value("price") for line in desk.claims.lines(claim_ids, reach=False)} == {
        "real:2024"
    }
    assert screen.walking.current_claim() in claim_ids
    assert "real, 2024 prices" in _chips(screen)
    assert screen.focusWidget() is screen.matrix
    screen.refresh(desk.history.undo())
    assert screen.walking.current_claim() in claim_ids
    assert _chips(screen) == before


def test_what_is_left_or_not_changed_writes_nothing(qtbot: QtBot, screen: CompareScreen, desk: Desk) -> None:
    _go_to(screen, _printed_twice(screen)[0])
    before = desk.history.undoable()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        when_open(BasisDialog, lambda _, key=key: press(qtbot, key))
        press(qtbot, Qt.Key.Key_E)
        screen.activateWindow()
        assert desk.history.undoable() == before


def test_side_by_side_edits_the_column_that_has_the_keyboard(qtbot: QtBot, screen: CompareScreen, desk: Desk) -> None:
    press(qtbot, Qt.Key.Key_2)
    figure = screen.side.table.current_figure()
    assert figure is not None

    def edit(dialog: BasisDialog) -> None:
        dialog.fields.price.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "nominal")
        press(qtbot, Qt.Key.Key_Return)

    when_open(BasisDialog, edit)
    press(qtbot, Qt.Key.Key_E)
    (line,) = desk.claims.lines([figure.claim_id], reach=False)
    assert line.record.claim.basis.value("price") == "nominal"
    assert screen.view() == "side"

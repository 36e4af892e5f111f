"""Figures side by side on the Compare screen, with its keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.aspect import Aspect
from app.services.desk import Desk
from app.ui.compare.screen import CompareScreen
from app.ui.compare.side.model import NAMES, CellRole, LineRole
from app.ui.compare.side.view import SideView
from app.ui.compare.view import SIDE, TABLE
from app.ui.look import theme, tones
from tests.ui.shown_screens import lease_shown

TOTAL = (
    "Title: What the lease costs in all\nOutlet: Harbour Daily\nDate: 2025-05-24\n\n"
    "The lease costs £2.4bn in real terms over 30 years, the treasury said.\n\n"
    "The lease will cost £101m a year, ministers say.\n"
)


@pytest.fixture
def screen(qtbot: QtBot, desk: Desk, tmp_path: Path) -> Iterator[CompareScreen]:
    yield from lease_shown(qtbot, desk, tmp_path, {"total.txt": TOTAL})


@pytest.fixture
def view(screen: CompareScreen, qtbot: QtBot) -> SideView:
    qtbot.keyClick(screen.matrix, Qt.Key.Key_2)
    assert screen.view() == SIDE
    return screen.side


def _figures(view: SideView) -> list[str]:
    return [row.figure for row in view.table.sides().figures()]


def _cells(view: SideView) -> Iterator[QModelIndex]:
    model = view.table.sides()
    for row in range(model.rowCount()):
        for column in range(1, model.columnCount()):
            index = model.index(row, column)
            if index.data(LineRole) is not None:
                yield index


def test_the_reference_and_the_current_row_stand_side_by_side(screen: CompareScreen, view: SideView) -> None:
    current = screen.matrix.current_row()
    pinned = screen.comparison().pinned
    assert current is not None
    assert current is not pinned
    assert _figures(view) == [pinned.figure, current.figure]
    assert view.table.hasFocus()
    assert not screen.strip.isVisible()


def test_the_selected_rows_become_the_columns(screen: CompareScreen, qtbot: QtBot) -> None:
    screen.matrix.selectAll()
    wanted = [row.figure for row in screen.matrix.selected_rows()][:4]
    qtbot.keyClick(screen.matrix, Qt.Key.Key_2)
    assert sorted(_figures(screen.side)) == sorted(wanted)
    assert not screen.side.add.isEnabled()


def test_every_cell_says_its_row_its_figure_and_its_mark(view: SideView) -> None:
    for index in _cells(view):
        said = index.data(Qt.ItemDataRole.AccessibleTextRole)
        name = index.model().index(index.row(), NAMES).data()
        assert said.startswith(f"{name}, {_figures(view)[index.column() - 1]}: ")
        assert ("differs from the reference" in said) == index.data(CellRole).differs


def test_keys_go_by_row_and_column_and_never_onto_a_title(view: SideView, qtbot: QtBot) -> None:
    table = view.table
    seen = []
    for _ in range(table.sides().rowCount()):
        assert table.currentIndex().data(LineRole) is not None
        seen.append(table.currentIndex().row())
        qtbot.keyClick(table, Qt.Key.Key_J)
    assert seen == sorted(seen)
    assert seen[-1] == table.sides().rowCount() - 1
    qtbot.keyClick(table, Qt.Key.Key_K)
    assert table.currentIndex().row() == table.sides().rowCount() - 2
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 1
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert table.currentIndex().column() == 1


def test_only_what_differs_can_be_shown(view: SideView) -> None:
    whole = view.table.sides().rowCount()
    view.filter._buttons["differing"].click()
    lines = {index.data(LineRole) for index in _cells(view)}
    assert lines
    assert all(line.differs for line in lines)
    assert view.table.sides().rowCount() < whole
    view.filter._buttons["all"].click()
    assert view.table.sides().rowCount() == whole


def test_p_pins_the_column_which_then_comes_first(screen: CompareScreen, view: SideView, qtbot: QtBot) -> None:
    reference, other = _figures(view)
    qtbot.keyClick(view.table, Qt.Key.Key_P)
    assert screen.comparison().pinned.figure == other
    assert _figures(view) == [other, reference]


def test_a_figure_is_added_and_taken_away_again(view: SideView, qtbot: QtBot) -> None:
    before = _figures(view)
    assert not view.remove.isEnabled()
    view.add_figure(view._others()[0].line.record.claim_id)
    assert len(_figures(view)) == 3
    view.table.setCurrentIndex(view.table.sides().index(view.table.currentIndex().row(), 3))
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert _figures(view) == before


def test_o_and_copy_act_on_the_current_column(screen: CompareScreen, view: SideView, qtbot: QtBot) -> None:
    figure = view.table.current_figure()
    assert figure is not None
    with qtbot.waitSignal(screen.open_source) as opened:
        qtbot.keyClick(view.table, Qt.Key.Key_O)
    assert opened.args == [figure.line.record.claim_id]
    qtbot.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"{figure.figure} (")
    assert figure.line.title in copied


def test_backspace_goes_back_to_the_table_whose_keys_then_act_again(
    screen: CompareScreen, view: SideView, qtbot: QtBot
) -> None:
    assert not screen.filing.pin.isEnabled()
    qtbot.keyClick(view.table, Qt.Key.Key_Backspace)
    assert screen.view() == TABLE
    assert screen.matrix.hasFocus()
    assert screen.filing.pin.isEnabled()
    assert not any(act.isEnabled() for act in (view.pin, view.source, view.next, view.back))


def test_enter_shows_the_working_in_the_table(screen: CompareScreen, view: SideView, qtbot: QtBot) -> None:
    figure = view.table.current_figure()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert screen.view() == TABLE
    assert screen.matrix.current_row().figure == figure.figure
    assert screen.explain.isVisible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_cell_that_differs_has_a_bar_and_a_silence_has_none(view: SideView, scheme: str) -> None:
    theme.set_scheme(scheme)
    ink = tones.current().verdict("differs_by_basis").ink
    differing = [index for index in _cells(view) if index.data(CellRole).differs]
    silent = [index for index in _cells(view) if not index.data(CellRole).text]
    assert differing
    assert silent
    for index, marked in ((differing[0], True), (silent[0], False)):
        view.table.scrollTo(index)
        image = view.table.viewport().grab(view.table.visualRect(index)).toImage()
        assert _has(image, ink) is marked


def _has(image: QImage, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_no_row_is_lower_than_its_words(view: SideView) -> None:
    quote = next(index for index in _cells(view) if index.data(LineRole).aspect is Aspect.QUOTE)
    before = view.table.rowHeight(quote.row())
    view.resize(view.width() // 2, view.height())
    assert view.table.rowHeight(quote.row()) > before
    assert view.table.columnWidth(1) >= 216

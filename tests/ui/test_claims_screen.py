"""The Claims screen on a real project: narrowing, sorting in SQL, deciding, citing, exporting."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.figure import Kind
from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.claims.header import PAD
from app.ui.claims.model import PAGE
from app.ui.claims.screen import ClaimsScreen
from app.ui.look import type as steps
from tests.ui.claims_grid import choose, figures
from tests.ui.shown_screens import press, shown


def test_every_claim_stands_in_the_grid_with_its_interval(claims: ClaimsScreen) -> None:
    printed = figures(claims)
    assert {"£165m a year", "£45m a year", "nearly £200m a year", "about 0.2 %"} <= set(printed)
    at = printed.index("£165m a year")
    table = claims.grid.table()
    assert table.index(at, Column.LOW).data() == "162.5"
    assert table.index(at, Column.HIGH).data() == "167.5m"
    assert claims.head.count.text() == f"{len(printed)} claims"
    assert "2 articles, 2 independent origins" in claims.head.rest.text()


def test_a_facet_narrows_and_says_of_how_many(claims: ClaimsScreen) -> None:
    total = len(figures(claims))
    choose(claims, "kind", "money")
    assert 0 < len(figures(claims)) < total
    assert all("£" in figure for figure in figures(claims))
    assert f"of {total}" in claims.head.rest.text()
    assert claims.narrowed().kinds == frozenset({Kind.MONEY})


def test_not_stated_is_a_choice_like_any_other(claims: ClaimsScreen) -> None:
    choose(claims, "speaker", "\N{EMPTY SET}")
    table = claims.grid.table()
    assert claims.query().text == "said:none"
    assert table.rowCount() > 0
    assert {table.index(at, Column.SPEAKER).data() for at in range(table.rowCount())} == {"not stated"}


def test_the_search_narrows_and_an_empty_result_offers_the_way_back(qtbot, claims: ClaimsScreen) -> None:
    total = len(figures(claims))
    claims.search("defence")
    assert 0 < len(figures(claims)) < total
    claims.search("zeppelin")
    assert figures(claims) == []
    button = next(one for one in claims.findChildren(QWidget) if one.accessibleName() == "Show all claims")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(figures(claims)) == total


def test_a_click_on_a_head_sorts_and_a_second_turns_the_order(qtbot, claims: ClaimsScreen) -> None:
    choose(claims, "kind", "money")
    head = claims.grid.horizontalHeader()

    def click(column: Column) -> None:
        at = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(Column.FIGURE)
    first = figures(claims)
    assert first[0] == "nearly £200m a year"
    click(Column.FIGURE)
    assert figures(claims) == first[::-1]
    click(Column.BASIS)
    assert claims.grid.table().sorted_by == (Column.BASIS, False)


def test_sorting_keeps_the_selected_claims(claims: ClaimsScreen) -> None:
    claims.grid.step(2)
    kept = claims.grid.selected_ids()
    claims.order_by(Column.OUTLET, descending=False)
    assert claims.grid.selected_ids() == kept
    assert claims.grid.table().sorted_by == (Column.OUTLET, False)


def test_j_and_k_walk_and_o_opens_the_source(qtbot, claims: ClaimsScreen) -> None:
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_J)
    press(qtbot, Qt.Key.Key_K)
    assert claims.grid.currentIndex().row() == 1
    with qtbot.waitSignal(claims.open_source) as opened:
        press(qtbot, Qt.Key.Key_O)
    assert opened.args == [claims.grid.table().claim_id(1)]


def test_the_accessible_text_of_a_row_says_the_whole(claims: ClaimsScreen) -> None:
    at = figures(claims).index("£165m a year")
    said = claims.grid.table().index(at, Column.FIGURE).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("£165m a year", "from 162.5 to 167.5m", "Harbour Daily", "23 May 2025", "waiting", "Britain will pay"):
        assert part in said
    reach = claims.grid.table().index(at, Column.REACH).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reach == "1 independent origin in 1 article"


@pytest.mark.parametrize("wide", [1000, 1224, 1368, 2400])
def test_numbers_and_dates_are_never_cut(qtbot, claims: ClaimsScreen, wide: int) -> None:
    claims.resize(wide, 800)
    qtbot.wait(20)
    grid, table = claims.grid, claims.grid.table()
    for column in (Column.FIGURE, Column.LOW, Column.HIGH, Column.PUBLISHED):
        metrics = QFontMetricsF(steps.font("body", 600 if column is Column.FIGURE else 400))
        room = grid.columnWidth(column) - 12
        assert all(
            metrics.horizontalAdvance(str(table.index(at, column).data())) <= room for at in range(table.rowCount())
        )
    assert sum(grid.columnWidth(column) for column in Column) <= max(grid.viewport().width(), 900)


def test_an_outlet_is_not_cut_in_a_window_of_1280(qtbot: QtBot, claims: ClaimsScreen, desk: Desk) -> None:
    desk.importing.pasted("Title: The quay\nOutlet: Aldgate Evening Post\n\nThe quay costs £100m a year.")
    claims.resize(1224, 628)
    claims.set_desk(desk)
    table, words = claims.grid.table(), QFontMetricsF(steps.font("body"))
    named = {str(table.index(row, Column.OUTLET).data()) for row in range(table.rowCount())}
    assert "Aldgate Evening Post" in named
    qtbot.waitUntil(lambda: not claims.grid._growth.isActive())
    room = claims.grid.columnWidth(Column.OUTLET) - 2 * steps.scaled(PAD)
    assert max(map(words.horizontalAdvance, named)) <= room


def test_the_words_have_room_in_a_window_of_1280(claims: ClaimsScreen) -> None:
    grid, table = claims.grid, claims.grid.table()
    assert not grid.isColumnHidden(Column.REACH)
    claims.resize(1224, 628)
    assert grid.columnWidth(Column.WORDS) >= steps.scaled(200)
    assert grid.isColumnHidden(Column.REACH)
    whole = str(table.index(0, Column.FIGURE).data(Qt.ItemDataRole.ToolTipRole))
    assert "independent origin" in whole


def test_lines_are_fetched_by_the_page(claims: ClaimsScreen, desk: Desk) -> None:
    articles = "\n\n".join(f"Region {at} paid £{at + 101}m a year." for at in range(300))
    claims.refresh(desk.importing.pasted(articles).changes)
    table = claims.grid.table()
    assert table.rowCount() > 300
    QApplication.processEvents()
    assert len(table.known()) == 200
    claims.grid.setCurrentIndex(table.index(table.rowCount() - 1, Column.FIGURE))
    QApplication.processEvents()
    assert len(table.known()) == 200 + table.rowCount() % PAGE + PAGE
    assert [table.claim_id(row) for row in (0, 199, 250, 306)] == [table.claim_ids()[row] for row in (0, 199, 250, 306)]


def test_a_project_without_claims_says_where_they_come_from(qtbot, empty_desk: Desk) -> None:
    for screen in shown(qtbot, ClaimsScreen(), empty_desk):
        assert QApplication.focusWidget().accessibleName() == "Bring in articles"
        assert screen.footer_keys() == []
        with qtbot.waitSignal(screen.go) as gone:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        assert gone.args == ["library", ""]


def test_every_widget_that_takes_the_keyboard_has_a_name(claims: ClaimsScreen) -> None:
    unnamed = [
        widget
        for widget in claims.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and widget.isVisibleTo(claims)
        and not (widget.accessibleName() or widget.objectName().startswith("qt_"))
    ]
    assert unnamed == []


def test_selecting_everything_counts_by_stretches(claims: ClaimsScreen, desk: Desk) -> None:
    claims.grid.selectAll()
    everything = claims.grid.table().claim_ids()
    assert claims.grid.selected_count() == len(everything)
    assert claims.grid.selected_ids() == everything
    claims.grid.select_ids([everything[0], everything[1], everything[3]])
    assert claims.grid.selected_ids() == [everything[0], everything[1], everything[3]]


def test_the_spread_can_be_put_away(qtbot, claims: ClaimsScreen) -> None:
    assert claims.spread.isVisible()
    press(qtbot, Qt.Key.Key_H)
    assert not claims.spread.isVisible()
    press(qtbot, Qt.Key.Key_H)
    assert claims.spread.isVisible()

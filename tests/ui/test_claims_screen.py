"""The Claims screen on a real project: narrowing, sorting in SQL, deciding, citing, exporting."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QFontMetricsF, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from showing import shown

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.desk import Desk
from app.ui.claims.citation import citation
from app.ui.claims.model import Column
from app.ui.claims.screen import ClaimsScreen
from app.ui.compare.topic_dialog import TopicDialog
from app.ui.look import type as steps


@pytest.fixture
def claims(qtbot, desk: Desk) -> Iterator[ClaimsScreen]:
    yield from shown(qtbot, ClaimsScreen(), desk)


def _figures(claims: ClaimsScreen) -> list[str]:
    table = claims.grid.table()
    return [str(table.index(at, Column.FIGURE).data()) for at in range(table.rowCount())]


def _press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)


def _choose(claims: ClaimsScreen, group: str, value: str) -> None:
    claims.facets.choose({group: value})
    claims.facets.narrowed.emit()


def test_every_claim_stands_in_the_grid_with_its_interval(claims: ClaimsScreen) -> None:
    figures = _figures(claims)
    assert {"£165m a year", "£45m a year", "nearly £200m a year", "about 0.2 %"} <= set(figures)
    at = figures.index("£165m a year")
    table = claims.grid.table()
    assert table.index(at, Column.LOW).data() == "162.5"
    assert table.index(at, Column.HIGH).data() == "167.5m"
    assert claims.head.count.text() == f"{len(figures)} claims"
    assert "2 articles, 2 independent origins" in claims.head.rest.text()


def test_a_facet_narrows_and_says_of_how_many(claims: ClaimsScreen) -> None:
    total = len(_figures(claims))
    _choose(claims, "kind", "money")
    assert 0 < len(_figures(claims)) < total
    assert all("£" in figure for figure in _figures(claims))
    assert f"of {total}" in claims.head.rest.text()
    assert claims.narrowed().kinds == frozenset({Kind.MONEY})


def test_not_stated_is_a_choice_like_any_other(claims: ClaimsScreen) -> None:
    _choose(claims, "speaker", "\N{EMPTY SET}")
    table = claims.grid.table()
    assert claims.query().text == "said:none"
    assert table.rowCount() > 0
    assert {table.index(at, Column.SPEAKER).data() for at in range(table.rowCount())} == {"not stated"}


def test_the_search_narrows_and_an_empty_result_offers_the_way_back(qtbot, claims: ClaimsScreen) -> None:
    total = len(_figures(claims))
    claims.search("defence")
    assert 0 < len(_figures(claims)) < total
    claims.search("zeppelin")
    assert _figures(claims) == []
    button = next(one for one in claims.findChildren(QWidget) if one.accessibleName() == "Show all claims")
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(_figures(claims)) == total


def test_a_click_on_a_head_sorts_and_a_second_turns_the_order(qtbot, claims: ClaimsScreen) -> None:
    _choose(claims, "kind", "money")
    head = claims.grid.horizontalHeader()

    def click(column: Column) -> None:
        at = QPoint(head.sectionViewportPosition(column) + 12, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(Column.FIGURE)
    first = _figures(claims)
    assert first[0] == "nearly £200m a year"
    click(Column.FIGURE)
    assert _figures(claims) == first[::-1]
    click(Column.BASIS)
    assert claims.grid.table().sorted_by == (Column.BASIS, False)


def test_sorting_keeps_the_selected_claims(claims: ClaimsScreen) -> None:
    claims.grid.step(2)
    kept = claims.grid.selected_ids()
    claims.order_by(Column.OUTLET, descending=False)
    assert claims.grid.selected_ids() == kept
    assert claims.grid.table().sorted_by == (Column.OUTLET, False)


def test_keys_decide_on_all_that_is_selected(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    _press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    ids = claims.grid.selected_ids()
    assert len(ids) == 2
    assert claims.footer_note() == "2 selected"
    _press(qtbot, Qt.Key.Key_A)
    assert {line.record.state for line in desk.claims.lines(ids)} == {State.ACCEPTED}
    assert claims.grid.selected_ids() == ids
    claims.refresh(desk.history.undo())
    assert {line.record.state for line in desk.claims.lines(ids)} == {State.WAITING}


def test_a_rejected_claim_leaves_and_the_next_takes_its_place(qtbot, claims: ClaimsScreen) -> None:
    claims.grid.step(1)
    before, row = _figures(claims), claims.grid.currentIndex().row()
    _press(qtbot, Qt.Key.Key_X)
    assert _figures(claims) == before[:row] + before[row + 1 :]
    assert claims.grid.currentIndex().row() == row
    _choose(claims, "state", "rejected")
    assert _figures(claims) == [before[row]]


def test_j_and_k_walk_and_o_opens_the_source(qtbot, claims: ClaimsScreen) -> None:
    _press(qtbot, Qt.Key.Key_J)
    _press(qtbot, Qt.Key.Key_J)
    _press(qtbot, Qt.Key.Key_K)
    assert claims.grid.currentIndex().row() == 1
    with qtbot.waitSignal(claims.open_source) as opened:
        _press(qtbot, Qt.Key.Key_O)
    assert opened.args == [claims.grid.table().claim_id(1)]


def test_a_copy_carries_its_citation(qtbot, claims: ClaimsScreen) -> None:
    _choose(claims, "kind", "money")
    claims.grid.select_ids([claims.grid.table().claim_id(_figures(claims).index("£165m a year"))])
    claims.grid.setFocus()
    _press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    said = QGuiApplication.clipboard().text()
    assert said == "£165m a year (Harbour Daily, “What the lease costs”, 23 May 2025)"


def test_a_citation_leaves_out_what_is_not_known(desk: Desk) -> None:
    desk.importing.pasted("It costs £7m a year.")
    lines = desk.claims.lines(desk.claims.ids(ClaimFilter(words="7m"), ClaimOrder.TEXT))
    assert lines
    assert citation(lines[0]).startswith("£7m a year")
    assert "None" not in citation(lines[0])


def test_c_files_the_selected_claims_under_a_topic(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    topic_id, _ = desk.grouping.add("Payments", ["Mauritius"], Kind.MONEY, [])
    ids = claims.grid.selected_ids()

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(menu.actions()[0])
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    _press(qtbot, Qt.Key.Key_C)
    assert [line.topics for line in desk.claims.lines(ids)] == [("Payments",)] * len(ids)
    assert topic_id in [row.topic.topic_id for row in desk.grouping.topics()]


def test_the_export_holds_exactly_what_is_shown(claims: ClaimsScreen, tmp_path: Path) -> None:
    _choose(claims, "kind", "money")
    out = tmp_path / "claims.csv"
    claims.exports.write_view(out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    table = claims.grid.table()
    assert {line["claim_id"] for line in lines} == {table.claim_id(at) for at in range(table.rowCount())}


def test_the_accessible_text_of_a_row_says_the_whole(claims: ClaimsScreen) -> None:
    at = _figures(claims).index("£165m a year")
    said = claims.grid.table().index(at, Column.FIGURE).data(Qt.ItemDataRole.AccessibleTextRole)
    for part in ("£165m a year", "from 162.5 to 167.5m", "Harbour Daily", "23 May 2025", "waiting", "Britain will pay"):
        assert part in said
    reach = claims.grid.table().index(at, Column.REACH).data(Qt.ItemDataRole.AccessibleTextRole)
    assert reach == "1 independent origins in 1 articles"


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


def test_lines_are_fetched_by_the_page(claims: ClaimsScreen, desk: Desk) -> None:
    articles = "\n\n".join(f"Region {at} paid £{at + 101}m a year." for at in range(300))
    claims.refresh(desk.importing.pasted(articles).changes)
    table = claims.grid.table()
    assert table.rowCount() > 300
    QApplication.processEvents()
    assert len(table.known()) == 200
    claims.grid.setCurrentIndex(table.index(table.rowCount() - 1, Column.FIGURE))
    QApplication.processEvents()
    assert len(table.known()) == table.rowCount()


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


def test_many_claims_are_decided_only_after_the_count_was_shown(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    claims.refresh(desk.importing.pasted("\n\n".join(f"Region {at} paid £{at + 101}m." for at in range(20))).changes)
    waiting = desk.reviewing.waiting()
    one = claims.grid.table().claim_id(0)
    claims.refresh(desk.reviewing.decide([one], State.ACCEPTED))
    claims.grid.selectAll()
    said: list[str] = []

    def answer(button: QMessageBox.StandardButton | None) -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, QMessageBox)
        said.append(f"{asked.text()} {asked.informativeText()}")
        (asked.button(button) if button else asked.defaultButton()).click()

    QTimer.singleShot(50, lambda: answer(QMessageBox.StandardButton.Cancel))
    claims.selection.accept.trigger()
    assert desk.reviewing.waiting() == waiting - 1
    QTimer.singleShot(50, lambda: answer(None))
    claims.selection.accept.trigger()
    assert desk.reviewing.waiting() == 0
    assert said[0] == said[1]
    assert said[0].startswith(f"Accept {waiting - 1} claims? 1 are accepted already")
    desk.history.undo()
    assert desk.reviewing.waiting() == waiting - 1


def test_quotes_share_the_footnote_of_their_article(qtbot, claims: ClaimsScreen) -> None:
    claims.search("kind:money outlet:harbour")
    claims.grid.selectAll()
    _press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    quotes, notes = QGuiApplication.clipboard().text().split("\n\n")
    assert notes == "[1] Harbour Daily, “What the lease costs”, 23 May 2025."
    assert quotes.splitlines()[0].startswith("“Britain will pay Mauritius £165m a year")
    assert all(line.endswith("[1]") for line in quotes.splitlines())


def test_rows_are_copied_as_they_are_shown(qtbot, claims: ClaimsScreen) -> None:
    claims.grid.show_column(Column.BASIS, False)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    _press(qtbot, Qt.Key.Key_C, modifiers)
    head, row = QGuiApplication.clipboard().text().split("\n")
    assert head.split("\t")[:3] == ["state", "figure", "low"]
    assert "basis" not in head.split("\t")
    assert row.split("\t")[-1] == claims.grid.table().claim_id(0)


def test_a_claim_is_pinned_in_its_topic_and_taken_out_of_it(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    with qtbot.waitSignal(claims.done) as told:
        _press(qtbot, Qt.Key.Key_P)
    assert "Add it to a comparison first" in told.args[0]
    ids = claims.grid.selected_ids()
    desk.grouping.add("Payments", ["Mauritius"], Kind.MONEY, ids)
    _press(qtbot, Qt.Key.Key_P)
    assert [row.topic.pinned for row in desk.grouping.topics()] == ids
    _press(qtbot, Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    assert [line.topics for line in desk.claims.lines(ids)] == [()]


def test_a_claim_is_edited_on_its_card(qtbot, claims: ClaimsScreen) -> None:
    with qtbot.waitSignal(claims.go) as gone:
        _press(qtbot, Qt.Key.Key_E)
    assert gone.args == ["review", claims.grid.selected_ids()[0]]


def test_selecting_everything_counts_by_stretches(claims: ClaimsScreen, desk: Desk) -> None:
    claims.grid.selectAll()
    everything = claims.grid.table().claim_ids()
    assert claims.grid.selected_count() == len(everything)
    assert claims.grid.selected_ids() == everything
    claims.grid.select_ids([everything[0], everything[1], everything[3]])
    assert claims.grid.selected_ids() == [everything[0], everything[1], everything[3]]


def test_the_export_has_the_columns_that_are_shown(claims: ClaimsScreen, tmp_path: Path) -> None:
    claims.arrange("")
    claims.grid.show_column(Column.TITLE, True)
    claims.grid.show_column(Column.LOW, False)
    claims.exports.write_view(tmp_path / "view.csv")
    with (tmp_path / "view.csv").open(encoding="utf-8-sig", newline="") as file:
        head = next(csv.reader(file))
    assert head == [
        "state", "figure", "high", "basis", "said_by", "outlet", "published", "origins", "title", "quote",
        "raw_text", "claim_id",
    ]  # fmt: skip


def test_the_spread_can_be_put_away(qtbot, claims: ClaimsScreen) -> None:
    assert claims.spread.isVisible()
    _press(qtbot, Qt.Key.Key_H)
    assert not claims.spread.isVisible()
    _press(qtbot, Qt.Key.Key_H)
    assert claims.spread.isVisible()


def test_every_column_of_the_shown_claims_can_be_exported(claims: ClaimsScreen, tmp_path: Path) -> None:
    claims.search("kind:money")
    claims.exports.write_every_column(tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["claim_id"] for line in lines] == claims.grid.table().claim_ids()
    assert {line["currency"] for line in lines} == {"GBP"}


def test_selected_claims_go_into_a_first_topic_that_is_made_for_them(qtbot, claims: ClaimsScreen, desk: Desk) -> None:
    ids = claims.grid.selected_ids()
    went: list[tuple[str, str]] = []
    claims.go.connect(lambda place, ident: went.append((place, ident)))

    def name() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, TopicDialog)
        dialog.name.setText("The lease")
        dialog.look()
        dialog.accept()

    QTimer.singleShot(50, name)
    _press(qtbot, Qt.Key.Key_C)
    (row,) = desk.grouping.topics()
    assert [line.topics for line in desk.claims.lines(ids)] == [("The lease",)] * len(ids)
    assert went == [("compare", row.topic.topic_id)]

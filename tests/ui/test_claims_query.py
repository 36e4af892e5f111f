"""Narrowing the claims in the real window: one query, written by the keyboard, the facets and the histogram."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.claims import showing
from app.ui.claims.completion import complete
from app.ui.claims.screen import ClaimsScreen
from app.ui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot, desk: Desk, settings: QSettings, open_desk: Callable[[Path], Desk]) -> Iterator[MainWindow]:
    """The window with a project of two articles, on the claims."""
    made = MainWindow(open_desk, open_desk, lambda: desk, settings)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_desk(desk, "claims")
    yield made
    made.close()


def _screen(window: MainWindow) -> ClaimsScreen:
    screen = window.places.screen_at("claims")
    assert isinstance(screen, ClaimsScreen)
    return screen


def claims_of(screen: ClaimsScreen, outlet: str) -> list[int]:
    table = screen.grid.table()
    return [at for at in range(table.rowCount()) if table.index(at, Column.OUTLET).data() == outlet]


def _figures(claims: ClaimsScreen) -> set[str]:
    table = claims.grid.table()
    return {str(table.index(at, Column.FIGURE).data()) for at in range(table.rowCount())}


def _press_facet(claims: ClaimsScreen, group: str, words: str) -> None:
    lines = claims.facets._lines.lines
    at = next(
        place
        for place, line in enumerate(lines)
        if line.group.key == group and claims.facets._lines.words(line) == words
    )
    claims.facets.clicked.emit(claims.facets.model().index(at, 0))


def test_a_query_narrows_and_its_bad_term_is_told_while_the_rest_works(claims: ClaimsScreen) -> None:
    claims.search("money:>=150m money:lots basis:per-year")
    assert _figures(claims) == {"£165m a year", "nearly £200m a year"}
    assert claims.head.trouble.isVisible()
    assert "money:lots is no amount; type money:>=90m" in claims.head.trouble.plain()
    claims.search("money:>=100m")
    assert not claims.head.trouble.isVisible()


def test_a_facet_writes_its_term_and_the_term_chooses_the_facet(claims: ClaimsScreen) -> None:
    _press_facet(claims, "kind", "money")
    _press_facet(claims, "outlet", "Harbour Daily")
    assert claims.query().text == 'kind:money outlet:"Harbour Daily"'
    _press_facet(claims, "outlet", "Harbour Daily")
    assert claims.query().text == "kind:money"
    claims.search("outlet:harbour kind:money after:2025")
    chosen = claims.facets.all_chosen()
    assert chosen["kind"] == {"money"}
    claims.search('outlet:"HARBOUR daily"')
    assert claims.facets.all_chosen() == {"outlet": {"Harbour Daily"}}


def test_a_facet_can_be_left_out(qtbot, claims: ClaimsScreen) -> None:
    everything = _figures(claims)
    at = next(
        place for place, line in enumerate(claims.facets._lines.lines) if line.value and line.value.value == "money"
    )

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(menu.actions()[0])
        qtbot.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(50, choose)
    where = claims.facets.visualRect(claims.facets.model().index(at, 0)).center()
    claims.facets.customContextMenuRequested.emit(where)
    assert claims.query().text == "-kind:money"
    assert _figures(claims) == {one for one in everything if "£" not in one and "200m" not in one}


def test_counts_beside_the_grid_are_what_a_click_leaves(claims: ClaimsScreen) -> None:
    for group in [one for one in claims.facets._groups if one.key != "saved"]:
        for value in group.values:
            _press_facet(claims, group.key, value.words)
            assert claims.grid.table().rowCount() == value.count, claims.query().text
            claims.search("")


def test_brushing_the_histogram_writes_a_range_of_its_kind(qtbot, claims: ClaimsScreen) -> None:
    claims.search("kind:money")
    bars = claims.spread.bars
    assert claims.spread.measure.text() == "Amount, £"
    assert "4 money claims from £40m to £200m" in bars.accessibleName()
    area = bars._area()
    low, high = (round(bars._x(value)) for value in (110e6, 180e6))
    height = round(area.center().y())
    qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(low, height))
    qtbot.mouseMove(bars, QPoint(high, height))
    assert "2 of 4 money claims" in claims.spread.count.text()
    qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(high, height))
    assert claims.query().text.startswith("kind:money money:1")
    assert claims.grid.table().rowCount() == 2
    assert not _figures(claims) & {"£45m a year", "nearly £200m a year"}
    assert claims.spread._spread.claims == 4
    qtbot.mouseClick(claims.spread.clear, Qt.MouseButton.LeftButton)
    assert claims.query().text == "kind:money"


def test_the_histogram_counts_what_is_listed_a_range_that_reaches_into_the_stretch_too(
    claims: ClaimsScreen, desk: Desk
) -> None:
    desk.importing.pasted("Title: The quay\n\nThe first quay costs £60m to £98m, the second £95m, the pier $97m.")
    claims.set_desk(desk)
    claims.search("kind:money money:90m..99m")
    assert _figures(claims) == {"£60m to £98m", "£95m", "$97m"}
    assert claims.spread.count.text() == "2 of 6 money claims in £"
    claims.search("kind:money money:90m..99m unit:GBP")
    assert claims.grid.table().rowCount() == 2
    assert claims.spread.count.text() == "2 of 6 money claims"


def test_the_handles_move_by_key_and_say_where_they_are(qtbot, claims: ClaimsScreen) -> None:
    bars = claims.spread.bars
    bars.setFocus()
    while len(_figures(claims)) > 1 and claims.grid.table().rowCount() > 1:
        before = claims.query().text
        qtbot.keyClick(bars, Qt.Key.Key_Right)
        assert claims.query().text != before
        if _figures(claims) == {"nearly £200m a year"}:
            break
    assert _figures(claims) == {"nearly £200m a year"}
    assert "and up" in bars.accessibleDescription()
    qtbot.keyClick(bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert ".." in claims.query().text
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    assert "money:<=" in claims.query().text
    qtbot.keyClick(bars, Qt.Key.Key_Delete)
    assert claims.query().text == ""


def test_another_measure_can_be_looked_at(claims: ClaimsScreen) -> None:
    measures = claims.spread._spread.measures
    assert {one.kind for one in measures} >= {Kind.MONEY, Kind.QUANTITY, Kind.PERCENTAGE}
    people = next(one for one in measures if one.kind is Kind.QUANTITY)
    claims.spread.measured.emit(people)
    assert claims.spread._spread.measure == people


def test_searches_are_saved_counted_chosen_renamed_removed_and_come_back(
    qtbot, claims: ClaimsScreen, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter([("Dear ones", True), ("Dear", True)])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: next(names))
    claims.search("money:>=100m")
    _press_facet(claims, "saved", "Save this search")
    saved = next(group for group in claims.facets._groups if group.key == "saved")
    assert [(one.words, one.count) for one in saved.values] == [("Dear ones", 3)]
    claims.search("")
    _press_facet(claims, "saved", "Dear ones")
    assert claims.query().text == "money:>=100m"
    claims.saved.rename.trigger()
    assert [row.search.name for row in desk.claims.searches()] == ["Dear"]
    claims.saved.remove.trigger()
    assert desk.claims.searches() == []
    claims.refresh(desk.history.undo())
    _press_facet(claims, "saved", "Dear")


def test_what_is_typed_is_completed_with_counts(qtbot, window: MainWindow) -> None:
    screen, field = _screen(window), window.top_bar.search
    window.acts.search.trigger()
    qtbot.keyClicks(field, "har")
    panel = screen.field._panel
    assert panel is not None
    qtbot.waitUntil(panel.isVisible)
    assert panel._rows.rows[0].text == 'outlet:"Harbour Daily"'
    assert panel._rows.rows[0].count == len(claims_of(screen, "Harbour Daily"))
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == 'outlet:"Harbour Daily" '
    assert screen.query().text == 'outlet:"Harbour Daily"'
    qtbot.keyClicks(field, "kin")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == 'outlet:"Harbour Daily" kind:'
    assert {one.text for one in panel._rows.rows} >= {"kind:money", "kind:quantity"}
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text().strip() == ""
    assert not panel.isVisible() or not field.text()


def test_escape_in_an_empty_field_gives_the_keyboard_back_to_the_screen(qtbot, window: MainWindow) -> None:
    screen, field = _screen(window), window.top_bar.search
    field.setFocus()
    qtbot.keyClicks(field, "chagos")
    for _ in range(3):  # the suggestions, the words, the field
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not field.hasFocus()
    assert screen.isAncestorOf(QApplication.focusWidget())


def test_the_query_stays_while_one_looks_elsewhere(qtbot, window: MainWindow) -> None:
    screen, field = _screen(window), window.top_bar.search
    _press_facet(screen, "kind", "money")
    assert field.text() == "kind:money"
    window.show_place("library")
    assert field.text() == ""
    window.show_place("claims")
    assert field.text() == "kind:money"
    assert len(field._marks) == 1
    assert screen.narrowed().kinds == {Kind.MONEY}


def test_what_is_typed_stays_while_articles_come_in(qtbot, window: MainWindow, desk: Desk) -> None:
    field = window.top_bar.search
    window.acts.search.trigger()
    qtbot.keyClicks(field, "mauri")
    window.broadcast(desk.importing.pasted("The pier costs £7m, the harbour board said on Monday.").changes)
    assert field.text() == "mauri"
    qtbot.waitUntil(lambda: _screen(window).query().text == "mauri")


def test_the_last_queries_and_the_columns_are_kept_for_the_project(qtbot, window: MainWindow, desk: Desk) -> None:
    screen, field = _screen(window), window.top_bar.search
    field.setFocus()
    qtbot.keyClicks(field, "mauritius")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    screen.grid.show_column(Column.TOPICS, True)
    screen.grid.show_column(Column.REACH, False)
    screen.grid.horizontalHeader().moveSection(5, 2)
    screen.grid.horizontalHeader().resizeSection(Column.OUTLET, 201)
    screen.grid.set_density("compact")
    screen.order_by(Column.SPEAKER, descending=False)
    before = screen.grid.shown_columns()
    path = Path(desk.project.path)
    window.close_desk()
    screen.arrange("")
    assert screen.grid.shown_columns() != before
    window.open_path(path, "claims")
    assert screen.grid.shown_columns() == before
    assert before[2] is Column.SPEAKER
    assert screen.grid.columnWidth(Column.OUTLET) == 201
    assert screen.grid.density == "compact"
    assert screen.grid.table().sorted_by == (Column.SPEAKER, False)
    assert screen.field.recent == ["mauritius"]


@pytest.mark.parametrize(
    "kept", ["", "{", '{"columns": 7}', '{"widths": [["x"]]}', '{"sorted_by": "NOWHERE", "more": 1}']
)
def test_an_arrangement_that_cannot_be_read_is_that_of_a_new_project(claims: ClaimsScreen, kept: str) -> None:
    before = claims.grid.shown_columns()
    claims.arrange(kept)
    assert claims.grid.shown_columns() == before


def test_the_state_stays_at_the_head_of_its_row(claims: ClaimsScreen) -> None:
    head = claims.grid.horizontalHeader()
    head.moveSection(0, 3)
    head.moveSection(4, 0)
    assert head.logicalIndex(0) == Column.STATE


def test_every_column_can_be_shown_sorted_by_and_painted(qtbot, claims: ClaimsScreen) -> None:
    for column in Column:
        claims.grid.show_column(column, True)
        for descending in (False, True):
            claims.order_by(column, descending=descending)
    claims.columns_menu.fill()
    assert claims.grid.horizontalScrollBar().maximum() >= 0
    assert not claims.grab().isNull()
    names = {act.text() for act in claims.columns_menu.actions()}
    assert {"Low", "Topics", "Confidence", "Reset columns"} <= names


def test_a_large_project_is_read_off_the_windows_thread(
    qtbot, claims: ClaimsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(showing, "LARGE", 0)
    claims.search("kind:date")
    claims.search("kind:money")
    assert claims.grid.table().rowCount() > 4
    qtbot.waitUntil(lambda: claims.facets.all_chosen().get("kind") == {"money"})
    assert len(_figures(claims)) == 4
    claims.grid.select_ids(claims.grid.table().claim_ids()[:1])
    claims.selection.accept.trigger()
    first = claims.grid.table().line(0)
    assert first is not None
    assert first.record.state is State.ACCEPTED
    qtbot.waitUntil(lambda: any(one.value == "accepted" for one in claims.facets._groups[4].values))


def test_what_cannot_be_read_off_the_thread_is_told(
    qtbot, claims: ClaimsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails() -> None:
        raise UserError("The disk is gone.", reason="gone")

    with qtbot.waitSignal(claims.problem) as told:
        claims.reading.ask([(fails, lambda _: None)], apart=True)
    assert told.args == ["The disk is gone."]


def test_nothing_is_completed_inside_a_phrase_and_keys_are_offered_at_first() -> None:
    assert complete('"har', 4, None, str).suggestions == ()
    assert complete("", 0, None, str).suggestions[0].text == "money:"
    assert [one.text for one in complete("money:", 6, None, str).suggestions] == ["money:>=90m", "money:90m..200m"]
    assert [one.text for one in complete("x -sta", 6, None, str).suggestions] == ["-state:", "-stance:"]


def test_the_help_is_searched_for_by_a_click(qtbot, claims: ClaimsScreen) -> None:
    def choose() -> None:
        opened = QApplication.activeModalWidget()
        assert opened is not None
        link = next(one for one in opened.findChildren(type(claims.spread.clear)) if one.text() == "money:>=90m")
        link.click()

    QTimer.singleShot(50, choose)
    claims.explain.trigger()
    assert claims.query().text == "money:>=90m"

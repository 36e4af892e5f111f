"""The grid over more claims than it holds: pages that come and go, rows that follow the first page, newest question."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid_columns import Column
from app.services.desk import Desk
from app.ui.claims.model import PAGE, PAGES, ClaimsModel
from app.ui.claims.screen import ClaimsScreen
from app.ui.threads.reading import LARGE, Reading
from tests.ui.shown_screens import shown


@pytest.fixture
def many(empty_desk: Desk) -> Desk:
    """A project that is read on a thread."""
    for at in range(LARGE // 300 + 1):
        empty_desk.importing.pasted(
            "\n\n".join(f"Region {at} {one} paid £{at + one + 1}m a year." for one in range(300))
        )
    return empty_desk


@pytest.fixture
def claims(qtbot, many: Desk) -> Iterator[ClaimsScreen]:
    for screen in shown(qtbot, ClaimsScreen(), many):
        _wait(qtbot, screen)
        yield screen


def _wait(qtbot, screen: ClaimsScreen) -> None:
    qtbot.waitUntil(lambda: screen.grid.table().whole and screen.reading.is_idle(), timeout=30_000)


def test_pages_that_were_not_seen_for_long_are_let_go_of_and_read_again(many: Desk) -> None:
    model = ClaimsModel()
    listed = many.claims.listed(ClaimFilter(), ClaimOrder.TEXT)
    model.show(listed)
    first = model.index(0, Column.WORDS).data()
    held = {}
    for row in [*range(0, model.rowCount(), PAGE)] * (PAGES // (model.rowCount() // PAGE) + 1):
        held[row] = model.index(row, Column.WORDS).data()
        assert len(model.known()) <= PAGE * PAGES
    assert model.index(0, Column.WORDS).data() == first == held[0]
    assert [model.claim_id(row) for row in (0, PAGE, 3 * PAGE + 1)] == [listed[0], listed[PAGE], listed[3 * PAGE + 1]]


def test_all_rows_follow_the_first_page_and_the_keyboard_walks_on(qtbot, claims: ClaimsScreen) -> None:
    table = claims.grid.table()
    assert table.rowCount() > LARGE
    assert claims.head.count.text() == f"{table.rowCount():,} claims"
    claims.grid.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J)
    assert claims.grid.currentIndex().row() == 1
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End)
    assert claims.grid.current_id() == table.claim_id(table.rowCount() - 1)


def test_rows_that_come_later_are_selected_where_all_were_to_be(many: Desk, qtbot) -> None:
    screen = ClaimsScreen()
    qtbot.addWidget(screen)
    head = many.claims.head(ClaimFilter(), ClaimOrder.PUBLISHED, descending=True)
    whole = many.claims.listed(ClaimFilter(), ClaimOrder.PUBLISHED, descending=True)
    assert head is not None
    table = screen.grid.table()
    table.show(head, whole=False)
    screen.grid.selectAll()
    assert screen.grid.selected_count() == len(head)
    table.show(whole)
    assert screen.grid.selected_count() == len(whole)
    assert screen.grid.selected() == whole


def test_of_two_quick_questions_the_second_alone_is_shown(qtbot, claims: ClaimsScreen, many: Desk) -> None:
    claims.search("zeppelin")
    claims.search("region 1 7")
    _wait(qtbot, claims)
    wanted = many.claims.ids(claims.narrowed(), ClaimOrder.PUBLISHED, descending=True)
    assert claims.query().text == "region 1 7"
    assert claims.grid.table().claim_ids() == wanted
    assert wanted
    assert claims.head.count.text() == f"{len(wanted):,} claims"


def test_what_was_asked_before_is_not_shown(qtbot) -> None:
    reading, go, seen = Reading(), threading.Event(), list[str]()
    reading.ask([(lambda: go.wait(5) and "old", seen.append)], apart=True)
    reading.ask([(lambda: "new", seen.append), (lambda: "more", seen.append)], apart=True)
    go.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["new", "more"]


def test_where_else_a_figure_is_printed_follows(qtbot, claims: ClaimsScreen, many: Desk) -> None:
    table = claims.grid.table()
    qtbot.waitUntil(lambda: bool(table.index(0, Column.REACH).data()), timeout=10_000)
    (line,) = many.claims.lines([table.claim_id(0)])
    assert table.index(0, Column.REACH).data() == f"{line.same_origins} in {line.same_articles}"


def test_a_list_that_shows_nothing_before_it_is_in_order_says_so(
    qtbot, claims: ClaimsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    say, said = claims.head.show_sorting, list[str]()

    def sorting() -> None:
        say()
        said.append(claims.head.count.text())

    monkeypatch.setattr(claims.head, "show_sorting", sorting)
    claims.order_by(Column.BASIS, descending=False)
    _wait(qtbot, claims)
    assert said == ["Putting in order…"]
    assert claims.head.count.text() == f"{claims.grid.table().rowCount():,} claims"

"""The grid in files and on the clipboard: exactly its rows and columns."""

import csv
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid_columns import Column
from app.services.desk import Desk


@pytest.fixture
def money(desk: Desk) -> list[str]:
    """The claims by value, dearest first."""
    return desk.claims.ids(ClaimFilter(), ClaimOrder.VALUE, descending=True)


def test_the_view_is_written_row_by_row_and_column_by_column(desk: Desk, money: list[str], tmp_path: Path) -> None:
    columns = [Column.FIGURE, Column.HIGH, Column.SPEAKER, Column.PUBLISHED]
    desk.exporting.grid(tmp_path / "view.csv", money[:3], columns)
    with (tmp_path / "view.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = list(csv.reader(file))
    assert head == ["figure", "high", "said_by", "published", "raw_text", "claim_id"]
    assert [row[-1] for row in rows] == money[:3]
    assert rows[0][:4] == ["£2.4bn", "2450000000", "", "2025-03-05"]
    assert rows[1][:3] == ["nearly £160m a year", "160000000", "Ada Fenwick"]


def test_every_column_says_something_of_some_claim_and_sorts(desk: Desk, money: list[str]) -> None:
    desk.reviewing.decide(money[:1], State.ACCEPTED)
    desk.grouping.add("The bridge", ["bridge"], desk.claims.lines(money[:1])[0].record.claim.figure.kind, money)
    head, *rows = desk.exporting.tab_separated(money, list(Column)).split("\n")
    cells = [row.split("\t") for row in rows]
    empty = [name for at, name in enumerate(head.split("\t")) if not any(row[at] for row in cells)]
    assert set(empty) <= {"stance"}
    for column in Column:
        assert set(desk.claims.ids(ClaimFilter(), column.order)) == set(money)


def test_cells_on_the_clipboard_are_no_formulas_and_have_no_tabs(desk: Desk) -> None:
    desk.importing.pasted("Title: =1+1\tof it\nOutlet: @home\n\nThe pier costs £7m.")
    ids = desk.claims.ids(ClaimFilter(words="pier"), ClaimOrder.TEXT)
    row = desk.exporting.tab_separated(ids, [Column.OUTLET, Column.TITLE]).split("\n")[1].split("\t")
    assert row[0] == "'@home"
    assert row[1].startswith("'=1+1")
    assert len(row) == 4


def test_a_length_of_time_tells_its_bounds_in_the_unit_in_which_it_is_written(desk: Desk) -> None:
    desk.importing.pasted("Outlet: Quay\n\nThe slipway took 18 to 24 months, and the lock 42 weeks.")
    ids = desk.claims.ids(ClaimFilter(words="slipway"), ClaimOrder.TEXT)
    columns = [Column.FIGURE, Column.LOW, Column.HIGH, Column.UNIT]
    rows = [row.split("\t")[:4] for row in desk.exporting.tab_separated(ids, columns).split("\n")[1:]]
    assert rows == [["18 to 24 months", "17.5", "24.5", "month"], ["42 weeks", "41.5", "42.5", "week"]]

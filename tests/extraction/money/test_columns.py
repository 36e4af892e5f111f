"""Cells of a table that are money because a head or a title says so."""

import pytest

from app.extraction.money import columns
from tests.extraction.press_sentences import figures, stated
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("Part\t£ billion\nStations\t17.16\nTrack\t3", ["17.16 = 17160000000 GBP", "3 = 3000000000 GBP"]),
        ("Part\tCost (US$m)\tShare\nPier\t1,300\t4", ["1,300 = 1300000000 USD"]),
        ("Part\t£000s\nPier\t(12)", ["(12) = -12000 GBP"]),
        ("Part\t€\nPier\t250", ["250 = 250 EUR"]),
        (
            "Costs (£ million)\t\t\nPart\t2019\t2020\nPier\t1.5\t2",
            ["1.5 = 1500000 GBP", "2 = 2000000 GBP"],
        ),
        ("Costs (£ million)\t\t\nPart\tPaid\tStaff\nPier\t1.5\t2", ["1.5 = 1500000 GBP"]),
        ("Part\t£m\nPier\tabout 5\nMole\tn/a", []),
        ("Part\tHomes\nPier\t5", []),
    ],
)
def test_a_cell_takes_the_currency_of_its_columns_head_or_of_the_tables_title(table: str, expected: list[str]) -> None:
    assert readings(columns.read, f"It has cost more.\n\n{table}\n\nSo it said.") == expected


def test_a_cell_that_names_its_own_currency_keeps_it() -> None:
    assert figures("Part\t£m\nPier\t€5m") == ["€5m = 5000000 EUR"]


def test_the_label_of_a_row_says_of_which_part_its_cells_are() -> None:
    table = "Part\t£bn\nPhase 1: Ely to Diss\t27.18\nPhase 2a: Diss to Bury\t3.48"
    assert stated(table, "27.18") == {"scope": "phase 1"}
    assert stated(table, "3.48") == {"scope": "phase 2a"}

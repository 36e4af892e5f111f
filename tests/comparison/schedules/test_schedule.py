"""The payment schedule: the published treaty payments come out, and figures find the reading that they are."""

from decimal import Decimal

import pytest

from app.comparison.schedules import assumptions, payment_rows, schedule
from app.domain.errors import UserError
from app.domain.figure import Figure
from app.domain.schedule import MatchState, ReadingKind
from tests.comparison.statements import figure, statement
from tests.support.treaty_payments import TABLES, TREATY, green_book, treaty


def close(value: Decimal, expected: str, within: str = "0.01") -> bool:
    return abs(value / Decimal(expected) - 1) <= Decimal(within)


def test_the_fitted_run_reproduces_every_published_total_within_one_per_cent() -> None:
    run = treaty()
    assert close(run.nominal, "34.7e9")
    assert close(run.real, "10e9")
    assert close(run.average, "101e6")
    assert close(run.present_value, "3.4e9")
    lease, grant = run.by_year[13], run.by_year[27]
    assert close(lease.parts[1] / lease.index, "89.2e6")
    assert close(grant.parts[2] / grant.index, "24.2e6")
    assert close(run.by_year[98].cash, "836e6", "0.001")


@pytest.mark.parametrize(
    ("inflation", "lag", "indexed_from", "nominal", "real", "average", "present"),
    [
        ("2.0", 1, "14", "29.80e9", "10.18e9", "102.8e6", "3.44e9"),
        ("2.0", 0, "13", "30.34e9", "10.54e9", "106.5e6", "3.66e9"),
    ],
)
def test_other_assumptions_give_the_other_published_totals(
    inflation: str, lag: int, indexed_from: str, nominal: str, real: str, average: str, present: str
) -> None:
    run = treaty(inflation, lag=lag, payments=TREATY.replace(",14,", f",{indexed_from},"))
    assert close(run.nominal, nominal, "0.002")
    assert close(run.real, real, "0.002")
    assert close(run.average, average, "0.002")
    assert close(run.present_value, present, "0.003")


def test_without_indexation_the_payments_simply_add_up() -> None:
    assert treaty("0").nominal == Decimal("13180000000")


@pytest.mark.parametrize(
    ("said", "basis", "kind"),
    [
        (figure("34.7bn"), {}, ReadingKind.NOMINAL),
        (figure("10bn", words="about"), {"price": "real:2025/26"}, ReadingKind.REAL),
        (figure("101m", per="year"), {}, ReadingKind.AVERAGE),
        (figure("100m", per="year"), {"price": "real"}, ReadingKind.AVERAGE),
        (figure("3.4bn"), {"price": "npv"}, ReadingKind.PRESENT_VALUE),
        (figure("45m", per="year"), {}, ReadingKind.PAYMENT),
        (figure("40m"), {"kind": "one-off"}, ReadingKind.PAYMENT),
        (figure("165m", per="year"), {"scope": "years 1-3"}, ReadingKind.PAYMENT),
    ],
)
def test_a_figure_finds_the_reading_that_it_is(said: Figure, basis: dict[str, str], kind: ReadingKind) -> None:
    found = schedule.match(statement(said, **basis), treaty())
    assert found.state is MatchState.REPRODUCED
    assert found.readings[0].kind is kind
    assert found.sentence.startswith("Reproduced under these assumptions: ")


def test_the_miss_is_told() -> None:
    found = schedule.match(statement(figure("34.7bn")), treaty())
    assert found.miss is not None
    assert Decimal("-0.001") < found.miss < 0
    assert "0.02 % below the printed value" in found.sentence


def test_about_two_hundred_million_a_year_fits_three_stretches_of_years() -> None:
    found = schedule.match(statement(figure("200m", words="about", per="year")), treaty())
    assert found.state is MatchState.AMBIGUOUS
    assert [(reading.first_year, reading.last_year) for reading in found.readings] == [(2, 2), (23, 27), (35, 38)]
    assert found.sentence == "About £200m a year fits three readings; choose one or leave it open."


def test_what_no_basis_gives_is_said_to_be_given_by_none() -> None:
    found = schedule.match(statement(figure("30bn")), treaty())
    assert (found.state, found.readings) == (MatchState.NONE, ())
    assert found.sentence == "No basis tried reproduces £30bn."


def test_a_figure_in_another_currency_is_not_matched() -> None:
    assert schedule.match(statement(figure("34.7bn", "USD")), treaty()).state is MatchState.NONE


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a,b\n1,2\n", "no column from_year"),
        (TREATY.replace("1,3,", "3,1,"), "Line 2"),
        (TREATY.replace("40000000", "forty"), "Line 5"),
        (TREATY.replace("once", "twice"), "Line 5"),
        (TREATY.splitlines()[0], "no payments"),
        (TREATY.replace("2,2,40000000,GBP", "2,2,40000000,USD"), "more than one currency"),
        (TREATY.replace("40000000", "1e999999"), "Line 5"),
        (TREATY.replace("40000000", "nan"), "Line 5"),
        (TREATY.replace("40000000", "4\r5"), "Line 5|no CSV"),
    ],
)
def test_a_schedule_that_cannot_be_read_says_where(text: str, told: str) -> None:
    with pytest.raises(UserError, match=told):
        payment_rows.parse_payments(text)


@pytest.mark.parametrize("text", ["", "two", "1.75,2.31", "1.75x", "1.75x4,", "-2"])
def test_inflation_that_cannot_be_read_says_how_to_write_it(text: str) -> None:
    with pytest.raises(UserError, match=r"1\.75x4,2\.31"):
        assumptions.parse_inflation(text)


@pytest.mark.parametrize(
    "rows",
    [
        "", "1,30", "1,30,much", "1,30,nan", "1,30,-1", "1,30,1e9", "one,30,0.035", "1,30,0.035\n1,inf,0.03",
    ],
)  # fmt: skip
def test_a_table_that_cannot_be_reckoned_with_is_refused(rows: str) -> None:
    with pytest.raises(UserError, match="The table"):
        assumptions.parse_discounts(f"# name: Mine\nyear_from,year_to,rate\n{rows}\n")


def test_a_price_index_without_a_price_is_refused() -> None:
    for row in ("2024,0", "2024", "soon,100"):
        with pytest.raises(UserError, match="The table"):
            assumptions.parse_price_index(f"year,index\n{row}\n")


def test_shipped_tables_say_where_they_come_from() -> None:
    index = assumptions.parse_price_index((TABLES / "uk_gdp_deflator.csv").read_text(encoding="utf-8"))
    for table in (green_book().table, index.table):
        assert "not stated" not in (table.name, table.version, table.source, table.licence, table.date)
    assert dict(index.levels)[2024] == 100

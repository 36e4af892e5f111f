"""Figures on a common basis: what a table or a schedule gives is used with its formula, nothing is guessed."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from app.domain import wording
from app.domain.figure import Kind
from app.domain.schedule import Schedule
from app.services.desk import Desk
from app.services.topics import common_basis, scheduling
from app.services.topics.common_basis import CASH, Apart, Converted, Found, Per
from app.services.topics.comparing import Comparison
from app.shipped import resources
from tests.support.desks import topic_on
from tests.support.treaty_payments import ASSUMED

LEASE = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe lease costs £34.7bn in cash over 99 years. "
    "The lease costs £3.4bn in net present value. The lease costs £200m a year, said one. "
    "The lease costs £50m a year on average in 2019 prices. The lease costs £4m a month in 2019 prices. "
    "The lease costs £165m a year in 2019 prices for the first three years. "
    "The lease costs MUR 600m a year in 2019 prices. The lease costs £5bn over 50 years in 2019 prices.\n"
)


@pytest.fixture
def topic_id(desk: Desk) -> str:
    desk.importing.pasted(LEASE)
    return topic_on(desk, "The lease", "lease", Kind.MONEY)


@pytest.fixture
def comparison(desk: Desk, topic_id: str) -> Comparison:
    return desk.comparing.compare(topic_id)


@pytest.fixture
def schedules(desk: Desk, topic_id: str) -> list[Schedule]:
    payments = scheduling.payments_in(resources() / "sample" / "schedule.csv")
    desk.scheduling.set(Schedule(topic_id=topic_id, name="Treaty", payments=payments, assumed=ASSUMED))
    return desk.scheduling.of(topic_id)


@pytest.fixture
def told(desk: Desk, comparison: Comparison) -> Callable[..., Converted | Apart]:
    """One figure on the common basis, by its words."""

    def of(figure: str, per: Per, year: str, schedules: list[Schedule] | None = None) -> Converted | Apart:
        found: Found = common_basis.convert(comparison, per, year, schedules or [], desk.scheduling, desk.conversions)
        row = next(row for row in comparison.rows if row.figure == figure)
        return found[row.line.record.claim_id]

    return of


def test_a_rate_in_real_prices_is_told_in_those_of_another_year_with_the_index_named(told, desk: Desk) -> None:
    levels = dict(desk.conversions.converting("GBP").prices.levels)
    found = told("£50m a year", Per.YEAR, "2024")
    assert found.value == pytest.approx(Decimal("50e6") * levels[2024] / levels[2019])
    assert "prices of 2019 to 2024, UK GDP deflator" in found.formula
    assert found.formula.startswith("£50m × ")
    assert found.formula.endswith("in 2024 prices")


def test_a_rate_by_the_month_is_told_by_the_year(told) -> None:
    found = told("£4m a month", Per.YEAR, "2019")
    assert found.value == Decimal("48e6")
    assert "× 12 (months a year)" in found.formula


def test_a_total_is_told_as_its_yearly_average_only_over_the_years_that_it_states(told) -> None:
    found = told("£5bn", Per.YEAR, "2019")
    assert found.value == Decimal("1e8")
    assert "÷ 50 years" in found.formula


@pytest.mark.parametrize(
    ("figure", "per", "year", "why"),
    [
        ("£200m a year", Per.YEAR, "2019", "its prices are not stated"),
        ("£34.7bn", Per.YEAR, "2019", "cash of years that no schedule gives"),
        ("£3.4bn", Per.YEAR, "2019", "a present value that no schedule reproduces"),
        ("£165m a year", Per.YEAR, "2019", "holds for years 1–3 alone"),
        ("MUR 600m a year", Per.YEAR, "2019", "no rate of MUR in GBP is known for its day"),
        ("£4m a month", Per.TOTAL, "2019", "for how many years it holds is not stated"),
        ("£50m a year", Per.YEAR, CASH, "in real prices, of which no schedule gives the cash"),
        ("£3.4bn", Per.YEAR, CASH, "a present value that no schedule reproduces"),
        ("£50m a year", Per.YEAR, "1066", "no price index leads from 2019 to 1066"),
    ],
)
def test_where_a_parameter_is_missing_the_figure_has_no_basis_in_common(
    told, figure: str, per: Per, year: str, why: str
) -> None:
    assert told(figure, per, year) == Apart(why=why)


def test_the_schedule_joins_cash_and_present_value_to_its_real_total_and_average(
    told, desk: Desk, schedules: list[Schedule]
) -> None:
    done = desk.scheduling.run(schedules[0])
    cash = told("£34.7bn", Per.YEAR, "2025/26", schedules)
    assert cash.value == pytest.approx(Decimal("34.7e9") * done.average / done.nominal)
    assert "£34.69bn (the real average over the nominal total, schedule Treaty" in cash.formula
    present = told("£3.4bn", Per.TOTAL, "2025/26", schedules)
    assert present.value == pytest.approx(Decimal("3.4e9") * done.real / done.present_value)
    assert present.words == "£10.01bn"


def test_a_payment_of_the_schedule_is_told_by_the_year_with_the_years_in_which_it_is_made(
    told, desk: Desk, schedules: list[Schedule]
) -> None:
    done = desk.scheduling.run(schedules[0])
    desk.importing.pasted("Outlet: Quay\n\nThe wharf costs £165m a year for the first three years.\n")
    comparison = desk.comparing.compare(topic_on(desk, "The wharf lease", "wharf", Kind.MONEY))
    (found,) = common_basis.convert(
        comparison, Per.YEAR, "2025/26", schedules, desk.scheduling, desk.conversions
    ).values()
    worth = sum(Decimal("165e6") / year.index for year in done.by_year[:3]) / 3
    assert isinstance(found, Converted)
    assert found.value == pytest.approx(worth)
    assert found.words.endswith("m a year (years 1–3)")
    assert "the real average of years 1–3 over its amount, schedule Treaty" in found.formula
    (cash,) = common_basis.convert(comparison, Per.YEAR, CASH, schedules, desk.scheduling, desk.conversions).values()
    assert isinstance(cash, Converted)
    assert cash.value == Decimal("165e6")


def test_a_payment_is_no_whole_and_one_made_once_no_yearly_sum(desk: Desk, schedules: list[Schedule]) -> None:
    desk.importing.pasted(
        "Outlet: Wharf\n\nThe wharf costs £165m a year for the first three years. "
        "Then there is £40m for the wharf, paid once, in the second year.\n"
    )
    comparison = desk.comparing.compare(topic_on(desk, "The wharf", "wharf", Kind.MONEY))
    means = ("2025/26", schedules, desk.scheduling, desk.conversions)
    by_year = common_basis.convert(comparison, Per.YEAR, *means)
    in_all = common_basis.convert(comparison, Per.TOTAL, *means)
    claims = {row.line.record.claim.surface: row.claim_id for row in comparison.rows}
    assert by_year[claims["£40m"]] == Apart(why="paid once, in year 2")
    assert isinstance(in_all[claims["£165m a year"]], Apart)


def test_an_interval_is_converted_with_its_value(told, comparison: Comparison) -> None:
    row = next(row for row in comparison.rows if row.figure == "£5bn")
    found = told("£5bn", Per.YEAR, "2019")
    assert row.interval is not None
    assert found.interval.halo.low == row.interval.halo.low / 50
    assert found.interval.halo.high == row.interval.halo.high / 50


def test_the_prices_offered_begin_with_those_that_are_stated_most(
    desk: Desk, comparison: Comparison, schedules: list[Schedule]
) -> None:
    years = common_basis.price_years(comparison, schedules, desk.conversions)
    assert years[:2] == ["2019", "2025/26"]
    assert len(years) == len(set(years))
    assert "1995" in years


def test_in_cash_a_figure_that_states_no_prices_stands_as_printed_and_says_so(told) -> None:
    unstated = told("£200m a year", Per.YEAR, CASH)
    assert (unstated.value, unstated.formula) == (
        Decimal("200e6"),
        "£200m = £200m a year; its prices are not stated",
    )
    cash = told("£34.7bn", Per.YEAR, CASH)
    assert cash.formula == "£34.7bn ÷ 99 years = £350.5m a year in cash"


def test_the_schedule_tells_its_real_total_and_present_value_in_cash(
    told, desk: Desk, schedules: list[Schedule]
) -> None:
    done = desk.scheduling.run(schedules[0])
    present = told("£3.4bn", Per.TOTAL, CASH, schedules)
    assert present.value == pytest.approx(Decimal("3.4e9") * done.nominal / done.present_value)
    assert present.formula.endswith("in cash")
    cash = told("£34.7bn", Per.YEAR, CASH, schedules)
    assert cash.value == pytest.approx(Decimal("34.7e9") / done.terms.years)
    assert "(the nominal average over the nominal total, schedule Treaty" in cash.formula


def test_where_no_figure_states_prices_none_are_assumed(desk: Desk) -> None:
    desk.importing.pasted("Outlet: Quay\n\nThe pier costs £20m a year. The pier costs £90m over 5 years.\n")
    comparison = desk.comparing.compare(topic_on(desk, "The pier", "pier", Kind.MONEY))
    years = common_basis.price_years(comparison, [], desk.conversions)
    assert years[0] == CASH
    found = common_basis.convert(comparison, Per.YEAR, CASH, [], desk.scheduling, desk.conversions)
    told = [one.words for one in found.values() if isinstance(one, Converted)]
    assert sorted(told) == ["£18m a year", "£20m a year"]


def test_a_currency_without_a_price_index_is_looked_at_as_printed_first(desk: Desk) -> None:
    desk.importing.pasted(
        "Outlet: Quay\n\nThe pier costs $20m a year. The pier costs $90m over 5 years. "
        "The pier costs $85m over 5 years in 2022 prices.\n"
    )
    comparison = desk.comparing.compare(topic_on(desk, "The pier", "pier", Kind.MONEY))
    assert common_basis.price_years(comparison, [], desk.conversions) == [CASH, "2022"]


RAILWAY = (
    "Outlet: Quay\nDate: 2025-05-23\n\nThe railway will cost £50bn in 2015 prices. The railway will cost £62bn in 2019 "
    "prices, of which tunnels take £4bn. The railway needs £3bn a year in 2015 prices. The railway will cost £72bn to "
    "£78bn in 2015 prices, and up to £90bn in 2019 prices.\n"
)


def test_the_cost_of_a_project_is_told_in_other_prices_though_nobody_states_its_years(desk: Desk) -> None:
    desk.importing.pasted(RAILWAY)
    comparison = desk.comparing.compare(topic_on(desk, "The railway", "railway", Kind.MONEY))
    means = ("2019", [], desk.scheduling, desk.conversions)
    per = common_basis.first_per(comparison, *means)
    assert per is Per.STATED
    found = common_basis.convert(comparison, per, *means)
    told = {row.figure: found[row.claim_id] for row in comparison.rows}
    levels = dict(desk.conversions.converting("GBP").prices.levels)
    assert told["£50bn"].value == pytest.approx(Decimal("50e9") * levels[2019] / levels[2015])
    assert told["£62bn"].words == "£62bn"
    assert told["£3bn a year"].words.endswith(" a year")
    assert told["£4bn"] == Apart(why="its prices are not stated")
    rise = levels[2019] / levels[2015]
    ends = [wording.amount(Decimal(end) * rise, "GBP") for end in ("72e9", "78e9")]
    assert told["£72bn to £78bn"].words == " to ".join(ends)
    assert told["£72bn to £78bn"].formula.startswith("£72bn to £78bn × ")
    assert told["up to £90bn"].words == "up to £90bn"


def test_rent_is_told_by_the_year_where_nobody_chose(desk: Desk, comparison: Comparison) -> None:
    assert common_basis.first_per(comparison, "2019", [], desk.scheduling, desk.conversions) is Per.YEAR


def test_the_sum_of_one_years_accounts_is_so_much_a_year_and_says_which_year(desk: Desk) -> None:
    desk.importing.pasted(
        "Outlet: Quay\nDate: 2025-05-23\n\nIn 2022-23, the council spent £36m on trams. Trams took £7m in fares in "
        "2021. Trams cost £40m a year. In December 2023 the council paid £3m for trams. Trams were valued at £90m "
        "in 2024. The trams of 2019 cost £80m to build.\n"
    )
    comparison = desk.comparing.compare(topic_on(desk, "Trams", "trams", Kind.MONEY))
    means = (CASH, [], desk.scheduling, desk.conversions)
    by_year = common_basis.convert(comparison, Per.YEAR, *means)
    told = {row.figure: by_year[row.claim_id] for row in comparison.rows}
    assert {figure: one.words for figure, one in told.items() if isinstance(one, Converted)} == {
        "£36m": "£36m a year (April 2022 to March 2023)",
        "£7m": "£7m a year (2021)",
        "£40m a year": "£40m a year",
    }
    in_all = common_basis.convert(comparison, Per.TOTAL, *means)
    assert {in_all[row.claim_id] for row in comparison.rows if row.figure == "£36m"} == {Apart(why="covers 1 year")}

"""What the program answers for two figures side by side: rates, currencies, prices and every other basis."""

from decimal import Decimal

import pytest

from app.comparison import verdict
from app.domain.claim import Stance
from app.domain.schedule import PriceIndex, Table
from app.domain.verdict import Reason, Severity, Verdict
from tests.comparison.judgements import RATES, a_year, judged
from tests.comparison.statements import day, figure, statement

R, V = Reason, Verdict


def test_two_rates_that_no_basis_tells_apart_are_in_conflict_and_the_bare_one_takes_the_others_currency() -> None:
    answer = judged(a_year("200m", "nearly", unit=None), a_year("100m"))
    assert answer.verdict is V.CONFLICT
    assert answer.reasons == (R.MAGNITUDE,)
    assert answer.size is not None
    assert (answer.size.ratio, answer.size.gap, answer.size.severity) == (2, 100_000_000, Severity.MAJOR)
    assert answer.sentence == (
        "Conflict: nearly £200m a year is about twice £100m a year; neither states years or prices. "
        "The bare 200m is taken as £200m, like the other figure."
    )
    assert answer.short == "£100m apart as printed"
    assert answer.question == "Which years, and which prices, does each speaker mean?"


def test_an_amount_with_no_period_beside_a_rate_is_a_total() -> None:
    answer = judged(statement(figure("30bn")), a_year("100m"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.RATE_VS_TOTAL,))
    assert answer.short == "total against a rate"


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ({}, "£205m is a total with no stated period"),
        ({"scope": "year 2"}, "£205m is a total, for year 2"),
        ({"period": "2027"}, "£205m is a total, for 2027"),
    ],
)
def test_a_total_whose_years_are_said_is_not_told_to_have_no_period(basis: dict[str, str], words: str) -> None:
    answer = judged(a_year("100E6"), statement(figure("205E6"), kind="total", **basis))
    assert f"{words}." in answer.sentence


def test_kinds_are_named_with_their_article() -> None:
    assert judged(a_year("100m"), statement(figure("40m"), kind="one-off")).short == "one-off against a rate"
    assert judged(a_year("100m"), statement(figure("400m"), kind="one-off")).short == "rate against a one-off"


def test_an_amount_with_no_period_that_meets_the_rate_is_the_rate() -> None:
    answer = judged(statement(figure("100m")), a_year("101m"))
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.ROUNDING,))


def test_a_total_that_says_so_stays_a_total_even_where_the_values_meet() -> None:
    answer = judged(statement(figure("165m"), kind="total"), a_year("165m"))
    assert R.RATE_VS_TOTAL in answer.reasons


def test_an_average_rate_is_multiplied_out() -> None:
    rate = a_year("101m", scope="99-year average", horizon="P99Y", price="real:2025/26")
    total = statement(figure("10bn", words="about"), kind="total", price="real:2025/26")
    answer = judged(rate, total)
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.ANNUALISED, R.APPROX))
    assert answer.conversion == "£101m × 99 years = £9.999bn"


def test_a_product_that_misses_is_a_conflict_only_where_both_state_one_price_basis() -> None:
    rate = a_year("101m", scope="99-year average", horizon="P99Y", price="real:2025/26")
    same = judged(rate, statement(figure("30bn"), kind="total", price="real:2025/26"))
    silent = judged(rate, statement(figure("30bn"), kind="total"))
    assert (same.verdict, same.reasons) == (V.CONFLICT, (R.ANNUALISED, R.MAGNITUDE))
    assert same.sentence == "Conflict: £101m × 99 years = £9.999bn, and the total is given as £30bn."
    assert silent.verdict is V.DIFFERS_BY_BASIS
    assert silent.reasons[0] is R.RATE_VS_TOTAL


def test_currencies_are_converted_at_the_rate_of_the_earlier_day() -> None:
    answer = judged(
        statement(figure("1.6bn"), "The package is worth £1.6 billion.", on="2025-03-02"),
        statement(figure("2bn", "USD"), "The package is worth $2 billion.", on="2025-03-02"),
    )
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.FX_CONVERTED, R.ROUNDING))
    assert answer.conversion == "$2bn × 0.7935 = £1.587bn (ECB reference rate of 28 Feb 2025)"


def test_equal_values_after_a_conversion_are_at_best_compatible() -> None:
    answer = judged(statement(figure("1.587bn"), on="2025-03-02"), statement(figure("2bn", "USD"), on="2025-03-02"))
    assert answer.verdict is V.COMPATIBLE


@pytest.mark.parametrize("on", ["1970-01-01", None])
def test_without_a_rate_for_the_day_the_currencies_stay_apart(on: str | None) -> None:
    answer = judged(statement(figure("1.6bn"), on=on), statement(figure("2bn", "USD"), on=on))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.CURRENCY,))


def test_a_currency_without_any_rate_stays_apart() -> None:
    answer = judged(statement(figure("1.6bn")), statement(figure("90bn", "MUR")))
    assert answer.reasons == (R.CURRENCY,)


def test_two_foreign_currencies_meet_in_the_topics() -> None:
    a = statement(figure("350bn", "USD"), on="2025-02-19", currency="EUR")
    b = statement(figure("114bn", "EUR"), on="2025-02-14", currency="EUR")
    answer = judged(a, b)
    assert answer.size is not None
    assert answer.size.unit == "EUR"
    assert answer.reasons == (R.FX_CONVERTED, R.MAGNITUDE)


def test_two_bare_amounts_take_the_topics_currency() -> None:
    answer = judged(a_year("200m", unit=None, currency="GBP"), a_year("200m", unit=None, currency="GBP"))
    assert answer.verdict is V.AGREE
    assert "£200m" in answer.sentence


def test_a_bare_amount_takes_its_topics_currency_and_never_the_foreign_one_beside_it() -> None:
    bare, foreign = (
        a_year("200m", unit=None, currency="GBP"),
        a_year("87m", unit="USD", currency="GBP", on="2025-05-22"),
    )
    for pair in ((bare, foreign), (foreign, bare)):
        answer = judged(*pair)
        assert answer.size is not None
        assert (answer.size.unit, answer.reasons) == ("GBP", (R.FX_CONVERTED, R.MAGNITUDE))
        assert "The bare 200m is taken as £200m, like most amounts of its topic." in answer.sentence
    assert judged(bare, a_year("600m", unit="MUR", currency="GBP")).reasons == (R.CURRENCY,)


def test_a_denied_figure_is_judged_as_printed_and_the_denial_is_said() -> None:
    denied = statement(figure("30bn"), stance=Stance.DENIES, speaker="the FCDO")
    same = judged(denied, statement(figure("30bn")))
    apart = judged(denied, a_year("100m"))
    assert same.verdict is V.AGREE
    assert "denied by the FCDO" in same.sentence
    assert apart.short == "denied by the FCDO"


def test_cash_and_present_value_differ_in_prices() -> None:
    answer = judged(
        statement(figure("3.4bn"), kind="total", price="npv"),
        statement(figure("34.7bn"), kind="total", price="nominal"),
    )
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.PRICE_BASIS,))
    assert answer.sentence == "Different bases: £3.4bn is a present value; £34.7bn is cash."


def test_cash_beside_silence_is_no_difference() -> None:
    answer = judged(statement(figure("34.7bn"), price="nominal"), statement(figure("35bn")))
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.ROUNDING,))
    assert answer.sentence == "£35bn is £34.7bn rounded to the nearest billion."
    assert answer.short == "£35bn is £34.7bn rounded"


def test_a_marked_basis_that_one_side_states_explains_values_that_lie_apart() -> None:
    answer = judged(a_year("30bn", "about", price="real:2025/26"), a_year("40bn"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.PRICE_BASIS, R.BASIS_UNSTATED))


def test_a_marked_basis_that_one_side_states_is_no_matter_where_the_values_meet() -> None:
    answer = judged(a_year("101m", price="real:2025/26", scope="average"), a_year("100m"))
    assert answer.verdict is V.COMPATIBLE
    assert answer.short == "£100m is £101m rounded"


@pytest.mark.parametrize(
    ("field", "one", "other", "reason"),
    [
        ("scope", "years 1-3", "from year 4", R.SCOPE),
        ("scope", "average", "years 1-3", R.SCOPE),
        ("scope", "including options", "firm contract", R.SCOPE),
        ("scope", "including pensions", "excluding pensions", R.SCOPE),
        ("baseline", "this year's cash budget", "keeping the share of gdp steady", R.BASELINE),
        ("assumption", "prices rise 2%", "the watchdog's long-run forecast", R.ASSUMPTION),
        ("period", "2023", "2024", R.REF_PERIOD),
        ("price", "real:2019", "real:2023/24", R.PRICE_BASIS),
    ],
)
def test_every_field_that_both_state_otherwise_is_named(field: str, one: str, other: str, reason: Reason) -> None:
    answer = judged(statement(figure("20bn"), **{field: one}), statement(figure("75bn"), **{field: other}))
    assert answer.verdict is V.DIFFERS_BY_BASIS
    assert reason in answer.reasons


def test_all_differences_are_named_at_once() -> None:
    answer = judged(
        a_year("101m", price="real:2025/26", scope="average"), statement(figure("3.4bn"), kind="total", price="npv")
    )
    assert answer.reasons == (R.RATE_VS_TOTAL, R.PRICE_BASIS, R.SCOPE, R.BASIS_UNSTATED)


def test_what_one_counts_in_and_the_other_leaves_out_is_scope() -> None:
    a = statement(figure("5.2", "percent"), "Pay excluding bonuses rose 5.2%.", surface="5.2%")
    b = statement(figure("4.6", "percent"), "Pay including bonuses rose 4.6%.", surface="4.6%")
    assert judged(a, b).reasons == (R.SCOPE,)


def test_rates_per_month_and_per_year_bring_their_conversion() -> None:
    answer = judged(statement(figure("12m", per="month")), statement(figure("150m", per="year")))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.PERIOD,))
    assert answer.conversion == "£12m × 12 = £144m a year"


def test_dates_apart_are_told_in_the_unit_people_would_use() -> None:
    assert judged(statement(day("2030")), statement(day("2035"))).short == "5 years apart"
    assert judged(statement(day("2025-05-22")), statement(day("2025-06-03"))).short == "12 days apart"


def test_by_how_much_it_rose_is_not_what_it_is() -> None:
    a = a_year("472", text="The pension rises by £472 a year.", surface="£472 a year")
    b = a_year("11,973", text="The pension is £11,973 a year.", surface="£11,973 a year")
    assert judged(a, b).reasons == (R.KIND,)


def test_a_target_is_not_contradicted_by_what_was_reached() -> None:
    a = statement(figure("300,000", "home"), status="target")
    assert judged(a, statement(figure("221,000", "home"), status="outturn")).reasons == (R.KIND,)


def test_a_figure_beside_one_of_some_years_is_for_years_that_it_does_not_state() -> None:
    answer = judged(a_year("100m"), a_year("165m", scope="years 1-3"))
    said = "Different bases: £100m a year is for years not stated; £165m a year is for years 1–3."
    assert answer.sentence == said


def test_rates_of_which_one_is_only_aimed_at_are_not_told_apart_as_a_rate_and_a_rate() -> None:
    answer = judged(statement(figure("90m", per="year"), status="estimate"), a_year("45m", status="target"))
    assert answer.reasons == (R.KIND,)
    assert answer.short == "target against an estimate"
    assert answer.sentence == "Different bases: £45m a year is a target; £90m a year is an estimate."
    assert answer.question == "Is each figure an aim, or what came of one?"


def test_two_price_years_bring_their_conversion() -> None:
    table = Table(name="GDP deflator", version="", source="", licence="", date="")
    index = PriceIndex(table=table, levels=((2019, Decimal(80)), (2023, Decimal(96)), (2024, Decimal(100))))
    a = statement(figure("49bn", to="56bn"), price="real:2019")
    b = statement(figure("66bn", words="up to"), price="real:2023/24")
    answer = verdict.judge(a, b, RATES, index)
    assert answer.reasons == (R.PRICE_BASIS,)
    assert answer.conversion == (
        "£49bn to £56bn in 2019 prices × 1.2125 = £59.41bn to £67.9bn in 2023/24 prices (GDP deflator)"
    )


def test_two_countries_that_each_give_are_two_places() -> None:
    a = statement(figure("17bn", "EUR"), "Germany has given €17bn.", surface="€17bn")
    b = statement(figure("14bn", "EUR"), "Britain has given €14bn.", surface="€14bn")
    assert judged(a, b).reasons == (R.GEOGRAPHY,)


def test_extra_alone_is_no_starting_point() -> None:
    answer = judged(
        statement(figure("75bn"), baseline="extra"), statement(figure("20bn"), baseline="a frozen share of gdp")
    )
    assert answer.reasons == (R.BASELINE, R.BASIS_UNSTATED)

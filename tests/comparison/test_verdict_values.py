"""What is answered where bases do not decide: deadlines, units, revisions, events, days, and the analyst's word."""

from dataclasses import replace

import pytest

from app.comparison.statement import Statement
from app.domain.basis import Stated
from app.domain.figure import Figure, Kind
from app.domain.verdict import Reason, Severity, Verdict
from tests.comparison.judgements import a_year, judged
from tests.comparison.statements import day, figure, statement

R, V = Reason, Verdict


def test_one_share_with_two_deadlines_is_a_conflict() -> None:
    share = figure("3.5", "percent")
    answer = judged(
        statement(share, kind="share", denominator="GDP", target_date="2032"),
        statement(share, kind="share", denominator="GDP", target_date="2035"),
    )
    assert (answer.verdict, answer.reasons) == (V.CONFLICT, (R.TARGET_DATE,))
    assert "by 2032" in answer.sentence
    assert "by 2035" in answer.sentence


def test_two_shares_with_two_deadlines_differ_by_basis() -> None:
    answer = judged(
        statement(figure("3", "percent"), kind="share", denominator="GDP", target_date="2032"),
        statement(figure("5", "percent"), kind="share", denominator="GDP", target_date="2035"),
    )
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.TARGET_DATE,))


def test_one_sum_over_two_numbers_of_years_is_a_conflict_whatever_bounds_it() -> None:
    answer = judged(statement(figure("28bn", words="up to"), horizon="P10Y"), statement(figure("28bn"), horizon="P4Y"))
    assert (answer.verdict, answer.reasons) == (V.CONFLICT, (R.HORIZON,))


def test_an_open_bound_does_not_make_two_horizons_conflict() -> None:
    answer = judged(statement(figure("28bn", words="up to"), horizon="P10Y"), statement(figure("5bn"), horizon="P4Y"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.HORIZON,))


def test_percent_and_points_are_not_one_unit() -> None:
    answer = judged(statement(figure("0.3", "percent")), statement(figure("0.3", "percentage_point")))
    assert (answer.verdict, answer.reasons[0]) == (V.DIFFERS_BY_BASIS, R.PCT_VS_PP)


@pytest.mark.parametrize(("percent", "expected"), [("40", V.AGREE), ("60", V.CONFLICT)])
def test_percent_and_points_from_the_same_end_points_are_checked(percent: str, expected: Verdict) -> None:
    a = statement(figure(percent, "percent"), f"A rise from 2.5% to 3.5% is a {percent}% increase.")
    b = statement(figure("1", "percentage_point"), "It goes up by one point, from 2.5 per cent to 3.5 per cent.")
    answer = judged(a, b)
    assert answer.verdict is expected
    assert (R.DERIVED in answer.reasons) is (expected is V.AGREE)


@pytest.mark.parametrize(("amount", "expected"), [("2", V.AGREE), ("3", V.NOT_COMPARABLE)])
def test_an_amount_and_per_cent_of_one_change_agree_where_both_follow_from_its_ends(
    amount: str, expected: Verdict
) -> None:
    a = statement(figure(amount), f"Entry went up by £{amount}, from £8 to £10.", kind="change")
    b = statement(figure("25", "percent"), "Entry rose by 25 per cent, from £8 to £10.", kind="change")
    assert judged(a, b).verdict is expected
    of_shares = statement(figure("25", "percent"), "Entry rose by 25 per cent, from 8% to 10%.", kind="change")
    assert judged(a, of_shares).verdict is V.NOT_COMPARABLE


def test_money_and_its_share_of_a_whole_differ_by_basis() -> None:
    share = statement(figure("0.58", "percent"), kind="share", denominator="national income")
    assert judged(share, statement(figure("15.3bn"))).reasons == (R.UNIT,)


def test_money_and_a_percentage_that_is_no_share_are_not_comparable() -> None:
    answer = judged(statement(figure("40", "percent"), kind="change"), statement(figure("15.3bn")))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIMENSION,))


def test_a_later_figure_of_the_same_source_replaces_the_earlier() -> None:
    earlier = statement(
        figure("132bn", "EUR"), "The tracker put aid at €132bn.", on="2025-02-14", speaker="Kiel tracker"
    )
    later = statement(
        figure("138bn", "EUR"), "The tracker puts aid at €138bn.", on="2025-04-15", speaker="the Kiel Institute"
    )
    answer = judged(earlier, later)
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.REVISED,))
    assert answer.sentence == "€132bn was replaced on 15 April 2025 by €138bn, a later release of the same source."


def test_only_what_both_state_is_said_of_both() -> None:
    stated, silent = a_year("165m", scope="years 1-3"), a_year("165m")
    assert judged(stated, stated).sentence == "Both say £165m a year for years 1–3."
    assert "years 1–3" not in judged(stated, silent).sentence


def test_a_later_figure_of_another_source_does_not() -> None:
    earlier = statement(figure("132bn"), "It was £132bn.", on="2025-02-14", speaker="Kiel tracker")
    later = statement(figure("350bn"), "It is now £350bn.", on="2025-04-15", speaker="the president")
    assert judged(earlier, later).verdict is V.CONFLICT


def test_officials_without_a_name_may_be_the_ones_who_spoke_before() -> None:
    earlier = statement(figure("100m"), "The offer was £100m.", on="2024-12-18", speaker="official")
    later = statement(
        figure("90m"), "They now put it at £90m.", on="2025-02-04", speaker="officials close to the talks"
    )
    assert judged(earlier, later).verdict is V.SUPERSEDED


def test_a_signed_figure_replaces_a_reported_one() -> None:
    earlier = a_year("90m", on="2025-02-04", status="reported")
    later = a_year("120m", on="2025-05-22", status="signed", scope="from year 4")
    answer = judged(earlier, later)
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.HIGHER_STATUS,))


def test_a_later_report_does_not_replace_a_signed_figure() -> None:
    earlier = a_year("120m", on="2025-02-04", status="signed")
    assert judged(earlier, a_year("90m", on="2025-05-22", status="reported")).verdict is V.CONFLICT


def test_copies_of_one_story_are_said_to_count_once() -> None:
    about = figure("10bn", words="around")
    answer = judged(statement(about, origin="wire-1"), statement(about, origin="wire-1"))
    assert (answer.verdict, answer.reasons) == (V.COMPATIBLE, (R.SAME_ORIGIN, R.APPROX))


def test_a_previous_and_a_new_order_are_two_events() -> None:
    a = statement(figure("162m"), "A previous batch of 650 missiles cost £162 million.")
    b = statement(figure("1.6bn", words="up to"), "The new order of 5,000 missiles is worth up to £1.6bn.")
    answer = judged(a, b)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_EVENT,))


def test_equal_numbers_of_different_things_are_said_to_mean_nothing() -> None:
    a = statement(figure("28bn"), "The funding gap is put at £28 billion.", surface="£28 billion")
    b = statement(figure("28bn", None), "Firms may bid for the 28 billion national wealth fund.", surface="28 billion")
    answer = judged(a, b)
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIFFERENT_MEASURE, R.SAME_NUMBER))


def test_missiles_and_money_are_joined_by_nothing() -> None:
    answer = judged(statement(figure("5,000", "missile")), statement(figure("5,000")))
    assert (answer.verdict, answer.reasons) == (V.NOT_COMPARABLE, (R.DIMENSION, R.SAME_NUMBER))


def test_one_word_for_a_counted_thing_is_as_good_as_another() -> None:
    assert judged(statement(figure("5,000", "soldier")), statement(figure("5,000", "troop"))).verdict is V.AGREE
    assert judged(statement(figure("5,000", "soldier")), statement(figure("5,000", "home"))).verdict is V.NOT_COMPARABLE


def test_miles_and_kilometres_are_brought_together() -> None:
    answer = judged(statement(figure("2,000", "kilometre")), statement(figure("1,243", "mile")))
    assert answer.verdict is V.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other", "expected", "reasons"),
    [
        ("2025-05-22", "2025-05-22", V.AGREE, ()),
        ("2025-05-22", "2025-05", V.COMPATIBLE, (R.GRANULARITY,)),
        ("2025-05-22", "2025-04", V.CONFLICT, (R.DATE,)),
        ("2032", "2035", V.CONFLICT, (R.TARGET_DATE,)),
    ],
)
def test_dates_are_set_against_each_other_by_their_days(
    one: str, other: str, expected: Verdict, reasons: tuple[Reason, ...]
) -> None:
    answer = judged(statement(day(one)), statement(day(other)))
    assert (answer.verdict, answer.reasons) == (expected, reasons)
    assert answer.size is None or answer.size.ratio is None


def test_places_in_which_a_thing_is_measured_tell_figures_apart() -> None:
    a = statement(figure("3", "percent"), "Unemployment in France fell to 3%.", surface="3%")
    b = statement(figure("6", "percent"), "German unemployment fell to 6%.", surface="6%")
    assert judged(a, b).reasons == (R.GEOGRAPHY,)


def test_who_pays_and_who_is_paid_are_one_payment() -> None:
    a = a_year("100m", text="Britain will pay £100m a year.", surface="£100m a year")
    b = a_year("165m", text="Mauritius gets £165m a year.", surface="£165m a year")
    assert judged(a, b).verdict is V.CONFLICT


def test_a_thousandfold_gap_is_said_to_be_a_likely_slip() -> None:
    answer = judged(a_year("165bn"), a_year("165m"))
    assert answer.reasons == (R.MAGNITUDE, R.SUSPECT_SLIP)
    assert answer.size is not None
    assert answer.size.severity is Severity.ORDER_OF_MAGNITUDE


def settled(said: Statement, kind: str) -> Statement:
    """The statement after the analyst said what its figure measures."""
    basis = replace(said.claim.basis, kind=Stated(value=kind, by_analyst=True))
    return replace(said, claim=replace(said.claim, basis=basis))


@pytest.mark.parametrize("kind", ["one-off", "other", "share"])
def test_what_the_analyst_says_it_measures_decides_and_not_the_words_of_the_figure(kind: str) -> None:
    answer = judged(settled(a_year("100m"), kind), a_year("200m"))
    assert answer.verdict is V.DIFFERS_BY_BASIS
    assert R.KIND in answer.reasons


def test_a_level_that_the_analyst_found_is_no_rate_of_the_same_number() -> None:
    answer = judged(settled(statement(figure("100m")), "level"), a_year("100m"))
    assert (answer.verdict, answer.reasons) == (V.DIFFERS_BY_BASIS, (R.KIND,))


def test_what_the_analyst_cannot_say_counts_as_not_stated() -> None:
    unknown = settled(a_year("100m"), "unknown")
    assert judged(unknown, statement(figure("100m"))).verdict is V.AGREE
    assert judged(unknown, a_year("200m")).reasons == (R.RATE_VS_TOTAL,)


def test_what_two_figures_were_brought_to_is_told() -> None:
    assert judged(a_year("100m"), a_year("200m")).compared_in == "GBP per year"
    assert judged(statement(figure("34.7bn")), statement(figure("35bn"))).compared_in == "GBP"
    percent = [statement(figure(number, "percent")) for number in ("3.5", "4.5")]
    assert judged(percent[0], percent[1]).compared_in == "percent"
    grown = judged(a_year("10m", horizon="P10Y"), statement(figure("100m"), kind="total", horizon="P10Y"))
    assert (grown.verdict, grown.compared_in) == (V.COMPATIBLE, "GBP")
    assert judged(a_year("100m"), statement(figure("3.4bn"), price="npv")).compared_in is None
    assert judged(statement(day("2032")), statement(day("2035"))).compared_in is None


def test_two_figures_that_the_analyst_calls_totals_are_compared_as_totals() -> None:
    answer = judged(settled(a_year("100m"), "total"), statement(figure("100m"), kind="total"))
    assert answer.verdict is V.AGREE


def test_a_bare_amount_is_named_in_its_topics_currency_where_no_rate_is_known() -> None:
    rupees = statement(figure("87m", "MUR", per="year"), currency="GBP")
    bare = statement(figure("200m", None, "nearly", per="year"), currency="GBP")
    for answer in (judged(rupees, bare), judged(bare, rupees)):
        assert answer.reasons == (R.CURRENCY,)
        assert "is in MUR" in answer.sentence
        assert "£200m a year is in GBP" in answer.sentence


def test_what_is_told_of_a_year_that_is_over_replaces_what_was_forecast_for_it() -> None:
    text = "Exports of mangoes in 2024 were 1,420 tonnes."
    forecast = statement(figure("1,900", "tonne"), "1,900 tonnes are forecast.", status="forecast", on="2024-03-18")
    came = statement(figure("1,420", "tonne"), text, surface="1,420 tonnes", period="2024", on="2025-01-14")
    answer = judged(forecast, came)
    assert (answer.verdict, answer.reasons) == (V.SUPERSEDED, (R.HIGHER_STATUS,))
    early = replace(came, published=forecast.published and forecast.published.replace(month=6))
    assert judged(forecast, early).verdict is V.CONFLICT


def test_who_speaks_says_nothing_of_what_is_measured() -> None:
    a = statement(figure("184", "seat"), "The dome will have 184 seats, the science centre says.", surface="184 seats")
    b = statement(figure("220", "seat"), "It will have 220 seats, according to the university.", surface="220 seats")
    assert judged(a, b).verdict is V.CONFLICT


def test_whoever_has_so_many_stands_for_a_place_beside_another() -> None:
    a = statement(figure("14", "cinema"), "Ontario has 14 cinemas.", surface="14 cinemas")
    b = statement(figure("39", "cinema"), "There are 39 cinemas in Canada.", surface="39 cinemas")
    assert (judged(a, b).verdict, judged(a, b).reasons) == (V.DIFFERS_BY_BASIS, (R.GEOGRAPHY,))
    owned = statement(figure("39", "cinema"), "Ontario has 39 cinemas.", surface="39 cinemas")
    assert judged(a, owned).verdict is V.CONFLICT


def test_a_share_far_from_another_is_hardly_of_the_same_whole() -> None:
    of_dues = statement(figure("4", "percent"), "It lost 4% of dues.", surface="4%", denominator="dues", kind="share")
    for written, expected in (("40", V.DIFFERS_BY_BASIS), ("5", V.CONFLICT)):
        bare = statement(figure(written, "percent"), f"It lost {written}%.", surface=f"{written}%", kind="share")
        assert judged(of_dues, bare).verdict is expected
    assert (
        "of no stated whole"
        in judged(of_dues, statement(figure("40", "percent"), "It lost 40%.", surface="40%")).sentence
    )


def test_a_range_of_lengths_is_compared_with_a_length_in_another_unit() -> None:
    ends = figure("18", "month", to="24", kind=Kind.DURATION)
    for date, verdict in (("P2Y", V.COMPATIBLE), ("P80W", V.COMPATIBLE), ("P20M", V.COMPATIBLE), ("P4Y", V.CONFLICT)):
        text = "The quay took so long to build."
        other = Figure(kind=Kind.DURATION, date=date)
        assert judged(statement(ends, text), statement(other, text)).verdict is verdict, date
    said = judged(statement(ends, text), statement(other, text)).sentence
    assert "18 to 24 months" in said

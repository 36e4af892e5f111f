"""How wide a written number is: the tables of the specification, row by row."""

from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from app.comparison.amounts import interval, widths
from app.domain import lengths
from app.domain.figure import Figure, Kind, Qualifier
from app.domain.interval import INFINITY
from app.domain.wording import bounds
from tests.comparison.statements import day, figure, value


@pytest.mark.parametrize(
    ("written", "core", "halo"),
    [
        ("100m", "99.5–100.5m", "95–105m"),
        ("101m", "100.5–101.5m", "100.5–101.5m"),
        ("120m", "119.5–120.5m", "115–125m"),
        ("165m", "164.5–165.5m", "162.5–167.5m"),
        ("34.7bn", "34.65–34.75bn", "34.65–34.75bn"),
        ("35bn", "34.5–35.5bn", "33.25–36.75bn"),
        ("30bn", "29.5–30.5bn", "28.5–31.5bn"),
        ("2bn", "1.9–2.1bn", "1.9–2.1bn"),
        ("5,000", "4,999.5–5,000.5", "4,750–5,250"),
        ("36,816", "36,815.5–36,816.5", "36,815.5–36,816.5"),
        ("1.16bn", "1.155–1.165bn", "1.155–1.165bn"),
    ],
)
def test_a_plain_number_reaches_as_far_as_its_digits_say(written: str, core: str, halo: str) -> None:
    found = interval.of(figure(written))
    assert found is not None
    assert (bounds(found.core, "GBP"), bounds(found.halo, "GBP")) == (core, halo)


@pytest.mark.parametrize(
    ("words", "core", "halo"),
    [
        ("about", "190–210m", "180–220m"),
        ("an estimated", "190–210m", "180–220m"),
        ("~", "190–210m", "180–220m"),
        ("close to", "180–200m", "170–200m"),
        ("nearly", "180–200m", "170–200m"),
        ("just under", "190–200m", "180–200m"),
        ("just over", "200–210m", "200–220m"),
        ("more than", "above 200m", "199.5m or more"),
        (">", "above 200m", "199.5m or more"),
        ("no less than", "200m or more", "200m or more"),
        ("or more", "200m or more", "200m or more"),
        ("as much as", "200m or less", "210m or less"),
        ("no more than", "200m or less", "200m or less"),
        ("less than", "below 200m", "below 200m"),
    ],
)
def test_the_words_choose_the_row(words: str, core: str, halo: str) -> None:
    found = interval.of(figure("200m", words=words))
    assert found is not None
    assert (bounds(found.core, "GBP"), bounds(found.halo, "GBP")) == (core, halo)


def test_nearly_stops_short_of_the_number_itself() -> None:
    found = interval.of(figure("200m", words="nearly"))
    assert found is not None
    assert not found.core.closed_high
    assert found.halo.closed_high


def test_just_over_and_over_are_two_rows_of_one_qualifier() -> None:
    over, just_over = (figure("200m", words=words, qualifier=Qualifier.OVER) for words in ("over", "just over"))
    assert interval.of(over) != interval.of(just_over)


def test_the_qualifier_serves_where_the_words_are_unknown() -> None:
    assert widths.hedge_of(figure("200m", words="grob", qualifier=Qualifier.ABOUT)) is widths.Hedge.ABOUT
    assert widths.hedge_of(figure("200m", qualifier=Qualifier.AT_MOST)) is widths.Hedge.UP_TO


def test_the_top_of_a_range_may_be_rounded_and_a_ceiling_is_firm() -> None:
    up_to, at_most = (interval.of(figure("28bn", words=words)) for words in ("up to", "at most"))
    assert up_to is not None
    assert at_most is not None
    assert up_to.halo.high > up_to.core.high == at_most.halo.high == at_most.core.high
    assert up_to.core.low == at_most.core.low == -INFINITY


def test_percentages_reach_half_their_last_place_and_have_no_halo() -> None:
    found = interval.of(figure("3.5", "percent"))
    assert found is not None
    assert found.core == found.halo
    assert (found.core.low, found.core.high) == (Decimal("3.45"), Decimal("3.55"))


def test_a_fraction_in_words_reaches_half_a_point() -> None:
    found = interval.of(figure("25", "percent", fraction=True))
    assert found is not None
    assert (found.core.low, found.core.high) == (Decimal("24.5"), Decimal("25.5"))
    assert (found.halo.low, found.halo.high) == (Decimal("23.75"), Decimal("26.25"))


@pytest.mark.parametrize("unit", ["ship", "person"])
def test_small_counts_are_exact(unit: str) -> None:
    found = interval.of(figure("12", unit))
    assert found is not None
    assert found.halo.low == found.halo.high == 12
    assert not found.halo.is_empty


def test_small_measures_are_not_counts() -> None:
    found = interval.of(figure("5", "kilometre"))
    assert found is not None
    assert found.core.low < 5


def test_durations_are_exact_years() -> None:
    found = interval.of(Figure(kind=Kind.DURATION, date="P18M"))
    assert found is not None
    assert found.core.low == found.core.high == Decimal("1.5")


@pytest.mark.parametrize(
    ("iso", "half", "unit"), [("PT28M", "0.5", "minute"), ("PT27.8M", "0.05", "minute"), ("P26M", "0.5", "month")]
)
def test_a_length_may_have_been_rounded_to_its_last_digit(iso: str, half: str, unit: str) -> None:
    length = Figure(kind=Kind.DURATION, date=iso)
    found, told = interval.of(length), lengths.smallest(iso)
    assert found is not None
    assert told is not None
    halo = interval.told_in(found, 1 / lengths.in_years(unit)).halo
    assert (halo.low, halo.high) == (told[0] - Decimal(half), told[0] + Decimal(half))


def test_a_short_round_length_reaches_no_further_than_any_figure() -> None:
    found = interval.of(Figure(kind=Kind.DURATION, date="P3Y"))
    assert found is not None
    assert (found.halo.low, found.halo.high) == (Decimal("2.85"), Decimal("3.15"))


def test_a_length_of_nothing_is_nothing() -> None:
    found = interval.of(Figure(kind=Kind.DURATION, date="P0Y"))
    assert found is not None
    assert found.halo.low == found.halo.high == 0


def test_dates_and_unresolved_durations_have_no_interval() -> None:
    assert interval.of(day("2035")) is None
    assert interval.of(Figure(kind=Kind.DURATION)) is None


def test_a_stated_range_reaches_past_both_ends_and_holds_them() -> None:
    found = interval.of(figure("4bn", to="6.5bn"))
    assert found is not None
    assert bounds(found.core, "EUR") == "3.8–6.55bn"
    assert found.core.closed_high


def test_a_vague_plural_starts_at_twice_its_unit() -> None:
    found = interval.of(figure("10m", to="100m", vague=True))
    assert found is not None
    assert (found.core.low, found.core.high) == (value("20m"), value("100m"))
    assert found.core == found.halo


def test_a_negative_number_is_the_mirror_of_the_positive() -> None:
    positive, negative = interval.of(figure("30bn", words="more than")), interval.of(figure("-30bn", words="more than"))
    assert positive is not None
    assert negative is not None
    assert (negative.core.high, negative.core.low) == (-positive.core.low, -INFINITY)


WORDS = ["", "about", "nearly", "just under", "just over", "more than", "at least", "up to", "at most", "less than"]


@settings(deadline=None)
@given(
    digits=st.integers(min_value=-99999, max_value=99999),
    exponent=st.integers(min_value=-3, max_value=12),
    words=st.sampled_from(WORDS),
    unit=st.sampled_from(["GBP", "percent", "percentage_point", "missile", "kilometre", "INR", None]),
)
def test_what_was_printed_lies_within_what_it_can_have_been(
    digits: int, exponent: int, words: str, unit: str | None
) -> None:
    said = figure("1", unit, words)
    number = Decimal(digits).scaleb(exponent)
    found = interval.of(Figure(kind=said.kind, low=number, high=number, unit=unit, qualifier_words=words))
    assert found is not None
    assert found.halo.low <= found.core.low
    assert found.core.high <= found.halo.high
    if found.halo.low == found.core.low:
        assert found.halo.closed_low or not found.core.closed_low
    if found.halo.high == found.core.high:
        assert found.halo.closed_high or not found.core.closed_high


@pytest.mark.parametrize(
    ("written", "words", "core", "halo"),
    [
        ("7.39m", "some", "7.38–7.4m", "7.37–7.41m"),
        ("305bn", "roughly", "302.5–307.5bn", "302.5–307.5bn"),
        ("27,905", "about", "27,902.5–27,907.5", "27,902.5–27,907.5"),
        ("7.6m", "about", "7.22–7.98m", "6.84–8.36m"),
        ("7.6m", "an estimated", "7.55–7.65m", "7.55–7.65m"),
        ("66,000", "an estimated", "65,999.5–66,000.5", "65,500–66,500"),
    ],
)
def test_a_number_of_many_figures_is_hardly_wider_for_its_hedge(written: str, words: str, core: str, halo: str) -> None:
    found = interval.of(figure(written, words=words))
    assert found is not None
    assert (bounds(found.core, "GBP"), bounds(found.halo, "GBP")) == (core, halo)


def test_a_halo_that_reaches_further_keeps_its_core() -> None:
    plain = interval.of(figure("100m"))
    assert plain is not None
    wide = interval.widened(plain, Decimal("0.03"))
    assert wide.core == plain.core
    assert (wide.halo.low, wide.halo.high) == (Decimal("92150000.00"), Decimal("108150000.00"))

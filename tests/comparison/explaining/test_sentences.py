"""The sentences of verdicts: nothing empty, nothing that the texts do not say, and the telling words of each side."""

import datetime
from decimal import Decimal

import pytest

from app.comparison.statement import Statement
from app.domain import wording
from app.domain.interval import Bounds
from app.domain.verdict import Verdict
from app.extraction import pipeline
from app.extraction.mention import Passage
from tests.comparison.judgements import judged
from tests.comparison.statements import day, figure, statement


def read(text: str, surface: str, on: str = "2025-03-01") -> Statement:
    """The figure printed as `surface`, as it is read."""
    published = datetime.date.fromisoformat(on)
    claim = next(one for one in pipeline.read(Passage(text=text, published=published)) if one.surface == surface)
    return Statement(claim=claim, published=published, text=text, article="one")


def test_a_length_that_one_side_leaves_open_is_said_to_be_open() -> None:
    answer = judged(
        statement(figure("9", "percent"), kind="rate", horizon="P10Y"),
        statement(figure("4", "percent"), kind="change", on="2025-07-01"),
    )
    assert "over ." not in answer.sentence
    assert "over ;" not in answer.sentence


def test_what_a_side_leaves_unstated_is_said_once_and_last() -> None:
    answer = judged(
        statement(figure("9bn"), kind="cost", price="real:2021", scope="with interest"),
        statement(figure("4bn"), kind="cost"),
    )
    assert answer.verdict is Verdict.DIFFERS_BY_BASIS
    assert "£4bn is without a stated price base or scope" in answer.sentence


def test_two_figures_of_one_sentence_are_told_by_the_words_that_each_stands_in() -> None:
    text = "Under the plan Northgate pays £5bn at once, Southgate £7bn in the end."
    answer = judged(read(text, "£5bn"), read(text, "£7bn"))
    assert "“Southgate … in the end”" in answer.sentence


def test_years_that_only_one_figure_states_are_said_before_the_words_around_it() -> None:
    answer = judged(
        read(
            "Norland has offered Fennmark £100m a year to keep using the quay at Sorrel, an official said.",
            "£100m a year",
        ),
        read(
            "Norland will pay Fennmark £140m a year for the first three years of a treaty over the Tarn islands, "
            "and £60m a year from the fourth, according to the text that both governments signed on Thursday.",
            "£140m a year",
        ),
    )
    assert "£140m a year is for years 1–3" in answer.sentence


def test_what_a_budget_sets_aside_is_a_part_of_it() -> None:
    answer = judged(
        read("Of the Games' budget of €2.3 billion, €310 million was set aside for security.", "€310 million"),
        read("The budget for the Games stands at €2.3 billion.", "€2.3 billion"),
    )
    assert answer.sentence.startswith("Different bases: €310m is one of several")


def test_years_that_a_total_names_are_not_said_again() -> None:
    answer = judged(
        read("In all the lease will cost Norland £9bn over 40 years.", "£9bn"),
        read("Reeve said that the offer in 2024 had been £100m a year in cash.", "£100m a year"),
    )
    assert answer.sentence.count("over 40 years") == 1


def test_a_figure_that_nothing_calls_earlier_is_not_called_the_present_one() -> None:
    answer = judged(
        read("In 2016, when the council approved the bridge, the budget was £18m.", "£18m", "2019-05-01"),
        read("The council puts the bridge at around £30m in all.", "around £30m", "2018-05-01"),
    )
    assert "the present one" not in answer.sentence


@pytest.mark.parametrize(("one", "other"), [("£1 a month", "£12 a year")])
def test_rates_that_come_to_one_number_are_said_to_meet(one: str, other: str) -> None:
    answer = judged(
        read(f"Bills will go up by {one} for the works.", one),
        read(f"Every house will pay {other} for the works.", other),
    )
    if answer.verdict is Verdict.DIFFERS_BY_BASIS:
        assert "Brought to one period the numbers meet: £1 × 12 = £12 a year." in answer.sentence


def test_places_that_take_an_article_have_it() -> None:
    answer = judged(
        read("Farm subsidies in the UK reached £8m in the year.", "£8m"),
        read("Farm subsidies in the EU reached £5m in the year.", "£5m"),
    )
    assert "for the UK" in answer.sentence
    assert "for the EU" in answer.sentence


def test_two_equal_ranges_are_not_called_approximate() -> None:
    answer = judged(statement(figure("2bn", to="3bn")), statement(figure("2bn", to="3bn"), on="2025-08-01"))
    assert "approximate" not in answer.sentence


def test_a_stretch_of_years_is_as_far_as_its_nearer_end() -> None:
    answer = judged(
        statement(day("202X", "mid"), "The dock opens in the mid-2020s."),
        statement(day("2031"), "The dock opens in 2031.", on="2025-08-01"),
    )
    assert answer.verdict is Verdict.CONFLICT
    assert "10 years" not in answer.sentence


def test_a_stretch_too_narrow_to_be_seen_is_one_number() -> None:
    assert wording.bounds(Bounds(low=Decimal("49044229500"), high=Decimal("49044230500")), "GBP") == "49.0442bn"


@pytest.mark.parametrize("sign", ["₹", "₩", "A$", "HK$", "£"])
def test_the_ends_of_a_change_are_money_in_every_currency(sign: str) -> None:
    answer = judged(
        read(f"The fare rose by 25% from {sign}8 to {sign}10.", "25%"),
        read(f"The fare rose by {sign}2 from {sign}8 to {sign}10.", f"{sign}2"),
    )
    assert answer.verdict is Verdict.AGREE


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("500 milligrams", "0.5 grams", Verdict.COMPATIBLE),
        ("1.2 TWh", "1,200 GWh", Verdict.COMPATIBLE),
        ("3 kilotonnes", "4,100 tonnes", Verdict.CONFLICT),
        ("12 gigajoules", "12.4 gigajoules", Verdict.COMPATIBLE),
    ],
)
def test_measures_of_one_dimension_are_brought_to_one_unit(one: str, other: str, verdict: Verdict) -> None:
    answer = judged(
        read(f"The plant holds {one} in reserve.", one), read(f"The plant holds {other} in reserve.", other)
    )
    assert answer.verdict is verdict

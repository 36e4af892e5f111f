"""Lengths of time in running text."""

import datetime

import pytest

from app.domain.figure import Kind, Qualifier
from app.extraction import dates
from app.extraction.mention import Mention, Passage, Taken


def lengths(text: str) -> list[Mention]:
    found = dates.read(Passage(text=text, published=datetime.date(2025, 6, 18)), Taken())
    return [mention for mention in found if mention.figure.kind is Kind.DURATION]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("a lease of 99 years", "P99Y"),
        ("the 99-year bill", "P99Y"),
        ("a three-day gathering", "P3D"),
        ("it lasts 18 months", "P18M"),
        ("the truce held for six weeks", "P6W"),
        ("report within 72 hours", "PT72H"),
        ("after 45 minutes", "PT45M"),
        ("vanished in five seconds", "PT5S"),
        ("a two-and-a-half-year delay", "P2.5Y"),
        ("two and a half years late", "P2.5Y"),
        ("2.5 years late", "P2.5Y"),
        ("it took a year and a half", "P1.5Y"),
        ("£165m for the first 3 years", "P3Y"),
        ("two decades of growth", "P20Y"),
        ("for a decade", "P10Y"),
        ("half a century of rule", "P50Y"),
        ("a dozen years on", "P12Y"),
        ("twenty-five years of peace", "P25Y"),
        ("within a fortnight", "P2W"),
        ("over the next five years", "P5Y"),
        ("for one month", "P1M"),
        ("worked 4,100 hours", "PT4100H"),
        ("12 years and six months in jail", "P12.5Y"),
        ("three years and four months in jail", "P40M"),
        ("a year and three months late", "P1.25Y"),
        ("two hours and 20 minutes of talks", "PT140M"),
        ("1 hour 30 minutes by train", "PT1.5H"),
        ("2 hours, 5 minutes and 3 seconds of rain", "PT125.05M"),
        ("1 hour, 7 minutes and 10 seconds of rain", "PT4030S"),
        ("The crossing takes 2h 05m.", "PT125M"),
        ("The crossing takes 28m 12s.", "PT28.2M"),
        ("The crossing takes 1h 02m 33s.", "PT62.55M"),
        ("The crossing takes about 1hr 5min.", "PT65M"),
        ("two days and six hours", "P2.25D"),
        ("waits of 9 hours and 42 minutes", "PT9.7H"),
        ("expect to wait three and a half years", "P3.5Y"),
        ("two and a half hours of talks", "PT2.5H"),
        ("half an hour of rain", "PT30M"),
        ("six and a half weeks of rain", "P6.5W"),
        ("two weeks and three days of rain", "P17D"),
        ("a decade after the vote", "P10Y"),
        ("a week before the vote", "P1W"),
        ("a fortnight in Spain", "P2W"),
        ("for the past three years", "P3Y"),
        ("over the past decade", "P10Y"),
        ("in the past six quarters", "P18M"),
        ("for six straight quarters", "P18M"),
        ("two and a half decades of use", "P25Y"),
        ("six weeks' pay", "P6W"),
        ("pulled 78 minutes later", "PT78M"),
        ("worth £5bn over next decade", "P10Y"),
        ("He works 20 hours a week.", "PT20H"),
        ("She reads for 90 minutes a day.", "PT90M"),
    ],
)
def test_a_length_of_time(text: str, length: str) -> None:
    assert [mention.figure.date for mention in lengths(text)] == [length]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("18-24 months of work", (18, 24, "month")),
        ("three to five years in prison", (3, 5, "year")),
        ("between two and three weeks", (2, 3, "week")),
        ("It took two to four decades.", (20, 40, "year")),
    ],
)
def test_a_range_of_lengths_has_two_ends_and_no_single_value(text: str, ends: tuple[int, int, str]) -> None:
    (mention,) = lengths(text)
    figure = mention.figure
    assert figure.date is None
    assert (figure.low, figure.high, figure.unit) == ends


@pytest.mark.parametrize(
    ("text", "qualifier", "surface"),
    [
        ("It ran for more than 10 years.", Qualifier.OVER, "more than 10 years"),
        ("It takes at least three weeks.", Qualifier.AT_LEAST, "at least three weeks"),
        ("It took nearly a year.", Qualifier.NEARLY, "nearly a year"),
        ("It took up to 18 months.", Qualifier.AT_MOST, "up to 18 months"),
        ("It took 18 months or more.", Qualifier.AT_LEAST, "18 months or more"),
        ("It took over three weeks.", Qualifier.OVER, "over three weeks"),
        ("A wait of over three weeks is common.", Qualifier.OVER, "over three weeks"),
        ("It has lasted well over three weeks.", Qualifier.OVER, "well over three weeks"),
        ("He got up to 12 years and six months.", Qualifier.AT_MOST, "up to 12 years and six months"),
        ("It will pay £3bn over about 20 years.", Qualifier.ABOUT, "about 20 years"),
    ],
)
def test_a_hedge_belongs_to_the_length(text: str, qualifier: Qualifier, surface: str) -> None:
    (mention,) = lengths(text)
    assert mention.figure.qualifier is qualifier
    assert mention.span.of(text) == surface
    assert mention.qualifier_cue is not None
    assert mention.qualifier_cue.of(text) == mention.figure.qualifier_words


@pytest.mark.parametrize(
    "text",
    [
        "He is aged 45 years, a 45-year-old who was 10 years old.",
        "8 minutes read",
        "8 minutes\nA headline",
        "It costs £165m a year, $100bn a month and 20,000 barrels a day.",
        "It is open 24 hours a day, seven days a week.",
        "twice a year, one day, day one, the other day",
        "the Seven Years' War and the Six-Day War",
        "a second minute change",
        "two days ago and three years earlier",
        "31,000 working days were lost and 300 hours lost",
        "4.1m hours of overtime, 10,000 minutes of delay and 12,000 to 15,000 hours in all",
        "£3bn a year after tax and £4m a week before costs",
        "a yard 20m long, a hull of 12m 50cm, a start at 14h30 and a gain of £3m 5s",
        "lost in three quarters of the seats and two quarters",
        "a months-long siege in the last week of September",
    ],
)
def test_ages_rates_names_and_reading_times_are_no_lengths(text: str) -> None:
    assert lengths(text) == []


@pytest.mark.parametrize("text", ["£3bn over 10 years", "played over 46 days", "The plan, spread over 10 years"])
def test_over_a_length_is_during_it_unless_something_lasts_so_long(text: str) -> None:
    (mention,) = lengths(text)
    assert mention.figure.qualifier is Qualifier.EXACT
    assert mention.qualifier_cue is None


def test_units_that_share_no_measure_stay_two_lengths() -> None:
    assert [mention.figure.date for mention in lengths("two years and three days of war")] == ["P2Y", "P3D"]


def test_two_numbers_that_go_down_are_no_range() -> None:
    assert [mention.figure.date for mention in lengths("It ran from 330 to 179-99 years.")] == ["P99Y"]

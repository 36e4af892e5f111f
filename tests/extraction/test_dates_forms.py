"""Rarer forms of dates and lengths: parts of months, eras, brackets, glued units, and the calendar's two ends."""

import datetime

import pytest

from app.domain.figure import Kind
from app.extraction import dates
from app.extraction.mention import Mention, Passage, Taken

PUBLISHED = datetime.date(2025, 6, 18)  # a Wednesday


def mentions(text: str, day: datetime.date = PUBLISHED, country: str = "GB") -> list[Mention]:
    return dates.read(Passage(text=text, published=day, country=country), Taken())


def said(text: str, day: datetime.date = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.figure.date) for mention in mentions(text, day)]


@pytest.mark.parametrize(
    ("text", "surface", "date", "modifier"),
    [
        ("It opened in the first week of May.", "first week of May", "2025-05", "early"),
        ("It shut in the final days of March 2024.", "final days of March 2024", "2024-03", "late"),
        ("It rose in the first half of May.", "first half of May", "2025-05", "early"),
        ("It fell in 44 BC.", "44 BC", "-0043", None),
        ("It fell in AD 79.", "AD 79", "0079", None),
        ("They met on Tuesday (25 March) in Hull.", "Tuesday (25 March)", "2025-03-25", None),
        ("Sales in Jan–Mar 2025 rose.", "Jan–Mar 2025", "2025-01/2025-03", None),
        ("Sales in 2025 Q2 rose.", "2025 Q2", "2025-Q2", None),
        ("Sales rose on last yr.", "last yr", "2024", None),
        ("Cash paid in 24/25 fell.", "24/25", "2024-04/2025-03", None),
        ("In 24/25, they paid less.", "24/25", "2024-04/2025-03", None),
        ("The budget for 24/25 includes tolls.", "24/25", "2024-04/2025-03", None),
        ("It was set aside for 27/28.", "27/28", "2027-04/2028-03", None),
    ],
)
def test_a_date_in_its_words(text: str, surface: str, date: str, modifier: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.span.of(text), mention.figure.date, mention.figure.modifier) == (surface, date, modifier)


@pytest.mark.parametrize(
    "text",
    [
        "They met by 11/12 and parted.",
        "It was right for 24/25 of them.",
        "In the 24/25 season it rose.",
        "She scored 24/25.",
        "It rose in 24/26.",
        "Ash blight was found in 60/61 wards.",
        "Toll gates stand in 23/24 people's way.",
        "It was voted down 60/40, a 50/50 split.",
        "It fits in 23/24.5 cases.",
    ],
)
def test_two_numbers_and_a_stroke_are_seldom_a_year_of_budgets(text: str) -> None:
    assert not any(mention.figure.fiscal for mention in mentions(text))


def test_a_quarter_of_a_pair_of_years_is_fiscal() -> None:
    (mention,) = mentions("It fell in the first quarter of the 2024-25 financial year.")
    assert (mention.figure.date, mention.figure.fiscal) == ("2024-04/2024-06", True)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The opening has been put back to May.", "2026-05"),
        ("A stamp goes up 10p on Friday.", "2025-06-20"),
        ("Deliveries start in January.", "2026-01"),
        ("Traders saw the chance of a cut in December.", "2025-12"),
    ],
)
def test_what_is_put_off_or_timetabled_is_to_come(text: str, date: str) -> None:
    assert said(text)[-1][1] == date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We waited 3hrs for it.", [("3hrs", "PT3H")]),
        ("A 10- to 15-year wait.", [("10- to 15-year", None)]),
        ("They got 14, 16 and 20 months.", [("20 months", "P20M")]),
        ("It takes between three and five years.", [("three and five years", None)]),
        ("Prices rose 8% in a year.", [("a year", "P1Y")]),
        ("They make 5,000 a year.", []),
    ],
)
def test_a_length_in_its_words(text: str, found: list[tuple[str, str | None]]) -> None:
    assert said(text) == found


def test_a_length_or_longer_is_at_least_that() -> None:
    (mention,) = mentions("They were cut off for 24 hours or longer.")
    assert mention.figure.kind is Kind.DURATION
    assert mention.figure.qualifier.value == "at_least"


NEAR_THE_END = (
    *("on Monday", "last Friday", "next Tuesday", "over the weekend", "Monday of next week", "Tuesday last week"),
    *("last winter", "next spring", "next week", "last week", "a decade ago", "the week to 2 January", "Easter"),
    *(
        "the week beginning 30 December",
        "the last Friday of December",
        "in January",
        "last quarter",
        "next fiscal year",
    ),
)


@pytest.mark.parametrize("day", [datetime.date.min, datetime.date(1, 2, 1), datetime.date.max])
def test_a_date_outside_the_calendar_stays_unresolved(day: datetime.date) -> None:
    for words in NEAR_THE_END:
        for mention in mentions(f"It was so {words}.", day):
            assert mention.figure.date is None or mention.figure.anchor is None or mention.figure.date[0].isdigit()


@pytest.mark.parametrize(
    "text",
    [
        "It took\na year\nand a half.",
        "It ran from\n3 May 2024\nto 5\nJune.",
        "It took two\nor three\nweeks, on\nMonday.",
    ],
)
def test_line_ends_of_either_system_are_read_alike(text: str) -> None:
    other = text.replace("\n", "\r\n")
    assert [date for _, date in said(text)] == [date for _, date in said(other)] != []

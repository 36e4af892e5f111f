"""Stretches that share their words, seasons, feasts, weeks and weekends, and years inside names."""

import datetime

import pytest

from app.domain.claim import Confidence
from app.domain.figure import Kind
from app.extraction import dates
from app.extraction.mention import Mention, Passage, Taken

PUBLISHED = datetime.date(2025, 6, 18)  # a Wednesday


def mentions(text: str, published: datetime.date = PUBLISHED) -> list[Mention]:
    found = dates.read(Passage(text=text, published=published), Taken())
    return [mention for mention in found if mention.figure.kind is Kind.DATE]


def said(text: str, published: datetime.date = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(mention.span.of(text), mention.figure.date) for mention in mentions(text, published)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It ran between 3 and 5 June 2024.", [("3 and 5 June 2024", "2024-06-03/2024-06-05")]),
        ("It will run from 30 to 31 July.", [("30 to 31 July", "2025-07-30/2025-07-31")]),
        ("It ran between June 3 and 5.", [("June 3 and 5", "2025-06-03/2025-06-05")]),
        ("Talks on 3 and 9 May 2024 failed.", [("3", "2024-05-03"), ("9 May 2024", "2024-05-09")]),
        (
            "Walkouts on 3, 5-6 and 11 May 2024 went ahead.",
            [("3", "2024-05-03"), ("5-6", "2024-05-05/2024-05-06"), ("11 May 2024", "2024-05-11")],
        ),
        ("Talks on June 3 and 9, 2024 failed.", [("June 3", "2024-06-03"), ("9, 2024", "2024-06-09")]),
        ("Between Monday and Wednesday it rained.", [("Monday and Wednesday", "2025-06-16/2025-06-18")]),
        ("Between Friday and Sunday it rained.", [("Friday and Sunday", "2025-06-13/2025-06-15")]),
    ],
)
def test_days_that_share_a_month(text: str, found: list[tuple[str, str]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "A squad of 20 and 3 May signings",
        "Between 3 and 5 people were hurt.",
    ],
)
def test_other_numbers_before_a_day_share_nothing(text: str) -> None:
    assert all("/" not in (date or "") for _, date in said(text))
    assert len(said(text)) < 2


@pytest.mark.parametrize(
    ("text", "surface", "date"),
    [
        ("from the week of 3 March", "week of 3 March", "2025-W10"),
        ("in the week beginning 7 July", "week beginning 7 July", "2025-W28"),
        ("in the week of Sunday June 1", "week of Sunday June 1", "2025-06-01/2025-06-07"),
        ("over the weekend of 7-8 June", "weekend of 7-8 June", "2025-06-07/2025-06-08"),
        ("over the weekend of 7 June", "weekend of 7 June", "2025-06-07/2025-06-08"),
        ("on the night of 5-6 May", "night of 5-6 May", "2025-05-05/2025-05-06"),
        ("on the evening of 2 March 2023", "evening of 2 March 2023", "2023-03-02"),
        ("on the morning of Monday", "morning of Monday", "2025-06-16"),
    ],
)
def test_the_week_or_night_of_a_day(text: str, surface: str, date: str) -> None:
    assert said(text) == [(surface, date)]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It meets on the first Monday in October 2025.", "2025-10-06"),
        ("Shops will open early on the last Friday of November.", "2025-11-28"),
        ("It was held on the second Tuesday in May.", "2025-05-13"),
    ],
)
def test_the_nth_weekday_of_a_month(text: str, date: str) -> None:
    assert [found for _, found in said(text)] == [date]


@pytest.mark.parametrize("text", ["A March for Life drew crowds.", "Sunday trading laws", "a Sunday school"])
def test_words_of_the_calendar_that_name_no_time(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        ("He resigned in the summer.", "2025-01-18", "2024-22"),
        ("The gates will open in the summer.", "2025-01-18", "2025-22"),
        ("The vote was called for the spring of last year.", "2025-01-18", "2024-21"),
        ("Rates peaked last winter.", "2025-06-18", "2024-24"),
        ("The album is out this autumn.", "2025-01-09", "2025-23"),
        ("They move house this winter.", "2025-10-09", "2025-24"),
        ("The river has frozen this winter.", "2025-02-09", "2024-24"),
        ("Prices rose this spring.", "2025-11-09", "2025-21"),
        ("It was shelved over the winter.", "2025-03-09", "2024-24"),
        ("A deal was reached last fall.", "2025-03-09", "2024-23"),
        ("Borrowing jumped in autumn 2024.", "2025-03-09", "2024-23"),
    ],
)
def test_a_season_is_reckoned_like_any_date(text: str, published: str, date: str) -> None:
    assert [found for _, found in said(text, datetime.date.fromisoformat(published))] == [date]


@pytest.mark.parametrize(
    "text",
    [
        "the driest spring since records began",
        "a summer holiday, the winter fuel payment and the autumn statement",
        "every summer they spring back; the fall in output",
        "water from the spring was warm",
        "in the Spring Offensive and the Spring Statement and the Summer Olympics",
    ],
)
def test_a_season_that_names_no_time_is_none(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Shops shut on Boxing Day.", "2024-12-26"),
        ("Sales fell over Christmas.", "2024-12-25"),
        ("It will be done by Christmas.", "2025-12-25"),
        ("Flights resumed before Easter.", "2025-04-20"),
        ("He was arrested on Good Friday.", "2025-04-18"),
        ("The march is on Easter Monday 2026.", "2026-04-06"),
        ("It closed on New Year's Eve.", "2024-12-31"),
    ],
)
def test_a_feast_is_a_day(text: str, date: str) -> None:
    assert [found for _, found in said(text)] == [date]


@pytest.mark.parametrize("text", ["a Christmas tree for Father Christmas", "the Easter Rising", "Christmas Island"])
def test_a_feast_in_a_name_is_no_day(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2019 300 people died.", ["2019"]),
        ("Since 2020 1,200 shops have shut.", ["2020"]),
        ("A 2022 audit and one of 2023", ["2022", "2023"]),
        ("NATO Summit 2025: what it means", ["2025"]),
        ("Le Bourget 2025: a showcase", ["2025"]),
        ("Glasgow 2024 made a loss", ["2024"]),
        ("At the Rugby World Cup 2011 they won.", ["2011"]),
        ("At the 1975 referendum it won.", ["1975"]),
        ("The 2010 Equality Act and the 1951 Refugee Convention apply.", ["2010", "1951"]),
        ("The 1922 Committee met.", []),
        ("the 1776 Commission and the 2030 Group", []),
        ("the 2025 Group of Seven summit", ["2025"]),
        ("Project 2025, Vision 2030, Agenda 2063 and Blade Runner 2049", []),
        ("on 0800 1990 2000", []),
        ("a Peugeot 2008 and a Windows 2000 machine", []),
    ],
)
def test_a_year_in_a_name(text: str, found: list[str]) -> None:
    assert [date for _, date in said(text)] == found


def test_a_year_after_a_place_is_less_sure() -> None:
    (mention,) = mentions("Le Bourget 2025 opened.")
    assert mention.confidence is Confidence.MEDIUM
    assert "name" in mention.doubt


@pytest.mark.parametrize(
    ("text", "dates_found"),
    [
        ("It fell the fastest since 2009. It fell over the previous 12 months.", ["2009", "2024-06/2025-05"]),
        ("Sales in the first half of the 2022/2023 financial year fell.", ["2022-04/2022-09"]),
        ("It will sell oats in the year starting Sept. 1, it said.", ["2025-09/2026-08"]),
        ("Sales in the three months beginning in April 2024 fell.", ["2024-04/2024-06"]),
        ("Sales in the year that began on 6 April 2024 fell.", ["2024-04-06/2025-04-05"]),
        ("Two years ago today it was declared.", ["2023-06-18"]),
        ("A year ago this week it rained.", ["2024-W25"]),
        ("Ten years ago next month he was freed.", ["2015-07"]),
        ("It was signed on 10 April 1998 and ratified that May.", ["1998-04-10", "1998-05"]),
        ("the earliest since 2009, when it fell on May 23", ["2009", "2009-05-23"]),
        ("not since 1987, when in October markets crashed", ["1987", "1987-10"]),
        ("In 2019, when he was 20, he left; on May 3 he came back.", ["2019", "2025-05-03"]),
    ],
)
def test_a_date_reckoned_from_the_words_beside_it(text: str, dates_found: list[str]) -> None:
    assert [date for _, date in said(text)] == dates_found

"""Dates that a text leaves open: reckoned from its publication, from the date before, or from the country's year."""

import pytest

from app.domain.claim import Confidence
from app.domain.figure import Kind
from tests.extraction.read_dates import mentions, said


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("the strike began yesterday", "2025-06-17"),
        ("rates were left alone today", "2025-06-18"),
        ("the vote is tomorrow", "2025-06-19"),
        ("prices climbed last week", "2025-W24"),
        ("the board votes next week", "2025-W26"),
        ("it was 4.2 percent last month", "2025-05"),
        ("so far this year", "2025"),
        ("at this weekend's summit", "2025-06-21/2025-06-22"),
        ("shares fell on Monday", "2025-06-16"),
        ("the court will rule on Monday", "2025-06-23"),
        ("figures are due next Tuesday", "2025-06-24"),
        ("they met last Friday", "2025-06-13"),
        ("the toll rose on Wednesday", "2025-06-18"),
        ("exports shrank in November", "2024-11"),
        ("the ban will start in November", "2025-11"),
        ("6,000 fled on November 12", "2024-11-12"),
        ("the tariff will take effect on January 3", "2026-01-03"),
        ("provisions were booked in the fourth quarter", "2024-Q4"),
        ("it will pay in the third quarter", "2025-Q3"),
        ("the plant lost money two years ago", "2023"),
        ("the strike began 10 days ago", "2025-06-08"),
        ("launched three weeks ago", "2025-W22"),
        ("in May last year", "2024-05"),
        ("rose from 5 in January this year to 6 in May last year to 7", "2024-05"),
        ("by the end of the year", "2025"),
        ("the last summer games; last summer", "2024-22"),
        ("held on Tuesday last week", "2025-06-10"),
        ("GDP rose in the March quarter", "2025-Q1"),
        ("down from a 2% forecast in October", "2024-10"),
        ("cuts will start in April", "2026-04"),
        ("3,000 fled between November and March", "2024-11/2025-03"),
        ("the audit, issued late Thursday, comes as a blow", "2025-06-12"),
        ("the Friday statement that fees could rise", "2025-06-13"),
        ("in March it said that six will close by the end of April", "2025-04"),
        ("the bond yields 12 points more than on Monday", "2025-06-16"),
        ("7m scans were waiting to be read at the end of May", "2025-05"),
    ],
)
def test_a_relative_date_is_reckoned_from_publication_by_tense(text: str, date: str) -> None:
    (mention,) = [one for one in mentions(text) if one.figure.kind is Kind.DATE][-1:]
    assert mention.figure.date == date
    assert mention.figure.anchor is not None
    assert (mention.figure.anchor.day, mention.figure.anchor.reason) == ("2025-06-18", "publication date")


@pytest.mark.parametrize(
    ("text", "date", "anchor"),
    [
        ("22,000 died on 6 February 2023, up from 7,800 two days earlier", "2023-02-04", "2023-02-06"),
        ("In Q1 2024 it made 3, up from 2 a year earlier", "2023-Q1", "2024-Q1"),
        ("Output grew 0.7 in Q1 2025, against 0.1 in the previous three months", "2024-10/2024-12", "2025-Q1"),
        ("It fell in May 2024, as in the same month of 2022", "2022-05", "2024-05"),
        ("It began on 12 March 2024 and ended the following month", "2024-04", "2024-03-12"),
        ("In June 1951 it paused; in July of that year talks began", "1951-07", "1951-06"),
        ("It sold 5m in 2023, up from 4m the year before.", "2022", "2023"),
        ("It rose 7% in May 2024, from 5% a year before.", "2023-05", "2024-05"),
        (
            "It grew in the first half of 2024, it said at the end of June, against a fall in the same period of 2022",
            "2022-01/2022-06",
            "2024-01/2024-06",
        ),
        ("It paid 5m in 2019, 3 per cent more than in 2017. It had paid less in the previous year.", "2018", "2019"),
    ],
)
def test_a_date_told_from_another_keeps_that_one_as_its_anchor(text: str, date: str, anchor: str) -> None:
    figure = mentions(text)[-1].figure
    assert figure.date == date
    assert figure.anchor is not None
    assert (figure.anchor.day, figure.anchor.reason) == (anchor, "the date before it")


@pytest.mark.parametrize(
    "text", ["on Monday", "last week", "two years ago", "in November", "the fourth quarter", "today"]
)
def test_without_a_publication_date_a_relative_date_stays_open_and_says_so(text: str) -> None:
    (mention,) = mentions(f"it fell {text}", published=None)
    assert mention.figure.date is None
    assert mention.confidence is Confidence.LOW
    assert "publication date" in mention.doubt


@pytest.mark.parametrize(
    ("country", "text", "date"),
    [
        (None, "in 2025/26", "2025-04/2026-03"),
        (None, "Nurses in Tasmania cost more in 2025-26", "2025-07/2026-06"),
        (None, "The Canberra office of a Brisbane firm says the federal sum for 2025–26 fell", "2025-07/2026-06"),
        (None, "Farms got A$9m in 2025-26", "2025-07/2026-06"),
        (None, "Nurses in Manitoba cost more in 2025-26", "2025-04/2026-03"),
        (None, "Nurses in Otago saw this financial year end", "2024-07/2025-06"),
        (None, "by 2029-30", "2029-04/2030-03"),
        ("GB", "in FY2022/23", "2022-04/2023-03"),
        ("US", "in fiscal 2026", "2025-10/2026-09"),
        (None, "the Pentagon's fiscal 2026 request", "2025-10/2026-09"),
        ("AU", "in FY26", "2025-07/2026-06"),
        ("IN", "the 2025-26 financial year", "2025-04/2026-03"),
        ("DE", "in FY2026", "2026"),
        ("GB", "Q1 FY26", "2025-04/2025-06"),
        ("US", "the first quarter of fiscal 2026", "2025-10/2025-12"),
        ("GB", "this financial year", "2025-04/2026-03"),
        ("GB", "H1 2025-26 results", "2025-04/2025-09"),
        ("IN", "in H1FY26", "2025-04/2025-09"),
        ("IN", "in 2H FY26", "2025-10/2026-03"),
        ("GB", "in the financial year that ended in 2024", "2023-04/2024-03"),
        ("US", "in the fiscal year ending 2024", "2023-10/2024-09"),
        ("AU", "in the tax year to 2024", "2023-07/2024-06"),
        ("GB", "in the tax year 2022 to 2023", "2022-04/2023-03"),
        ("GB", "in the 2022 to 2023 tax year", "2022-04/2023-03"),
    ],
)
def test_a_fiscal_year_is_that_of_the_country(country: str | None, text: str, date: str) -> None:
    (mention,) = mentions(text, country=country)
    assert mention.figure.date == date
    assert mention.figure.fiscal


def test_a_fiscal_year_whose_country_is_unknown_keeps_every_reading() -> None:
    (mention,) = mentions("Borrowing in FY2026 is put at 4.4")
    assert mention.figure.readings[0] == mention.figure.date == "2025-04/2026-03"
    assert "2025-10/2026-09" in mention.figure.readings
    assert mention.confidence is Confidence.MEDIUM


def test_a_fiscal_year_in_a_text_of_dollars_is_likely_americas() -> None:
    (mention,) = mentions("The Lake Agency gave out dollars, $40m of them, in fiscal year 2024.")
    assert mention.figure.date == "2023-10/2024-09"
    assert mention.figure.readings == ("2023-10/2024-09", "2023-04/2024-03", "2023-07/2024-06", "2024")
    assert mention.doubt


def test_a_fiscal_year_begins_where_the_words_say() -> None:
    assert said("It spent $40m in fiscal year 2024, which ended on June 30.")[0] == "2023-07/2024-06"
    assert said("It spent £40m in fiscal 2024, beginning 1 January, on roofs.")[0] == "2024"


def test_several_fiscal_years_are_one_run() -> None:
    (mention,) = mentions("In the US, fiscal 2025-2030 will cost a lot.", country="US")
    assert (mention.figure.date, mention.figure.fiscal) == ("2024-10/2030-09", True)


def test_what_nobody_plans_is_past() -> None:
    assert said("The firm is expected to pay for the collapse of the pier in March.") == ["2025-03"]
    assert said("The firm is expected to pay for the repair of the pier in August.") == ["2025-08"]


def test_this_fiscal_year_in_a_text_of_dollars_is_americas() -> None:
    assert said("It has $47bn this fiscal year.") == ["2024-10/2025-09"]
    assert said("It has £47bn this fiscal year.") == ["2025-04/2026-03"]
    assert said("Canada and Ontario have $47bn this fiscal year.") == ["2025-04/2026-03"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Kenya's roads got Sh9bn in 2024/25. Nairobi's got most, the Kenyan treasury said.", "2024-07/2025-06"),
        ("Kenya's roads got Sh9bn in 2024/25.", "2024-04/2025-03"),
        ("Kenya, Nairobi, Mombasa: the UK gave £9m in 2024/25.", "2024-04/2025-03"),
        ("Pakistan's deficit in FY25, Karachi brokers said, is what Pakistan had feared.", "2024-07/2025-06"),
    ],
)
def test_a_text_that_names_one_country_again_and_again_has_its_fiscal_year(text: str, date: str) -> None:
    assert said(text)[0] == date


def test_the_months_behind_a_year_of_two_numbers_tell_it() -> None:
    assert said("It grew rye in the crop year 2023-24 (July-June).") == ["2023-07/2024-06"]
    assert said("It grew rye in 2023/24 (October to September).") == ["2023-10/2024-09"]


def test_a_season_is_no_fiscal_year() -> None:
    (mention,) = mentions("in the 2025-26 season")
    assert mention.figure.date == "2025/2026"
    assert not mention.figure.fiscal


def test_a_story_of_other_years_takes_its_years_from_the_date_before() -> None:
    text = (
        "On September 1, 1939, the war began. In March 1940 and in June 1940 it spread. By December 1941 it was "
        "global. In January, the allies met. On June 6, they moved. In 1944 and 1945 it ended."
    )
    assert said(text)[4:6] == ["1942-01", "1942-06-06"]


def test_a_report_of_the_day_is_no_story_however_many_years_it_names() -> None:
    text = (
        "The war began on 24 February 2022. After 2014, 2015, 2016, 2018 and 2019, Minsk failed in 2022. "
        "She spoke on Monday of the vote on 2 May."
    )
    assert said(text)[-2:] == ["2025-06-16", "2025-05-02"]


def test_words_that_compare_with_no_one_year_are_no_date() -> None:
    assert said("It was 5m in 2023, more than in any previous year.") == ["2023"]
    assert said("It closed a year before the vote.") == []


def test_a_year_in_two_parts_is_fiscal_where_a_report_is_named_for_it() -> None:
    assert said("The 2022-2023 annual report is out.") == ["2022-04/2023-03"]


def test_this_week_makes_a_report_of_the_day_however_many_years_it_names() -> None:
    years = " ".join(f"It stood at 4m in {year}." for year in (2014, 2017, 2018, 2019, 2020, 2021, 2022))
    assert said(f"{years} This week's count told of the end of December.")[-1] == "2024-12"


def test_the_latest_figures_are_of_the_day_however_many_years_they_are_set_beside() -> None:
    years = " ".join(f"It stood at 4m in {year}." for year in (2014, 2017, 2018, 2019, 2020, 2021, 2022))
    assert said(f"{years} The latest figures told of the end of December.")[-1] == "2024-12"
    assert said(f"{years} It has now fallen from the end of December.")[-1] == "2024-12"

"""Dates in running text: what is read, and where it lies in the calendar."""

import datetime

import pytest
from hypothesis import given, strategies as st
from work import steps

from app.domain.claim import Confidence
from app.domain.edtf import days
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import dates
from app.extraction.mention import Mention, Passage, Taken

PUBLISHED = datetime.date(2025, 6, 18)  # a Wednesday


def mentions(text: str, *, published: datetime.date | None = PUBLISHED, country: str | None = None) -> list[Mention]:
    return dates.read(Passage(text=text, published=published, country=country), Taken())


def said(text: str, *, published: datetime.date | None = PUBLISHED, country: str | None = None) -> list[str | None]:
    found = mentions(text, published=published, country=country)
    return [mention.figure.date for mention in found if mention.figure.kind is Kind.DATE]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("It ends on 3 March 2024.", "2024-03-03"),
        ("It ended on the 3rd of March, 2024.", "2024-03-03"),
        ("Signed Jan. 3, 2009, in Bern.", "2009-01-03"),
        ("On Sunday, 1 March 2026 she left.", "2026-03-01"),
        ("It was due 04-Mar-31.", "2031-03-04"),
        ("the talks of 24-25th June 2025", "2025-06-24/2025-06-25"),
        ("the talks of June 24–25, 2025", "2025-06-24/2025-06-25"),
        ("filed on 2025-03-04", "2025-03-04"),
        ("filed at 2025-03-04T12:30:00Z", "2025-03-04T12:30:00Z"),
        ("armistice of 11/11/1918", "1918-11-11"),
        ("dated 04.03.2025", "2025-03-04"),
        ("on 5 janvier 2024", "2024-01-05"),
        ("on 3 de mayo de 2022", "2022-05-03"),
        ("on 3 June 2024, 10:45 BST", "2024-06-03T10:45+01:00"),
        ("In Sept 2023 it was 58", "2023-09"),
        ("in February of 1940", "1940-02"),
        ("the census of 1991", "1991"),
        ("from the 2019 bid", "2019"),
        ("at 2019 prices", "2019"),
        ("43% down on 2019 levels", "2019"),
        ("the 2008-09 financial crisis", "2008/2009"),
        ("through the 1990s", "199X"),
        ("the swinging sixties", "196X"),
        ("in the 19th century", "18XX"),
        ("the 18th and 19th centuries", "17XX/18XX"),
        ("the harvest of summer 2024", "2024-22"),
        ("the winter of 2025-26", "2025-24"),
        ("in Q3 2024", "2024-Q3"),
        ("for 3Q24", "2024-Q3"),
        ("the third quarter of 2024", "2024-Q3"),
        ("in H2 2024", "2024-07/2024-12"),
        ("the first half of 2024", "2024-01/2024-06"),
        ("the first nine months of 2024", "2024-01/2024-09"),
        ("the year to March 2024", "2023-04/2024-03"),
        ("12 months to September 30, 2024", "2023-10/2024-09"),
        ("the year to 5 April 2025", "2024-04-06/2025-04-05"),
        ("the week ended Nov 2, 2024", "2024-10-27/2024-11-02"),
        ("the Fourth of July 2024", "2024-07-04"),
    ],
)
def test_a_date_that_says_all_of_itself(text: str, date: str) -> None:
    assert said(text) == [date]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("over 2015-2019", "2015/2019"),
        ("in 2015–19", "2015/2019"),
        ("between 2010 and 2020", "2010/2020"),
        ("from 2020 until 2024", "2020/2024"),
        ("1 January to 31 March 2025", "2025-01-01/2025-03-31"),
        ("from March to May 2026", "2026-03/2026-05"),
        ("November to February 2025", "2024-11/2025-02"),
        ("the July-September quarter of 2024", "2024-07/2024-09"),
        ("2024/25 to 2028/29", "2024-04/2029-03"),
    ],
)
def test_two_ends_are_one_stretch(text: str, date: str) -> None:
    assert said(text) == [date]


def test_years_that_only_stand_in_one_list_stay_apart() -> None:
    assert said("growth of 3 percent in 2024 and 2025") == ["2024", "2025"]
    assert said("In April and June 1955 he fought") == ["1955-04", "1955-06"]


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
        ("by the end of the year", "2025"),
        ("the last summer games; last summer", "2024-22"),
        ("held on Tuesday last week", "2025-06-10"),
        ("GDP rose in the March quarter", "2025-Q1"),
        ("down from a 2% forecast in October", "2024-10"),
        ("cuts will start in April", "2026-04"),
        ("3,000 fled between November and March", "2024-11/2025-03"),
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


def test_a_season_is_no_fiscal_year() -> None:
    (mention,) = mentions("in the 2025-26 season")
    assert mention.figure.date == "2025/2026"
    assert not mention.figure.fiscal


@pytest.mark.parametrize(("country", "date"), [(None, "2025-04-03"), ("GB", "2025-04-03"), ("US", "2025-03-04")])
def test_a_slashed_date_that_can_be_read_two_ways_keeps_both(country: str | None, date: str) -> None:
    (mention,) = mentions("stamped 03/04/2025", country=country)
    assert mention.figure.date == date
    assert set(mention.figure.readings) == {"2025-04-03", "2025-03-04"}


def test_an_unmistakable_slashed_date_settles_the_others_in_the_text() -> None:
    assert said("from 12/25/2024 until 03/04/2025") == ["2024-12-25/2025-03-04"]


@pytest.mark.parametrize(
    ("text", "date", "modifier"),
    [
        ("due in early 2026", "2026", "early"),
        ("by mid-2028", "2028", "mid"),
        ("in the late 2020s", "202X", "late"),
        ("the end of 2027", "2027", "end"),
        ("by 2035", "2035", "by"),
        ("since 1900", "1900", "since"),
        ("before 2040", "2040", "before"),
        ("post-2015 rules", "2015", "after"),
        ("in 2030", "2030", None),
    ],
)
def test_a_modifier_is_kept_and_never_narrows_the_date(text: str, date: str, modifier: str | None) -> None:
    (mention,) = mentions(text)
    assert (mention.figure.date, mention.figure.modifier) == (date, modifier)


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("as we did around the Falklands in 82.", "1982"),
        ("It moves to 3.5% by 32 and stays there, with spending rising until 2032", "2032"),
        ("2.5% for 27, rising by 2030", "2027"),
        ("the class of ’98 is here", "1998"),
    ],
)
def test_two_digits_are_a_year_where_a_year_is_expected(text: str, date: str) -> None:
    assert date in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bank may raise rates and the sun may set.",
        "Theresa May said that the march had drawn 5,000 people.",
        "April Ryan and August Wilson wrote to Mr March.",
        "Some 2,025 jobs were lost; the index fell 2020 points.",
        "Agenda 2030, Resolution 73/295, Windows 2000 and the UN 2025 SDR",
        "It happened in 82 countries and in one in 10 homes, by 32 votes.",
        "The hotline is open 24/7 on 0800 1990 2000 or 020 7946 0958.",
        "The team won 2-1 and the ratio was 3 to 1.",
        "Sold on Black Friday, every Monday, in the Sunday Times and in USA Today.",
        "It fell by a second, smaller amount; the first half ended goalless after the striker scored.",
        "© 2026 All rights reserved.",
        "a 2000-page report on 1500 homes and 2000 soldiers",
        "She is in her sixties; it was 1030 GMT.",
        "a new year, a good day, next to last",
        "with 12 people 2024",
    ],
)
def test_words_and_names_are_no_dates(text: str) -> None:
    found = [date for date in said(text) if date != "2024"]
    assert found == []


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


def test_a_claimed_span_is_left_alone() -> None:
    taken = Taken()
    taken.add(Span(0, 4))
    text = "2024 was spent in 2023."
    assert [mention.figure.date for mention in dates.read(Passage(text=text), taken)] == ["2023"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("12 Feb 2026", "2026-02-12"),
        ("2026-02-12T08:00:00+01:00", "2026-02-12"),
        ("20250304", "2025-03-04"),
        ("Thu, 12 Feb 2026 10:00:00 GMT", "2026-02-12"),
        ("Published: 3 June 2024", "2024-06-03"),
        ("12 février 2026", "2026-02-12"),
        ("18 июня 2025", "2025-06-18"),
        ("March 2024", "2024-03"),
        ("2035", "2035"),
        ("yesterday", "2025-06-17"),
        ("03/04/2025", "2025-04-03"),
        ("hello", None),
        ("may", None),
        ("2025-13-40", None),
        ("the 1990s", None),
        ("in 2025/26", None),
        ("", None),
    ],
)
def test_what_is_typed_into_a_date_field(text: str, date: str | None) -> None:
    assert dates.typed(text, today=PUBLISHED) == date


def test_a_typed_date_can_put_the_month_first() -> None:
    assert dates.typed("03/04/2025", today=PUBLISHED, day_first=False) == "2025-03-04"


PIECES = (
    "2025 ", "19", "/", "-", "–", ", ", ".", "\n", "May ", "June ", "march ", "Monday ", "the ", "in ", "to ", "and ",
    "between ", "first ", "last ", "next ", "quarter ", "year ", "years ", "ago ", "earlier ", "end of ", "early ",
    "mid-", "Q3 ", "FY", "3", "12:30 ", "'", "th ", "century ", "a ", "half ", "of ", "weekend ", "tonight ", "winter ",
    "was ", "Christmas ", "Easter", "week of ", "night of ", "until ", "spring ", "that ", "today ", "Summit ",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from([None, PUBLISHED]))
def test_whatever_the_text_mentions_are_in_order_apart_and_in_the_calendar(
    pieces: list[str], published: datetime.date | None
) -> None:
    text = "".join(pieces)
    end = 0
    for mention in mentions(text, published=published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
        if mention.figure.kind is Kind.DATE and mention.figure.date is not None:
            assert days(mention.figure.date) is not None


def test_periods_do_not_nest_without_end() -> None:
    assert said("Year to " * 5_000 + "March 2024") == ["2023-04/2024-03"]


@pytest.mark.parametrize(
    "piece",
    [
        "2025, ",
        "1",
        "1/",
        "year to ",
        "in May and ",
        "a year ",
        "June ",
        "\n",
        "2025-",
        "Q1 ",
        "3, ",
        "week of ",
        "until the ",
    ],
)
def test_work_grows_with_the_text_and_no_faster(piece: str) -> None:
    mentions(piece * 20)
    once, twice = steps(lambda: mentions(piece * 400)), steps(lambda: mentions(piece * 800))
    assert twice <= 2.3 * once + 200

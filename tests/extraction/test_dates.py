"""Dates that say all of themselves, what only looks like one, and what is typed for one."""

import datetime

import pytest
from hypothesis import given, strategies as st

from app.domain.edtf import days
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import dates
from app.extraction.mention import Passage, Taken
from tests.extraction.read_dates import PUBLISHED, mentions, said
from tests.support.call_counts import steps


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
        ("the first three quarters of 2024", "2024-01/2024-09"),
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
        "in today's prices and in today’s money",
    ],
)
def test_words_and_names_are_no_dates(text: str) -> None:
    found = [date for date in said(text) if date != "2024"]
    assert found == []


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

"""Dates that take their year or their length from one that the text has named: days, quarters, periods compared."""

import pytest

from tests.extraction.read_dates import mentions, said


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("1987: The party took Marlow on March 8.", ["1987", "1987-03-08"]),
        ("1987: The Greens, who had 12 seats, went on to take Marlow on March 8.", ["1987", "1987-03-08"]),
        ("1987: The Greens won by 2.1% to take Marlow on March 8.", ["1987", "1987-03-08"]),
        ("It lost. In 1987, the party took Marlow on March 8.", ["1987", "1987-03-08"]),
        ("She sailed on August 4, 1915. Forty men died on August 4.", ["1915-08-04", "1915-08-04"]),
        # Not so where the year only stands near, or the day comes round or is to come.
        ("In 2022 the firm lost £3m, it said on May 9.", ["2022", "2025-05-09"]),
        ("In 2022 the firm said on May 9.", ["2022", "2025-05-09"]),
        ("Since 2022 prices have risen; on May 9 they fell.", ["2022", "2025-05-09"]),
        ("Built in 1987 the bridge was shut on May 9.", ["1987", "2025-05-09"]),
        ("In 1987 the bridge will shut on July 9.", ["1987", "2025-07-09"]),
        ("It rose on 1 April 2022. It rose again on 1 April.", ["2022-04-01", "2025-04-01"]),
        ("It opened on 1 July 1990. It will close on 1 July.", ["1990-07-01", "2025-07-01"]),
    ],
)
def test_a_day_takes_the_year_that_it_is_told_under(text: str, dates: list[str]) -> None:
    assert said(text) == dates


def test_a_month_behind_a_sentence_of_another_year_may_be_of_that_year() -> None:
    month = mentions("The levy came in 2023. In May it raised £4m.")[-1]
    assert month.figure.readings == ("2025-05", "2023-05")
    assert month.doubt == "the sentence before it tells of 2023"
    for plain in ("It will close in 2031. In May it said so.", "It fell in 2023, and in May rose.", "In May it rose."):
        assert not mentions(plain)[-1].figure.readings


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "In 2027-28 it grows by 5%: Q1 at 6%, and Q4 at 4%.",
            ["2027-04/2028-03", "2027-04/2027-06", "2028-01/2028-03"],
        ),
        ("It fell in 2024-25. It had risen in the second quarter.", ["2024-04/2025-03", "2024-07/2024-09"]),
        ("It fell in 2023-24. So did wages. It rose in the first quarter.", ["2023-04/2024-03", "2025-Q1"]),
        ("It fell in 2023-24, and rose in Q3 2024.", ["2023-04/2024-03", "2024-Q3"]),
        ("It is to fall by 2029-30, and rose in the first quarter.", ["2029-04/2030-03", "2025-Q1"]),
    ],
)
def test_a_quarter_is_one_of_the_fiscal_year_just_named(text: str, dates: list[str]) -> None:
    assert said(text) == dates


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("the six months ended 31 December 2024, against 3 in the corresponding period last year", "2023-07/2023-12"),
        ("between January and September 2025, against 3 in the same period in 2024", "2024-01/2024-09"),
        ("in the first nine months of 2025, against 3 in the same period in 2024", "2024-01/2024-09"),
        ("the half year to 31 December 2024, against 3 in the same period last year", "2023-07/2023-12"),
        ("the year to 31 March 2025, against 3 in the comparable period last year", "2023-04/2024-03"),
        ("the third quarter of 2024, against 3 in the year-ago period", "2023-Q3"),
        ("the third quarter of 2024, against 3 in the year-earlier quarter", "2023-Q3"),
        ("the third quarter of 2024, against 3 in the prior-year quarter", "2023-Q3"),
        ("the third quarter of 2024, against 3 in the equivalent quarter of 2019", "2019-Q3"),
        ("April to June 2022. It fell by 3 on the same quarter in the previous year", "2021-04/2021-06"),
        ("April to June 2022, and 3 up on the same quarter in 2011", "2011-04/2011-06"),
        ("April to June 2022, 3 down on the same quarter in 2011. It is the same quarter last year", "2021-04/2021-06"),
        ("May, against 3 in the year-earlier month", "2024-05"),
        ("May, against 3 in the year-earlier quarter", "2024-Q1"),
    ],
)
def test_a_period_that_is_compared_lies_a_year_before_the_one_named(text: str, date: str) -> None:
    assert said(f"It made 4 in {text}.")[-1] == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # a move from so long ago starts a year, a quarter or a month before the time that the move ends in
        ("Profit rose to £4m in the first quarter from £3m a year ago.", "2024-Q1"),
        ("Inflation was 3.8% in May, up from 2% a year ago.", "2024-05"),
        ("Bad loans were 4% in the March quarter, against 3% a quarter ago.", "2024-Q4"),
        ("The index fell to 52 in April compared with 53 a month ago.", "2025-03"),
        ("It was 4.1% in April, up from 3.9% a month ago and 3.5% a year ago.", "2024-04"),
        ("It made 4 in the half year to 31 December 2024, from 3 a year earlier.", "2023-07/2023-12"),
        ("It made 4 in the first quarter, up from 3 in the year-ago period and 5 a quarter ago.", "2024-Q4"),
        # a thing that was so long ago is reckoned from today
        ("It fell in the first quarter. Its head left a year ago.", "2024"),
        ("It fell in 2019. It made 4, up from 3 a year ago.", "2024"),
        # neither the day of the news, nor what is still to come, nor a single day is the period that is compared
        ("It made 4 in the first quarter, it said on Tuesday, up from 3 a year earlier.", "2024-Q1"),
        ("It made 4 in the first quarter. On Monday it said it paid 7, against 3 in the year-ago period.", "2024-Q1"),
        ("In the first quarter it made 4. It sees 5 in the third quarter. It paid 7 from 6 a year ago.", "2024-Q1"),
        ("It made 4 in the first quarter. A strike on 9 April cost it 2. It paid 7, from 6 a year ago.", "2024-Q1"),
        ("It will make 5 in 2027, up from 4 a year earlier.", "2026"),
    ],
)
def test_what_was_so_long_ago_is_reckoned_from_the_period_that_it_is_compared_with(text: str, date: str) -> None:
    assert said(text)[-1] == date


def test_a_year_to_this_month_is_one() -> None:
    assert said("It rose by 3 in the 12 months to this March.") == ["2024-04/2025-03"]


def test_half_a_year_to_a_day_is_no_year() -> None:
    assert said("It made £3m in the half year to 31 December 2024.") == ["2024-07/2024-12"]


@pytest.mark.parametrize("text", ["The corresponding words", "a comparable period of calm"])
def test_what_is_compared_with_no_period_is_no_date(text: str) -> None:
    assert said(text) == []

"""How the press words dates and lengths of time."""

import pytest

from tests.extraction.press_sentences import dates, lengths


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thefts rose to 4,100 in the year to March, up from 3,900 in the previous 12 months.",
            [("year to March", "2024-04/2025-03"), ("previous 12 months", "2023-04/2024-03")],
        ),
        (
            "Thefts in 2022/23 rose to 701 from 693 in the previous 12 months.",
            [("2022/23", "2022-04/2023-03"), ("previous 12 months", "2021-04/2022-03")],
        ),
        (
            "They pushed out the date from July 2022 to September 2023.",
            [("July 2022", "2022-07"), ("September 2023", "2023-09")],
        ),
        ("They put the deadline back by 15 months to September 2023.", [("September 2023", "2023-09")]),
        ("On the second half of the claim he was right.", []),
        ("They are further apart than they have been since at least 1983.", [("since at least 1983", "1983")]),
        ("Two more will come by year's end.", [("year's end", "2025")]),
        (
            "Fewest since March 2023. Pay rose from a year earlier and the prior month, hours from the prior month.",
            [
                ("since March 2023", "2023-03"),
                ("a year earlier", "2024"),
                ("prior month", "2025-05"),
                ("prior month", "2025-05"),
            ],
        ),
        ("A call came at 22:24 hours on 16 January 2024.", [("16 January 2024", "2024-01-16")]),
        ("It was told to the Sunday Business Post.", []),
        (
            "The poll was held between the 13th and 25th of May.",
            [("13th and 25th of May", "2025-05-13/2025-05-25")],
        ),
        (
            "Profit fell for the year ended 27 May, from £12m in the prior year. Sales fell on the previous year.",
            [
                ("year ended 27 May", "2024-05-28/2025-05-27"),
                ("prior year", "2023-05-28/2024-05-27"),
                ("previous year", "2023-05-28/2024-05-27"),
            ],
        ),
        (
            "The grocer said it expected margins for the year to August 31st to be lower.",
            [("year to August 31st", "2024-09/2025-08")],
        ),
        ("Sales rose in the third quarter of its financial year.", []),
        (
            "He expects a fall over the first half of the financial year.",
            [("first half of the financial year", "2025-04/2025-09")],
        ),
        ("From April, the lowest paid employees will earn more.", [("April", "2026-04")]),
        ("Bills will fall in 2025-6.", [("2025-6", "2025-04/2026-03")]),
        ("It was lost in 2006/7.", [("2006/7", "2006-04/2007-03")]),
        (
            "Prices rose in the three months to the end of May compared with the previous quarter.",
            [("three months to the end of May", "2025-03/2025-05"), ("previous quarter", "2024-12/2025-02")],
        ),
        ("The club falls from 28 to 27.", []),
        ("Plans run from fiscal 2019 through 2022.", [("fiscal 2019 through 2022", "2018-04/2022-03")]),
        (
            "Talks on aid between 2026 and 2032 are due to close by the end of the year.",
            [("2026 and 2032", "2026/2032"), ("end of the year", "2025")],
        ),
        ("Hull has a $144m deficit, January 25,2012.", [("January 25,2012", "2012-01-25")]),
        ("The first flight, due to leave on May 14, was grounded.", [("May 14", "2025-05-14")]),
        ("The ban ends at the end of this month.", [("end of this month", "2025-06")]),
        (
            "It will be overspent by £4m at the end of the financial year.",
            [("end of the financial year", "2025-04/2026-03")],
        ),
    ],
)
def test_a_date_is_read_as_the_press_words_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert dates(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There has been a nine month delay.", [("nine month", "P9M")]),
        ("A five year plan and a 12 month contract.", [("five year", "P5Y"), ("12 month", "P12M")]),
        ("They put the deadline back by 15 months to September 2023.", [("15 months", "P15M")]),
        ("He is a 16 year old boy.", []),
        ("They paid in 5 out of 6 years.", []),
        ("Rates for two year fixes fell.", [("two year", "P2Y")]),
        ("It took one hour and 16 minutes to come.", [("one hour and 16 minutes", "PT76M")]),
        ("It will be spent over the next three financial years.", [("three financial years", "P3Y")]),
        ("A call came at 22:24 hours.", []),
    ],
)
def test_a_length_of_time_is_read_as_the_press_words_it(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert lengths(text) == expected

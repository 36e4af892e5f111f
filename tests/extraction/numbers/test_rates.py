"""What a figure is counted by: in its own words, or in those of the figure that it is set against."""

import pytest

from app.extraction import pipeline
from app.extraction.mention import Passage


@pytest.mark.parametrize(
    ("text", "pers"),
    [
        ("It costs £85 per person per night.", ["person per night"]),
        ("It was £98 per person each day.", ["person per day"]),
        ("The school pays $7.20 a meal.", ["meal"]),
        ("Gas cost 64p a therm in May, against 91p in January.", ["therm", None, "therm", None]),
        ("Growers get £310 a tonne, compared with £240 in 2024.", ["tonne", "tonne", None]),
        ("They pay $7.20 a meal rather than the $5.15 planned.", ["meal", "meal"]),
        ("Zinc sank to $845 a tonne from more than $5,000.", ["tonne", "tonne"]),
        ("The rate fell from 1.62 to 1.55 children per woman.", ["woman", "woman"]),
        ("It fell from £5 a day to £4.", ["day", "day"]),
        ("The locks cost £4m, £5m and £6m a year.", ["year", "year", "year"]),
        ("The locks cost $4m, $5m, and $6m a year.", ["year", "year", "year"]),
        ("They earn ₹40,000, ₹50,000 and ₹60,000 a year.", ["year", "year", "year"]),
        ("It ships 400, 500 and 600 barrels a day.", ["day", "day", "day"]),
        ("It will pay £9m a year after that.", ["year"]),
        ("It will pay £3m a year until 2030 and £9m a year after 2030.", ["year", None, "year", None]),
        ("It will pay £9m a year after the first three years.", ["year", None]),
        ("It made £9m a year after its launch.", [None]),
        ("It made £9m a year after the 2019 flood.", [None, None]),
        # another sum, not another price
        ("She was given £5,000, £4,000 and £300 a month.", [None, None, "month"]),
        ("The weir cost £4m and £6m a year.", [None, "year"]),
        ("The weir cost £4m, and £6m a year was lost.", [None, "year"]),
        ("The weir cost £4m, £6m a year.", [None, "year"]),
        ("The weir cost £4m upfront and £6m a year.", [None, "year"]),
        ("It charges £20 a day, against costs of £9m.", ["day", None]),
        ("It charges £20 a day, compared with £9m in 2024.", ["day", None, None]),
        ("It paid 12.0 pence net per share.", ["share"]),
        ("It has 9,100 of more than a year.", [None, None]),
        ("A clerk works 20 hours a week for 35 weeks.", ["week", None]),
    ],
)
def test_a_rate_is_told_once_for_what_is_compared(text: str, pers: list[str | None]) -> None:
    assert [claim.figure.per for claim in pipeline.read(Passage(text=text))] == pers

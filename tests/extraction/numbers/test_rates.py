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
        # another sum, not another price
        ("It charges £20 a day, against costs of £9m.", ["day", None]),
        ("It charges £20 a day, compared with £9m in 2024.", ["day", None, None]),
        ("It paid 12.0 pence net per share.", ["share"]),
        ("It has 9,100 of more than a year.", [None, None]),
        ("A clerk works 20 hours a week for 35 weeks.", ["week", None]),
    ],
)
def test_a_rate_is_told_once_for_what_is_compared(text: str, pers: list[str | None]) -> None:
    assert [claim.figure.per for claim in pipeline.read(Passage(text=text))] == pers

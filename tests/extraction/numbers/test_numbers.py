"""The one number grammar, in digits and in words."""

from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from app.extraction.numbers import anchors


def values(text: str) -> list[Decimal]:
    return [number.low for number in anchors.scan(text).numbers]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,234", 1234),
        ("1,234,567.89", "1234567.89"),
        ("12,34,567", 1234567),
        ("1\u2009234\u2009567", 1234567),
        ("10\u00a0000", 10000),
        ("10 000", 10000),
        ("1'000'000", 1000000),
        ("1.234.567", 1234567),
        ("80 , 000", 80000),
        (".2", "0.2"),
        ("0,5", "0.5"),
        ("2½", "2.5"),
        ("7 3/4", "7.75"),
        ("1.5m", 1500000),
        ("10mil", 10000000),
        ("900k", 900000),
        ("2.5 lakh", 250000),
        ("6,000 crore", 60000000000),
        ("2.7 lakh crore", 2700000000000),
        ("5 crore 82 lakh", 58200000),
        ("five crore 82 lakh", 58200000),
        ("3 lakh 20 thousand", 320000),
        ("5-million", 5000000),
        ("two hundred and fifty thousand", 250000),
        ("twenty-two", 22),
        ("a hundred and fifty thousand", 150000),
        ("one hundred and five", 105),
        ("two million five hundred thousand", 2500000),
        ("one thousand and fifty", 1050),
        ("half a billion", 500000000),
        ("three quarters of a million", 750000),
        ("quarter million", 250000),
        ("one and a half million", 1500000),
        ("a million and a half", 1500000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("a couple of hundred", 200),
    ],
)
def test_one_number(text: str, value: int | str) -> None:
    assert values(text) == [Decimal(value)]


def test_two_numbers_are_not_run_together() -> None:
    assert values("between one hundred and two hundred") == [100, 200]
    assert values("between one million and two million") == [1000000, 2000000]
    assert values("in 2019 300 came") == [2019, 300]


@pytest.mark.parametrize("text", ["1.2.3", "192.168.1.1", "1,1,1", "2019,2020", "9" * 60, "https://a.b/12", "@abc12"])
def test_what_is_no_number(text: str) -> None:
    assert values(text) == []


FIGURES = {
    "1,234": Decimal(1234),
    "3.5bn": Decimal("3.5E9"),
    "two hundred and fifty thousand": Decimal(250000),
    "half a billion": Decimal("5E8"),
    "2.5 lakh": Decimal(250000),
    "twenty-two": Decimal(22),
    "42": Decimal(42),
}


@given(
    st.lists(st.sampled_from(sorted(FIGURES)), max_size=6),
    st.text(alphabet="abxyz ,;:()$£%é\n", max_size=6),
)
def test_every_number_is_found_wherever_it_stands(figures: list[str], filler: str) -> None:
    joint = f" {filler}; "
    assert values(joint + joint.join(figures) + joint) == [FIGURES[figure] for figure in figures]


@given(st.text(alphabet="0123456789.,'£$€%-–() mkbn\nonetwhuda½", max_size=60))
def test_spans_lie_in_the_text_in_order_and_apart(text: str) -> None:
    last = 0
    for number in anchors.scan(text).numbers:
        assert last <= number.start < number.digits_end <= number.end <= len(text)
        last = number.end

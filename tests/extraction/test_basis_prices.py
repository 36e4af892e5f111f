"""In which prices a sum is told."""

import datetime

import pytest

from tests.extraction.marked_basis import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The real cost is [£5bn|money].", {}),
        ("It comes to a cost in today's prices of around [£59m|money].", {"price": "real:2025/26"}),
        ("The dam needs [$4bn|money] in 2019 prices.", {"price": "real:2019"}),
        ("The dam needs [$4bn|money] at 2024-25 prices.", {"price": "real:2024/25"}),
        ("It got [£4m|money] of the 2021 money.", {}),
        ("In real terms the grant is worth [£4m|money].", {"price": "real"}),
        ("Adjusted for inflation, takings were [$2bn|money].", {"price": "real"}),
        ("The net present value of the forest is [€3bn|money].", {"price": "npv"}),
        ("Discounted, the claim comes to [€3bn|money].", {"kind": "total", "price": "npv"}),
        ("Undiscounted, the claim is worth [€30bn|money].", {"price": "nominal"}),
        ("The grant is [£4m|money] in cash terms.", {"price": "cash"}),
        ("The dam needs [£4m|money], adjusted for rising prices.", {"price": "real"}),
        ("The dam needs [£4m|money] in 2015 sterling.", {"price": "real:2015"}),
        ("At today's costs the dam needs [£4m|money].", {"price": "real:2025/26"}),
        ("Today's costs of the dam are [£4m|money].", {}),
        ("Police found [$12m|money] in cash.", {}),
    ],
)
def test_the_prices_of_a_sum_are_what_its_words_say(text: str, expected: dict[str, str]) -> None:
    assert [said for _, said in read(text)] == [expected]


def test_prices_in_a_bracket_hold_for_all_that_it_closes() -> None:
    text = "It has soared to [£66m|money], against a budget of [£44m|money] (in 2019 prices)."
    assert [stated["price"] for _, stated in read(text)] == ["real:2019", "real:2019"]
    text = "It needs [£21m|money] and [£7m|money]; or, against [£44m|money], [£57m|money] (2019 prices)."
    assert [stated.get("price") for _, stated in read(text)] == [None, None, "real:2019", "real:2019"]


@pytest.mark.parametrize(
    ("published", "country", "expected"),
    [
        (datetime.date(2025, 3, 31), "GB", "real:2024/25"),
        (datetime.date(2025, 4, 1), "IN", "real:2025/26"),
        (datetime.date(2025, 6, 30), "AU", "real:2024/25"),
        (datetime.date(2025, 6, 30), "US", "real:2025"),
        (None, "GB", "real"),
    ],
)
def test_todays_money_is_that_of_the_day_of_publication(
    published: datetime.date | None, country: str, expected: str
) -> None:
    ((_, said),) = read("In today's money that is [$4bn|money].", published, country)
    assert said["price"] == expected

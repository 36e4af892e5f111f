"""The prices of a sum, as an analyst types and reads them."""

import pytest

from app.domain.errors import UserError
from app.services.claims import prices


@pytest.mark.parametrize(
    ("words", "base"),
    [
        ("2024", "real:2024"),
        ("2024 prices", "real:2024"),
        ("in 2024/25 prices", "real:2024/25"),
        ("2024-25", "real:2024/25"),
        ("2024/2025 prices", "real:2024/25"),
        ("constant 2019 prices", "real:2019"),
        ("constant prices", "real"),
        ("real", "real"),
        ("Real terms", "real"),
        ("real 2024", "real:2024"),
        ("real, 2025/26 prices", "real:2025/26"),
        ("inflation-adjusted", "real"),
        ("nominal", "nominal"),
        ("Cash", "cash"),
        ("in cash terms", "cash"),
        ("npv", "npv"),
        ("net present value", "npv"),
        ("discounted, 2025/26 prices", "npv:2025/26"),
        ("not stated", None),
        ("?", None),
        ("  ", None),
        ("real:2019", "real:2019"),
        ("npv:2025/26", "npv:2025/26"),
    ],
)
def test_what_an_analyst_would_type_is_understood(words: str, base: str | None) -> None:
    assert prices.read(words) == base


@pytest.mark.parametrize("base", ["cash", "nominal", "real", "real:2019", "real:2024/25", "npv", "npv:2025/26", None])
def test_what_is_shown_is_understood_as_what_it_was_shown_for(base: str | None) -> None:
    assert prices.read(prices.said(base)) == base


def test_every_base_that_is_offered_is_understood() -> None:
    assert [prices.read(words) for words in prices.OFFERED] == [None, "cash", "nominal", "real", "npv"]


@pytest.mark.parametrize("words", ["dear", "24", "not stated 2024", "prices", "real cash", "2024 and 2025"])
def test_words_that_say_no_prices_are_refused_with_some_that_do(words: str) -> None:
    with pytest.raises(UserError, match=r"“2024/25 prices”.*nothing was changed|nothing was changed.*“2024/25 prices”"):
        prices.read(words)

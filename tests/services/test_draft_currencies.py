"""A draft is read alike in whatever currency it is written."""

import pytest

from app.domain.draft import Finding
from tests.services.draft_articles import Library, figure_of


@pytest.mark.parametrize("sign", ["£", "¥", "₹", "₩", "฿"])
def test_what_an_article_compares_a_sum_with_is_another_thing_in_every_currency(library: Library, sign: str) -> None:
    article = f"""Title: Harbour fund
Outlet: Port News
Date: 2025-03-10

The Merrin fund counted 430 members in 2024. On nets it spent {sign}34m, against {sign}52m on boats.
"""
    text = f"The Merrin fund counted 430 members in 2024. On boats went {sign}34m."
    assert figure_of(library({"fund.txt": article}), text, f"{sign}34m").finding is Finding.CONTESTED

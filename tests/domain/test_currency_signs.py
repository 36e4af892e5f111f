"""The signs of currencies as patterns find them."""

import re

from app.domain.currency_signs import MEANS, SIGNS


def test_patterns_find_every_sign_that_is_read_as_a_currency() -> None:
    assert re.findall(f"[{SIGNS}]", " ".join(MEANS)) == [*MEANS]

"""Dates in EDTF as days."""

import datetime

import pytest

from app.domain import edtf


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-05-23", datetime.date(2025, 5, 23)),
        ("2025-05-23T07:40:00+01:00", datetime.date(2025, 5, 23)),
        ("2025-05", None),
        ("2025-21", None),
        ("2025-04/2026-03", None),
        ("2025-02-30", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_date_of_one_day_names_that_day(written: str | None, expected: datetime.date | None) -> None:
    assert edtf.day(written) == expected

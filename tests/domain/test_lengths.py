"""Lengths of time in one unit or in two."""

from decimal import Decimal

import pytest

from app.domain import lengths


@pytest.mark.parametrize(
    ("iso", "years"),
    [("P18M", "1.5"), ("P2.5Y", "2.5"), ("P4Y6M", "4.5"), ("PT8766H", "1"), ("PT4383H262980M", "1"), ("P0.5D", None)],
)
def test_a_length_comes_to_so_many_years(iso: str, years: str | None) -> None:
    told = lengths.years(iso)
    assert told == (Decimal(years) if years else Decimal("0.5") * 86_400 / 31_557_600)


@pytest.mark.parametrize(
    ("iso", "smallest"),
    [("P99Y", (99, "year")), ("PT10H54M", (654, "minute")), ("P4Y6M", (54, "month")), ("P2DT6H", (54, "hour"))],
)
def test_a_length_in_two_units_is_counted_in_the_smaller(iso: str, smallest: tuple[int, str]) -> None:
    assert lengths.smallest(iso) == smallest


@pytest.mark.parametrize("iso", ["", "P", "PT", "2025", "P5", "PY", "18M", "P1H", "PT5Y", "P-3D"])
def test_what_is_no_length_has_none(iso: str) -> None:
    assert lengths.years(iso) is None
    assert lengths.smallest(iso) is None

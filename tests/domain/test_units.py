"""The one table of units: whole, of one size with itself, and known wherever a unit can be read."""

from decimal import Decimal

import pytest

from app.domain import units
from app.extraction.quantities.unit_table import TABLE


def test_every_unit_that_can_be_read_is_known_with_what_it_measures() -> None:
    assert {name: units.UNITS[name].dimension for name, *_ in TABLE} == {name: measures for name, measures, *_ in TABLE}


@pytest.mark.parametrize(
    ("unit", "into", "times"),
    [
        ("gram", "milligram", "1000"),
        ("terawatt hour", "gigawatt hour", "1000"),
        ("kilotonne", "tonne", "1000"),
        ("kilowatt hour", "megajoule", "3.6"),
        ("megawatt", "kilowatt", "1000"),
        ("mile", "kilometre", "1.609344"),
        ("bar", "millibar", "1000"),
        ("billion cubic foot", "thousand million cubic foot", "1"),
    ],
)
def test_one_unit_is_so_many_of_another(unit: str, into: str, times: str) -> None:
    assert units.factor(unit, into) == Decimal(times)


@pytest.mark.parametrize(
    ("unit", "into"),
    [("gram", "litre"), ("ton", "tonne"), ("celsius", "fahrenheit"), ("missile", "drone"), ("gram", "missile")],
)
def test_no_number_joins_what_does_not_measure_the_same_or_has_several_sizes(unit: str, into: str) -> None:
    assert units.factor(unit, into) is None


@pytest.mark.parametrize("unit", ["megawatt hour", "gigajoule", "day", "square mile"])
def test_what_is_read_off_a_scale_is_measured(unit: str) -> None:
    assert units.is_measure(unit)


@pytest.mark.parametrize("unit", ["missile", "school day", "yard sale", ""])
def test_what_is_counted_is_not(unit: str) -> None:
    assert not units.is_measure(unit)

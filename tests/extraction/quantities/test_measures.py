"""Units of every trade, and measures told by two numbers."""

import pytest

from app.extraction.quantities import quantities
from tests.extraction.stage_readings import readings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("312 GL in store", "312 GL = 312 gigalitre"),
        ("14 ML a day", "14 ML a day = 14 megalitre per day"),
        ("12 mtpa of LNG", "12 mtpa = 12 million tonne per year"),
        ("4.7 million boepd", "4.7 million boepd = 4700000 barrel of oil equivalent per day"),
        ("24,500 cusecs of water", "24,500 cusecs = 24500 cubic foot per second"),
        ("38 mg/dL of sugar", "38 mg/dL = 38 milligram per decilitre"),
        ("1,630MWe", "1,630MWe = 1630 megawatt"),
        ("775 lb-ft of torque", "775 lb-ft = 775 pound-foot"),
        ("129g/km of CO2", "129g/km = 129 gram per kilometre"),
        ("20 tesla", "20 tesla = 20 tesla"),
        ("3.1 MMBtu", "3.1 MMBtu = 3.1 million BTU"),
        ("temperatures of 1,800 F.", "1,800 F = 1800 fahrenheit"),
        ("a preliminary magnitude of 6.4", "6.4 = 6.4 magnitude"),
        ("12 deaths per 1,000 live births", "12 deaths per 1,000 live births = 12 death per 1,000 live births"),
        ("3m tonnes a year of steel", "3m tonnes a year = 3000000 tonne per year"),
        ("62 trains a day before the pandemic", "62 trains a day = 62 train per day"),
        ("500mg of it four times a day", "500mg = 500 milligram"),
        ("He is 6ft 2in tall", "6ft 2in = 74 inch"),
        ("He is 5ft 11 and fit", "5ft 11 = 71 inch"),
        ("It weighs 15st 4lb.", "15st 4lb = 214 pound"),
        ("born at 3lb 2oz", "3lb 2oz = 50 ounce"),
    ],
)
def test_units(text: str, expected: str) -> None:
    assert readings(quantities.read, text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose 5ft 3 years ago.", ["5ft = 5 foot"]),
        ("It is 6ft in 2 places.", ["6ft = 6 foot", "2 places = 2 place"]),
        ("The 5ft 10in band", ["5ft 10in = 70 inch"]),
    ],
)
def test_a_foot_takes_only_its_own_inches(text: str, expected: list[str]) -> None:
    assert readings(quantities.read, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 20, 40 and 60 metres", ["20 = 20 metre", "40 = 40 metre", "60 metres = 60 metre"]),
        ("between 5 and 10 km", ["between 5 and 10 km = 5..10 kilometre"]),
        ("Rain of 80 to 120mm fell.", ["80 to 120mm = 80..120 millimetre"]),
        ("in 2019 and 60 metres", ["60 metres = 60 metre"]),
        ("on page 4 and 60 metres", ["60 metres = 60 metre"]),
        ("900 head of Angus cattle", ["900 head = 900 head"]),
    ],
)
def test_numbers_of_a_list_share_the_unit_at_its_end(text: str, expected: list[str]) -> None:
    assert readings(quantities.read, text) == expected


def test_both_sides_of_a_thing_are_measured() -> None:
    assert readings(quantities.read, "a room of 6 by 4 metres") == ["6 = 6 metre", "4 metres = 4 metre"]


@pytest.mark.parametrize(
    "text", ["10 ML engineers are wanted.", "the 21st century", "grade F students, 5 F grades", "in row 6 by door 4"]
)
def test_letters_that_are_no_units_stay_silent(text: str) -> None:
    assert not any(
        " litre" in line or "stone" in line or "fahrenheit" in line for line in readings(quantities.read, text)
    )
    assert not any("megalitre" in line for line in readings(quantities.read, text))


def test_letters_that_a_text_explains_are_million_tonnes() -> None:
    text = "It grew 101 million tonnes (MT) of rye. Oats came to 283.4 MT, down from 285 mt."
    assert readings(quantities.read, text)[1:] == ["283.4 MT = 283.4 million tonne", "285 mt = 285 million tonne"]
    assert readings(quantities.read, "Oats came to 283.4 MT.") == []

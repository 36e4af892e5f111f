"""Units of measure: what each measures, and how large it is in the base of its dimension.

Names are those that figures carry ("kilowatt hour"); how texts spell them is the extraction's table. A unit without a
size has several (a ton is short or long), is no multiple of the base (a degree Celsius), or measures its dimension in a
way of its own (megawatts of panels at their peak).
"""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a unit measures ("mass"), and how many of its dimension's base unit it is; None where no number says so."""

    dimension: str
    size: Decimal | None


_JOULES_AN_HOUR = 3600
_CUBIC_FOOT = Decimal("28.316846592")

# By dimension, the base first. Sizes by definition: SI with the units accepted beside it (astronomical unit, tonne,
# electronvolt); the yard and pound of 1959; the imperial gallon of 1985 and its parts; the barrel of 42 US gallons; the
# conventional millimetre of mercury; the BTU and the therm of the International Table.
_SIZES: dict[str, dict[str, str | Decimal | None]] = {
    "length": {
        "metre": "1", "kilometre": "1e3", "centimetre": "0.01", "millimetre": "0.001", "micrometre": "1e-6",
        "nanometre": "1e-9", "mile": "1609.344", "nautical mile": "1852", "yard": "0.9144", "foot": "0.3048",
        "inch": "0.0254", "fathom": "1.8288", "furlong": "201.168", "light year": "9460730472580800",
        "astronomical unit": "149597870700", "parsec": "3.0856775814913673e16",
    },
    "area": {
        "square metre": "1", "square kilometre": "1e6", "square centimetre": "1e-4", "square millimetre": "1e-6",
        "hectare": "1e4", "acre": "4046.8564224", "square mile": "2589988.110336", "square yard": "0.83612736",
        "square foot": "0.09290304", "square inch": "0.00064516", "bigha": None,
    },
    "mass": {
        "kilogram": "1", "gram": "0.001", "milligram": "1e-6", "microgram": "1e-9", "nanogram": "1e-12",
        "tonne": "1e3", "kilotonne": "1e6", "million tonne": "1e9", "megatonne": "1e9", "gigatonne": "1e12",
        "tonne of CO2": "1e3", "quintal": "100", "pound": "0.45359237", "ounce": "0.028349523125",
        "stone": "6.35029318", "troy ounce": "0.0311034768", "ton": None, "hundredweight": None, "carat": None,
        "deadweight tonne": None, "gross tonne": None, "solar mass": None,
    },
    "volume": {
        "litre": "1", "millilitre": "0.001", "centilitre": "0.01", "hectolitre": "100", "kilolitre": "1e3",
        "megalitre": "1e6", "gigalitre": "1e9", "cubic metre": "1e3", "cubic centimetre": "0.001",
        "cubic kilometre": "1e12", "million cubic metre": "1e9", "billion cubic metre": "1e12",
        "cubic foot": _CUBIC_FOOT, "cubic inch": "0.016387064", "cubic yard": "764.554857984",
        "cubic mile": "4168181825440.579584", "thousand cubic foot": _CUBIC_FOOT * 10**3,
        "million cubic foot": _CUBIC_FOOT * 10**6, "billion cubic foot": _CUBIC_FOOT * 10**9,
        "thousand million cubic foot": _CUBIC_FOOT * 10**9, "trillion cubic foot": _CUBIC_FOOT * 10**12,
        "acre foot": "1233481.83754752", "gallon": "4.54609", "quart": "1.1365225", "pint": "0.56826125",
        "fluid ounce": "0.0284130625", "barrel": "158.987294928", "barrel of oil equivalent": None, "bushel": None,
    },
    "power": {
        "watt": "1", "kilowatt": "1e3", "megawatt": "1e6", "gigawatt": "1e9", "terawatt": "1e12", "horsepower": None,
        "kilowatt peak": None, "megawatt peak": None, "gigawatt peak": None, "kilovolt-ampere": None,
        "megavolt-ampere": None,
    },
    "energy": {
        "joule": "1", "kilojoule": "1e3", "megajoule": "1e6", "gigajoule": "1e9", "terajoule": "1e12",
        "petajoule": "1e15", "exajoule": "1e18", "watt hour": "3600", "kilowatt hour": "3.6e6",
        "megawatt hour": "3.6e9", "gigawatt hour": "3.6e12", "terawatt hour": "3.6e15", "therm": "105505585.262",
        "British thermal unit": "1055.05585262", "million BTU": "1055055852.62", "electronvolt": "1.602176634e-19",
        "gigaelectronvolt": "1.602176634e-10", "teraelectronvolt": "1.602176634e-7", "calorie": None,
    },
    "temperature": {"kelvin": None, "celsius": None, "fahrenheit": None},
    "angle": {"degree": "1"},
    "speed": {
        "metre per second": "1", "kilometre per second": "1e3", "kilometre per hour": Decimal(1) / Decimal("3.6"),
        "mile per hour": "0.44704", "mile per second": "1609.344", "foot per second": "0.3048",
        "knot": Decimal(1852) / _JOULES_AN_HOUR,
    },
    "economy": {"kilometre per litre": "1", "mile per gallon": None, "litre per 100 kilometres": None},
    "voltage": {"volt": "1", "kilovolt": "1e3"},
    "current": {"amp": "1"},
    "frequency": {
        "hertz": "1", "kilohertz": "1e3", "megahertz": "1e6", "gigahertz": "1e9", "beat per minute": None,
        "frame per second": None,
    },
    "data": {
        "byte": "1", "kilobyte": "1e3", "megabyte": "1e6", "gigabyte": "1e9", "terabyte": "1e12", "petabyte": "1e15",
        "exabyte": "1e18", "zettabyte": "1e21",
    },
    "speed of data": {
        "kilobit per second": "1e3", "megabit per second": "1e6", "gigabit per second": "1e9",
        "terabit per second": "1e12", "megabyte per second": "8e6", "gigabyte per second": "8e9",
    },
    "resolution": {"megapixel": "1"},
    "concentration": {
        "milligram per litre": "1", "microgram per litre": "0.001", "nanogram per litre": "1e-6",
        "milligram per decilitre": "10", "microgram per cubic metre": "1e-6", "millimole per litre": None,
        "part per million": None, "part per billion": None, "milligram per kilogram": None,
    },
    "loudness": {"decibel": None},
    "pressure": {
        "pascal": "1", "hectopascal": "100", "kilopascal": "1e3", "millibar": "100", "bar": "1e5",
        "pound per square inch": "6894.757293168", "millimetre of mercury": "133.322387415",
    },
    "magnitude": {"magnitude": None},
    "radiation dose": {"sievert": "1", "millisievert": "0.001", "microsievert": "1e-6"},
    "radioactivity": {"becquerel": "1"},
    "rotation": {"revolution per minute": "1"},
    "containers": {"twenty-foot equivalent unit": "1"},
    "flow": {"cubic metre per second": "1e3", "cubic foot per second": _CUBIC_FOOT},
    "energy density": {"watt hour per kilogram": "1"},
    "force": {"newton": "1"},
    "torque": {"newton metre": "1", "pound-foot": "1.3558179483314004"},
    "emission": {"gram per kilometre": "1"},
    "magnetic field": {"tesla": "1"},
    "light": {"lumen": "1"},
    "dose": {"international unit": "1"},
    "time": {
        "second": "1", "minute": "60", "hour": "3600", "day": "86400", "week": "604800", "month": None,
        "year": None, "decade": None, "century": None,
    },
}  # fmt: skip

UNITS: dict[str, Unit] = {
    name: Unit(dimension=dimension, size=None if size is None else Decimal(size))
    for dimension, sizes in _SIZES.items()
    for name, size in sizes.items()
}
"""Every unit of measure by its name."""


def is_measure(unit: str | None) -> bool:
    """Whether a unit is read off a scale ("square mile", "knot"), so that its number is rounded, rather than counted
    ("missile", "school day"); nothing is of no unit."""
    return unit in UNITS


def factor(unit: str, into: str) -> Decimal | None:
    """How many of one unit are one of another; None where they do not measure the same, or no number joins them."""
    one, other = UNITS.get(unit), UNITS.get(into)
    if one is None or other is None or one.dimension != other.dimension or one.size is None or other.size is None:
        return None
    return one.size / other.size

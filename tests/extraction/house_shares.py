"""Percentages, points and fractions, counts and measures in house style."""

from decimal import Decimal

from hypothesis import strategies as st

from app.domain.figure import Kind
from tests.extraction.house_styles import Styled, amounts, decimal, in_words

_PERCENT = ("%", " %", " per cent", " percent", "pc", "-percent", " pct")
_POINTS = (" percentage points", " percentage point", " ppts", "pp", " per cent points")
_BASIS = (" basis points", "bps", " bps", " bp")


@st.composite
def percentages(draw: st.DrawFn) -> Styled:
    """Percent, percentage points and basis points in every style."""
    number = draw(st.one_of(st.integers(2, 300).map(Decimal), st.builds(decimal, st.integers(1, 999), st.just(1))))
    name = draw(st.sampled_from((*_PERCENT, *_POINTS, *_BASIS)))
    value = number / 100 if name in _BASIS else number
    unit = "percent" if name in _PERCENT else "percentage_point"
    return Styled(words=f"{number}{name}", kind=Kind.PERCENTAGE, low=value, high=value, unit=unit)


@st.composite
def percentage_ranges(draw: st.DrawFn) -> Styled:
    """ "5-6%", "between 5 and 6 per cent", "5% to 6%"."""
    low = draw(st.integers(1, 90))
    high = draw(st.integers(low + 1, 99))
    name = draw(st.sampled_from(("%", " per cent", " percent", " percentage points")))
    words = draw(
        st.sampled_from(
            (
                f"{low}-{high}{name}",
                f"{low}–{high}{name}",
                f"{low} to {high}{name}",
                f"{low}{name} to {high}{name}",
                f"between {low} and {high}{name}",
                f"between {low}{name} and {high}{name}",
            )
        )
    )
    unit = "percentage_point" if "point" in name else "percent"
    return Styled(words=words, kind=Kind.PERCENTAGE, low=Decimal(low), high=Decimal(high), unit=unit)


_PARTS = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}


@st.composite
def fractions(draw: st.DrawFn) -> Styled:
    """ "two-thirds of them", "one in five", "nine out of ten"."""
    bottom = draw(st.integers(3, 10))
    top = draw(st.integers(1, bottom - 1).filter(lambda top: (top, bottom) != (2, 4)))  # two quarters are of a year
    part = next(name for name, value in _PARTS.items() if value == bottom)
    written = [f"{in_words(top)} in {in_words(bottom)}", f"{in_words(top)} out of {in_words(bottom)}"]
    written += [f"{top} in {bottom}", f"{in_words(top)}-in-{in_words(bottom)}"]
    written += [f"{in_words(top)}-{part}s", f"{in_words(top)} {part}s"] if top > 1 else [f"a {part}", f"one {part}"]
    value = (Decimal(top * 100) / bottom).quantize(Decimal("0.0001"))
    words = f"{draw(st.sampled_from(written))} of them"
    return Styled(words=words, kind=Kind.PERCENTAGE, low=value, high=value, unit="percent")


_NOUNS = {
    " people": "person", " homes": "home", " jobs": "job", " patients": "patient", " deaths": "death",
    " children": "child", " businesses": "business", " families": "family", " women": "woman", " new homes": "home",
    " seats": "seat", " migrants": "migrant", " soldiers": "soldier", " trees": "tree",
}  # fmt: skip
_MEASURES = {
    "km": "kilometre", " km": "kilometre", " miles": "mile", " metres": "metre", "kg": "kilogram", " tonnes": "tonne",
    " hectares": "hectare", " acres": "acre", "MW": "megawatt", " GW": "gigawatt", " megawatts": "megawatt",
    " litres": "litre", "mph": "mile per hour", " knots": "knot", " square miles": "square mile", " barrels": "barrel",
    "cm": "centimetre", "mm": "millimetre", " sq km": "square kilometre", "°C": "celsius",
    " km/h": "kilometre per hour", " kilowatt-hours": "kilowatt hour", "TWh": "terawatt hour",
    " cubic metres": "cubic metre", "-mile": "mile",
}  # fmt: skip


@st.composite
def counts(draw: st.DrawFn) -> Styled:
    """ "12,000 people", "2.5m new homes", "four hundred deaths"."""
    noun = draw(st.sampled_from(list(_NOUNS)))
    words, value = draw(
        st.one_of(
            st.integers(21, 999_999).map(lambda number: (f"{number:,}", Decimal(number))),
            amounts((" million", "m", " billion", "bn", " thousand", "k")).map(lambda amount: amount[:2]),
            st.integers(20, 999_999).map(lambda number: (in_words(number), Decimal(number))),
        )
    )
    return Styled(words=f"{words}{noun}", kind=Kind.QUANTITY, low=value, high=value, unit=_NOUNS[noun])


@st.composite
def measures(draw: st.DrawFn) -> Styled:
    """ "12.5 tonnes", "2,000km", "3 million acres"."""
    name = draw(st.sampled_from(list(_MEASURES)))
    spaced = name[0] == " " and len(name) > len(" GW")
    scales = ("", " million", " billion", "bn") if spaced else ("",)
    words, value, _ = draw(amounts(scales))
    return Styled(words=f"{words}{name}", kind=Kind.QUANTITY, low=value, high=value, unit=_MEASURES[name])


@st.composite
def count_ranges(draw: st.DrawFn) -> Styled:
    """ "10-15 km", "between 300 and 400 people", "10,000 to 12,000 homes"."""
    low = draw(st.integers(21, 40_000))
    high = draw(st.integers(low + 1, 90_000))
    name = draw(st.sampled_from((" people", " homes", " km", " tonnes", " miles", " jobs")))
    words = draw(
        st.sampled_from(
            (f"{low:,}-{high:,}{name}", f"{low:,} to {high:,}{name}", f"between {low:,} and {high:,}{name}")
        )
    )
    unit = {**_NOUNS, **_MEASURES}[name]
    return Styled(words=words, kind=Kind.QUANTITY, low=Decimal(low), high=Decimal(high), unit=unit)


_MANY = (
    ("dozens of", 12, 100), ("hundreds of", 100, 1000), ("thousands of", 1000, 10_000), ("millions of", 10**6, 10**7),
    ("tens of thousands of", 10_000, 100_000), ("hundreds of thousands of", 100_000, 10**6), ("a few dozen", 12, 100),
    ("a few hundred", 100, 1000), ("several thousand", 1000, 10_000),
)  # fmt: skip


@st.composite
def vague_counts(draw: st.DrawFn) -> Styled:
    """ "dozens of people", "tens of thousands of homes", "a few dozen jobs"."""
    words, low, high = draw(st.sampled_from(_MANY))
    noun = draw(st.sampled_from((" people", " homes", " jobs", " patients", " families")))
    ends = Decimal(low), Decimal(high)
    return Styled(words=f"{words}{noun}", kind=Kind.QUANTITY, low=ends[0], high=ends[1], unit=_NOUNS[noun])

"""The digits of numbers in the house style: thousands marks, scale letters, no more decimals than anybody reads."""

from decimal import Decimal

SCALES: tuple[tuple[Decimal, str, str], ...] = (
    (Decimal("1e12"), "tn", "trillions"),
    (Decimal("1e9"), "bn", "billions"),
    (Decimal("1e6"), "m", "millions"),
)
_ONES = (Decimal(1), "")
THOUSANDS = (Decimal("1e3"), "", "thousands")
_MOST_DECIMALS = 3
_SIGNIFICANT = 4
SAID_IN_LETTERS = Decimal("1e6")
_ENDLESS = 24
"""Digits after the first from which a number is told by its power of ten: no words have room for it."""


def scale(size: Decimal) -> tuple[Decimal, str]:
    """The largest scale that a number of this size reaches, and its letters."""
    for one, letters, _ in SCALES:
        if size >= one:
            return one, letters
    return _ONES


def digits(size: Decimal) -> str:
    """A number of no sign, with a scale letter where three decimals are enough for it."""
    if size.adjusted() >= _ENDLESS:
        return f"{size:.3g}"
    power, letters = scale(size)
    scaled = size / power
    if power > 1 and scaled == round(scaled, _MOST_DECIMALS):
        return plain(scaled) + letters
    return plain(size)


def written(value: Decimal) -> str:
    """A percentage with the decimals it was written with."""
    exponent = value.as_tuple().exponent
    return f"{abs(value):,f}" if isinstance(exponent, int) and exponent <= 0 else plain(abs(value))


def plain(value: Decimal) -> str:
    """Thousands marks, no exponent, no zeros at the end of the decimals."""
    text = f"{value:,f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return text.replace("-", "−")


def rounded(size: Decimal) -> Decimal:
    """Four significant digits; amounts below a million keep whole units, below a thousand two decimals."""
    least = size.adjusted() - _SIGNIFICANT + 1
    if size < SAID_IN_LETTERS:
        least = min(least, 0 if size >= 1000 else -2)
    return size.quantize(Decimal(1).scaleb(least)) if size.adjusted() < _ENDLESS else size


def trimmed(value: Decimal) -> Decimal:
    """Four decimals."""
    return round(value, _SIGNIFICANT)

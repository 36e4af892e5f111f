"""Amounts and years of a schedule in short words, for lists and the chart."""

from decimal import Decimal

from app.domain import wording
from app.domain.schedule import Payment, Reading, ReadingKind

_TRILLION, _BILLION, _MILLION = Decimal("1e12"), Decimal("1e9"), Decimal("1e6")


def money(value: Decimal, currency: str) -> str:
    """A computed amount with decimals of one length in its scale: "£10.00bn", "£101.0m"."""
    sign = wording.CURRENCY_SIGNS.get(currency, f"{currency} ")
    minus, size = ("−" if value < 0 else ""), abs(value)
    if size >= _TRILLION:
        return wording.amount(value, currency)
    if size >= _BILLION:
        return f"{minus}{sign}{size / _BILLION:,.2f}bn"
    if size >= _MILLION:
        return f"{minus}{sign}{size / _MILLION:,.1f}m"
    return f"{minus}{sign}{size:,.0f}"


def years(first: int, last: int) -> str:
    """ "Year 2", "Years 4–28"."""
    return f"Year {first}" if first == last else f"Years {first}–{last}"


def reading_name(one: Reading) -> str:
    """What a derived number is, in few words."""
    if one.first_year is not None and one.last_year is not None:
        when = years(one.first_year, one.last_year)
        return f"{when}, real" if one.kind is ReadingKind.YEAR_REAL else when
    return {
        ReadingKind.NOMINAL: "Total, nominal",
        ReadingKind.REAL: "Total, real",
        ReadingKind.AVERAGE: "Average, real",
        ReadingKind.PRESENT_VALUE: "Present value",
    }.get(one.kind, "")


def value(one: Reading, currency: str) -> str:
    """The number itself; of neighbouring years the least and the most, in whole units of their scale."""
    if one.low == one.high:
        return money(one.low, currency)
    size = max(abs(one.low), abs(one.high))
    if size >= 10 * _TRILLION:
        return f"{money(one.low, currency)} to {money(one.high, currency)}"
    scale, letters = next(
        (pair for pair in ((_BILLION, "bn"), (_MILLION, "m")) if size >= 10 * pair[0]), (Decimal(1), "")
    )
    low, high = (f"{end / scale:,.0f}" for end in (one.low, one.high))
    sign = wording.CURRENCY_SIGNS.get(currency, f"{currency} ")
    return f"{sign}{low}{letters}" if low == high else f"{sign}{low}–{high}{letters}"


def beside(payments: tuple[Payment, ...]) -> tuple[bool, ...]:
    """Of each payment whether it comes on top of an earlier one of the list, because their years overlap."""
    found: list[bool] = []
    for at, payment in enumerate(payments):
        below = (other for other, on_top in zip(payments[:at], found, strict=True) if not on_top)
        found.append(any(_overlap(payment, other) for other in below))
    return tuple(found)


def _overlap(one: Payment, other: Payment) -> bool:
    return one.from_year <= other.last_year and other.from_year <= one.last_year

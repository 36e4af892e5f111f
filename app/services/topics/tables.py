"""The dated tables that are shipped, and files of the same form."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from app.comparison.schedules import assumptions
from app.domain.errors import UserError
from app.domain.schedule import DiscountTable, PriceIndex
from app.shipped import resources

SHIPPED_DISCOUNTS = {"green-book": "discount_rates.csv"}
"""The discount tables that have a name; any other is a file of the same form."""
LARGEST = 1_000_000
"""Bytes of a table or a schedule: a thousand years take a twentieth of it."""

T = TypeVar("T")


@cache
def price_index() -> PriceIndex:
    """The shipped price index; UserError where the file was replaced by one that cannot be read."""
    return _read(resources() / "tables" / "uk_gdp_deflator.csv", assumptions.parse_price_index)


@cache
def _shipped_discounts(name: str) -> DiscountTable:
    return _read(resources() / "tables" / SHIPPED_DISCOUNTS[name], assumptions.parse_discounts)


def discounts(name: str) -> DiscountTable:
    """The discount table of that name, or in the file of that name; UserError says what cannot be read."""
    if name in SHIPPED_DISCOUNTS:
        return _shipped_discounts(name)
    if not Path(name).is_file():
        known = ", ".join(SHIPPED_DISCOUNTS)
        raise UserError(
            f"There is no discount table “{name}”; nothing was done. Name {known} or a CSV file of rates.",
            reason="no-table",
        )
    return _read(Path(name), assumptions.parse_discounts)


def text_of(path: Path) -> str:
    """A small file's text; UserError where it cannot be read, is no UTF-8 or is far too long."""
    try:
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise UserError(
            f"{path} cannot be read ({why}); nothing was done. Check its name and that you may open it.",
            reason="unreadable",
        ) from error
    if len(raw) > LARGEST:
        raise UserError(f"{path} is too long for a table of payments; nothing was done. Name another.", reason="long")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UserError(f"{path} is not UTF-8; nothing was done. Save it as UTF-8.", reason="unreadable") from error


def _read(path: Path, parse: Callable[[str], T]) -> T:
    try:
        return parse(text_of(path))
    except UserError as error:
        if error.reason != "bad-schedule":
            raise
        raise UserError(f"{path}: {error}", reason=error.reason) from error

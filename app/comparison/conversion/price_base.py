"""Money of one price year in another's, by a published price index."""

import re
from decimal import Decimal

from app.comparison.pair import Pair, Side
from app.domain.schedule import PriceIndex
from app.domain.wording import amount

_YEAR = re.compile(r"(\d{4})(/\d\d)?")
_OF_FIRST, _OF_SECOND = Decimal("0.75"), Decimal("0.25")
"""A financial year from April holds three quarters of its first calendar year and one of its second."""
CURRENCY = "GBP"
"""The index that is shipped is the United Kingdom's."""


def factor(source: str, target: str, index: PriceIndex) -> Decimal | None:
    """By what money of one price year ("2019", "2023/24") is multiplied for another's; None where a year is missing."""
    levels = dict(index.levels)
    one, other = _level(source, levels), _level(target, levels)
    return None if one is None or other is None else other / one


def offer(pair: Pair, index: PriceIndex) -> str | None:
    """The earlier price year's figure in the prices of the later, as a line to show; None where it cannot be told."""
    if pair.unit != CURRENCY:
        return None
    dated = [(side.facts.price.year, side) for side in pair.sides if side.facts.price and side.facts.price.year]
    if len(dated) < 2 or any(side.facts.price and side.facts.price.family != "real" for _, side in dated):
        return None
    (source, earlier), (target, _) = sorted(dated, key=lambda one: one[0] or "")
    times = factor(source or "", target or "", index)
    if times is None or source == target:
        return None
    before, after = _ends(earlier, Decimal(1)), _ends(earlier, times)
    return f"{before} in {source} prices × {times:.4f} = {after} in {target} prices ({index.table.name})"


def _ends(side: Side, times: Decimal) -> str:
    figure = side.figure
    low, high = figure.low or Decimal(0), figure.high or Decimal(0)
    return amount(low * times, CURRENCY) + ("" if low == high else f" to {amount(high * times, CURRENCY)}")


def _level(year: str, levels: dict[int, Decimal]) -> Decimal | None:
    match = _YEAR.fullmatch(year)
    if match is None:
        return None
    first = levels.get(int(match[1]))
    if match[2] is None or first is None:
        return first
    second = levels.get(int(match[1]) + 1)
    return None if second is None else first * _OF_FIRST + second * _OF_SECOND

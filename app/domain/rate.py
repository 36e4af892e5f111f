"""Rates of exchange that the analyst typed."""

import datetime
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRate:
    """`rate` units of `target` for one of `source` (ISO 4217), typed where no reference rate is known.

    `day` None holds on every day. `note` says in the analyst's words where the rate comes from.
    """

    source: str
    target: str
    rate: Decimal
    day: datetime.date | None
    note: str

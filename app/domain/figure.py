"""A number as stated: value, unit, qualifier and, for dates, the calendar."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of figure it is; the spelling is that of files and tables."""

    MONEY = "money"
    PERCENTAGE = "percentage"
    QUANTITY = "quantity"
    DATE = "date"
    DURATION = "duration"


class Qualifier(StrEnum):
    """How the words hedge or bound the number."""

    EXACT = "exact"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    UNDER = "under"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The day from which a relative date was reckoned, and why that day ("publication date")."""

    day: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as stated.

    `low` and `high` are whole currency units, percentage points or the stated unit; they differ only where the text
    states a range or a vague amount. Each keeps the digits as written in its exponent: "£100 million" is
    `Decimal("100") * Decimal("1E6")`, exponent 6, and "£3.4bn" has exponent 8, which is what the width of a written
    number follows from. Both are None for dates and for durations of one length.

    `unit` is an ISO 4217 code, `percent`, `percentage_point`, or a unit or counted noun in the singular; None where
    the text names none. `per` is the period or thing of a rate. `qualifier_words` are the words that hedge or bound
    the number ("just over"), empty if none; the comparison reads them, not `qualifier`.

    `date` is EDTF (ISO 8601-2) for a date and ISO 8601 with one unit for a duration, None for a date that could not
    be resolved and for a range of durations, which has both ends and their unit ("three to five" `year`).
    """

    kind: Kind
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    qualifier_words: str = ""
    per: str | None = None
    fraction: bool = False
    """The words state a fraction ("a third"), so `low` is its percentage to six digits."""
    vague: bool = False
    """An open amount ("tens of billions"), so `low` and `high` are its widest ends."""
    date: str | None = None
    modifier: str | None = None
    """early, mid, late, end, by, since, before or after; it never narrows or opens `date`."""
    fiscal: bool = False
    readings: tuple[str, ...] = ()
    """Every EDTF reading of an ambiguous date, likeliest first."""
    anchor: Anchor | None = None

    @property
    def is_range(self) -> bool:
        """Whether the text states two ends."""
        return self.low != self.high

"""A number without unit or noun, what stands before it that may say what it counts, and what it then says."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.domain.currency_signs import SIGNS
from app.extraction.mention import Mention
from app.extraction.numbers.numbers import Number, is_year
from app.extraction.numbers.ranges import Atom

# The sentence ends, or a figure of another kind is nearer; a share is none to a number above a hundred.
_BREAK = re.compile(r"[.!?][\"’”)]?\s+(?=[A-Z“\"‘])|\n\s*\n")
_APART = re.compile(rf"{_BREAK.pattern}|[{SIGNS}]\d")
SHARE = re.compile(r"\d\s?(?:%|per ?cent|percentage)")
_TEN, _HUNDRED = Decimal(10), Decimal(100)
NEAR = 200
"""How many characters a quantity may stand before a number that leans on it."""
NO_UNIT = "the words name no unit"


@dataclass(frozen=True, slots=True)
class BareCount:
    """What a bare number says: the rule by which it counts, what it counts, the doubt about it, and its rate."""

    rule: str
    unit: str | None = None
    doubt: str = ""
    per: str | None = None


ALONE = BareCount("count-alone", None, NO_UNIT)
"""A number that counts, though the words do not say what."""


def as_before(earlier: Mention) -> BareCount:
    """What a number says that counts the same as the figure before it."""
    unit = earlier.figure.unit
    return BareCount("count-alone", unit, "the unit is that of the figure before") if unit else ALONE


@dataclass(frozen=True, kw_only=True)
class Bare:
    """A bare number in its place, and the quantities shortly before it, nearest last."""

    text: str
    atom: Atom
    start: int
    """Where the number's hedge begins; the number's own start without one."""
    nearest: tuple[Mention, ...]

    @property
    def number(self) -> Number:
        """The number itself."""
        return self.atom.number

    @property
    def end(self) -> int:
        """Where the number ends."""
        return self.atom.number.end

    @cached_property
    def is_year(self) -> bool:
        """Whether the number reads as a year."""
        return is_year(self.text, self.atom.number)

    def left(self, count: int) -> str:
        """Up to `count` characters before the number and its hedge."""
        return self.text[max(0, self.start - count) : self.start]

    @property
    def last(self) -> Mention | None:
        """The nearest of them."""
        return self.nearest[-1] if self.nearest else None

    @cached_property
    def near(self) -> Mention | None:
        """The nearest in the sentence, if no figure of another kind stands nearer; a share is none to large numbers."""
        if self.last is None:
            return None
        between = (self.text, self.last.span.end, self.atom.start)
        apart = _APART.search(*between) or (self.atom.low <= _HUNDRED and SHARE.search(*between))
        return None if apart else self.last

    @cached_property
    def count(self) -> Mention | None:
        """The nearest in the sentence, if it is a count."""
        if self.last is None or not self.last.rule.startswith("count"):
            return None
        return None if _BREAK.search(self.text, self.last.span.end, self.atom.start) else self.last

    @cached_property
    def behind(self) -> Mention | None:
        """The last count of the sentence before ("60 wagons. Of these, 47 ...")."""
        if self.last is None or not self.last.rule.startswith("count"):
            return None
        breaks = _BREAK.findall(self.text, self.last.span.end, self.atom.start)
        return self.last if len(breaks) == 1 else None

    @property
    def whole(self) -> Mention | None:
        """The nearest that the number may be part of ("4,000 people at three sites, 2,500 of them in Derby")."""
        if self.near is None:
            many = self.behind.figure.high if self.behind else None
            return self.behind if many and many >= max(_TEN, self.atom.number.low) else None
        larger = (one for one in reversed(self.nearest) if one.figure.high and one.figure.high >= self.atom.number.low)
        return next(larger, self.near)

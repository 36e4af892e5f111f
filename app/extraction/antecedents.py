"""What stands before a bare number that may say what it counts."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.extraction.mention import Mention
from app.extraction.ranges import Atom

# The sentence ends, or a figure of another kind is nearer; a share is none to a number above a hundred.
_BREAK = re.compile(r"[.!?][\"’”)]?\s+(?=[A-Z“\"‘])|\n\s*\n")
_APART = re.compile(rf"{_BREAK.pattern}|[£$€]\d")
SHARE = re.compile(r"\d\s?(?:%|per ?cent|percentage)")
_TEN, _HUNDRED = Decimal(10), Decimal(100)
NEAR = 200
"""How many characters a quantity may stand before a number that leans on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The quantities shortly before a number, nearest last, and whether they are of its sentence."""

    text: str
    atom: Atom
    nearest: tuple[Mention, ...]

    @property
    def last(self) -> Mention | None:
        """The nearest of them."""
        return self.nearest[-1] if self.nearest else None

    @property
    def near(self) -> Mention | None:
        """The nearest in the sentence, if no figure of another kind stands nearer; a share is none to large numbers."""
        if self.last is None:
            return None
        between = (self.text, self.last.span.end, self.atom.start)
        apart = _APART.search(*between) or (self.atom.low <= _HUNDRED and SHARE.search(*between))
        return None if apart else self.last

    @property
    def count(self) -> Mention | None:
        """The nearest in the sentence, if it is a count."""
        if self.last is None or not self.last.rule.startswith("count"):
            return None
        return None if _BREAK.search(self.text, self.last.span.end, self.atom.start) else self.last

    @property
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

"""By how much something moved and to what, where the words say so: rose by £2m, rose to £10m, went from £8m to £10m."""

import re
from decimal import Decimal

from app.comparison.statement import Told
from app.comparison.words.hedges import HEDGES
from app.domain import motion, units
from app.domain.currency_signs import SIGNS

Ends = tuple[Decimal, Decimal]
"""First and last value of a change."""

_ENDS = re.compile(
    rf"\bfrom ([{SIGNS}]?)(\d+(?:\.\d+)?) ?(?:%|per ?cent|pc|percent)?(?: of [\w ]{{1,20}}?)?"
    rf" to [{SIGNS}]?(\d+(?:\.\d+)?)(?!\d)"
)
_MOVES = rf"(?:{'|'.join((*motion.RISING, *motion.FALLING))}|(?:goes|gone|went) (?:up|down))"
_IS_MOVED = (
    rf"(?:{_MOVES}|{'|'.join(motion.LOWERING)}|up|down|lifts?|lifted|raises?d?"
    r"|(?:widen|deepen|extend|lengthen|shorten|heighten)(?:s|ed))"
)
_BY = re.compile(rf"\b{_IS_MOVED} by [^.;,\d]{{0,25}}$")
_BY_ALONE = re.compile(rf"\b{_MOVES} {HEDGES}$")
"""Without "by", of what is counted alone: "rose 120 points". Ash that rose 8 km is no change of ash."""
_TO = re.compile(rf"\b{_IS_MOVED}(?: back)? to {HEDGES}$")
_REACH = 40
"""The longest verb with the words after it, in characters."""


def is_by(told: Told, unit: str | None) -> bool:
    """Whether the words before a figure say by how much something rose or fell, whatever else the figure is."""
    before = told.before[-_REACH:].lower()
    return _BY.search(before) is not None or (not units.is_measure(unit) and _BY_ALONE.search(before) is not None)


def is_to(told: Told) -> bool:
    """Whether they say to what it rose or fell."""
    return _TO.search(told.before[-_REACH:].lower()) is not None


def ends(told: Told) -> Ends | None:
    """The first and last value of a change, where the text states both ("from 2.5% to 3.5%")."""
    match = _ENDS.search(told.lower)
    return (Decimal(match[2]), Decimal(match[3])) if match else None


def are_ends_money(told: Told) -> bool:
    """Whether these values are sums of money ("from £8 to £10")."""
    match = _ENDS.search(told.lower)
    return match is not None and bool(match[1])

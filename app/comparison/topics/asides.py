"""Dates that tell of no event of their own: when something was said, and the year in whose prices a sum is."""

import re

from app.comparison.statement import Statement
from app.comparison.words import likeness
from app.domain.figure import Kind

_PRICES = re.compile(r"(?:[-/–]\d\d)?[ -](?:prices|money|terms|values|pounds|dollars|euros|sterling)\b", re.IGNORECASE)
_TELLING = re.compile(
    r"\b(said|says|told|announced|published|reported|wrote|warned|confirmed|revealed)"
    r"(?: (?:late|earlier|only|first|on|in|at|by|the|last|this))*\s*$",
    re.IGNORECASE,
)
_REACH = 40
"""Characters before a date in which a verb with its adverbs stands."""


def is_aside(statement: Statement, subject: str) -> bool:
    """Whether a date is of what is told rather than of what it is told of, unless the `subject` is the telling."""
    if statement.claim.figure.kind is not Kind.DATE:
        return False
    told = statement.told()
    if _PRICES.match(told.after):
        return True
    said = _TELLING.search(told.before[-_REACH:])
    return said is not None and likeness.stems(said[1]).isdisjoint(likeness.stems(subject))

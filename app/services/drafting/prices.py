"""In which money a sentence tells a figure: in that of each year, or with the rise of prices taken out."""

import re

from app.comparison.statement import Told

_IN_CASH = (
    r"in (?:plain |simple )?(?:cash|money)\b(?! of)|(?:cash|money|nominal) terms|nominal(?:ly)?"
    r"|(?:before|without|not|un)[ -]?(?:\w+ )?(?:for |by )?(?:inflation\b|adjust(?:ed|ing|ment)\b)|current prices"
)
_IN_REAL_TERMS = (
    r"real[ -]terms|real (?:rise|increase|growth|fall|cut|drop)|inflation-adjusted"
    r"|(?:after|(?:allow|adjust|correct)(?:ed|s|ing)? for|account of|net of|above|out) inflation"
    r"|(?:once|when|if) (?:\w+ )?(?:inflation|prices) (?:is|are|has been|have been)|in the (?:money|prices) of"
    r"|(?:in|at) (?:constant|fixed|today['’]s|(?:19|20)\d\d(?:[-–/]\d\d)?) (?:prices|money)"
)
_TOLD = re.compile(rf"\b(?:(?P<cash>{_IN_CASH})|(?P<real>{_IN_REAL_TERMS}))", re.IGNORECASE)


def are_two(mine: Told, theirs: Told) -> bool:
    """Whether one is told in cash and the other in real terms."""
    return {_told(mine), _told(theirs)} == {"cash", "real"}


def _told(told: Told) -> str | None:
    """What the words nearest to the figure say: "cash" or "real"; None where they do not."""
    place = len(told.before)
    found = [(abs(match.start() - place), match.lastgroup) for match in _TOLD.finditer(told.text)]
    return min(found)[1] if found else None

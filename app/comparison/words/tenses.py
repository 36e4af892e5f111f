"""Whether words tell a figure as it was on the day of the report: it stands at so much, so much is being spent."""

import re

from app.comparison.statement import Told
from app.comparison.words import clauses
from app.domain import units
from app.domain.figure import Figure, Kind

_REACH = 90
_AFTER = 45
_MOVED_TO = (
    r"(?:rose|risen|fell|fallen|dropped|climbed|soared|jumped|grew|grown|slipped|swelled|shrank|declined|decreased"
    r"|increased|rises|falls|drops|climbs|soars|jumps|grows|lengthens?|shortens?)"
)
_STANDS = re.compile(
    r"\b(?:(?:is|are)(?! to\b)|(?<!to )(?:has|have|stand|reach|remain|hit)|now|currently|today|still|stands|standing"
    r"|remains|hits|reache[sd]|record)\b"
    rf"|\b{_MOVED_TO} (?:[a-z]+ ){{0,3}}to\b"
)
_STANDS_AFTER = re.compile(
    r"\b(?:is|are|has|have|now|currently|today|still|remains?|lives?|waits?|works?|awaiting|waiting|down|up)\b"
)
_SETTLED = re.compile(
    r"\b(?:order|deal|treaty|contract|agreement|pact|accord|law|act|bill|rules?|offer|tender|plan|verdict|sentence)s?\b"
    r"|\b(?:offer|agree|promis|propos|pledg|sign|demand)(?:e?d|e?s|ing)\b"
)
"""What is offered, agreed or laid down stays as it is, in whatever tense it is told."""
_SPENDS = r"(?:spending|spent|costing|losing|lost|using|burning|consuming|running)"
_RUNS = re.compile(rf"\b{_SPENDS}\b|\bnow\b|\bcurrently\b")
_SPENDING = re.compile(
    r"\b(?:is|are|was|were|been) (?:now |currently |still )?(?:spending|costing|losing) (?:[a-z]+ ){0,2}$"
)
_DONE = re.compile(r"(?: of)?(?: (?!to\b|will\b|should\b|must\b)[\w’'-]+){0,4} (?:was|were|had|got|went)\b")
_LAST = re.compile(r"\b(?:last|this) (?:month|week|quarter)\b")


def stands(figure: Figure, told: Told) -> bool:
    """Whether the words tell a count or a share as it was on the day of the report."""
    if figure.kind not in (Kind.QUANTITY, Kind.PERCENTAGE, Kind.MONEY) or units.is_measure(figure.unit):
        return False
    before, after = _around(told)
    if _SETTLED.search(before):
        return False
    return any(words.search(text) for words, text in ((_STANDS, before), (_STANDS_AFTER, after), (_LAST, after)))


def runs(told: Told) -> bool:
    """Whether the words tell a rate as it was on the day of the report: is spending, is being spent."""
    before, after = _around(told)
    return _RUNS.search(before) is not None or _RUNS.search(after) is not None


def came_about(told: Told) -> bool:
    """Whether the words after a count or share say in the past what was done: 88 % of ferries were cancelled."""
    return _DONE.match(told.after.lower()) is not None


def is_spent(told: Told) -> bool:
    """Whether the words next to a sum are that somebody is or was spending it."""
    return _SPENDING.search(told.before[-_AFTER:].lower()) is not None


def _around(told: Told) -> tuple[str, str]:
    return clauses.before(told, clauses.STOP)[-_REACH:], clauses.after(told, clauses.PHRASE)[:_AFTER]

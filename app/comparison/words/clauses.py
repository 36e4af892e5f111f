"""Where the words about a figure end: at a stop, at the next clause, or at the next phrase."""

import re

from app.comparison.statement import Told

_STOP, _COMMA = r"[;:()]|\.(?!\d)", r",(?!\d)"
_CLAUSE = rf"{_STOP}|{_COMMA}|\b(?:because|while|whereas|but|although|though)\b"
STOP = re.compile(_STOP)
"""The end of a sentence, and what stands in brackets or behind a colon."""
CLAUSE = re.compile(_CLAUSE)
"""The same with commas, and the words that begin another main clause."""
PHRASE = re.compile(rf"{_CLAUSE}|\b(?:which|who|that|when|than|as|compared|before|after|if|since|until)\b")
"""The same with the words that begin a subordinate clause or a comparison."""


def before(told: Told, cut: re.Pattern[str]) -> str:
    """The words before a figure behind the last cut, in lower case."""
    return cut.split(told.before.lower())[-1]


def after(told: Told, cut: re.Pattern[str]) -> str:
    """The words after a figure up to the first cut, in lower case."""
    return cut.split(told.after.lower(), maxsplit=1)[0]

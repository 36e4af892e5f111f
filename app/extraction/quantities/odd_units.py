"""Rare units, left to quantulum3: asked once a spelling, on no more than the spelling itself."""

import contextlib
import importlib
import re
import threading
import warnings
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from app.extraction.numbers.numbers import Number

# Glued to the number, or apart but spelt as no word is: mixed case, a slash, a Greek letter.
_GLUED = re.compile(r"(?P<unit>[A-Za-zµμΩ][A-Za-zµμΩ²³]{1,7}(?:/[A-Za-zµμ]{1,4}[²³]?)?)(?![\w/-])")
_APART = re.compile(
    r"[ \u00a0](?P<unit>(?:[a-z]{1,2}[A-Z]|[A-Z][a-z]?/|[a-z]{1,3}/[a-z]|"
    r"[µμ])[A-Za-z²³]{0,5}(?:/[A-Za-z]{1,4}[²³]?)?)(?![\w/-])"
)
_NO_UNIT = re.compile(
    r"(?:st|nd|rd|th|am|pm|hrs?|mins?|secs?|ms|ns|yo|yrs?|xs?|ers?|ish|odd|plus|up|and|to|in|is|of|it)", re.IGNORECASE
)
_NO_MEASURE = frozenset(("time", "currency", "dimensionless"))
_lock = threading.Lock()


def after(text: str, number: Number) -> tuple[str, int] | None:
    """Name and end of a rare unit right after a number in digits; None where quantulum3 knows none."""
    if number.shape == "words" or number.letter or (number.scaled and not text[number.end - 1].islower()):
        return None
    match = _GLUED.match(text, number.end) or _APART.match(text, number.end)
    if match is None or text[number.start - 1 : number.start].isalpha():  # part of a longer jumble ("69a4tx")
        return None
    unit = match["unit"]
    if _NO_UNIT.fullmatch(unit) or unit.isupper() or (unit.islower() and len(unit) > 6):
        return None
    known = named(unit)
    return (known, match.end()) if known else None


@lru_cache(maxsize=1024)
def named(spelling: str) -> str | None:
    """The name of the unit that quantulum3 reads in a spelling; a compound only where a slash says so."""
    try:
        with _lock:
            found = _parser().parse(f"7 {spelling}")
    except (KeyError, ValueError, IndexError, AttributeError, TypeError, ZeroDivisionError):
        return None  # it trips over some spellings; such a spelling is no unit
    if len(found) != 1 or found[0].value != 7 or found[0].surface != f"7 {spelling}":
        return None
    unit = found[0].unit
    # A piece that keeps its spelling shows a unit put together from letters ("mSv" as millisecond volts).
    guessed = any("surface" in piece for piece in unit.dimensions) and "/" not in spelling
    if unit.entity.name in _NO_MEASURE or guessed:
        return None
    return str(unit.name)


@lru_cache(maxsize=1)
def _parser() -> ModuleType:
    with _unchecked_types(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns that its classifier is not installed, which is not wanted
        importlib.import_module("inflect")
        return importlib.import_module("quantulum3.parser")


@contextlib.contextmanager
def _unchecked_types() -> Iterator[None]:
    """Spare `inflect` its rewriting by typeguard at import, which takes two seconds and serves nothing here."""
    try:
        names = vars(importlib.import_module("typeguard"))
    except ImportError:
        yield
        return
    checked = names["typechecked"]
    names["typechecked"] = lambda target: target
    try:
        yield
    finally:
        names["typechecked"] = checked

"""Units of measure as texts write them, each with the name it goes by here."""

import re
from dataclasses import dataclass
from functools import lru_cache

from app.extraction.legible import lowered
from app.extraction.numbers.numbers import SPACE, Number
from app.extraction.quantities import odd_units
from app.extraction.quantities.unit_table import TABLE
from app.extraction.word_sets import any_of

# Symbols of one barrel a day and the like: the unit and what it is counted by.
_RATED = {
    "b/d": ("barrel", "day"),
    "bpd": ("barrel", "day"),
    "bbl/d": ("barrel", "day"),
    "boe/d": ("barrel of oil equivalent", "day"),
    "boepd": ("barrel of oil equivalent", "day"),
    "mb/d": ("million barrel", "day"),
    "bcf/d": ("billion cubic foot", "day"),
    "Bcf/d": ("billion cubic foot", "day"),
    "ML/d": ("megalitre", "day"),
    "mtpa": ("million tonne", "year"),
    "Mtpa": ("million tonne", "year"),
    "MTPA": ("million tonne", "year"),
}
# Letters that are too short to be trusted after a space ("5 K").
_GLUED_ONLY = frozenset(("l", "L", "F", "K", "V", "J", "MP", "kn", "mb", "bar", "TMC", "in"))
# After a space these are other things too ("10 ML engineers"), unless the phrase ends there.
_WARY = frozenset(("ML", "GL", "MP", "IU", "PJ", "TJ", "EJ", "GB", "MB", "TB", "PB"))
_HEAT = re.compile(r"\b(?:temperatures?|heat|hot|oven|cooled|heated|melts?|boils?|degrees|warm\w*)\b", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:[.,;:)/]|\Z|\n|(?:an?|per|of|in|for|to|at|each|from|and|or|on|by|with|was|is|were|are)\b)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit after a number: its name, where its words end; `per` if the symbol says so."""

    name: str
    end: int
    per: str | None = None


def _forms() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    words: dict[str, str] = {}
    symbols: dict[str, str] = {}
    measures: dict[str, str] = {}
    for name, dimension, spelled, written in TABLE:
        measures[name] = dimension
        for form in spelled.split():
            one, _, many = form.replace("_", " ").partition("/")
            words[one.lower()] = name
            words[(many or f"{one}s").lower()] = name
        for symbol in written.split():
            symbols.setdefault(symbol, name)
    return words, symbols, measures


_WORDS, _SYMBOLS, DIMENSIONS = _forms()


_SPELLED = any_of(_WORDS).replace(r"\ ", r"[\s-]")
_WORD = re.compile(rf"(?:{SPACE}|-)?(?P<word>{_SPELLED})(?![\w])")
_LONGEST = max(map(len, _WORDS)) + 2
_SYMBOL = re.compile(
    rf"(?:(?P<space>{SPACE}|-)?(?P<symbol>{any_of([*_SYMBOLS, *_RATED])}))(?:(?![\w²³/-])|(?=/(?:day|year|d|yr|s|h)\b)|"
    rf"(?=-))"
)


_NAME = re.compile(r"[A-Z][a-z]{3}")  # "50Hertz" is a firm
# "15st 4lb", but no "21st".
_MODEL = re.compile(r"-\d")  # "12 C-130 aircraft"
_STONE = re.compile(r"(?:(?<=[02-9])|(?<=\b11))st\b")
# "Up to 114 million tonnes, from 110.5m".
_MILLIONS = re.compile(
    r"\d (?:million|billion) (?:(?:19|20)\d\d(?:[-–/]\d\d)?\b|[^.;!?\n\d]){0,90}?"
    r"\b(?:from|to|against|versus|than|with|of which)(?: (?:about|around|some|nearly|just|only|over|the))?\s\Z"
)
_LENGTH = re.compile(
    r"\s(?:down|deep|high|tall|long|wide|thick|above|below|away|up|off|offshore|underground|apart|across"
    r"|of (?:cable|pipe)\w*)\b"
)
_MILLION_TONNES = re.compile(r"\s?(?:MT|mt)\b")
_EXPLAINED = re.compile(r"\bmillion (?:metric )?ton(?:ne)?s?,? \((?:MT|mt)s?\)")
_CLAUSE = 120


def after(text: str, number: Number) -> Unit | None:
    """The unit right after a number; a scale letter that may be one ("m", "mm", "t") is taken for it."""
    if number.letter == "m" and number.digits_end + 1 == number.end:
        millions = _MILLIONS.search(text, max(0, number.start - _CLAUSE), number.start)
        if millions and not _LENGTH.match(text, number.end):
            return None
        return Unit(name="metre", end=number.end)
    if number.letter == "mm":
        return Unit(name="millimetre", end=number.end)
    if number.letter == "t":
        return Unit(name="tonne", end=number.end)
    if word := in_words(text, number.end):
        return None if _NAME.match(text, number.end) else word
    if stone := _STONE.match(text, number.end):
        return Unit(name="stone", end=stone.end())
    if match := _SYMBOL.match(text, number.end):
        return _by_symbol(text, number, match)
    if (tonnes := _MILLION_TONNES.match(text, number.end)) and _says_million_tonnes(text):
        return Unit(name="million tonne", end=tonnes.end())
    found = odd_units.after(text, number)
    return Unit(name=found[0], end=found[1]) if found else None


@lru_cache(maxsize=8)
def _says_million_tonnes(text: str) -> bool:
    """Whether a text explains the letters that elsewhere are tonnes: "million tonnes (MT)"."""
    return _EXPLAINED.search(text) is not None


def in_words(text: str, end: int) -> Unit | None:
    """The unit whose name, not symbol, follows at `end`."""
    match = _WORD.match(lowered(text[end : end + _LONGEST]))
    if match is None:
        return None
    word = match["word"]
    name = _WORDS.get(word) or _WORDS[re.sub(r"[\s-]+", " ", word)]
    return Unit(name=name, end=end + match.end())


def apart(text: str, end: int) -> Unit | None:
    """The unit named after a number with a scale letter, by its words or by a symbol of some length ("245.8m kg")."""
    if word := in_words(text, end):
        return word
    match = _SYMBOL.match(text, end)
    if match is None or not match["space"] or len(match["symbol"]) < 2 or match["symbol"] in _GLUED_ONLY:
        return None
    return _of_symbol(match)


def _by_symbol(text: str, number: Number, match: re.Match[str]) -> Unit | None:
    symbol, spaced = match["symbol"], match["space"] is not None
    if spaced and symbol == "F" and _HEAT.search(text[max(0, number.start - 80) : number.start]):
        return _of_symbol(match)
    if spaced and (symbol in _GLUED_ONLY or (symbol in _WARY and not _ENDS.match(text, match.end()))):
        return None
    if len(symbol) < 2 and (number.shape == "words" or (spaced and _MODEL.match(text, match.end()))):
        return None
    return _of_symbol(match)


def _of_symbol(match: re.Match[str]) -> Unit:
    symbol = match["symbol"]
    name, per = _RATED.get(symbol) or (_SYMBOLS[symbol], None)
    return Unit(name=name, end=match.end(), per=per)

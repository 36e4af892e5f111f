"""How many days, months or years: the number that stands before a unit of time."""

import re
from dataclasses import dataclass
from decimal import Decimal

from app.domain.currency_signs import SIGNS
from app.extraction.dates.calendar_names import DASH, GAP, NUMBER, number_of
from app.extraction.dates.reading import Scene

_JOIN = rf"(?:{GAP}|-)"
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_LETTERS = {"k": "thousand", "m": "million", "bn": "billion"}
_COUNT = re.compile(
    rf"(?<![\w{SIGNS}#.,/+:])(?<!\d-)(?:"
    rf"(?P<low>{NUMBER})(?:{GAP}(?P<scale>(?i:{'|'.join(_SCALES)}))|(?P<letter>{'|'.join(_LETTERS)}))?"
    rf"(?P<half>{_JOIN}and{_JOIN}a{_JOIN}half)?"
    rf"(?:(?:{GAP}?{DASH}{GAP}?|-?{_JOIN}(?P<word>to|or|and){_JOIN})(?P<high>{NUMBER}))?"
    rf"|(?P<few>(?i:half{_JOIN}an?|(?:a{GAP})?quarter{GAP}of{GAP}an?|a{GAP}dozen|a{GAP}hundred|a{GAP}thousand))"
    rf"|(?:the{GAP}|(?<=[Oo]ver ))(?P<span>(?i:past|last|next|coming))|(?P<one>[Aa]n?))"
    rf"(?P<join>{GAP}|-|–|(?<=\d)(?=$))(?:(?:consecutive|successive|straight|more|further|full|whole|long|solid|calendar|working|financial|fiscal|tax|academic|school|"
    rf"business|additional|extra|other){GAP})?$"
)
_FEW = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "dozen": Decimal(12), "hundred": Decimal(100)}
_BETWEEN = re.compile(rf"\bbetween{GAP}$", re.IGNORECASE)
_REACH = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of units: `start` is where its words begin; `low` and `high` differ for a stated range."""

    start: int
    low: Decimal
    high: Decimal
    article: bool = False
    """Only "a" or "an", which counts no more than it introduces."""
    span: bool = False
    """Only "the past" or its like, which makes one unit a length ("over the past decade")."""
    hyphen: bool = False
    """Joined to the unit as an adjective ("three-day")."""


def count_before(scene: Scene, start: int) -> Count | None:
    """The count that ends right before a unit of time at `start`."""
    window = scene.before(start, _REACH)
    match = _COUNT.search(window)
    if match is None:
        return None
    at = start - len(window) + match.start()
    hyphen = match["join"] in ("-", "–")
    if match["one"]:
        return Count(start=at, low=Decimal(1), high=Decimal(1), article=True, hyphen=hyphen)
    if match["span"]:
        at += match.start("span") - match.start()
        return Count(start=at, low=Decimal(1), high=Decimal(1), span=True, hyphen=hyphen)
    if match["few"]:
        words = match["few"].lower()
        amount = next((value for word, value in _FEW.items() if word in words), Decimal(1000))
        return Count(start=at, low=amount, high=amount, hyphen=hyphen)
    scale = _LETTERS[match["letter"]] if match["letter"] else (match["scale"] or "").lower()
    low = number_of(match["low"]) * _SCALES.get(scale, 1)
    low += Decimal("0.5") if match["half"] else 0
    high = number_of(match["high"]) if match["high"] else low
    listed = match["word"] == "and" and not _BETWEEN.search(window, 0, match.start())
    if listed or high < low:
        at += match.start("high") - match.start()  # "14, 16 and 20 months" are three lengths
        low = high
    return Count(start=at, low=low, high=high, hyphen=hyphen)


def plain(number: Decimal) -> str:
    """A number without exponent or idle zeros."""
    return f"{number.normalize():f}"

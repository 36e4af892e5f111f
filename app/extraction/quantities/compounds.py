"""Measures told by two numbers: "6ft 2in" is one in inches, "6 by 4 metres" two of a kind."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from app.extraction.numbers import decoys
from app.extraction.numbers.numbers import ONE, is_year
from app.extraction.numbers.ranges import Atom, is_guess

# The smaller unit, and how many make the larger one.
_SMALLER: dict[str, tuple[str, Decimal]] = {
    "foot": ("inch", Decimal(12)),
    "stone": ("pound", Decimal(14)),
    "pound": ("ounce", Decimal(16)),
    "kilogram": ("gram", Decimal(1000)),
    "yard": ("foot", Decimal(3)),
    "mile": ("yard", Decimal(1760)),
}
_TEN = Decimal(10)
_GAP = re.compile(r"[\s-]?(?:and )?")
_ENDS = re.compile(r"\s*(?:[.,;:)!?]|\Z|\n)|\s+(?:and|tall|high|long|in|with|who|is|was|at|to)\b")
_BY = re.compile(r"\s?[x×]\s?|\s+by\s+")
_LISTED = re.compile(r",\s+|,?\s+(?:and|or)\s+")
_RESPECTIVELY = re.compile(r"[^.;\d]{0,40}?\brespectively\b")
_NO_LIST = re.compile(r"(?:\bbetween\s|[^\s(])\Z", re.IGNORECASE)


def joined(text: str, first: Atom, second: Atom) -> Atom | None:
    """Both numbers as one measure in the smaller unit: "6ft 2in", "5ft 11"; None where they are two."""
    smaller, many = _SMALLER.get(first.unit or "", ("", ONE))
    if not smaller or second.number.low >= many or not _GAP.fullmatch(text, first.end, second.start):
        return None
    if second.unit != smaller:
        bare = not second.named and text[first.end : second.start] == " " and first.unit in ("foot", "stone")
        if not bare or first.number.digits_end + 2 < first.end or not _ENDS.match(text, second.end):
            return None
    value = first.low * many + second.number.low
    number = replace(first.number, low=value, high=value, mantissa=value, scale=ONE, letter="")
    return replace(first, number=number, end=second.end, unit=smaller, factor=ONE, named=True)


def listed(text: str, atoms: Sequence[Atom], last: Atom) -> list[int]:
    """The positions of bare numbers that count what the `last` of their list does: "129, 118 and 116 offences"."""
    run: list[int] = []
    ends = last
    for position in range(len(atoms) - 1, -1, -1):
        first = atoms[position]
        if first.number.low < _TEN or ends.number.shape == "words" or not sides(text, first, ends):
            break
        run.append(position)
        ends = first
    if len(run) == 1 and _RESPECTIVELY.match(text, last.end):  # "450 and 460 stores respectively"
        return run
    either = len(run) == 1 and text[atoms[-1].end : last.start].strip() == "or"  # "450 or 460 stores"
    return run if len(run) > 1 or (either and not is_guess(atoms[-1], last)) else []


def sides(text: str, first: Atom, second: Atom) -> bool:
    """Whether a bare number is measured as the next: "6 by 4 metres", "at 20, 40 and 60 metres"."""
    number = first.number
    if first.named or number.scale != ONE:
        return False
    if _BY.fullmatch(text, first.end, second.start):
        return True
    listed = number.shape != "words" and not is_year(text, number) and _LISTED.fullmatch(text, first.end, second.start)
    return bool(listed) and not (
        _NO_LIST.search(text[max(0, first.start - 9) : first.start]) or decoys.is_name(text, number, has_noun=False)
    )

"""The printed lines of a PDF page: their words, and where and how large they stand."""

import ctypes
import math
import statistics
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from pypdfium2 import PdfTextPage

from app.readers import encoding

_HYPHENS = ("\ufffe", "\x02", "\xad")
"""What PDFium gives for the hyphen of a divided word."""
_LETTERS_OF = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st"}
"""Letters printed as one sign, which nobody types when looking for them."""
_BREAKS = ("", "\r", "\n")
_CELL_GAP = 1.3
"""Between two words in heights of their letters: the blanks of a justified line are narrower."""
_WORD_GAP = 0.15
_STEP = 0.5
"""How far in heights the letters of one line stand above each other; a raised digit stands less high."""
_SMALL, _LIFT = 0.85, 0.12
"""Beside a line's letters, in their heights: how large a raised one is at most, and how high at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One printed line, or a part of it; measures in points from the page's left and lower edge.

    A hyphen that divides a word stands at its end as U+00AD.
    """

    words: str
    left: float
    right: float
    baseline: float
    size: float
    """Height of its letters with what is left free above and below them."""
    first_word: float
    """Width of its first word."""


Row = list[Line]
"""What is printed at one height, parted where a wide blank stands."""


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    baseline: float
    size: float
    turn: int
    """Quarters of a circle against the clock."""


def read(page: PdfTextPage, width: float, height: float) -> list[Row]:
    """The rows of a page of this size in the order in which it sets them; what lies beside the page is left out."""
    rows: list[Row] = []
    letters: list[_Letter] = []
    for letter in _upright(_letters(page, width, height)):
        if letters and not letter.sign.isspace() and _is_below(letter, letters):
            rows.append(_row(letters))
            letters = []
        letters.append(letter)
    rows.append(_row(letters))
    return [row for row in rows if row]


def whole(row: Row) -> Line:
    """A row as one line, its parts divided by tabs."""
    words = "\t".join(part.words for part in row)
    return replace(row[0], words=words, right=max(part.right for part in row))


def _letters(page: PdfTextPage, width: float, height: float) -> Iterator[_Letter]:
    """Everything that is printed, and the blanks that PDFium finds in between; where lines end is told anew."""
    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    for place in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, place)
        sign = chr(code) if code <= sys.maxunicode else "\ufffd"
        is_hyphen = sign in _HYPHENS or pdfium.FPDFText_IsHyphen(page, place) == 1
        if sign in _BREAKS:
            continue
        pdfium.FPDFText_GetLooseCharBox(page, place, box)
        pdfium.FPDFText_GetCharOrigin(page, place, x, y)
        if not (0 <= x.value <= width and 0 <= y.value <= height):
            continue
        turn = round(pdfium.FPDFText_GetCharAngle(page, place) / (math.pi / 2)) % 4
        ends = sorted(_turned(*end, turn, width, height) for end in ((box.left, box.bottom), (box.right, box.top)))
        (left, low), (right, high) = ends
        baseline = _turned(x.value, y.value, turn, width, height)[1]
        yield _Letter("\xad" if is_hyphen else _known(sign), left, right, baseline, abs(high - low), turn)


def _known(sign: str) -> str:
    """What a sign prints: U+FFFD where the document does not say which letter or digit it is."""
    if unicodedata.category(sign) in ("Cc", "Co", "Cs", "Cn"):
        return "\ufffd"
    return encoding.clean(_LETTERS_OF.get(sign, sign))


def _turned(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """Where a place of the page comes to lie when the page is turned so that letters of this turn stand upright."""
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]


def _upright(letters: Iterable[_Letter]) -> list[_Letter]:
    """The letters that stand as most of the page's do; others are marks along its edge."""
    found = list(letters)
    turns = Counter(letter.turn for letter in found)
    return [letter for letter in found if letter.turn == turns.most_common(1)[0][0]]


def _is_below(letter: _Letter, row: list[_Letter]) -> bool:
    """Whether a letter begins another line than the row it comes after."""
    before = next((other for other in reversed(row) if not other.sign.isspace()), row[-1])
    size = max(letter.size, before.size)
    steps = abs(letter.baseline - before.baseline) > _STEP * size
    return steps or letter.left < before.left - size


def _row(letters: list[_Letter]) -> Row:
    """The parts of what these letters print; none of blanks alone."""
    printed = [letter for letter in letters if not letter.sign.isspace()]
    if not printed:
        return []
    size = statistics.median(letter.size for letter in printed)
    baseline = statistics.median(letter.baseline for letter in printed)
    parts: list[list[list[_Letter]]] = [[[printed[0]]]]
    before, blank = printed[0], False
    for letter in letters[letters.index(printed[0]) + 1 :]:
        if letter.sign.isspace():
            blank = True
            continue
        gap = letter.left - before.right
        if _is_raised(letter, baseline, size):
            parts[-1][-1].append(letter)  # it belongs to the word before it, however it was set
        elif gap > _CELL_GAP * size:
            parts.append([[letter]])
        elif blank or gap > _WORD_GAP * size:
            parts[-1].append([letter])
        else:
            parts[-1][-1].append(letter)
        before, blank = letter, False
    return [_line(words, baseline, size) for words in parts]


def _line(words: list[list[_Letter]], baseline: float, size: float) -> Line:
    left = words[0][0].left
    return Line(
        words=" ".join("".join(_sign(letter, baseline, size) for letter in word) for word in words),
        left=left,
        right=max(letter.right for word in words for letter in word),
        baseline=baseline,
        size=size,
        first_word=max(letter.right for letter in words[0]) - left,
    )


def _sign(letter: _Letter, baseline: float, size: float) -> str:
    return letter.sign.translate(encoding.RAISED) if _is_raised(letter, baseline, size) else letter.sign


def _is_raised(letter: _Letter, baseline: float, size: float) -> bool:
    """Whether it is the raised digit of a note or unit."""
    is_small = letter.size < _SMALL * size and letter.baseline > baseline + _LIFT * size
    return is_small and letter.sign.isdigit()

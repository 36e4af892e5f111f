"""Paragraphs, table rows and footnotes out of the printed lines of a PDF document."""

import re
import statistics
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from app.domain.article import PageTurn
from app.readers import pdf_running
from app.readers.pdf_lines import Line

_SAME_SIZE = 0.08
_NOTE_SIZE = 0.93
"""Of the text's size: a footnote is smaller."""
_HEADING_SIZE = 1.1
_STEP = 1.25
"""Of the usual step from line to line: a larger one divides paragraphs."""
_INDENT = 0.8
"""In heights of a line: what stands further in than the line above it begins a paragraph."""
_COLUMN = 10
"""In half heights of a line: what begins within so much of another's left edge is set in the same column."""
_AROUND = 12
"""Lines before and after one that are looked at for where its column ends."""
_ALIGNED = 3
"""Lines with one left edge that show where their column ends; fewer are seen together with what stands near."""
_BLANK = 0.25
"""Width of a blank in heights of a line."""
_NEAR = 2000
"""Characters: nothing stands further from where it was printed, but for a title that is put in front."""
_LABEL = re.compile(
    r"(?P<label>[•●▪◦‣∙·*–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5})[.)]?)\t(?P<words>[^\t]+)", re.IGNORECASE
)
_BULLET = re.compile(r"[•●▪◦‣∙]")
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)] ")
_NOTE = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]|\d{1,3}\s")
_ENDED = re.compile(r"[.?!:;][’”\"')\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_DIVIDED = re.compile(r"(?P<head>[^\W_]+)[\xad-]$")
_OPEN_DASH = re.compile(r"\w[–—/]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(slots=True, kw_only=True)
class Block:
    """A paragraph, heading, footnote or table row."""

    words: str
    turns: list[PageTurn]
    """Where in its words it begins on a page or goes on on the next."""
    first: Line
    last: Line
    room: float
    """How much of its column its last line leaves free."""
    is_row: bool = False
    is_note: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfText:
    """The blocks of a document in reading order, how large its text is set, and the words that run along its pages."""

    blocks: list[Block]
    size: float
    running: tuple[str, ...] = ()

    def lines(self) -> list[str]:
        """A line a block, with a blank line between all but the rows of one table."""
        lines: list[str] = []
        for before, block in zip([None, *self.blocks], self.blocks, strict=False):
            if before is not None and not (before.is_row and block.is_row):
                lines.append("")
            lines.append(block.words.replace("\xad", "-"))
        return lines

    def turns(self, text: str) -> tuple[PageTurn, ...]:
        """Where the pages turn in a text that was made of these lines, most of them in their order."""
        found: list[PageTurn] = []
        end = 0
        for block in self.blocks:
            words = block.words.replace("\xad", "-")
            start = text.find(words, end, end + len(words) + _NEAR)
            if start >= 0:
                found += [PageTurn(start + turn.start, turn.page) for turn in block.turns]
                end = start + len(words)
        return tuple(turn for before, turn in zip([None, *found], found, strict=False) if _is_new(before, turn))


def read(pages: Sequence[Sequence[Line]]) -> PdfText:
    """Put the lines of all pages together again; a paragraph may go on behind notes, a table and a page's end."""
    kept, running = pdf_running.without(pages)
    sizes: Counter[float] = Counter()
    for page in kept:
        for line in page:
            sizes[_step_key(line)] += len(line.words)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    joining = _Joining(size=size, steps=_steps(kept), vocabulary=_vocabulary(kept))
    for number, page in enumerate(kept, 1):
        joining.take(page, number)
    return PdfText(blocks=joining.blocks, size=size, running=tuple(running))


@dataclass(slots=True, kw_only=True)
class _Joining:
    """Lines on their way to be blocks."""

    size: float
    steps: dict[float, float]
    """How far apart lines of each size mostly stand."""
    vocabulary: frozenset[str]
    blocks: list[Block] = field(default_factory=list)
    text: Block | None = None
    """The paragraph of the text itself that came last."""

    def take(self, page: Sequence[Line], number: int) -> None:
        """Go on with another page."""
        block: Block | None = None
        for line, room in zip(page, _rooms(page), strict=True):
            if block is None or not self._goes_on(block, line):
                block = self.text if self._goes_on_later(line) else None
            if block is None:
                block = self._begin(line, number)
            else:
                self._join(block, line, number)
            block.last, block.room = line, room
            if not block.is_row and not block.is_note and _is_of_size(line, self.size):
                self.text = block

    def _begin(self, line: Line, page: int) -> Block:
        label = _LABEL.fullmatch(line.words)
        words = f"{label['label']} {label['words']}" if label else line.words
        before = self.blocks[-1] if self.blocks else None
        is_small = line.size < _NOTE_SIZE * self.size
        block = Block(
            words=words,
            turns=[PageTurn(0, page)],
            first=line,
            last=line,
            room=0.0,
            is_row="\t" in words,
            is_note=is_small and (_NOTE.match(words) is not None or (before is not None and before.is_note)),
        )
        self.blocks.append(block)
        return block

    def _goes_on(self, block: Block, line: Line) -> bool:
        """Whether a line goes on with the block that stands right above it."""
        step = block.last.baseline - line.baseline
        if block.is_row or _BULLET.match(line.words) or not _is_of_size(line, block.first.size):
            return False
        if not 0 < step <= _STEP * self.steps.get(_step_key(line), step):
            return False
        if line.size > _HEADING_SIZE * self.size or _is_divided(block.words):
            return True
        if _ITEM.match(line.words) and _ITEM.match(block.words):
            return False
        if "\t" in line.words and not (_is_full(block, line) and _is_below(line, block.last)):
            return False
        is_second = block.last is block.first
        inwards = line.left - block.last.left
        is_hanging = is_second and ("\t" in block.first.words or _BULLET.match(block.first.words) is not None)
        if inwards > _INDENT * line.size and not is_hanging:
            return False
        if inwards < -_INDENT * line.size and not is_second:
            return False
        return _is_full(block, line) or _is_amid(block, line)

    def _goes_on_later(self, line: Line) -> bool:
        """Whether a line at the head of a column or page, or below a note or table, goes on with the text's last."""
        block = self.text
        if block is None or "\t" in line.words or _BULLET.match(line.words) or not _is_of_size(line, block.first.size):
            return False
        below = block.last.baseline - line.baseline
        if block is self.blocks[-1] and 0 < below <= 2 * self.steps.get(_step_key(line), 0.0):
            return False  # right below it, and yet another paragraph
        if _is_divided(block.words):
            return True
        is_open = not _ENDED.search(block.words) and not line.words[0].isdigit()
        # At the head of a column; further down something stands between, which a sentence alone reaches over.
        return is_open and (_is_amid(block, line) or (below < 0 and _is_full(block, line)))

    def _join(self, block: Block, line: Line, page: int) -> None:
        more = line.words.replace("\t", " ")
        block.words = self._joined(block.words, more)
        if block.turns[-1].page != page:
            block.turns.append(PageTurn(len(block.words) - len(more), page))

    def _joined(self, words: str, more: str) -> str:
        divided = _DIVIDED.search(words)
        if divided is None:
            return words + more if _OPEN_DASH.search(words) else f"{words} {more}"
        head, tail = divided["head"], _WORD.match(more)
        whole = f"{head}{tail[0]}".casefold() if tail else ""
        parted = f"{head}-{tail[0]}".casefold() if tail else ""
        is_one = (
            tail is not None
            and head.isalpha()
            and tail[0][0].islower()
            and (whole in self.vocabulary or parted not in self.vocabulary)
        )
        return words[:-1] + ("" if is_one else "-") + more


def _steps(pages: Sequence[Sequence[Line]]) -> dict[float, float]:
    steps: defaultdict[float, list[float]] = defaultdict(list)
    for page in pages:
        for above, below in pairwise(page):
            step = above.baseline - below.baseline
            if _is_of_size(below, above.size) and 0 < step < 3 * below.size:
                steps[_step_key(below)].append(step)
    # Half of all steps and more are within paragraphs, unless a text is all of short lines.
    return {key: statistics.median_low(found) for key, found in steps.items()}


def _step_key(line: Line) -> float:
    return round(2 * line.size) / 2


def _rooms(page: Sequence[Line]) -> list[float]:
    """How far each line ends before the right edge of its column, as the lines around it show where that is."""
    columns = [_column(line) for line in page]
    rooms = []
    for place, line in enumerate(page):
        size, left = columns[place]
        around = range(max(0, place - _AROUND), min(len(page), place + _AROUND + 1))
        beside = [at for at in around if columns[at][0] == size and "\t" not in page[at].words]
        aligned = sorted(page[at].right for at in beside if abs(columns[at][1] - left) <= 1)
        if len(aligned) < _ALIGNED:
            aligned = sorted(page[at].right for at in beside if abs(columns[at][1] - left) <= _COLUMN)
        # One line alone that is longer than the others is a heading.
        edge = aligned[-2] if len(aligned) > _ALIGNED else max(aligned, default=line.right)
        rooms.append(edge - line.right)
    return rooms


def _column(line: Line) -> tuple[float, int]:
    """The size of a line and, in about halves of its height, where it begins."""
    size = _step_key(line)
    return size, round(2 * line.left / max(size, 1.0))


def _vocabulary(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """The words of a document, as they stand within its lines."""
    return frozenset(word.casefold() for page in pages for line in page for word in _WORD.findall(line.words))


def _is_of_size(line: Line, size: float) -> bool:
    return abs(line.size - size) <= _SAME_SIZE * size + 0.25


def _is_full(block: Block, line: Line) -> bool:
    """Whether the first word of the line below would not have fitted."""
    return line.first_word + _BLANK * line.size > block.room


def _is_below(line: Line, above: Line) -> bool:
    """Whether a line begins and ends where the one above it does: the blanks in it are those of justified text."""
    slack = _BLANK * line.size
    return abs(line.left - above.left) <= slack and abs(line.right - above.right) <= slack


def _is_amid(block: Block, line: Line) -> bool:
    """Whether a line begins in the middle of a sentence that has not ended."""
    return line.words[0].islower() and not _ENDED.search(block.words)


def _is_new(before: PageTurn | None, turn: PageTurn) -> bool:
    return before is None or before.page != turn.page


def _is_divided(words: str) -> bool:
    """Whether a word goes on in the next line."""
    return _DIVIDED.search(words) is not None or _OPEN_DASH.search(words) is not None

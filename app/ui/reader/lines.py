"""Where words stand in a document that is laid out; positions are UTF-16 units."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextDocument, QTextLine


def line_at(document: QTextDocument, position: int) -> tuple[QPointF, QTextLine]:
    """The place of the block, and the line in it, where a position stands."""
    block = document.findBlock(position)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    return origin, block.layout().lineForTextPosition(position - block.position())


def boxes(document: QTextDocument, start: int, end: int, tall: int) -> Iterator[QRectF]:
    """The words from `start` up to `end`, one box a line, `tall` pixels high; a space that ends a line is left out."""
    block = document.findBlock(start)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    at = start - block.position()
    last = min(end - block.position(), block.length() - 1)
    while at < last:
        line = block.layout().lineForTextPosition(at)
        if not line.isValid():
            return
        stop = min(last, line.textStart() + line.textLength())
        words = block.text()[at:stop] if len(block.text()) == block.length() - 1 else ""
        shown = stop - (len(words) - len(words.rstrip())) if stop < last else stop
        if shown > at:
            left, right = line.cursorToX(at)[0], line.cursorToX(shown)[0]  # type: ignore[index]
            top = origin.y() + line.y() + (line.height() - tall) / 2
            yield QRectF(origin.x() + left, top, right - left, tall)
        at = max(stop, at + 1)

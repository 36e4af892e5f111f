"""The lines of a web page's article."""

import re

from lxml import etree  # type: ignore[import-untyped]

from app.readers import blocks
from app.readers.blocks import Node
from app.readers.page_extraction import bare_extraction

_SMALL = re.compile(r"\s*[a-z]")


def read_lines(tree: Node) -> list[str]:
    """The article's lines: the quick reading, then the thorough one, then whatever the page's blocks hold.

    On short and odd pages the first two run the whole page into one paragraph; then the blocks are better.
    """
    page = blocks.lines_of(tree)
    for fast in (True, False):
        found = bare_extraction(tree, fast=fast, include_comments=False, include_tables=True)
        body = getattr(found, "body", None)
        if body is not None and (lines := _lines(body)) and (len(body) > 1 or len(list(filter(None, page))) < 2):
            return lines
    return page


def _lines(body: Node) -> list[str]:
    """A line a list item or table row, and a blank line between blocks."""
    lines: list[str] = []
    for block in body:
        if block.tag == "table":
            rows = [[_flowing(cell) for cell in row.iterchildren("cell")] for row in block.iterchildren("row")]
            lines += ["\t".join(row) for row in rows if any(row)]
        else:
            lines += [line for line in _flowing(block).split("\n") if line]
        lines.append("")
        if block.tail and block.tail.strip():
            lines += [" ".join(block.tail.split()), ""]
    return lines if any(lines) else []


def _flowing(element: Node) -> str:
    """Words with single spaces, and line breaks where the page breaks lines or paragraphs.

    Items several of which begin with a small letter get the mark that the page draws before them: without it they read
    as one line that the page had to break.
    """
    small = sum(_SMALL.match("".join(item.itertext())) is not None for item in element.iter("item")) > 1
    pieces: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if part.tag in ("lb", "p", "item", "row", "head", "quote"):
                pieces.append("\n• " if small and part.tag == "item" else "\n")
            pieces.append((part.text or "").replace("\n", " "))
        elif part is not element:
            pieces.append((part.tail or "").replace("\n", " "))
    lines = (" ".join(line.split(" ")).strip() for line in re.sub(r"[ \t]+", " ", "".join(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)

"""What runs along the pages of a PDF document: heads, feet, page numbers, the address of a printed web page."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from app.readers.pdf_lines import Line

_EDGE = 3
"""Lines at the head and at the foot of a page among which what runs through the document is looked for."""
_RUNS = 3
"""Pages on which such a line has to stand; in a document of two, on both."""
_NUMBERED = re.compile(
    r"(?:page |p\. ?)?(?P<first>\d{1,6})(?: of \d+| ?/ ?\d+)?(?:\s+|$)"
    r"|(?:^|\s+)(?:page |p\. ?)?(?P<last>\d{1,6})(?: of \d+| ?/ ?\d+)?$",
    re.IGNORECASE,
)
"""A page's number at the beginning or end of a line."""


def without(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without the lines that stand at the edge of many, and their words; a page's number may differ."""
    found: defaultdict[tuple[str, int | None], dict[int, Line]] = defaultdict(dict)
    for number, page in enumerate(pages):
        by_height = sorted(page, key=lambda line: line.baseline)
        for line in [*by_height[:_EDGE], *by_height[-_EDGE:]]:
            for key in _keys(line.words, number):
                found[key][number] = line
    needed = min(_RUNS, max(2, len(pages)))
    running = {key: lines for key, lines in found.items() if len(lines) >= needed or (not key[0] and len(lines) > 1)}
    left_out = {id(line) for lines in running.values() for line in lines.values()}
    kept = [[line for line in page if id(line) not in left_out] for page in pages]
    return kept, [next(iter(lines.values())).words for lines in running.values()]


def _keys(words: str, page: int) -> Iterator[tuple[str, int | None]]:
    """What is the same on each page where a line is printed that runs along them: its words, the number less pages."""
    yield " ".join(words.split()), None
    for match in _NUMBERED.finditer(words):
        if match.start() == 0 or match.end() == len(words):
            number = int(match["first"] or match["last"])
            yield " ".join((words[: match.start()] + " " + words[match.end() :]).split()), number - page

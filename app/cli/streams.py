"""extract and judge: filters from JSON lines to JSON lines, with no project behind them."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.services import filters

LONGEST_LINE = 256_000_000
"""Bytes: a longer line is no article, and what follows them is left out rather than held in memory."""


def extract(options: argparse.Namespace, _: Rooms) -> int:
    """Claims of articles."""
    return _filter(options.files, filters.extract_lines)


def judge(options: argparse.Namespace, _: Rooms) -> int:
    """Verdicts on pairs."""
    return _filter(options.files, filters.judge_lines)


def _filter(paths: Sequence[Path], work: Callable[[Iterable[bytes]], Iterator[filters.Answer]]) -> int:
    all_good = True
    for said, good in work(_lines(paths)):
        printing.line(said)
        all_good = all_good and good
    return 0 if all_good else 1


def _opened(path: Path) -> BinaryIO:
    # Not before its turn: it may be a pipe, which can be opened once.
    try:
        return path.open("rb")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read ({error.strerror}); nothing of it was done. Check its name and that you may open "
            "it.",
            reason="unreadable",
        ) from error


def _lines(paths: Sequence[Path]) -> Iterator[bytes]:
    """The lines of all files as they come, of standard input where none is named."""
    if not paths:
        if sys.stdin is None:
            raise UserError("There is nothing to read; nothing was done. Name a file.", reason="unreadable")
        yield from _lines_of(sys.stdin.buffer)
    for path in paths:
        with _opened(path) as source:
            yield from _lines_of(source)


def _lines_of(source: BinaryIO) -> Iterator[bytes]:
    """The lines of one. One that is too long is cut, which makes it no JSON."""
    while line := source.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE)

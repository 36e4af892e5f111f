"""extract and judge: filters from JSON lines to JSON lines, with no project behind them."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
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
    return _filter(options.file, filters.extract_lines)


def judge(options: argparse.Namespace, _: Rooms) -> int:
    """Verdicts on pairs."""
    return _filter(options.file, filters.judge_lines)


def _filter(path: Path | None, work: Callable[[Iterable[bytes]], Iterator[filters.Answer]]) -> int:
    all_good = True
    with _source(path) as source:
        for said, good in work(_lines(source)):
            printing.line(said)
            all_good = all_good and good
    return 0 if all_good else 1


def _source(path: Path | None) -> AbstractContextManager[BinaryIO]:
    if path is None:
        if sys.stdin is None:
            raise UserError("There is nothing to read; nothing was done. Name a file.", reason="unreadable")
        return nullcontext(sys.stdin.buffer)
    try:
        return path.open("rb")
    except OSError as error:
        raise UserError(
            f"{path} cannot be read ({error.strerror}); nothing was done. Check its name and that you may open it.",
            reason="unreadable",
        ) from error


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The lines as they come. One that is too long is cut, which makes it no JSON."""
    while line := source.readline(LONGEST_LINE):
        yield line
        while len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            line = source.readline(LONGEST_LINE)

"""Words and JSON on standard output, complaints and progress on standard error."""

import contextlib
import os
import re
import sys
import textwrap
from collections.abc import Sequence

_NAME_WIDTH = 30
_LINE_WIDTH = 80
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def say(words: str) -> None:
    """Words for a person, on one line: what a file's name or a text could do to a terminal is taken out."""
    print(_CONTROLS.sub(" ", words))


def say_wrapped(words: str, *, indent: str = "") -> None:
    """Words for a person, on lines that a terminal of the usual width does not break."""
    print(textwrap.fill(_CONTROLS.sub(" ", words), _LINE_WIDTH, initial_indent=indent, subsequent_indent=indent))


def line(said: str) -> None:
    """A line for a program, written at once so that it can follow long work."""
    print(said, flush=True)


def record(value: object) -> None:
    """A value as a line of JSON for a program."""
    from app.services.filters import written  # brings the extraction, which a start without a command does without

    line(written(value))


def complain(sentence: str) -> None:
    """What went wrong, on standard error; if nobody listens there any more, nothing."""
    with contextlib.suppress(OSError, ValueError):
        print(f"counterclaim: {_CONTROLS.sub(' ', sentence)}", file=sys.stderr, flush=True)


def progress(words: str) -> None:
    """How far long work has come, on standard error where a person watches it."""
    if sys.stderr is not None and sys.stderr.isatty():
        with contextlib.suppress(OSError):
            print(f"\r\033[K{_CONTROLS.sub(' ', words)}", end="", file=sys.stderr, flush=True)


def progress_done() -> None:
    """Clear the line of progress."""
    progress("")


def table(rows: Sequence[Sequence[str]], *, indent: str = "") -> None:
    """Columns as wide as their widest cell, two spaces apart; the last one runs free."""
    if not rows:
        return
    clean = [[_CONTROLS.sub(" ", cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in clean) for column in range(len(clean[0]) - 1)]
    for row in clean:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        print(f"{indent}{'  '.join([*cells, row[-1]])}".rstrip())


def name(words: str) -> str:
    """A name for a table: a title or speaker as long as a paragraph is cut at a word."""
    return textwrap.shorten(words, _NAME_WIDTH, placeholder="…")


def hush() -> None:
    """Write to nowhere from now on: whoever read our output went away, or its disk is full."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)

"""What happens to a command line, and what a failure looks like from a shell."""

import logging
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

log = logging.getLogger(__name__)

DONE, WRONG_USE = 0, 2
STOPPED = 130
"""What shells give a program that Ctrl+C ended."""


def run(words: Sequence[str], rooms: Rooms) -> int:
    """Run one command line. Exit status: 0 done, 1 some inputs failed, 2 wrong use or nothing done, 130 stopped."""
    for stream in (sys.stdout, sys.stderr):
        # Windows consoles and redirected files have encodings of their own; ours is UTF-8 everywhere.
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        status = _status(words, rooms)
        if sys.stdout is not None:
            sys.stdout.flush()
    except UserError as error:
        printing.complain(str(error))
        return WRONG_USE
    except KeyboardInterrupt:
        printing.complain("stopped; what was finished is kept.")
        return STOPPED
    except BrokenPipeError:
        # The reader of our output went away ("| head"): nothing is wrong, and nothing more can be said to it.
        printing.hush()
        return DONE
    except (OSError, MemoryError) as error:
        # Without the file's name, which may be an article's title.
        why = getattr(error, "strerror", None) or type(error).__name__
        log.error("the computer refused: %s\n%s", why, "".join(traceback.format_tb(error.__traceback__)))
        printing.hush()
        printing.complain(_refusal(error))
        return WRONG_USE
    return status


def _status(words: Sequence[str], rooms: Rooms) -> int:
    if not words:
        return rooms.show(None, "library")
    # Describing every command takes as long as making the first screen, and most starts name none.
    from app.cli import arguments, rescued

    options = arguments.parser(rooms.version).parse_args(list(words))
    if options.self_test:
        return _work("self_test.self_test")(options, rooms)
    if options.command in (None, "open"):
        return rooms.show(getattr(options, "file", None), "library")
    return rescued.run(_work(arguments.COMMANDS[options.command].work), options, rooms)


def _refusal(error: OSError | MemoryError) -> str:
    if isinstance(error, MemoryError):
        return "The memory is full, so this was not finished; what was saved before is safe: close other programs."
    why = error.strerror or type(error).__name__
    if error.filename is None:
        return f"The output cannot be written ({why}), so it is not complete; the project is safe: send it elsewhere."
    return f"{error.filename} was refused ({why}), so this was not finished; what was saved before is safe: try again."


def _work(place: str) -> "Callable[[Namespace, Rooms], int]":
    """The function that does a command's work; its module is read only now."""
    module, _, name = place.partition(".")
    work: Callable[[Namespace, Rooms], int] = getattr(import_module(f"app.cli.{module}"), name)
    return work

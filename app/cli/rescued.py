"""A damaged project is worked on as far as it can be read; whoever asked is told, in words and by the exit status."""

import dataclasses
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.cli import printing
from app.cli.rooms import Rooms

if TYPE_CHECKING:
    # At run time the command that needs a project brings it in.
    from app.services.desk import Desk

IN_PART = 1
_LOOKING_THROUGH = ("check",)
"""Commands whose answer is relied upon: they look at every page of a large project first, which others do without."""
_SAID = {
    "corrupt": "{name} is damaged and was left as it is; this is what can still be read of it: “restore” brings an "
    "earlier copy, “verify --repair” saves what can be read into a new project.",
    "foreign": "{name} holds something that Counterclaim did not put there, of which nothing was run, and was left as "
    "it is; this is the rest: “verify” names it, “verify --repair” saves the rest into a new project.",
}
"""By the reason for which the file itself is not worked on."""


def run(work: Callable[[Namespace, Rooms], int], options: Namespace, rooms: Rooms) -> int:
    """Do a command's work; its exit status, but 1 in the place of 0 where what it read is not all that there was."""
    harmed: list[Path] = []

    def opened(path: Path) -> "Desk":
        desk = rooms.open(path)
        if desk.rescue is not None:
            reason = desk.rescue.reason
        elif options.command in _LOOKING_THROUGH and not desk.is_looked_through and not desk.look_through():
            reason = "corrupt"
        else:
            return desk
        harmed.append(path)
        printing.complain(_SAID[reason].format(name=path.name))
        return desk

    return work(options, dataclasses.replace(rooms, open=opened)) or (IN_PART if harmed else 0)

"""The writer's place of a project: taken where the file and its folder can be written to and nobody else has it."""

import datetime
import errno
from pathlib import Path

from app.store.file import opening
from app.store.file.lock import HeldError, Holder, Lock


def take(path: Path) -> tuple[Lock | None, str]:
    """The writer's place, or None and why it cannot be had."""
    if not opening.is_writable(path):
        return None, f"The file {path.name} may not be written to"
    try:
        return Lock.take(path), ""
    except HeldError as held:
        return None, _works(held.holder)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            return None, "The disk that holds it is full"
        return None, f"Its folder {path.absolute().parent} cannot be written to ({error.strerror})"


def _works(holder: Holder | None) -> str:
    if holder is None:
        return "Another program works on it"
    since = datetime.datetime.fromisoformat(holder.at).astimezone()
    return f"{holder.who} works on it on {holder.host} (process {holder.pid}) since {since:%H:%M on %d %B}"

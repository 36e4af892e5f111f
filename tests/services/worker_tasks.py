"""What the tests have done in processes of their own, each of which reads this module and nothing that it can spare."""

import os
import sys
import time

from app.services.workers import OnRead


def prepared() -> None:
    """Nothing has to be loaded for these."""


def doubled(task: int, on_read: OnRead) -> int:
    """An answer that takes the longer the lower its task."""
    on_read()
    time.sleep(0.02 / (task + 1))
    return 2 * task


def hostile(task: str, on_read: OnRead) -> str:
    """What a reader may do at its worst."""
    if task == "dies":
        os._exit(3)
    if task == "hangs":
        time.sleep(60)
    return task


def loaded(task: str, on_read: OnRead) -> list[str]:
    """The libraries that a process which reads articles has loaded."""
    from app.services.articles import digest

    digest.prepare()
    return sorted({name.partition(".")[0] for name in sys.modules})


def priority(task: str, on_read: OnRead) -> int:
    """How far the process steps back behind others."""
    return os.nice(0)


def unpreparable() -> None:
    """A process that cannot begin."""
    os._exit(1)

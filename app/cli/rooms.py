"""What the shell is handed by the composition root, which alone knows the window."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    # `extract` and `--version` need no project: whoever opens one brings the store in.
    from app.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Rooms:
    """Ways to open a project and to show it.

    `make` opens a project, or makes it where there is none; `show` opens the window on a screen of a project
    ("library", "compare"; no project: on Start) and gives the exit status when it is closed; `picture` draws the
    Compare screen into a PNG without a display.
    """

    open: "Callable[[Path], Desk]"
    make: "Callable[[Path], Desk]"
    sample: "Callable[[Path], Desk]"
    show: Callable[[Path | None, str], int]
    picture: "Callable[[Desk, Path], None]"
    has_display: Callable[[], bool]
    version: str

"""How high rows are: compact, standard or roomy, for every list and table of the program. It never changes type."""

from typing import Literal

from app.ui.look import type as steps

Density = Literal["compact", "standard", "roomy"]
COMPACT, ROOMY = 28, 40
"""Pixels at 100 % of a compact row at most, and of a roomy one at least."""

_chosen: Density = "standard"


def choose(density: Density) -> None:
    """Make the rows of all lists and tables that are made from now on this high."""
    global _chosen
    _chosen = density


def row(standard: int) -> int:
    """The height of a row that is drawn `standard` pixels high, in the pixels of the application's font."""
    return steps.scaled({"compact": min(standard, COMPACT), "roomy": max(standard, ROOMY)}.get(_chosen, standard))


def one_line() -> bool:
    """Whether rows that have two lines where there is room have one."""
    return _chosen == "compact"

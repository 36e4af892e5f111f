"""The judgements that stand behind every verdict, in plain words: nobody has to take them on trust."""

from app.comparison.amounts import widths as table
from app.domain.verdict import REASON_MEANS

WIDTH_HEADINGS = ("Written", "As printed (core)", "If it was rounded before (halo)")
REASON_HEADINGS = ("Code", "Means")


def widths() -> list[tuple[str, str, str]]:
    """How a number is written or hedged, and what it is then taken to mean, as `WIDTH_HEADINGS` name it."""
    return [(line.words, line.core, line.halo) for line in table.rows()]


def reasons() -> list[tuple[str, str]]:
    """Every reason code with its meaning, in the order of the list."""
    return [(reason.value, means) for reason, means in REASON_MEANS.items()]

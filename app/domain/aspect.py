"""What a figure can say of itself, field by field, where several stand side by side."""

from dataclasses import dataclass
from enum import StrEnum


class Aspect(StrEnum):
    """The rows of figures side by side, in their order."""

    QUOTE = "quote"
    INTERVAL = "interval"
    MEASURE = "measure"
    UNIT = "unit"
    KIND = "kind"
    HORIZON = "horizon"
    PRICES = "prices"
    DISCOUNTING = "discounting"
    INFLATION = "inflation"
    SCOPE = "scope"
    DENOMINATOR = "denominator"
    BASELINE = "baseline"
    ASSUMPTION = "assumption"
    STATUS = "status"
    PLACE = "place"
    ACTOR = "actor"
    PERIOD = "period"
    AS_OF = "as of"
    TARGET_DATE = "target date"
    CONVERSION = "conversion"
    SPEAKER = "speaker"
    STANCE = "stance"
    OUTLET = "outlet"
    PUBLISHED = "published"
    REACH = "reach"
    VERSION = "version"


WHO_SAYS_SO = frozenset({Aspect.SPEAKER, Aspect.STANCE, Aspect.OUTLET, Aspect.PUBLISHED, Aspect.REACH, Aspect.VERSION})
"""Rows that are never marked: different speakers are no disagreement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one figure says in one row; `text` is empty where it says nothing, and then it never differs.

    `differs` is set against the reference, which is the first cell of the line.
    """

    text: str
    differs: bool = False
    by_analyst: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: a cell for each figure in their order."""

    aspect: Aspect
    cells: tuple[Cell, ...]

    @property
    def differs(self) -> bool:
        """Whether a figure differs here from the reference."""
        return any(cell.differs for cell in self.cells)

    @property
    def open(self) -> bool:
        """Whether a figure does not state what another does."""
        return any(not cell.text for cell in self.cells)

"""What a sentence is about: its words of meaning, and those among them that tell one matter from another.

People call one payment a cost, a bill and a deal, and everything is a plan or a project, so such words tell nothing by
themselves; beside a word that tells they count ("the prison programme").
"""

from dataclasses import dataclass

from app.comparison.statement import Told
from app.comparison.words import likeness
from app.domain.figure import Figure, Kind


def words(text: str) -> frozenset[str]:
    """The words of meaning of a text, those of one meaning as one; no numbers, no years."""
    return frozenset(stem for stem in likeness.stems(text) if not stem.isdigit())


GENERAL = words(
    "project scheme programme plan whole total full overall entire final cost price bill budget estimate money public"
    " taxpayer funding fund package sector spending government work amount sum figure payment contract deal support"
    " pounds headline official main original planned expenditure event investment true real range saving"
    " increase cut reduction rise person people"
)
"""Words that are said of any figure, and by which a whole is called as well as a part of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """The words of meaning about a figure, and how many tell of what it is, what is said by the way left out."""

    words: frozenset[str]
    telling: int

    def shared(self, other: "Matter") -> frozenset[str]:
        """The words of both, empty where none of them tells anything."""
        both = self.words & other.words
        return both if both - GENERAL else frozenset()


def read(figure: Figure, told: Told) -> Matter:
    """The matter of a figure, with what it counts."""
    counted = words(figure.unit or "") if figure.kind is Kind.QUANTITY else frozenset()
    return Matter(words=words(told.around) | counted, telling=len((words(told.main) | counted) - GENERAL))

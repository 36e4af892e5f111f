"""What merging another project into one comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    """Whose word holds: this project's or the other's."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Whose word the person wants: of single conflicts by their ids, and of the rest; None: the later word."""

    rest: Side | None = None
    each: Mapping[str, Side] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """What both projects say otherwise. Times are UTC, ISO 8601, None where nobody said when; `taken` is what holds.

    `ident` is the same in every preview of the same two projects.
    """

    ident: str
    subject: str
    what: str
    ours: str
    theirs: str
    ours_at: str | None
    theirs_at: str | None
    taken: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one table has of the other project. `names` are the first of those that are new."""

    new: int = 0
    equal: int = 0
    changed: int = 0
    """Said anew there alone, and taken over."""
    kept: int = 0
    """Said anew here alone, or read by other rules there: it stays as it is here."""
    removed: int = 0
    """Taken away there alone, and now here too."""
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merger:
    """What comes in with a merge, by table in the order of the store, and what both say otherwise."""

    name: str
    arrivals: Mapping[str, Arrival]
    conflicts: tuple[Conflict, ...] = ()
    left: tuple[str, ...] = ()
    """Articles and topics that were taken away there and stay here, in words."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change here."""
        touched = any(one.new or one.changed or one.removed for one in self.arrivals.values())
        return not touched and all(one.taken is Side.OURS for one in self.conflicts)

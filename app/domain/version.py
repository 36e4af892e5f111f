"""Versions of an article, and what became of a figure from one to the next."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.claim import ClaimRecord


class Fate(StrEnum):
    """What the next version of an article did with a figure."""

    UNCHANGED = "unchanged"
    """The same figure in the same words, in the same order."""
    MOVED = "moved"
    """The same figure in the same words, at another place."""
    CHANGED = "changed"
    """Another figure, or other words around it, in the corresponding sentence."""
    GONE = "gone"
    """No sentence corresponds, or the one that does has no such figure any more."""
    NEW = "new"
    """The version before had no such figure."""


CARRIED = frozenset({Fate.UNCHANGED, Fate.MOVED})
"""A figure with such a fate is the same in the next version: lists show it there alone, with all that was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an article in a list of them. `published` and `captured_at` are as in the article."""

    article_id: str
    number: int
    published: str | None
    captured_at: str
    claims: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What became of one figure. `old` is None where it is new, `new` where it is gone.

    `same_figure` tells a change of the words alone from a change of the figure.
    """

    fate: Fate
    old: ClaimRecord | None = None
    new: ClaimRecord | None = None
    same_figure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The figure of an earlier version that a claim carries on or replaces."""

    claim_id: str
    version: int
    surface: str
    fate: Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure as one version of an article printed it. `fate` is what the next version did, None while there is none.

    `successor` is the claim of the next version that carries it on or replaces it.
    """

    claim: ClaimRecord
    version: int
    title: str
    outlet: str | None
    published: str | None
    captured_at: str
    fate: Fate | None
    successor: str | None

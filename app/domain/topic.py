"""What claims are about."""

from dataclasses import dataclass

from app.domain.figure import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject that a person confirmed ("UK payments to Mauritius").

    `terms` are watch-terms typed by the analyst; `kind` is the kind of figure that it compares; `pinned` is the claim
    against which the others are set, None to let the program choose.
    """

    topic_id: str
    name: str
    terms: tuple[str, ...] = ()
    kind: Kind = Kind.MONEY
    pinned: str | None = None


LEAD = 1.05
"""By how much the likeliest topic must lead the next before it is chosen for a person who only agrees; measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """Topics that a claim may belong to, likeliest first; `preselected` is the first where it leads clearly."""

    topics: tuple[Topic, ...] = ()
    preselected: Topic | None = None

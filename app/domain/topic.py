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

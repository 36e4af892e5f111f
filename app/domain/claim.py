"""A figure in its place, and what a person decided about it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from app.domain.basis import Basis
from app.domain.figure import Figure
from app.domain.span import Span


class Stance(StrEnum):
    """How the speaker stands to the figure."""

    STATES = "states"
    ESTIMATES = "estimates"
    REPORTS = "reports"
    DENIES = "denies"


class Confidence(StrEnum):
    """How sure the rule is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class State(StrEnum):
    """What the review has come to."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """The innermost source of a figure, and the words that name it."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A figure in its place, as read from one text; `text[span.start:span.end] == surface`, always.

    `converts` is the position, among the claims of the same text, of the figure that this one restates in other units
    ("£1.6 billion ($2 billion)"). `speaker` and `stance` are None where the article speaks in its own voice.
    """

    span: Span
    surface: str
    figure: Figure
    sentence: Span
    rule: str
    qualifier_cue: Span | None = None
    converts: int | None = None
    basis: Basis = field(default_factory=Basis)
    speaker: Speaker | None = None
    stance: Stance | None = None
    confidence: Confidence = Confidence.HIGH
    doubt: str = ""
    """Why the confidence is not high, in words for the analyst."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRecord:
    """A claim kept in a project. `decided_at` is UTC, ISO 8601; `restated` is the conversion the text gives."""

    claim_id: str
    article_id: str
    revision: int
    claim: Claim
    state: State
    decided_at: str | None = None
    edited_fields: tuple[str, ...] = ()
    restated: tuple[Claim, ...] = ()
    """The same amount in other units, as the text gives it right after ("($2 billion)")."""


def restatements(claims: Sequence[Claim]) -> defaultdict[int, list[Claim]]:
    """The claims that restate others, by the position of what they restate, through other restatements if need be."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        at = claim.converts
        if at is None:
            continue
        for _ in claims:
            if (further := claims[at].converts) is None:
                break
            at = further
        else:
            raise ValueError(f"{claim.surface!r} restates itself")
        found[at].append(claim)
    return found

"""What claims measure, and which claims of a topic dispute each other, as a project keeps both."""

from dataclasses import dataclass

ANY_CURRENCY = "¤"
"""The currency, in a measure, of an amount that names none: within a topic it takes that of most amounts there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRange:
    """What one claim brings: what it measures, and the least and the greatest value that it can mean.

    `measure` is equal for claims that are set against each other; one of money begins with "money" and the currency.
    Both ends belong to what it can mean; None where it is open to that side, and both where it has no number.
    """

    measure: str
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The claims of a topic that measure the same. Denied figures, rejected claims and earlier versions are not in it.

    `low` and `high` are the least and the greatest value that any of them can mean, None where one is open.
    """

    topic_id: str
    measure: str
    claims: int
    articles: int
    origins: int
    low: float | None
    high: float | None
    disputed: bool
    """No value is one that all of them can mean."""
    islands: int
    """Stretches of values with a gap between them where no claim reaches; a dispute within one has no gap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many measures a topic has, and in how many of them the claims cannot all be true."""

    measures: int = 0
    disputed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """How a claim stands to those of other articles that measure the same under a topic.

    It meets those that can mean a value that it can mean, and misses the others; neither where it is the first.
    """

    claim_id: str
    topic_id: str
    meets: bool
    misses: bool

"""The orders in which claims wait for a decision."""

from enum import StrEnum


class QueueOrder(StrEnum):
    """What comes first in the review; equals stand in the order of the texts."""

    VERDICT = "verdict"
    """What disputes other figures of its topic, then topic by topic, then article by article."""
    TEXT = "text"
    """Article by article."""
    NEWEST = "newest"
    """The newest publication; what is undated last."""
    UNSURE = "unsure"
    """What the rules are least sure of."""

"""What the analyst settled on for a topic, and what is still open there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """ "We use this, because …". `claim_id` is the chosen figure, None where none was chosen or it is gone.

    `figure` is that figure in words as it stood then, empty for none; `at` is UTC, ISO 8601. A resolution without
    words and figure takes the one before it back.
    """

    resolution_id: str
    topic_id: str
    claim_id: str | None
    figure: str
    because: str
    author: str
    at: str

    @property
    def settles(self) -> bool:
        """Whether it says anything; else the topic is open again."""
        return bool(self.figure or self.because)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a topic: one that a verdict asks, or one that the analyst wrote (`own`).

    `question_id` is None for a verdict's question that nobody ticked yet.
    """

    words: str
    own: bool
    done: bool = False
    question_id: str | None = None

"""What the stages hand on: the text being read, the spans already claimed, and figures not yet in a sentence."""

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.domain.article import Part
from app.domain.claim import Confidence
from app.domain.conventions import HABIT, Conventions
from app.domain.figure import Figure
from app.domain.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text to read, with what is known of it.

    `published` anchors relative dates; None leaves them unresolved. `country` is the outlet's, ISO 3166, and settles
    what a bare "$" or a fiscal year is. `parts` tell titles and comments apart; empty where nothing is known.
    `conventions` are those of the project.
    """

    text: str
    published: datetime.date | None = None
    country: str | None = None
    parts: Sequence[Part] = ()
    conventions: Conventions = HABIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A figure with its span, which takes in qualifier, unit and rate ("up to £28 billion", "£165m a year")."""

    span: Span
    figure: Figure
    rule: str
    qualifier_cue: Span | None = None
    confidence: Confidence = Confidence.HIGH
    doubt: str = ""


@dataclass(slots=True)
class Taken:
    """The spans that earlier stages claimed; a span belongs to one kind only."""

    _starts: list[int] = field(default_factory=list)
    _ends: list[int] = field(default_factory=list)

    def add(self, span: Span) -> None:
        """Claim a span, which overlaps none that is claimed already."""
        at = bisect_left(self._starts, span.start)
        self._starts.insert(at, span.start)
        self._ends.insert(at, span.end)

    def holds(self, position: int) -> bool:
        """Whether the character at a position belongs to a claimed span."""
        at = bisect_right(self._starts, position)
        return at > 0 and self._ends[at - 1] > position

    def overlaps(self, span: Span) -> bool:
        """Whether any claimed span shares a character with this one."""
        return self.meets(span.start, span.end)

    def meets(self, start: int, end: int) -> bool:
        """Whether any claimed span shares a character with the stretch from `start` up to `end`."""
        at = bisect_left(self._starts, end)
        return at > 0 and self._ends[at - 1] > start

"""What a rule has read, and what every rule may know of the text around it."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.domain.claim import Confidence
from app.domain.edtf import days
from app.domain.figure import Anchor
from app.domain.span import Span

# A story's date holds for so many characters; a year more than _ASIDE away is an aside ("declassified in 2005").
_STORY, _ASIDE, _YEAR = 3000, 3, 370
_RECENT, _SHORTEST = 12, 27
"""How many dates back a period reported may stand, and its days at least: a February less its first."""
_SENTENCE_ENDS = re.compile(r"[.!?][\"’”]?\s|\n")
_THE = re.compile(r"\b(?:the|a|an|his|her|its|their)\s$", re.I)
_DESCRIBED = re.compile(
    r"\s(?!(?:in|on|at|by|to|and|or|as|with|when|he|she|it|they|the|was|were|had|for|from)\b)[a-z]{3}"
)
_PLANNED = re.compile(r"\b(?:planned|proposed|scheduled|until)\b[^.,;]{0,24}$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A place in the calendar: EDTF, None where it cannot be resolved, with what it was reckoned from."""

    date: str | None
    anchor: Anchor | None = None
    readings: tuple[str, ...] = ()
    fiscal: bool = False
    confidence: Confidence = Confidence.HIGH
    doubt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A value with its words: `span` may grow to the words that modify it, `core` never does."""

    span: Span
    value: Value
    rule: str
    modifier: str | None = None
    whole: bool = False
    """The words before it belong to it already, or cannot modify it."""
    compares: bool = False
    """It only compares with the date before it ("up from 2 a year earlier"); a report does not go on from there."""
    habitual: bool = False
    """A bare weekday, which "to" does not join to a range of days ("Monday to Friday")."""

    def at(self, span: Span) -> "Reading":
        """The same value said by these words."""
        return replace(self, span=span)


@dataclass(slots=True, kw_only=True)
class Scene:
    """One text while it is read from left to right."""

    text: str
    published: datetime.date | None
    country: str | None
    fiscal_start: int | None = None
    """Month in which a fiscal year begins where neither the words nor the country say."""
    month_first: bool = False
    """Slashed dates put the month first."""
    narrative: bool = False
    """The text tells of years far from its publication, so that a date without a year takes that of the date before."""
    said: list[Reading] = field(default_factory=list)
    """The resolved dates so far."""
    foreign: set[str] = field(default_factory=set)
    """Words that stood between a day and a year and are no English month."""
    read_at: "Callable[[int], Reading | None] | None" = None
    """The longest date that begins at a place; forms that hold another date ask it."""

    def year(self) -> int | None:
        """Year of publication."""
        return self.published.year if self.published else None

    def before(self, start: int, size: int = 40) -> str:
        """The text that ends at `start`."""
        return self.text[max(0, start - size) : start]

    def after(self, end: int, size: int = 40) -> str:
        """The text that begins at `end`."""
        return self.text[end : end + size]

    def thread(self, start: int) -> str | None:
        """The date that a story told in order has come to: the last day or month, or the year that leaves its year."""
        bare: str | None = None
        for reading in reversed(self.said[-8:]):
            date = reading.value.date or ""
            stretch = days(date)
            if stretch is None or start - reading.span.end > _STORY or (stretch[1] - stretch[0]).days > _YEAR:
                continue
            if reading.compares or self._aside(reading.span):
                continue
            if len(date) > len("2035"):
                near = bare is not None and 0 < abs(int(bare) - stretch[0].year) <= _ASIDE
                return bare if near else date
            bare = bare or date
        return bare

    def _aside(self, span: Span) -> bool:
        """Whether a date only describes something ("the August 1792 uprising") or was still a plan ("for 1976")."""
        before, after = self.before(span.start, 32), self.after(span.end, 24)
        return bool((_THE.search(before) and _DESCRIBED.match(after)) or _PLANNED.search(before))

    def last_said(self, start: int, reach: int, longest_days: int = 40_000, *, whole: bool = False) -> str | None:
        """The last date within `reach` characters before `start` that is at most `longest_days` long.

        `whole` passes over the end or the start of a period ("at the end of June").
        """
        for reading in reversed(self.said[-6:]):
            if reading.span.end > start:
                continue
            if start - reading.span.end > reach:
                break
            if not self.narrative and (reading.compares or reading.modifier == "since"):
                continue
            if whole and reading.modifier:
                continue
            stretch = days(reading.value.date) if reading.value.date else None
            if stretch and (stretch[1] - stretch[0]).days < longest_days:
                return reading.value.date
        return None

    def reported(self, start: int, reach: int, longest_days: int = 40_000, *, past_days: bool = False) -> str | None:
        """The last period said that another is compared with, of at most `longest_days`.

        That is neither part of a period ("the end of June"), nor what an earlier sentence foresees, nor itself one that
        is compared. A day said in the same sentence ("on Friday it was 9") rules out those of earlier ones, unless
        `past_days` is set.
        """
        on_day = False
        for reading in reversed(self.said[-_RECENT:]):
            stretch = days(reading.value.date) if reading.value.date else None
            if stretch is None or reading.span.end > start or reading.compares or reading.modifier:
                continue
            if start - reading.span.end > reach:
                break
            length, parted = (stretch[1] - stretch[0]).days, _SENTENCE_ENDS.search(self.text, reading.span.end, start)
            if length < _SHORTEST:
                on_day = on_day or not (parted or past_days)
            elif length < longest_days:
                foreseen = self.published is not None and stretch[0] > self.published
                if not parted or not (foreseen or on_day):
                    return reading.value.date
        return None


Reader = Callable[[Scene, re.Match[str]], Reading | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A form of date: a pattern tried where one of its first words stands, and what it means there."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def unresolved(doubt: str) -> Value:
    """A date whose words are clear and whose place in the calendar is not."""
    return Value(date=None, confidence=Confidence.LOW, doubt=doubt)

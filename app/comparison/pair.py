"""Two statements brought to where they can be set against each other: one unit, with what that took."""

import datetime
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import lru_cache

from app.comparison.amounts import interval, widths
from app.comparison.amounts.currency import Conversion
from app.comparison.amounts.widths import Hedge
from app.comparison.reading import Reading
from app.comparison.statement import Statement
from app.comparison.words import voices
from app.comparison.words.facts import Facts
from app.comparison.words.subject import Subject
from app.domain import lengths
from app.domain.figure import Figure, Kind
from app.domain.interval import Interval
from app.domain.verdict import Reason

KEPT = 4096
"""Sides of the statements that were compared last, some kilobytes each: the largest topics and more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One statement of a pair. `interval`, `printed` and `value` are in the pair's unit, None without a number."""

    reading: Reading
    interval: Interval | None
    """What the figure can mean, its words taken into account."""
    printed: Interval | None
    """The same of the number alone."""
    value: Decimal | None
    converted: Conversion | None = None
    """Where the number was brought into another currency."""

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.reading.statement

    @property
    def figure(self) -> Figure:
        """The figure as the text states it."""
        return self.reading.statement.claim.figure

    @property
    def facts(self) -> Facts:
        """What is said of the basis."""
        return self.reading.facts

    @property
    def subject(self) -> Subject:
        """What it is a figure of."""
        return self.reading.subject

    @property
    def hedge(self) -> Hedge:
        """How its words hedge or bound the number."""
        return self.reading.hedge

    @property
    def is_plain(self) -> bool:
        """Whether the figure was printed without qualifier or range, and was not converted."""
        figure = self.figure
        return self.hedge is Hedge.PLAIN and not figure.is_range and not figure.vague and self.converted is None

    def scaled(self, factor: Decimal) -> "Side":
        """The side after its number was multiplied by a factor of the pair."""
        return replace(
            self,
            interval=self.interval and interval.scaled(self.interval, factor),
            printed=self.printed and interval.scaled(self.printed, factor),
            value=None if self.value is None else self.value * factor,
        )

    def told_in(self, unit: str) -> "Side":
        """The side of a length of time, its numbers brought out of years into a unit of time."""
        times = 1 / lengths.in_years(unit)
        return replace(
            self,
            interval=self.interval and interval.told_in(self.interval, times),
            printed=self.printed and interval.told_in(self.printed, times),
            value=None if self.value is None else interval.cleaned(self.value * times),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two sides in one order whichever came first, so that a verdict and its words are the same both ways.

    `unit` is the common unit; `reasons` collects what had to be done to get there; `notes` are sentences about it.
    """

    a: Side
    b: Side
    unit: str | None
    reasons: tuple[Reason, ...] = ()
    notes: tuple[str, ...] = ()
    conversion: str | None = field(default=None)

    @property
    def sides(self) -> tuple[Side, Side]:
        """Both sides, in the pair's order."""
        return self.a, self.b

    @property
    def halos_meet(self) -> bool:
        """Whether the two can be one number, rounding and hedges allowed; a rise and a fall cannot."""
        if self.is_opposite or self._is_halfway:
            return False
        one, other = self.a.interval, self.b.interval
        return one is not None and other is not None and one.halo.meets(other.halo)

    @property
    def _is_halfway(self) -> bool:
        """Whether one of two plain percentages lies half a unit or more off the other, and that is much of it.

        12.5 % is called 13 %; but nobody calls 2.5 % of anything 3 %.
        """
        if self.a.figure.kind is not Kind.PERCENTAGE or self.b.figure.kind is not Kind.PERCENTAGE:
            return False
        one, other = self.a, self.b
        if not (one.is_plain and other.is_plain) or one.figure.fraction or other.figure.fraction:
            return False
        if one.printed is None or other.printed is None or one.value is None or other.value is None:
            return False
        half = max(one.printed.core.high - one.value, other.printed.core.high - other.value)
        return abs(one.value - other.value) >= half > widths.CAP * max(abs(one.value), abs(other.value))

    @property
    def is_opposite(self) -> bool:
        """Whether one says that something rose by so much, and the other that it fell."""
        return self.a.reading.is_opposite(self.b.reading)

    @property
    def one_source(self) -> bool:
        """Whether both come from one source: the project knows it, or the words say so."""
        origin = self.a.statement.origin
        known = origin is not None and origin == self.b.statement.origin
        return known or (self.halos_meet and self._one_voice) or any(side.reading.says_one_copy for side in self.sides)

    @property
    def _one_voice(self) -> bool:
        """Whether both name one agency, person, body or document as their source."""
        one, other = self.a.reading, self.b.reading
        if one.agencies & other.agencies or (one.voice and one.voice == other.voice):
            return True
        return any(
            not second.voice and voices.is_cited(first.voice, second.statement.text)
            for first, second in ((one, other), (other, one))
        )

    @property
    def printed_meet(self) -> bool:
        """Whether the bare numbers can be one number; an open bound does not count."""
        if self._is_halfway:
            return False
        first, second = self.a.printed, self.b.printed
        return first is not None and second is not None and first.halo.meets(second.halo)

    @property
    def same_number(self) -> bool:
        """Whether the two print one number, of whatever."""
        return self.a.value is not None and self.a.value == self.b.value


def side(statement: Statement) -> Side:
    """A statement with its intervals in its own unit, as it was read; the same for one that says the same."""
    figure = statement.claim.figure
    return _side(statement, str(figure.low), str(figure.high))


@lru_cache(maxsize=KEPT)
def _side(statement: Statement, _low: str, _high: str) -> Side:
    """By the numbers as written too: 100E6 equals 100000000, and is another width."""
    read = Reading(statement)
    return Side(reading=read, interval=read.interval, printed=read.printed, value=read.value)


def of(a: Statement, b: Statement) -> Pair:
    """The pair of two statements, before any unit is brought to another's."""
    one, other = side(a), side(b)
    first, second = (one, other) if _is_first(one, other) else (other, one)
    unit = first.figure.unit if first.figure.kind is not Kind.DURATION else "year"
    return Pair(a=first, b=second, unit=unit)


def _is_first(one: Side, other: Side) -> bool:
    """Earlier first, then smaller; the rest settles ties, so that which of the two came first never matters."""
    first, second = _order(one), _order(other)
    return first < second or (first == second and repr(one.statement) <= repr(other.statement))


def _order(side: Side) -> tuple[datetime.date, Decimal, str]:
    statement = side.statement
    return statement.published or datetime.date.max, side.value or Decimal(0), statement.text

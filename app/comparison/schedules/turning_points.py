"""The turning points: at which inflation figures begin or cease to be reproduced by a schedule."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import pairwise

from app.comparison.amounts import interval
from app.comparison.schedules import schedule
from app.comparison.statement import Statement
from app.domain.schedule import Band, Flip, MatchState, Payment, Terms

STEP = Decimal("0.25")
"""Points of inflation between the values tried first; what lies between is found through the totals it passes."""
FINEST = Decimal("0.001")
"""Points between which a turning point is told: a tenth of what a person can set."""
_Totals = tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class _Tried:
    """What holds at one value: whether every figure is reproduced, and the totals."""

    matched: bool
    totals: _Totals


class _SpentError(Exception):
    """As many values have been tried as one turn has."""


@dataclass
class Turning:
    """Moves the last stretch of a schedule's price path and watches figures, all of which must be reproduced.

    Inflation is in per cent a year, tried from `low` to `high`, and at what it is now if that lies outside.
    """

    payments: Sequence[Payment]
    terms: Terms
    figures: Sequence[Statement]
    low: Decimal = Decimal(0)
    high: Decimal = Decimal(5)
    _tried: dict[Decimal, _Tried] = field(default_factory=dict)
    _left: int | None = None
    """How many more values may be tried in this turn, None for any number."""

    def go_on(self, tries: int) -> Flip | None:
        """What `flip` gives, or None after so many values more: another call goes on from there, for all are kept."""
        self._left = tries
        try:
            return self.flip()
        except _SpentError:
            return None
        finally:
            self._left = None

    def flip(self) -> Flip:
        """How it stands now, and where that turns in each direction."""
        now = last_rate(self.terms.inflation)
        steps = range(int((self.high - self.low) / STEP) + 1)
        values = sorted({*(self.low + STEP * step for step in steps), self.high, now})
        at = values.index(now)
        return Flip(
            now=now,
            matched=self._at(now).matched,
            below=self._next([(second, first) for first, second in reversed([*pairwise(values[: at + 1])])]),
            above=self._next([*pairwise(values[at:])]),
        )

    def _next(self, stretches: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, ...]:
        """The first turning points on the way through these stretches: where a match ends, or begins and ends."""
        if not stretches:
            return ()
        enough = 1 if self._at(stretches[0][0]).matched else 2
        found: list[Decimal] = []
        for first, second in stretches:
            found += self._turns(first, second)
            if len(found) >= enough:
                break
        return tuple(turn.quantize(FINEST) for turn in found[:enough])

    def _turns(self, first: Decimal, second: Decimal) -> list[Decimal]:
        """The turning points on the way from one value to another."""
        if self._at(first).matched is not self._at(second).matched:
            return [self._halved(first, second)]
        if self._at(first).matched:
            return []
        inside = next((value for value in self._passed(first, second) if self._at(value).matched), None)
        return [] if inside is None else [self._halved(first, inside), self._halved(inside, second)]

    def _passed(self, first: Decimal, second: Decimal) -> list[Decimal]:
        """Where a total passes the printed value of a figure: a narrow match can lie between two values tried."""
        found = []
        ends = zip(self._at(first).totals, self._at(second).totals, strict=True)
        for at, (one, other) in enumerate(ends):
            for value in self._printed:
                if (one - value) * (other - value) < 0:
                    found.append(self._passing(at, value, first, second))
        return found

    def _passing(self, at: int, value: Decimal, first: Decimal, second: Decimal) -> Decimal:
        rising = self._at(first).totals[at] < value
        while abs(second - first) > FINEST / 8:
            middle = (first + second) / 2
            if (self._at(middle).totals[at] < value) is rising:
                first = middle
            else:
                second = middle
        return (first + second) / 2

    def _halved(self, first: Decimal, second: Decimal) -> Decimal:
        before = self._at(first).matched
        while abs(second - first) > FINEST:
            middle = (first + second) / 2
            if self._at(middle).matched is before:
                first = middle
            else:
                second = middle
        return (first + second) / 2

    @cached_property
    def _printed(self) -> list[Decimal]:
        values = (interval.value_of(figure.claim.figure) for figure in self.figures)
        return [value for value in values if value is not None]

    def _at(self, inflation: Decimal) -> _Tried:
        if (known := self._tried.get(inflation)) is not None:
            return known
        if self._left is not None:
            if not self._left:
                raise _SpentError
            self._left -= 1
        terms = replace(self.terms, inflation=with_last_rate(self.terms.inflation, inflation))
        done = schedule.run(self.payments, terms)
        matched = all(schedule.match(figure, done).state is not MatchState.NONE for figure in self.figures)
        totals = (done.nominal, done.real, done.average, done.present_value)
        self._tried[inflation] = _Tried(matched, totals)
        return self._tried[inflation]


def last_rate(path: Sequence[Band]) -> Decimal:
    """The inflation of the last stretch of a price path, in per cent a year."""
    return path[-1].rate * 100 if path else Decimal(0)


def with_last_rate(path: Sequence[Band], inflation: Decimal) -> tuple[Band, ...]:
    """The path with another inflation in its last stretch."""
    return (*path[:-1], replace(path[-1], rate=inflation / 100))

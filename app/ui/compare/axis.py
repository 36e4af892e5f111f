"""One axis for all lanes: logarithmic where the values allow it, with empty stretches cut out."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

EMPTY = 0.5
"""Decades without a figure above which the axis is cut."""
CUTS = 3
"""How often an axis is cut at most: over more breaks nobody reads how far apart two figures are."""
PAD = 0.14
"""Decades of air at either end of a stretch."""
LEAST = 0.35
"""Decades that a stretch with a lone figure gets, so that its width can be seen."""
_STEPS = (1.0, 2.0, 5.0, 3.0)
"""What a decade is divided at, the step that is wanted most first."""
_FINER = (1.5, 8.0, 4.0, 6.0, 2.5, 7.0, 9.0)
"""What it is divided at besides, where there would be little to read."""
_AMPLE = 1.5
"""How much further than the others finer steps stand apart."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis without a cut, in axis units (decades, or plain values), and where it is drawn, 0 to 1."""

    low: float
    high: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Axis:
    """Places values on a line from 0 to 1. Drawing only, so plain floats serve."""

    stretches: tuple[Stretch, ...]
    logarithmic: bool

    @classmethod
    def of(cls, spans: Iterable[tuple[float, float]]) -> "Axis":
        """An axis that holds all these spans (low, high), both finite; linear as soon as one is not above zero."""
        known = sorted(spans)
        if not known:
            return cls(stretches=(), logarithmic=True)
        if known[0][0] <= 0:
            return cls._linear(known)
        return cls._log([(math.log10(low), math.log10(high)) for low, high in known])

    @classmethod
    def _linear(cls, spans: Sequence[tuple[float, float]]) -> "Axis":
        low, high = spans[0][0], max(high for _, high in spans)
        air = (high - low or 1.0) * 0.08
        return cls(stretches=(Stretch(low - air, high + air, 0, 1),), logarithmic=False)

    @classmethod
    def _log(cls, spans: Sequence[tuple[float, float]]) -> "Axis":
        merged = _joined(spans, EMPTY)
        if len(merged) > CUTS + 1:
            empty = sorted(after[0] - before[1] for before, after in pairwise(merged))
            merged = _joined(merged, empty[-CUTS - 1])
        wide = [max(high - low + 2 * PAD, LEAST) for low, high in merged]
        whole = sum(wide)
        stretches, at = [], 0.0
        for (low, high), width in zip(merged, wide, strict=True):
            middle = (low + high) / 2
            stretches.append(Stretch(middle - width / 2, middle + width / 2, at / whole, (at + width) / whole))
            at += width
        return cls(stretches=tuple(stretches), logarithmic=True)

    def place(self, value: float) -> float:
        """Where a value is drawn, 0 to 1; what lies outside or in a cut is drawn at the next end of a stretch."""
        at = self._unit(value)
        for stretch in self.stretches:
            if at <= stretch.high:
                share = (max(at, stretch.low) - stretch.low) / (stretch.high - stretch.low)
                return stretch.start + share * (stretch.end - stretch.start)
        return 1.0

    def cuts(self) -> list[float]:
        """Where the axis is cut, 0 to 1."""
        return [stretch.start for stretch in self.stretches[1:]]

    def ticks(self, room: float, apart: float) -> list[float]:
        """Round values to print along an axis `room` pixels long, `apart` from each other, clear of ends and cuts."""
        chosen: list[tuple[float, float]] = []
        edges = [0.0, *self.cuts(), 1.0]
        finer = self._divided(_FINER) if self.logarithmic else []
        for values, air in ((self._round_values(), apart), (finer, apart * _AMPLE)):
            for value in values:
                at = self.place(value)
                if min(abs(at - edge) for edge in edges) * room < apart * 0.3:
                    continue
                if all(abs(at - other) * room >= air for other, _ in chosen):
                    chosen.append((at, value))
        return [value for _, value in sorted(chosen)]

    def _unit(self, value: float) -> float:
        if not self.logarithmic:
            return value
        return math.log10(value) if value > 0 else -math.inf

    def _round_values(self) -> list[float]:
        """Candidates, the roundest first, so that 100m wins over 200m where only one fits."""
        if self.logarithmic:
            return self._divided(_STEPS)
        low, high = self.stretches[0].low, self.stretches[0].high
        step = 10.0 ** math.floor(math.log10((high - low) / 2))
        return [step * count for count in range(math.ceil(low / step), math.floor(high / step) + 1)]

    def _divided(self, steps: Sequence[float]) -> list[float]:
        """These steps of every decade on a logarithmic axis, in their order."""
        return [
            step * 10.0**decade
            for step in steps
            for stretch in self.stretches
            for decade in range(math.floor(stretch.low), math.ceil(stretch.high) + 1)
            if stretch.low <= math.log10(step) + decade <= stretch.high
        ]


def _joined(spans: Iterable[tuple[float, float]], empty: float) -> list[tuple[float, float]]:
    """The spans, those that lie no further apart than this made one; they come in the order of their low ends."""
    joined: list[tuple[float, float]] = []
    for low, high in spans:
        if joined and low - joined[-1][1] <= empty:
            joined[-1] = (joined[-1][0], max(joined[-1][1], high))
        else:
            joined.append((low, high))
    return joined

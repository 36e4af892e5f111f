"""Passages with every figure marked by hand, and how much of that a reading finds.

A passage begins `@ name YYYY-MM-DD [COUNTRY]`; a figure is `[[surface|kind value unit q=... per=...]]`, a range
`low..high`; a unit left out or `?` is not looked at; `[[surface|?]]` is text that may or may not be read. In units and
rates underscores stand for spaces.
"""

import datetime
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from app.domain.claim import Claim
from app.domain.figure import Kind
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage

_MARK = re.compile(r"\[\[(?P<surface>[^|\]]+)\|(?P<said>[^\]]+)\]\]")
_HEAD = re.compile(r"@ (\S+) (\d{4}-\d\d-\d\d)(?: ([A-Z]{2}))?\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A figure as a careful reader marks it; `kind` is None where it may be left out."""

    span: Span
    kind: Kind | None
    value: str = ""
    unit: str | None = None
    qualifier: str = "exact"
    per: str | None = None

    def is_met(self, claim: Claim) -> bool:
        """Whether a claim is this figure: kind, value, unit, qualifier, rate and exact words; dates may be longer."""
        figure = claim.figure
        if figure.kind is not self.kind or figure.qualifier.value != self.qualifier or figure.per != self.per:
            return False
        if figure.low is None or figure.high is None or figure.kind is Kind.DURATION:
            return figure.date == self.value and claim.span.overlaps(self.span)
        low, _, high = self.value.partition("..")
        near = _near(figure.low, low) and _near(figure.high, high or low)
        return near and claim.span == self.span and self.unit in (None, figure.unit)


def _near(said: Decimal, wanted: str) -> bool:
    return abs(said - Decimal(wanted)) <= abs(said) / 10**5


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A passage and what is wanted of it."""

    name: str
    passage: Passage
    wanted: tuple[Wanted, ...]


def passages(path: Path) -> Iterator[Marked]:
    """The passages of a file."""
    pieces = _HEAD.split(path.read_text(encoding="utf-8"))[1:]
    for name, day, country, body in zip(*(iter(pieces),) * 4, strict=True):
        plain, wanted, last = "", [], 0
        for mark in _MARK.finditer(body):
            plain += body[last : mark.start()]
            span = Span(len(plain), len(plain) + len(mark["surface"]))
            wanted.append(_wanted(span, mark["said"].split()))
            plain, last = plain + mark["surface"], mark.end()
        published = datetime.date.fromisoformat(day)
        passage = Passage(text=(plain + body[last:]).rstrip("\n"), published=published, country=country)
        yield Marked(name=name, passage=passage, wanted=tuple(wanted))


def _wanted(span: Span, words: Sequence[str]) -> Wanted:
    if words == ["?"]:
        return Wanted(span=span, kind=None)
    kind, value, *rest = words
    more = dict(word.split("=", 1) for word in rest if "=" in word)
    unit = next((word for word in rest if "=" not in word), "?")
    return Wanted(
        span=span,
        kind=Kind(kind),
        value=value,
        unit=None if unit == "?" else unit if kind == Kind.PERCENTAGE else unit.replace("_", " "),
        qualifier=more.get("q", "exact"),
        per=more["per"].replace("_", " ") if "per" in more else None,
    )


@dataclass(slots=True)
class Score:
    """How many figures of each kind were wanted, said and right, and a line for each that was not."""

    wanted: Counter[Kind]
    said: Counter[Kind]
    right: Counter[Kind]
    faults: list[str]

    def precision(self, kind: Kind) -> float:
        """The share of what was said that is right; 0 where nothing was said."""
        return self.right[kind] / self.said[kind] if self.said[kind] else 0.0

    def recall(self, kind: Kind) -> float:
        """The share of what was wanted that was found."""
        return self.right[kind] / self.wanted[kind]

    def f1(self, kind: Kind) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right[kind] / (self.said[kind] + self.wanted[kind])


def score(read: Iterator[tuple[Marked, list[Claim]]]) -> Score:
    """Count what the claims read in marked passages get right."""
    total = Score(Counter(), Counter(), Counter(), [])
    for marked, claims in read:
        figures = [wanted for wanted in marked.wanted if wanted.kind is not None]
        left = list(claims)
        for wanted in figures:
            assert wanted.kind is not None
            total.wanted[wanted.kind] += 1
            hit = next((claim for claim in left if wanted.is_met(claim)), None)
            if hit is None:
                total.faults.append(f"{marked.name}: missed {wanted.span.of(marked.passage.text)!r} {wanted}")
                continue
            left.remove(hit)
            total.right[wanted.kind] += 1
            total.said[wanted.kind] += 1
        for claim in left:
            touched = [wanted for wanted in marked.wanted if wanted.span.overlaps(claim.span)]
            if touched and all(wanted.kind is None for wanted in touched):
                continue
            total.said[claim.figure.kind] += 1
            total.faults.append(f"{marked.name}: said {claim.surface!r} {claim.figure}")
    return total


def scored(path: Path) -> Score:
    """How the whole extraction does on a file of passages; a kind that the file never marks is not looked at."""
    marked = tuple(passages(path))
    kinds = {wanted.kind for one in marked for wanted in one.wanted}
    return score((one, [claim for claim in pipeline.read(one.passage) if claim.figure.kind in kinds]) for one in marked)

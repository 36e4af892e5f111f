"""Figures with their source told by hand, and how often a reading has speaker, stance and basis right.

A line is a text with its `date` and `country` and, for each figure, the `surface` and which of its occurrences it is
(`nth`, from 0), the `speaker` (null where the article itself speaks or hearsay names nobody), other names for it in
`speaker_also`, the `stance` and the fields of the `basis` that the words state.

`python -m tests.quality.attributed_figures FILE...` prints the shares and every fault.
"""

import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.domain.claim import Claim, Stance
from app.domain.span import Span
from app.extraction import pipeline
from app.extraction.mention import Passage

_IN_WORDS = frozenset(("scope", "denominator", "baseline", "assumption"))
"""Fields of the basis that hold words of the text, of which a reading may take more or fewer."""
_SMALL_WORDS = frozenset(("the", "a", "an", "of", "in", "on", "by", "from", "for", "to", "and", "with", "at", "than"))
_SUPPORT = (Stance.STATES, Stance.ESTIMATES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure of a text with what a careful reader says of its source and basis."""

    span: Span
    speaker: str | None
    speaker_also: tuple[str, ...]
    stance: Stance | None
    basis: dict[str, str]

    def is_by(self, claim: Claim) -> bool:
        """Whether the claim names this figure's speaker: the same last word of the name, or one of its other names."""
        said = claim.speaker.name if claim.speaker else None
        if said is None or self.speaker is None:
            return said is None and self.speaker is None
        names = (self.speaker, *self.speaker_also)
        return any(_has_last_word(said, name) or _has_last_word(name, said) for name in names)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _has_last_word(text: str, name: str) -> bool:
    return _words(name)[-1:] != [] and _words(name)[-1] in _words(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """A text and what is told of its figures."""

    name: str
    passage: Passage
    told: tuple[Told, ...]


def texts(path: Path) -> Iterator[Attributed]:
    """The texts of a file of JSON lines."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        day = datetime.date.fromisoformat(row["date"])
        yield Attributed(
            name=row["id"],
            passage=Passage(text=row["text"], published=day, country=row["country"]),
            told=tuple(_told(row["text"], figure) for figure in row["figures"]),
        )


def _told(text: str, figure: dict[str, Any]) -> Told:
    surface = figure["surface"]
    start = [match.start() for match in re.finditer(re.escape(surface), text)][figure["nth"]]
    return Told(
        span=Span(start, start + len(surface)),
        speaker=figure["speaker"],
        speaker_also=tuple(figure["speaker_also"]),
        stance=Stance(figure["stance"]) if figure["stance"] else None,
        basis=figure["basis"],
    )


@dataclass(slots=True)
class Score:
    """Counts over all figures: `right` and `all` by what is looked at, and a line for each fault.

    What is looked at is `source` (speaker and stance both right), the same by the told stance (`source when denies`),
    `basis` and each of its fields (`basis kind`). A figure that was not read has nothing right.
    """

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    unread: int = 0
    denials_as_support: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def share(self, looked_at: str) -> float:
        """The share that is right of what was looked at."""
        return self.right[looked_at] / self.all[looked_at]

    def table(self) -> str:
        """A line for each share, then one for each fault."""
        shares = [f"{row:32}{self.right[row]:4} of {count:4}{self.share(row):8.3f}" for row, count in self.all.items()]
        unread = f"not read {self.unread}, denials read as support {len(self.denials_as_support)}"
        return "\n".join((*sorted(shares), unread, *self.faults))

    def count(self, right: bool, *looked_at: str) -> None:
        """Note one thing under every name it is looked at by."""
        self.all.update(looked_at)
        if right:
            self.right.update(looked_at)


def score(read: Iterator[tuple[Attributed, list[Claim]]]) -> Score:
    """Count what the claims read in the texts have right of source and basis."""
    total = Score()
    for one, claims in read:
        for told in one.told:
            touching = [claim for claim in claims if claim.span.overlaps(told.span)]
            claim = max(touching, key=lambda claim: _shared(claim.span, told.span), default=None)
            where = f"{one.name}: {told.span.of(one.passage.text)!r}"
            _score_source(total, where, told, claim)
            _score_basis(total, where, told, claim)
    return total


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _score_source(total: Score, where: str, told: Told, claim: Claim | None) -> None:
    right = claim is not None and told.is_by(claim) and claim.stance is told.stance
    total.count(right, "source", f"source when {told.stance or 'the article speaks'}")
    if claim is None:
        total.unread += 1
        total.faults.append(f"{where} was not read")
    elif not right:
        said = (claim.speaker.name if claim.speaker else None, claim.stance and claim.stance.value)
        wanted = (told.speaker, told.stance and told.stance.value)
        total.faults.append(f"{where} is by {wanted}, read as {said}")
        if told.stance is Stance.DENIES and claim.stance in _SUPPORT:
            total.denials_as_support.append(where)


def _score_basis(total: Score, where: str, told: Told, claim: Claim | None) -> None:
    for name, wanted in told.basis.items():
        said = claim.basis.value(name) if claim else None
        right = said is not None and _means(name, wanted, said)
        total.count(right, "basis", f"basis {name}")
        if claim and not right:
            total.faults.append(f"{where} has {name} {wanted!r}, read as {said!r}")
    if claim:
        stated = dict(claim.basis.stated())
        total.faults += [
            f"{where} has no {name} told, read as {said.value!r}"
            for name, said in stated.items()
            if name not in told.basis
        ]


def _means(name: str, wanted: str, said: str) -> bool:
    """Whether two values of a field are one: equal, or for fields in words one with a word of weight in common."""
    if name not in _IN_WORDS:
        return wanted == said
    return bool((set(_words(wanted)) & set(_words(said))) - _SMALL_WORDS)


def scored(*paths: Path) -> Score:
    """How the whole extraction does on files of told figures."""
    return score((one, pipeline.read(one.passage)) for path in paths for one in texts(path))


def main(paths: Sequence[str]) -> None:
    """Print what is right in the files, and every fault."""
    sys.stdout.write(f"{scored(*map(Path, paths)).table()}\n")


if __name__ == "__main__":
    main(sys.argv[1:])

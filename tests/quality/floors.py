"""The quality that is reached on every set of told figures, and the floors (floors.toml) that it may not go below.

`python -m tests.quality.floors` raises each floor to what is reached now, cut to the hundredth, and takes in
sets that have none; it lowers nothing. New texts that are not yet read well are a set of their own.
"""

import math
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.extraction import json_lines
from tests.quality import attributed_figures, marked_passages

Floors = Mapping[str, Mapping[str, tuple[float, ...]]]
"""By set and row (a kind of figure, or what is looked at) either precision, recall and F1, or one share."""

HERE = Path(__file__).parent
FILE = HERE / "floors.toml"
PASSAGES, TOLD = ("date_passages", "passages"), ("speakers", "sources")
"""The project's own sets: texts with every figure marked, and figures with their source."""

FOLDER = HERE.parents[2] / "shared" / "gold"
SHARED = ("date_forms", "dev_passages", "probes", "recognizers", "seed_articles", "war_histories")
"""Measuring data that does not come with the project, with a scorer of its own."""

_ROW = re.compile(r"^(\w+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([1-9]\d*)\s+\d+$", re.MULTILINE)
_SHARE = re.compile(r"^(qualifier|per)\s+([\d.]+) of figures found$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """What a reading of one set has right, and a line for each fault."""

    shares: Mapping[str, tuple[float, ...]]
    faults: str

    def below(self, floors: Mapping[str, tuple[float, ...]]) -> str:
        """The rows that do not come up to their floor, with all faults; empty if there are none."""
        short = [
            f"{row}: reached {_listed(self.shares[row])}, floor {_listed(floor)}"
            for row, floor in floors.items()
            if any(now < least for now, least in zip(self.shares[row], floor, strict=True))
        ]
        return "\n".join((*short, self.faults)) if short else ""


def sets() -> dict[str, Callable[[], Reached]]:
    """The sets that are here by name, each with its measuring: the project's own, and the shared ones if present."""
    own = {name: partial(_passages, HERE / f"{name}.txt") for name in PASSAGES}
    told = {name: partial(_told, HERE / f"{name}.jsonl") for name in TOLD}
    paths = {name: FOLDER / f"{name}.jsonl" for name in SHARED}
    shared = {f"shared {name}": partial(_shared, path) for name, path in paths.items() if path.exists()}
    return {**own, **told, **shared}


def _passages(path: Path) -> Reached:
    score = marked_passages.scored(path)
    shares = {kind.value: (score.precision(kind), score.recall(kind), score.f1(kind)) for kind in sorted(score.wanted)}
    return Reached(shares=shares, faults="\n".join(score.faults))


def _told(path: Path) -> Reached:
    score = attributed_figures.scored(path)
    return Reached(shares={row: (score.share(row),) for row in ("source", "basis")}, faults=score.table())


def _shared(gold: Path) -> Reached:
    """What the set's own scorer prints."""
    with tempfile.TemporaryDirectory() as folder, gold.open(encoding="utf-8") as articles:
        said = Path(folder) / "said.jsonl"
        with said.open("w", encoding="utf-8") as out:
            out.writelines(f"{line}\n" for line, _ in json_lines.extract_lines(articles))
        command = [sys.executable, str(FOLDER / "score.py"), str(gold), str(said), "--errors"]
        table = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    shares = {kind: tuple(map(float, row)) for kind, *row, _ in _ROW.findall(table)}
    if "quantity" in shares:  # the other sets mark no qualifiers and rates
        shares |= {name: (float(share),) for name, share in _SHARE.findall(table)}
    return Reached(shares=shares, faults=table)


def parsed(text: str) -> Floors:
    """The floors that a file states."""
    return {name: {row: tuple(shares) for row, shares in rows.items()} for name, rows in tomllib.loads(text).items()}


def raised(floors: Floors, name: str, reached: Reached) -> Floors:
    """The floors with those of one set at what is reached, where that is higher."""
    old = floors.get(name, {})
    rows = {**old}
    for row, shares in reached.shares.items():
        now = tuple(math.floor(share * 100 + 1e-9) / 100 for share in shares)
        rows[row] = tuple(map(max, now, old[row])) if row in old else now
    return {**floors, name: rows}


def lowered(before: Floors, now: Floors) -> list[str]:
    """The floors that are gone or lower than before."""
    return [
        f"{name}, {row}: {_listed(floor)} became {_listed(now.get(name, {}).get(row, ()))}"
        for name, rows in before.items()
        for row, floor in rows.items()
        if any(new < old for old, new in zip(floor, now.get(name, {}).get(row, (-1.0,) * len(floor)), strict=True))
    ]


def _listed(shares: tuple[float, ...]) -> str:
    return " ".join(f"{share:.3f}" for share in shares) or "none"


def written(floors: Floors) -> str:
    """The file that states the floors."""
    lines = [
        "# What is reached at the least: precision, recall and F1 of a kind of figure, or one share of what is right.",
        "# Never lowered; `python -m tests.quality.floors` raises them to what is reached, cut to the hundredth.",
    ]
    for name, rows in floors.items():
        lines += ["", f'["{name}"]']
        lines += [f"{row} = [{', '.join(f'{share:.2f}' for share in shares)}]" for row, shares in rows.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Raise the floors, and say which sets are below theirs."""
    floors = parsed(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    for name, measure in sets().items():
        reached = measure()
        if below := reached.below(floors.get(name, {})):
            sys.stdout.write(f"{name} is below its floors:\n{below}\n")
        floors = raised(floors, name, reached)
    FILE.write_text(written(floors), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

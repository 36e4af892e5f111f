"""versions: the versions of an article and what each did with the figures of the one before; a topic's changed ones."""

import argparse
from collections.abc import Sequence
from contextlib import closing
from itertools import pairwise

from app.cli import printing
from app.cli.project import topic_id
from app.cli.rooms import Rooms
from app.domain.claim import ClaimRecord
from app.domain.version import Fate, Passage, Point
from app.domain.wording import counted
from app.services.articles.origin_records import drift_json, versions_json
from app.services.articles.versions import Difference, Drift


def versions(options: argparse.Namespace, rooms: Rooms) -> int:
    """List the versions of an article and the figures that differ, or a topic's figures that later versions changed."""
    with closing(rooms.open(options.project)) as desk:
        if options.topic is not None:
            _print_drift(desk.versions.drift(topic_id(desk, options.topic)), as_json=options.json)
            return 0
        found = desk.versions.of(options.article)
        differences = [desk.versions.difference(old.article_id, new.article_id) for old, new in pairwise(found)]
    if options.json:
        printing.record(versions_json(found, differences))
        return 0
    printing.table(
        [
            [
                f"version {one.number}",
                one.article_id,
                one.published or "no date",
                one.captured_at,
                counted(one.claims, "claim"),
            ]
            for one in found
        ]
    )
    for difference in differences:
        _print(difference)
    return 0


def _print_drift(drifted: Sequence[Drift], *, as_json: bool) -> None:
    """A JSON line a figure, or a block a figure in which each version that printed it has a row."""
    for drift in drifted:
        if as_json:
            printing.record(drift_json(drift))
            continue
        printing.say(drift.points[0].title)
        printing.table([_drift_cells(point) for point in drift.points], indent="  ")
    if not as_json:
        printing.say(f"{counted(len(drifted), 'figure')} that a later version changed or dropped")


def _drift_cells(point: Point) -> list[str]:
    return [
        f"version {point.version}",
        point.outlet or "-",
        point.published or "no date",
        point.claim.claim.surface,
        f"{point.fate.value} in the next version" if point.fate else "the latest",
    ]


def _print(difference: Difference) -> None:
    counts = ", ".join(f"{difference.count(fate)} {fate.value}" for fate in Fate if difference.count(fate))
    printing.say("")
    printing.say(f"Version {difference.old.version} to {difference.new.version}: {counts or 'no figures'}")
    printing.table([_cells(difference, one) for one in difference.passages], indent="  ")


def _cells(difference: Difference, passage: Passage) -> list[str]:
    shown = passage.new or passage.old
    kept = difference.new if passage.new else difference.old
    return [
        "other words" if passage.fate is Fate.CHANGED and passage.same_figure else passage.fate.value,
        _surface(passage.old),
        _surface(passage.new),
        shown.claim.sentence.of(kept.article.text) if shown else "",
    ]


def _surface(record: ClaimRecord | None) -> str:
    return record.claim.surface if record else "-"

"""compare and export: a topic's figures side by side, and the project as CSV."""

import argparse
from contextlib import closing

from app.cli import printing
from app.cli.project import topic_id
from app.cli.rooms import Rooms
from app.domain.resolution import Resolution
from app.domain.wording import counted
from app.services.records import comparison_json
from app.services.topics import reach
from app.services.topics.comparing import Comparison, Row

MARKS = {
    "agree": "=",
    "compatible": "≈",
    "differs_by_basis": "~",
    "conflict": "≠",
    "superseded": "↻",
    "not_comparable": "-",
}


def compare(options: argparse.Namespace, rooms: Rooms) -> int:
    """Print the comparison of a topic."""
    with closing(rooms.open(options.project)) as desk:
        comparison = desk.comparing.compare(topic_id(desk, options.topic), options.pin)
        settled = desk.resolving.of(comparison.topic.topic_id)
    if options.json:
        printing.record(comparison_json(comparison, settled))
    else:
        print_comparison(comparison, settled)
    return 0


def print_comparison(comparison: Comparison, settled: Resolution | None = None) -> None:
    """The comparison as words: the worst verdict first, what was settled, then the rows by basis."""
    bases = f"{len(comparison.groups)} {'basis' if len(comparison.groups) == 1 else 'bases'}"
    printing.say(
        f"{comparison.topic.name}: {counted(len(comparison.rows), 'figure')} on {bases}, "
        f"{reach.said(comparison.articles, comparison.comments)}, {counted(comparison.origins, 'independent origin')}"
    )
    if comparison.headline is not None:
        printing.say("")
        printing.say(comparison.headline.sentence)
        if comparison.headline.question:
            printing.say(f"What would settle it: {comparison.headline.question}")
    if settled is not None:
        printing.say("")
        signed = ", ".join(filter(None, (settled.author, settled.at[:10])))
        printing.say(f"Settled: we use {settled.figure or 'none'}, because {settled.because.rstrip('.')}. ({signed})")
    for group in comparison.groups:
        printing.say("")
        printing.say(group.label.kind + (f" ({group.label.detail})" if group.label.detail else ""))
        printing.table([_cells(row) for row in group.rows], indent="  ")
        for measure in group.measures:
            if measure.compares:
                printing.say(f"  {measure.said}")


def _cells(row: Row) -> list[str]:
    if row.judgement is None:
        verdict = "reference"
        said = "the others are set against this one"
    else:
        verdict = f"{MARKS[row.judgement.verdict]} {row.judgement.verdict.value}"
        said = row.judgement.sentence
    printed = f"{reach.said(row.articles, row.comments)}, {counted(row.origins, 'origin')}"
    day = (row.first.published or "no date")[:10]
    return [row.figure, row.interval_text, printing.name(row.speaker), day, printed, verdict, said]


def export(options: argparse.Namespace, rooms: Rooms) -> int:
    """Write the project as CSV."""
    with closing(rooms.open(options.project)) as desk:
        comparisons = desk.comparing.all()
        files = desk.exporting.everything(options.out, comparisons, preset=options.preset)
    if options.json:
        printing.record({"files": [str(file) for file in files]})
    else:
        for file in files:
            printing.say(str(file))
    return 0

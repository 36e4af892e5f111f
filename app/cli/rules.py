"""rules: the tables behind every verdict."""

import argparse

from app.cli import printing
from app.cli.rooms import Rooms
from app.services import rules


def show(options: argparse.Namespace, _rooms: Rooms) -> int:
    """Print what written numbers can mean, and what each reason code means."""
    if options.json:
        found = {
            "widths": [dict(zip(("words", "core", "halo"), row, strict=True)) for row in rules.widths()],
            "reasons": dict(rules.reasons()),
        }
        printing.record(found)
        return 0
    for written, *meant in rules.widths():
        printing.say_wrapped(written)
        for heading, width in zip(rules.WIDTH_HEADINGS[1:], meant, strict=True):
            printing.say_wrapped(f"{heading}: {width}", indent="    ")
    print()
    printing.table([rules.REASON_HEADINGS, *rules.reasons()])
    return 0

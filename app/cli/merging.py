"""merge: what another project holds, brought into this one."""

import argparse
import dataclasses
from collections.abc import Set
from contextlib import closing

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.domain.merging import Choices, Merger, Side


def merge(options: argparse.Namespace, rooms: Rooms) -> int:
    """Merge, or with --preview say what would come of it."""
    each = dict.fromkeys(options.ours, Side.OURS) | dict.fromkeys(options.theirs, Side.THEIRS)
    rest = None if options.take == "later" else Side(options.take)
    choices = Choices(rest=rest, each=each)
    with closing(rooms.open(options.project)) as desk:
        if options.preview or each:
            merger = desk.merging.look(options.other, choices, _say_how_far)
            _refuse_unknown(each.keys() - {one.ident for one in merger.conflicts})
        if not options.preview:
            merger, _ = desk.merging.merge(options.other, choices, _say_how_far)
    printing.progress_done()
    if options.json:
        printing.record(dataclasses.asdict(merger) | {"merged": not options.preview})
    else:
        _say(merger, preview=options.preview)
    return 0


def _say_how_far(looked_at: int, rows: int) -> None:
    printing.progress(f"{looked_at:,} of {rows:,} rows")


def _refuse_unknown(idents: Set[str]) -> None:
    if idents:
        raise UserError(
            f"There is no conflict {min(idents)}; nothing was changed: --preview prints those that there are.",
            reason="no-conflict",
        )


def _say(merger: Merger, *, preview: bool) -> None:
    columns = ("new", "changed", "removed", "kept", "equal")
    told = [
        [table.replace("_", " "), *(f"{getattr(one, name):,}" for name in columns), "; ".join(one.names[:5])]
        for table, one in merger.arrivals.items()
        if any(getattr(one, name) for name in columns)
    ]
    printing.table([["", *columns, ""], *told])
    for one in merger.conflicts:
        printing.say(
            f"{one.subject}, {one.what}: ours {one.ours} ({one.ours_at or 'no time'}), theirs {one.theirs} "
            f"({one.theirs_at or 'no time'}); {one.taken.value} holds [{one.ident}]"
        )
    for words in merger.left:
        printing.say(f"{words} was taken away there and stays here.")
    printing.say("Nothing was changed: this was a preview." if preview else f"{merger.name} is merged.")

"""log, verify, backup and restore: what was done to a project, whether it is whole, and copies of it."""

import argparse
import dataclasses
from contextlib import closing
from pathlib import Path
from typing import Any

from app.cli import printing
from app.cli.rooms import Rooms
from app.domain.errors import UserError
from app.domain.history import Backup, Counts, Part
from app.domain.wording import counted
from app.services.project import verifying
from app.services.project.backups import folder, of_damaged, restore as put_back

HARMED = ("corrupt", "foreign")
"""Reasons for which a project cannot be worked on, and is saved as far as it can be read."""


def log(options: argparse.Namespace, rooms: Rooms) -> int:
    """Print the log: a line an entry, JSON lines, or CSV."""
    with closing(rooms.open(options.project)) as desk:
        entries = desk.history.log()
        if options.csv:
            printing.line(desk.exporting.log(entries).removesuffix("\n"))
            return 0
    if options.json:
        for entry in entries:
            printing.record(dataclasses.asdict(entry))
        return 0
    printing.table(
        [[str(entry.number), entry.at, entry.who, entry.deed, entry.hash[:12], entry.words] for entry in entries]
    )
    return 0


def verify(options: argparse.Namespace, _: Rooms) -> int:
    """Say what is wrong with a project, and mend it. Exit status 0 where nothing is wrong any more, else 1."""
    path: Path = options.project
    try:
        found = verifying.verify(path)
    except UserError as error:
        if error.reason not in HARMED or not options.repair:
            raise
        return _salvage(path, str(error), as_json=options.json)
    if any(not finding.mendable and finding.part == "file" for finding in found) and options.repair:
        return _salvage(path, found[0].sentence, as_json=options.json)
    told: dict[str, Any] = {"findings": [dataclasses.asdict(finding) for finding in found], "backup": None}
    left = found
    if options.repair and any(finding.mendable for finding in found):
        repaired = verifying.repair(path, folder())
        left = repaired.left
        told |= {"backup": str(repaired.backup), "left": [dataclasses.asdict(finding) for finding in left]}
    if options.json:
        printing.record(told)
        return 1 if left else 0
    for finding in found:
        printing.say(f"{'mended' if finding not in left else 'wrong'}: {finding.sentence}")
    if told["backup"]:
        printing.say(f"A copy of the project as it was is in {told['backup']}.")
    if not found:
        looked_at = ", ".join(part.value for part in Part)
        printing.say(f"{path.name} is whole: {looked_at}.")
    return 1 if left else 0


def _salvage(path: Path, why: str, *, as_json: bool) -> int:
    saved = verifying.unused_name(path)
    counts = verifying.salvage(path, saved)
    if as_json:
        told = {"findings": [{"part": "file", "sentence": why, "mendable": False}], "saved": str(saved)}
        printing.record(told | dataclasses.asdict(counts))
        return 1
    printing.say(f"wrong: {why}")
    printing.say(f"Saved into {saved}: {_said(counts)}. The damaged file was left as it is.")
    return 1


def backup(options: argparse.Namespace, rooms: Rooms) -> int:
    """Make a copy among the project's backups or in a file of its own, or list the backups."""
    with closing(rooms.open(options.project)) as desk:
        if options.to is not None:
            if options.to.exists():
                raise UserError(
                    f"{options.to.name} is there already and was left as it is: choose another name.", reason="exists"
                )
            desk.backups.save_copy(options.to)
            printing.say(f"A copy is in {options.to}.")
            return 0
        if options.list:
            _list(desk.backups.made(), as_json=options.json)
            return 0
        made = desk.backups.make()
    printing.say(f"A copy is in {made.path}." if made else "Nothing was done since the last backup.")
    return 0


def restore(options: argparse.Namespace, rooms: Rooms) -> int:
    """Put a backup in the project's place: its number in the list, or a file; without one, list them."""
    path: Path = options.project
    place, known = _backups_of(path, rooms)
    if options.backup is None:
        _list(known, as_json=options.json)
        return 0
    chosen = Path(options.backup)
    if options.backup.isdecimal():
        if not 1 <= int(options.backup) <= len(known):
            raise UserError(
                f"There is no backup {options.backup}, of {len(known)}; nothing was changed. "
                "“restore” without a number lists them.",
                reason="no-backup",
            )
        chosen = known[int(options.backup) - 1].path
    aside = put_back(path, chosen, place)
    printing.say(f"{path.name} is as it was in {chosen.name}." + (f" What was there is in {aside}." if aside else ""))
    return 0


def _backups_of(path: Path, rooms: Rooms) -> tuple[Path, list[Backup]]:
    """The folder of a project's backups and what is in it."""
    try:
        with closing(rooms.open(path)) as desk:
            if desk.rescue is None:
                return desk.backups.place or folder(), desk.backups.made()
    except UserError as error:
        if error.reason not in HARMED:
            raise
    return of_damaged(path)


def _list(known: list[Backup], *, as_json: bool) -> None:
    numbered = list(enumerate(known, 1))
    if as_json:
        for number, one in numbered:
            told = {"number": number, "path": str(one.path), "at": one.at}
            printing.record(told | dataclasses.asdict(one.counts))
        return
    printing.table([[str(number), one.at, _said(one.counts), str(one.path)] for number, one in numbered])
    if not known:
        printing.complain("there is no backup of this project yet.")


def _said(counts: Counts) -> str:
    return f"{counted(counts.articles, 'article')}, {counted(counts.claims, 'claim')}, {counts.decided:,} decided"

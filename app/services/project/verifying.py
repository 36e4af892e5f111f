"""Whether a project is whole, and mending what can be mended without losing anything."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.comparison.topics import measured_range
from app.domain import wording
from app.domain.errors import UserError
from app.domain.history import Counts, Damage, Part
from app.services.disputes import Disputes
from app.store.damage import verifying
from app.store.file import backups, faults, file_format, opening
from app.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What a repair came to: the copy made before, and what is still wrong."""

    backup: Path
    left: list[Damage]


def verify(path: Path) -> list[Damage]:
    """Everything that is wrong with a project; a `UserError` where it cannot be opened at all."""
    if opening.schema_of(path) < file_format.SCHEMA:
        raise UserError(
            f"{path.name} is of an earlier version and was left as it is: open it once, which brings it up to date "
            "after a copy was made, then verify it again.",
            reason="old",
        )
    found = verifying.findings(path)
    if any(finding.part in (Part.FILE, Part.SCHEMA, Part.VALUES) for finding in found):
        return found  # what claims measure is read from all of it
    with closing(Project.open(path)) as project, project.reading() as store:
        wrong = store.disputes.mismeasured(measured_range.of)
    if wrong:
        found.append(
            Damage(
                part=Part.DISPUTES,
                sentence=f"What the figures of {wording.counted(wrong, 'claim')} can mean is kept wrongly: claims and "
                "decisions are safe, and it can be worked out again.",
                mendable=True,
            )
        )
    return found


def repair(path: Path, place: Path) -> Repair:
    """Make again what follows from the rest, after a copy went into this project's folder below `place`."""
    with closing(Project.open(path)) as project:
        if project.read_only:
            raise faults.reading_only(path, project.read_only)
        copy = backups.make(path, place / project.project_id, always=True)
        assert copy is not None
        if unread := verifying.unreadable_values(path):
            with project.writing("set aside") as store:
                store.set_aside(unread)
        verifying.mend(path)
        if not all(one.is_mendable for one in unread):
            return Repair(backup=copy.path, left=verifying.findings(path))
        Disputes(project).measure()
    return Repair(backup=copy.path, left=verify(path))


def salvage(path: Path, saved: Path) -> Counts:
    """Save what can still be read of a damaged project into a new one, and say how much that is."""
    from app.store.damage import salvaging  # brings Alembic, which is heavy

    return salvaging.salvage(path, saved)


def unused_name(path: Path) -> Path:
    """A name beside a damaged project for what is saved of it."""
    saved, number = path.with_name(f"{path.stem} (saved){path.suffix}"), 1
    while saved.exists():
        number += 1
        saved = path.with_name(f"{path.stem} (saved {number}){path.suffix}")
    return saved

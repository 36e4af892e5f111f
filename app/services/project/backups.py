"""Copies of one project outside its folder, and putting one back."""

from pathlib import Path

from app.domain.errors import UserError
from app.domain.history import Backup, Counts
from app.store.file import backups, cloud, opening
from app.store.file.backups import folder
from app.store.project import Project

__all__ = ["Backups", "folder", "of_damaged", "restore"]


class Backups:
    """The copies of one open project, in a folder of its own below `place`; without a place none are made."""

    def __init__(self, project: Project, place: Path | None) -> None:
        self._project = project
        self._place = None if place is None else place / project.project_id

    @property
    def place(self) -> Path | None:
        """The folder that holds the copies."""
        return self._place

    def make(self) -> Backup | None:
        """Make a copy if anything was done since the last; safe to call from any thread while work goes on."""
        if self._place is None or self._project.read_only:
            return None
        return backups.make(self._project.path, self._place)

    def made(self) -> list[Backup]:
        """The copies, newest first."""
        return [] if self._place is None else list(backups.made(self._place))

    def now(self) -> Counts:
        """What the project holds now, to set a copy against."""
        return backups.counts(self._project.path)

    def cloud_service(self) -> str | None:
        """The cloud service that copies the project's folder, None where none is known to."""
        return cloud.service_of(self._project.path)

    def conflicts(self) -> list[Path]:
        """Copies of the project beside it that were made because two computers changed it at once."""
        return cloud.conflicts(self._project.path, self._project.project_id)

    def save_copy(self, path: Path) -> None:
        """Write the project as it is now into a file of its own; never over the project itself."""
        if path.exists() and path.samefile(self._project.path):
            raise UserError(
                f"{path.name} is the project itself, so no copy was made of it: choose another name.", reason="same"
            )
        backups.save_copy(self._project.path, path)


def of_damaged(path: Path) -> tuple[Path, list[Backup]]:
    """Where copies of a damaged project go and those that there are, newest first.

    Where it does not even say any more which project it is, those of all projects.
    """
    project_id = opening.project_id_of(path)
    if project_id is not None:
        place = folder() / project_id
        return place, list(backups.made(place))
    everything = (one for place in folder().glob("*/") for one in backups.made(place))
    return folder() / "damaged", sorted(everything, key=lambda one: one.at, reverse=True)


def restore(path: Path, backup: Path, place: Path) -> Path | None:
    """Put a copy in the place of a project that is closed; gives where the one that was there is kept now.

    `place` is the folder of that project's copies. None where there was nothing left to keep.
    """
    return backups.restore(path, backup, place)

"""A project that is damaged, or that holds what is not ours, is shown as far as it can be read and not touched."""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path

from app.domain.errors import UserError
from app.domain.history import Rescue
from app.services.disputes import Disputes
from app.store.project import Project

_WHY = {"corrupt": "It is damaged", "foreign": "It holds something that Counterclaim did not put there"}
"""By the reason for which a file is refused, what is said of it; others are refused for good."""


def opened(path: Path) -> Project:
    """Open a project, or what can be read of it in a copy, for reading only; a `UserError` where nothing can be."""
    try:
        return Project.open(path)
    except UserError as error:
        if error.reason not in _WHY:
            raise
        return _copied(path, error.reason)


def _copied(path: Path, reason: str) -> Project:
    """SQLite does not read past a broken page, so what there is is read row by row into a project of its own."""
    from app.store.damage import salvaging  # brings Alembic, which is heavy

    folder = Path(tempfile.mkdtemp(prefix="counterclaim-"))
    try:
        copy = folder / path.name
        rescue = Rescue(path=path.absolute(), reason=reason, counts=salvaging.salvage(path, copy))
        with closing(Project.open(copy, backups=folder)) as project:
            Disputes(project).measure()
        return Project.open_rescued(copy, rescue, _WHY[reason])
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise

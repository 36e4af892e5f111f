"""Folders that a cloud service copies behind one's back, and the conflicting copies that it leaves there."""

import re
from pathlib import Path

from app.store.file import opening

_SERVICES = (
    ("Dropbox", re.compile(r"dropbox\b.*", re.IGNORECASE)),
    ("OneDrive", re.compile(r"onedrive\b.*", re.IGNORECASE)),
    ("iCloud", re.compile(r"iCloud ?Drive.*|Mobile Documents|com~apple~CloudDocs", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive\b.*|My Drive", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud\b.*|owncloud\b.*", re.IGNORECASE)),
)
"""Names that these services give their folders, on the systems where they run."""
_MARKS = {".dropbox": "Dropbox", ".nextcloudsync.log": "Nextcloud", ".owncloudsync.log": "Nextcloud"}
"""Files by which they mark a folder of any other name."""
_CONFLICT = re.compile(
    r" \((?:.*\bconflicted copy\b.*|.*\bconflict\b.*|\d+)\)$| conflicted copy .*$|\.sync-conflict-.*$|-[\w.-]+$",
    re.IGNORECASE,
)
"""What is added to a name: Dropbox and Nextcloud in brackets, Google Drive a number, OneDrive the computer's name."""


def service_of(path: Path) -> str | None:
    """The cloud service that copies the folder of a project, None where none is known to."""
    for folder in path.resolve().parents:
        for name, written in _SERVICES:
            if written.fullmatch(folder.name):
                return name
        for mark, name in _MARKS.items():
            if (folder / mark).exists():
                return name
    return None


def conflicts(path: Path, project_id: str) -> list[Path]:
    """Copies of the project beside it that were made because two computers changed it at once."""
    beside = sorted(path.parent.glob(f"*{path.suffix}"))
    return [
        other
        for other in beside
        if other.stem.startswith(path.stem)
        and _CONFLICT.fullmatch(other.stem[len(path.stem) :])
        and opening.project_id_of(other) == project_id
    ]

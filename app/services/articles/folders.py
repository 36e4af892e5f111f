"""Folders that a person hands over: which files in them are to be read."""

import os
from collections.abc import Sequence
from pathlib import Path

from app.readers.choose import SUFFIXES

__all__ = ["SUFFIXES", "files_in", "is_folder"]


def files_in(paths: Sequence[Path]) -> list[Path]:
    """The files to read: those named, and in folders all below them whose suffix a reader knows, in order of name.

    What is named is kept whatever its suffix, and so is a folder that cannot be listed: its reader then says what is
    wrong with it. Below a folder, links to folders, hidden names and Word's marks of open documents are left out.
    """
    found: list[Path] = []
    for path in paths:
        found += sorted(_below(path)) if is_folder(path) else [path]
    return list(dict.fromkeys(found))


def _below(folder: Path) -> list[Path]:
    # One list instead of a call a level: folders can lie deeper than Python may call itself.
    found, waiting = [], [folder]
    while waiting:
        at = waiting.pop()
        try:
            with os.scandir(at) as entries:
                for entry in entries:
                    if entry.name.startswith((".", "~$")):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(at / entry.name)
                    elif Path(entry.name).suffix.lower() in SUFFIXES and not is_folder(at / entry.name):
                        found.append(at / entry.name)
        except OSError:
            found.append(at)
    return found


def is_folder(path: Path) -> bool:
    """Whether this is a folder; no for what cannot be looked at."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False

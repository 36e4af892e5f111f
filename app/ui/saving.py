"""Where an export goes: a name that every system takes, and that says what is in the file."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError

CSV = (".csv",)
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that Windows allows in no file name: https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""


def file_name(words: str, suffix: str = CSV[0]) -> str:
    """The words as the name of a file, of a CSV file if nothing else is said."""
    return (_REFUSED.sub("-", words).strip(" .") or "export") + suffix


_folder: Path | None = None


def folder() -> Path:
    """Where files go unless another place is chosen: where the last one went, at first among the documents."""
    return _folder or Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def remember(path: Path) -> None:
    """Suggest the folder of this file for the next."""
    global _folder
    _folder = path.parent


def ask(parent: QWidget, question: str, words: str, suffixes: Sequence[str] = CSV) -> Path | None:
    """Ask where to write a file, suggesting these words as its name; None where the person would not say.

    The suffix is added where none was typed; UserError if that makes the name of a file that is there, since the
    person was asked about another name.
    """
    kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes)
    suggested = folder() / file_name(words, suffixes[0])
    chosen, kind = QFileDialog.getSaveFileName(parent, question, str(suggested), kinds)
    if not chosen:
        return None
    path = Path(chosen)
    remember(path)
    if path.suffix.lower() in suffixes:
        return path
    suffix = next((one for one in suffixes if f"*{one}" in kind), suffixes[0])
    path = path.with_name(path.name + suffix)
    if path.exists():
        raise UserError(
            f"There is a file {path.name} already; nothing was written. Choose another name, or type {path.name} "
            "to replace it.",
            reason="exists",
        )
    return path

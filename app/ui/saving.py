"""Where an export goes: a name that every system takes, and that says what is in the file."""

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.errors import UserError

_SUFFIX = ".csv"
_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that Windows allows in no file name: https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""


def file_name(words: str) -> str:
    """The words as the name of a CSV file."""
    return (_REFUSED.sub("-", words).strip(" .") or "export") + _SUFFIX


def ask(parent: QWidget, question: str, words: str) -> Path | None:
    """Ask where to write a CSV file, suggesting these words as its name; None where the person would not say.

    `.csv` is added where it was not typed; UserError if that makes the name of a file that is there, since the person
    was asked about another name.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, question, file_name(words), "CSV (*.csv)")
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() == _SUFFIX:
        return path
    path = path.with_name(path.name + _SUFFIX)
    if path.exists():
        raise UserError(
            f"There is a file {path.name} already; nothing was written. Choose another name, or type {path.name} "
            "to replace it.",
            reason="exists",
        )
    return path

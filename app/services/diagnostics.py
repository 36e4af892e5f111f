"""What helps to find a fault and says nothing of what was read: versions, counts, the last lines of the log."""

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from app.store.file import file_format

if TYPE_CHECKING:
    from app.services.desk import Desk

LINES = 60
"""How many lines of the log are told, the last ones."""
_QUOTED_PATH = re.compile(r'"[^"\n]*[\\/](?=[^"\\/\n]*")')
_PATH = re.compile(r"\S*[\\/](?=\S)")
_QUOTED = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|“[^”\n]*”")
_ADDRESS = re.compile(r"\S*[\\/]\S*")


def log_file() -> Path:
    """Where the program notes what went wrong."""
    return Path(platformdirs.user_log_dir("counterclaim", appauthor=False)) / "counterclaim.log"


def bare(message: str) -> str:
    """The message of a library without what it quotes and without addresses, either of which may be an article's."""
    return _ADDRESS.sub("…", _QUOTED.sub("“…”", message))


def told(version: str, desk: "Desk | None", window: Mapping[str, str]) -> str:
    """The diagnostics as lines of text, with what the window knows of itself; no path says more than a file's name."""
    import platform
    import sqlite3

    said = {
        "Counterclaim": version,
        "System": platform.platform(),
        "Python": platform.python_version(),
        "SQLite": sqlite3.sqlite_version,
        "Packed": "yes" if getattr(sys, "frozen", False) else "no",
        **window,
        **(_project(desk) if desk is not None else {"Project": "none is open"}),
    }
    lines = [f"{name}: {words}" for name, words in said.items()]
    return "\n".join([*lines, "", f"The last lines of {log_file().name}:", *_last_lines(), ""])


def _project(desk: "Desk") -> dict[str, str]:
    counts = desk.backups.now()
    return {
        "Schema": str(file_format.SCHEMA),
        "Articles": f"{counts.articles:,}",
        "Claims": f"{counts.claims:,}, {counts.decided:,} of them decided",
        "Acts": f"{counts.acts:,}",
        "Topics": f"{len(desk.grouping.topics()):,}",
        "Open for": "reading only" if desk.read_only else "writing",
        "Backups": f"{len(desk.backups.made()):,}",
    }


def _last_lines() -> list[str]:
    try:
        lines = log_file().read_text(encoding="utf-8", errors="replace").splitlines()[-LINES:]
    except OSError:
        return ["(there is none)"]
    return [_PATH.sub("", _QUOTED_PATH.sub('"', line)) for line in lines] or ["(it is empty)"]

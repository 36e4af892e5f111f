"""Writes the window's words into a translator's file, and what is translated there into the one that the program reads.

.venv/bin/python packaging/translations.py de

The .ts file is what Qt Linguist (pyside6-linguist) edits; words that the program no longer says are dropped from it.
"""

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_FOLDER = _ROOT / "resources" / "translations"


def main(codes: list[str]) -> None:
    """Bring the files of these languages ("de", "pt_BR") up to date, making them if need be."""
    if not codes:
        sys.exit("Name the language to translate to by its code, such as de or pt_BR.")
    _FOLDER.mkdir(exist_ok=True)
    sources = sorted((_ROOT / "app" / "ui").rglob("*.py"))
    for code in codes:
        written = _FOLDER / f"counterclaim_{code}.ts"
        _tool("lupdate", "-no-obsolete", "-locations", "none", *sources, "-ts", written)
        _tool("lrelease", written, "-qm", written.with_suffix(".qm"))


def _tool(name: str, *arguments: str | Path) -> None:
    program = Path(sys.executable).with_name(f"pyside6-{name}")
    if status := subprocess.run([program, *arguments], check=False).returncode:
        sys.exit(status)


if __name__ == "__main__":
    main(sys.argv[1:])

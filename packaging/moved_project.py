"""Whether a project moves between builds of the program: each opens what each made, and writes the same CSV."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Command = Sequence[str | Path]
_NAME = "Moved.counterclaim"


def compare(programs: Mapping[str, Command]) -> str:
    """Makes the sample with each program and exports it with every one; gives a sentence, or ends over a difference.

    Each works in a folder of its own and is given relative names only, so that Windows programs can be tried too.
    """
    with tempfile.TemporaryDirectory(prefix="counterclaim-moved-") as folder:
        for maker, make in programs.items():
            made = Path(folder, maker)
            _run(make, ["demo", "--headless", "--out", "."], made)
            project = next(made.glob("*.counterclaim"))
            exported = {
                reader: _export(read, project, Path(folder, f"{maker} by {reader}"))
                for reader, read in programs.items()
            }
            first, *others = exported.items()
            for reader, files in others:
                if files != first[1]:
                    sys.exit(f"A project made by {maker} gives other CSV in {reader} than in {first[0]}.")
    return f"projects moved between {', '.join(programs)}: the same bytes of CSV"


def _export(command: Command, project: Path, folder: Path) -> dict[str, str]:
    """The digest of each CSV file that a program writes of a copy of the project."""
    folder.mkdir()
    shutil.copyfile(project, folder / _NAME)
    _run(command, ["export", "--preset", "data", "--out", "csv", "--project", _NAME], folder)
    files = sorted((folder / "csv").glob("*.csv"))
    if not files:
        sys.exit(f"{command[0]} exported nothing.")
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def _run(command: Command, words: Sequence[str], folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    answer = subprocess.run(
        [*command, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if answer.returncode:
        sys.exit(f"{' '.join(map(str, [*command, *words]))} ended with {answer.returncode}:\n{answer.stderr[-2000:]}")

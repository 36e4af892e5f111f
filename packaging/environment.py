"""The project's own Python in .venv: made, filled from the lock, and known again by a stamp."""

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import quiet

# Settings of the caller that would make Python or pip look or write outside .venv.
FOREIGN = ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_REQUIRE_HASHES")


def clean_variables() -> dict[str, str]:
    """The caller's variables without those that reach past .venv."""
    return {name: value for name, value in os.environ.items() if name not in FOREIGN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """The .venv of the checkout at `root`; `windows` chooses the names of its folders and programs."""

    root: Path
    windows: bool = sys.platform == "win32"

    @property
    def folder(self) -> Path:
        """Where it lives."""
        return self.root / ".venv"

    @property
    def stamp(self) -> Path:
        """The file whose text says what was installed, and for which place."""
        return self.folder / "set-up.txt"

    @property
    def locks(self) -> tuple[Path, Path]:
        """What builds packages, and what the project and its tests import; in the order they are installed."""
        folder = self.root / "packaging" / "lock"
        return folder / "build.txt", folder / "project.txt"

    def program(self, name: str) -> Path:
        """A program inside, such as `python`, `ruff` or `counterclaim`."""
        return self.folder / "Scripts" / f"{name}.exe" if self.windows else self.folder / "bin" / name

    def contents(self) -> str:
        """What the stamp has to say for the present lock, pyproject, Python and place."""
        known = hashlib.sha256(f"Python {sys.version_info[0]}.{sys.version_info[1]}".encode())
        for file in (*self.locks, self.root / "pyproject.toml"):
            known.update(file.read_bytes())
        return f"{known.hexdigest()}\n{self.root}\n"

    def is_ready(self) -> bool:
        """Whether nothing has to be installed, judged by the stamp alone, so that repeats are quick."""
        return self.stamp.is_file() and self.stamp.read_text("utf-8") == self.contents()

    def fault(self) -> str:
        """Why the folder cannot be used as it is, as the rest of a sentence; empty if it can, or is not there."""
        if not self.folder.exists():
            return ""
        if self.stamp.is_file() and self.stamp.read_text("utf-8").splitlines()[1:] != [str(self.root)]:
            return "was made for another folder"
        ask = "import sys; print('%d.%d' % sys.version_info[:2])"
        try:
            answer = subprocess.run(
                [self.program("python"), "-c", ask], env=clean_variables(), capture_output=True, text=True, check=False
            )
        except OSError:
            return "has no Python that starts"
        if answer.returncode:
            return "has no Python that starts"
        here, there = f"{sys.version_info[0]}.{sys.version_info[1]}", answer.stdout.strip()
        return "" if here == there else f"belongs to Python {there} and this is {here}"

    def prepare(self) -> None:
        """Makes, repairs and fills the folder; does nothing when the stamp says all is there."""
        fault = self.fault()
        if not fault and self.is_ready():
            return
        if fault:
            print(f"{self.folder} {fault}; making it again.", flush=True)
            shutil.rmtree(self.folder)
        self.stamp.unlink(missing_ok=True)
        if not self.folder.exists() or not self._has_pip():
            self._create()
        self._fill()
        self.stamp.write_text(self.contents(), "utf-8")

    def pip(self, *arguments: str | Path) -> bool:
        """Runs the folder's pip; on failure shows its last lines and returns False."""
        options = ("-m", "pip", "--disable-pip-version-check", "--no-input")
        return quiet.run([self.program("python"), *options, *arguments], clean_variables())

    def _has_pip(self) -> bool:
        ask = "import importlib.util, sys; sys.exit(importlib.util.find_spec('pip') is None)"
        command: list[str | Path] = [self.program("python"), "-c", ask]
        return subprocess.run(command, env=clean_variables(), check=False).returncode == 0

    def _create(self) -> None:
        print(f"Making {self.folder} with Python {sys.version.split()[0]}.", flush=True)
        made = subprocess.run([sys.executable, "-m", "venv", self.folder], env=clean_variables(), check=False)
        if made.returncode:
            sys.exit(f"Python could not make {self.folder}; see above. Nothing else was changed.")

    def _fill(self) -> None:
        build, project = self.locks
        print("Installing the locked packages, about 130 MB the first time.", flush=True)
        # The builders come first and from the lock: an isolated build would fetch its own, which nobody checked.
        installed = (
            self.pip("install", "--require-hashes", "--requirement", build)
            and self.pip("install", "--require-hashes", "--no-build-isolation", "--requirement", project)
            and self.pip("install", "--no-build-isolation", "--no-deps", "--editable", self.root)
        )
        if not installed:
            sys.exit(
                "pip could not install the packages; its last lines are above. Check the network connection and the "
                "space on the disk, then run the same command again: it goes on from here."
            )

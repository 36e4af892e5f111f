"""The program as a shell sees it: real projects, real files, exit statuses and both streams."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command_line import command_line
from tests.support.new_projects import put_copy

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app import bootstrap, cli  # the platform has to be chosen before Qt is read

HARBOUR = (
    "Title: What the lease costs\nOutlet: Harbour Daily\nDate: 2025-05-23\n\n"
    "Britain will pay Mauritius £165m a year for the first three years and £120m a year after that.\n\n"
    "A further £45m a year goes to development projects in Mauritius. Officials say 4,000 people work there.\n"
)
GAZETTE = (
    "Title: A shorter term\nOutlet: Island Gazette\nDate: 2025-01-28\n\n"
    "The minister said that Mauritius could get nearly £200m a year, and the speaker put it at £100m a year.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The output as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Shell = Callable[..., Said]


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test works in a folder of its own, and leaves the user's data alone."""
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def shell(capfd: pytest.CaptureFixture[str]) -> Shell:
    """Run one command line in this process."""

    def run(*words: object) -> Said:
        capfd.readouterr()
        try:
            status = cli.run([str(word) for word in words], bootstrap.rooms())
        except SystemExit as end:
            status = int(end.code or 0)
        sys.stdout.flush()
        sys.stderr.flush()
        told = capfd.readouterr()
        return Said(status=status, out=told.out, err=told.err)

    return run


@pytest.fixture
def program() -> Callable[..., subprocess.CompletedProcess[bytes]]:
    """Run the program as a process of its own."""

    def run(*words: object, **more: Any) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            command_line(*words), capture_output="stdout" not in more, timeout=60, check=False, **more
        )

    return run


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two articles."""
    return _written(tmp_path / "articles")


@pytest.fixture
def project(tmp_path: Path, articles: Path) -> Path:
    """A project with two articles and a topic."""
    path = tmp_path / "lease.counterclaim"
    put_copy(path, _fill)
    return path


def _written(folder: Path) -> Path:
    folder.mkdir()
    (folder / "harbour.txt").write_text(HARBOUR, encoding="utf-8")
    (folder / "gazette.txt").write_text(GAZETTE, encoding="utf-8")
    return folder


def _fill(path: Path) -> None:
    articles = _written(path.parent / "articles")
    for command in (("import", articles), ("topics", "--add", "Payments to Mauritius", "--terms", "Mauritius")):
        assert cli.run([*map(str, command), "--project", str(path)], bootstrap.rooms()) == 0

"""One program writes to a project at a time, and says who it is; whoever comes second reads."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store.file import lock
from app.store.project import Project
from tests.store.harbour_articles import article

AT = "2026-02-14T09:30:00.000000Z"
HOLDS = """
import sys
from pathlib import Path
from app.store.project import Project
project = Project.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.readline()
project.close()
"""


@contextmanager
def another_program(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A second program that has the project open until its input ends."""
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == b"open\n"
        yield running
        running.communicate()


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with an article."""
    with closing(Project.create(path)) as project:
        write(project)
    return path


def write(project: Project) -> None:
    with project.writing("import") as store:
        store.articles.add(article(f"{time.monotonic_ns()}\n\nText"), captured_at=AT)


def count(project: Project) -> int:
    with project.reading() as store:
        return len(store.articles.ids())


def test_the_second_program_reads_and_is_told_who_writes(made: Path) -> None:
    with another_program(made) as running:
        with closing(Project.open(made)) as second:
            assert count(second) == 1
            assert f"process {running.pid}" in second.read_only
            assert socket.gethostname() in second.read_only
            with pytest.raises(UserError, match="open for reading only") as told:
                write(second)
            assert told.value.reason == "read-only"
        running.communicate()
        with closing(Project.open(made)) as third:
            assert third.read_only == ""
            write(third)
    assert [entry.name for entry in made.parent.iterdir()] == [made.name]


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a way to kill")
def test_a_lock_that_a_killed_program_left_holds_nobody_up(made: Path) -> None:
    with another_program(made) as running:
        running.kill()
        running.wait()
        assert lock.place_of(made).exists()
        with closing(Project.open(made)) as project:
            assert project.read_only == ""
            write(project)
    assert not lock.place_of(made).exists()


def left_behind(path: Path, host: str, age: float) -> None:
    """A lock file as another computer leaves it in a shared folder."""
    place = lock.place_of(path)
    place.write_text(json.dumps({"who": "Ada", "host": host, "pid": 7, "at": AT}))
    os.utime(place, (time.time() - age,) * 2)


def test_another_computers_lock_counts_until_it_is_old(made: Path) -> None:
    left_behind(made, "quay-2", 60)
    with closing(Project.open(made)) as project:
        assert "Ada works on it on quay-2" in project.read_only
    assert lock.place_of(made).exists()
    left_behind(made, "quay-2", lock.STALE + 60)
    with closing(Project.open(made)) as project:
        assert project.read_only == ""
    assert not lock.place_of(made).exists()


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]", b'{"who": 1}'])
def test_a_lock_file_that_says_nothing_is_taken(made: Path, content: bytes) -> None:
    lock.place_of(made).write_bytes(content)
    with closing(Project.open(made)) as project:
        assert project.read_only == ""


def test_one_program_may_open_a_project_twice(made: Path) -> None:
    with closing(Project.open(made)) as first:
        with closing(Project.open(made)) as second:
            write(second)
        write(first)
        assert count(first) == 3
    assert not lock.place_of(made).exists()


def test_whoever_lost_the_writers_place_does_not_write(made: Path) -> None:
    with closing(Project.open(made)) as project:
        lock.place_of(made).unlink()
        left_behind(made, "quay-2", 0)
        with pytest.raises(UserError) as told:
            write(project)
        assert told.value.reason == "taken-over"
        assert count(project) == 1
    assert "quay-2" in lock.place_of(made).read_text()


def test_a_holder_shows_that_it_is_alive(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "TOUCHED", -1.0)
    with closing(Project.open(made)) as project:
        place = lock.place_of(made)
        os.utime(place, (0, 0))
        write(project)
        assert place.stat().st_mtime > time.time() - lock.STALE


def test_an_old_project_that_another_program_holds_is_not_upgraded(made: Path, tmp_path: Path) -> None:
    old = Path(
        shutil.copy(Path(__file__).parents[1] / "old_projects" / "v1.counterclaim", tmp_path / "old.counterclaim")
    )
    before = old.read_bytes()
    left_behind(old, "quay-2", 0)
    with pytest.raises(UserError, match="Ada works on it") as told:
        Project.open(old, backups=tmp_path / "backups")
    assert told.value.reason == "read-only"
    assert old.read_bytes() == before

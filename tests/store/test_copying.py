"""Copies of an open project: of the file as it stands where SQLite keeps it still, else page by page."""

import os
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store.connecting import connect
from app.store.damage import verifying
from app.store.file import backups, copying
from app.store.project import Project
from tests.store.harbour_articles import article

AT = "2026-02-14T09:30:00.000000Z"
NEEDS_CP = pytest.mark.skipif(sys.platform == "win32", reason="a file is copied by the program itself there")


def add(project: Project, words: str) -> None:
    with project.writing("import") as store:
        store.articles.add(article(f"{words}\n\nText"), captured_at=AT)


def log_of(path: Path) -> int:
    """Bytes in the write-ahead log."""
    return path.with_name(f"{path.name}-wal").stat().st_size


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "copies" / "copy.counterclaim"


@pytest.fixture
def old_reader(project: Project, path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody who reads what the log held a while ago, and so keeps it from being emptied."""
    add(project, "before")
    assert log_of(path)
    with closing(connect(path, mode="ro")) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM article").fetchone()
        add(project, "since")
        yield reader


@pytest.fixture
def cp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where another `cp` may be put than the system's; it is missing at first."""
    monkeypatch.setattr(os, "defpath", str(tmp_path / "bin"))
    (tmp_path / "bin").mkdir()
    return tmp_path / "bin" / "cp"


def articles_in(path: Path) -> int:
    return backups.counts(path).articles


def assert_whole(copy: Path, articles: int) -> None:
    assert [entry.name for entry in copy.parent.iterdir()] == [copy.name]
    assert copy.read_bytes()[18:20] == b"\x01\x01"  # not in the mode of the write-ahead log
    assert verifying.findings(copy) == []
    assert articles_in(copy) == articles


def test_the_log_is_brought_into_the_file_which_then_stands_still(project: Project, path: Path, copy: Path) -> None:
    add(project, "before")
    with closing(connect(path)) as source:
        assert copying.begin(source)
        assert not log_of(path)
        before = path.read_bytes()
        for turn in range(60):
            add(project, f"since {turn}")
            with closing(connect(path)) as other:
                other.execute("PRAGMA wal_checkpoint(PASSIVE)")
        assert path.read_bytes() == before
        copy.parent.mkdir()
        copying.write(source, copy, at_once=True)
    assert_whole(copy, 1)
    assert articles_in(path) == 61


def test_a_log_that_somebody_reads_is_left_and_the_pages_are_copied(
    project: Project, path: Path, copy: Path, old_reader: sqlite3.Connection
) -> None:
    with closing(connect(path)) as source:
        assert not copying.begin(source)
    backups.save_copy(path, copy)
    assert_whole(copy, 2)
    old_reader.execute("ROLLBACK")
    with closing(connect(path)) as source:
        assert copying.begin(source)


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_the_log_of_a_project_opened_by_a_link_is_seen(
    path: Path, tmp_path: Path, copy: Path, old_reader: sqlite3.Connection
) -> None:
    link = tmp_path / "elsewhere" / "link.counterclaim"
    link.parent.mkdir()
    link.symlink_to(path)
    backups.save_copy(link, copy)
    assert_whole(copy, 2)


def test_nobody_waits_for_a_writer_nor_the_writer_for_a_copy(project: Project, path: Path, copy: Path) -> None:
    add(project, "before")
    words = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); c.execute('BEGIN IMMEDIATE');"
    held = f"{words} print('held', flush=True); input(); c.execute('ROLLBACK')"
    with subprocess.Popen(
        [sys.executable, "-c", held, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stdout.readline() == "held\n"
        start = time.monotonic()
        backups.save_copy(path, copy)
        assert time.monotonic() - start < 4
        writer.communicate("\n")
    assert_whole(copy, 1)
    with closing(connect(path)) as source:
        assert copying.begin(source)
        add(project, "meanwhile")


@pytest.mark.parametrize("does", [lambda path: backups.save_copy(path, path.with_name("copy")), Project.open])
def test_the_program_keeps_its_locks(project: Project, path: Path, does: Callable[[Path], Project | None]) -> None:
    add(project, "before")
    done = does(path)
    words = "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0).execute('PRAGMA journal_mode = DELETE')"
    other = subprocess.run([sys.executable, "-c", words, path], capture_output=True, text=True, check=False)
    assert "database is locked" in other.stderr
    add(project, "since")
    if done is not None:
        done.close()


def test_copies_are_whole_while_another_program_writes(path: Path, copy: Path) -> None:
    Project.create(path).close()
    words = (
        "import sys, pathlib, threading; from app.store.project import Project\n"
        "p = Project.open(pathlib.Path(sys.argv[1]))\n"
        "done = threading.Event(); threading.Thread(target=lambda: (input(), done.set())).start(); turn = 0\n"
        "while not done.is_set():\n"
        "    with p.writing('name') as store: store.topics.add(f'Topic {turn}')\n"
        "    turn += 1; print(turn, flush=True)\n"
        "p.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", words, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "1\n"
        try:
            for _ in range(5):
                backups.save_copy(path, copy)
                assert_whole(copy, 0)
        finally:
            said, _ = writer.communicate("\n")
    assert writer.returncode == 0
    assert len(said.split()) > 5
    assert verifying.findings(path) == []


def test_a_project_without_a_log_is_copied_as_a_file(path: Path, copy: Path) -> None:
    with closing(Project.create(path)) as project:
        add(project, "before")
    with closing(connect(path)) as source:
        assert copying.begin(source)
    backups.save_copy(path, copy)
    assert copy.read_bytes() == path.read_bytes()


@NEEDS_CP
@pytest.mark.parametrize(
    "script",
    [
        None,
        "exit 1",
        'head -c 5000 "$1" > "$2"; exit 1',
        'head -c 5000 "$1" > "$2"',
        'cat "$1" > "$2"; touch -d 2001-01-01 "$1"',
        "kill -9 $$",
    ],
)
def test_where_the_file_cannot_be_copied_whole_the_pages_are(
    project: Project, path: Path, copy: Path, cp: Path, script: str | None
) -> None:
    add(project, "before")
    if script is not None:
        cp.write_text(f"#!/bin/sh\nPATH={os.environ['PATH']}\n{script}\n")
        cp.chmod(0o755)
    backups.save_copy(path, copy)
    assert_whole(copy, 1)


def test_what_a_killed_program_left_of_a_copy_is_in_nobodys_way(project: Project, path: Path, copy: Path) -> None:
    add(project, "before")
    copy.parent.mkdir()
    for end in ("", "-wal", "-journal"):
        copy.with_name(f".{copy.name}.part{end}").write_bytes(b"half of something" * 1000)
    backups.save_copy(path, copy)
    assert_whole(copy, 1)


def test_the_copy_of_a_file_that_may_not_be_written_to_can_be(path: Path, copy: Path) -> None:
    Project.create(path).close()
    path.chmod(0o444)
    backups.save_copy(path, copy)
    assert stat.S_IMODE(copy.stat().st_mode) & stat.S_IWUSR


def test_a_torn_file_is_blamed_itself(path: Path, copy: Path) -> None:
    Project.create(path).close()
    torn = path.read_bytes()[: 3 * 4096]
    path.write_bytes(torn)
    with pytest.raises(UserError) as told:
        backups.save_copy(path, copy)
    assert told.value.reason == "corrupt"
    assert path.read_bytes() == torn

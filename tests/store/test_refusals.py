"""A file that cannot be opened is refused in one sentence, and left as it was."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store import connecting
from app.store.project import Project
from tests.store.refusal import refused


def test_a_missing_file_is_refused(path: Path) -> None:
    assert refused(path).reason == "missing"
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"A text about harbours.\n", b"%PDF-1.7 ...", b"SQLite", b"\x00" * 5000])
def test_a_file_that_is_something_else_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(path).reason == "not-a-project"


def test_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert refused(path).reason == "not-a-project"


def test_another_programs_database_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
    assert refused(path).reason == "not-a-project"


@pytest.mark.parametrize("kept", [50, 100, 4096, 20000, -4096, -1])
def test_a_truncated_project_is_refused(made: Path, kept: int) -> None:
    made.write_bytes(made.read_bytes()[:kept])
    assert refused(made).reason == "corrupt"


def test_a_project_with_a_page_overwritten_is_refused(made: Path) -> None:
    content = bytearray(made.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for page in range(3, 9):
        content[page * size : page * size + 200] = b"\xa5" * 200
    made.write_bytes(content)
    assert refused(made).reason == "corrupt"


def test_a_project_that_never_got_a_schema_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {int.from_bytes(b'CCLM', 'big')}")
        other.execute("CREATE TABLE half (made)")
    assert refused(path).reason == "corrupt"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 1")
    assert refused(path).reason == "corrupt"


def test_a_project_without_its_card_is_refused(made: Path) -> None:
    with closing(sqlite3.connect(made)) as other:
        other.execute("DELETE FROM project")
        other.commit()
    assert refused(made).reason == "corrupt"


def test_a_newer_project_names_the_version_it_needs(made: Path) -> None:
    with closing(sqlite3.connect(made)) as other:
        other.execute("UPDATE project SET needs = '7.1.0'")
        other.execute("PRAGMA user_version = 99")
        other.commit()
    error = refused(made)
    assert error.reason == "newer"
    assert "version 7.1.0" in str(error)


def test_a_newer_project_that_does_not_say_what_it_needs(made: Path) -> None:
    with closing(sqlite3.connect(made)) as other:
        other.execute("DROP TABLE project")
        other.execute("PRAGMA user_version = 99")
    assert "the newest version" in str(refused(made))


def test_a_newer_header_in_the_log_beside_the_file_is_refused(made: Path) -> None:
    other = sqlite3.connect(made)
    other.execute("PRAGMA journal_mode = WAL")
    other.execute("PRAGMA user_version = 99")
    copy = made.with_name("copy.counterclaim")
    for suffix in ("", "-wal"):
        shutil.copy(f"{made}{suffix}", f"{copy}{suffix}")
    other.close()
    with pytest.raises(UserError) as told:
        Project.open(copy)
    assert told.value.reason == "newer"


def test_a_project_that_another_program_holds_is_refused_until_it_is_free(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
    with closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(made).reason == "locked"
        other.execute("ROLLBACK")
    Project.open(made).close()

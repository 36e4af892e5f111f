"""What goes wrong outside the program is told in one sentence, and the file is left as it was."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from invented import article, harbour_claims
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.store import connecting
from app.store.project import Project

AT = "2026-02-14T09:30:00.000000Z"
NOBODY = 65534


def fill(project: Project, articles: int = 1) -> None:
    with project.writing("import") as store:
        for number in range(articles):
            record = store.articles.add(article(captured(number)), captured_at=AT)
            store.claims.add(record.article_id, [])


def captured(number: int) -> str:
    return f"Title {number}\n\n" + f"The harbour of island {number} has a keeper. " * 40


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with something in it."""
    with closing(Project.create(path)) as project:
        fill(project, 20)
        with project.writing("import") as store:
            record = store.articles.add(article(), captured_at=AT)
            store.claims.add(record.article_id, harbour_claims())
    return path


def refused(path: Path) -> UserError:
    """What opening is refused with; the sentence names the file, and nothing beside it is left behind."""
    before = path.read_bytes() if path.is_file() else None
    beside = {entry.name for entry in path.parent.iterdir()} if path.parent.is_dir() else set()
    with pytest.raises(UserError) as told:
        Project.open(path)
    if before is not None:
        assert path.read_bytes() == before
    if path.parent.is_dir():
        assert {entry.name for entry in path.parent.iterdir()} == beside
    sentence = str(told.value)
    assert path.name in sentence
    assert sentence.endswith(".")
    assert sentence.count(". ") == 0
    return told.value


def test_a_missing_file(path: Path) -> None:
    assert refused(path).reason == "missing"
    assert not path.exists()


@pytest.mark.parametrize("content", [b"", b"A text about harbours.\n", b"%PDF-1.7 ...", b"SQLite", b"\x00" * 5000])
def test_a_file_that_is_something_else(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refused(path).reason == "not-a-project"


def test_a_folder(path: Path) -> None:
    path.mkdir()
    assert refused(path).reason == "not-a-project"


def test_another_programs_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE notes (text)")
    assert refused(path).reason == "not-a-project"


@pytest.mark.parametrize("kept", [50, 100, 4096, 20000, -4096, -1])
def test_a_truncated_project(made: Path, kept: int) -> None:
    made.write_bytes(made.read_bytes()[:kept])
    assert refused(made).reason == "corrupt"


def test_a_project_with_a_page_overwritten(made: Path) -> None:
    content = bytearray(made.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for page in range(3, 9):
        content[page * size : page * size + 200] = b"\xa5" * 200
    made.write_bytes(content)
    assert refused(made).reason == "corrupt"


def test_a_project_that_never_got_a_schema(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA application_id = {int.from_bytes(b'CCLM', 'big')}")
        other.execute("CREATE TABLE half (made)")
    assert refused(path).reason == "corrupt"
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA user_version = 1")
    assert refused(path).reason == "corrupt"


def test_a_project_without_its_card(made: Path) -> None:
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


def test_a_newer_header_in_the_log_beside_the_file(made: Path) -> None:
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


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long for a lock in a test."""
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)


@pytest.mark.usefixtures("impatient")
def test_a_project_that_another_program_holds(made: Path) -> None:
    with closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert refused(made).reason == "locked"
        other.execute("ROLLBACK")
    Project.open(made).close()


def test_a_project_that_is_locked_for_longer_than_anybody_waits(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The wait itself is SQLite's: what is asked of it is held here, and the same is then seen with a short one.
    with closing(Project.open(made)) as project, project._engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA busy_timeout").scalar() == 5000
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.05)
    with closing(Project.open(made)) as project, closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for write in (lambda: fill(project), project.undo, project.redo):
            with pytest.raises(UserError) as told:
                write()
            assert str(told.value) == (
                f"Another program is using {made.name}, so nothing was changed now; what was saved before is safe: "
                "close it there or wait a moment, then try again."
            )
        other.execute("ROLLBACK")
        assert project.undo().act == "import"


@pytest.mark.usefixtures("impatient")
def test_a_write_while_another_program_writes_can_be_repeated(made: Path) -> None:
    with closing(Project.open(made)) as project, closing(sqlite3.connect(made, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UserError) as told:
            fill(project)
        assert told.value.reason == "locked"
        with project.reading() as store:
            assert len(store.articles.ids()) == 21
        other.execute("ROLLBACK")
        with project.writing("again") as store:
            store.topics.add("Harbour")


@contextlib.contextmanager
def as_nobody() -> Iterator[None]:
    """Without root's right to write everywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared(made: Path) -> Iterator[Path]:
    """The project in a folder that everybody may enter."""
    opened = [folder for folder in made.parents if folder.owner() == Path("/tmp").owner() and folder != Path("/")]
    modes = [(folder, folder.stat().st_mode) for folder in opened if folder != Path("/tmp")]
    for folder, _ in modes:
        folder.chmod(0o755)
    yield made
    for folder, mode in modes:
        folder.chmod(mode)


def reads_and_refuses_to_write(path: Path) -> None:
    """Opened where nothing can be written, a project shows what it holds, says why, and is left as it is."""
    before = path.read_bytes()
    beside = {entry.name for entry in path.parent.iterdir()}
    with closing(Project.open(path)) as project:
        assert project.read_only
        with project.reading() as store:
            assert len(store.articles.ids()) == 21
        for write in (lambda: fill(project), project.undo, project.redo):
            with pytest.raises(UserError) as told:
                write()
            assert told.value.reason == "read-only"
            assert "save a copy" in str(told.value)
    assert path.read_bytes() == before
    assert {entry.name for entry in path.parent.iterdir()} == beside


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs file modes")
def test_a_read_only_file_opens_for_reading(shared: Path) -> None:
    shared.chmod(0o444)
    with as_nobody():
        reads_and_refuses_to_write(shared)
    shared.chmod(0o000)
    with as_nobody(), pytest.raises(UserError) as told:
        Project.open(shared)
    assert told.value.reason == "read-only"
    shared.chmod(0o644)


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs file modes")
def test_a_read_only_folder_opens_for_reading(shared: Path) -> None:
    shared.chmod(0o666)
    shared.parent.chmod(0o555)
    with as_nobody():
        reads_and_refuses_to_write(shared)
        with pytest.raises(UserError) as told:
            Project.create(shared.with_name("new.counterclaim"))
    assert told.value.reason == "read-only"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs file modes")
def test_a_read_only_text_is_still_no_project(shared: Path) -> None:
    shared.write_text("A text about harbours.")
    shared.chmod(0o444)
    with as_nobody():
        assert refused(shared).reason == "not-a-project"


def test_a_full_disk(made: Path) -> None:
    pages = made.stat().st_size // 4096 + 3

    @event.listens_for(Pool, "connect")
    def small_disk(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    try:
        with closing(Project.open(made)) as project:
            with pytest.raises(UserError) as told:
                fill(project, 100)
            assert told.value.reason == "disk-full"
            with project.reading() as store:
                assert len(store.articles.ids()) == 21
                assert store.journal.undoable() == "import"
    finally:
        event.remove(Pool, "connect", small_disk)
    with closing(Project.open(made)) as project:
        fill(project)


def test_a_disk_that_fails(made: Path) -> None:
    resource = pytest.importorskip("resource")
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with closing(Project.open(made)) as project:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, hard))
        try:
            with pytest.raises(UserError) as told:
                fill(project, 400)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
        assert told.value.reason in ("io", "disk-full")
        with project.reading() as store:
            assert len(store.articles.ids()) == 21
    Project.open(made).close()


def test_a_file_deleted_while_open(made: Path) -> None:
    with closing(Project.open(made)) as project:
        made.unlink()
        with pytest.raises(UserError) as told:
            fill(project)
        assert told.value.reason == "vanished"
    assert not made.exists()


def test_a_file_replaced_while_open_is_not_written_to(made: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.counterclaim"
    Project.create(other).close()
    with closing(Project.open(made)) as project:
        other.replace(made)
        replaced = made.read_bytes()
        with pytest.raises(UserError) as told:
            fill(project)
        assert told.value.reason == "vanished"
    assert made.read_bytes() == replaced


def test_a_file_moved_while_open_is_whole_where_it_went(made: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved.counterclaim"
    with closing(Project.open(made)) as project:
        fill_one = article("Last\n\nBefore the move")
        with project.writing("import") as store:
            store.articles.add(fill_one, captured_at=AT)
        made.rename(moved)
        with pytest.raises(UserError):
            fill(project)
        moved.rename(made)
        with project.writing("import") as store:
            store.articles.add(article("Next\n\nPut back"), captured_at=AT)
    with closing(Project.open(made)) as project, project.reading() as store:
        titles = {row.title for row in store.articles.rows(ArticleFilter())}
        assert {"Last", "Next"} <= titles


def test_damage_found_while_open(made: Path) -> None:
    with closing(Project.open(made)) as project:
        with made.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (made.stat().st_size - 4096))
        with pytest.raises(UserError) as told, project.reading() as store:
            store.articles.rows(ArticleFilter(words="harbour"))
        assert told.value.reason == "corrupt"

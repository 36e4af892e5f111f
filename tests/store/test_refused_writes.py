"""What goes wrong while a project is open is told in one sentence, and what was saved before is safe."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.store import connecting
from app.store.project import Project
from tests.store.filed_articles import AT, fill
from tests.store.harbour_articles import article


def test_a_write_to_a_project_that_stays_locked_is_refused(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
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


def test_a_write_while_another_program_writes_can_be_repeated(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "BUSY_SECONDS", 0.2)
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


def test_a_full_disk_refuses_the_write_and_keeps_what_was_saved(made: Path) -> None:
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


def test_a_disk_that_fails_refuses_the_write_and_keeps_what_was_saved(made: Path) -> None:
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


def test_a_file_deleted_while_open_is_not_made_again(made: Path) -> None:
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
        with project.writing("import") as store:
            store.articles.add(article("Last\n\nBefore the move"), captured_at=AT)
        made.rename(moved)
        with pytest.raises(UserError):
            fill(project)
        moved.rename(made)
        with project.writing("import") as store:
            store.articles.add(article("Next\n\nPut back"), captured_at=AT)
    with closing(Project.open(made)) as project, project.reading() as store:
        titles = {row.title for row in store.articles.rows(ArticleFilter())}
        assert {"Last", "Next"} <= titles


def test_damage_found_while_open_is_said(made: Path) -> None:
    with closing(Project.open(made)) as project:
        with made.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (made.stat().st_size - 4096))
        with pytest.raises(UserError) as told, project.reading() as store:
            store.articles.rows(ArticleFilter(words="harbour"))
        assert told.value.reason == "corrupt"

"""A large project is shown before every page of it was looked at; what is found then stops all writing."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from app.domain import stopping
from app.domain.errors import UserError
from app.services.project.backups import Backups
from app.store.damage import verifying
from app.store.file import migrating, opening
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims
from tests.support.damage import spoil_log

AT = "2026-02-14T09:30:00.000000Z"


@pytest.fixture
def large(path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A closed project that counts for a large one."""
    monkeypatch.setattr(opening, "AT_ONCE", 50_000)
    with closing(Project.create(path)) as project, project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        store.claims.add(record.article_id, harbour_claims())
    assert path.stat().st_size > opening.AT_ONCE
    return path


def harm(path: Path) -> bytes:
    """Spoil it where only the log is; gives its bytes after that."""
    spoil_log(path)
    return path.read_bytes()


def claims(project: Project) -> int:
    with project.reading() as store:
        return sum(sum(states.values()) for states in store.claims.states().values())


def test_a_large_project_that_is_whole_is_worked_on_as_before(large: Path) -> None:
    with closing(Project.open(large)) as project:
        assert not project.is_looked_through
        assert project.look_through()
        assert project.is_looked_through
        with project.writing("make a topic") as store:
            store.topics.add("Harbour")
    assert verifying.findings(large) == []


def test_damage_found_later_stops_all_writing_and_the_file_stays_as_it_is(large: Path, tmp_path: Path) -> None:
    harmed = harm(large)
    with closing(Project.open(large)) as project:
        shown = claims(project)
        assert shown
        assert not project.look_through()
        for write in (lambda: project.writing("make a topic").__enter__(), project.undo):
            with pytest.raises(UserError) as told:
                write()
            assert told.value.reason == "read-only"
            assert "restore a backup" in str(told.value)
        assert claims(project) == shown
        assert Backups(project, tmp_path / "backups").make() is None
    assert large.read_bytes()[100:] == harmed[100:]


def test_a_small_project_is_looked_at_before_it_opens(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    harm(large)
    monkeypatch.setattr(opening, "AT_ONCE", large.stat().st_size)
    with pytest.raises(UserError) as told:
        Project.open(large)
    assert told.value.reason == "corrupt"


def test_verifying_and_restoring_look_at_every_page_of_a_large_one(large: Path) -> None:
    harmed = harm(large)
    with pytest.raises(UserError) as told:
        opening.schema_of(large)
    assert told.value.reason == "corrupt"
    assert [finding.part for finding in verifying.findings(large)] == ["file"]
    assert large.read_bytes() == harmed


def test_a_large_project_of_an_earlier_schema_is_looked_at_before_it_is_brought_up_to_date(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    migrating.make(path, target="0003")
    monkeypatch.setattr(opening, "AT_ONCE", 1)
    harmed = harm(path)
    with pytest.raises(UserError) as told:
        Project.open(path, backups=tmp_path / "backups")
    assert told.value.reason == "corrupt"
    assert path.read_bytes() == harmed


def test_the_connection_that_closing_may_interrupt_is_open_for_as_long_as_it_is_known(large: Path) -> None:
    known: list[int] = []

    @contextmanager
    def knowing(connection: sqlite3.Connection) -> Iterator[None]:
        yield
        connection.interrupt()
        known.append(connection.execute("PRAGMA page_count").fetchone()[0])

    assert opening.look_through(large, knowing)
    assert known


def test_closing_ends_the_look_and_leaves_one_plain_file(large: Path) -> None:
    ends: list[str] = []
    project = Project.open(large)
    looked = threading.Event()

    def look() -> None:
        try:
            while True:
                project.look_through()
                looked.set()
        except stopping.StoppedError:
            ends.append("stopped")
        except UserError as error:
            ends.append(error.reason)

    thread = threading.Thread(target=look)
    thread.start()
    looked.wait()
    project.close()
    thread.join()
    assert ends in (["stopped"], ["closed"])
    assert {entry.name for entry in large.parent.iterdir()} == {large.name}

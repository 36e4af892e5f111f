"""A damaged project is shown as far as it can be read, acts are refused, and the file is not touched by a byte."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.services.desk import Desk
from app.services.project import rescuing, verifying
from app.store.project import Project

Spoil = Callable[[bytearray], bytes]


@pytest.fixture
def closed(desk: Desk) -> Path:
    """A closed project in which one claim was accepted."""
    desk.reviewing.decide(desk.reviewing.queue()[:1], State.ACCEPTED)
    desk.close()
    return Path(desk.project.path)


def _cut(content: bytearray) -> bytes:
    return bytes(content[: len(content) * 9 // 10 + 7])


def _headless(content: bytearray) -> bytes:
    return bytes(100) + content[100:]


def _unsigned(content: bytearray) -> bytes:
    return bytes(content[:68]) + b"\xa5\xa5\xa5\xa5" + content[72:]


def _torn(content: bytearray) -> bytes:
    """A page of the claims' own table lost."""
    size = int.from_bytes(content[16:18], "big")
    at = content.rindex(b"accepted") // size * size
    return bytes(content[:at]) + b"\xa5" * size + content[at + size :]


@pytest.mark.parametrize("spoil", [_cut, _headless, _unsigned, _torn])
def test_what_can_be_read_is_shown_and_nothing_can_be_changed(closed: Path, spoil: Spoil) -> None:
    spoilt = spoil(bytearray(closed.read_bytes()))
    closed.write_bytes(spoilt)
    beside = {entry.name for entry in closed.parent.iterdir()}
    with closing(rescuing.opened(closed)) as project:
        assert project.rescue is not None
        assert (project.rescue.path, project.rescue.reason) == (closed, "corrupt")
        assert project.read_only == "It is damaged"
        copy = Path(project.path)
        assert (copy.name, copy.parent != closed.parent) == (closed.name, True)
        with project.reading() as store:
            assert len(store.articles.rows(ArticleFilter())) == project.rescue.counts.articles == 3
        for act in (project.undo, project.redo):
            with pytest.raises(UserError, match="save what can be read as a new project") as told:
                act()
            assert told.value.reason == "read-only"
    assert not copy.parent.exists()
    assert closed.read_bytes() == spoilt
    assert {entry.name for entry in closed.parent.iterdir()} == beside


def test_what_was_committed_last_is_read_too_and_its_log_is_left_beside(desk: Desk, tmp_path: Path) -> None:
    desk.reviewing.decide(desk.reviewing.queue()[:2], State.ACCEPTED)
    path = tmp_path / "broken off" / "bridge.counterclaim"
    path.parent.mkdir()
    for beside in ("", "-wal"):
        shutil.copyfile(f"{desk.project.path}{beside}", f"{path}{beside}")
    with path.open("r+b") as file:
        file.write(bytes(100))
    before = {entry.name: entry.read_bytes() for entry in path.parent.iterdir()}
    with closing(rescuing.opened(path)) as project:
        assert project.rescue is not None
        assert project.rescue.counts.articles == 3
    assert {entry.name: entry.read_bytes() for entry in path.parent.iterdir()} == before


def test_a_file_of_which_nothing_can_be_read_is_refused_and_other_files_are_as_before(closed: Path) -> None:
    closed.write_bytes(closed.read_bytes()[:60])
    with pytest.raises(UserError, match="nothing of it can be read") as told:
        rescuing.opened(closed)
    assert told.value.reason == "corrupt"
    closed.write_bytes(b"Title: A bridge\n")
    with pytest.raises(UserError) as told:
        rescuing.opened(closed)
    assert told.value.reason == "not-a-project"


def test_of_a_crafted_project_what_is_ours_is_shown_and_saved(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as other:
        other.execute("CREATE TRIGGER evil AFTER UPDATE ON claim BEGIN DELETE FROM topic; END")
    with closing(rescuing.opened(closed)) as project:
        assert project.rescue is not None
        assert project.rescue.reason == "foreign"
        assert "did not put there" in project.read_only
        with pytest.raises(UserError, match="did not put there"), project.writing("act"):
            pass
    saved = verifying.unused_name(closed)
    verifying.salvage(closed, saved)
    assert verifying.verify(saved) == []


def test_a_whole_project_is_opened_as_ever(closed: Path) -> None:
    with closing(rescuing.opened(closed)) as project:
        assert project.rescue is None
        assert isinstance(project, Project)
        assert not project.read_only

"""Where nothing can be written, a project is shown as it is and says why nothing changes."""

import contextlib
import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store.project import Project
from tests.store.filed_articles import fill
from tests.store.refusal import refused

NOBODY = 65534


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


def assert_shown_and_not_written(path: Path) -> None:
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
        assert_shown_and_not_written(shared)
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
        assert_shown_and_not_written(shared)
        with pytest.raises(UserError) as told:
            Project.create(shared.with_name("new.counterclaim"))
    assert told.value.reason == "read-only"


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="needs file modes")
def test_a_read_only_text_is_still_no_project(shared: Path) -> None:
    shared.write_text("A text about harbours.")
    shared.chmod(0o444)
    with as_nobody():
        assert refused(shared).reason == "not-a-project"

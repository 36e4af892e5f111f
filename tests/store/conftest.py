"""A project for each test, closed after it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.store.project import Project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project of a test is."""
    return tmp_path / "island.counterclaim"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """An empty project."""
    with closing(Project.create(path)) as made:
        yield made

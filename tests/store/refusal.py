"""How a file is refused that cannot be opened."""

from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.store.project import Project


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

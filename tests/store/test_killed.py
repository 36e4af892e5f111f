"""Killed at any moment, the program loses no decision that it confirmed; `killing.py` tries more moments."""

import os
import tempfile
from pathlib import Path

import killing
import pytest


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("kind", killing.KINDS)
def test_killed_at_random_moments(kind: str, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=killing.MEMORY if killing.MEMORY.is_dir() else tmp_path) as folder:
        killing.killed_at(kind, 3, seed=7, folder=Path(folder))

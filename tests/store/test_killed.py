"""Killed at any moment, the program loses no decision that it confirmed; `kill_trial.py` tries more moments."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.store import kill_trial


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
@pytest.mark.parametrize("kind", kill_trial.KINDS)
def test_no_confirmed_work_is_lost_when_killed_at_random_moments(kind: str, tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory(dir=kill_trial.MEMORY if kill_trial.MEMORY.is_dir() else tmp_path) as folder:
        kill_trial.assert_nothing_lost(kind, 3, seed=7, folder=Path(folder))

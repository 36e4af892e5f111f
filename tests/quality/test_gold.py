"""Figures told by hand in real and written passages: floors (floors.toml) that no change may go below."""

import pytest

from tests.quality import floors

FLOORS = floors.parsed(floors.FILE.read_text(encoding="utf-8"))
HERE = floors.sets()


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_set_is_at_its_floors(name: str) -> None:
    if name not in HERE and name.startswith("shared "):
        pytest.skip("the measuring data is not here")
    below = HERE[name]().below(FLOORS[name])
    assert not below, below


def test_every_set_has_floors() -> None:
    assert set(HERE) <= set(FLOORS), "python -m tests.quality.floors sets them"

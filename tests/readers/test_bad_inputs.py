"""Bad files are read or refused with a sentence, within bounds of work and memory, and make the program reach nowhere.

`bad_inputs.py` tries two thousand.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.readers import choose
from tests.readers import bad_inputs

ROOT = Path(__file__).parents[2]


def test_some_of_the_bad_files() -> None:
    done = subprocess.run(
        [sys.executable, "-m", bad_inputs.__name__, "--count", "140", "--seed", "7", "--huge", "0", "--seconds", "250"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("140 of 140 bad files were read or refused with a sentence, 0 were not\n")


@pytest.mark.parametrize("found", sorted((Path(__file__).parent / "found").iterdir()), ids=lambda path: path.stem)
def test_what_was_found_to_be_a_fault_once(found: Path, tmp_path: Path) -> None:
    bad_inputs.warm()
    bad = bad_inputs.BadInput(kind="found", name=found.name, raw=found.read_bytes())
    assert bad_inputs.check(bad, tmp_path) == "read"


def test_a_page_of_more_elements_than_any_article_has_is_refused_before_they_are_looked_at() -> None:
    page = "<html><body><article>" + "<p>£5m" * 100_001 + "</article></body></html>"
    with pytest.raises(UserError, match="100,000 elements") as refused:
        choose.read_bytes(page.encode(), name="wide.html", today=bad_inputs.TODAY)
    assert refused.value.reason == "too-large"

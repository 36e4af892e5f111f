"""Whatever breaks lands in the log, with the place and without a word of an article; diagnostics say as little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import crashing_programs

ROOT = Path(__file__).parents[2]


def broken(how: str, home: Path) -> str:
    """Break the program so, and give all that it left in its log folder and on standard error."""
    folders = {"XDG_STATE_HOME": home, "XDG_DATA_HOME": home, "LOCALAPPDATA": home, "HOME": home, "USERPROFILE": home}
    done = subprocess.run(
        [sys.executable, "-X", "utf8", crashing_programs.__file__, how],
        env=os.environ
        | {name: str(place) for name, place in folders.items()}
        | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=120,
        check=False,
    )
    return done.stderr + "".join(logged(home))


def logged(home: Path) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in sorted(home.rglob("*")) if file.is_file()]


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ("slot", "crashed: ValueError"),
        ("thread", "crashed: ValueError"),
        ("lost", "crashed: ValueError"),
        ("uncaught", "crashed: ValueError"),
        ("qt", "Qt: QTextBrowser: No document for"),
        ("refused", "the computer refused: No such file or directory"),
    ],
)
def test_what_breaks_is_logged_with_its_place_and_without_an_articles_words(
    how: str, said: str, tmp_path: Path
) -> None:
    text = broken(how, tmp_path)
    log = next(tmp_path.rglob("counterclaim.log")).read_text(encoding="utf-8")
    assert said in log
    assert how == "qt" or "crashing_programs.py" in log
    assert crashing_programs.WORD not in text or how == "refused"  # a person is told the name of the file
    assert crashing_programs.WORD not in "".join(logged(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot send itself this signal there")
def test_the_next_start_notes_a_fault_below_python_once(tmp_path: Path) -> None:
    broken("killed", tmp_path)
    for _ in range(2):
        broken("quiet", tmp_path)
        log = next(tmp_path.rglob("counterclaim.log")).read_text(encoding="utf-8")
        assert log.count("an earlier run was ended by the system") == 1
    assert "Segmentation fault" in log
    assert 'crashing_programs.py", line' in log
    assert crashing_programs.WORD not in "".join(logged(tmp_path))

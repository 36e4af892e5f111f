"""Whatever stands in the way: one sentence, the others go on, and what is stored stays."""

import contextlib
import os
import shutil
import sqlite3
import sys
from pathlib import Path

import pytest

GOOD = "The harbour lease\n\nThe lease costs £{} a year, the minister said.\n"
unix = pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")


def claims(shell, project: Path) -> int:
    """How many claims can be read from a project."""
    said = shell("claims", "--project", project)
    assert said.status == 0, said.err
    return len(said.out.splitlines())


@unix
def test_a_folder_full_of_trouble_is_read_to_its_end(shell, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    bad = {
        "empty.txt": b"",
        "blank.txt": b" \n\t\n" * 40,
        "noise.txt": bytes(range(256)) * 200,
        "nulls.txt": b"\0" * 5000,
        "paper.txt": b"%PDF-1.7 and so on",
        "script.html": b"<script>alert('5m')</script>",
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"</body></html>",
    }
    for name, raw in bad.items():
        (folder / name).write_bytes(raw)
    with (folder / "huge.txt").open("wb") as file:
        file.truncate(60_000_000)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "lost.txt").symlink_to("nowhere.txt")
    (folder / "again").symlink_to(".")
    good = ["a.txt", "new\nline.txt", "red\x1b[31m.txt", "\N{GRINNING FACE}.txt", "-dash.txt", "zz.txt"]
    for place, name in enumerate(good):
        (folder / name).write_text(GOOD.format(f"{place + 5}m"), encoding="utf-8")
    (folder / "wide.txt").write_bytes(GOOD.format("77m").encode("utf-16-le"))
    (folder / "west.txt").write_bytes(GOOD.format("88m").encode("cp1252"))
    said = shell("import", folder, "--json", "--project", "p.counterclaim")
    states = {Path(row["path"]).name: row["state"] for row in said.rows}
    assert said.status == 1
    assert {name for name, state in states.items() if state == "failed"} == {
        *bad, "huge.txt", "pipe.txt", "loop.txt", "lost.txt",
    }  # fmt: skip
    assert {name for name, state in states.items() if state == "added"} == {*good, "wide.txt", "west.txt"}
    assert all(row["reason"].count("\n") == 0 for row in said.rows if row["reason"])
    assert "Traceback" not in said.err
    assert "\x1b" not in said.err
    assert claims(shell, Path("p.counterclaim")) == 8


@unix
def test_a_name_that_is_no_text_is_imported_shown_and_exported(shell, tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff\xfe.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - the name is bytes
        file.write(b"It cost \xc2\xa35m a year.\n")
    (row,) = shell("import", os.fsdecode(path), "--json", "--project", "p.counterclaim").rows
    assert (row["state"], os.fsencode(row["path"])) == ("added", path)
    assert shell("import", os.fsdecode(path), "--project", "q.counterclaim").status == 0
    assert shell("claims", "--json", "--project", "p.counterclaim").rows[0]["title"] == "bad\ufffd\ufffd.txt"
    assert shell("export", "--out", "csv", "--project", "p.counterclaim").status == 0


@unix
def test_folders_deeper_than_python_may_call_are_read(shell, tmp_path: Path) -> None:
    at = tmp_path / "deep"
    at.mkdir()
    home = Path.cwd()
    os.chdir(at)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("x.txt").write_text(GOOD.format("5m"), encoding="utf-8")
    os.chdir(home)
    assert shell("import", "deep", "--project", "p.counterclaim").status == 0
    # Removing what lies so deep takes a process that does not call itself either.
    os.system(f"rm -rf {at}")


def test_a_text_as_long_as_a_library_is_refused(shell, tmp_path: Path) -> None:
    (tmp_path / "line.txt").write_text("It cost £5m and 3% more. " * 100_000, encoding="utf-8")
    said = shell("import", "line.txt", "--project", "p.counterclaim")
    assert said.status == 2
    assert "line.txt holds 2.5 million characters, and the limit is 2 million" in said.err


def test_nothing_to_read_makes_no_project(shell, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    said = shell("import", "empty", "--project", "p.counterclaim")
    assert said.status == 2
    assert "nothing was imported" in said.err
    assert not Path("p.counterclaim").exists()


def test_hidden_files_and_unknown_kinds_in_a_folder_are_left_alone(shell, articles: Path) -> None:
    for name in ("._harbour.txt", ".secret.txt", "picture.png", "page.css"):
        (articles / name).write_bytes(b"\0\1\2")
    assert len(shell("import", articles, "--json", "--project", "p.counterclaim").rows) == 2


@pytest.mark.parametrize("length", [0, 1, 15, 16, 99, 100, 4095, 4096, 20_480])
def test_a_truncated_project_is_refused_and_left_as_it_is(shell, project: Path, length: int) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[:length])
    for words in (["claims"], ["import", "articles"], ["export", "--out", "csv"]):
        said = shell(*words, "--project", project)
        assert said.status == 2
        assert said.err.count("\n") == 1
    assert project.read_bytes() == whole[:length]


@pytest.mark.parametrize("length", [-4096, -1])
def test_of_a_project_that_lost_its_end_the_rest_is_read_and_nothing_written(shell, project: Path, length: int) -> None:
    whole = project.read_bytes()
    project.write_bytes(whole[:length])
    for words, status in ((["claims"], 1), (["import", "articles"], 2), (["export", "--out", "csv"], 1)):
        said = shell(*words, "--project", project)
        assert said.status == status
        assert said.err.count("\n") == 1
    assert project.read_bytes() == whole[:length]


def test_what_is_no_project_is_left_as_it_is(shell, project: Path, tmp_path: Path) -> None:
    (tmp_path / "noise.counterclaim").write_bytes(bytes(range(256)) * 64)
    with contextlib.closing(sqlite3.connect(tmp_path / "other.counterclaim")) as other:
        other.execute("CREATE TABLE t (a)")
    shutil.copy(project, tmp_path / "newer.counterclaim")
    with contextlib.closing(sqlite3.connect(tmp_path / "newer.counterclaim")) as newer:
        newer.execute("PRAGMA user_version = 99")
    (tmp_path / "folder.counterclaim").mkdir()
    for name in ("noise", "other", "newer", "folder", "missing"):
        path = tmp_path / f"{name}.counterclaim"
        before = path.read_bytes() if path.is_file() else None
        said = shell("claims", "--project", path)
        assert (said.status, said.out) == (2, "")
        assert said.err.startswith("counterclaim: ")
        assert (path.read_bytes() if path.is_file() else None) == before


def test_a_project_that_another_program_holds_says_so_and_loses_nothing(shell, project: Path, articles: Path) -> None:
    before = claims(shell, project)
    with contextlib.closing(sqlite3.connect(project, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        said = shell("claims", "--project", project)
        other.execute("ROLLBACK")
    assert said.status == 2
    assert "Another program is using lease.counterclaim" in said.err
    assert claims(shell, project) == before


@pytest.mark.parametrize("words", [["export", "--out"], ["demo", "--headless", "--out"]])
def test_a_place_that_cannot_be_written_is_refused(shell, project: Path, words: list[str]) -> None:
    more = ["--project", project] if words[0] == "export" else []
    said = shell(*words, "articles/harbour.txt", *more)
    assert said.status == 2
    assert "nothing was written" in said.err


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["import", "x.txt"],
        ["import", "--project", "p"],
        ["import", "x.txt", "--project", ""],
        ["export", "--project", "p"],
        ["export", "--out", "", "--project", "p"],
        ["claims", "--kind", "colour", "--project", "p"],
        ["extract"],
        ["judge", "file.jsonl"],
        ["compare", "--project", "p"],
        ["--nonsense"],
    ],
)
def test_wrong_use_is_told_on_standard_error(shell, words: list[str]) -> None:
    said = shell(*words)
    assert said.status == 2
    assert said.out == ""
    assert "usage: counterclaim" in said.err


def test_without_a_display_the_window_says_so(shell, monkeypatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    if sys.platform != "linux":
        pytest.skip("a display is always there")
    for words in ([], ["open", "x.counterclaim"]):
        said = shell(*words)
        assert said.status == 2
        assert "There is no display here" in said.err

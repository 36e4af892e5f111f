"""The program as a process of its own: how it starts, is stopped, and writes into what is closed or full."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.command_line import ROOT, command_line

LINE = json.dumps({"id": 1, "date": "2025-05-23", "text": "The lease costs £100m a year."}).encode() + b"\n"
HEAVY = ("sqlalchemy", "alembic", "PySide6", "trafilatura", "lxml", "dateparser", "quantulum3", "pint", "inflect")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux")


def test_extract_starts_without_what_it_does_not_need() -> None:
    code = (
        f"import io, sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from app import bootstrap\n"
        f"sys.stdin = io.TextIOWrapper(io.BytesIO({LINE!r}))\n"
        "status = bootstrap.main(['extract', '--json-lines'])\n"
        f"print(status, [name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert json.loads(ended.stdout)["claims"][0]["surface"] == "£100m a year"
    assert ended.stderr.decode().strip() == "0 []"


def test_version_and_help(program) -> None:
    version = program("--version")
    assert (version.returncode, version.stdout.split()[0]) == (0, b"counterclaim")
    assert b"--self-test" in program("--help").stdout


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(LINE * 2000)
    with subprocess.Popen(
        command_line("extract", "--json-lines", "in.jsonl"), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b'{"id": 1')
        running.stdout.close()
        assert running.wait(timeout=60) == 0
        assert running.stderr.read() == b""


def test_an_import_goes_on_when_nobody_reads_its_lines(program, tmp_path: Path, articles: Path) -> None:
    listener, mouth = os.pipe()
    os.close(listener)
    try:
        ended = program("import", articles, "--json", "--project", "p.counterclaim", stdout=mouth, stderr=-1)
    finally:
        os.close(mouth)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert program("claims", "--project", "p.counterclaim").stdout.count(b"\n") == 7


@linux
def test_a_full_disk_behind_the_output_is_told(program, project: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ended = program("claims", "--project", project, stdout=full, stderr=-1)
        imported = program("import", "articles", "--project", project, stdout=full, stderr=-1)
    assert ended.returncode == 2
    assert b"The output cannot be written (No space left on device)" in ended.stderr
    assert b"Traceback" not in ended.stderr
    assert imported.returncode == 0
    assert b"the import goes on" in imported.stderr


@linux
@pytest.mark.parametrize(
    "room",
    [
        60 * 1024,
        58 * 1024,
    ],
)
def test_a_project_that_may_grow_no_more_keeps_what_it_has(program, tmp_path: Path, room: int) -> None:
    import resource

    for place in range(6):
        text = f"Lease {place}\n\nThe lease costs £{place + 1}m a year. {os.urandom(9000).hex()}\n"
        (tmp_path / f"{place:02}.txt").write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    assert program("import", files[0], "--project", "p.counterclaim").returncode == 0
    most = Path("p.counterclaim").stat().st_size + room
    ended = program(
        "import", *files, "--json", "--project", "p.counterclaim",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )  # fmt: skip
    rows = [json.loads(line) for line in ended.stdout.splitlines()]
    assert ended.returncode == 1
    assert len(rows) == len(files)
    kept = [row for row in rows if row["state"] == "added"]
    assert any(row["state"] == "failed" for row in rows)
    assert b"Traceback" not in ended.stderr
    shown = program("claims", "--json", "--kind", "money", "--project", "p.counterclaim")
    assert len({json.loads(line)["article"] for line in shown.stdout.splitlines()}) == len(kept) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="not on Windows")
def test_ctrl_c_keeps_what_was_finished(program, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for place in range(400):
        text = f"Lease {place}\n\n" + "".join(f"The lease {one} costs £{place}.{one}m a year. " for one in range(60))
        (folder / f"{place:03}.txt").write_text(text, encoding="utf-8")
    with subprocess.Popen(
        command_line("import", folder, "--project", "p.counterclaim"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has its children ignore the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        lines = [running.stdout.readline() for _ in range(3)]
        running.send_signal(signal.SIGINT)
        lines += running.stdout.readlines()
        assert running.wait(timeout=60) == 130
        assert running.stderr.read() == b"counterclaim: stopped; what was finished is kept.\n"
    finished = len([line for line in lines if line.startswith(b"added")])
    assert 3 <= finished < 400
    assert lines[-1].startswith(f"{finished} articles added".encode())
    assert program("export", "--out", "csv", "--project", "p.counterclaim").returncode == 0
    assert Path("csv/articles.csv").read_bytes().count(b"\n") == finished + 1


def test_a_closed_output_is_no_fault() -> None:
    if sys.platform == "win32":
        pytest.skip("needs a Unix shell")
    ended = subprocess.run(
        ["sh", "-c", '"$@" >&- 2>&-', "sh", *command_line("--version")], capture_output=True, timeout=60, check=False
    )
    assert ended.stderr == b""


def test_the_self_test_tries_every_part(program) -> None:
    ended = program("--self-test")
    told = json.loads(ended.stdout)
    assert {name: part.get("error") for name, part in told["parts"].items() if not part["ok"]} == {}
    assert (ended.returncode, told["ok"]) == (0, True)
    assert set(told["parts"]) >= {"extract", "judge", "create", "read", "search", "compare", "undo", "export", "window"}
    assert set(told["parts"]) >= {"upgrade", "sample", "offline"}

"""Imports that were interrupted: what is left waits in the project, and all of it is one undo in the end."""

import datetime
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services.articles.course import LONG
from app.services.articles.importing import FileProgress, FileState, Follow
from app.services.desk import Desk
from tests.support.desks import desk_on

TODAY = datetime.date(2026, 2, 1)
KILLED = """
import sys
from pathlib import Path
from app import bootstrap
from app.services.articles.importing import FileState, Follow

def heard(file):
    if file.state is FileState.ADDED:
        print(file.position, flush=True)

if __name__ == "__main__":
    bootstrap.make_desk(Path(sys.argv[1])).importing.paths([Path(sys.argv[2])], follow=Follow(progress=heard))
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "lease.counterclaim"


@pytest.fixture
def reopened(home: Path) -> Iterator[Callable[[], Desk]]:
    """Opens the project, as often as asked, each time as if the program had been started anew."""
    desks: list[Desk] = []

    def again() -> Desk:
        for one in desks:
            one.close()
        desks.append(desk_on(home, today=TODAY))
        return desks[-1]

    yield again
    for one in desks:
        one.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Five articles."""
    made = tmp_path / "press"
    made.mkdir()
    for nth in range(5):
        (made / f"{nth}.txt").write_text(f"Title: Lease {nth}\n\nThe lease costs £{nth + 2}m a year.\n", "utf-8")
    return made


def stopped_after(count: int) -> Follow:
    """Who follows an import and leaves it when so many files were added."""
    added: list[FileProgress] = []

    def progress(file: FileProgress) -> None:
        added.extend([file] if file.state is FileState.ADDED else [])

    return Follow(progress=progress, left=lambda: len(added) >= count)


def articles(desk: Desk) -> int:
    return desk.library.facets().articles


def test_an_import_that_was_left_goes_on_after_a_restart_and_is_one_undo(
    reopened: Callable[[], Desk], folder: Path
) -> None:
    report = reopened().importing.paths([folder], date="1 May 2025", follow=stopped_after(2))
    assert (report.cancelled, len(report.files)) == (True, 2)
    desk = reopened()
    run = desk.importing.unfinished()
    assert run is not None
    assert (run.source, run.left, run.total) == ("press", 3, 5)
    assert [file.state for file in desk.importing.finished(run.run_id)] == [FileState.ADDED] * 2
    rest = desk.importing.resume(run.run_id, Follow())
    assert [(file.position, file.total, file.state) for file in rest.files] == [
        (position, 5, FileState.ADDED) for position in (3, 4, 5)
    ]
    assert len(rest.changes.articles) == 3
    last = desk.library.article(rest.files[-1].article_id or "").article
    assert last.published is not None
    assert (last.published.value, last.published.evidence) == ("2025-05-01", "the analyst")
    assert desk.importing.unfinished() is None
    assert desk.history.undoable() == "import 5 files"
    desk.history.undo()
    assert articles(desk) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no signal ends a process there at once")
def test_a_killed_import_loses_nothing_that_was_finished(
    home: Path, reopened: Callable[[], Desk], tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for nth in range(60):
        sums = " ".join(f"Berth {berth} costs £{nth + berth + 1}m a year." for berth in range(8))
        (folder / f"{nth:02}.txt").write_text(f"Title: Berths {nth}\n\n{sums}\n", "utf-8")
    script = tmp_path / "killed.py"
    script.write_text(KILLED, "utf-8")
    command = [sys.executable, str(script), str(home), str(folder)]
    where = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=where) as program:
        assert program.stdout is not None
        for _ in range(5):
            finished = int(program.stdout.readline())
        program.send_signal(signal.SIGKILL)
    desk = reopened()
    run = desk.importing.unfinished()
    assert run is not None
    assert run.total == 60
    assert finished <= 60 - run.left == articles(desk)
    desk.importing.resume(run.run_id, Follow())
    assert articles(desk) == 60
    desk.history.undo()
    assert articles(desk) == 0


def test_what_changed_or_vanished_meanwhile_is_said_of_the_file(reopened: Callable[[], Desk], folder: Path) -> None:
    reopened().importing.paths([folder], follow=stopped_after(1))
    (folder / "1.txt").write_text("Title: Lease\n\nThe lease costs £90m a year, after all.\n", "utf-8")
    (folder / "2.txt").unlink()
    desk = reopened()
    run = desk.importing.unfinished()
    assert run is not None
    report = desk.importing.resume(run.run_id, Follow())
    changed, gone, *others = report.files
    assert (changed.state, gone.state) == (FileState.FAILED, FileState.FAILED)
    assert changed.reason.startswith("1.txt was changed after it was queued; nothing of it was kept.")
    assert gone.reason.startswith("There is no file 2.txt there")
    assert [file.state for file in others] == [FileState.ADDED] * 2
    again = desk.importing.retry(run.run_id, [2], Follow())
    assert [(file.position, file.state) for file in again.files] == [(2, FileState.ADDED)]
    desk.history.undo()
    assert articles(desk) == 0


def test_pasted_text_waits_in_the_project_too(reopened: Callable[[], Desk]) -> None:
    reopened().importing.pasted("The lease costs £165m a year.", follow=Follow(left=lambda: True))
    desk = reopened()
    run = desk.importing.unfinished()
    assert run is not None
    (file,) = desk.importing.resume(run.run_id, Follow()).files
    assert (file.path, file.state, file.claims) == ("clipboard", FileState.ADDED, 1)


def test_a_cancelled_or_discarded_import_is_forgotten(reopened: Callable[[], Desk], folder: Path) -> None:
    desk = reopened()
    desk.importing.paths([folder / "0.txt", folder / "1.txt"], follow=Follow(cancelled=lambda: True))
    assert desk.importing.unfinished() is None
    desk.importing.paths([folder], follow=stopped_after(1))
    run = desk.importing.unfinished()
    assert run is not None
    desk.importing.discard(run.run_id)
    assert desk.importing.unfinished() is None
    assert articles(desk) == 1
    with pytest.raises(UserError) as told:
        desk.importing.resume(run.run_id, Follow())
    assert told.value.reason == "gone"


def test_an_import_that_was_undone_meanwhile_goes_on_as_another_act(reopened: Callable[[], Desk], folder: Path) -> None:
    desk = reopened()
    desk.importing.paths([folder], follow=stopped_after(2))
    desk.history.undo()
    run = desk.importing.unfinished()
    assert run is not None
    desk.importing.resume(run.run_id, Follow())
    assert articles(desk) == 3
    desk.history.undo()
    assert articles(desk) == 0


def test_long_texts_are_read_elsewhere_and_kept_in_the_order_of_the_files(
    reopened: Callable[[], Desk], folder: Path
) -> None:
    long = "Nothing was said of the lease. " * (LONG // 30)
    for name in ("2b.txt", "3b.txt"):
        (folder / name).write_text(f"Title: Long {name}\n\n{long}\n\nIt costs £{name[0]}00m a year.\n", "utf-8")
    (folder / "2c.txt").write_bytes(bytes(range(256)) * (LONG // 200))
    desk = reopened()
    seen: list[FileProgress] = []
    report = desk.importing.paths([folder], follow=Follow(progress=seen.append))
    assert [Path(file.path).name for file in report.files] == sorted(path.name for path in folder.iterdir())
    assert [file.state.value for file in report.files] == ["added"] * 4 + ["failed"] + ["added"] * 3
    assert report.files[4].reason.startswith("2c.txt is not a text")
    for position in range(1, 9):
        states = [file.state for file in seen if file.position == position]
        assert states[0] is FileState.READING
        assert states == sorted(states, key=list(FileState).index)
    desk.history.undo()
    assert articles(desk) == 0


def test_only_what_can_be_resumed_is_kept_of_an_import(reopened: Callable[[], Desk], folder: Path, home: Path) -> None:
    desk = reopened()
    desk.importing.paths([folder])
    desk.importing.pasted("The lease costs £165m a year.")
    with closing(desk), desk.project.reading() as store:
        runs = store._session.connection().exec_driver_sql("SELECT count(*) FROM import_run").scalar()
        pasted = store._session.connection().exec_driver_sql("SELECT count(pasted) FROM import_file").scalar()
    assert (runs, pasted) == (1, 0)

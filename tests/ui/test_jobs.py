"""Work off the window's thread: its outcome is never lost."""

import threading
from pathlib import Path

import pytest

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.services.importing import FileProgress, FileState, ImportReport
from app.ui.jobs import ImportJob


def _report(*files: FileProgress, cancelled: bool = False) -> ImportReport:
    return ImportReport(files=files, changes=Changes(), cancelled=cancelled)


def _file(position: int, state: FileState = FileState.ADDED) -> FileProgress:
    return FileProgress(path=f"{position}.txt", state=state, position=position, total=9)


def test_every_outcome_of_many_jobs_arrives_on_the_windows_thread(qtbot) -> None:
    here = threading.get_ident()
    came: list[int] = []
    jobs = []
    for _ in range(60):
        job = ImportJob(lambda _follow: _report())
        job.finished.connect(lambda _report: came.append(threading.get_ident()))
        jobs.append(job)
    for job in jobs:
        job.start()
    qtbot.waitUntil(lambda: len(came) == 60)
    assert set(came) == {here}


def test_progress_comes_in_order_and_before_the_outcome(qtbot) -> None:
    def work(follow) -> ImportReport:
        for position in range(1, 201):
            follow.progress(_file(position))
        return _report()

    came: list[int] = []
    job = ImportJob(work)
    job.progressed.connect(lambda file: came.append(file.position))
    with qtbot.waitSignal(job.finished):
        job.start()
    assert came == list(range(1, 201))


def test_a_problem_of_the_persons_world_is_said_as_it_is(qtbot) -> None:
    def work(_follow) -> ImportReport:
        raise UserError("The disk is full; finished articles are safe. Make room and retry.", reason="disk-full")

    job = ImportJob(work)
    with qtbot.waitSignal(job.broke) as said:
        job.start()
    assert said.args == ["The disk is full; finished articles are safe. Make room and retry."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_told_and_goes_on_to_the_log(qtbot) -> None:
    def work(_follow) -> ImportReport:
        raise ZeroDivisionError

    job = ImportJob(work)
    with qtbot.waitSignal(job.broke) as said:
        job.start()
    assert "fault in the program" in said.args[0]
    assert job.wait(5)


def test_cancel_stops_before_the_next_file_even_while_it_pauses(qtbot) -> None:
    first = threading.Event()

    def work(follow) -> ImportReport:
        for position in range(1, 10):
            if follow.stops():
                return _report(cancelled=True)
            follow.progress(_file(position))
            first.set()
        return _report()

    job = ImportJob(work)
    job.pause(True)
    job.start()
    assert not first.wait(0.05)
    with qtbot.waitSignal(job.finished) as outcome:
        job.cancel()
    assert outcome.args[0].cancelled


def test_pause_holds_and_goes_on(qtbot) -> None:
    def work(follow) -> ImportReport:
        follow.stops()
        return _report()

    job = ImportJob(work)
    job.pause(True)
    job.start()
    assert not job.wait(0.05)
    with qtbot.waitSignal(job.finished):
        job.pause(False)


def test_an_import_that_outlives_its_window_ends_quietly(qtbot, tmp_path: Path) -> None:
    go_on = threading.Event()

    def work(follow) -> ImportReport:
        go_on.wait(5)
        follow.progress(_file(1))
        return _report()

    job = ImportJob(work)
    thread = job._thread
    job.start()
    import shiboken6

    shiboken6.delete(job)
    go_on.set()
    thread.join(5)
    assert not thread.is_alive()

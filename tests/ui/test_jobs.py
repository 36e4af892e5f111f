"""An import off the window's thread: it is paused, cancelled, and says what became of it."""

import threading

import pytest

from app.domain.changes import Changes
from app.services.articles.importing import FileProgress, FileState, ImportReport
from app.ui.threads.jobs import ImportJob


def _report(*files: FileProgress, cancelled: bool = False) -> ImportReport:
    return ImportReport(files=files, changes=Changes(), cancelled=cancelled)


def _file(position: int, state: FileState = FileState.ADDED) -> FileProgress:
    return FileProgress(path=f"{position}.txt", state=state, position=position, total=9)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_bug_is_told_and_goes_on_to_the_log(qtbot) -> None:
    def work(_follow) -> ImportReport:
        raise ZeroDivisionError

    job = ImportJob(work)
    with qtbot.waitSignal(job.broke) as said:
        job.start()
    assert "Articles that were finished are in the project" in said.args[0]
    job.wait()


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
    with qtbot.assertNotEmitted(job.finished, wait=50):
        job.start()
    with qtbot.waitSignal(job.finished) as outcome:
        job.pause(False)
    assert not outcome.args[0].cancelled

"""Work off the window's thread: whatever happens, exactly one outcome comes, and it comes on the window's thread."""

import threading
import weakref

import pytest
import shiboken6

from app.domain import stopping
from app.domain.errors import UserError
from app.ui.faults import FAULT
from app.ui.threads.background import Background
from app.ui.threads.reading import Reading


def _fails() -> None:
    raise ZeroDivisionError


def test_every_outcome_of_many_comes_on_the_windows_thread(qtbot) -> None:
    here = threading.get_ident()
    came: list[int] = []
    tasks = [Background(lambda: None) for _ in range(60)]
    for task in tasks:
        task.finished.connect(lambda _: came.append(threading.get_ident()))
    for task in tasks:
        task.start()
    qtbot.waitUntil(lambda: len(came) == 60)
    assert set(came) == {here}


def test_progress_comes_in_order_and_before_the_outcome(qtbot) -> None:
    def work() -> None:
        for step in range(1, 201):
            task.report(step)

    came: list[int] = []
    task = Background(work)
    task.progressed.connect(came.append)
    with qtbot.waitSignal(task.finished):
        task.start()
    assert came == list(range(1, 201))


def test_a_problem_of_the_persons_world_is_said_as_it_is(qtbot) -> None:
    def work() -> None:
        raise UserError("The disk is full; what was saved is safe. Make room and try again.", reason="disk-full")

    task = Background(work)
    with qtbot.waitSignal(task.broke) as said:
        task.start()
    assert said.args == ["The disk is full; what was saved is safe. Make room and try again."]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize(
    ("given", "said"), [({}, FAULT), ({"fault": "The copy was not made."}, "The copy was not made.")]
)
def test_a_fault_goes_to_the_log_and_is_told_then(
    qtbot, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], said: str
) -> None:
    logged: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda crash: logged.append(crash.exc_type))
    told: list[tuple[str, list[type[BaseException]]]] = []
    task = Background(_fails, **given)
    task.broke.connect(lambda words: told.append((words, list(logged))))
    with qtbot.waitSignal(task.broke):
        task.start()
    assert told == [(said, [ZeroDivisionError])]  # and whoever is told finds it in the log already


def test_what_is_given_up_says_so(qtbot) -> None:
    begun = threading.Event()

    def work() -> None:
        begun.set()
        stopped = stopping.asked()
        assert stopped is not None
        while not stopped():
            threading.Event().wait(0.001)
        raise stopping.StoppedError

    task = Background(work)
    task.start()
    begun.wait()
    with qtbot.waitSignal(task.stopped):
        task.stop()


def test_work_that_outlives_its_window_ends_quietly(qtbot) -> None:
    go_on, done = threading.Event(), list[bool]()
    task = Background(lambda: done.append(go_on.wait(5)))
    task.start()
    shiboken6.delete(task)
    go_on.set()
    task.wait()
    assert done == [True]  # and a fault of its thread would fail this test


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_in_a_reading_is_said_and_what_follows_is_not_read(qtbot) -> None:
    reading, seen = Reading(), list[str]()
    with qtbot.waitSignal(reading.problem) as told:
        reading.ask([(_fails, seen.append), (lambda: "more", seen.append)], apart=True)
    assert told.args == [FAULT]
    assert reading.is_idle()
    reading.ask([(lambda: "new", seen.append)], apart=True)
    qtbot.waitUntil(lambda: seen == ["new"])


@pytest.mark.parametrize("_", range(8))
def test_a_reader_that_nobody_needs_goes_before_its_tasks_do(qtbot, _: int) -> None:
    """Else the last task would delete it, and with it once more itself: that depends on what comes first."""
    reading, go, seen = Reading(), threading.Event(), list[str]()
    reading.ask([(lambda: go.wait(5) and "old", seen.append)], apart=True)
    reading.ask([(lambda: "new", seen.append), (lambda: "more", seen.append)], apart=True)
    go.set()
    qtbot.waitUntil(lambda: seen == ["new", "more"])
    held = weakref.ref(reading)
    del reading
    assert held() is None

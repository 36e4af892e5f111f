"""Work in processes of their own: answers in order, and what dies there is one answer lost."""

import os
import sys

import pytest

from app.services.articles import digest
from app.services.workers import News, Notice, Workers
from tests.services.worker_tasks import doubled, hostile, loaded, prepared, priority, unpreparable


def ended(notices: list[Notice]) -> list[tuple[News, int, object]]:
    return [(one.news, one.place, one.answer) for one in notices if one.news in (News.DONE, News.DIED, News.LATE)]


def test_answers_come_in_the_order_of_the_tasks() -> None:
    with Workers(doubled, prepared, count=2) as workers:
        heard = list(workers.in_order(list(range(20))))
    assert ended(heard) == [(News.DONE, place, 2 * place) for place in range(20)]
    for place in range(20):
        assert [one.news for one in heard if one.place == place] == [News.BEGUN, News.READ, News.DONE]


def test_a_process_that_dies_or_hangs_costs_one_answer() -> None:
    tasks = ["a", "dies", "b", "hangs", "c", "d", "dies", "e"]
    with Workers(hostile, prepared, count=2, limit=1.0) as workers:
        heard = ended(list(workers.in_order(tasks)))
    news = {"dies": News.DIED, "hangs": News.LATE}
    assert heard == [
        (news.get(task, News.DONE), place, None if task in news else task) for place, task in enumerate(tasks)
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no nice there")
def test_processes_step_back_behind_the_program_that_shows_what_they_do() -> None:
    with Workers(priority, prepared, count=1) as workers:
        ((_, _, theirs),) = ended(list(workers.in_order(["a"])))
    assert isinstance(theirs, int)
    assert theirs > os.nice(0)


def test_processes_that_cannot_begin_leave_the_work_undone() -> None:
    with Workers(doubled, unpreparable, count=2) as workers:
        assert ended(list(workers.in_order([1, 2, 3]))) == []


def test_leaving_ends_the_processes_whatever_they_do() -> None:
    with Workers(hostile, prepared, count=1) as workers:
        (worker,) = workers._workers
        process = worker.process.pid
        next(one for one in workers.in_order(["hangs"]) if one.news is News.BEGUN)
    assert process is not None
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return
    raise AssertionError("the process is still there")


def test_a_process_that_reads_knows_no_window_and_no_store() -> None:
    with Workers(loaded, digest.prepare, count=1) as workers:
        ((_, _, names),) = ended(list(workers.in_order(["which"])))
    assert "trafilatura" in names
    assert not {"PySide6", "shiboken6", "sqlalchemy", "alembic"} & set(names)

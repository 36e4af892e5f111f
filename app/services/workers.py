"""Work done in processes of their own: what dies or never ends there is one answer lost, and nothing else."""

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, Self, TypeVar

Task = TypeVar("Task")
Answer = TypeVar("Answer")
OnRead = Callable[[], None]
Do = Callable[[Task, OnRead], Answer]

LIMIT = 120.0
"""Seconds for one task; the longest article that is taken in needs a tenth of it."""
_AHEAD = 4
"""Tasks that a process is handed at once, so that it need not wait until somebody listens."""
_WINDOW = 8
"""Answers for each process that may wait until an earlier one comes: what is held in memory stays the same."""
_NICE = 10
"""How far a process steps back behind the program's others, of 19."""
_TICK = 0.1
"""Seconds without news after which the caller is asked whether to go on."""


class News(StrEnum):
    """What is heard of a task."""

    NONE = "none"
    BEGUN = "begun"
    READ = "read"
    DONE = "done"
    DIED = "died"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Notice(Generic[Answer]):
    """News of the task at this place: `READ` is what its function says meanwhile, and the answer comes with `DONE`."""

    news: News
    place: int = -1
    answer: Answer | None = None


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, the tasks it was handed, and since when it works on the first of them."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    pending: deque[int] = field(default_factory=deque)
    since: float | None = None


class Workers(Generic[Task, Answer]):
    """Processes that start at once and are ready a second later; leave the context to end them, whatever they do.

    `do` and `prepare` are functions of a module, which is all that a process imports; `prepare` runs once in each.
    """

    def __init__(self, do: Do[Task, Answer], prepare: Callable[[], None], *, count: int, limit: float = LIMIT) -> None:
        self._do, self._prepare, self._limit = do, prepare, limit
        self._context = multiprocessing.get_context("spawn")
        self._workers = [self._start() for _ in range(count)]
        self._unsent: deque[int] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            _close(worker)
        self._workers = []

    def in_order(self, tasks: Sequence[Task]) -> Iterator[Notice[Answer]]:
        """Do these; how each ends is told in their order, what is heard of it before as it comes.

        Every tenth of a second something comes, if only `News.NONE`. It ends early where no process could be started:
        what was not told by then was not done.
        """
        self._unsent = deque(range(len(tasks)))
        ended: dict[int, Notice[Answer]] = {}
        place = 0
        while place < len(tasks):
            if place in ended:
                yield ended.pop(place)
                place += 1
                continue
            self._send(tasks, place + _WINDOW * len(self._workers))
            if not self._workers:
                return
            heard = self._receive()
            for notice in heard:
                if notice.news in (News.DONE, News.DIED, News.LATE):
                    ended[notice.place] = notice
                else:
                    yield notice
            if not heard:
                yield Notice(News.NONE)

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._do, self._prepare), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def _send(self, tasks: Sequence[Task], until: int) -> None:
        for worker in sorted(self._workers, key=lambda worker: len(worker.pending)):
            while worker.ready and len(worker.pending) < _AHEAD and self._unsent and self._unsent[0] < until:
                with contextlib.suppress(OSError):  # it died; that is heard of in a moment
                    worker.pipe.send((self._unsent[0], tasks[self._unsent[0]]))
                worker.pending.append(self._unsent.popleft())

    def _receive(self) -> list[Notice[Answer]]:
        by_pipe = {worker.pipe: worker for worker in self._workers}
        notices = []
        for pipe in connection.wait(list(by_pipe), timeout=_TICK):
            worker = by_pipe[pipe]  # type: ignore[index]  # only pipes are waited for
            try:
                notices += self._notices(worker, *worker.pipe.recv())
            except (EOFError, OSError):
                notices += self._failed(worker, News.DIED)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.since is not None and now - worker.since > self._limit:
                worker.process.kill()
                notices += self._failed(worker, News.LATE)
        return notices

    def _notices(self, worker: _Worker, news: News, place: int, answer: Answer | None) -> list[Notice[Answer]]:
        if news is News.NONE:
            worker.ready = True
            return []
        if news is News.BEGUN:
            worker.since = time.monotonic()
        if news is News.DONE:
            worker.pending.popleft()
            worker.since = None
        return [Notice(news, place, answer)]

    def _failed(self, worker: _Worker, how: News) -> list[Notice[Answer]]:
        """Put another process in the place of one that is gone, unless it could not even begin."""
        self._workers.remove(worker)
        _close(worker)
        if worker.ready:
            self._workers.append(self._start())
        if not worker.pending:
            return []
        first, *others = worker.pending
        self._unsent.extendleft(reversed(others))
        return [Notice(how, first)]


def _close(worker: _Worker) -> None:
    worker.pipe.close()
    worker.process.join()
    worker.process.close()


def _work(pipe: Connection, do: Do[Task, Answer], prepare: Callable[[], None]) -> None:
    """What a process does until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is meant for who asked, and it ends this process
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _step_back()
    prepare()
    with contextlib.suppress(EOFError, OSError):
        pipe.send((News.NONE, -1, None))
        while True:
            place, task = pipe.recv()
            pipe.send((News.BEGUN, place, None))
            answer = do(task, lambda place=place: pipe.send((News.READ, place, None)))  # type: ignore[misc]
            pipe.send((News.DONE, place, answer))


def _step_back() -> None:
    """Let whoever shows and files what is done here go first where processors are short."""
    if sys.platform != "win32":
        os.nice(_NICE)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(0)

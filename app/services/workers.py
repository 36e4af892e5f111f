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
Further = Callable[[], None]
Do = Callable[[Task, Further], Answer]

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
    FURTHER = "further"
    DONE = "done"
    DIED = "died"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Notice(Generic[Answer]):
    """News of the task at this place; the answer comes with `DONE`."""

    news: News
    place: int = -1
    answer: Answer | None = None


@dataclass(slots=True, eq=False)
class _Hand:
    """One process, the tasks it was handed, and since when it works on the first of them."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    held: deque[int] = field(default_factory=deque)
    since: float | None = None


class Workers(Generic[Task, Answer]):
    """Processes that start at once and are ready a second later; leave the context to end them, whatever they do.

    `do` and `prepare` are functions of a module, which is all that a process imports; `prepare` runs once in each.
    """

    def __init__(self, do: Do[Task, Answer], prepare: Callable[[], None], *, count: int, limit: float = LIMIT) -> None:
        self._do, self._prepare, self._limit = do, prepare, limit
        self._context = multiprocessing.get_context("spawn")
        self._hands = [self._hired() for _ in range(count)]
        self._unsent: deque[int] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self._hands:
            hand.process.kill()
        for hand in self._hands:
            _buried(hand)
        self._hands = []

    def in_order(self, tasks: Sequence[Task]) -> Iterator[Notice[Answer]]:
        """Do these; how each ends is told in their order, what is heard of it before as it comes.

        Every tenth of a second something comes, if only `News.NONE`. It ends early where no process could be started:
        what was not told by then was not done.
        """
        self._unsent = deque(range(len(tasks)))
        ended: dict[int, Notice[Answer]] = {}
        told = 0
        while told < len(tasks):
            if told in ended:
                yield ended.pop(told)
                told += 1
                continue
            self._hand_out(tasks, told + _WINDOW * len(self._hands))
            if not self._hands:
                return
            heard = self._heard()
            for notice in heard:
                if notice.news in (News.DONE, News.DIED, News.LATE):
                    ended[notice.place] = notice
                else:
                    yield notice
            if not heard:
                yield Notice(News.NONE)

    def _hired(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._do, self._prepare), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process, ours)

    def _hand_out(self, tasks: Sequence[Task], until: int) -> None:
        for hand in sorted(self._hands, key=lambda hand: len(hand.held)):
            while hand.ready and len(hand.held) < _AHEAD and self._unsent and self._unsent[0] < until:
                with contextlib.suppress(OSError):  # it died; that is heard of in a moment
                    hand.pipe.send((self._unsent[0], tasks[self._unsent[0]]))
                hand.held.append(self._unsent.popleft())

    def _heard(self) -> list[Notice[Answer]]:
        by_pipe = {hand.pipe: hand for hand in self._hands}
        notices = []
        for pipe in connection.wait(list(by_pipe), timeout=_TICK):
            hand = by_pipe[pipe]  # type: ignore[index]  # only pipes are waited for
            try:
                notices += self._understood(hand, *hand.pipe.recv())
            except (EOFError, OSError):
                notices += self._lost(hand, News.DIED)
        now = time.monotonic()
        for hand in list(self._hands):
            if hand.since is not None and now - hand.since > self._limit:
                hand.process.kill()
                notices += self._lost(hand, News.LATE)
        return notices

    def _understood(self, hand: _Hand, news: News, place: int, answer: Answer | None) -> list[Notice[Answer]]:
        if news is News.NONE:
            hand.ready = True
            return []
        if news is News.BEGUN:
            hand.since = time.monotonic()
        if news is News.DONE:
            hand.held.popleft()
            hand.since = None
        return [Notice(news, place, answer)]

    def _lost(self, hand: _Hand, how: News) -> list[Notice[Answer]]:
        """Put another process in the place of one that is gone, unless it could not even begin."""
        self._hands.remove(hand)
        _buried(hand)
        if hand.ready:
            self._hands.append(self._hired())
        if not hand.held:
            return []
        first, *others = hand.held
        self._unsent.extendleft(reversed(others))
        return [Notice(how, first)]


def _buried(hand: _Hand) -> None:
    hand.pipe.close()
    hand.process.join()
    hand.process.close()


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
            answer = do(task, lambda place=place: pipe.send((News.FURTHER, place, None)))  # type: ignore[misc]
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

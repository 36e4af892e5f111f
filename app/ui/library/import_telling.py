"""When the screens hear of articles that came in while an import goes on: soon, and seldom enough to stay at hand."""

import time
from collections.abc import Callable

from app.domain.changes import Changes

_EVERY_S = 2.0
"""Seconds between two tellings, at least."""
_SELDOM = 20
"""And how many times the processor time that the screens take to read again is waited in between."""


class Telling:
    """What came in and was not told yet. The first article is told at once: somebody waits for something to read."""

    def __init__(self, tell: Callable[[Changes], None]) -> None:
        self._tell = tell
        self._came: set[str] = set()
        self._not_before = 0.0

    def came(self, article_id: str) -> None:
        """An article is in the project now."""
        self._came.add(article_id)

    def settle(self) -> None:
        """Tell what came in, if it is time to."""
        if not self._came or time.monotonic() < self._not_before:
            return
        came, self._came = self._came, set()
        began = time.thread_time()
        self._tell(Changes(articles=frozenset(came)))
        self._not_before = time.monotonic() + max(_EVERY_S, _SELDOM * (time.thread_time() - began))

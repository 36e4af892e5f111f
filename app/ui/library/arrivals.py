"""When screens learn of articles that arrive during an import: soon, but seldom enough for the window to answer."""

import time
from collections.abc import Callable

from app.domain.changes import Changes

_EVERY_S = 2.0
"""Seconds between two announcements, at least."""
_SELDOM = 20
"""At least this many times the processor time that the screens took to read again passes between two."""


class Arrivals:
    """Articles that are not announced yet. The first is announced at once: somebody waits for something to read."""

    def __init__(self, announce: Callable[[Changes], None]) -> None:
        self._announce = announce
        self._waiting: set[str] = set()
        self._not_before = 0.0

    def add(self, article_id: str) -> None:
        """An article is in the project now."""
        self._waiting.add(article_id)

    def announce_if_due(self) -> None:
        """Announce what waits, unless the last announcement was a moment ago."""
        if not self._waiting or time.monotonic() < self._not_before:
            return
        arrived, self._waiting = self._waiting, set()
        began = time.thread_time()
        self._announce(Changes(articles=frozenset(arrived)))
        self._not_before = time.monotonic() + max(_EVERY_S, _SELDOM * (time.thread_time() - began))

"""What takes long to bring in and is needed with the first project, brought in while the person reads the window."""

import gc
import importlib
import threading

_LOADED = (
    *("app.services.desk", "app.store.file.upgrading"),
    *(f"app.ui.{place}.screen" for place in ("library", "review", "claims", "compare")),
)
"""What opening a project brings in, which takes more than a second, and what showing it does."""


class WarmUp:
    """`begin` once the window has been seen, `end` before the program does."""

    def __init__(self) -> None:
        self._thread = threading.Thread(target=_load, daemon=True)

    def begin(self) -> None:
        """Bring it in on a thread of its own."""
        self._thread.start()

    def end(self) -> None:
        """Wait for what is being brought in."""
        if self._thread.is_alive():
            self._thread.join()


def _load() -> None:
    for name in _LOADED:
        importlib.import_module(name)
    # All of it stays to the end: what looks for rubbish would go through it again and again, 0.2 s each time.
    gc.freeze()

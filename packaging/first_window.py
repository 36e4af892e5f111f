"""How much processor time builds of the program take to their first window, side by side in one run."""

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from moved_project import Command

LIMIT = 1.5
"""Times the checkout's processor time."""
ROUNDS = 7
_WINDOW = re.compile(r'(0x[0-9a-f]+) "Counterclaim": \("counterclaim"')
_PATIENCE = 60.0
"""Seconds; a window that has not come by then will not come."""


def compare(programs: Mapping[str, Command]) -> str:
    """Starts each program so many times in turn, the checkout first; gives the medians, or ends over a slow one."""
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with _display() as display:
        for _ in range(ROUNDS):
            for name, command in programs.items():
                taken[name].append(_processor_seconds(command, display))
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    first = next(iter(medians.values()))
    told = ", ".join(f"{name} {seconds:.3f} s ({seconds / first:.2f})" for name, seconds in medians.items())
    if max(medians.values()) > LIMIT * first:
        sys.exit(f"The first window takes too long: {told}; {LIMIT} is the limit.")
    return f"processor time to the first window, median of {ROUNDS}: {told}"


@contextmanager
def _display() -> Iterator[str]:
    """An X server that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-noreset"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        try:
            yield display
        finally:
            server.terminate()


def _processor_seconds(command: Command, display: str) -> float:
    with tempfile.TemporaryDirectory(prefix="counterclaim-home-") as home:
        variables = {"DISPLAY": display, "HOME": home, "PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "xcb"}
        with subprocess.Popen(command, env=variables, stderr=subprocess.DEVNULL) as program:
            try:
                _wait_for_window(display, program)
                return _spent(program.pid)
            finally:
                program.kill()


def _wait_for_window(display: str, program: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + _PATIENCE
    while not _is_shown(display):
        if program.poll() is not None or time.monotonic() > end:
            sys.exit(f"{program.args!r} showed no window.")
        time.sleep(0.02)


def _is_shown(display: str) -> bool:
    """Whether the program's own window is there and mapped; Qt makes helpers of the same name."""
    windows = _WINDOW.findall(_told(display, "-root", "-tree"))
    return any("IsViewable" in _told(display, "-id", window) for window in windows)


def _told(display: str, *words: str) -> str:
    answer = subprocess.run(["xwininfo", "-display", display, *words], capture_output=True, text=True, check=False)
    return answer.stdout


def _spent(process: int) -> float:
    """Time that all threads of a process had a processor so far, in seconds."""
    clock = (~process << 3) | 2  # what clock_getcpuclockid(3) makes of it, finer than the ticks in /proc
    return time.clock_gettime(clock)

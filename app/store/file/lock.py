"""Who may write to a project: a small file beside it names the program that does, for every other to read.

The file is locked by the system too, which lets go when the program dies; so a lock that was left behind is known at
once on the same computer. On others it counts for `STALE` seconds after its holder last touched it.
"""

import contextlib
import json
import os
import socket
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.store import clock
from app.store.history import log

STALE = 1800.0
"""Seconds after which the lock of another computer counts for nothing: the holder touches it every minute or so."""
TOUCHED = 60.0
_FAR = 1 << 30
"""Where in the file Windows locks one byte: what it locks nobody else can read."""
_LONGEST = 4096

_held: "dict[Path, Lock]" = {}
_one_at_a_time = threading.RLock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """The program that writes to a project; `at` is when it opened it, UTC, ISO 8601."""

    who: str
    host: str
    pid: int
    at: str


class HeldError(Exception):
    """Another program writes to the project; `holder` is None where it does not say who it is."""

    def __init__(self, holder: Holder | None) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """The writer's place of one project, for this whole program: several `Project`s of one program share it."""

    def __init__(self, place: Path, file: int) -> None:
        self._place, self._file = place, file
        self._shared = 1
        self._touched = time.monotonic()

    @classmethod
    def take(cls, path: Path) -> Self:
        """Take the writer's place; `HeldError` where another program has it, OSError where no file can be made."""
        place = place_of(path)
        with _one_at_a_time:
            if (mine := _held.get(place)) is not None:
                mine._shared += 1
                return mine  # type: ignore[return-value]
            made = cls(place, _taken(place))
            _held[place] = made
            return made

    def is_mine(self) -> bool:
        """Whether the file is still the one that was taken; says that its holder is alive, once a minute."""
        try:
            here, opened = self._place.stat(), os.fstat(self._file)
        except OSError:
            return False
        if (here.st_dev, here.st_ino) != (opened.st_dev, opened.st_ino):
            return False
        if time.monotonic() - self._touched > TOUCHED:
            self._touched = time.monotonic()
            with contextlib.suppress(OSError):
                os.utime(self._place)
        return True

    def release(self) -> None:
        """Leave the writer's place; the file goes with the last of this program that does."""
        with _one_at_a_time:
            self._shared -= 1
            if self._shared:
                return
            _held.pop(self._place, None)
            mine = self.is_mine()
            if mine and sys.platform != "win32":
                self._place.unlink(missing_ok=True)
            os.close(self._file)
            if mine and sys.platform == "win32":
                with contextlib.suppress(OSError):
                    self._place.unlink(missing_ok=True)


def is_held(path: Path) -> bool:
    """Whether this program itself has the writer's place of a project."""
    with _one_at_a_time:
        return place_of(path) in _held


def place_of(path: Path) -> Path:
    """The lock file of a project, whatever link it was opened by."""
    whole = path.resolve()
    return whole.with_name(f".{whole.name}.lock")


def _taken(place: Path) -> int:
    while True:
        file = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
        try:
            if not _locked(file):
                raise HeldError(_holder(file))
            holder = _holder(file)
            if holder is not None and holder.host != socket.gethostname() and _fresh(file):
                raise HeldError(holder)
            with contextlib.suppress(FileNotFoundError):
                if os.path.samestat(place.stat(), os.fstat(file)):
                    _sign(place, file)
                    return file
            # Its holder took it away between our opening and locking it.
            os.close(file)
        except BaseException:
            os.close(file)
            raise


def _sign(place: Path, file: int) -> None:
    words = {"who": log.login(), "host": socket.gethostname(), "pid": os.getpid(), "at": clock.now()}
    try:
        os.ftruncate(file, 0)
        os.lseek(file, 0, os.SEEK_SET)
        os.write(file, json.dumps(words).encode())
    except OSError:
        # On a full disk the file can be made, and nothing be written into it.
        with contextlib.suppress(OSError):
            place.unlink()
        raise


def _holder(file: int) -> Holder | None:
    os.lseek(file, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(file, _LONGEST)))
    except (ValueError, TypeError, OSError):
        return None


def _fresh(file: int) -> bool:
    # A clock that was set back makes an old lock look as if it came from the future.
    return abs(time.time() - os.fstat(file).st_mtime) < STALE


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        os.lseek(file, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network and cloud folders know no locks: what the file says has to do.
            return True
        return True

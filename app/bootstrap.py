"""The composition root: paths, log, services, window; alone may import everything."""

import contextlib
import faulthandler
import gc
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING

import platformdirs

from app import cli, shipped
from app.domain.errors import UserError
from app.services import diagnostics

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.store.project import Project

# The store, the rates and the window are brought in by the functions that need them: `extract` starts without them.
# So is of the standard library what the first window can do without: together it takes a tenth of what that takes.

log = logging.getLogger("counterclaim")

VERSION = shipped.version()


def main(arguments: Sequence[str]) -> int:
    """Run the program; gives its exit status."""
    _keep_log()
    return cli.run(arguments, rooms())


def rooms() -> cli.Rooms:
    """What the shell needs: real projects, and the window."""
    return cli.Rooms(
        open=open_desk,
        make=make_desk,
        sample=sample_desk,
        show=show,
        picture=picture,
        has_display=has_display,
        version=VERSION,
    )


def _desk(project: "Project") -> "Desk":
    import datetime

    from app.comparison.amounts.currency import Rates
    from app.services.desk import Desk
    from app.services.project.backups import folder

    desk = Desk.of(project, rates=Rates(), today=lambda: datetime.datetime.now().astimezone().date(), backups=folder())
    # Here rather than when they are first asked for, which would hold the window up; where it cannot be, that says so.
    with contextlib.suppress(UserError):
        desk.disputes.measure()
    return desk


def open_desk(path: Path) -> "Desk":
    """The use cases on a project that is there; of a damaged one those of reading, on what can be read."""
    from app.services.project import rescuing

    return _desk(rescuing.opened(path))


def create_desk(path: Path) -> "Desk":
    """The use cases on a new project; a file that is there already is refused and left as it is."""
    from app.store.project import Project

    return _desk(Project.create(path))


def make_desk(path: Path) -> "Desk":
    """The use cases on a project, made if need be."""
    return open_desk(path) if path.exists() else create_desk(path)


def sample_desk(path: Path) -> "Desk":
    """The use cases on a fresh copy of the sample."""
    from app.services import sample

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"The folder {path.parent} for the sample cannot be made ({error.strerror}); nothing was written. "
            "Free the name, make the folder yourself or choose another, then try again.",
            reason="no-folder",
        ) from error
    desk = make_desk(path)
    try:
        sample.fill(desk)
    except BaseException:
        desk.close()
        raise
    return desk


def data_folder() -> Path:
    """Where the user's copies of the sample lie."""
    return Path(platformdirs.user_data_dir("counterclaim", appauthor=False))


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, elsewhere with a display that is there."""
    if sys.platform in ("win32", "darwin") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    if local := re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display):
        # A display that was closed is often still named, and Qt ends the whole program over it.
        return Path(f"/tmp/.X11-unix/X{local[1]}").exists()
    return bool(display)


def show(path: Path | None, place: str) -> int:
    """Open the window, on a screen of a project or on Start; gives the exit status when it is closed.

    Raises UserError where there is no display, or where the window's libraries do not load.
    """
    if not has_display() and not os.environ.get("QT_QPA_PLATFORM"):
        raise UserError(
            "There is no display here, so the window cannot open; nothing was changed. "
            "“counterclaim --help” lists what can be done from a shell.",
            reason="no-display",
        )
    # Next to nothing of what a window needs is ever rubbish; looking for it meanwhile takes a tenth of the time.
    gc.disable()
    status: int = _window().show(
        path, place, version=VERSION, open_project=open_desk, create_project=create_desk, make_sample=own_sample
    )
    return status


def picture(desk: "Desk", out: Path) -> None:
    """Draw the Compare screen into a PNG, with no display needed; UserError as `show`."""
    if sys.platform == "linux":
        # A display that is named need not answer, and Qt would end the program over it; a picture needs none.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _window().picture(desk, out, version=VERSION)


def _window() -> ModuleType:
    try:
        from PySide6.QtCore import qInstallMessageHandler

        from app.ui.window import program
    except ImportError as error:
        raise UserError(
            f"The window's libraries cannot be loaded ({error}); the projects are safe, and everything else works "
            "from a shell. Set the program up again to get them.",
            reason="no-window",
        ) from error
    qInstallMessageHandler(lambda _, __, message: log.warning("Qt: %s", diagnostics.bare(message)))
    return program


def own_sample() -> "Desk":
    """A copy of the sample among the user's own data, under a name that no earlier copy has."""
    from app.services import sample

    return sample_desk(sample.free_name(data_folder() / "samples"))


def _keep_log() -> None:
    """Crashes and warnings go to a rotating file in the user's log folder; article text never does."""
    # Libraries quote the text they work on, so what they say goes nowhere.
    logging.getLogger().addHandler(logging.NullHandler())
    file = diagnostics.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        last_words = _last_words(file.with_name("crash.txt"))
    except OSError:
        # A read-only home is no reason not to work; crashes then show on standard error only.
        return
    handler = _LogFile(file)
    for name in ("counterclaim", "app"):
        logging.getLogger(name).addHandler(handler)
    if last_words:
        log.critical("an earlier run was ended by the system:\n%s", last_words)
    sys.excepthook = _crashed
    threading.excepthook = lambda crash: _crashed(crash.exc_type, crash.exc_value, crash.exc_traceback)
    sys.unraisablehook = lambda lost: _crashed(lost.exc_type, lost.exc_value, lost.exc_traceback)


class _LogFile(logging.Handler):
    """The rotating file, opened with the first thing that there is to say; most runs have nothing."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._to: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._to is None:
            from logging.handlers import RotatingFileHandler

            self._to = RotatingFileHandler(self._file, maxBytes=500_000, backupCount=3, encoding="utf-8", delay=True)
            self._to.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        self._to.emit(record)


def _last_words(file: Path) -> str:
    """What an earlier run of the program left here as it died; from now on this one would leave its own.

    Nothing but this file is open then, and what rotates cannot stay open.
    """
    stream = file.open("a+", encoding="utf-8", errors="replace")
    stream.seek(0)
    found = stream.read()
    stream.truncate(0)
    faulthandler.enable(stream)
    return found


def _crashed(kind: type[BaseException], crash: BaseException | None, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    # Without the error's own words, which may be an article's.
    log.critical("crashed: %s\n%s", kind.__name__, "".join(traceback.format_tb(trace)))
    if sys.stderr is None:
        return
    if crash is not None and sys.stderr.isatty():
        sys.__excepthook__(kind, crash, trace)
        return
    # Where nobody reads along, standard error is a log as well, the desktop's.
    print("Traceback (most recent call last):", *traceback.format_tb(trace), kind.__name__, sep="\n", file=sys.stderr)

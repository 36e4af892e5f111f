"""Every use case runs once: no socket is opened, and no word of an article is left where the analyst did not put it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import every_use_case

ROOT = Path(__file__).parents[2]
WATCH = """
import os, socket, sys

WATCHED = {
    "socket.__new__", "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo",
    "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo", "urllib.Request", "http.client.connect",
    "ftplib.connect", "smtplib.connect", "webbrowser.open",
}
PAIR = getattr(socket, "AF_UNIX", None)


def watch(event, words):
    # A pair of ends within this computer's memory, which has no address: how processes of an import talk.
    if event not in WATCHED or (event == "socket.__new__" and words[1] == PAIR):
        return
    file = os.open(os.environ["REACHED"], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(file, f"{event} {words[1:]!r}\\n".encode())
    os.close(file)


sys.addaudithook(watch)
with open(os.environ["WATCHING"], "a") as watching:
    watching.write("x")
"""
"""Python runs this before anything else, in every process that the program starts as well."""


def run(folder: Path, *words: object) -> subprocess.CompletedProcess[str]:
    """A process of Python that is watched, with a home of its own."""
    home = folder / "home"
    start = folder / "start"
    for place in (home, start):
        place.mkdir(exist_ok=True)
    (start / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    own = ("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    return subprocess.run(
        [sys.executable, "-X", "utf8", *map(str, words)],
        env=os.environ
        | dict.fromkeys(own, str(home))
        | {"XDG_CACHE_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(home)}
        | {"PYTHONPATH": f"{start}{os.pathsep}{ROOT}", "REACHED": str(folder / "reached")}
        | {"WATCHING": str(folder / "watching")},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=280,
        check=False,
    )


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The folder in which everything was done once."""
    folder = tmp_path_factory.mktemp("quiet")
    ended = run(folder, every_use_case.__file__, folder)
    assert ended.returncode == 0, ended.stderr[-3_000:]
    return folder, ended


def test_no_socket_is_opened_by_any_process(done: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, ended = done
    assert not (folder / "reached").exists(), (folder / "reached").read_text(encoding="utf-8")
    assert ended.stdout.split() == ["False"], "Qt's own network library was loaded"
    # The program itself, and at least one process that read articles for it.
    assert len((folder / "watching").read_text(encoding="utf-8")) > 1


def test_the_watch_itself_hears_of_sockets(tmp_path: Path) -> None:
    for words in (
        "import socket; socket.socket().close()",
        "import socket; socket.getaddrinfo('localhost', 1)",
        "import urllib.request as r; r.urlopen('file:///')",
    ):
        run(tmp_path, "-c", words)
    heard = (tmp_path / "reached").read_text(encoding="utf-8")
    for event in ("socket.__new__", "socket.getaddrinfo", "urllib.Request"):
        assert event in heard


def test_no_word_of_an_article_is_left_outside_projects_and_backups(
    done: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    folder, ended = done
    word = every_use_case.WORD.lower()
    assert word not in ended.stderr.lower()
    for file in (folder / "home").rglob("*"):
        assert word not in file.name.lower(), file
        if file.is_file() and file.suffix != ".counterclaim":
            assert word.encode() not in file.read_bytes().lower(), file
    log = next((folder / "home").rglob("counterclaim.log")).read_text(encoding="utf-8")
    assert "crashed: KeyError" in log
    assert "every_use_case.py" in log


def test_diagnostics_say_how_much_there_is_and_not_what(done: tuple[Path, subprocess.CompletedProcess[str]]) -> None:
    folder, _ = done
    (file,) = (folder / "work").glob("diagnostics*.txt")
    said = file.read_text(encoding="utf-8")
    assert every_use_case.WORD not in said
    assert "Ferry" not in said
    assert str(folder) not in said
    assert str(ROOT) not in said
    for part in (
        "Counterclaim: ",
        "Qt: ",
        "Schema: ",
        "Articles: ",
        "Scale: ",
        "crashed: KeyError",
        '"every_use_case.py"',
    ):
        assert part in said

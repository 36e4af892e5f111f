"""Kills the program at random moments of its work, and looks whether anything that it had confirmed is lost.

`python -m tests.store.kill_trial --moments 50` does so 50 times for each kind of work; the seed makes it repeatable
as far as the computer's own pace allows. Needs a system that forks.
"""

import argparse
import datetime
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import app.store.file.upgrading  # noqa: F401 - brought in only later, it would be most of what is cut short
from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.articles.importing import FileProgress, FileState, Follow, Importing
from app.services.claims.reviewing import Reviewing
from app.services.project.history import History
from app.services.project.merging import Merging
from app.store.damage import verifying
from app.store.project import Project

ARTICLES = 5
OLD = Path(__file__).parents[1] / "old_projects" / "v2.counterclaim"
OTHER = "other.counterclaim"
TODAY = datetime.date(2026, 2, 14)

MEMORY = Path("/dev/shm")
"""Where a computer has it, files lie in memory: a process that is killed loses nothing there either, and it is fast."""

Say = Callable[[str], None]
Work = Callable[[Path, Say], None]
Check = Callable[[Path, list[str]], None]


def articles(folder: Path, first: int = 0) -> list[Path]:
    """A few invented articles as files."""
    folder.mkdir(exist_ok=True)
    made = []
    for number in range(first, first + ARTICLES):
        path = folder / f"{number:02}.txt"
        figures = " ".join(f"Pier {one} costs £{number + 1}.{one}m a year." for one in range(1, 4))
        path.write_text(f"Title: Pier {number}\nDate: 2026-01-{number + 1:02}\n\n{figures}\n", encoding="utf-8")
        made.append(path)
    return made


def empty(folder: Path) -> Path:
    """A closed project with nothing in it."""
    path = folder / "empty.counterclaim"
    Project.create(path).close()
    return path


def filled(folder: Path) -> Path:
    """A closed project with all the articles."""
    path = folder / "filled.counterclaim"
    with closing(Project.create(path)) as project:
        Importing(project, today=lambda: TODAY).paths(articles(folder / "articles"))
    return path


def reviewed(folder: Path) -> Path:
    """A closed project in which every claim was decided, each in an act of its own."""
    path = filled(folder)
    review(path, lambda _: None)
    return path


def two(folder: Path) -> Path:
    """A closed project with all the articles, and beside it another with others."""
    with closing(Project.create(folder / OTHER)) as project:
        Importing(project, today=lambda: TODAY).paths(articles(folder / "more", ARTICLES))
    return filled(folder)


def imports(path: Path, say: Say) -> None:
    """Import file by file; each that is done is confirmed."""

    def told(file: FileProgress) -> None:
        if file.state is FileState.ADDED:
            say(f"{file.article_id} {file.claims}")

    with closing(Project.open(path)) as project:
        Importing(project, today=lambda: TODAY).paths(articles(path.parent / "articles"), follow=Follow(progress=told))


def review(path: Path, say: Say) -> None:
    """Accept and reject in turn; each decision is confirmed."""
    with closing(Project.open(path)) as project:
        reviewing = Reviewing(project)
        for number, claim_id in enumerate(reviewing.queue()):
            state = State.REJECTED if number % 3 == 2 else State.ACCEPTED
            reviewing.decide([claim_id], state)
            say(f"{claim_id} {state}")


def undo(path: Path, say: Say) -> None:
    """Undo everything, act by act."""
    with closing(Project.open(path)) as project:
        while undone := project.undo():
            say(undone.act)


def migrate(path: Path, _: Say) -> None:
    """Bring a project of an earlier schema up to date."""
    Project.open(path, backups=path.parent / "backups").close()


def merge(path: Path, say: Say) -> None:
    """Merge another project into this one."""
    with closing(Project.open(path)) as project:
        merger, _ = Merging(project).merge(path.parent.parent / OTHER)
        say(merger.name)


def assert_merged(path: Path, confirmed: list[str]) -> None:
    """All of the other project is there, or nothing of it; all of it if that was confirmed."""
    with closing(Project.open(path)) as project, project.reading() as store:
        articles = len(store.articles.ids())
        claims = sum(sum(states.values()) for states in store.claims.states().values())
    assert (articles, claims) in ((ARTICLES, 3 * ARTICLES), (2 * ARTICLES, 6 * ARTICLES))
    assert articles == 2 * ARTICLES or not confirmed


def assert_imported(path: Path, confirmed: list[str]) -> None:
    """Every article that was said to be added is there with its claims."""
    with closing(Project.open(path)) as project, project.reading() as store:
        counts = {article: sum(states.values()) for article, states in store.claims.states().items()}
    for line in confirmed:
        article_id, claims = line.split()
        assert counts[article_id] == int(claims), line


def assert_decided(path: Path, confirmed: list[str]) -> None:
    """Every decision that was confirmed is as it was made, and at most one more was."""
    with closing(Project.open(path)) as project, project.reading() as store:
        kept = {line.split()[0]: store.claims.get(line.split()[0]).state.value for line in confirmed}
        decided = sum(
            count for states in store.claims.states().values() for state, count in states.items() if state != "waiting"
        )
    assert kept == dict(line.split() for line in confirmed)
    assert decided - len(confirmed) in (0, 1)


def assert_undone(path: Path, confirmed: list[str]) -> None:
    """As many acts are undone as were confirmed, or one more."""
    with closing(Project.open(path)) as project:
        undone = [act for act in History(project).acts() if act.state == "undone"]
    assert len(undone) - len(confirmed) in (0, 1)


def assert_migrated(path: Path, _: list[str]) -> None:
    """What the old project held is there, at whatever moment its upgrade was cut short."""
    with closing(Project.open(path, backups=path.parent / "backups")) as project, project.reading() as store:
        ids = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT)
        states = [line.record.state for line in store.claims.lines(ids)]
        assert (len(store.articles.ids()), len(ids), states.count(State.ACCEPTED)) == (3, 7, 2)


KINDS: dict[str, tuple[Callable[[Path], Path], Work, Check]] = {
    "import": (empty, imports, assert_imported),
    "review": (filled, review, assert_decided),
    "undo": (reviewed, undo, assert_undone),
    "merge": (two, merge, assert_merged),
    "migrate": (lambda folder: Path(shutil.copy(OLD, folder / "old.counterclaim")), migrate, assert_migrated),
}
"""For each kind of work: the project to begin with, the work, and what has to be true after it was cut short."""


def assert_nothing_lost(kind: str, moments: int, seed: int, folder: Path) -> int:
    """Kill the work at so many moments, and check each time; gives in how many it was cut short before its end."""
    prepare, work, check = KINDS[kind]
    made = prepare(folder)
    drawn = random.Random(f"{kind} {seed}")
    for name in ("to warm up", "whole"):
        began = time.monotonic()
        _run(work, _fresh(made, folder, name), None)
        whole = time.monotonic() - began
    cut = 0
    for moment in range(moments):
        path = _fresh(made, folder, f"moment {moment}")
        confirmed, ended = _run(work, path, drawn.uniform(0.0, whole))
        cut += not ended
        check(path, confirmed)
        _assert_whole(path)
        with closing(Project.open(path)) as project:
            project.jump(0)
            assert History(project).undoable() is None
        _assert_whole(path)
        shutil.rmtree(path.parent)
    return cut


def _fresh(made: Path, folder: Path, name: str) -> Path:
    place = folder / name
    place.mkdir()
    return Path(shutil.copy(made, place / "work.counterclaim"))


def _assert_whole(path: Path) -> None:
    assert verifying.findings(path) == []
    beside = {entry.name for entry in path.parent.iterdir() if entry.is_file()}
    assert beside == {path.name}, beside


def _run(work: Work, path: Path, seconds: float | None) -> tuple[list[str], bool]:
    """Do the work in a process of its own and kill it then; gives what it confirmed, and whether it came to its end."""
    mouth, ear = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(mouth)
            work(path, lambda line: _say(ear, line))
            status = 0
        finally:
            os._exit(status)
    os.close(ear)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    with os.fdopen(mouth, encoding="utf-8") as told:
        lines = told.read().split("\n")[:-1]
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the work itself failed"
    return lines, os.WIFEXITED(status)


def _say(ear: int, line: str) -> None:
    os.write(ear, f"{line}\n".encode())


def main() -> None:
    """Say for each kind of work how often it was cut short; an error says what was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--work", choices=KINDS, action="append", help="all kinds, if not given")
    options = parser.parse_args()
    for kind in options.work or KINDS:
        with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
            cut = assert_nothing_lost(kind, options.moments, options.seed, Path(folder))
        print(f"{kind}: killed at {options.moments} moments, {cut} of them before its end; nothing lost", flush=True)


if __name__ == "__main__":
    main()

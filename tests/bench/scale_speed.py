"""Print what a large project takes, each figure beside a plain way of doing the same in the same run.

Run it as a module, with the path of a project of a million claims, or with none: then it makes a small one, which takes
a minute. Times are of the processor, in milliseconds; lists are told by what nineteen of twenty runs do not exceed.
The window's own times are those of grid_speed.py; how an import stands is told by import_speed.py.
"""

import gc
import json
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.domain import claim_query
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid import Claims
from app.store.file import backups
from app.store.project import Project
from tests.bench import import_speed, regroup_speed
from tests.bench.timing import median, milliseconds, most, project
from tests.support import archive, news_stories

ARTICLES, SIZED, PAGES, ROUNDS = 500, 250, 60, 7
WINDOW = "--window"
PAGE = 50
"""Lines that the grid reads at once; how many articles print a figure follows later."""
LOOKED_AT = 8000
"""Milliseconds that the window has for each place: its lists are read meanwhile."""
_JOINED = "FROM claim JOIN article ON article.article_id = claim.article_id"
QUESTIONS = (
    ("", ""),
    ("harbour", "WHERE title LIKE '%harbour%'"),
    ("money:>=90m", "WHERE kind = 'money' AND surface LIKE '%m%' AND value_low >= 9e7"),
    ('said:"the Treasury"', "WHERE speaker LIKE '%the Treasury%'"),
    ("state:accepted kind:percentage", "WHERE state LIKE 'accepted' AND kind LIKE 'percentage'"),
    ("bridge published:2019", "WHERE title LIKE '%bridge%' AND published LIKE '2019%'"),
)
"""What a person asks for, and the same as SQL without an index."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table; `ratio` is ours to the peer's unless its words say otherwise."""

    words: str
    ours: str
    peer: str
    ratio: float | None
    wanted: str
    reached: bool

    def __str__(self) -> str:
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return f"| {self.words} | {self.ours} | {self.peer} | {ratio} | {self.wanted} | {_said(self.reached)} |"


def _said(reached: bool) -> str:
    return "yes" if reached else "**no**"


def lists(path: Path) -> Iterator[Figure]:
    """The first page of every question, its count, its facets, and a page far down."""
    gc.freeze()  # as the window does once all is brought in
    with closing(Project.open(path)) as opened, closing(sqlite3.connect(path)) as driver:
        claims = Claims(opened)
        asked: dict[str, dict[str, list[float]]] = {}
        plain = []
        for typed, where in QUESTIONS:
            narrowed = claim_query.read(typed).narrowed
            for words, act in (
                ("first page of a list, p95", partial(_page, claims, narrowed)),
                ("how many a list has, p95", partial(claims.count, narrowed)),
                ("all facets of a list, p95", partial(claims.facets, narrowed)),
            ):
                times = [milliseconds(act) for _ in range(ROUNDS)]
                asked.setdefault(words, {})[typed or "everything"] = times
            plain += [milliseconds(partial(_asked, driver, where)) for _ in range(ROUNDS)]
        for words, found in asked.items():
            took = most([time for times in found.values() for time in times])
            slowest = max((statistics.median(times), typed) for typed, times in found.items())[1]
            limit = 100 if "facets" in words else 20
            yield Figure(
                words=words, ours=f"{took:.1f} ms; slowest “{slowest}”", peer=f"LIKE and OFFSET {most(plain):.1f} ms",
                ratio=took / most(plain), wanted=f"{limit} ms", reached=took <= limit,
            )  # fmt: skip
        listed = claims.listed(claim_query.read("").narrowed, ClaimOrder.PUBLISHED, descending=True)
        far = min(5000 * PAGE, len(listed)) - PAGE
        near = median(lambda: listed.lines(0, PAGE, reach=False), ROUNDS)
        took = median(lambda: listed.lines(far, far + PAGE, reach=False), ROUNDS)
        yield Figure(
            words=f"page {far // PAGE + 1:,} of a list", ours=f"{took:.1f} ms", peer=f"page 1 {near:.1f} ms",
            ratio=took / near, wanted="1.5", reached=took <= 1.5 * near,
        )  # fmt: skip


def _page(claims: Claims, narrowed: ClaimFilter) -> object:
    listed = claims.head(narrowed, ClaimOrder.PUBLISHED, descending=True)
    if listed is None:
        listed = claims.listed(narrowed, ClaimOrder.PUBLISHED, descending=True)
    return listed.lines(0, min(PAGE, len(listed)), reach=False)


def _asked(driver: sqlite3.Connection, where: str) -> object:
    found = f"SELECT claim.*, title, outlet, published {_JOINED} {where} ORDER BY published DESC"
    return driver.execute(f"{found} LIMIT {PAGE} OFFSET 1000").fetchall()


def imports() -> Iterator[Figure]:
    """Claims filed beside the session's own `add_all` of the same rows."""
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(archive.pages(PAGES)):
            (Path(folder) / f"{number:06}.html").write_text(page, encoding="utf-8")
        found = import_speed.filed(Path(folder))
    each = [1e6 * found[name] / found["claims"] for name in ("ours", "theirs")]
    yield Figure(
        words="a claim inserted (times as fast)", ours=f"{each[0]:.0f} µs", peer=f"add_all {each[1]:.0f} µs",
        ratio=each[1] / each[0], wanted="25", reached=each[1] >= 25 * each[0],
    )  # fmt: skip


def size() -> Figure:
    """Bytes of a thousand articles with twelve claims each, from fewer."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = []
        for count in (0, SIZED):
            path = Path(folder) / f"{count}.counterclaim"
            with closing(Project.create(path)) as made:
                archive.fill(made, count)
            sizes.append(path.stat().st_size)
        words = sum(len(news_stories.story(number).text.split()) for number in range(SIZED)) / SIZED
    each = 1000 * (sizes[1] - sizes[0]) / SIZED / 1e6
    return Figure(
        words=f"1,000 articles of {words:.0f} words, 12 claims each, on the disk", ours=f"{each:.1f} MB", peer="",
        ratio=None, wanted="7.5 MB", reached=each <= 7.5,
    )  # fmt: skip


def _with_children(action: Callable[[], object]) -> float:
    """Milliseconds of the processor for an action and for the processes that it starts and waits for."""

    def used() -> float:
        both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(one.ru_utime + one.ru_stime for one in both)

    start = used()
    action()
    return 1000 * (used() - start)


def backup(path: Path) -> Figure:
    """A copy of a project that is open beside a copy of its file."""
    with tempfile.TemporaryDirectory(dir=path.parent) as folder, closing(Project.open(path)):
        runs = []
        for _ in range(3):
            for old in Path(folder).iterdir():
                old.unlink()
            ours = _with_children(partial(backups.save_copy, path, Path(folder) / "ours"))
            runs.append((ours, _with_children(partial(shutil.copyfile, path, Path(folder) / "plain"))))
    ours, theirs = (statistics.median(times) for times in zip(*runs, strict=True))
    ratio = statistics.median(one / other for one, other in runs)
    return Figure(
        words=f"online backup of {path.stat().st_size / 1e6:.0f} MB", ours=f"{ours:.0f} ms",
        peer=f"file copy {theirs:.0f} ms", ratio=ratio, wanted="2", reached=ratio <= 2,
    )  # fmt: skip


def regrouping(path: Path) -> Iterator[Figure]:
    """All measures of all topics, and what one new article disputes."""
    found = regroup_speed.measure(path)
    yield Figure(
        words=f"{found.claims:,} claims regrouped", ours=f"{found.ours:.0f} ms",
        peer=f"in Python {found.theirs:.0f} ms", ratio=found.ratio, wanted="0.6", reached=found.ratio <= 0.6,
    )  # fmt: skip
    yield Figure(
        words="one new article's verdicts", ours=f"{found.article:.2f} ms", peer="", ratio=None, wanted="5 ms",
        reached=found.article <= 5,
    )  # fmt: skip


def memory(path: Path) -> Figure:
    """What a window holds that went through the long lists, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scale_speed", WINDOW, path], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    held = json.loads(done.stdout)
    return Figure(
        words="memory of the window with it open", ours=f"{held['now']:.0f} MB, {held['most']:.0f} at most",
        peer=f"before it {held['empty']:.0f} MB", ratio=None, wanted="400 MB", reached=held["most"] <= 400,
    )  # fmt: skip


def held(path: Path) -> dict[str, float]:
    """Megabytes of this process before a project is open, after every place was looked at, and at most."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QEventLoop, QSettings, QTimer

    from app import bootstrap
    from app.ui.window import program
    from app.ui.window.main_window import MainWindow

    app = program.application("0")
    with tempfile.TemporaryDirectory() as home:
        settings = QSettings(str(Path(home) / "bench.ini"), QSettings.Format.IniFormat)
        window = MainWindow(bootstrap.open_desk, bootstrap.make_desk, bootstrap.own_sample, settings)
        window.show()
        app.processEvents()
        empty = _megabytes()
        window.show_desk(bootstrap.open_desk(path))
        for name in ("library", "claims", "review", "compare", "claims"):
            window.places.show_place(name)
            waiting = QEventLoop()
            QTimer.singleShot(LOOKED_AT, waiting.quit)
            waiting.exec()
        gc.collect()
        now = _megabytes()
        window.close()
    return {"empty": empty, "now": now, "most": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * resource.getpagesize() / 2**20


def main() -> None:
    """Print the table."""
    if sys.argv[1:2] == [WINDOW]:
        print(json.dumps(held(Path(sys.argv[2]))))
        return
    with project(ARTICLES, words=__doc__) as path:
        print("| figure | ours | peer | ratio | wanted | reached |\n| --- | --- | --- | --- | --- | --- |")
        for part in (imports, partial(lists, path), lambda: [size(), backup(path)], partial(regrouping, path)):
            for figure in part():
                print(figure, flush=True)
        print(memory(path), flush=True)


if __name__ == "__main__":
    main()

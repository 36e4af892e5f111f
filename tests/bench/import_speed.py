"""Print how long an import of generated pages takes, all in one process and shared out. Run it as a module.

The time of the whole import is what counts, so look at the load of the machine too; processor time stands beside it.
Beside that, the longest time for which the window did not answer while such an import ran, and when it ended; and what
it takes to file claims, beside the session's own `add_all` of the same rows into the same tables in one transaction.
`--memory 10000` prints instead how much memory the process that files holds on its way through so many pages.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from tests.support import archive

PAGES = 1000
BEAT_MS = 10
AFTER_S = 2.0
"""The screens read again what came in after the import has ended."""


def imported(folder: Path, workers: int) -> dict[str, float]:
    """One import, without a window; so many processes read while this one files, or it does both."""
    from app import bootstrap
    from app.domain.imports import FileState
    from app.services.articles import course

    if workers:
        course.processes = lambda: workers
    else:
        course.FEW = sys.maxsize
    with tempfile.TemporaryDirectory() as home:
        desk = bootstrap.make_desk(Path(home) / "bench.counterclaim")
        began = time.perf_counter()
        report = desk.importing.paths([folder])
        wall = time.perf_counter() - began
        desk.close()
    assert report.count(FileState.ADDED) == len(list(folder.iterdir()))
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return {
        "wall": wall,
        "here": spent[0].ru_utime + spent[0].ru_stime,
        "apart": spent[1].ru_utime + spent[1].ru_stime,
        "claims": sum(file.claims for file in report.files),
        "memory": spent[0].ru_maxrss / 1024,
    }


def shown(folder: Path) -> dict[str, float]:
    """One import in the window, in the library; the longest gap between two beats of its clock, in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings, Qt, QTimer

    from app import bootstrap
    from app.ui.library.screen import LibraryScreen
    from app.ui.window import program
    from app.ui.window.main_window import MainWindow

    app = program.application("0")
    with tempfile.TemporaryDirectory() as home:
        settings = QSettings(str(Path(home) / "bench.ini"), QSettings.Format.IniFormat)
        window = MainWindow(bootstrap.open_desk, bootstrap.make_desk, bootstrap.own_sample, settings)
        window.show()
        window.show_desk(bootstrap.make_desk(Path(home) / "bench.counterclaim"))
        app.processEvents()
        library = window.places.screen_at("library")
        assert isinstance(library, LibraryScreen)
        dock = library.dock
        gaps: list[float] = []
        turns: list[float] = []
        at, spent = time.perf_counter(), time.thread_time()
        over: float | None = None

        def beat() -> None:
            nonlocal at, spent, over
            now, busy = time.perf_counter(), time.thread_time()
            gaps.append(1000 * (now - at))
            turns.append(1000 * (busy - spent))
            at, spent = now, busy
            over = None if dock.is_running() else over or now
            if over is not None and now - over > AFTER_S:
                app.quit()

        clock = QTimer()
        clock.setTimerType(Qt.TimerType.PreciseTimer)
        clock.timeout.connect(beat)
        clock.start(BEAT_MS)
        dock.import_paths([folder])
        app.exec()
        window.close()
    gaps.sort()
    return {
        "longest": gaps[-1],
        "most": gaps[len(gaps) * 999 // 1000],
        "late": sum(gap > 100 for gap in gaps),
        "turn": max(turns),
    }


def filed(folder: Path) -> dict[str, float]:
    """Processor time for each claim of the pages, as it is filed and as the session adds it."""
    import datetime
    from contextlib import closing

    from sqlalchemy.orm import Session

    from app.domain.imports import QueuedFile
    from app.services.articles import course, digest
    from app.store.claims import NewClaims
    from app.store.project import Project
    from app.store.tables import StoredClaim

    today = datetime.date(2026, 11, 22)
    articles = [
        digest.read(digest.Source(file=QueuedFile(path=path), today=today)) for path in sorted(folder.iterdir())
    ]
    digests = [digest.extracted(article) for article in articles]
    names = {column.key for column in StoredClaim.__mapper__.column_attrs} - {"number"}
    with tempfile.TemporaryDirectory() as home:
        own, other = Path(home) / "own.counterclaim", Path(home) / "other.counterclaim"
        with closing(Project.create(own)) as project, project.writing("articles") as store:
            ids = [store.articles.add(one.article, captured_at="2026-11-22T09:00:00Z").article_id for one in digests]
            read = [
                NewClaims(article_id=article_id, claims=one.claims, ranges=one.ranges)
                for article_id, one in zip(ids, digests, strict=True)
            ]
        shutil.copy(own, other)
        with closing(Project.open(own)) as project:
            began = time.process_time()
            with project.writing("claims") as store:
                for some in (read[at : at + course.AT_ONCE] for at in range(0, len(read), course.AT_ONCE)):
                    store.claims.add_all(some)
            ours = time.process_time() - began
            with Session(project._engine) as session:
                rows = [{name: getattr(row, name) for name in names} for row in session.query(StoredClaim)]
        with closing(Project.open(other)) as project, Session(project._engine) as session:
            began = time.process_time()
            session.add_all([StoredClaim(**row) for row in rows])
            session.commit()
            theirs = time.process_time() - began
    return {"claims": len(rows), "ours": ours, "theirs": theirs}


def remembered(folder: Path, pages: int) -> list[float]:
    """Megabytes that the process that files holds after each tenth of an import."""
    from app import bootstrap
    from app.services.articles.importing import FileProgress, Follow

    held: list[float] = []

    def hear(file: FileProgress) -> None:
        if file.article_id and file.position % (pages // 10) == 0:
            pages_held = int(Path("/proc/self/statm").read_text().split()[1])
            held.append(pages_held * resource.getpagesize() / 2**20)

    with tempfile.TemporaryDirectory() as home:
        desk = bootstrap.make_desk(Path(home) / "bench.counterclaim")
        desk.importing.paths([folder], follow=Follow(progress=hear))
        desk.close()
    return held


def _told(*words: str) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.import_speed", *words], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def main() -> None:
    """Print the times."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=PAGES)
    asked.add_argument("--memory", type=int, metavar="PAGES", help="follow the memory of one long import instead")
    asked.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    asked.add_argument("--what", choices=("claims", "window", "0", "1", "2"), help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.of is not None:
        do = {"claims": filed, "window": shown}.get(options.what) or partial(imported, workers=int(options.what))
        print(json.dumps(do(options.of)))
        return
    count = options.memory or options.pages
    with tempfile.TemporaryDirectory() as folder:
        for nth, page in enumerate(archive.pages(count)):
            (Path(folder) / f"{nth:06}.html").write_text(page, encoding="utf-8")
        if options.memory:
            held = remembered(Path(folder), count)
            print(f"{count} pages, MB after each tenth: {', '.join(f'{one:.0f}' for one in held)}")
        else:
            _compare(folder, count)


def _compare(folder: str, count: int) -> None:
    alone = _told("--of", folder, "--what", "0")
    print(f"{count} pages, {alone['claims']:.0f} claims; load {os.getloadavg()[0]:.1f}")
    for workers in (0, 1, 2):
        one = _told("--of", folder, "--what", str(workers)) if workers else alone
        print(
            f"{workers} reading beside the one that files: {one['wall']:6.1f} s, {alone['wall'] / one['wall']:.2f} "
            f"times as fast; processor {one['here']:.1f} s here and {one['apart']:.1f} s there, "
            f"memory here {one['memory']:.0f} MB"
        )
    beats = _told("--of", folder, "--what", "window")
    print(
        f"window: longest gap {beats['longest']:.0f} ms, {beats['late']:.0f} over 100 ms, "
        f"one in a thousand over {beats['most']:.0f} ms; processor time of the longest turn {beats['turn']:.0f} ms"
    )
    claims = _told("--of", folder, "--what", "claims")
    print(
        f"{claims['claims']:.0f} claims filed: {1e6 * claims['ours'] / claims['claims']:.0f} µs each, by the session "
        f"{1e6 * claims['theirs'] / claims['claims']:.0f} µs, {claims['theirs'] / claims['ours']:.2f} times as fast"
    )


if __name__ == "__main__":
    main()

"""Print how long an import of generated pages takes, all in one process and shared out. Run it as a script.

The time of the whole import is what counts, so look at the load of the machine too; processor time stands beside it.
Beside that, the longest time for which the window did not answer while such an import ran, and when it ended.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

PAGES = 1000
BEAT_MS = 10
AFTER_S = 2.0
"""The screens read again what came in after the import has ended."""
_SYLLABLES = ("bar", "cal", "den", "fir", "gol", "hul", "jas", "ker", "lom", "mur", "nis", "pel", "rud", "sav", "tol")
_FIGURES = (
    "paid £{n}m a year", "spent ${n}.5bn on it", "rose by {n}.4 per cent", "employs {n},000 people",
    "was signed on {d} May 2025", "runs for {n} years", "costs nearly £{n}00,000", "fell from {n}% to {d}%",
)  # fmt: skip


def page(nth: int) -> str:
    """A saved page of some 500 words with 30 figures, like no other."""
    draw = random.Random(nth)
    words = ["".join(draw.choices(_SYLLABLES, k=draw.choice((1, 2, 2, 3)))) for _ in range(400)]

    def prose(count: int) -> str:
        return " ".join(draw.choices(words, k=count))

    def sentence() -> str:
        figure = draw.choice(_FIGURES).format(n=draw.randint(2, 90), d=draw.randint(2, 28))
        return f"{prose(6).capitalize()} {figure}, {prose(8)}."

    title = prose(6).capitalize()
    body = "".join(f"<p>{' '.join(sentence() for _ in range(5))}</p>" for _ in range(6))
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>{title} | Paper {nth % 9}</title>"
        f"<meta property='og:site_name' content='Paper {nth % 9}'><meta property='article:published_time' "
        f"content='2025-05-{nth % 28 + 1:02}'></head><body><nav><a href='/'>Home</a></nav><main><article>"
        f"<h1>{title}</h1>{body}</article></main><footer>All rights reserved</footer></body></html>"
    )


def imported(folder: Path, workers: int) -> dict[str, float]:
    """One import, without a window; so many processes read while this one files, or it does both."""
    from app import bootstrap
    from app.services import course

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
    assert report.count(course.FileState.ADDED) == len(list(folder.iterdir()))
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
    from app.ui import program
    from app.ui.main_window import MainWindow

    app = program.application("0")
    with tempfile.TemporaryDirectory() as home:
        settings = QSettings(str(Path(home) / "bench.ini"), QSettings.Format.IniFormat)
        window = MainWindow(bootstrap.open_desk, bootstrap.make_desk, bootstrap.own_sample, settings)
        window.show()
        window.show_desk(bootstrap.make_desk(Path(home) / "bench.counterclaim"))
        app.processEvents()
        dock = window.places.screen_at("library").dock
        gaps: list[float] = []
        at = time.perf_counter()
        over: float | None = None

        def beat() -> None:
            nonlocal at, over
            now = time.perf_counter()
            gaps.append(1000 * (now - at))
            at = now
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
    return {"longest": gaps[-1], "most": gaps[len(gaps) * 999 // 1000], "late": sum(gap > 100 for gap in gaps)}


def _told(*words: str) -> dict[str, float]:
    done = subprocess.run([sys.executable, __file__, *words], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def main() -> None:
    """Print the times."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pages", type=int, default=PAGES)
    asked.add_argument("--of", type=Path, help=argparse.SUPPRESS)
    asked.add_argument("--workers", type=int, help=argparse.SUPPRESS)
    options = asked.parse_args()
    if options.of is not None:
        found = shown(options.of) if options.workers is None else imported(options.of, options.workers)
        print(json.dumps(found))
        return
    with tempfile.TemporaryDirectory() as folder:
        for nth in range(options.pages):
            (Path(folder) / f"{nth:04}.html").write_text(page(nth), encoding="utf-8")
        alone = _told("--of", folder, "--workers", "0")
        print(f"{options.pages} pages, {alone['claims']:.0f} claims; load {os.getloadavg()[0]:.1f}")
        for workers in (0, 1, 2):
            one = _told("--of", folder, "--workers", str(workers)) if workers else alone
            print(
                f"{workers} reading beside the one that files: {one['wall']:6.1f} s, {alone['wall'] / one['wall']:.2f} "
                f"times as fast; processor {one['here']:.1f} s here and {one['apart']:.1f} s there, "
                f"memory here {one['memory']:.0f} MB"
            )
        beats = _told("--of", folder)
        print(
            f"window: longest gap {beats['longest']:.0f} ms, {beats['late']:.0f} over 100 ms, "
            f"one in a thousand over {beats['most']:.0f} ms"
        )


if __name__ == "__main__":
    main()

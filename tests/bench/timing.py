"""What benchmarks share: the project that they measure on, and how long something takes the processor."""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from app.store.project import Project
from tests.support import archive


@contextmanager
def project(articles: int, *, figures: int = 12, words: str | None = None) -> Iterator[Path]:
    """The project that the command line names, of so many articles unless it says otherwise.

    It is made on the first run and kept; without a name, it is one that goes again.
    """
    asked = argparse.ArgumentParser(description=words)
    asked.add_argument("path", nargs="?", type=Path, help="made on the first run, and kept")
    asked.add_argument("--articles", type=int, default=articles)
    asked.add_argument("--figures", type=int, default=figures, help="of one article, at most 26")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.path or Path(folder) / "archive.counterclaim"
        if not path.exists():
            with closing(Project.create(path)) as made:
                archive.fill(made, options.articles, figures=options.figures)
        yield path


def milliseconds(action: Callable[[], object]) -> float:
    """Processor time of an action in this process."""
    start = time.process_time()
    action()
    return 1000 * (time.process_time() - start)


def median(action: Callable[[], object], times: int = 5) -> float:
    """Milliseconds that an action takes, the median of several runs."""
    return statistics.median(milliseconds(action) for _ in range(times))


def most(times: list[float]) -> float:
    """What nineteen of twenty runs take no longer than."""
    return sorted(times)[len(times) * 19 // 20]

"""Print how long a suggestion and a filing take in a project of many claims, most of them filed. Run it as a module."""

import statistics
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from app.services.topics.grouping import Grouping
from app.store.project import Project
from tests.bench.timing import milliseconds, project

ARTICLES, FIGURES, ASKED = 4200, 24, 50


def measure(path: Path) -> None:
    """Take claims out of the fullest topic, and print what a person waits for to put them back."""
    with closing(Project.open(path)) as opened:
        grouping = Grouping(opened)
        with opened.reading() as store:
            topics = store.topics.list()
            fullest = topics[0][0].topic_id
            ids = [line.record.claim_id for line in store.claims.of_topic(fullest)[:ASKED]]
        grouping.remove(ids, fullest)
        print(f"topics {len(topics):,}, claims in the fullest {topics[0][1]:,}")
        print(f"one suggestion {_median(lambda claim_id: grouping.suggest(claim_id), ids):.1f} ms")
        print(f"one filing     {_median(lambda claim_id: grouping.file([claim_id], fullest), ids):.1f} ms")


def _median(act: Callable[[str], object], ids: list[str]) -> float:
    return statistics.median(milliseconds(partial(act, claim_id)) for claim_id in ids)


if __name__ == "__main__":
    with project(ARTICLES, figures=FIGURES, words=__doc__) as path:
        measure(path)

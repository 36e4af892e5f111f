"""Print how long a suggestion and a filing take in a project of many claims, all filed. Run it as a script."""

import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain.article import Article, Detail
from app.domain.claim import Claim
from app.domain.figure import Figure, Kind
from app.domain.span import Span
from app.services.grouping import Grouping
from app.store.project import Project

ARTICLES, CLAIMS_EACH, TOPICS = 1000, 100, 200
AT = "2026-02-14T09:30:00.000000Z"
_WORDS = [f"{start}{end}" for start in "bcdfghlmnprst" for end in ("arlow", "endic", "osper", "ulting", "iverage")]


def main() -> None:
    """Fill a project, then time what a person waits for."""
    chance = random.Random(7)
    with tempfile.TemporaryDirectory() as folder, closing(Project.create(Path(folder) / "p.counterclaim")) as project:
        grouping = Grouping(project)
        topics = _fill(project, chance)
        with project.reading() as store:
            ids = [line.record.claim_id for line in store.claims.of_topic(topics[0])[:50]]
        grouping.remove(ids, topics[0])
        print(f"claims {ARTICLES * CLAIMS_EACH:,}, topics {TOPICS}")
        print(f"one suggestion {_median(lambda claim_id: grouping.suggest(claim_id), ids):.1f} ms")
        print(f"one filing     {_median(lambda claim_id: grouping.file([claim_id], topics[0]), ids):.1f} ms")


def _fill(project: Project, chance: random.Random) -> list[str]:
    with project.writing("make topics") as store:
        topics = [store.topics.add(f"Topic {number}", chance.sample(_WORDS, 3)).topic_id for number in range(TOPICS)]
    for number in range(ARTICLES):
        words = chance.sample(_WORDS, 12)
        lines = [
            f"The {one} of {other.title()} cost £{at + 1}m, said number {at}."
            for at, (one, other) in enumerate(chance.choices(list(itertools.pairwise(words)), k=CLAIMS_EACH))
        ]
        title = " ".join(words[:5])
        text = "\n\n".join((title, *lines))
        article = Article(
            text=text, parts=(), raw=text.encode(), media_type="text/plain",
            title=Detail(value=title, evidence="the text"),
        )  # fmt: skip
        with project.writing("import") as store:
            record = store.articles.add(article, captured_at=AT)
            claims = store.claims.add(record.article_id, [_claim(text, line) for line in lines])
            store.topics.file(topics[number % TOPICS], claims)
    return topics


def _claim(text: str, line: str) -> Claim:
    start = text.index(line)
    surface = line[line.index("£") :].partition(",")[0]
    at = start + line.index("£")
    value = Decimal(surface[1:-1]) * Decimal("1E6")
    return Claim(
        span=Span(at, at + len(surface)),
        surface=surface,
        figure=Figure(kind=Kind.MONEY, low=value, high=value, unit="GBP"),
        sentence=Span(start, start + len(line)),
        rule="bench",
    )


def _median(act: Callable[[str], object], ids: list[str]) -> float:
    taken = []
    for claim_id in ids:
        start = time.perf_counter()
        act(claim_id)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken) * 1000


if __name__ == "__main__":
    main()

"""Print how long a project's claims take to regroup, in SQL and in plain Python, and a new article's against them.

Plain Python loads what a sweep needs from filings, claims and articles, and sweeps it. Run it as a module, on a project
of a million claims for what large ones take. Times are of the processor, medians of runs in turn, all in one process.
"""

import random
import sqlite3
import statistics
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from math import inf
from pathlib import Path

from app.domain.disputes import Group
from app.services.disputes import Disputes
from app.store.project import Project
from tests.bench.timing import milliseconds, project

ARTICLES, ROUNDS, ASKED = 8_400, 3, 200
LOAD = """
    SELECT filing.topic_id, claim.measure, claim.halo_low, claim.halo_high, article.family, article.origin_id
    FROM filing JOIN claim ON claim.claim_id = filing.claim_id JOIN article ON article.article_id = claim.article_id
    WHERE claim.state <> 'rejected' AND claim.fate IS NULL AND claim.stance IS NOT 'denies'
        AND coalesce(claim.halo_low, claim.halo_high) IS NOT NULL
"""


def swept(driver: sqlite3.Connection) -> dict[tuple[str, str], Group]:
    """The same groups by plain Python: load what a sweep needs, and sweep."""
    found = defaultdict(list)
    for topic, measure, low, high, family, origin in driver.execute(LOAD):
        found[topic, measure].append((-inf if low is None else low, inf if high is None else high, family, origin))
    return {key: _swept(*key, members) for key, members in found.items()}


def _swept(topic: str, measure: str, members: list[tuple[float, float, str, str]]) -> Group:
    members.sort()
    islands, reached, least = 0, -inf, inf
    for low, high, _, _ in members:
        islands += low > reached or not islands
        reached, least = max(reached, high), min(least, high)
    return Group(
        topic_id=topic,
        measure=measure,
        claims=len(members),
        articles=len({family for _, _, family, _ in members}),
        origins=len({origin for _, _, _, origin in members}),
        low=None if members[0][0] == -inf else members[0][0],
        high=None if reached == inf else reached,
        disputed=members[-1][0] > least,
        islands=islands,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Regrouped:
    """What regrouping took, in milliseconds; `ratio` is the median of that of runs in turn."""

    claims: int
    ours: float
    theirs: float
    ratio: float
    tallies: float
    article: float
    """The verdicts of one new article, the median of many."""
    article_at_most: float


def measure(path: Path) -> Regrouped:
    """Regroup both ways in turn, list the topics, and set articles against topics."""
    with closing(Project.open(path)) as opened, closing(sqlite3.connect(path)) as driver:
        disputes = Disputes(opened)
        disputes.measure()
        in_python = swept(driver)
        assert {(one.topic_id, one.measure): one for one in disputes.groups()} == in_python
        claims = sum(one.claims for one in in_python.values())
        del in_python
        runs = [(milliseconds(disputes.groups), milliseconds(lambda: swept(driver))) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(times) for times in zip(*runs, strict=True))
        tallies = statistics.median(milliseconds(disputes.tallies) for _ in range(ROUNDS))
        with opened.reading() as store:
            articles = random.Random(8).choices(store.articles.ids(), k=ASKED)
            asked = [[one.claim_id for one in store.claims.of_article(article)] for article in articles]
            topics = random.Random(9).choices([topic.topic_id for topic, _ in store.topics.list()], k=ASKED)
        times = [milliseconds(partial(disputes.against, ids, topic)) for ids, topic in zip(asked, topics, strict=True)]
    return Regrouped(
        claims=claims,
        ours=ours,
        theirs=theirs,
        ratio=statistics.median(one / other for one, other in runs),
        tallies=tallies,
        article=statistics.median(times),
        article_at_most=max(times),
    )


def main() -> None:
    """Print what was measured."""
    with project(ARTICLES, words=__doc__) as path:
        found = measure(path)
    print(f"{found.claims:,} claims filed and standing")
    print(f"regrouped in SQL       {found.ours:8.0f} ms; in Python {found.theirs:.0f}; ratio {found.ratio:.2f}")
    print(f"tallies of all topics  {found.tallies:8.0f} ms")
    print(f"claims of an article   {found.article:8.2f} ms, at most {found.article_at_most:.2f}")


if __name__ == "__main__":
    main()

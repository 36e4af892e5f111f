"""Print how long a million claims take to regroup, in SQL and in plain Python, and a new article's twelve against them.

Plain Python loads what a sweep needs from filings, claims and articles, and sweeps it.

Run it as a script; the project is made on the first run, beside the path given, and kept, or without one in a folder
that goes again. Times are of the processor, medians of runs in turn, all in one process.
"""

import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from math import inf
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from app.domain.standings import Group
from app.services.standings import Standings
from app.store.project import Project

CLAIMS, EACH, TOPICS, ROUNDS, ASKED = 1_000_000, 12, 1000, 3, 200
AT = "2026-01-05T09:00:00.000000Z"
KINDS = ("Per year", "Total", "Present value", "One-off", "Not stated")
PRICES = ("price base not stated", "real terms", "cash")
CURRENCIES = ("GBP", "GBP", "GBP", "USD")
# Columns that no grouping reads are alike in all rows, and so are the texts.
ARTICLE = {
    "version": 1, "source_name": "a.txt", "media_type": "text/plain", "notes": "[]", "parts": "[]",
    "text_sha256": "text", "raw_sha256": "raw", "captured_at": AT,
}  # fmt: skip
CLAIM = {
    "revision": 1, "char_start": 0, "char_end": 4, "surface": "£1bn", "sentence_start": 0, "sentence_end": 60,
    "sentence": "The crossing will cost £1bn, the council of the island says.", "near": "The crossing", "kind": "money",
    "qualifier": "exact", "qualifier_words": "", "fraction": 0, "vague": 0, "fiscal": 0, "readings": "[]",
    "basis": "{}", "rule": "money", "confidence": "high", "doubt": "", "state": "waiting", "edited_fields": "[]",
    "restated": "[]",
}  # fmt: skip
LOAD = """
    SELECT filing.topic_id, claim.measure, claim.halo_low, claim.halo_high, article.family, article.origin_id
    FROM filing JOIN claim ON claim.claim_id = filing.claim_id JOIN article ON article.article_id = claim.article_id
    WHERE claim.state <> 'rejected' AND claim.fate IS NULL AND claim.stance IS NOT 'denies'
"""


def make(path: Path) -> None:
    """A project of a million claims, an article's twelve under one topic each; straight into the tables."""
    Project.create(path).close()
    chance = random.Random(7)
    with closing(sqlite3.connect(path)) as driver:
        for quick in ("synchronous = OFF", "journal_mode = OFF", "cache_size = -400000"):
            driver.execute(f"PRAGMA {quick}")
        # The full-text indexes take no part, and half an hour to fill.
        for trigger in ("claim_added", "article_added"):
            driver.execute(f"DROP TRIGGER {trigger}")
        driver.execute("INSERT INTO plain_text (sha256, content, shingles) VALUES ('text', '', x'')")
        driver.execute("INSERT INTO raw_bytes VALUES ('raw', x'')")
        topics = [(f"top_{at:026}", f"Crossing {at}", "[]", "money") for at in range(TOPICS)]
        driver.executemany("INSERT INTO topic (topic_id, name, terms, kind) VALUES (?, ?, ?, ?)", topics)
        articles = CLAIMS // EACH + 1
        _insert(driver, "article", (_article(at, chance) for at in range(articles)))
        _insert(driver, "claim", (_claim(at, chance) for at in range(CLAIMS)))
        under = [f"top_{chance.randrange(TOPICS):026}" for _ in range(articles)]
        filed = sorted((under[at // EACH], f"clm_{at:026}") for at in range(CLAIMS))
        driver.executemany("INSERT INTO filing (topic_id, claim_id) VALUES (?, ?)", filed)
        driver.execute("DELETE FROM topic_stale")
        driver.commit()
        driver.execute("PRAGMA journal_mode = DELETE")


def _insert(driver: sqlite3.Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    first = next(rows)
    names, values = ", ".join(first), ", ".join("?" for _ in first)
    statement = f"INSERT INTO {table} ({names}) VALUES ({values})"
    driver.execute(statement, tuple(first.values()))
    driver.executemany(statement, (tuple(row.values()) for row in rows))


def _article(at: int, chance: random.Random) -> dict[str, Any]:
    own = f"art_{at:026}"
    # Every third one is a copy of a story before it.
    origin = f"art_{chance.randrange(at):026}" if at % 3 == 2 else own
    return {**ARTICLE, "article_id": own, "family": own, "origin_id": origin}


def _claim(at: int, chance: random.Random) -> dict[str, Any]:
    value = chance.lognormvariate(18, 0.4)
    return {
        **CLAIM,
        "claim_id": f"clm_{at:026}",
        "article_id": f"art_{at // EACH:026}",
        "low": f"{value:.0f}",
        "value_low": value,
        "measure": f"money {chance.choice(CURRENCIES)} {chance.choice(KINDS)}|{chance.choice(PRICES)}",
        "halo_low": value * 0.95,
        "halo_high": None if chance.random() < 0.02 else value * 1.05,
    }


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


def seconds(action: Callable[[], object]) -> float:
    """Processor time of an action in this process."""
    start = time.process_time()
    action()
    return time.process_time() - start


def measure(path: Path) -> None:
    """Print both regroups in turn, and what a list of topics and a new article take."""
    with closing(Project.open(path)) as project, closing(sqlite3.connect(path)) as driver:
        standings = Standings(project)
        in_python = swept(driver)
        assert {(one.topic_id, one.measure): one for one in standings.groups()} == in_python
        disputed = sum(one.disputed for one in in_python.values())
        print(f"{CLAIMS:,} claims, {len(in_python):,} measures, {disputed:,} disputed")
        del in_python
        runs = [(seconds(standings.groups), seconds(lambda: swept(driver))) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(times) for times in zip(*runs, strict=True))
        ratio = statistics.median(one / other for one, other in runs)
        print(f"regrouped in SQL      {ours:8.2f} seconds; in Python {theirs:.2f}; ratio {ratio:.2f}")
        tallied = statistics.median(seconds(standings.tallies) for _ in range(ROUNDS))
        print(f"tallies of all topics {tallied:8.2f} seconds")
        chance = random.Random(8)
        times = []
        for first in chance.sample(range(CLAIMS // EACH), ASKED):
            claims = [f"clm_{at:026}" for at in range(first * EACH, (first + 1) * EACH)]
            topic = f"top_{chance.randrange(TOPICS):026}"
            times.append(1000 * seconds(partial(standings.against, claims, topic)))
        print(f"{EACH} claims of an article {statistics.median(times):6.2f} milliseconds, at most {max(times):.2f}")


def main() -> None:
    """Measure on the project at the path given, or on one that goes again."""
    if len(sys.argv) > 1:
        where = Path(sys.argv[1])
        if not where.exists():
            make(where)
        measure(where)
        return
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder) / "million.counterclaim")
        measure(Path(folder) / "million.counterclaim")


if __name__ == "__main__":
    main()

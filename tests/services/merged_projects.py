"""What one looks at before and after two projects are merged."""

import sqlite3
from contextlib import closing
from pathlib import Path

from app.domain.changes import Changes
from app.domain.claim import State
from app.domain.merging import Choices, Merger
from app.services.desk import Desk
from app.services.project import verifying
from app.store import marks

NEWS = (
    "Title: A second bridge\nOutlet: Quay Post\nDate: 2025-04-01\n\n"
    "The second bridge will cost £95m a year, the port authority said on Monday.\n"
)
LATER = Choices()
UNJOURNALED = (*marks.KEPT, "act", "act_change", "log", "plain_text", "raw_bytes", "sampled", "topic_stale")
"""Tables that no undo puts back: what is worked out from the rest, and the journal itself."""


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table that a person's acts change."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE 'CREATE TABLE%'")
        names = [name for (name,) in tables if "_words" not in name and name not in UNJOURNALED]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def claims(desk: Desk) -> list[str]:
    """The ids of all claims, article by article."""
    return [claim.claim_id for article in articles(desk) for claim in desk.library.claims(article)]


def articles(desk: Desk) -> list[str]:
    """The ids of all articles."""
    with desk.project.reading() as store:
        return store.articles.ids()


def state(desk: Desk, claim_id: str) -> State:
    """What was decided of a claim."""
    with desk.project.reading() as store:
        return store.claims.get(claim_id).state


def merged(desk: Desk, other: Desk, choices: Choices = LATER) -> tuple[Merger, Changes]:
    """Merge a project that stays open, and look that it is left as it was and the merged one is whole."""
    path = Path(other.project.path)
    before = rows(path)
    looked = desk.merging.look(path, choices)
    merger, changes = desk.merging.merge(path, choices)
    assert looked == merger
    assert rows(path) == before
    return merger, changes


def assert_whole(desk: Desk) -> None:
    """Nothing is found wrong with the project once it is closed."""
    desk.close()
    assert verifying.verify(Path(desk.project.path)) == []

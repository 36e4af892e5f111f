"""Claims that are added in sets are marked, counted and indexed as the triggers would have it, or not added at all."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from app.domain.claim import Claim, State
from app.domain.listing import ClaimFilter
from app.store import marks
from app.store.claims import NewClaims
from app.store.connecting import connect
from app.store.damage import verifying
from app.store.project import Project
from tests.store.filed_articles import AT, keep
from tests.store.harbour_articles import HARBOUR, article, claim, harbour_claims

LATER = HARBOUR.replace("£165m", "£170m")
COUNTED = {
    "mark": "SELECT mark.*, kind, unit, basis, price, per, stance, name FROM mark JOIN trait ON trait.number = trait "
    "LEFT JOIN speaker ON speaker.number = mark.speaker",
    "cell": "SELECT edition, kind, unit, basis, price, per, stance, standing, claims FROM cell "
    "LEFT JOIN trait ON trait.number = trait WHERE claims <> 0",
    "portion": "SELECT axis, kind, unit, grade, standing, claims FROM portion WHERE claims <> 0",
    "speaker_cell": "SELECT name, standing, claims FROM speaker_cell LEFT JOIN speaker ON number = speaker",
    "shelf": "SELECT * FROM shelf",
}


def new_claims(project: Project) -> list[NewClaims]:
    """Two articles with their claims, and one between them without any."""
    texts = [(HARBOUR, harbour_claims()), ("Nothing\n\nNo figure.", []), (LATER, [claim("£170m", "170E6", LATER)])]
    found = list[NewClaims]()
    with project.writing("import") as store:
        for at, (text, claims) in enumerate(texts):
            record = store.articles.add(article(text, outlet=f"Post {at}", published="2025"), captured_at=AT)
            found.append(NewClaims(article_id=record.article_id, claims=claims))
    return found


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return sorted(connection.execute(query).fetchall(), key=repr)


def test_sets_leave_what_the_triggers_leave(project: Project, path: Path, tmp_path: Path) -> None:
    several = new_claims(project)
    keep(project, article("Before\n\nIt cost £45m.", outlet="Post 0", published="2025"), [_before()])
    with project.writing("claims") as store:
        in_sets = store.claims.add_all(several)
    project.close()
    assert [len(ids) for ids in in_sets] == [3, 0, 1]
    one_by_one = Path(shutil.copy(path, tmp_path / "one by one.counterclaim"))
    with closing(connect(one_by_one)) as connection:
        added = connection.execute("SELECT * FROM claim WHERE number > 1 ORDER BY number").fetchall()
        connection.execute("DELETE FROM claim WHERE number > 1")
        connection.executemany(f"INSERT INTO claim VALUES ({', '.join('?' * len(added[0]))})", added)
    for table, query in COUNTED.items():
        assert rows(path, query) == rows(one_by_one, query), table
    assert verifying.findings(path) == []


def _before() -> Claim:
    return claim("£45m", "45E6", "Before\n\nIt cost £45m.")


@contextmanager
def refusing(path: Path, table: str) -> Iterator[None]:
    """Meanwhile this table takes the first row of a transaction, and no other."""
    with closing(connect(path)) as other:
        other.execute(
            f"CREATE TRIGGER refusing BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM filling) "
            f"AND (SELECT count(*) FROM {table}) > 0 BEGIN SELECT RAISE(ABORT, 'refused'); END"
        )
        yield
        other.execute("DROP TRIGGER refusing")


@pytest.mark.parametrize("table", ["claim", "mark", "cell"])
def test_where_one_claim_cannot_be_added_none_is(project: Project, path: Path, table: str) -> None:
    several = new_claims(project)
    with refusing(path, table), pytest.raises(Exception, match="refused"), project.writing("claims") as store:
        store.claims.add_all(several)
    assert rows(path, "SELECT number FROM claim UNION ALL SELECT one FROM filling") == []
    assert verifying.findings(path) == []
    with project.writing("claims") as store:
        store.claims.add_all(several)
    with project.reading() as store:
        assert store.lists.count(ClaimFilter()) == 4
        assert store.lists.count(ClaimFilter(words="treasury")) == 2
    assert verifying.findings(path) == []


def test_no_transaction_ends_before_its_claims_are_counted(project: Project, path: Path) -> None:
    def half() -> None:
        with project.writing("half") as store:
            store.articles.add(article(), captured_at=AT)
            store._session.connection().exec_driver_sql("INSERT INTO filling (one) VALUES (0)")

    with pytest.raises(IntegrityError):
        half()
    assert rows(path, "SELECT number FROM article UNION ALL SELECT one FROM filling") == []


def test_what_was_added_in_sets_is_undone_decided_and_done_again(project: Project, path: Path) -> None:
    several = new_claims(project)
    with project.writing("claims") as store:
        first, _, last = store.claims.add_all(several)
    for act in (project.undo, project.redo):
        act()
        assert verifying.findings(path) == []
    with project.writing("decide") as store:
        store.claims.set_state([first[0], last[0]], State.REJECTED, AT)
        store.topics.file(store.topics.add("Harbour").topic_id, first[1:])
    assert verifying.findings(path) == []
    while project.undo():
        assert verifying.findings(path) == []
    with closing(connect(path)) as connection:
        assert marks.are_right(connection)

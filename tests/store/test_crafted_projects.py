"""A project that somebody put something into that acts is known, and nothing of it is run."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ClaimFilter
from app.store.connecting import connect
from app.store.damage import salvaging, verifying
from app.store.file import file_format, opening, schema_parts
from app.store.file.borrowing import borrowed
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims
from tests.support.new_projects import put_copy

AT = "2026-02-14T09:30:00.000000Z"
OLD = sorted((Path(__file__).parents[1] / "old_projects").glob("*.counterclaim"))
ACTS = "BEGIN UPDATE claim SET state = 'rejected'; END"
REPLACES = (
    "UPDATE sqlite_master SET sql = replace(sql, 'NOT NULL', 'NOT NULL ON CONFLICT REPLACE') WHERE name = 'topic'"
)
HIDES = "UPDATE sqlite_master SET name = 'sqlite_stat1', sql = replace(sql, 'evil', 'sqlite_stat1') WHERE name = 'evil'"
ENDLESS = "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS project_id FROM n"


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with claims that are accepted."""
    put_copy(path, _accepted)
    return path


def _accepted(path: Path) -> None:
    with closing(Project.create(path)) as project, project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        store.claims.set_state(store.claims.add(record.article_id, harbour_claims()), State.ACCEPTED, AT)


def craft(path: Path, *statements: str) -> None:
    """Put this into the file as some other program might."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        for statement in statements:
            other.execute(statement)


def accepted(path: Path) -> int:
    """How many accepted claims the program finds in it."""
    with closing(Project.open(path)) as project, project.reading() as store:
        return store.lists.count(ClaimFilter(states=frozenset({State.ACCEPTED})))


@pytest.mark.parametrize(
    ("named", "statements"),
    [
        ("the trigger “evil”", (f"CREATE TRIGGER evil AFTER INSERT ON topic {ACTS}",)),
        ("the trigger “evil”", (f"CREATE TRIGGER evil AFTER INSERT ON log {ACTS}",)),
        (
            "the trigger “claim_added”",
            ("DROP TRIGGER claim_added", f"CREATE TRIGGER claim_added AFTER INSERT ON claim {ACTS}"),
        ),
        ("the view “peek”", ("CREATE VIEW peek AS SELECT load_extension('x')",)),
        ("the table “more”", ("CREATE TABLE more (x REFERENCES claim (claim_id) ON DELETE RESTRICT)",)),
        ("the index “one”", ("CREATE UNIQUE INDEX one ON topic (kind)",)),
        ("the table “words”", ("CREATE VIRTUAL TABLE words USING fts5(x)",)),
        ("the table “topic”", ("PRAGMA writable_schema = ON", REPLACES)),
        (
            "the trigger “sqlite_stat1”",
            (f"CREATE TRIGGER evil AFTER INSERT ON topic {ACTS}", "PRAGMA writable_schema = ON", HIDES),
        ),
    ],
)
def test_what_the_program_did_not_make_is_named_and_not_run(
    made: Path, named: str, statements: tuple[str, ...]
) -> None:
    craft(made, *statements)
    before = made.read_bytes()
    with pytest.raises(UserError) as told:
        Project.open(made)
    assert told.value.reason == "foreign"
    assert named in str(told.value)
    assert made.read_bytes() == before
    saved = made.with_name("saved.counterclaim")
    assert salvaging.salvage(made, saved).decided == 3
    assert made.read_bytes() == before
    with closing(Project.open(saved)) as project, project.writing("make a topic") as store:
        store.topics.add("Harbour")
        assert store.queue.count() == 0
    assert verifying.findings(saved) == []


@pytest.mark.parametrize("old", OLD, ids=lambda path: path.stem)
def test_an_old_project_is_looked_at_before_it_is_brought_up_to_date(old: Path, tmp_path: Path) -> None:
    path = tmp_path / old.name
    shutil.copyfile(old, path)
    craft(path, f"CREATE TRIGGER evil AFTER UPDATE ON project {ACTS}")
    before = path.read_bytes()
    with pytest.raises(UserError) as told:
        Project.open(path, backups=tmp_path / "before")
    assert told.value.reason == "foreign"
    assert path.read_bytes() == before
    craft(path, "DROP TRIGGER evil")
    Project.open(path, backups=tmp_path / "before").close()


def test_a_crafted_project_is_not_merged(project: Project, tmp_path: Path) -> None:
    other = tmp_path / "other.counterclaim"
    Project.create(other).close()
    craft(other, "CREATE VIEW peek AS SELECT 1")
    with pytest.raises(UserError) as told, borrowed(other, project.path):
        pass
    assert told.value.reason == "foreign"


def test_a_view_without_end_in_the_place_of_a_table_is_never_asked(made: Path) -> None:
    craft(made, "DROP TABLE project", f"CREATE VIEW project AS {ENDLESS}")
    assert opening.project_id_of(made) is None
    with pytest.raises(UserError) as told:
        Project.open(made)
    assert told.value.reason == "corrupt"
    with pytest.raises(UserError):
        salvaging.salvage(made, made.with_name("saved.counterclaim"))


def test_what_sqlite_keeps_for_its_own_planning_is_no_harm(made: Path) -> None:
    before = accepted(made)
    craft(made, "ANALYZE")
    assert accepted(made) == before > 0


def test_a_table_may_be_worded_as_another_version_of_a_library_words_it(made: Path) -> None:
    before = accepted(made)
    craft(
        made,
        "PRAGMA writable_schema = ON",
        """UPDATE sqlite_master SET sql = replace(sql, 'TABLE topic (', 'table "topic"(') WHERE name = 'topic'""",
    )
    with closing(connect(made, mode="ro")) as connection:
        (words,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'topic'").fetchone()
    assert 'table "topic"(' in words
    assert accepted(made) == before > 0


def test_every_schema_is_what_its_migrations_make(tmp_path: Path) -> None:
    for old in OLD:
        with closing(connect(old, mode="ro&immutable=1")) as connection:
            assert schema_parts.foreign(connection, int(old.stem[1:])) == []
            assert schema_parts.missing(connection, int(old.stem[1:])) == []


def test_what_is_missing_is_named_tables_first(made: Path) -> None:
    craft(made, "DROP TRIGGER claim_added", "DROP INDEX ix_act_state", "DROP TABLE sampled")
    with closing(connect(made, mode="ro")) as connection:
        lost = schema_parts.missing(connection, file_format.SCHEMA)
    assert [part.name for part in lost] == ["sampled", "ix_act_state", "claim_added"]

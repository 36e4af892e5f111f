"""Migrations: all of them or none, after a copy was made; tables and migrations say the same."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event
from sqlalchemy.pool import Pool

from app import shipped
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store.file import backups, file_format, upgrading
from app.store.project import Project
from app.store.tables import Base
from tests.store.harbour_articles import article, harbour_claims
from tests.support.new_projects import put_copy

SCHEMA = file_format.SCHEMA
NEXT = SCHEMA + 1
AT = "2026-02-14T09:30:00.000000Z"
FULL_TEXT = ("article_words", "claim_words", "topic_words")

ADDS_A_COLUMN = """
def upgrade():
    with op.batch_alter_table("topic") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="blue"))
    op.execute("UPDATE topic SET name = name || '!'")
"""
REBUILDS_A_PARENT = """
def upgrade():
    with op.batch_alter_table("topic", recreate="always") as table:
        table.alter_column("name", new_column_name="title")
"""
FAILS_HALF_WAY = """
def upgrade():
    op.execute("UPDATE claim SET speaker = 'half done'")
    op.add_column("topic", sa.Column("colour", sa.Text()))
    op.execute("UPDATE nowhere SET nothing = 1")
"""
BREAKS_LINKS = """
def upgrade():
    op.execute("DELETE FROM topic")
"""


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with a topic."""
    put_copy(path, _with_a_topic)
    return path


def _with_a_topic(path: Path) -> None:
    with closing(Project.create(path)) as project, project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        kept = store.claims.add(record.article_id, harbour_claims())
        store.topics.file(store.topics.add("Harbour").topic_id, kept)


def scripts(folder: Path, second: str) -> Path:
    """The shipped migrations and one more."""
    copy = Path(shutil.copytree(shipped.migrations(), folder / "migrations 100%"))
    head = f'import sqlalchemy as sa\nfrom alembic import op\n\nrevision = "{NEXT:04}"\ndown_revision = "{SCHEMA:04}"\n'
    (copy / "versions" / f"{NEXT:04}_more.py").write_text(head + second)
    return copy


def test_tables_and_migrations_say_the_same(made: Path) -> None:
    with closing(Project.open(made)) as project, project.reading() as store:

        def ours(name: str | None, kind: str, _: object) -> bool:
            return kind != "table" or not (name or "").startswith(FULL_TEXT)

        options = {"include_name": ours, "compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(store._session.connection(), opts=options)
        assert compare_metadata(context, Base.metadata) == []


def test_the_schema_number_is_that_of_the_last_migration() -> None:
    (head,) = ScriptDirectory(str(shipped.migrations())).get_heads()
    assert int(head) == file_format.SCHEMA


def test_an_upgrade_changes_the_file_after_copying_it(made: Path, tmp_path: Path) -> None:
    before = made.read_bytes()
    copy = upgrading.upgrade(made, tmp_path / "backups", scripts=scripts(tmp_path, ADDS_A_COLUMN))
    with closing(sqlite3.connect(made)) as upgraded:
        assert upgraded.execute("SELECT name, colour FROM topic").fetchall() == [("Harbour!", "blue")]
        assert upgraded.execute("PRAGMA user_version").fetchone() == (NEXT,)
        assert upgraded.execute("SELECT count(*) FROM filing").fetchone() == (3,)
        assert upgraded.execute("PRAGMA foreign_key_check").fetchall() == []
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT name FROM topic").fetchall() == [("Harbour",)]
        assert kept.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert copy.parent == tmp_path / "backups"
    assert copy.name.startswith("island-")
    assert before != made.read_bytes()


def test_a_rebuilt_table_keeps_its_children(made: Path, tmp_path: Path) -> None:
    upgrading.upgrade(made, tmp_path / "backups", scripts=scripts(tmp_path, REBUILDS_A_PARENT))
    with closing(sqlite3.connect(made)) as upgraded:
        assert upgraded.execute("SELECT title FROM topic").fetchall() == [("Harbour",)]
        assert upgraded.execute("SELECT count(*) FROM filing").fetchone() == (3,)


@pytest.mark.parametrize("second", [FAILS_HALF_WAY, BREAKS_LINKS])
def test_an_upgrade_that_fails_leaves_the_file_as_it_was(made: Path, tmp_path: Path, second: str) -> None:
    before = made.read_bytes()
    with pytest.raises(UserError) as told:
        upgrading.upgrade(made, tmp_path / "backups", scripts=scripts(tmp_path, second))
    assert told.value.reason == "upgrade-failed"
    assert str(tmp_path / "backups") in str(told.value)
    assert made.read_bytes() == before
    with closing(Project.open(made)) as project, project.reading() as store:
        assert store.topics.list()[0][1] == 3


def test_opening_brings_an_old_project_up_to_date(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = scripts(tmp_path, ADDS_A_COLUMN)
    monkeypatch.setattr(shipped, "migrations", lambda: folder)
    monkeypatch.setattr(file_format, "SCHEMA", NEXT)
    monkeypatch.setattr(file_format, "NEEDS", "9.9.9")
    with closing(Project.open(made, backups=tmp_path / "backups")) as project, project.writing("accept") as store:
        store.claims.set_state(store.lists.ids(ClaimFilter(), ClaimOrder.TEXT), State.ACCEPTED, AT)
    assert len(list((tmp_path / "backups").iterdir())) == 1
    Project.open(made, backups=tmp_path / "backups").close()
    assert len(list((tmp_path / "backups").iterdir())) == 1
    monkeypatch.undo()
    with pytest.raises(UserError) as told:
        Project.open(made)
    assert told.value.reason == "newer"
    assert "version 9.9.9" in str(told.value)


def test_no_upgrade_without_a_copy(made: Path, tmp_path: Path) -> None:
    (tmp_path / "backups").write_text("a file where the folder should be")
    before = made.read_bytes()
    with pytest.raises(UserError) as told:
        upgrading.upgrade(made, tmp_path / "backups", scripts=scripts(tmp_path, ADDS_A_COLUMN))
    assert told.value.reason == "no-backup"
    assert made.read_bytes() == before


def test_a_folder_for_copies_that_sqlite_refuses_is_the_one_that_is_blamed(made: Path, tmp_path: Path) -> None:
    far = tmp_path.joinpath(*["a folder with a rather long name"] * 16)
    with pytest.raises(UserError) as told:
        upgrading.back_up(made, far)
    assert told.value.reason == "no-backup"
    assert str(far) in str(told.value)


def test_a_copy_that_does_not_fit_on_its_disk_leaves_no_torn_one(made: Path, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    before = made.read_bytes()
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        with pytest.raises(UserError) as told:
            upgrading.back_up(made, tmp_path / "backups")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
    assert told.value.reason == "no-backup"
    assert str(tmp_path / "backups") in str(told.value)
    assert list((tmp_path / "backups").iterdir()) == []
    assert made.read_bytes() == before


def test_a_project_that_cannot_be_read_is_blamed_itself(made: Path, tmp_path: Path) -> None:
    made.write_bytes(made.read_bytes()[:100] + b"\xa5" * 8000)
    with pytest.raises(UserError) as told:
        upgrading.back_up(made, tmp_path / "backups")
    assert told.value.reason == "corrupt"
    assert not (tmp_path / "backups").exists()


def test_copies_go_to_the_users_own_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert backups.folder().name == "backups"
    assert backups.folder().parent.name == "counterclaim"


def test_a_project_whose_making_was_cut_short_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shipped, "migrations", lambda: path.parent / "not shipped")
    with pytest.raises(Exception, match="not shipped"):
        Project.create(path)
    assert list(path.parent.iterdir()) == []


OLD = Path(__file__).parents[1] / "old_projects"


@pytest.mark.parametrize("name", ["v1", "v2", "v3", "v4", "v5", "v6"])
def test_a_released_schema_that_cannot_be_upgraded_is_left_byte_for_byte(name: str, tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD / f"{name}.counterclaim", tmp_path / "old.counterclaim"))
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE filing SET topic_id = 'top_gone'")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(UserError) as told:
        Project.open(path, backups=tmp_path / "backups")
    assert told.value.reason == "upgrade-failed"
    assert path.read_bytes() == before
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name in str(told.value)
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, "backups"}


def steps_of_an_upgrade(path: Path, claims: int) -> int:
    """Thousands of SQLite's own steps that it takes where so many claims print the same figure."""
    shutil.copy(OLD / "v1.counterclaim", path)
    with closing(sqlite3.connect(path)) as other:
        names = [row[1] for row in other.execute("PRAGMA table_info(claim)") if row[1] not in ("number", "claim_id")]
        listed = ", ".join(names)
        one = "SELECT * FROM claim WHERE same_key IS NOT NULL AND state = 'waiting' LIMIT 1"
        other.execute(
            "WITH RECURSIVE counted (n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM counted LIMIT ?) "
            f"INSERT INTO claim (number, claim_id, {listed}) SELECT n, 'clm_' || n, {listed} FROM counted, ({one})",
            (claims,),
        )
        other.commit()
    steps = 0

    def more() -> None:
        nonlocal steps
        steps += 1

    @event.listens_for(Pool, "connect")
    def counted(connection: sqlite3.Connection, _: object) -> None:
        connection.set_progress_handler(more, 1000)

    try:
        Project.open(path, backups=path.parent / "backups").close()
    finally:
        event.remove(Pool, "connect", counted)
    return steps


def test_an_upgrade_takes_twice_as_long_for_twice_the_claims(tmp_path: Path) -> None:
    few, many = (steps_of_an_upgrade(tmp_path / f"{count}.counterclaim", count) for count in (1000, 2000))
    assert many < 3 * few

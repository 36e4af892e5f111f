"""A project as a file: made whole, read while written, one plain file when closed, nothing lost in a crash."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.store.connecting import address
from app.store.file import file_format
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


def titles(project: Project) -> list[str]:
    with project.reading() as store:
        return [row.title for row in store.articles.rows(ArticleFilter())]


def test_a_new_project_says_what_it_is(path: Path) -> None:
    with closing(Project.create(path)) as project:
        assert project.project_id.startswith("prj_")
        assert len(project.project_id) == 30
        assert project.path == path
    header = path.read_bytes()[:100]
    assert header[68:72] == b"CCLM"
    assert int.from_bytes(header[60:64], "big") == file_format.SCHEMA
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with closing(Project.open(path)) as again:
        assert again.project_id == project.project_id


def test_a_project_opened_by_a_relative_path_knows_its_whole_path(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with closing(Project.create(Path(path.name))) as project:
        assert project.path == path
        monkeypatch.chdir("/")
        with project.writing("import") as store:
            store.articles.add(article(), captured_at=AT)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_every_connection_keeps_the_rules(project: Project) -> None:
    with project.reading() as store:
        rules = {
            name: store._session.connection().exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("foreign_keys", "journal_mode", "synchronous")
        }
    assert rules == {"foreign_keys": 1, "journal_mode": "wal", "synchronous": 2}


def test_a_path_with_odd_characters_is_no_other_file(tmp_path: Path) -> None:
    folder = tmp_path / "50% of #1?"
    folder.mkdir()
    with (
        closing(Project.create(folder / "é & ü?mode=memory.counterclaim")) as project,
        project.writing("import") as store,
    ):
        store.articles.add(article(), captured_at=AT)
    assert [entry.name for entry in folder.iterdir()] == ["é & ü?mode=memory.counterclaim"]


def test_what_is_there_already_is_never_overwritten(path: Path) -> None:
    path.write_text("notes")
    with pytest.raises(UserError) as told:
        Project.create(path)
    assert told.value.reason == "exists"
    assert path.read_text() == "notes"


def test_a_project_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError) as told:
        Project.create(tmp_path / "nowhere" / "a.counterclaim")
    assert told.value.reason == "missing-folder"


def test_closing_leaves_one_plain_file_and_closing_twice_does_nothing(path: Path) -> None:
    project = Project.create(path)
    with project.writing("import") as store:
        store.articles.add(article(), captured_at=AT)
    assert path.with_name(path.name + "-wal").exists()
    project.close()
    project.close()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert path.read_bytes()[18:20] == b"\x01\x01"  # not in the mode of the write-ahead log: opens on read-only media
    with pytest.raises(UserError) as told, project.reading():
        pass
    assert told.value.reason == "closed"


def test_readers_see_the_project_as_it_was_while_an_import_writes(project: Project) -> None:
    started, seen = threading.Event(), threading.Event()

    def write() -> None:
        with project.writing("import") as store:
            store.articles.add(article(), captured_at=AT)
            _ = store.changes
            started.set()
            seen.wait(10)

    writer = threading.Thread(target=write)
    writer.start()
    assert started.wait(10)
    assert titles(project) == []
    seen.set()
    writer.join()
    assert titles(project) == ["Harbour to be leased back"]


def test_one_reader_sees_one_state(project: Project) -> None:
    with project.reading() as reader:
        before = reader.articles.facets().articles
        with project.writing("import") as store:
            store.articles.add(article(), captured_at=AT)
        assert reader.articles.facets().articles == before == 0
    assert len(titles(project)) == 1


def test_writers_wait_for_each_other(project: Project) -> None:
    def write(number: int) -> None:
        for step in range(5):
            with project.writing("import") as store:
                store.articles.add(article(f"{number} {step}\n\nText"), captured_at=AT)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(titles(project)) == 20


def test_an_act_inside_an_act_is_a_bug(project: Project) -> None:
    with pytest.raises(RuntimeError, match="inside another"), project.writing("one"), project.writing("two"):
        pass
    with project.writing("free again") as store:
        store.topics.add("Harbour")
    assert titles(project) == []


def test_closing_waits_for_the_act_that_is_being_written(path: Path) -> None:
    project = Project.create(path)
    inside, go_on = threading.Event(), threading.Event()

    def write() -> None:
        with project.writing("import") as store:
            inside.set()
            go_on.wait(10)
            store.articles.add(article(), captured_at=AT)

    writer = threading.Thread(target=write)
    writer.start()
    inside.wait(10)
    closer = threading.Thread(target=project.close)
    closer.start()
    go_on.set()
    writer.join()
    closer.join()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    with closing(Project.open(path)) as again:
        assert len(titles(again)) == 1


KILLED = """
import os, signal, sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from tests.store.harbour_articles import article, harbour_claims
from app.domain.claim import State
from app.store.connecting import address
from app.store.project import Project
project = Project.open(Path(sys.argv[1]))
with project.writing("import") as store:
    record = store.articles.add(article(), captured_at="2026-02-14T09:30:00Z")
    kept = store.claims.add(record.article_id, harbour_claims())
with project.writing("accept") as store:
    store.claims.set_state(kept, State.ACCEPTED, "2026-02-14T09:30:00Z")
with project.writing("half an act") as store:
    store.topics.add("Never finished")
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs a way to kill")
def test_killed_in_the_middle_it_keeps_every_finished_act_and_no_half_one(path: Path) -> None:
    Project.create(path).close()
    root = str(Path(__file__).parents[2])
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(path)], env=os.environ | {"PYTHONPATH": root}, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    with closing(Project.open(path)) as project, project.reading() as store:
        assert store.queue.recent(10)[0][1] == "accepted"
        assert len(store.queue.recent(10)) == 3
        assert store.topics.list() == []
        assert store.journal.undoable() == "accept"


def test_opening_a_current_project_needs_no_migrations(path: Path) -> None:
    Project.create(path).close()
    asked = (
        "import sys, pathlib; from app.store.project import Project;"
        "Project.open(pathlib.Path(sys.argv[1])).close(); print('alembic' in sys.modules)"
    )
    root = str(Path(__file__).parents[2])
    answer = subprocess.run(
        [sys.executable, "-c", asked, str(path)],
        env=os.environ | {"PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == "False"


def test_two_programs_share_a_project_and_the_last_one_folds_it(path: Path) -> None:
    with closing(Project.create(path)) as first:
        with closing(Project.open(path)) as second, second.writing("import") as store:
            store.articles.add(article(), captured_at=AT)
        assert len(titles(first)) == 1
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_what_is_in_the_file_is_readable_by_other_tools(project: Project, path: Path) -> None:
    with project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        store.claims.add(record.article_id, harbour_claims())
    with closing(sqlite3.connect(path)) as other:
        found = other.execute("SELECT surface, low, value_low, unit, basis_kind, state FROM claim ORDER BY number")
        assert found.fetchone() == ("£165m a year", "1.65E+8", 165e6, "GBP", "rate", "waiting")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (PurePosixPath("/home/a b/50%.counterclaim"), "file:///home/a%20b/50%25.counterclaim"),
        (PureWindowsPath("C:/Users/x/p.counterclaim"), "file:///C:/Users/x/p.counterclaim"),
        (PureWindowsPath("//server/share/p.counterclaim"), "file:////server/share/p.counterclaim"),
    ],
)
def test_a_path_of_any_system_is_an_address_that_sqlite_takes(path: PurePath, expected: str) -> None:
    assert address(path) == expected

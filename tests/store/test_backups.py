"""Copies outside the project's folder: made while it is open, thinned out, put back with what was there kept."""

import datetime
import os
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.store.damage import verifying
from app.store.file import backups
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


def add(project: Project) -> list[str]:
    with project.writing("import an article") as store:
        record = store.articles.add(article(), captured_at=AT)
        return store.claims.add(record.article_id, harbour_claims())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "user data" / "backups"


def test_a_copy_is_whole_and_plain_while_the_project_is_open(project: Project, path: Path, place: Path) -> None:
    kept = add(project)
    with project.writing("accept") as store:
        store.claims.set_state(kept[:2], State.ACCEPTED, AT)
    made = backups.make(path, place)
    assert made is not None
    assert (made.counts.articles, made.counts.claims, made.counts.decided, made.counts.acts) == (1, 3, 2, 2)
    assert [entry.name for entry in place.iterdir()] == [made.path.name]
    assert made.path.read_bytes()[18:20] == b"\x01\x01"  # not in the mode of the write-ahead log
    assert verifying.findings(made.path) == []
    assert list(backups.made(place)) == [made]


def test_an_identical_copy_is_not_made_twice_but_after_an_undo_again(project: Project, path: Path, place: Path) -> None:
    add(project)
    assert backups.make(path, place)
    assert backups.make(path, place) is None
    project.undo()
    assert backups.make(path, place)
    assert len(list(backups.made(place))) == 2


def test_a_copy_is_consistent_while_somebody_writes(project: Project, path: Path, place: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            add_one = article(f"{datetime.datetime.now(datetime.UTC).isoformat()}\n\nText")
            with project.writing("import") as store:
                store.articles.add(add_one, captured_at=AT)

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(3):
            made = backups.make(path, place, always=True)
            assert made is not None
            assert verifying.findings(made.path) == []
    finally:
        stop.set()
        writer.join()


def test_twenty_are_kept_and_one_a_day_for_seven_days(project: Project, path: Path, place: Path) -> None:
    add(project)
    made = backups.make(path, place)
    assert made is not None
    first = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    moments = [first + datetime.timedelta(days=day, hours=hour) for day in range(40) for hour in (1, 2)]
    moments += [first + datetime.timedelta(days=40, hours=hour) for hour in range(24)]
    for number, moment in enumerate(moments, 2):
        shutil.copy(made.path, place / f"{number:06}-{moment:%Y%m%dT%H%M%S%f}.counterclaim")
    made.path.unlink()
    stray = place / "notes.counterclaim"
    stray.write_text("not one of them")
    newest = backups.make(path, place, always=True)
    assert newest is not None
    kept = [copy.path.stem.partition("-")[2] for copy in backups.made(place)]
    assert newest.path.stem.endswith(kept[0])
    assert [stamp[:8] for stamp in kept[:20]].count("20260210") == 19
    assert [stamp[:11] for stamp in kept[20:]] == [f"202602{day:02}T02" for day in range(9, 4, -1)]
    assert stray.exists()


def test_a_clock_that_is_set_back_leaves_the_newest_copy_the_newest(
    project: Project, path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Before(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Before":
            return cls(1999, 12, 31, 23, 59, 59, tzinfo=tz)

    add(project)
    for _ in range(backups.KEPT + 2):
        backups.make(path, place, always=True)
    project.undo()
    monkeypatch.setattr(backups.datetime, "datetime", Before)
    newest = backups.make(path, place)
    monkeypatch.undo()
    assert newest is not None
    assert newest.at.startswith("1999-12-31")
    kept = list(backups.made(place))
    assert kept[0] == newest
    assert len(kept) == backups.KEPT
    assert backups.make(path, place) is None


def test_restoring_puts_the_present_aside_first(path: Path, place: Path) -> None:
    with closing(Project.create(path)) as project:
        kept = add(project)
        then = backups.make(path, place)
        with project.writing("accept") as store:
            store.claims.set_state(kept, State.ACCEPTED, AT)
    assert then is not None
    aside = backups.restore(path, then.path, place)
    assert aside is not None
    with closing(Project.open(path)) as project, project.reading() as store:
        assert store.queue.count() == 3
    assert [entry.name for entry in path.parent.iterdir() if entry.is_file()] == [path.name]
    backups.restore(path, aside, place)
    with closing(Project.open(path)) as project, project.reading() as store:
        assert store.queue.count() == 0
        assert store.journal.undoable() == "accept"


def test_a_damaged_project_is_kept_byte_for_byte_when_a_copy_takes_its_place(path: Path, place: Path) -> None:
    with closing(Project.create(path)) as project:
        add(project)
        then = backups.make(path, place)
    assert then is not None
    damaged = path.read_bytes()[:9000]
    path.write_bytes(damaged)
    aside = backups.restore(path, then.path, place)
    assert aside is not None
    assert aside.read_bytes() == damaged
    with closing(Project.open(path)) as project:
        assert project.undo().act == "import an article"


def test_a_lost_project_comes_back(path: Path, place: Path) -> None:
    with closing(Project.create(path)) as project:
        add(project)
        then = backups.make(path, place)
    assert then is not None
    path.unlink()
    assert backups.restore(path, then.path, place) is None
    with closing(Project.open(path)) as project, project.reading() as store:
        assert store.queue.count() == 3


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_restoring_by_a_link_changes_what_it_leads_to(path: Path, place: Path, tmp_path: Path) -> None:
    with closing(Project.create(path)) as project:
        then = backups.make(path, place)
        add(project)
    assert then is not None
    link = tmp_path / "link.counterclaim"
    link.symlink_to(path)
    backups.restore(link, then.path, place)
    assert link.is_symlink()
    assert backups.counts(path).articles == 0


def test_what_a_killed_program_left_of_a_copy_goes_a_day_later(project: Project, path: Path, place: Path) -> None:
    add(project)
    place.mkdir(parents=True)
    fresh, old = (place / f".00000{number}-20260101T010000000000.counterclaim.part" for number in (1, 2))
    for part in (fresh, old):
        part.write_bytes(b"half")
    os.utime(old, (time.time() - 2 * 86400,) * 2)
    backups.make(path, place)
    assert fresh.exists()
    assert not old.exists()


def test_what_is_no_project_is_not_restored(project: Project, path: Path, place: Path) -> None:
    project.close()
    before = path.read_bytes()
    other = path.with_name("notes.txt")
    other.write_text("notes")
    with pytest.raises(UserError) as told:
        backups.restore(path, other, place)
    assert told.value.reason == "not-a-project"
    assert path.read_bytes() == before


def test_no_room_for_a_copy_is_told_and_leaves_no_part(project: Project, path: Path, place: Path) -> None:
    resource = pytest.importorskip("resource")
    add(project)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024, hard))
    try:
        with pytest.raises(UserError) as told:
            backups.make(path, place)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, hard))
    assert told.value.reason == "no-backup"
    assert list(place.iterdir()) == []


def test_a_copy_that_was_torn_is_passed_over(project: Project, path: Path, place: Path) -> None:
    add(project)
    made = backups.make(path, place)
    assert made is not None
    (place / "000002-20260101T010000000000.counterclaim").write_bytes(made.path.read_bytes()[:5000])
    with closing(sqlite3.connect(place / "000003-20260101T020000000000.counterclaim")) as other:
        other.execute("CREATE TABLE notes (text)")
    assert [copy.path for copy in backups.made(place)] == [made.path]

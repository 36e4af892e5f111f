"""The rollback journal that a broken-off program left is put back; beside a damaged file nothing is touched."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.errors import UserError
from app.services.project import verifying
from app.store.connecting import with_functions
from app.store.file import untouched
from app.store.file.borrowing import borrowed
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


@pytest.fixture
def left(path: Path, tmp_path: Path) -> Path:
    """A project in the middle of whose last act the program was ended, with the journal beside it."""
    with closing(Project.create(path)) as project, project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        store.claims.add(record.article_id, harbour_claims())
    (tmp_path / "left").mkdir()
    copy = tmp_path / "left" / path.name
    with closing(with_functions(sqlite3.connect(path, isolation_level=None))) as other:
        # With no room for changed pages in memory they go into the file, what they were into the journal.
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = 1")
        other.execute("BEGIN")
        other.execute("UPDATE article SET title = 'Half'")
        other.execute("UPDATE claim SET surface = 'half'")
        for name in (path.name, f"{path.name}-journal"):
            shutil.copyfile(path.with_name(name), copy.with_name(name))
        other.execute("ROLLBACK")
    assert copy.read_bytes() != path.read_bytes()
    return copy


def everything(folder: Path) -> dict[str, bytes]:
    return {entry.name: entry.read_bytes() for entry in folder.iterdir()}


def test_what_was_half_done_is_put_back(left: Path, path: Path) -> None:
    before = everything(left.parent)
    with borrowed(left, path) as theirs:
        assert theirs.exec_driver_sql("SELECT title FROM article").scalar() != "Half"
    assert everything(left.parent) == before
    assert verifying.verify(left) == []
    with closing(Project.open(left)) as project, project.reading() as store:
        (article_id,) = store.articles.ids()
        assert store.claims.of_article(article_id)
        assert all(one.claim.surface != "half" for one in store.claims.of_article(article_id))
        assert store.articles.get(article_id).article.title.value != "Half"


def test_a_damaged_file_stays_byte_for_byte_with_the_journal_beside_it(left: Path) -> None:
    with left.open("r+b") as file:
        file.seek(-4096, 2)
        file.write(b"\xa5" * 4096)
    journal = left.with_name(f"{left.name}-journal").read_bytes()
    assert left.read_bytes()[-4096:] not in journal
    before = everything(left.parent)
    with pytest.raises(UserError) as told:
        Project.open(left)
    assert told.value.reason == "corrupt"
    assert everything(left.parent) == before


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs links")
def test_what_lies_beside_a_file_is_found_when_a_link_names_it(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / "link.counterclaim"
    link.parent.mkdir()
    link.symlink_to(path)
    own = tmp_path / "own.counterclaim"
    Project.create(own).close()
    with closing(Project.create(path)) as project:
        with project.writing("import") as store:
            store.articles.add(article(), captured_at=AT)
        with borrowed(link, own) as theirs:
            assert theirs.exec_driver_sql("SELECT count(*) FROM article").scalar() == 1
        untouched.copy(link, tmp_path / "links" / "copy.counterclaim")
    with untouched.reading(tmp_path / "links" / "copy.counterclaim") as found:
        assert found.execute("SELECT count(*) FROM article").fetchone() == (1,)

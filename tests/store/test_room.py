"""How much room a project takes on the disk, and that nothing is lost for it."""

import datetime
import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.article import Article, Detail
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.history import Part
from app.store import packing
from app.store.connecting import with_functions
from app.store.damage import verifying
from app.store.history.journal import Journal
from app.store.project import Project
from tests.store.harbour_articles import HARBOUR, article, harbour_claims
from tests.support import archive

AT = "2026-02-14T09:30:00.000000Z"
MOST = 17_000
"""Bytes of one article of five hundred words with twelve claims, and of all that is kept of its import."""


def page(text: str = HARBOUR, more: str = "") -> Article:
    """The article as a site prints it."""
    paragraphs = "".join(f"<p>{part}</p>\n" for part in text.split("\n\n"))
    return replace(
        article(text), raw=f"<html><nav>Home{more}</nav>{paragraphs}</html>".encode(), media_type="text/html"
    )


def spoil(path: Path, statement: str, *values: object) -> None:
    with closing(with_functions(sqlite3.connect(path))) as other:
        other.execute(statement, values)
        other.commit()


def test_an_article_takes_no_more_room_than_it_may(path: Path) -> None:
    Project.create(path).close()
    empty = path.stat().st_size
    with closing(Project.open(path)) as project:
        archive.fill(project, 200, reviewed=0, filed=0)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
    assert (path.stat().st_size - empty) / 200 < MOST


def test_a_page_comes_back_byte_for_byte_in_a_fraction_of_its_size(project: Project, path: Path) -> None:
    text = f"Title\n\n{' '.join(f'word{number}' for number in range(2000))}"
    given = [page(text), replace(article(text + "."), raw=(text + ".").encode()), replace(article("A"), raw=b"")]
    with project.writing("import") as store:
        kept = [store.articles.add(one, captured_at=AT).article_id for one in given]
    with project.reading() as store:
        assert [store.articles.raw(one) for one in kept] == [one.raw for one in given]
    with closing(sqlite3.connect(path)) as other:
        sizes = [row[0] for row in other.execute("SELECT length(content) FROM raw_bytes ORDER BY rowid")]
    assert max(sizes) < len(text) / 50


def test_a_file_can_be_read_after_the_article_is_forgotten_with_which_it_came(project: Project) -> None:
    with project.writing("import") as store:
        store.articles.add(page(), captured_at=AT)
    project.undo()
    with project.writing("import as it is read now") as store:
        kept = store.articles.add(replace(page(), text="Otherwise read", parts=()), captured_at=AT).article_id
    with project._transaction() as session:
        Journal(session).forget(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=31))
    with project.reading() as store:
        assert store.articles.raw(kept) == page().raw
    project.close()
    assert verifying.findings(project.path) == []


def test_a_damaged_text_is_told_and_holds_nothing_else_up(project: Project, path: Path) -> None:
    with project.writing("import") as store:
        damaged, whole = (store.articles.add(page(text), captured_at=AT).article_id for text in (HARBOUR, "B\n\nC"))
        store.claims.add(damaged, harbour_claims())
    spoil(path, "UPDATE plain_text SET content = x'00' WHERE number = 1")
    with project.reading() as store:
        assert store.articles.get(whole).article.text == "B\n\nC"
        for read in (store.articles.get, store.articles.raw):
            with pytest.raises(UserError) as told:
                read(damaged)
            assert told.value.reason == "corrupt"
    with project.writing("correct") as store:
        store.articles.correct(damaged, "title", Detail(value="Harbour again", evidence="the analyst"))
    with project.writing("remove") as store:
        store.articles.remove(damaged)
    with project.reading() as store:
        assert store.articles.ids() == [whole]


def test_bytes_that_would_fill_the_memory_are_damaged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "_MOST", 1000)
    assert packing.text_of(zlib.compress(b"a" * 1000)) == "a" * 1000
    with pytest.raises(UserError):
        packing.text_of(zlib.compress(b"a" * 1001))


def test_claims_of_an_import_are_one_line_of_the_journal_and_every_way_back_knows_each(
    project: Project, path: Path
) -> None:
    with project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        kept = store.claims.add(record.article_id, harbour_claims())
        act_id = store.act_id
    assert store.changes.claims == set(kept)
    assert _lines(path) == [("article", None), ("claim", len(kept))]
    with project.writing("make a topic") as store:
        store.topics.add("Harbour")
    with project.reading() as store:
        before = [store.claims.get(one) for one in kept]
    assert act_id is not None
    assert project.take_back(act_id).claims == set(kept)
    assert project.undo().claims == set(kept)
    with project.reading() as store:
        assert [store.claims.get(one) for one in kept] == before
    with project.writing("accept") as store:
        store.claims.set_state(kept[1:2], State.ACCEPTED, AT)
    with project.writing("remove one") as store:
        store.readings.remove(kept[:1])
    while project.undo():
        pass
    while project.redo():
        pass
    project.close()
    assert verifying.findings(path) == []


def test_a_claim_of_an_import_that_another_program_took_is_missed(project: Project, path: Path) -> None:
    with project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        kept = store.claims.add(record.article_id, harbour_claims())
    project.close()
    assert verifying.findings(path) == []
    spoil(path, "DELETE FROM claim WHERE claim_id = ?", kept[1])
    assert Part.JOURNAL in {finding.part for finding in verifying.findings(path)}


def _lines(path: Path) -> list[tuple[str, int | None]]:
    with closing(sqlite3.connect(path)) as other:
        return list(other.execute("SELECT table_name, through FROM act_change ORDER BY number"))

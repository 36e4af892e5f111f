"""Undo and redo: one act with all its side effects, after a restart too."""

import datetime
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st
from sqlalchemy import update

from app.domain.article import Detail
from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.store.connecting import with_functions
from app.store.project import Project
from app.store.tables import StoredClaim
from tests.store.harbour_articles import HARBOUR, article, claim, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"
TABLES = ("article", "claim", "topic", "filing")


def add(project: Project, text: str = HARBOUR, *, act: str = "import an article") -> list[str]:
    claims = harbour_claims() if text == HARBOUR else []
    with project.writing(act) as store:
        record = store.articles.add(article(text), captured_at=AT)
        return store.claims.add(record.article_id, claims)


def words(project: Project) -> tuple[str | None, str | None]:
    with project.reading() as store:
        return store.journal.undoable(), store.journal.redoable()


def contents(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of what people work on, and what full-text search finds."""
    with closing(with_functions(sqlite3.connect(path))) as connection:
        rows = {table: sorted(connection.execute(f"SELECT * FROM {table}")) for table in TABLES}
        for index in ("article_words", "claim_words"):
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
            found = connection.execute(f"SELECT rowid FROM {index} WHERE {index} MATCH 'harbour OR lagoon'")
            rows[index] = sorted(found)
        connection.rollback()
    return rows


def test_there_is_nothing_to_undo_at_first(project: Project) -> None:
    assert words(project) == (None, None)
    assert not project.undo()
    assert not project.redo()


def test_an_import_is_one_undo_and_comes_back_the_same(project: Project, path: Path) -> None:
    kept = add(project)
    before = contents(path)
    undone = project.undo()
    assert undone.act == "import an article"
    assert undone.claims == set(kept)
    assert words(project) == (None, "import an article")
    assert all(rows == [] for rows in contents(path).values())
    redone = project.redo()
    assert (redone.claims, redone.articles) == (undone.claims, undone.articles)
    assert contents(path) == before
    assert words(project) == ("import an article", None)


def test_an_act_of_many_kinds_is_taken_back_whole(project: Project, path: Path) -> None:
    kept = add(project)
    before = contents(path)
    with project.writing("much at once") as store:
        store.articles.add(article("Second\n\nText"), captured_at=AT)
        article_id = store.claims.get(kept[0]).article_id
        store.articles.correct(article_id, "title", Detail(value="Lagoon", evidence="the analyst"))
        store.claims.set_state(kept, State.ACCEPTED, AT)
        store.claims.set_basis(kept[0], {"kind": None, "price": "npv"}, AT)
        store.claims.set_speaker(kept[0], "Ann", None, AT)
        topic = store.topics.add("Lagoon", ("lagoon",))
        store.topics.file(topic.topic_id, kept)
        store.topics.set_pin(topic.topic_id, kept[2])
        store.topics.remove(topic.topic_id, kept[:1])
    after = contents(path)
    assert project.undo().act == "much at once"
    assert contents(path) == before
    project.redo()
    assert contents(path) == after
    project.undo()
    assert contents(path) == before


def test_undo_survives_a_restart(path: Path) -> None:
    with closing(Project.create(path)) as project:
        kept = add(project)
        with project.writing("accept £165m a year") as store:
            store.claims.set_state(kept[:1], State.ACCEPTED, AT)
    with closing(Project.open(path)) as project:
        assert words(project) == ("accept £165m a year", None)
        assert project.undo().claims == {kept[0]}
    with closing(Project.open(path)) as project:
        assert words(project) == ("import an article", "accept £165m a year")
        project.redo()
        with project.reading() as store:
            assert store.claims.get(kept[0]).state is State.ACCEPTED


def test_a_new_act_sets_the_undone_branch_aside(project: Project) -> None:
    kept = add(project)
    with project.writing("accept") as store:
        store.claims.set_state(kept, State.ACCEPTED, AT)
    project.undo()
    with project.writing("reject") as store:
        store.claims.set_state(kept, State.REJECTED, AT)
    assert words(project) == ("reject", None)
    assert not project.redo()
    project.undo()
    assert words(project) == ("import an article", "reject")


def test_an_act_that_changes_nothing_is_none(project: Project) -> None:
    kept = add(project)
    with project.writing("set back") as store:
        store.claims.set_state(kept, State.WAITING, AT)
        store.topics.list()
    assert not store.changes
    assert store.changes.act == ""
    assert words(project) == ("import an article", None)


def test_an_act_that_fails_leaves_nothing(project: Project, path: Path) -> None:
    before = contents(path)
    unreadable = replace(harbour_claims()[0], surface="£1")
    with pytest.raises(ValueError, match="does not say"), project.writing("import") as store:
        store.claims.add(store.articles.add(article(), captured_at=AT).article_id, [unreadable])
    assert not store.changes
    assert contents(path) == before
    assert words(project) == (None, None)


def test_an_import_in_many_transactions_is_one_undo(project: Project) -> None:
    act_id = None
    for number in range(3):
        with project.writing(f"import {number + 1} files", joins=act_id) as store:
            store.articles.add(article(f"Title {number}\n\nText {number}"), captured_at=AT)
        act_id = store.act_id
    assert words(project) == ("import 3 files", None)
    assert len(project.undo().articles) == 3
    with project.reading() as store:
        assert store.articles.rows(ArticleFilter()) == []


def test_a_decision_during_an_import_is_undone_on_its_own(project: Project, path: Path) -> None:
    with project.writing("import 2 files") as store:
        record = store.articles.add(article(), captured_at=AT)
        kept = store.claims.add(record.article_id, harbour_claims())
    act_id = store.act_id
    with project.writing("accept") as store:
        store.claims.set_state(kept, State.ACCEPTED, AT)
    with project.writing("import 2 files", joins=act_id) as store:
        store.articles.add(article("Second\n\nText"), captured_at=AT)
    after = contents(path)
    assert project.undo().act == "accept"
    assert project.undo().act == "import 2 files"
    assert contents(path)["article"] == []
    project.redo()
    project.redo()
    assert contents(path) == after


def test_what_comes_after_an_undone_part_of_an_import_is_an_act_of_its_own(project: Project) -> None:
    with project.writing("import 2 files") as store:
        store.articles.add(article(), captured_at=AT)
    act_id = store.act_id
    project.undo()
    with project.writing("import 2 files", joins=act_id) as store:
        store.articles.add(article("Second\n\nText"), captured_at=AT)
    assert store.act_id != act_id
    assert words(project) == ("import 2 files", None)
    project.undo()
    assert words(project) == (None, "import 2 files")
    project.redo()
    with project.reading() as store:
        assert [row.title for row in store.articles.rows(ArticleFilter())] == ["Second"]


def test_an_act_can_be_named_when_it_is_known(project: Project) -> None:
    with project.writing("import") as store:
        store.articles.add(article(), captured_at=AT)
        store.name_act("import one article")
    assert store.changes.act == "import one article"
    assert words(project) == ("import one article", None)


def test_changes_name_what_follows_from_them(project: Project) -> None:
    kept = add(project)
    with project.writing("accept") as store:
        store.claims.set_state(kept[:1], State.ACCEPTED, AT)
        inside = store.changes
        article_id = store.claims.get(kept[0]).article_id
    assert inside == store.changes
    assert (store.changes.claims, store.changes.articles) == ({kept[0]}, {article_id})


def test_no_write_bypasses_the_journal(project: Project) -> None:
    with pytest.raises(RuntimeError, match="journaled"), project.writing("bulk") as store:
        store._session.execute(update(StoredClaim).values(state="accepted"))
    kept = add(project)
    with project.reading() as store:
        store.claims.set_state(kept, State.ACCEPTED, AT)
        with pytest.raises(RuntimeError, match="reading"):
            store._session.flush()


def test_a_row_that_another_program_took_is_told_and_nothing_is_half_undone(project: Project, path: Path) -> None:
    kept = add(project)
    with project.writing("accept") as store:
        store.claims.set_state(kept, State.ACCEPTED, AT)
    with closing(with_functions(sqlite3.connect(path))) as other:
        other.execute("DELETE FROM claim WHERE claim_id = ?", (kept[0],))
        other.commit()
    before = contents(path)
    with pytest.raises(UserError) as told:
        project.undo()
    assert told.value.reason == "undo-impossible"
    assert contents(path) == before
    assert words(project)[0] == "accept"


def test_an_abandoned_branch_is_forgotten_after_thirty_days_with_its_sources(path: Path) -> None:
    with closing(Project.create(path)) as project:
        add(project, "Regretted\n\nText")
        project.undo()
        add(project)
        add(project, "Undone only\n\nText")
        project.undo()
    assert _texts(path) == ["Harbour to be leased back", "Regretted", "Undone only"]
    long_ago = (datetime.datetime.now(datetime.UTC) - datetime.timedelta(31)).isoformat()
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE act SET abandoned_at = ? WHERE state = 'abandoned'", (long_ago,))
        other.commit()
    with closing(Project.open(path)) as project:
        assert project.redo().act == "import an article"
        project.undo()
    assert _texts(path) == ["Harbour to be leased back", "Undone only"]
    with closing(Project.open(path)) as project:
        assert project.redo()
        assert project.undo()
        assert project.undo()


def _texts(path: Path) -> list[str]:
    with closing(with_functions(sqlite3.connect(path))) as connection:
        texts = connection.execute("SELECT text_of(content) FROM plain_text")
        return sorted(text.partition("\n")[0] for (text,) in texts)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(["import", "accept", "basis", "topic", "title", "undo", "redo"]), max_size=14))
def test_undoing_everything_leaves_nothing_and_redoing_it_brings_all_back(tmp_path: Path, steps: list[str]) -> None:
    path = tmp_path / "steps.counterclaim"
    path.unlink(missing_ok=True)
    with closing(Project.create(path)) as project:
        for number, step in enumerate(steps):
            _do(project, step, number)
        after = contents(path)
        taken_back = 0
        while project.undo():
            taken_back += 1
        assert all(rows == [] for rows in contents(path).values())
        for _ in range(taken_back):
            assert project.redo()
        assert contents(path) == after


def _do(project: Project, step: str, number: int) -> None:
    if step in ("undo", "redo"):
        project.undo() if step == "undo" else project.redo()
        return
    with project.writing(step) as store:
        ids = store.lists.ids(ClaimFilter(), ClaimOrder.TEXT)
        if step == "import":
            text = f"Title {number}\n\nThe harbour cost £{number}m."
            record = store.articles.add(article(text), captured_at=AT)
            store.claims.add(record.article_id, [claim(f"£{number}m", f"{number}E6", text)])
        elif step == "topic":
            store.topics.file(store.topics.add(f"Topic {number}").topic_id, ids)
        elif ids and step == "accept":
            store.claims.set_state(ids, State.ACCEPTED if number % 2 else State.WAITING, AT)
        elif ids and step == "basis":
            store.claims.set_basis(ids[-1], {"kind": "total", "price": None}, f"{number:04}")
        elif ids and step == "title":
            lagoon = Detail(value=f"Lagoon {number}", evidence="the analyst")
            store.articles.correct(store.claims.get(ids[0]).article_id, "title", lagoon)

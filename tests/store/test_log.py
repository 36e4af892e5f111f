"""The log is only added to, in the transaction of each act, and every entry is chained to the one before."""

import hashlib
import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.history import LogLine
from app.store import clock
from app.store.damage import verifying
from app.store.history import log
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


def add(project: Project) -> list[str]:
    with project.writing("import an article") as store:
        record = store.articles.add(article(), captured_at=AT)
        return store.claims.add(record.article_id, harbour_claims())


def entries(project: Project) -> list[LogLine]:
    with project.reading() as store:
        return store.log()


def test_every_act_undo_and_redo_is_logged_once(project: Project) -> None:
    kept = add(project)
    with project.writing("accept") as store:
        store.claims.set_state(kept[:1], State.ACCEPTED, AT)
    project.undo()
    project.redo()
    told = entries(project)
    assert [(entry.number, entry.deed, entry.words) for entry in told] == [
        (1, "done", "import an article"), (2, "done", "accept"), (3, "undone", "accept"), (4, "redone", "accept"),
    ]  # fmt: skip
    assert len({entry.act_id for entry in told[1:]}) == 1
    (changed,) = json.loads(told[1].what)["changed"]
    assert changed["ids"][0] == kept[0]
    assert (changed["before"]["state"], changed["after"]["state"]) == ("waiting", "accepted")
    (back,) = json.loads(told[2].what)["changed"]
    assert (back["before"], back["after"]) == (changed["after"], changed["before"])
    assert told[0].rules


def test_an_entry_is_chained_to_the_one_before_in_a_way_that_anybody_can_check(project: Project) -> None:
    add(project)
    project.undo()
    previous = project.project_id
    for entry in entries(project):
        fields = [getattr(entry, name) for name in log.FIELDS]
        plain = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
        assert entry.previous == previous
        assert entry.hash == hashlib.sha256(plain.encode()).hexdigest()
        previous = entry.hash


def test_an_act_that_fails_or_changes_nothing_is_not_logged(project: Project) -> None:
    def fail() -> None:
        with project.writing("half") as store:
            store.topics.add("Harbour")
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError, match="in the middle"):
        fail()
    with project.writing("nothing"):
        pass
    project.undo()
    assert entries(project) == []


def test_each_transaction_of_an_import_is_logged_under_its_act(project: Project) -> None:
    joins = None
    for number in range(3):
        with project.writing("import 3 files", joins=joins) as store:
            store.articles.add(article(f"Title {number}\n\nText"), captured_at=AT)
        joins = store.act_id
    assert [entry.act_id for entry in entries(project)] == [joins] * 3


def test_what_an_article_says_is_not_repeated_in_the_log(project: Project) -> None:
    add(project)
    assert not any("Treasury" in entry.what for entry in entries(project))


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE log SET who = 'somebody else'",
        "DELETE FROM log WHERE number = 1",
        "INSERT OR REPLACE INTO log SELECT number, at, 'x', deed, words, act_id, rules, what, previous, hash FROM log",
    ],
)
def test_nobody_changes_an_entry(project: Project, path: Path, tamper: str) -> None:
    add(project)
    with closing(sqlite3.connect(path)) as other, pytest.raises(sqlite3.IntegrityError, match="only added to"):
        other.execute(tamper)


def test_the_log_names_the_login_or_the_author_that_was_set(project: Project) -> None:
    add(project)
    project.author = "Ada Fenwick"
    project.undo()
    assert [entry.who for entry in entries(project)] == [log.login(), "Ada Fenwick"]


def test_a_clock_that_is_set_back_leaves_the_order_and_the_chain(
    project: Project, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(project)
    monkeypatch.setattr(log, "now", lambda: "1999-12-31T23:59:59.000000Z")
    monkeypatch.setattr("app.store.history.recording.now", lambda: "1999-12-31T23:59:59.000000Z")
    with project.writing("make a topic") as store:
        store.topics.add("Harbour")
    monkeypatch.undo()
    told = entries(project)
    assert [entry.words for entry in told] == ["import an article", "make a topic"]
    assert told[1].at < told[0].at < clock.now()
    assert project.undo().act == "make a topic"
    assert verifying.findings(path) == []

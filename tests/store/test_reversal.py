"""Going to any point of the journal, taking one act back out of turn, and bringing an abandoned one back."""

import datetime
import sqlite3
from contextlib import closing

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.history import ActState
from app.store.damage import verifying
from app.store.history.journal import Journal
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


def add(project: Project, text: str = "") -> list[str]:
    with project.writing("import an article") as store:
        record = store.articles.add(article(text) if text else article(), captured_at=AT)
        return store.claims.add(record.article_id, [] if text else harbour_claims())


def decide(project: Project, claim_id: str, state: State, words: str) -> None:
    with project.writing(words) as store:
        store.claims.set_state([claim_id], state, AT)


def state(project: Project, claim_id: str) -> State:
    with project.reading() as store:
        return store.claims.get(claim_id).state


def act_id(project: Project, words: str) -> str:
    with project.reading() as store:
        return next(act.act_id for act in store.journal.acts() if act.words == words)


def told(project: Project) -> list[tuple[str, ActState]]:
    with project.reading() as store:
        return [(act.words, act.state) for act in store.journal.acts()]


@pytest.fixture
def kept(project: Project) -> list[str]:
    """Three claims: the first accepted, the second rejected."""
    ids = add(project)
    decide(project, ids[0], State.ACCEPTED, "accept the first")
    decide(project, ids[1], State.REJECTED, "reject the second")
    return ids


def test_a_jump_undoes_and_redoes_as_many_as_it_takes(project: Project, kept: list[str]) -> None:
    back = project.jump(1)
    assert back.claims == set(kept[:2])
    assert [state(project, one) for one in kept] == [State.WAITING] * 3
    assert project.jump(2).claims == {kept[0]}
    assert state(project, kept[0]) is State.ACCEPTED
    project.jump(0)
    with project.reading() as store:
        assert len(store.articles.ids()) == 0
    project.jump(3)
    assert [act for _, act in told(project)] == [ActState.DONE] * 3
    assert state(project, kept[1]) is State.REJECTED
    assert not project.jump(3)


def test_one_act_is_taken_back_alone_and_undo_takes_that_back(project: Project, kept: list[str]) -> None:
    changes = project.take_back(act_id(project, "accept the first"))
    assert changes.claims == {kept[0]}
    assert [state(project, one) for one in kept] == [State.WAITING, State.REJECTED, State.WAITING]
    assert told(project)[0] == ("take back: accept the first", ActState.TAKEN_BACK)
    assert told(project)[2] == ("accept the first", ActState.TAKEN_BACK)
    assert project.undo().act == "take back: accept the first"
    assert state(project, kept[0]) is State.ACCEPTED
    assert told(project)[2] == ("accept the first", ActState.DONE)
    project.redo()
    assert state(project, kept[0]) is State.WAITING


def test_what_a_later_act_builds_on_is_refused_by_name_and_left(project: Project, kept: list[str]) -> None:
    before = told(project)
    for words, later in (("import an article", "accept the first"),):
        with pytest.raises(UserError, match=f"“{later}” came later") as refused:
            project.take_back(act_id(project, words))
        assert refused.value.reason == "built-upon"
    decide(project, kept[0], State.REJECTED, "reject the first")
    with pytest.raises(UserError, match="“reject the first” came later"):
        project.take_back(act_id(project, "accept the first"))
    project.undo()
    assert [words for words, _ in told(project)[1:]] == [words for words, _ in before]


def test_what_is_refused_or_taken_back_alone_leaves_the_journal_of_its_act(project: Project) -> None:
    def lines_of_the_import() -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(project.path)) as connection:
            return connection.execute("SELECT * FROM act_change WHERE act = 1 ORDER BY number").fetchall()

    ids = add(project)
    before = lines_of_the_import()
    decide(project, ids[1], State.ACCEPTED, "accept the second")
    with pytest.raises(UserError, match="“accept the second” came later"):
        project.take_back(act_id(project, "import an article"))
    assert lines_of_the_import() == before
    project.undo()
    project.take_back(act_id(project, "import an article"))
    assert lines_of_the_import() == before
    project.jump(0)
    project.jump(1)
    assert [state(project, one) for one in ids] == [State.WAITING] * 3
    assert len(lines_of_the_import()) == 1 + len(ids)


def test_a_topic_that_claims_were_filed_under_later_stays(project: Project, kept: list[str]) -> None:
    with project.writing("make the topic") as store:
        topic = store.topics.add("Harbour")
    with project.writing("file a claim") as store:
        store.topics.file(topic.topic_id, kept[:1])
    with pytest.raises(UserError, match="“file a claim” came later"):
        project.take_back(act_id(project, "make the topic"))
    project.take_back(act_id(project, "file a claim"))
    assert project.take_back(act_id(project, "make the topic")).topics == {topic.topic_id}
    with project.reading() as store:
        assert store.topics.list() == []


def test_what_an_act_removed_comes_back_out_of_turn(project: Project, kept: list[str]) -> None:
    with project.writing("make the topic") as store:
        topic = store.topics.add("Harbour", ("lease",))
        store.topics.file(topic.topic_id, kept)
    with project.writing("take a claim out") as store:
        store.topics.remove(topic.topic_id, kept[:1])
    decide(project, kept[2], State.ACCEPTED, "accept the third")
    with project.reading() as store:
        assert [act.removed for act in store.journal.acts()][1] == 1
    project.take_back(act_id(project, "take a claim out"))
    with project.reading() as store:
        assert store.topics.list()[0][1] == 2  # the rejected one is not counted


def test_an_abandoned_act_is_brought_back_where_it_still_fits(project: Project, kept: list[str]) -> None:
    project.undo()
    decide(project, kept[2], State.ACCEPTED, "accept the third")
    assert told(project)[1] == ("reject the second", ActState.ABANDONED)
    project.bring_back(act_id(project, "reject the second"))
    assert state(project, kept[1]) is State.REJECTED
    assert state(project, kept[2]) is State.ACCEPTED
    with pytest.raises(UserError, match="is different now"):
        project.bring_back(act_id(project, "reject the second"))
    assert project.undo().act == "bring back: reject the second"
    assert state(project, kept[1]) is State.WAITING


def test_an_abandoned_import_comes_back_whole(project: Project, kept: list[str]) -> None:
    add(project, "Second\n\nText")
    project.undo()
    decide(project, kept[2], State.ACCEPTED, "accept the third")
    with project.reading() as store:
        lost = next(act for act in store.journal.acts() if act.state is ActState.ABANDONED)
    assert len(project.bring_back(lost.act_id).articles) == 1
    with project.reading() as store:
        assert len(store.articles.ids()) == 2


def test_an_abandoned_act_whose_import_is_undone_too_is_refused(project: Project, kept: list[str]) -> None:
    project.jump(0)
    add(project, "Other\n\nText")
    with pytest.raises(UserError, match="bring back first what was done before it"):
        project.bring_back(act_id(project, "accept the first"))


def test_what_is_forgotten_cannot_be_brought_back(project: Project, kept: list[str]) -> None:
    project.undo()
    gone = act_id(project, "reject the second")
    decide(project, kept[2], State.ACCEPTED, "accept the third")
    with project._transaction() as session:
        Journal(session).forget(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=31))
    with pytest.raises(UserError, match="forgotten after 30 days"):
        project.bring_back(gone)


def test_the_project_stays_whole_through_all_of_it(project: Project, kept: list[str]) -> None:
    project.take_back(act_id(project, "accept the first"))
    project.jump(2)
    decide(project, kept[2], State.ACCEPTED, "accept the third")
    project.bring_back(act_id(project, "reject the second"))
    assert verifying.findings(project.path) == []

"""Topics: filing, pins, what they hold."""

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.store import topic_words
from app.store.project import Project
from tests.store.harbour_articles import article, claim, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"


@pytest.fixture
def kept(project: Project) -> list[str]:
    """£165m a year, 2026, £45m."""
    with project.writing("import an article") as store:
        record = store.articles.add(article(published="2025-05-22"), captured_at=AT)
        return store.claims.add(record.article_id, harbour_claims())


@pytest.fixture
def topic_id(project: Project, kept: list[str]) -> str:
    """Harbour fees, with the two sums of money."""
    with project.writing("make a topic") as store:
        topic = store.topics.add("Harbour fees", ("harbour", "lease"), Kind.MONEY)
        store.topics.file(topic.topic_id, [kept[0], kept[2]])
    return topic.topic_id


def test_a_topic_comes_back_with_its_claims(project: Project, kept: list[str], topic_id: str) -> None:
    with project.reading() as store:
        ((topic, claims),) = store.topics.list()
        lines = store.claims.of_topic(topic_id)
        assert store.topics.get(topic_id) == topic
    assert (topic.name, topic.terms, topic.kind, topic.pinned) == (
        "Harbour fees", ("harbour", "lease"), Kind.MONEY, None,
    )  # fmt: skip
    assert claims == 2
    assert [line.record.claim_id for line in lines] == [kept[0], kept[2]]
    assert lines[0].topics == ("Harbour fees",)


def test_filing_twice_files_once(project: Project, kept: list[str], topic_id: str) -> None:
    with project.writing("file") as store:
        assert store.topics.file(topic_id, [kept[0], kept[1], kept[1]]) == 1
    assert store.changes.claims == {kept[1]}
    assert store.changes.topics == {topic_id}


def test_rejected_claims_are_in_no_topics_list(project: Project, kept: list[str], topic_id: str) -> None:
    with project.writing("reject") as store:
        store.claims.set_state(kept[:1], State.REJECTED, AT)
    with project.reading() as store:
        assert [line.record.claim_id for line in store.claims.of_topic(topic_id)] == [kept[2]]
        assert [claims for _, claims in store.topics.list()] == [1]


def test_a_claim_taken_out_takes_its_pin_along(project: Project, kept: list[str], topic_id: str) -> None:
    with project.writing("pin") as store:
        store.topics.set_pin(topic_id, kept[0])
    with project.writing("take out") as store:
        assert store.topics.remove(topic_id, [kept[0]]) == 1
    with project.reading() as store:
        assert store.topics.get(topic_id).pinned is None
    project.undo()
    with project.reading() as store:
        assert store.topics.get(topic_id).pinned == kept[0]
        assert len(store.claims.of_topic(topic_id)) == 2


def test_a_topic_that_an_undo_took_away_is_said_to_be_gone(project: Project, topic_id: str) -> None:
    project.undo()
    with pytest.raises(UserError) as told, project.reading() as store:
        store.topics.get(topic_id)
    assert told.value.reason == "gone"
    assert str(told.value) == "There is no such topic in this project; if making it was undone, redo brings it back."


def test_the_fullest_topic_comes_first(project: Project, kept: list[str], topic_id: str) -> None:
    with project.writing("make a topic") as store:
        store.topics.add("A first by name")
    with project.reading() as store:
        assert [topic.name for topic, _ in store.topics.list()] == ["Harbour fees", "A first by name"]


def test_claims_of_topics_are_reviewed_first(project: Project, kept: list[str], topic_id: str) -> None:
    with project.reading() as store:
        assert store.queue.ids() == [kept[0], kept[2], kept[1]]


def _likely(project: Project, claim_id: str) -> dict[str, float]:
    with project.reading() as store:
        return {topic.name: score for topic, score in store.topics.likely(claim_id, 9)}


@pytest.fixture
def again(project: Project, kept: list[str]) -> str:
    """A claim about the harbour that is under no topic."""
    other = "Again\n\nThe harbour brings £45m."
    with project.writing("import") as store:
        record = store.articles.add(article(other, title="Harbour again"), captured_at=AT)
        return store.claims.add(record.article_id, [claim("£45m", "45E6", other)])[0]


def test_topics_are_told_by_words_and_terms_of_the_kind_of_figure(project: Project, again: str, topic_id: str) -> None:
    with project.writing("make topics") as store:
        store.topics.add("Lighthouses", ("lamp",), Kind.MONEY)
        store.topics.add("Shares of the harbour", ("harbour",), Kind.PERCENTAGE)
    assert set(_likely(project, again)) == {"Harbour fees"}
    with project.writing("type a term") as store:
        store.topics.set_terms(store.topics.add("Quays").topic_id, ("brings",))
    assert set(_likely(project, again)) == {"Harbour fees", "Quays"}


def test_a_topic_that_holds_or_was_refused_is_suggested_no_more_until_that_is_undone(
    project: Project, again: str, topic_id: str
) -> None:
    with project.writing("refuse") as store:
        store.topics.refuse(topic_id, again)
    assert store.changes.claims == {again}
    assert _likely(project, again) == {}
    project.undo()
    assert _likely(project, again) != {}
    project.redo()
    with project.writing("file") as store:
        store.topics.file(topic_id, [again])
    assert _likely(project, again) == {}
    with project.writing("take out") as store:
        store.topics.remove(topic_id, [again])
    assert _likely(project, again) != {}


def test_what_is_filed_taken_out_rejected_or_undone_changes_what_topics_are_told_by(
    project: Project, kept: list[str], again: str
) -> None:
    with project.writing("make a topic") as store:
        topic_id = store.topics.add("Fees").topic_id
    assert _likely(project, again) == {}
    with project.writing("file") as store:
        store.topics.file(topic_id, [kept[0]])
    told = _likely(project, again)
    assert told != {}
    with project.writing("reject") as store:
        store.claims.set_state([kept[0]], State.REJECTED, AT)
    assert _likely(project, again) == {}
    project.undo()
    assert _likely(project, again) == told
    project.undo()
    assert _likely(project, again) == {}
    project.redo()
    assert _likely(project, again) == told


def test_filing_many_claims_makes_a_topics_document_once_and_of_the_last_alone(project: Project) -> None:
    text = "Moles\n\n" + "\n\n".join(
        f"Mole number {number} of the harbour cost £{number}m." for number in range(1, 301)
    )
    with project.writing("import") as store:
        record = store.articles.add(article(text), captured_at=AT)
        claims = [claim(f"£{number}m.", f"{number}E6", text) for number in range(1, 301)]
        kept = store.claims.add(record.article_id, claims)
    with project.writing("file") as store:
        store.topics.file(store.topics.add("Moles").topic_id, kept)
        documents = (
            "SELECT count(*), sum(length(sentence) - length(replace(sentence, char(10), '')) + 1) FROM topic_words"
        )
        assert store._session.connection().exec_driver_sql(documents).one() == (0, None)
    with project.reading() as store:
        assert store._session.connection().exec_driver_sql(documents).one() == (1, topic_words.LEARNT)


def test_a_topic_merged_into_another_takes_everything_along_and_one_undo_brings_both_back(
    project: Project, kept: list[str], again: str, topic_id: str
) -> None:
    with project.writing("make a topic") as store:
        other = store.topics.add("Fees", ("lease", "quay")).topic_id
        store.topics.file(other, [kept[0], kept[1]])
        store.topics.set_pin(other, kept[1])
        store.topics.refuse(other, again)
    with project.writing("merge") as store:
        assert store.topics.merge(other, topic_id) == 1
    assert store.changes.topics == {topic_id, other}
    with project.reading() as store:
        ((topic, claims),) = store.topics.list()
        assert (topic.topic_id, topic.terms, topic.pinned, claims) == (
            topic_id, ("harbour", "lease", "quay"), kept[1], 3,
        )  # fmt: skip
    assert _likely(project, again) == {}
    project.undo()
    with project.reading() as store:
        found = {topic.name: (topic.terms, topic.pinned, claims) for topic, claims in store.topics.list()}
    assert found == {"Harbour fees": (("harbour", "lease"), None, 2), "Fees": (("lease", "quay"), kept[1], 2)}
    assert set(_likely(project, again)) == {"Harbour fees"}
    project.redo()
    with project.reading() as store:
        assert [topic.topic_id for topic, _ in store.topics.list()] == [topic_id]


def test_a_topic_taken_away_leaves_its_claims_and_one_undo_brings_it_back(
    project: Project, kept: list[str], again: str, topic_id: str
) -> None:
    with project.writing("prepare") as store:
        store.topics.set_pin(topic_id, kept[0])
        store.topics.refuse(topic_id, again)
    with project.writing("remove the topic") as store:
        store.topics.discard(topic_id)
    with project.reading() as store:
        assert store.topics.list() == []
        assert store.claims.get(kept[0]).claim_id == kept[0]
    project.undo()
    with project.reading() as store:
        ((topic, claims),) = store.topics.list()
    assert (topic.pinned, claims) == (kept[0], 2)
    assert _likely(project, again) == {}


def test_names_are_capitals_that_begin_no_sentence() -> None:
    text = (
        "Bright dock\n\nOn Monday the Foreign Office and Ada Fenwick met in Skerry. Skerry pays the FCDO. They said No."
    )
    assert topic_words.names_in(text) == ["Foreign", "Office", "Ada", "Fenwick", "Skerry", "FCDO"]

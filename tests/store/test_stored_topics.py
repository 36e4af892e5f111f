"""Topics: filing, pins, what they hold."""

import pytest
from invented import article, claim, harbour_claims

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.store.project import Project

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
        assert store.claims.queue() == [kept[0], kept[2], kept[1]]


def test_topics_of_the_same_figure_and_of_the_same_article_are_known(
    project: Project, kept: list[str], topic_id: str
) -> None:
    other = "Again\n\nThe harbour brings £45m."
    with project.writing("import") as store:
        record = store.articles.add(article(other), captured_at=AT)
        (again,) = store.claims.add(record.article_id, [claim("£45m", "45E6", other)])
    with project.reading() as store:
        assert store.topics.with_kin(again) == ({topic_id}, frozenset())
        assert store.topics.with_kin(kept[1]) == (frozenset(), {topic_id})
        assert store.topics.holding(kept[0]) == {topic_id}

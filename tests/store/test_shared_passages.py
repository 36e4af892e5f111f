"""Texts that share passages are found through an index, however many there are."""

import datetime
import random

import pytest

from app.store import passages
from app.store.history.journal import Journal
from app.store.project import Project
from tests.store.harbour_articles import article

AT = "2026-02-14T09:30:00.000000Z"


def shingles(seed: str, size: int = 400) -> frozenset[int]:
    """Made-up shingles, the same for the same seed."""
    drawn = random.Random(seed)
    return frozenset(drawn.randrange(passages.TOP) for _ in range(size))


def filled(project: Project, texts: dict[str, frozenset[int]]) -> None:
    with project.writing("import") as store:
        for name, words in texts.items():
            store.articles.add(article(f"{name}\n\nText of {name}"), captured_at=AT, shingles=words)


def found(project: Project, words: frozenset[int]) -> list[str]:
    with project.reading() as store:
        return [teller.title for teller, _ in store.origins.sharing(words)]


def test_a_copy_is_found_among_many_and_comes_first(project: Project) -> None:
    filled(project, {f"Story {at}": shingles(str(at)) for at in range(60)})
    copy = frozenset(sorted(shingles("17"))[::2]) | shingles("new", 100)
    assert found(project, copy)[0] == "Story 17"
    assert found(project, shingles("nothing like it")) == []


def test_a_short_text_is_found_in_a_long_one_and_the_other_way_round(project: Project) -> None:
    brief = shingles("brief", 70)
    filled(project, {"Brief": brief})
    assert found(project, brief | shingles("rest", 3000)) == ["Brief"]
    filled(project, {"Long": shingles("long", 3000) | shingles("short", 70)})
    assert "Long" in found(project, shingles("short", 70))


def test_what_stands_below_every_text_finds_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passages, "COMMON", 20)
    furniture = frozenset(range(30))
    filled(project, {f"Story {at}": shingles(str(at)) | furniture for at in range(30)})
    assert found(project, furniture | shingles("new")) == []
    assert found(project, furniture | shingles("3"))[0] == "Story 3"


def test_no_more_than_a_few_texts_are_compared_word_by_word(project: Project) -> None:
    shared = shingles("shared")
    filled(project, {f"Story {at}": shared | shingles(str(at), 20) for at in range(3 * passages.MOST)})
    assert len(found(project, shared)) == passages.MOST


def test_a_look_asks_the_index_for_each_shingle_whatever_the_project_holds(project: Project) -> None:
    filled(project, {f"Story {at}": shingles(str(at)) for at in range(50)})
    with project.reading() as store:
        connection = store._session.connection()
        plan = [
            row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {passages._HITS}", ("[1]", 2, 1, 1, 1))
        ]
    asked = [step for step in plan if "sampled" in step or "same" in step]
    assert asked
    assert all("USING PRIMARY KEY (shingle=?)" in step for step in asked), plan


def test_a_text_that_is_forgotten_leaves_the_index(project: Project) -> None:
    filled(project, {"Kept": shingles("kept")})
    filled(project, {"Regretted": shingles("regretted")})
    project.undo()
    assert found(project, shingles("regretted")) == []
    filled(project, {"Other": shingles("other")})
    later = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=31)

    with project._transaction() as session:
        Journal(session).forget(later)
        left = session.connection().exec_driver_sql("SELECT count(*) FROM sampled").scalar()
    assert left == len(passages.sample(shingles("kept"))) + len(passages.sample(shingles("other")))
    assert found(project, shingles("kept")) == ["Kept"]

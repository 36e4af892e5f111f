"""The facet of topics counts every claim under each of its topics, whatever else is asked and whatever was undone."""

import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from app.domain import claim_query
from app.domain.claim import State
from app.domain.listing import ClaimFilter, ClaimOrder
from app.services.claims.grid import Claims
from app.store.connecting import connect
from app.store.damage import verifying
from app.store.project import Project
from tests.store.filed_articles import AT, keep
from tests.store.harbour_articles import article, claim

OLD = Path(__file__).parents[1] / "old_projects" / "v5.counterclaim"
NEWER = "Newer\n\nThe harbour brings £170m a year, the Treasury said. A fund has £7m."
ASKED = (
    *("", "kind:money", "money:>=90m", "harbour", "harbour published:2025", "published:2025", "outlet:courier"),
    *("state:any", "state:rejected", 'said:"the Treasury"', "topic:fish", "topic:none", "has:topic kind:money"),
    *("-topic:harbour", "topic:harbour topic:fish", "after:2024-05 before:2026-02"),
)


@pytest.fixture
def filed(project: Project, kept: list[str]) -> list[str]:
    """Claims under one topic, under two, under three and under none, in the order of their articles."""
    newer = [claim("£170m", "170E6", NEWER, speaker="the Treasury"), claim("£7m", "7E6", NEWER)]
    ids = [*kept, *keep(project, article(NEWER, outlet="Post", published="2024-03-01"), newer)]
    with project.writing("topics") as store:
        for name, claims in (("Harbour", ids[:4:3]), ("Fish", ids[:3]), ("Lease", [ids[0]])):
            store.topics.file(store.topics.add(name).topic_id, claims)
    return ids


def assert_counted(project: Project) -> None:
    """Every topic's count is that of the lines which name it, in lists that leave the choice of topics out."""
    for typed in ASKED:
        narrowed = claim_query.read(typed).narrowed
        others = claim_query.read(" ".join(one for one in typed.split() if "topic" not in one)).narrowed
        with project.reading() as store:
            lines = store.claims.lines(store.lists.ids(others, ClaimOrder.TEXT))
            topics = store.lists.topics(narrowed)
            facets = store.lists.facets(narrowed)
        wanted = Counter(name for line in lines for name in line.topics or ("",))
        if set(wanted) == {""}:
            wanted.clear()  # where nothing is filed, there is nothing to choose
        assert {one.value: one.count for one in topics} == wanted, typed
        assert facets.topics == topics, typed
        assert facets.matching == Claims(project).count(narrowed), typed
        assert [one.value for one in topics if not one.value] == [one.value for one in topics[-1:] if not one.value]


def test_topics_are_counted_under_every_filter(project: Project, filed: list[str]) -> None:
    assert_counted(project)


Act = Callable[[Project, list[str]], None]


def _reject(project: Project, ids: list[str]) -> None:
    with project.writing("reject") as store:
        store.claims.set_state(ids[:1], State.REJECTED, AT)


def _take_out(project: Project, ids: list[str]) -> None:
    with project.writing("take out") as store:
        topics = {topic.name: topic.topic_id for topic, _ in store.topics.list()}
        store.topics.remove(topics["Fish"], ids[:2])


def _merge_topics(project: Project, ids: list[str]) -> None:
    with project.writing("merge") as store:
        topics = {topic.name: topic.topic_id for topic, _ in store.topics.list()}
        store.topics.merge(topics["Lease"], into=topics["Harbour"])


def _remove_article(project: Project, ids: list[str]) -> None:
    with project.writing("remove") as store:
        store.articles.remove(store.claims.get(ids[0]).article_id)


@pytest.mark.parametrize("act", [_reject, _take_out, _merge_topics, _remove_article])
def test_topics_are_counted_after_every_act_and_its_undo(project: Project, filed: list[str], act: Act) -> None:
    act(project, filed)
    assert_counted(project)
    for step in (project.undo, project.redo, project.undo):
        step()
        assert_counted(project)


@pytest.mark.usefixtures("kept")
def test_nothing_is_counted_where_no_topic_is(project: Project) -> None:
    assert_counted(project)


def test_topics_of_an_earlier_project_are_counted_after_its_upgrade(tmp_path: Path) -> None:
    old = Path(shutil.copy(OLD, tmp_path / "old.counterclaim"))
    with closing(connect(old)) as other:
        other.execute("INSERT INTO topic (topic_id, name, terms, kind) VALUES ('top_2', 'Rent', '[]', 'money')")
        other.execute("INSERT INTO filing (topic_id, claim_id) SELECT 'top_2', claim_id FROM claim")
    with closing(Project.open(old, backups=tmp_path / "backups")) as project:
        assert_counted(project)
        with project.reading() as store:
            assert {one.value: one.count for one in store.lists.topics(ClaimFilter())} == {"Gull Rock": 1, "Rent": 6}
    assert verifying.findings(old) == []

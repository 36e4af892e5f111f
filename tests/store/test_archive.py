"""The archives on which benchmarks measure are projects like any other, and the same for one seed."""

from contextlib import closing
from datetime import date
from pathlib import Path

from app.domain.claim import State
from app.domain.figure import Kind
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.readers import choose
from app.store.damage import verifying
from app.store.project import Project
from app.store.session import Store
from tests.support import archive
from tests.support.news_stories import story

ARTICLES = 60


def told(store: Store) -> list[tuple[str, State, str]]:
    """Each claim by what it says, not by its id."""
    ids = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.PUBLISHED)
    return sorted((line.sentence, line.record.state, line.record.claim.surface) for line in store.claims.lines(ids))


def test_an_archive_is_whole_and_has_what_large_ones_have(project: Project, path: Path) -> None:
    archive.fill(project, ARTICLES)
    with project.reading() as store:
        claims = told(store)
        articles = store.articles.ids()
        assert len(articles) == ARTICLES > len(store.articles.rows(ArticleFilter()))
        assert 10 * ARTICLES < len(claims) < 13 * ARTICLES
        assert {state for _, state, _ in claims} == set(State)
        assert {topic.kind for topic, filed in store.topics.list() if filed > 20} >= {Kind.MONEY, Kind.QUANTITY}
        assert store.origins.told_often()
        assert store.disputes.is_measured()
        assert len(store.claims.speakers()) > 50
    project.close()
    assert verifying.findings(path) == []


def test_one_seed_makes_one_archive(tmp_path: Path) -> None:
    found = []
    for name, seed in (("a", 1), ("b", 1), ("c", 2)):
        with closing(Project.create(tmp_path / f"{name}.counterclaim")) as project:
            archive.fill(project, 20, seed)
            with project.reading() as store:
                found.append(told(store))
    assert found[0] == found[1] != found[2]


def test_the_claims_of_a_story_are_those_that_its_words_read_as() -> None:
    wanted, found = set(), set()
    for number in range(5):
        one = story(number)
        read = pipeline.read(Passage(text=one.text, published=date.fromisoformat(one.published)))
        wanted |= {(number, claim.span.end, claim.figure.low, claim.figure.date) for claim in one.claims}
        found |= {(number, claim.span.end, claim.figure.low, claim.figure.date) for claim in read}
    assert len(wanted & found) > 0.9 * len(wanted)


def test_a_page_is_read_as_the_story_that_it_prints() -> None:
    for number, page in enumerate(archive.pages(3)):
        one = story(number)
        article = choose.read_pasted(page, today=date(2026, 12, 31))
        assert article.title is not None
        assert article.published is not None
        assert (article.title.value, article.published.value) == (one.title, one.published)
        assert {claim.surface in article.text for claim in one.claims} == {True}

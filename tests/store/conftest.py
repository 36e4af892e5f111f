"""A project for each test, closed after it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.store.project import Project
from tests.store.filed_articles import AT, fill, keep
from tests.store.harbour_articles import article, harbour_claims
from tests.support.new_projects import new_project, put_copy


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the project of a test is."""
    return tmp_path / "island.counterclaim"


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    """An empty project."""
    with closing(new_project(path)) as made:
        yield made


@pytest.fixture
def made(path: Path) -> Path:
    """A closed project with 21 articles, one of which has claims."""
    put_copy(path, _of_21_articles)
    return path


def _of_21_articles(path: Path) -> None:
    with closing(new_project(path)) as project:
        fill(project, 20)
        with project.writing("import") as store:
            record = store.articles.add(article(), captured_at=AT)
            store.claims.add(record.article_id, harbour_claims())


@pytest.fixture
def kept(project: Project) -> list[str]:
    """The ids of three claims of one article: £165m a year, 2026, £45m."""
    return keep(project, article(outlet="The Courier", published="2025-05-22"), harbour_claims())

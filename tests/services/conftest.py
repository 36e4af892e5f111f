"""The projects that the use cases work on: an invented island kept as it is, and a bridge read from articles."""

import datetime
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.services import sample
from app.services.desk import Desk
from app.store.project import Project
from tests.services.draft_articles import Library
from tests.services.island import fill
from tests.support.desks import desk_on, sample_on, topic_on
from tests.support.new_projects import new_project

STORY = (
    "The bridge over the sound will cost £80m a year, the port authority says in a paper that it laid before the "
    "council on Monday, and the first payment falls due when the last of the old ferries is taken out of service."
)
ARTICLES = {
    "post.txt": f"Title: What the bridge costs\nOutlet: Quay Post\nDate: 2025-03-03\n\n{STORY}\n",
    "copy.txt": f"Title: Bridge to be paid for yearly\nOutlet: Evening Copy\nDate: 2025-03-04\n\n{STORY}\n",
    "gazette.txt": (
        "Title: A dearer bridge\nOutlet: Dock Gazette\nDate: 2025-03-05\n\n"
        "The bridge will cost nearly £160m a year, Ada Fenwick said. There is also a one-off £12m for the bridge's "
        "toll house. In total the bridge costs £2.4bn over 30 years.\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """A project that is closed after the test."""
    with closing(new_project(tmp_path / "island.counterclaim")) as made:
        yield made


@pytest.fixture
def ids(project: Project) -> dict[str, str]:
    """The island's articles and claims by name."""
    return fill(project)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The use cases on three articles about a bridge, two of which are copies of one story."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    with closing(desk_on(tmp_path / "bridge.counterclaim")) as opened:
        opened.importing.paths([folder / name for name in ARTICLES])
        yield opened


@pytest.fixture
def sample_desk(tmp_path: Path) -> Iterator[Desk]:
    """The sample that the program comes with."""
    with closing(sample_on(tmp_path / "Sample.counterclaim")) as opened:
        yield opened


@pytest.fixture
def topic_id(desk: Desk) -> str:
    """The topic that holds the bridge's figures."""
    return topic_on(desk, "The bridge", "bridge")


@pytest.fixture
def other(desk: Desk, topic_id: str, tmp_path: Path) -> Iterator[Desk]:
    """A copy of the project, taken after a topic was made there, which goes its own way from now on."""
    path = tmp_path / "bridge (conflicted copy).counterclaim"
    desk.backups.save_copy(path)
    with closing(desk_on(path)) as copy:
        yield copy


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A project with the sample, if wanted, and more articles by their file names."""
    with closing(desk_on(tmp_path / "library.counterclaim", today=datetime.date(2026, 2, 1))) as desk:

        def made(articles: dict[str, str], *, sampled: bool = False) -> Desk:
            if sampled:
                sample.fill(desk)
            for name, text in articles.items():
                (tmp_path / name).write_text(text, encoding="utf-8")
            desk.importing.paths([tmp_path / name for name in articles])
            return desk

        yield made

"""The use cases on a project that a test opens itself, made where there is none, on a day that stands still."""

import datetime
from contextlib import closing
from pathlib import Path

from app.comparison.amounts.currency import Rates
from app.domain.figure import Kind
from app.services import sample
from app.services.desk import Desk
from app.store.project import Project
from tests.support.new_projects import new_project, put_copy

TODAY = datetime.date(2026, 1, 31)


def desk_on(path: Path, *, today: datetime.date = TODAY, backups: Path | None = None) -> Desk:
    """The project at this place, to be closed by the caller."""
    project = Project.open(path) if path.exists() else new_project(path)
    return Desk.of(project, rates=Rates(), today=lambda: today, backups=backups)


def sample_on(path: Path, *, today: datetime.date = TODAY) -> Desk:
    """The sample that the program comes with, put at this place, to be closed by the caller."""
    put_copy(path, _fill_sample)
    return desk_on(path, today=today)


def _fill_sample(path: Path) -> None:
    with closing(desk_on(path)) as desk:
        sample.fill(desk)


def topic_on(desk: Desk, name: str, term: str, kind: Kind | None = None) -> str:
    """A topic of every claim near which this watch-term stands; gives its id."""
    found, lines = desk.grouping.find([term], kind)
    topic_id, _ = desk.grouping.add(name, [term], found, [line.record.claim_id for line in lines])
    return topic_id

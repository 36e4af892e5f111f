"""Articles filed together: one transaction, in which nothing happens twice and nothing is lost."""

import datetime
import os
import signal
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.imports import FileState, Outcome, QueuedFile
from app.domain.span import Span
from app.services.articles import digest
from app.services.articles.digest import Digest, Failure, Source
from app.services.articles.importing import Follow, Importing
from app.services.articles.intake import Intake, Taken
from app.services.project.history import History
from app.store.damage import verifying
from app.store.project import Project

TODAY = datetime.date(2026, 2, 1)
BERTHS = ("Alder", "Birch", "Cedar", "Elm", "Fir", "Hazel")
FILES = len(BERTHS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty project that is closed."""
    made = tmp_path / "berths.counterclaim"
    Project.create(made).close()
    return made


@pytest.fixture
def project(path: Path) -> Iterator[Project]:
    with closing(Project.open(path)) as opened:
        yield opened


def pasted(nth: int, cost: str = "") -> QueuedFile:
    """A short article with two figures."""
    berth, costs = BERTHS[nth], cost or f"£{nth + 2}m"
    said = f"The {berth} berth costs {costs} a year. It employs 40 people."
    text = f"Title: {berth} berth\nOutlet: {berth} Daily\n\n{said}\n"
    return QueuedFile(path=Path(f"{nth}.txt"), pasted=text)


def read(file: QueuedFile) -> Digest:
    return digest.extracted(digest.read(Source(file=file, today=TODAY)))


def begun(project: Project, files: list[QueuedFile]) -> tuple[Intake, str]:
    """An import of these, and its id."""
    with project.writing("import") as store:
        run_id = store.imports.begin("press", "import berths", {}, files)
        run = store.imports.get(run_id, "the analyst")
    return Intake(project, run), run_id


def taken(intake: Intake, *reads: Digest | Failure, first: int = 1) -> list[Outcome]:
    return intake.take([Taken(at, Source(file=pasted(0), today=TODAY), one) for at, one in enumerate(reads, first)])


def unreadable(one: Digest) -> Digest:
    """With a claim that stands past the end of the text."""
    past = Span(10_000, 10_005)
    return replace(one, claims=[one.claims[0], replace(one.claims[1], span=past)])


def kept(project: Project) -> list[tuple[str, int]]:
    """Titles of the articles in the order of adding, and how many claims each has."""
    with project.reading() as store:
        counts = {article: sum(states.values()) for article, states in store.claims.states().items()}
        found = [store.articles.get(article_id) for article_id in store.articles.ids()]
    return [(one.article.title.value if one.article.title else "", counts[one.article_id]) for one in found]


def test_articles_are_kept_in_the_order_of_their_files_and_are_one_undo(project: Project) -> None:
    files = [pasted(nth) for nth in range(FILES)]
    intake, run_id = begun(project, files)
    outcomes = [*taken(intake, *map(read, files[:4])), *taken(intake, *map(read, files[4:]), first=5)]
    assert [one.state for one in outcomes] == [FileState.ADDED] * FILES
    assert kept(project) == [(f"{berth} berth", 2) for berth in BERTHS]
    with project.reading() as store:
        assert [one.article_id for one in outcomes] == store.articles.ids()
        ended = store.imports.finished(run_id)
    assert [(position, one) for position, _, one in ended] == list(enumerate(outcomes, 1))
    assert intake.changes().articles == {one.article_id for one in outcomes}
    assert [act.words for act in History(project).acts()] == ["import berths"]
    project.undo()
    assert kept(project) == []
    project.redo()
    assert kept(project) == [(f"{berth} berth", 2) for berth in BERTHS]


def test_an_article_that_cannot_be_kept_fails_alone(project: Project, path: Path) -> None:
    files = [pasted(nth) for nth in range(4)]
    intake, run_id = begun(project, files)
    one, bad, *others = map(read, files)
    outcomes = taken(intake, one, unreadable(bad), Failure(sentence="It is a picture."), *others[1:])
    assert [one.state for one in outcomes] == [FileState.ADDED, FileState.FAILED, FileState.FAILED, FileState.ADDED]
    assert "fault in Counterclaim (ValueError)" in outcomes[1].reason
    assert outcomes[2].reason == "It is a picture."
    assert kept(project) == [("Alder berth", 2), ("Elm berth", 2)]
    with project.reading() as store:
        assert [one for _, _, one in store.imports.finished(run_id)] == outcomes
    assert len(intake.changes().articles) == 2
    assert verifying.findings(path) == []


def test_duplicates_and_versions_are_found_within_one_batch(project: Project) -> None:
    first, again, later = pasted(1), pasted(1), pasted(1, cost="£9.5m")
    outcomes = taken(begun(project, [first, again, later])[0], read(first), read(again), read(later))
    assert [one.state for one in outcomes] == [FileState.ADDED, FileState.DUPLICATE, FileState.VERSION]
    assert outcomes[1].article_id == outcomes[0].article_id
    with project.reading() as store:
        versions = store.versions.of(outcomes[0].article_id or "")
    assert [(one.article_id, one.number) for one in versions] == [
        (outcomes[0].article_id, 1),
        (outcomes[2].article_id, 2),
    ]


class Deadly(list):
    """Claims that end the process as it files them."""

    def __iter__(self) -> Iterator:
        os.kill(os.getpid(), signal.SIGKILL)
        return super().__iter__()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")
def test_killed_in_the_middle_it_goes_on_with_nothing_twice_and_nothing_lost(path: Path) -> None:
    files = [pasted(nth) for nth in range(FILES)]
    child = os.fork()
    if child == 0:
        try:
            intake, _ = begun(Project.open(path), files)
            reads = [read(file) for file in files]
            taken(intake, *reads[:2])
            taken(intake, reads[2], replace(reads[3], claims=Deadly(reads[3].claims)), first=3)
        finally:
            os._exit(1)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status)
    with closing(Project.open(path)) as project:
        assert kept(project) == [("Alder berth", 2), ("Birch berth", 2)]
        importing = Importing(project, today=lambda: TODAY)
        run = importing.unfinished()
        assert run is not None
        assert run.left == FILES - 2
        rest = importing.resume(run.run_id, Follow())
        assert [file.position for file in rest.files] == [3, 4, 5, 6]
        assert kept(project) == [(f"{berth} berth", 2) for berth in BERTHS]
        assert [act.words for act in History(project).acts()] == ["import berths"]
        project.undo()
        assert kept(project) == []
    assert verifying.findings(path) == []

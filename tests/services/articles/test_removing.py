"""Articles taken out of a project, and versions of them; one undo brings all back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ArticleFilter
from app.domain.version import Fate
from app.services.desk import Desk
from app.store.project import Project
from tests.support.desks import desk_on, topic_on

STORY = "Title: The quay\nOutlet: Quay Post\nDate: {day}\n\nThe quay costs {sum}, the port said. It has 40 {more}.\n"
OTHER = "Title: A dearer quay\nOutlet: Gazette\nDate: 2025-03-09\n\nThe quay will cost £9m a year, the mayor said.\n"


@pytest.fixture
def quay(tmp_path: Path) -> Iterator[Desk]:
    """Three versions of one article and another beside it, their figures under a topic."""
    with closing(desk_on(tmp_path / "quay.counterclaim")) as desk:
        printed = (("£3m a year", "berths"), ("£4m a year", "berths"), ("£4m a year", "berths and a crane"))
        for nth, (sum_, more) in enumerate(printed, 1):
            path = tmp_path / f"{nth}.txt"
            path.write_text(STORY.format(day=f"2025-03-0{nth}", sum=sum_, more=more), encoding="utf-8")
            desk.importing.paths([path])
        path = tmp_path / "other.txt"
        path.write_text(OTHER, encoding="utf-8")
        desk.importing.paths([path])
        topic_on(desk, "The quay", "quay")
        yield desk


def versions(desk: Desk) -> list[str]:
    """The versions of the article, the first one first."""
    (row,) = desk.library.rows(ArticleFilter(outlet="Quay Post"))
    return [version.article_id for version in desk.versions.of(row.article_id)]


def dump(desk: Desk) -> list[str]:
    """Everything that the project holds but its journal and log."""
    with closing(sqlite3.connect(desk.project.path)) as file:
        kept = ("article", "claim", "topic", "filing", "refusal", "standing", "note", "tag", "flag", "parting")
        found = [f"{table} {row}" for table in kept for row in file.execute(f"SELECT * FROM {table}").fetchall()]
    return sorted(found)


@pytest.mark.parametrize("which", [0, 1, 2, slice(None)])
def test_undo_brings_everything_back(quay: Desk, which: int | slice) -> None:
    ids = versions(quay)
    chosen = ids[which] if isinstance(which, slice) else [ids[which]]
    quay.remarks.set_note(chosen[0], "read twice")
    quay.remarks.set_tags(quay.library.claims(chosen[0])[0].claim_id, ["berths"])
    (topic,) = quay.grouping.topics()
    quay.grouping.pin(topic.topic.topic_id, quay.library.claims(chosen[0])[0].claim_id)
    quay.disputes.tallies()
    before = dump(quay)
    changes = quay.library.remove(chosen)
    assert changes.articles >= set(chosen)
    # An origin keeps its name, whoever told the story first.
    left = [line.partition(", 'art_")[0] if line.startswith("article") else line for line in dump(quay)]
    assert not any(one in line for line in left for one in chosen)
    quay.history.undo()
    quay.disputes.tallies()
    assert dump(quay) == before
    quay.history.redo()
    for one in chosen:
        with pytest.raises(UserError):
            quay.library.article(one)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_the_other_versions_close_up(quay: Desk, which: int) -> None:
    ids = versions(quay)
    quay.library.remove([ids[which]])
    left = [one for one in ids if one != ids[which]]
    assert versions(quay) == left
    assert [version.number for version in quay.versions.of(left[0])] == [1, 2]
    (row,) = quay.library.rows(ArticleFilter(outlet="Quay Post"))
    assert (row.article_id, row.version, row.versions) == (left[1], 2, 2)
    fates = [passage.fate for passage in quay.versions.difference(*left).passages]
    assert fates[0] is (Fate.CHANGED if which else Fate.UNCHANGED)


def test_the_version_before_the_last_is_the_newest_again(quay: Desk) -> None:
    first, *later = versions(quay)
    quay.library.remove(later)
    with quay.project.reading() as store:
        fates = [record.claim_id for record in store.claims.of_article(first)]
    (topic,) = quay.grouping.topics()
    shown = quay.comparing.compare(topic.topic.topic_id)
    assert set(fates) & {one for group in shown.groups for row in group.rows for one in row.claim_ids}


def test_figures_of_a_family_never_dispute_each_other_after_its_first_version_went(quay: Desk) -> None:
    first, second, third = versions(quay)
    quay.library.remove([first])
    with closing(sqlite3.connect(quay.project.path)) as file:
        families = file.execute(
            "SELECT DISTINCT standing.family FROM standing JOIN claim ON claim.number = standing.claim "
            "WHERE article_id IN (?, ?)",
            (second, third),
        ).fetchall()
        number = file.execute("SELECT number FROM article WHERE article_id = ?", (second,)).fetchall()
    assert families == number


def test_what_goes_along_is_told_before(quay: Desk) -> None:
    ids = versions(quay)
    claims = quay.library.claims(ids[2])
    quay.reviewing.decide([claims[0].claim_id], State.ACCEPTED)
    (topic,) = quay.grouping.topics()
    quay.grouping.pin(topic.topic.topic_id, claims[0].claim_id)
    goes = quay.library.what_goes([ids[2]])
    assert (goes.articles, goes.claims, goes.decided, goes.pins) == (1, 2, 1, ("The quay",))
    assert goes.filings >= 1
    quay.library.remove([ids[2]])
    (topic,) = quay.grouping.topics()
    assert topic.topic.pinned is None


def test_an_article_that_was_removed_can_be_imported_again(quay: Desk, tmp_path: Path) -> None:
    (row,) = quay.library.rows(ArticleFilter(outlet="Gazette"))
    quay.library.remove([row.article_id])
    quay.importing.paths([tmp_path / "other.txt"])
    (again,) = quay.library.rows(ArticleFilter(outlet="Gazette"))
    assert again.article_id != row.article_id


def test_the_text_of_a_removed_article_outlives_forgotten_branches(quay: Desk, tmp_path: Path) -> None:
    (row,) = quay.library.rows(ArticleFilter(outlet="Gazette"))
    quay.history.undo()
    quay.reviewing.decide([quay.library.claims(row.article_id)[0].claim_id], State.ACCEPTED)
    quay.library.remove([row.article_id])
    with closing(sqlite3.connect(quay.project.path)) as file:
        file.execute("UPDATE act SET abandoned_at = '2020-01-01T00:00:00.000000Z' WHERE state = 'abandoned'")
        file.commit()
    path = quay.project.path
    quay.close()
    with closing(Project.open(path)) as project:
        project.undo()
        with project.reading() as store:
            assert "mayor" in store.articles.get(row.article_id).article.text

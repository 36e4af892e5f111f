"""Copies of an open project as the window asks for them, and repair as the shell does."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.history import Part
from app.services.claims.reviewing import Reviewing
from app.services.desk import Desk
from app.services.project import backups, verifying
from app.services.project.backups import Backups
from app.services.project.history import History
from app.store.project import Project
from tests.services.island import fill
from tests.support.desks import desk_on


def test_each_project_has_a_folder_of_its_own_for_copies(project: Project, ids: dict[str, str], tmp_path: Path) -> None:
    kept = Backups(project, tmp_path / "backups")
    made = kept.make()
    assert made is not None
    assert made.path.parent == tmp_path / "backups" / project.project_id
    Reviewing(project).decide([ids["wire £40m"]], State.ACCEPTED)
    assert kept.make() is not None
    assert [one.counts.decided for one in kept.made()] == [1, 0]
    assert kept.now() == kept.made()[0].counts
    assert kept.make() is None


def test_without_a_place_no_copies_are_made(project: Project) -> None:
    assert Backups(project, None).make() is None
    assert Backups(project, None).made() == []


def test_a_copy_is_never_written_over_the_project(project: Project, ids: dict[str, str], tmp_path: Path) -> None:
    kept = Backups(project, None)
    with pytest.raises(UserError) as told:
        kept.save_copy(project.path)
    assert told.value.reason == "same"
    kept.save_copy(tmp_path / "copy.counterclaim")
    with closing(Project.open(tmp_path / "copy.counterclaim")) as copy:
        assert copy.project_id == project.project_id
        assert History(copy).undoable() == History(project).undoable()


def test_a_restored_project_is_worked_on_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "island.counterclaim"

    def opened() -> Desk:
        return desk_on(path, backups=tmp_path / "backups")

    with closing(opened()) as desk:
        ids = fill(desk.project)
        then = desk.backups.make()
        desk.reviewing.decide([ids["wire £40m"]], State.ACCEPTED)
        place = desk.backups.place
    assert then is not None
    assert place is not None
    backups.restore(path, then.path, place)
    with closing(opened()) as desk:
        assert desk.history.undoable() == "import 3 files"
        desk.reviewing.decide([ids["wire £40m"]], State.REJECTED)
        assert [entry.words for entry in desk.history.log()][-1] == "reject £40m"
    assert verifying.verify(path) == []


def test_repair_makes_a_copy_and_mends_what_follows_from_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "island.counterclaim"
    with closing(Project.create(path)) as project:
        fill(project)
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE claim SET measure = 'x', halo_low = 7 WHERE number = 1")
        other.execute("DELETE FROM claim_words_data WHERE id > 10")
        other.commit()
    found = verifying.verify(path)
    assert {finding.part for finding in found} == {Part.SEARCH, Part.DISPUTES}
    assert all(finding.mendable for finding in found)
    repaired = verifying.repair(path, tmp_path / "backups")
    assert repaired.left == []
    assert repaired.backup.exists()
    assert verifying.verify(path) == []


def test_a_project_of_an_earlier_schema_is_not_verified_and_not_touched(tmp_path: Path) -> None:
    old = tmp_path / "old.counterclaim"
    old.write_bytes((Path(__file__).parents[2] / "old_projects" / "v2.counterclaim").read_bytes())
    before = old.read_bytes()
    with pytest.raises(UserError) as told:
        verifying.verify(old)
    assert told.value.reason == "old"
    assert old.read_bytes() == before


def test_going_back_and_taking_one_act_back_is_asked_for_by_the_window(project: Project, ids: dict[str, str]) -> None:
    history = History(project)
    Reviewing(project).decide([ids["wire £40m"]], State.ACCEPTED)
    accepted, imported = history.acts()
    assert (accepted.words, imported.words) == ("accept £40m", "import 3 files")
    assert history.take_back(accepted.act_id).claims == {ids["wire £40m"]}
    assert history.jump(imported.number).claims == {ids["wire £40m"]}
    assert Reviewing(project).waiting() == 6

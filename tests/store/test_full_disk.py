"""A disk that is really full: what was saved stays, a sentence says so, and with room again work goes on."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.claim import State
from app.domain.errors import UserError
from app.domain.listing import ClaimFilter, ClaimOrder
from app.store.damage import verifying
from app.store.file import backups
from app.store.project import Project
from tests.store.harbour_articles import article, harbour_claims

AT = "2026-02-14T09:30:00.000000Z"
OLD = Path(__file__).parents[1] / "old_projects" / "v2.counterclaim"
SIZE = 2 << 20


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for 2 MB."""
    mount, place = shutil.which("mount"), tmp_path / "disk"
    place.mkdir()
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("only who may mount has a small disk at hand")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def filled_up(disk: Path, left: int = 0) -> Path:
    """A file that takes all the room but this."""
    ballast = disk / "ballast"
    ballast.write_bytes(b"\0" * (shutil.disk_usage(disk).free - left))
    return ballast


def decided(project: Project) -> int:
    with project.reading() as store:
        ids = store.lists.ids(ClaimFilter(states=frozenset(State)), ClaimOrder.TEXT)
        return sum(line.record.state is not State.WAITING for line in store.claims.lines(ids))


@pytest.mark.parametrize("left", [0, 8192, 40960])
def test_no_decision_that_was_confirmed_is_lost(disk: Path, left: int) -> None:
    path = disk / "island.counterclaim"
    with closing(Project.create(path)) as project:
        with project.writing("import") as store:
            record = store.articles.add(article(), captured_at=AT)
            kept = store.claims.add(record.article_id, harbour_claims())
        ballast = filled_up(disk, left)
        confirmed, refused = 0, None
        for turn in range(300):
            try:
                with project.writing("decide") as store:
                    state = State.ACCEPTED if turn % 2 else State.REJECTED
                    store.claims.set_state(kept[:1], state, AT)
                confirmed += 1
            except UserError as error:
                refused = error
                break
        assert refused is not None
        assert refused.reason == "disk-full"
        assert path.name in str(refused)
        with project.reading() as store:
            assert len([act for act in store.journal.acts() if act.words == "decide"]) == confirmed
        ballast.unlink()
        with project.writing("decide") as store:
            store.claims.set_state(kept[1:2], State.ACCEPTED, AT)
        before = decided(project)
    assert verifying.findings(path) == []
    with closing(Project.open(path)) as project:
        assert decided(project) == before
        project.jump(0)
    assert {entry.name for entry in disk.iterdir()} == {path.name}


def test_closing_on_a_full_disk_leaves_everything_for_the_next_time(disk: Path) -> None:
    path = disk / "island.counterclaim"
    project = Project.create(path)
    with project.writing("import") as store:
        record = store.articles.add(article(), captured_at=AT)
        kept = store.claims.add(record.article_id, harbour_claims())
        store.claims.set_state(kept[:2], State.ACCEPTED, AT)
    ballast = filled_up(disk)
    project.close()
    ballast.unlink()
    with closing(Project.open(path)) as again:
        assert decided(again) == 2
    assert verifying.findings(path) == []


def test_an_upgrade_without_room_leaves_the_old_file_byte_for_byte(disk: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(OLD, disk / "old.counterclaim"))
    before = path.read_bytes()
    ballast = filled_up(disk)
    with pytest.raises(UserError) as told:
        Project.open(path, backups=tmp_path / "backups")
    assert "full" in str(told.value)
    assert path.read_bytes() == before
    assert set(disk.iterdir()) == {path, ballast}
    # With room for the lock, but not for what the upgrade writes.
    ballast.write_bytes(b"\0" * (ballast.stat().st_size - 8192))
    with pytest.raises(UserError) as told:
        Project.open(path, backups=tmp_path / "backups")
    assert told.value.reason == "disk-full"
    assert path.read_bytes() == before
    assert set(disk.iterdir()) == {path, ballast}
    ballast.unlink()
    with closing(Project.open(path, backups=tmp_path / "backups")) as project:
        assert decided(project) == 3
    assert verifying.findings(path) == []


def test_on_a_full_disk_a_project_opens_for_reading_and_says_why(disk: Path, path: Path) -> None:
    Project.create(path).close()
    kept = Path(shutil.copy(path, disk / path.name))
    ballast = filled_up(disk)
    with closing(Project.open(kept)) as project:
        assert "full" in project.read_only
    assert set(disk.iterdir()) == {kept, ballast}


def test_no_room_for_a_new_project_or_a_copy_leaves_no_part(disk: Path, path: Path) -> None:
    Project.create(path).close()
    ballast = filled_up(disk, 65536)
    with pytest.raises(UserError) as told:
        Project.create(disk / "new.counterclaim")
    assert told.value.reason == "disk-full"
    with pytest.raises(UserError) as told:
        backups.save_copy(path, disk / "copy.counterclaim")
    assert told.value.reason == "no-backup"
    assert list(disk.iterdir()) == [ballast]

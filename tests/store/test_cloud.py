"""Projects in folders that a cloud service copies: known, kept in one file, their conflicting copies found."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest

from app.store.file import cloud
from app.store.project import Project
from tests.store.harbour_articles import article


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("home/Dropbox/papers", "Dropbox"),
        ("home/Dropbox (Personal)", "Dropbox"),
        ("Users/a/OneDrive - Quay Post/x", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/GoogleDrive-a@example.org/My Drive", "Google Drive"),
        ("home/Nextcloud/x", "Nextcloud"),
        ("home/papers/drop box", None),
        ("home/one drives", None),
    ],
)
def test_a_cloud_folder_is_known_by_its_name(tmp_path: Path, folder: str, service: str | None) -> None:
    assert cloud.service_of(tmp_path / folder / "p.counterclaim") == service


def test_a_cloud_folder_of_any_name_is_known_by_its_marker(tmp_path: Path) -> None:
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / ".nextcloudsync.log").touch()
    assert cloud.service_of(tmp_path / "shared" / "deep" / "p.counterclaim") == "Nextcloud"


def test_a_project_there_is_one_file_while_it_is_worked_on(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with closing(Project.create(folder / "p.counterclaim")) as project:
        with project.writing("import") as store:
            store.articles.add(article(), captured_at="2026-02-14T09:30:00.000000Z")
        assert sorted(entry.name for entry in folder.iterdir()) == [".p.counterclaim.lock", "p.counterclaim"]
        with project.reading() as store:
            assert store._session.connection().exec_driver_sql("PRAGMA journal_mode").scalar() == "delete"
    assert [entry.name for entry in folder.iterdir()] == ["p.counterclaim"]


def test_conflicting_copies_are_told_from_other_projects(project: Project, path: Path) -> None:
    project.close()
    conflicting = (
        f"{path.stem} (Ann's conflicted copy 2026-02-14).counterclaim",
        f"{path.stem} (conflicted copy 2026-02-14 093000).counterclaim",
        f"{path.stem}-QUAY-2.counterclaim",
        f"{path.stem} (1).counterclaim",
        f"{path.stem}.sync-conflict-20260214-093000-ABCDEFG.counterclaim",
    )
    for name in conflicting:
        shutil.copy(path, path.with_name(name))
    shutil.copy(path, path.with_name(f"{path.stem} for the editor.counterclaim"))
    Project.create(path.with_name(f"{path.stem}-2.counterclaim")).close()
    path.with_name(f"{path.stem} (2).counterclaim").write_text("no project")
    found = cloud.conflicts(path, project.project_id)
    assert sorted(copy.name for copy in found) == sorted(conflicting)

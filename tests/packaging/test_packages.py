"""What packages tell a system about the program, and the judgements on a build, without building one."""

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path

import build_tools
import commands
import icon
import linux_tree
import manual
import moved_project
import program_folder
import pytest
import rpm_package
from release import ROOT, Release

from app.cli.arguments import COMMANDS, parser
from app.store.project import Project

LINUX = ROOT / "packaging" / "linux"
on_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="lays out a Linux system")


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files of a package around a program of one line."""
    icons = tmp_path / "icons"
    icon.main(icons)
    monkeypatch.setattr(linux_tree, "ICONS", icons)
    folder = tmp_path / "folder"
    (folder / "lib").mkdir(parents=True)
    (folder / "counterclaim").write_text("#!/bin/sh\necho started\n")
    (folder / "NOTICES").write_text("lamp 1: MIT\n")
    (folder / "LICENSE").write_text("MIT\n")
    return linux_tree.lay(folder, Release.read(), tmp_path / "tree")


@on_linux
class TestLinux:
    def test_the_command_starts_the_program(self, tree: Path) -> None:
        said = subprocess.run([tree / "usr/bin/counterclaim"], capture_output=True, text=True, check=True)
        assert said.stdout == "started\n"

    def test_nobody_but_root_may_change_it(self, tree: Path) -> None:
        modes = {path.stat().st_mode & 0o022 for path in tree.rglob("*") if not path.is_symlink()}
        assert modes == {0}

    def test_notices_and_changelog_can_be_read(self, tree: Path) -> None:
        documents = tree / linux_tree.DOCUMENTS
        assert gzip.decompress((documents / "NOTICES.gz").read_bytes()) == b"lamp 1: MIT\n"
        assert Release.read().version in gzip.decompress((documents / "changelog.gz").read_bytes()).decode()
        assert "Permission is hereby granted" in (documents / "copyright").read_text("utf-8")

    def test_the_icon_has_the_name_that_the_desktop_entry_uses(self, tree: Path) -> None:
        named = re.findall(r"^Icon=(.+)$", (LINUX / "counterclaim.desktop").read_text("utf-8"), re.MULTILINE)
        icons = {file.stem for file in (tree / "usr/share/icons").rglob("*.*g")}
        assert set(named) == icons


class TestDesktop:
    def test_the_entry_starts_with_and_without_a_project(self) -> None:
        (line,) = re.findall(r"^Exec=(.+)$", (LINUX / "counterclaim.desktop").read_text("utf-8"), re.MULTILINE)
        name, *words = line.split()
        assert (name, words[-1]) == ("counterclaim", "%f")
        assert parser("1").parse_args(words[:-1]).file is None
        assert parser("1").parse_args([*words[:-1], "a.counterclaim"]).file == Path("a.counterclaim")

    def test_the_file_type_knows_a_real_project(self, tmp_path: Path) -> None:
        rules = (LINUX / "counterclaim.xml").read_text("utf-8")
        project = tmp_path / "Any.counterclaim"
        Project.create(project).close()
        raw = project.read_bytes()
        for words, offset in re.findall(r'value="([^"]+)" offset="(\d+)"', rules):
            assert raw[int(offset) :].startswith(words.encode())
        assert '<glob pattern="*.counterclaim"/>' in rules

    def test_entry_and_file_type_name_the_same_type(self) -> None:
        types = {
            kind
            for name in ("counterclaim.desktop", "counterclaim.xml", "counterclaim.metainfo.xml")
            for kind in re.findall(r"application/x-[\w-]+", (LINUX / name).read_text("utf-8"))
        }
        assert types == {"application/x-counterclaim-project"}


class TestManual:
    def test_every_command_and_option_is_there(self) -> None:
        page = manual.page(Release.read())
        assert set(re.findall(r"^\.SS (\w+)$", page, re.MULTILINE)) == {"open", *COMMANDS}
        assert "\\fB\\-\\-self\\-test\\fR" in page

    def test_no_line_of_text_is_taken_for_a_request(self) -> None:
        requests = re.findall(r"^\.(\w+)", manual.page(Release.read()), re.MULTILINE)
        assert set(requests) == {"TH", "SH", "SS", "TP", "B", "PP"}


class TestJudgement:
    def test_a_part_that_failed_is_named(self) -> None:
        said = '{"ok": false, "parts": {"create": {"ok": true}, "window": {"ok": false, "error": "no libEGL"}}}'
        with pytest.raises(SystemExit, match="window: no libEGL"):
            program_folder.judged(said, 1)

    def test_a_program_that_broke_off_is_told(self) -> None:
        with pytest.raises(SystemExit, match="broke off with status 139"):
            program_folder.judged("", 139)

    def test_a_status_is_believed_over_words(self) -> None:
        with pytest.raises(SystemExit, match="failed"):
            program_folder.judged('{"ok": true, "parts": {}}', 1)


class TestMoved:
    @staticmethod
    def program(folder: Path, name: str, wrote: str) -> moved_project.Command:
        """A program that makes a project and exports it as `wrote`."""
        script = folder / f"{name}.py"
        script.write_text(
            "import pathlib, sys\n"
            "if sys.argv[1] == 'demo':\n"
            "    pathlib.Path('Made.counterclaim').write_bytes(b'project')\n"
            "else:\n"
            "    assert pathlib.Path('Moved.counterclaim').read_bytes() == b'project'\n"
            "    pathlib.Path('csv').mkdir()\n"
            f"    pathlib.Path('csv/claims.csv').write_text({wrote!r})\n",
            "utf-8",
        )
        return [sys.executable, script]

    def test_the_same_bytes_are_agreed(self, tmp_path: Path) -> None:
        programs = {name: self.program(tmp_path, name, "1\n") for name in ("checkout", "folder")}
        assert moved_project.compare(programs) == "projects moved between checkout, folder: the same bytes of CSV"

    def test_another_byte_ends_the_trial(self, tmp_path: Path) -> None:
        programs = {"checkout": self.program(tmp_path, "a", "1\n"), "folder": self.program(tmp_path, "b", "1\n\n")}
        with pytest.raises(SystemExit, match="made by checkout gives other CSV in folder than in checkout"):
            moved_project.compare(programs)

    def test_a_program_that_fails_ends_the_trial(self) -> None:
        with pytest.raises(SystemExit, match="ended with 3"):
            moved_project.compare({"checkout": [sys.executable, "-c", "raise SystemExit(3)"]})


class TestKinds:
    def test_each_system_builds_what_it_can(self) -> None:
        assert build_tools.here("linux") == ("folder", "deb", "rpm", "windows")
        assert build_tools.here("win32") == ("windows",)
        assert build_tools.here("darwin") == ("folder", "macos")

    @on_linux
    def test_a_kind_of_another_system_is_refused(self) -> None:
        with pytest.raises(SystemExit, match="No package 'macos' can be built here; these can: folder, deb"):
            commands.main(["package", "macos"])

    @on_linux
    @pytest.mark.skipif(shutil.which("readelf") is None, reason="reads programs with binutils")
    def test_an_rpm_asks_for_what_the_program_does_not_bring(self, tmp_path: Path) -> None:
        shutil.copy("/bin/ls", tmp_path / "ls")
        wanted = rpm_package.needed(tmp_path)
        assert "libc.so.6()(64bit)" in wanted
        assert re.fullmatch(r"libc\.so\.6\(GLIBC_2\.\d+\)\(64bit\)", wanted[0])
        brought = next(name for name in wanted[1:] if not name.startswith("libc.")).removesuffix("()(64bit)")
        (tmp_path / brought).write_bytes(b"")
        assert f"{brought}()(64bit)" not in rpm_package.needed(tmp_path)

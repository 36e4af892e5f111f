"""What goes into a package and what is left out, without building one."""

import re
import struct
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import contents
import icon
import notices
import program_folder
import pytest
from release import NUMBER, ROOT, Release

from app import shipped


class TestFiles:
    @pytest.mark.parametrize(
        "place",
        [
            "PySide6/Qt/plugins/platforms/libqxcb.so",
            "PySide6/Qt/plugins/platforms/libqoffscreen.so",
            "PySide6/Qt/plugins/wayland-shell-integration/libqt-shell.so",
            "PySide6\\plugins\\platforms\\qwindows.dll",
            "PySide6/Qt/lib/libQt6Core.so.6",
            "babel/locale-data/en.dat",
            "babel/locale-data/LICENSE.unicode",
            "resources/sample/sample.json",
        ],
    )
    def test_what_the_window_needs_stays(self, place: str) -> None:
        assert not contents.is_left_out(place)

    @pytest.mark.parametrize(
        "place",
        [
            "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
            "PySide6/Qt/plugins/platforms/libqvnc.so",
            "PySide6\\plugins\\tls\\qschannelbackend.dll",
            "PySide6/Qt/lib/libQt6Quick.so.6",
            "PySide6/Qt6Qml.dll",
            "PySide6/Qt/translations/qt_de.qm",
            "babel/locale-data/de.dat",
        ],
    )
    def test_what_nothing_uses_is_left_out(self, place: str) -> None:
        assert contents.is_left_out(place)

    @pytest.mark.parametrize(
        ("place", "left_out"),
        [
            ("PySide6/QtWidgets.pyd", False),
            ("PySide6/Qt6Widgets.dll", False),
            ("PySide6/designer.exe", True),
            ("PySide6/QtPrintSupport.pyd", True),
            ("PySide6/opengl32sw.dll", True),
            ("shiboken6/vcruntime140.dll", False),
            ("quantulum3/_lang/en_US/units.json", False),
            ("quantulum3/_lang/en_US/clf.joblib", True),
            ("font_source_serif_pro/files/LICENSE.txt", False),
            ("font_source_serif_pro/files/SourceSerifPro-Black.otf", True),
        ],
    )
    def test_windows_gets_the_same_choice(self, place: str, left_out: bool) -> None:
        assert contents.is_left_out_on_windows(place) is left_out

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are Linux's")
    def test_the_systems_own_libraries_are_not_taken_along(self) -> None:
        assert contents.is_systems_own("libstdc++.so.6", "/usr/lib/x86_64-linux-gnu/libstdc++.so.6")
        assert not contents.is_systems_own("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0")
        assert not contents.is_systems_own("libpython3.11.so.1.0", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0")

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="PyInstaller tells of this on Linux")
    def test_a_missing_library_of_the_window_is_no_mere_warning(self) -> None:
        said = "Library not found: could not resolve '{}', dependency of '/x/PySide6/Qt/plugins/{}'."
        warnings = [
            said.format("libxcb-cursor.so.0", "platforms/libqxcb.so"),
            said.format("libgtk-3.so.0", "platformthemes/libqgtk3.so"),
            'Hidden import "pysqlite2" not found!',
        ]
        assert contents.missing(warnings) == ("libxcb-cursor.so.0",)

    def test_every_shipped_file_finds_its_place_again(self) -> None:
        shipped = dict(contents.shipped_files(ROOT))
        assert shipped[str(ROOT / "migrations/env.py")] == "migrations"
        assert shipped[str(ROOT / "resources/sample/sample.json")] == str(Path("resources/sample"))
        assert not [file for file in shipped if file.endswith(".pyc")]

    def test_a_package_that_lost_its_data_ends_the_build(self, tmp_path: Path) -> None:
        with pytest.raises(SystemExit, match="tld holds none of the data"):
            list(contents.data_files([("tld", tmp_path)]))

    def test_what_only_migrations_import_is_found(self, tmp_path: Path) -> None:
        (tmp_path / "0009_words.py").write_text("import csv\nfrom alembic.operations import ops\n", "utf-8")
        assert contents.imports_of(tmp_path) == ("alembic.operations", "csv")

    def test_the_builders_place_is_noticed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(Path, "home", lambda: Path("/home/ada"))
        assert program_folder.tells_a_place(f"File {ROOT}/app/shipped.py".encode())
        assert program_folder.tells_a_place(b"\0/home/ada/notes.txt\0")
        assert not program_folder.tells_a_place(b"File app/shipped.py, https://example.org/home/ada/")


class TestNotices:
    def test_every_package_of_the_program_has_its_licence_text(self) -> None:
        here = {distribution.name for distribution in metadata.distributions()}
        for name in sorted(here):
            if notices.is_locked(name):
                part = notices.of_distribution(metadata.distribution(name))
                assert all(words.strip() for _, words in part.texts), name

    def test_qts_wheel_gets_the_text_that_it_names(self) -> None:
        part = notices.of_distribution(metadata.distribution("PySide6-Essentials"))
        assert "LGPL-3.0" in part.licence
        assert [name for name, _ in part.texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]

    def test_a_work_without_a_licence_text_ends_the_build(self, tmp_path: Path) -> None:
        folder = tmp_path / "nameless-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: nameless\nVersion: 1.0\n", "utf-8")
        with pytest.raises(SystemExit, match="nameless carries no licence text"):
            notices.of_packages(tmp_path)

    def test_a_tool_for_developers_ends_the_build(self) -> None:
        with pytest.raises(SystemExit, match="pytest would be shipped"):
            notices.of_files([Path(pytest.__file__)])

    def test_tools_are_kept_out_and_the_program_is_not(self) -> None:
        tools = notices.tools_modules()
        assert {"pytest", "_pytest", "mypy", "ruff"} <= set(tools)
        assert not {"app", "PySide6", "lxml", "sqlalchemy", "dateutil"} & set(tools)

    def test_a_text_that_works_share_is_printed_once(self) -> None:
        shared = (("LICENSE", "Do as you like."),)
        parts = [notices.Part(name=name, version="1", licence="MIT", texts=shared) for name in ("lamp", "tower")]
        said = notices.text(parts)
        assert said.count("Do as you like.") == 1
        assert "As printed for lamp 1: LICENSE." in said


class TestIcon:
    def test_windows_format_leads_to_each_picture(self) -> None:
        pictures = {size: icon.png(size) for size in (16, 256)}
        made = icon.ico(pictures)
        assert struct.unpack_from("<HHH", made) == (0, 1, 2)
        for entry, (size, picture) in enumerate(pictures.items()):
            width, length, at = struct.unpack_from("<B", made, 6 + 16 * entry) + struct.unpack_from(
                "<II", made, 6 + 16 * entry + 8
            )
            assert (width, made[at : at + length]) == (size % 256, picture)

    def test_apples_format_says_its_own_length(self) -> None:
        made = icon.icns({size: icon.png(size) for size in icon.SIZES})
        assert (made[:4], struct.unpack_from(">I", made, 4)[0]) == (b"icns", len(made))

    def test_the_corners_are_transparent(self) -> None:
        from PySide6.QtGui import QImage

        picture = QImage.fromData(icon.png(64))
        assert (picture.width(), picture.pixelColor(0, 0).alpha(), picture.pixelColor(32, 4).alpha()) == (64, 0, 255)


class TestRelease:
    def test_program_and_wheel_take_their_number_from_one_file(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
        number = (ROOT / NUMBER).read_text("utf-8")
        (found,) = re.finditer(project["tool"]["hatch"]["version"]["pattern"], number)
        assert project["tool"]["hatch"]["version"]["path"] == NUMBER.as_posix()
        assert found["version"] == shipped.version() == Release.read().version

    def test_every_package_brings_the_file_of_its_number(self) -> None:
        assert dict(contents.shipped_files(ROOT))[str(ROOT / NUMBER)] == str(NUMBER.parent)

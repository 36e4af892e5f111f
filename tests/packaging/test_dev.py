"""The set-up script, without a network: what it decides, and what it says when it cannot go on."""

import runpy
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import commands
import pytest
import qt_libraries
import system
from environment import Environment

SCRIPT = Path(commands.__file__).with_name("dev.py")
posix = pytest.mark.skipif(sys.platform == "win32", reason="writes a POSIX program")


@pytest.fixture
def checkout(tmp_path: Path) -> Environment:
    """A checkout whose lock names one package that nobody can install."""
    lock = tmp_path / "packaging" / "lock"
    lock.mkdir(parents=True)
    for name in ("build.txt", "project.txt"):
        (lock / name).write_text(f"./absent-1.0-py3-none-any.whl --hash=sha256:{'0' * 64}\n")
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    return Environment(root=tmp_path)


def with_python(environment: Environment, says: str) -> Environment:
    """Gives the environment a Python that answers every question with `says`."""
    python = environment.program("python")
    python.parent.mkdir(parents=True)
    python.write_text(f"#!/bin/sh\n{says}\n")
    python.chmod(0o755)
    return environment


def offers(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


class TestPython:
    def test_an_older_one_is_refused_in_a_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "version_info", (3, 9, 18, "final", 0))
        monkeypatch.setattr(sys, "version", "3.9.18 (main)")
        with pytest.raises(SystemExit, match=r"^Counterclaim needs Python 3\.11 or newer; this is 3\.9\.18\.$"):
            runpy.run_path(str(SCRIPT), run_name="__main__")

    def test_a_missing_venv_names_debians_package(self) -> None:
        lacking = system.missing_modules(find=lambda name: None if name == "ensurepip" else name)
        said = system.advice(lacking, (), apt=True)
        assert "cannot make its .venv without ensurepip" in said
        assert said.endswith(f"sudo apt-get install --no-install-recommends python3.{sys.version_info[1]}-venv")

    def test_elsewhere_a_missing_venv_asks_for_a_whole_python(self) -> None:
        said = system.advice(("venv", "ensurepip"), (), apt=False)
        assert "without venv and ensurepip" in said
        assert "apt-get" not in said

    def test_only_a_packaged_python_is_completed_by_a_package(self) -> None:
        assert system.is_debians_python("/usr")
        assert not system.is_debians_python("/usr/local")


class TestStamp:
    def test_an_empty_checkout_is_not_ready(self, checkout: Environment) -> None:
        assert not checkout.is_ready()
        assert checkout.fault() == ""

    @posix
    def test_a_stamped_one_is_left_alone(self, checkout: Environment) -> None:
        with_python(checkout, f"echo 3.{sys.version_info[1]}")
        checkout.stamp.write_text(checkout.contents(), "utf-8")
        checkout.prepare()
        assert checkout.stamp.read_text("utf-8") == checkout.contents()

    @pytest.mark.parametrize("file", ["packaging/lock/build.txt", "packaging/lock/project.txt", "pyproject.toml"])
    def test_a_change_of_what_is_installed_asks_for_it_again(self, checkout: Environment, file: str) -> None:
        checkout.folder.mkdir()
        checkout.stamp.write_text(checkout.contents(), "utf-8")
        assert checkout.is_ready()
        (checkout.root / file).write_text("# changed\n")
        assert not checkout.is_ready()

    def test_a_moved_checkout_is_made_again(self, checkout: Environment, tmp_path: Path) -> None:
        checkout.folder.mkdir()
        checkout.stamp.write_text(checkout.contents(), "utf-8")
        moved = Environment(root=checkout.root.rename(tmp_path.with_name("moved")))
        assert moved.fault() == "was made for another folder"


class TestFault:
    def test_a_folder_without_python_is_broken(self, checkout: Environment) -> None:
        checkout.folder.mkdir()
        assert checkout.fault() == "has no Python that starts"

    @posix
    def test_a_python_that_fails_is_broken(self, checkout: Environment) -> None:
        assert with_python(checkout, "exit 1").fault() == "has no Python that starts"

    @posix
    def test_another_python_is_named(self, checkout: Environment) -> None:
        here = f"3.{sys.version_info[1]}"
        assert with_python(checkout, "echo 3.10").fault() == f"belongs to Python 3.10 and this is {here}"

    @posix
    def test_a_broken_one_is_made_again_and_a_failing_pip_is_told(
        self, checkout: Environment, capfd: pytest.CaptureFixture[str]
    ) -> None:
        with_python(checkout, "exit 1")
        with pytest.raises(SystemExit, match="pip could not install the packages"):
            checkout.prepare()
        said = capfd.readouterr()
        assert "has no Python that starts; making it again." in said.out
        assert "absent-1.0" in said.err
        assert checkout.fault() == ""
        assert not checkout.is_ready()


class TestSystems:
    @pytest.mark.parametrize(
        ("windows", "program"), [(True, ".venv/Scripts/counterclaim.exe"), (False, ".venv/bin/counterclaim")]
    )
    def test_programs_stand_where_the_system_puts_them(self, tmp_path: Path, windows: bool, program: str) -> None:
        assert Environment(root=tmp_path, windows=windows).program("counterclaim") == tmp_path / program

    @pytest.mark.parametrize(
        ("platform", "variables", "shown"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ""}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("darwin", {}, True),
            ("win32", {}, True),
        ],
    )
    def test_a_display_is_only_missed_on_linux(self, platform: str, variables: dict[str, str], shown: bool) -> None:
        assert qt_libraries.has_display(platform, variables) is shown

    def test_without_a_display_tests_draw_into_memory(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "linux")
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        expected = {} if qt_libraries.has_display() else {"QT_QPA_PLATFORM": "offscreen"}
        assert commands.drawing() == expected
        monkeypatch.setenv("QT_QPA_PLATFORM", "minimal")
        assert commands.drawing() == {}

    def test_other_systems_carry_all_that_qt_opens(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(sys, "platform", "darwin")
        assert system.missing_libraries(window=True) == ()


class TestLibraries:
    def test_a_window_asks_for_more_than_memory(self) -> None:
        assert set(qt_libraries.wanted(window=False)) < set(qt_libraries.wanted(window=True))

    def test_only_what_the_loader_lacks_is_missing(self) -> None:
        lacking = qt_libraries.missing(qt_libraries.OFFSCREEN, is_there=lambda soname: soname != "libEGL.so.1")
        assert [library.packages for library in lacking] == [("libegl1",)]

    @pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names are Linux's")
    def test_the_loader_is_asked(self) -> None:
        assert qt_libraries.opens("libc.so.6")
        assert not qt_libraries.opens("libabsent-counterclaim.so.1")

    @pytest.mark.parametrize(
        ("offered", "package"),
        [
            (offers("libglib2.0-0"), "libglib2.0-0"),
            (offers("libglib2.0-0t64"), "libglib2.0-0t64"),
            (offers(), "libglib2.0-0"),
        ],
    )
    def test_the_release_decides_the_package_name(self, offered: Callable[[str], bool], package: str) -> None:
        assert qt_libraries.package_names(qt_libraries.OFFSCREEN[:1], offered) == (package,)

    def test_venv_and_libraries_come_in_one_command(self) -> None:
        said = system.advice(("ensurepip",), qt_libraries.OFFSCREEN[1:3], apt=True)
        assert said.splitlines()[-1].strip() == (
            "sudo apt-get update && sudo apt-get install --no-install-recommends "
            f"python3.{sys.version_info[1]}-venv libgl1 libegl1"
        )

    def test_other_distributions_get_the_names_of_the_libraries(self) -> None:
        said = system.advice((), qt_libraries.OFFSCREEN, apt=False)
        assert "libEGL.so.1" in said
        assert "apt-get" not in said


class TestCommands:
    def test_a_programs_status_is_passed_on(self) -> None:
        assert commands.run([sys.executable, "-c", "raise SystemExit(3)"]) == 3

    @posix
    def test_a_program_ended_by_a_signal_has_the_shells_status(self) -> None:
        ends = "import os, signal; os.kill(os.getpid(), signal.SIGTERM)"
        assert commands.run([sys.executable, "-c", ends]) == 128 + signal.SIGTERM

    def test_settings_that_reach_past_the_environment_are_dropped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PYTHONPATH", "/elsewhere")
        ask = "import os; raise SystemExit('PYTHONPATH' in os.environ)"
        assert commands.run([sys.executable, "-c", ask]) == 0

    def test_an_unknown_command_lists_the_known_ones(self) -> None:
        with pytest.raises(SystemExit, match="no command 'tset'; there are demo, test, setup"):
            commands.main(["tset"])

    def test_help_names_every_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert commands.main(["--help"]) == 0
        said = capsys.readouterr().out
        assert all(f"\n  {name} " in said for name in commands.COMMANDS)

    def test_no_command_is_a_mistake(self) -> None:
        assert commands.main([]) == 2

    def test_ctrl_c_ends_in_a_sentence(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def interrupted(_: object) -> int:
            raise KeyboardInterrupt

        monkeypatch.setitem(commands.COMMANDS, "setup", interrupted)
        assert commands.main(["setup"]) == 130
        assert "Stopped. Run the same command again" in capsys.readouterr().err

    def test_a_full_disk_ends_in_a_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def full(_: object) -> int:
            raise OSError(28, "No space left on device")

        monkeypatch.setitem(commands.COMMANDS, "setup", full)
        with pytest.raises(SystemExit, match=r"could not go on: .*No space left on device"):
            commands.main(["setup"])

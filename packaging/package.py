"""Builds packages in dist and tries each; `packaging/dev.py package` runs it in the .venv it has set up."""

import hashlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import deb_package
import deb_trial
import first_window
import mac_image
import moved_project
import program_folder
import rpm_package
import windows_setup
import windows_trial
from release import BUILD, DIST, EARLIER, Release


def main(arguments: Sequence[str]) -> int:
    """Builds and tries the one-folder program and the kinds named; every fault on the way ends it with a sentence."""
    release = Release.read()
    programs: dict[str, moved_project.Command] = {"checkout": [Path(sys.executable).with_name(release.name)]}
    if "windows" not in arguments or len(arguments) > 1:
        folder = _folder(release, programs)
        if arguments != ["folder"] and sys.platform.startswith("linux"):
            _say(first_window.compare(programs))
        for kind, build in BUILDERS.items():
            if kind in arguments:
                build(folder, release)
    if "windows" in arguments:
        _windows(release, programs)
    if arguments != ["folder"]:
        sum_up()
    return 0


def sum_up() -> None:
    """SHA256SUMS of every file in dist."""
    files = sorted(file for file in DIST.iterdir() if file.name != "SHA256SUMS")
    lines = [f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files]
    (DIST / "SHA256SUMS").write_text("".join(lines), "utf-8")
    _say(f"SHA256SUMS: {len(files)} files")


def _folder(release: Release, programs: dict[str, moved_project.Command]) -> Path:
    folder = program_folder.build(release)
    _say(f"folder: {program_folder.size_mb(folder):.0f} MB in {folder}")
    program = program_folder.program(folder)
    told = program_folder.self_test([program])
    _say(f"self-test of the folder: {', '.join(told['parts'])}: all well")
    programs["folder"] = [program]
    _say(moved_project.compare(programs))
    return folder


def _deb(folder: Path, release: Release) -> None:
    package = deb_package.build(folder, release)
    _say(f"{package.name}: {package.stat().st_size / 1e6:.0f} MB")
    _say(deb_trial.lint(package))
    for sentence in deb_trial.run(package, folder, release):
        _say(sentence)


def _rpm(folder: Path, release: Release) -> None:
    package = rpm_package.build(folder, release)
    _say(f"{package.name}: {package.stat().st_size / 1e6:.0f} MB")
    _say(rpm_package.inspect(package))
    program_folder.self_test([rpm_package.unpacked(package)])
    _say("self-test of what the package holds: all well")


def _windows(release: Release, programs: dict[str, moved_project.Command]) -> None:
    setup = windows_setup.build(release)
    _say(f"{setup.name}: {setup.stat().st_size / 1e6:.0f} MB")
    older = windows_setup.build(Release.read(EARLIER), out=BUILD / "before", quick=True)
    for sentence in windows_trial.run(setup, older, release, programs):
        _say(sentence)


def _macos(folder: Path, release: Release) -> None:
    image = mac_image.build(folder, release)
    _say(f"{image.name}: {image.stat().st_size / 1e6:.0f} MB, its program self-tested")


def _say(sentence: str) -> None:
    print(sentence, flush=True)


BUILDERS: dict[str, Callable[[Path, Release], None]] = {"deb": _deb, "rpm": _rpm, "macos": _macos}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

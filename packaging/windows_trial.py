"""Tries the Windows installer: under Wine on Linux, in the builder's own account on Windows."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import moved_project
import program_folder
from release import BUILD, ROOT, Release

_ON_WINDOWS = sys.platform == "win32"
_PREFIX = BUILD / "wine"
_KIND = r"HKCU\Software\Classes\Counterclaim.Project"


def run(setup: Path, older: Path, release: Release, programs: Mapping[str, moved_project.Command]) -> list[str]:
    """Installs an older version and this one over it, uses it and removes it; gives what was seen, a sentence each.

    `programs` are the other builds that a project is moved from and to.
    """
    if not _ON_WINDOWS:
        _make_wine()
    folder = _account() / "AppData/Local/Programs/Counterclaim"
    menu = _account() / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Counterclaim.lnk"
    command = _started(folder / "bin/counterclaim.exe")
    _run(older, "/S")
    stray = folder / "pkgs/app/module_of_the_version_before.py"
    stray.write_text("", "utf-8")
    _run(setup, "/S")
    said = _said([*command, "--version"])
    if said.strip() != f"counterclaim {release.version}" or stray.exists():
        sys.exit(f"After the upgrade the program says {said!r} and should be {release.version}, with nothing old left.")
    told = program_folder.judged(_said([*command, "--self-test"]), 0)
    if not menu.is_file() or _status("reg", "query", _KIND):
        sys.exit("The Start menu or the registry does not know the program.")
    system = "Windows" if _ON_WINDOWS else "Wine"
    size = program_folder.size_mb(folder)
    seen = [
        f"installed silently over an older version: {size:.0f} MB, with Start menu entry and file type",
        f"self-test on {system} ({told['system']}): {len(told['parts'])} parts, all well",
        moved_project.compare({**programs, "windows": command}),
    ]
    _run(folder / "uninstall.exe", "/S")
    _wait_until_gone(folder)
    if menu.exists() or not _status("reg", "query", _KIND):
        sys.exit("The uninstaller left its Start menu entry or its file type behind.")
    return [*seen, "removed silently: no file, menu entry or file type is left"]


def _make_wine() -> None:
    """A Wine of its own that calls itself Windows 10, with a stand-in for a system library that it lacks."""
    shutil.rmtree(_PREFIX, ignore_errors=True)
    _run("wineboot", "--init")
    _run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", "win10", "/f")
    source = ROOT / "packaging/windows/icuuc.c"
    library = _PREFIX / "drive_c/windows/system32/icuuc.dll"
    subprocess.run(["x86_64-w64-mingw32-gcc", "-shared", "-O1", "-o", library, source], check=True)


def _account() -> Path:
    return Path.home() if _ON_WINDOWS else _PREFIX / "drive_c/users" / os.environ.get("USER", "root")


def _started(program: str | Path) -> list[str | Path]:
    """The command that starts a Windows program here."""
    return [program] if _ON_WINDOWS else ["env", f"WINEPREFIX={_PREFIX}", "WINEDEBUG=-all", "wine", program]


def _answer(command: moved_project.Command) -> subprocess.CompletedProcess[str]:
    # Wine's Python can read and write pipes and no files, so everything goes through pipes.
    return subprocess.run(
        command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def _said(command: moved_project.Command) -> str:
    return _answer(command).stdout


def _status(program: str | Path, *words: str) -> int:
    return _answer([*_started(program), *words]).returncode


def _run(program: str | Path, *words: str) -> None:
    if status := _status(program, *words):
        sys.exit(f"{program} {' '.join(words)} ended with {status}.")


def _wait_until_gone(folder: Path) -> None:
    """The uninstaller goes on in a copy of itself after it has returned."""
    for _ in range(120):
        if not folder.exists():
            return
        time.sleep(0.5)
    sys.exit(f"The uninstaller left these: {', '.join(str(file) for file in sorted(folder.rglob('*'))[:10])}")

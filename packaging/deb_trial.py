"""Tries a .deb as people meet it: installed into a clean Debian, used, upgraded, removed.

The version before is the same program under an earlier number: what is tried is the package's upgrade. That of projects
is tried by the self-test and the tests, on one file of each schema.
"""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import clean_root
import deb_package
import program_folder
from release import BUILD, EARLIER, NUMBER, Release

_HOME = f"/home/{clean_root.USER}"
_PAPERS = f"{_HOME}/papers"
_PROJECT = f"{_PAPERS}/Chagos payments.counterclaim"


def lint(package: Path) -> str:
    """Debian's own judgement, and that of the desktops' checkers; ends the trial over what has no reason given.

    The reasons are in packaging/linux/lintian-overrides.
    """
    tree = BUILD / "deb/usr/share"
    metainfo = next((tree / "metainfo").iterdir())
    checks: tuple[list[str | Path], ...] = (
        ["lintian", "--allow-root", "--fail-on", "error,warning", package],
        ["desktop-file-validate", tree / "applications/counterclaim.desktop"],
        ["appstream-util", "validate-relax", "--nonet", metainfo],
    )
    for command in checks:
        answer = subprocess.run(command, capture_output=True, text=True, check=False)
        if answer.returncode:
            sys.exit(f"{answer.stdout}{answer.stderr}\n{command[0]} refused the package; see above.")
    return "lintian, desktop-file-validate and appstream-util: nothing but what has its reason"


def run(package: Path, folder: Path, release: Release) -> list[str]:
    """The whole life of the package on a clean system; gives what was seen, a sentence each."""
    seen = []
    root = clean_root.make()
    before = Release.read(EARLIER)
    old = deb_package.build(_renumbered(folder, before), before, out=BUILD / "before", quick=True)
    _install(root, old)
    _expect_version(root, before)
    root.run(["counterclaim", "demo", "--headless", "--out", _PAPERS], user=clean_root.USER)
    exported = _export(root, before)
    seen.append(f"{before.version} installed into a clean root with its dependencies, and made a project")

    _install(root, package)
    _expect_version(root, release)
    if _export(root, release) != exported:
        sys.exit("After the upgrade the project gives other CSV than before.")
    seen.append(
        f"{release.version} installed over it: opens the project, and its CSV differs only in the program's version"
    )

    told = _self_test(root)
    seen.append(f"self-test as a user without any network: {len(told['parts'])} parts, all well")
    _self_test(root, user="root")

    root.run(["apt-get", "--quiet=2", "--yes", "purge", release.name])
    users = [word for place in ("/home", "/root", "/tmp") for word in ("-not", "-path", f"{place}/*")]
    left = root.run(["find", "/", "-xdev", "-iname", "*counterclaim*", *users])
    if left or not (root.folder / _PROJECT[1:]).is_file():
        sys.exit(f"After the removal these were left: {left or 'nothing, not even the project'}")
    seen.append("removed: nothing is left of it but the user's own files")
    return seen


def _renumbered(folder: Path, before: Release) -> Path:
    """The same program under an earlier number, which it knows from one file."""
    copy = BUILD / "before" / before.name
    subprocess.run(["rm", "--recursive", "--force", copy.parent], check=True)
    copy.parent.mkdir()
    subprocess.run(["cp", "--archive", folder, copy], check=True)
    (copy / "lib" / NUMBER).write_text(f"{before.version}\n", "utf-8")
    return copy


def _install(root: clean_root.Root, package: Path) -> None:
    inside = root.copy_in(package)
    install = ["apt-get", "--quiet=2", "--yes", "--no-install-recommends", "install", inside]
    root.run(install, network=True)


def _expect_version(root: clean_root.Root, release: Release) -> None:
    said = root.run(["counterclaim", "--version"], user=clean_root.USER).strip()
    if said != f"counterclaim {release.version}":
        sys.exit(f"The installed program says {said!r} and should be {release.version}.")


def _export(root: clean_root.Root, release: Release) -> dict[str, bytes]:
    """The CSV of the project by file, without the cells that name the version that exports, or that did an act."""
    out = f"{_PAPERS}/{release.version}"
    command = ["counterclaim", "export", "--preset", "data", "--out", out, "--project", _PROJECT]
    root.run(command, user=clean_root.USER)
    files = sorted((root.folder / out[1:]).glob("*.csv"))
    version = re.compile(rb",(?:%b|%b)," % tuple(re.escape(each.encode()) for each in (EARLIER, release.version)))
    return {file.name: version.sub(b",,", file.read_bytes()) for file in files}


def _self_test(root: clean_root.Root, user: str = clean_root.USER) -> dict[str, Any]:
    return program_folder.judged(root.run(["counterclaim", "--self-test"], user=user), 0)

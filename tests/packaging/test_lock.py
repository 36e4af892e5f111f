"""The lock: complete, hash-checked, and free of the place where it was made."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "packaging" / "lock" / "build.txt"
PROJECT = ROOT / "packaging" / "lock" / "project.txt"
PROGRAM = ROOT / "packaging" / "lock" / "program.txt"
PACKAGE = ROOT / "packaging" / "lock" / "package.txt"
WINDOWS = ROOT / "packaging" / "lock" / "windows.txt"
ALL = [BUILD, PROJECT, PROGRAM, PACKAGE, WINDOWS]


def pins(lock: Path) -> dict[str, list[str]]:
    """The `name==version ; marker` of each entry with its hashes."""
    entries = re.sub(r" \\\n\s+", " ", lock.read_text("utf-8")).splitlines()
    return {entry.split(" --hash=")[0]: entry.split(" --hash=")[1:] for entry in entries if not entry.startswith("#")}


def versions(*locks: Path) -> dict[str, list[Version]]:
    """The versions locked for each package; more than one where systems differ."""
    found: dict[str, list[Version]] = {}
    for pin in (Requirement(text) for lock in locks for text in pins(lock)):
        found.setdefault(canonicalize_name(pin.name), []).append(Version(str(pin.specifier).removeprefix("==")))
    return found


def pyproject() -> dict[str, list[str]]:
    read = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {
        "project": read["project"]["dependencies"],
        "dev": read["dependency-groups"]["dev"],
        "build": read["build-system"]["requires"],
    }


@pytest.mark.parametrize("lock", ALL, ids=lambda lock: lock.name)
def test_every_entry_is_one_version_with_hashes(lock: Path) -> None:
    for pin, hashes in pins(lock).items():
        assert re.match(r"[a-z0-9._-]+==[^ ]+( ; .+)?$", pin), pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), pin


@pytest.mark.parametrize("lock", ALL, ids=lambda lock: lock.name)
def test_no_index_or_host_is_named(lock: Path) -> None:
    text = lock.read_text("utf-8")
    assert "://" not in text
    assert not re.search(r"^\s*-(-index|-extra|-find|-trusted|i |f )", text, re.MULTILINE)


@pytest.mark.parametrize("group", ["project", "dev", "build"])
def test_what_pyproject_asks_for_is_locked(group: str) -> None:
    locked = versions(BUILD, PROJECT)
    for wanted in map(Requirement, pyproject()[group]):
        for version in locked.get(canonicalize_name(wanted.name), [Version("0.dev0")]):
            assert wanted.specifier.contains(version), f"{wanted}: run python3 packaging/dev.py lock"


@pytest.mark.parametrize("lock", [BUILD, PROGRAM, PACKAGE], ids=lambda lock: lock.name)
def test_the_files_agree_where_they_overlap(lock: Path) -> None:
    these, project = versions(lock), versions(PROJECT)
    assert all(these[name] == project[name] for name in these.keys() & project.keys())


def test_an_installed_program_has_no_tool_for_developers() -> None:
    program = versions(PROGRAM).keys()
    assert program <= versions(PROJECT).keys()
    assert {canonicalize_name(Requirement(name).name) for name in pyproject()["project"]} <= program
    assert not {"pytest", "ruff", "mypy", "hypothesis"} & program


def test_source_packages_find_their_builder_in_the_lock() -> None:
    assert {"setuptools", "wheel", "hatchling", "editables"} <= versions(BUILD).keys()

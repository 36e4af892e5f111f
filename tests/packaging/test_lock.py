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


@pytest.mark.parametrize("lock", [BUILD, PROJECT], ids=lambda lock: lock.name)
def test_every_entry_is_one_version_with_hashes(lock: Path) -> None:
    for pin, hashes in pins(lock).items():
        assert re.match(r"[a-z0-9._-]+==[^ ]+( ; .+)?$", pin), pin
        assert hashes, pin
        assert all(re.fullmatch(r"sha256:[0-9a-f]{64}", value) for value in hashes), pin


@pytest.mark.parametrize("lock", [BUILD, PROJECT], ids=lambda lock: lock.name)
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


def test_the_two_files_agree_where_they_overlap() -> None:
    build, project = versions(BUILD), versions(PROJECT)
    assert all(build[name] == project[name] for name in build.keys() & project.keys())


def test_source_packages_find_their_builder_in_the_lock() -> None:
    assert {"setuptools", "wheel", "hatchling", "editables"} <= versions(BUILD).keys()

"""Finds resources/ and migrations/ in a checkout, in an installed wheel and in a frozen program."""

import sys
from functools import cache
from pathlib import Path


@cache
def version() -> str:
    """The program's number. Asking for the metadata of what is installed would hold the window up by a fifth."""
    return (resources() / "version").read_text("utf-8").strip()


@cache
def _root() -> Path:
    if frozen := getattr(sys, "_MEIPASS", None):
        return Path(frozen)
    package = Path(__file__).resolve().parent
    wheel = package / "_shipped"
    return wheel if wheel.is_dir() else package.parent


def resources() -> Path:
    """The folder with icons, style, tables and the sample project."""
    return _root() / "resources"


def migrations() -> Path:
    """The folder with Alembic's environment and its versions."""
    return _root() / "migrations"

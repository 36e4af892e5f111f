"""Finds resources/ and migrations/ in a checkout, in an installed wheel and in a frozen program."""

import sys
from pathlib import Path


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

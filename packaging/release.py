"""What every package says of the program: name and words from pyproject.toml, the version from resources/version."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
"""Where everything is built; git ignores it."""
DIST = ROOT / "dist"
"""Where finished packages go; git ignores it."""
NUMBER = Path("resources", "version")
"""The file by which the program knows its version, in a checkout and in every package."""
EARLIER = "0.0.9"
"""The number under which the same code is packaged to try that a package goes over an older one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One version of the program."""

    name: str
    title: str
    version: str
    summary: str
    author: str

    @classmethod
    def read(cls, version: str | None = None) -> Self:
        """As the checkout has it; `version` puts another number on the same code, to try an upgrade."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        return cls(
            name=project["name"],
            title=project["name"].title(),
            version=version or (ROOT / NUMBER).read_text("utf-8").strip(),
            summary=project["description"],
            author="Counterclaim contributors",
        )

"""What every package says of the program: its name, version and words, read from pyproject.toml alone."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
"""Where everything is built; git ignores it."""
DIST = ROOT / "dist"
"""Where finished packages go; git ignores it."""


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
        """As pyproject.toml has it; `version` puts another number on the same code, to try an upgrade."""
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        return cls(
            name=project["name"],
            title=project["name"].title(),
            version=version or project["version"],
            summary=project["description"],
            author="Counterclaim contributors",
        )

    @property
    def metadata(self) -> str:
        """The METADATA by which the installed program knows its version."""
        lines = (f"Name: {self.name}", f"Version: {self.version}", f"Summary: {self.summary}", "License: MIT")
        return "\n".join(("Metadata-Version: 2.1", *lines, ""))

    @property
    def metadata_folder(self) -> str:
        """The name of the folder in which METADATA lies."""
        return f"{self.name}-{self.version}.dist-info"

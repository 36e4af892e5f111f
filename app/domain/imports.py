"""An import under way: the files that wait their turn, and how each of them ended."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from app.domain.article import Detail


class FileState(StrEnum):
    """Where a file stands; the last four are final."""

    QUEUED = "queued"
    READING = "reading"
    EXTRACTING = "extracting"
    ADDED = "added"
    VERSION = "version"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedFile:
    """A file as it was when it was queued: `size` in bytes and `modified` in nanoseconds, None where it was not there.

    Text from the clipboard has no file: `pasted` is the text itself.
    """

    path: Path
    size: int | None = None
    modified: int | None = None
    pasted: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one file ended. `reason` says why it failed, of what it is a version or a copy, and what was noted."""

    state: FileState
    reason: str = ""
    article_id: str | None = None
    claims: int = 0
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportRun:
    """One import. `source` names where its files come from; `act` is what the undo menu calls it.

    `overrides` are details that the analyst gave; they win over what a file says. `act_id` is the act of what was kept
    so far, None while there is nothing. `left` of its `total` files are not finished.
    """

    run_id: str
    source: str
    act: str
    total: int
    left: int
    act_id: str | None = None
    overrides: Mapping[str, Detail] = field(default_factory=dict)

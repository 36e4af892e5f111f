"""What was done in a project, what the log says of it, and which copies of the project were kept."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ActState(StrEnum):
    """What became of an act. An abandoned one was undone, and then something else was done.

    One that a later act took back out of turn is kept as done: `TAKEN_BACK` follows from that later act.
    """

    DONE = "done"
    UNDONE = "undone"
    ABANDONED = "abandoned"
    TAKEN_BACK = "taken back"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActLine:
    """One act of the journal. `at` and `abandoned_at` are UTC, ISO 8601; `removed` counts the rows it removed."""

    number: int
    act_id: str
    words: str
    at: str
    state: ActState
    removed: int = 0
    abandoned_at: str | None = None


class Deed(StrEnum):
    """What an entry of the log says was done with an act."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One entry of the log. `what` is canonical JSON; `hash` is over all the rest and `previous`, the hash before.

    `rules` is the version of the program, with which the rules of verdicts come and go; the rules by which an article
    was read have a number of their own.
    """

    number: int
    at: str
    who: str
    deed: Deed
    words: str
    act_id: str
    rules: str
    what: str
    previous: str
    hash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a project holds."""

    articles: int = 0
    claims: int = 0
    decided: int = 0
    acts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescue:
    """What is shown in the place of a file that cannot be worked on: a copy of what can be read of it.

    `reason` is that of the `UserError`: "corrupt", or "foreign" for a file that holds what no program of ours made.
    """

    path: Path
    reason: str
    counts: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A kept copy of a project; `at` is UTC, ISO 8601, and `head` the last hash of its log, empty without one."""

    path: Path
    at: str
    counts: Counts
    head: str = ""


class Part(StrEnum):
    """What of a project is looked at when it is verified."""

    FILE = "file"
    SCHEMA = "schema"
    VALUES = "values"
    LINKS = "links"
    LOG = "log"
    TEXTS = "texts"
    OFFSETS = "offsets"
    SEARCH = "search"
    DISPUTES = "disputes"
    LISTS = "lists"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Something wrong with a project, in a sentence that says what is safe. `mendable`: repair loses nothing."""

    part: Part
    sentence: str
    mendable: bool = False

"""An article with all that is read from it, before a project sees it. Runs in processes of its own, without a store."""

import os
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from app.comparison.sources import credits
from app.comparison.sources.credits import Credits
from app.comparison.topics import measured_range
from app.domain.article import Article, Detail
from app.domain.claim import Claim
from app.domain.conventions import HABIT, Conventions
from app.domain.disputes import MeasuredRange
from app.domain.errors import UserError
from app.domain.imports import QueuedFile
from app.domain.shingles import shingles
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.readers import choose
from app.services import reading
from app.services.articles.folders import is_folder

LONGEST = 2_000_000
"""Characters: some thousand printed pages. A longer text is no article, and its figures would fill the memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to be read. `overrides` are details that the analyst gave; they win over what a file says."""

    file: QueuedFile
    today: date
    overrides: Mapping[str, Detail] = field(default_factory=dict)
    conventions: Conventions = HABIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """An article, its claims, and what copies of its story are told by."""

    article: Article
    claims: list[Claim]
    ranges: list[MeasuredRange]
    """What each claim measures and can mean."""
    shingles: frozenset[int]
    credits: Credits


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a file is not kept; `trace` where it is the program's own fault, without any of the article's words."""

    sentence: str
    trace: str = ""


def whole(source: Source, on_read: Callable[[], None]) -> Digest | Failure:
    """Read a file and extract its claims; `on_read` is called between the two."""
    try:
        article = read(source)
        on_read()
        return extracted(article, source.conventions)
    except Exception as error:  # noqa: BLE001 - one hostile file must not stop the others
        return failure(source.file.path, error)


def read(source: Source) -> Article:
    """The article in a file, or in pasted text; a `UserError` says why there is none."""
    file = source.file
    if file.pasted is not None:
        article = choose.read_pasted(file.pasted, today=source.today)
    else:
        _refuse_changed(file)
        article = choose.read_file(file.path, today=source.today)
    return _fit(replace(article, **source.overrides))  # type: ignore[arg-type]  # the keys are fields of Article


def extracted(article: Article, conventions: Conventions = HABIT) -> Digest:
    """What an article holds, in a project with these conventions."""
    claims = pipeline.read(reading.passage(article, conventions))
    return Digest(
        article=article,
        claims=claims,
        ranges=[measured_range.of(claim) for claim in claims],
        shingles=shingles(article.text, article.parts),
        credits=credits.read(article),
    )


def failure(path: Path, error: Exception) -> Failure:
    """Why a file was not imported, in a sentence."""
    if isinstance(error, UserError):
        return Failure(sentence=str(error))
    return Failure(
        sentence=f"{path.name} could not be read because of a fault in Counterclaim ({type(error).__name__}); "
        "nothing of it was kept and the rest is safe. Save it as plain text and add that.",
        trace=f"{type(error).__name__}\n{''.join(traceback.format_tb(error.__traceback__))}",
    )


def queued(path: Path) -> QueuedFile:
    """A file as it is now, for the queue; whatever is wrong with it is said when it is read."""
    try:
        about = path.stat()
    except (OSError, ValueError):
        return QueuedFile(path=path)
    return QueuedFile(path=path, size=about.st_size, modified=about.st_mtime_ns)


def prepare() -> None:
    """Load what reading takes, so that the first file waits no longer than the others."""
    from app.readers import html  # noqa: F401 - half a second, which plain text need not wait for elsewhere

    pipeline.read(Passage(text="It cost £3m, or 4.5 per cent, in May 2025."))


def _refuse_changed(file: QueuedFile) -> None:
    """Refuse a folder that could not be listed, and a file that is not what was queued."""
    if is_folder(file.path):
        raise UserError(
            f"The folder {file.path} could not be opened; nothing in it was read. Copy it to a folder of your own, or "
            "have whoever it belongs to let you read it, and add it again.",
            reason="unreadable",
        )
    now = queued(file.path)
    if None not in (file.size, now.size) and (file.size, file.modified) != (now.size, now.modified):
        raise UserError(
            f"{file.path.name} was changed after it was queued; nothing of it was kept. Retry to read it as it is now.",
            reason="changed",
        )


def _fit(article: Article) -> Article:
    """The article with a name that can be written down; refused if it is far too long for one."""
    if len(article.text) > LONGEST:
        raise UserError(
            f"{article.source_name} holds {len(article.text) / 1e6:.1f} million characters, and the limit is "
            f"{LONGEST // 1_000_000} million; nothing was changed. Save only the article and add that.",
            reason="too-large",
        )
    # A file's name may hold bytes that are no text.
    return replace(article, source_name=os.fsencode(article.source_name).decode(errors="replace"))

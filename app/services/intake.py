"""Taking articles in, one after the other: read, known already or not, extracted, kept as one act."""

import logging
import os
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from app.comparison.origins import shingles as shingles_of
from app.domain import edtf
from app.domain.article import Article, ArticleRecord, Detail
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.extraction import pipeline
from app.extraction.mention import Passage
from app.services import origins, standings, versions
from app.store import clock
from app.store.project import Project, Store

log = logging.getLogger(__name__)

LONGEST = 2_000_000
"""Characters: some thousand printed pages. A longer text is no article, and its figures would fill the memory."""


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
class Outcome:
    """How one file ended. `reason` says why it failed, of what it is a version or a copy, and what was noted."""

    state: FileState
    reason: str = ""
    article_id: str | None = None
    claims: int = 0
    title: str = ""


class Intake:
    """One import under way: whatever it keeps is one act, and so one undo.

    `said` are details that the analyst gave; they win over what a file says.
    """

    def __init__(self, project: Project, *, act: str, said: Mapping[str, Detail]) -> None:
        self._project = project
        self._act = act
        self._said = said
        self._joins: str | None = None
        self.changes = Changes()

    def take(self, name: str, read: Callable[[], Article], *, extracting: Callable[[], None]) -> Outcome:
        """Read and keep one article. Whatever goes wrong with it is its outcome, so that the next one can be taken."""
        try:
            article = _fit(replace(read(), **self._said))  # type: ignore[arg-type]  # the keys are fields of Article
            known = self._duplicate(article)
        except Exception as error:  # noqa: BLE001 - one hostile file must not stop the others
            return _failed(name, error)
        if known is not None:
            return known
        extracting()
        try:
            return self._keep(article)
        except Exception as error:  # noqa: BLE001 - as above; nothing of a failed act is kept
            return _failed(name, error)

    def _duplicate(self, article: Article) -> Outcome | None:
        with self._project.reading() as store:
            kept = store.articles.find_duplicate(article)
        if kept is None:
            return None
        reason = f"the same text as {_described(kept)}, which is in the project already"
        return Outcome(
            state=FileState.DUPLICATE,
            reason=_with_notes(reason, article),
            article_id=kept.article_id,
            title=_title(kept.article),
        )

    def _keep(self, article: Article) -> Outcome:
        claims = pipeline.read(
            Passage(
                text=article.text,
                published=edtf.day(article.published.value) if article.published else None,
                country=article.country,
                parts=article.parts,
            )
        )
        shingles = shingles_of(article.text, article.parts)
        with self._project.writing(self._act, joins=self._joins) as store:
            earlier = store.articles.find_earlier(article)
            origin_id = earlier.origin_id if earlier else origins.suggested(store, article, shingles)
            told = "" if earlier or origin_id is None else _told(store, origin_id)
            record = store.articles.add(
                article,
                captured_at=clock.now(),
                origin_id=origin_id,
                replaces=earlier.article_id if earlier else None,
                shingles=shingles,
            )
            kept = store.claims.add(record.article_id, claims)
            if earlier:
                versions.settle(store, record)
            standings.measure(store)
        self._joins = store.act_id
        self.changes = self.changes | store.changes
        return Outcome(
            state=FileState.VERSION if earlier else FileState.ADDED,
            reason=_with_notes(f"version {record.version} of {_described(record)}" if earlier else told, article),
            article_id=record.article_id,
            claims=len(kept),
            title=_title(article),
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


def _failed(name: str, error: Exception) -> Outcome:
    """A file that was not imported; a fault of the program goes to the log, without the article's words."""
    if isinstance(error, UserError):
        return Outcome(state=FileState.FAILED, reason=str(error))
    place = "".join(traceback.format_tb(error.__traceback__))
    log.error("an import failed: %s\n%s", type(error).__name__, place)
    return Outcome(
        state=FileState.FAILED,
        reason=f"{Path(name).name} could not be read because of a fault in Counterclaim ({type(error).__name__}); "
        "nothing of it was kept and the rest is safe. Save it as plain text and add that.",
    )


def _with_notes(reason: str, article: Article) -> str:
    """What there is to say of a file, and after it what its reader noted, which are sentences."""
    return " ".join(filter(None, (f"{reason}." if reason and article.notes else reason, *article.notes)))


def _told(store: Store, origin_id: str) -> str:
    """What the program takes for the same story; the analyst can split the two."""
    first = store.origins.tellers(origin_id)[0]
    return f"tells the story of “{first.title}”" + (f" ({first.outlet})" if first.outlet else "")


def _title(article: Article) -> str:
    return article.title.value if article.title else article.source_name


def _described(record: ArticleRecord) -> str:
    outlet = f" ({record.article.outlet.value})" if record.article.outlet else ""
    return f"“{_title(record.article)}”{outlet}"

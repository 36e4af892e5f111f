"""Taking articles in, one after the other: known already or not, kept as one act, and noted in the queue."""

import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from app.domain.article import Article, ArticleRecord
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.imports import FileState, ImportRun, Outcome
from app.extraction import pipeline
from app.services import disputes
from app.services.articles import digest, origins, versions
from app.services.articles.digest import Digest, Failure, Source
from app.store import clock
from app.store.claims import NewClaims
from app.store.project import Project
from app.store.session import Store

log = logging.getLogger(__name__)

_UNDATED = "No publication date was found: “last year” and the like have no day to count from."


@dataclass(frozen=True, slots=True)
class Taken:
    """A file of an import and what was read of it; how it ended, where that is known already."""

    position: int
    source: Source
    read: Digest | Failure | Outcome


class Intake:
    """One import under way: whatever it keeps is one act, and so one undo, after a restart too."""

    def __init__(self, project: Project, run: ImportRun) -> None:
        self._project = project
        self._run = run
        self._joins = run.act_id
        self._written: list[Changes] = []

    def changes(self) -> Changes:
        """What the project gained so far."""
        # By twos, since one after the other would copy all that came before for every article.
        while len(self._written) > 1:
            pairs = zip_longest(self._written[::2], self._written[1::2], fillvalue=Changes())
            self._written = [one | other for one, other in pairs]
        return self._written[0] if self._written else Changes()

    def read(self, source: Source, extracting: Callable[[], None]) -> Digest | Failure | Outcome:
        """Read one file, whatever goes wrong with it; of one that the project has already, no claims are extracted."""
        try:
            article = digest.read(source)
            with self._project.reading() as store:
                known = _duplicate(store, article)
            if known is not None:
                return known
            extracting()
            return digest.extracted(article, source.conventions)
        except Exception as error:  # noqa: BLE001 - one hostile file must not stop the others
            return digest.failure(source.file.path, error)

    def take(self, files: Sequence[Taken]) -> list[Outcome]:
        """Keep what was read, in one transaction; how each file ended is on the disk then.

        Where something goes wrong with one of them, nothing of that transaction is kept and each is taken alone.
        """
        try:
            return self._together(files)
        except Exception as error:  # noqa: BLE001 - as above
            if len(files) > 1:
                return [outcome for file in files for outcome in self.take([file])]
            failed = _failed(digest.failure(files[0].source.file.path, error))
        # Where the project cannot be written to, the file is read again when the import is resumed.
        with contextlib.suppress(UserError):
            self._together([replace(files[0], read=failed)])
        return [failed]

    def _together(self, files: Sequence[Taken]) -> list[Outcome]:
        with self._project.writing(self._run.act, joins=self._joins) as store:
            unfiled = list[NewClaims]()
            outcomes = [_kept(store, file.read, unfiled) for file in files]
            store.claims.add_all(unfiled)
            disputes.measure(store)
            ended = {file.position: outcome for file, outcome in zip(files, outcomes, strict=True)}
            store.imports.note(self._run.run_id, ended, store.act_id)
        self._joins = store.act_id
        self._written.append(store.changes)
        return outcomes


def _kept(store: Store, read: Digest | Failure | Outcome, unfiled: list[NewClaims]) -> Outcome:
    """How a file ends: what was read of it is kept, unless the project has it already.

    Its claims go to those that are `unfiled`, to be filed with the next ones; a version's are held against the earlier.
    """
    if isinstance(read, Outcome):
        return read
    if isinstance(read, Failure):
        return _failed(read)
    article = read.article
    if known := _duplicate(store, article):
        return known
    earlier = store.articles.find_earlier(article)
    origin_id = earlier.origin_id if earlier else origins.suggested(store, article, read.shingles, read.credits)
    told = "" if earlier or origin_id is None else _told(store, origin_id)
    record = store.articles.add(
        article,
        captured_at=clock.now(),
        origin_id=origin_id,
        replaces=earlier.article_id if earlier else None,
        shingles=read.shingles,
        rules=pipeline.RULES,
    )
    unfiled.append(NewClaims(article_id=record.article_id, claims=read.claims, ranges=read.ranges))
    if earlier:
        store.claims.add_all(unfiled)
        unfiled.clear()
        versions.settle(store, record)
    return Outcome(
        state=FileState.VERSION if earlier else FileState.ADDED,
        reason=_with_notes(f"version {record.version} of {_described(record)}" if earlier else told, article)
        or ("" if article.published else _UNDATED),
        article_id=record.article_id,
        claims=sum(claim.converts is None for claim in read.claims),
        title=article.name,
    )


def _failed(why: Failure) -> Outcome:
    """A file that was not imported; a fault of the program goes to the log, without the article's words."""
    if why.trace:
        log.error("an import failed: %s", why.trace)
    return Outcome(state=FileState.FAILED, reason=why.sentence)


def _duplicate(store: Store, article: Article) -> Outcome | None:
    kept = store.articles.find_duplicate(article)
    if kept is None:
        return None
    reason = f"the same text as {_described(kept)}, which is in the project already"
    return Outcome(
        state=FileState.DUPLICATE,
        reason=_with_notes(reason, article),
        article_id=kept.article_id,
        title=kept.article.name,
    )


def _with_notes(reason: str, article: Article) -> str:
    """What there is to say of a file, and after it what its reader noted, which are sentences."""
    return " ".join(filter(None, (f"{reason}." if reason and article.notes else reason, *article.notes)))


def _told(store: Store, origin_id: str) -> str:
    """What the program takes for the same story; the analyst can split the two."""
    first = store.origins.tellers(origin_id)[0]
    return f"tells the story of “{first.title}”" + (f" ({first.outlet})" if first.outlet else "")


def _described(record: ArticleRecord) -> str:
    outlet = f" ({record.article.outlet.value})" if record.article.outlet else ""
    return f"“{record.article.name}”{outlet}"

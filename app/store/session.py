"""What a session on a project offers: everything that is kept in it, and the act that is being written."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.first_steps import FirstSteps
from app.domain.history import LogLine
from app.store import first_steps
from app.store.alike import Alike
from app.store.articles import Articles
from app.store.claim_lists.lists import ClaimLists
from app.store.claims import Claims
from app.store.damage import unreadable
from app.store.disputes import Disputes
from app.store.history import log
from app.store.history.journal import Journal
from app.store.history.recording import Recorder, changes_of
from app.store.imports import Imports
from app.store.likeness import Likeness
from app.store.merging.merge import Merging
from app.store.origins import Origins
from app.store.own_tables import OwnTables
from app.store.readings import Readings
from app.store.remarks import Remarks
from app.store.resolutions import Resolutions
from app.store.review_queue import ReviewQueue
from app.store.saved_searches import SavedSearches
from app.store.schedules import Schedules
from app.store.settings import Settings
from app.store.tables import ProjectCard
from app.store.topics import Topics
from app.store.versions import Versions


class Store:
    """What a session on the project offers."""

    def __init__(self, session: Session, recorder: Recorder | None = None) -> None:
        self._session = session
        self._recorder = recorder
        self.articles = Articles(session)
        self.origins = Origins(session)
        self.versions = Versions(session)
        self.claims = Claims(session)
        self.lists = ClaimLists(session)
        self.queue = ReviewQueue(session)
        self.likeness = Likeness(session)
        self.remarks = Remarks(session)
        self.alike = Alike(session)
        self.topics = Topics(session)
        self.resolutions = Resolutions(session)
        self.disputes = Disputes(session)
        self.schedules = Schedules(session)
        self.own_tables = OwnTables(session)
        self.searches = SavedSearches(session)
        self.settings = Settings(session)
        self.readings = Readings(session)
        self.imports = Imports(session)
        self.journal = Journal(session)
        self.merging = Merging(session, recorder)

    def first_steps(self) -> FirstSteps:
        """How much of what people do first the project holds."""
        return first_steps.of(self._session)

    def project_id(self) -> str:
        """The project's own id, the same in every copy of its file."""
        return self._session.scalars(select(ProjectCard.project_id)).one()

    def log(self) -> list[LogLine]:
        """The whole log, the first entry first."""
        return list(log.lines(self._session))

    @property
    def changes(self) -> Changes:
        """What was written here so far; after the context ends, all of it.

        A claim brings its article along, whose line counts claims, and a filing its topic and its claim.
        """
        if self._recorder is None:
            return Changes()
        self._session.flush()
        return changes_of(self._recorder.words, self._recorder.touched)

    @property
    def act_id(self) -> str | None:
        """The act written here, for another context to join; None while there is none."""
        return None if self._recorder is None else self._recorder.act_id

    def set_aside(self, found: Sequence[unreadable.Unreadable]) -> None:
        """Empty values that cannot be read; what stood there stays in the log."""
        unreadable.set_aside(self._session, found)

    def name_act(self, words: str) -> None:
        """Say what the act is, where that is known only now ("accept 12 claims")."""
        if self._recorder is not None:
            self._recorder.rename(self._session, words)

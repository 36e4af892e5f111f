"""One open project with every use case on it: what the window and the shell are handed."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.comparison.amounts.currency import Rates
from app.domain.first_steps import FirstSteps
from app.domain.history import Rescue
from app.services.articles.importing import Importing
from app.services.articles.library import Library
from app.services.articles.origins import Origins
from app.services.articles.rereading import Rereading
from app.services.articles.versions import Versions
from app.services.claims.editing import Editing
from app.services.claims.grid import Claims
from app.services.claims.pointing import Pointing
from app.services.claims.remarks import Remarks
from app.services.claims.reviewing import Reviewing
from app.services.disputes import Disputes
from app.services.drafting.check import Drafting
from app.services.exports.exporting import Exporting
from app.services.exports.pages import Pages
from app.services.project.backups import Backups
from app.services.project.history import History
from app.services.project.merging import Merging
from app.services.project.project_settings import ProjectSettings
from app.services.topics.comparing import Comparing
from app.services.topics.conversions import Conversions
from app.services.topics.grouping import Grouping
from app.services.topics.resolving import Resolving
from app.services.topics.scheduling import Scheduling
from app.services.topics.side_by_side import SideBySide
from app.services.topics.timeline import Timelines
from app.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The use cases of one open project. Close it to leave one plain file."""

    project: Project
    library: Library
    pointing: Pointing
    rereading: Rereading
    settings: ProjectSettings
    origins: Origins
    versions: Versions
    importing: Importing
    reviewing: Reviewing
    editing: Editing
    remarks: Remarks
    claims: Claims
    grouping: Grouping
    comparing: Comparing
    side_by_side: SideBySide
    timelines: Timelines
    resolving: Resolving
    drafting: Drafting
    pages: Pages
    disputes: Disputes
    conversions: Conversions
    scheduling: Scheduling
    exporting: Exporting
    history: History
    backups: Backups
    merging: Merging

    @classmethod
    def of(
        cls, project: Project, *, rates: Rates, today: Callable[[], datetime.date], backups: Path | None = None
    ) -> Self:
        """The use cases on a project that is open already. Below `backups` copies of it are kept; None: nowhere."""
        conversions = Conversions(project, rates)
        comparing, scheduling = Comparing(project, conversions), Scheduling(project, conversions)
        return cls(
            project=project,
            library=Library(project, today=today),
            pointing=Pointing(project),
            rereading=Rereading(project),
            settings=ProjectSettings(project),
            origins=Origins(project),
            versions=Versions(project),
            importing=Importing(project, today=today),
            reviewing=Reviewing(project),
            editing=Editing(project),
            remarks=Remarks(project),
            claims=Claims(project),
            grouping=Grouping(project),
            comparing=comparing,
            side_by_side=SideBySide(comparing, scheduling),
            timelines=Timelines(project),
            resolving=Resolving(project),
            drafting=Drafting(project, conversions, today=today),
            pages=Pages(project, today=today),
            disputes=Disputes(project),
            conversions=conversions,
            scheduling=scheduling,
            exporting=Exporting(project),
            history=History(project),
            backups=Backups(project, backups),
            merging=Merging(project),
        )

    @property
    def name(self) -> str:
        """The project's name: its file's, without the suffix."""
        return Path(self.project.path).stem

    @property
    def file(self) -> Path:
        """The file that the person opened, which of a damaged project is not the one that is read."""
        return Path(self.project.path) if self.rescue is None else self.rescue.path

    @property
    def project_id(self) -> str:
        """What names the project wherever its file lies."""
        return self.project.project_id

    @property
    def read_only(self) -> str:
        """Why nothing can be changed ("It is damaged"); empty where it can."""
        return self.project.read_only

    @property
    def rescue(self) -> Rescue | None:
        """What could be read of a file that is not worked on itself; None where it is."""
        return self.project.rescue

    @property
    def is_damaged(self) -> bool:
        """Whether some page of the file cannot be read, as far as its pages were looked at."""
        return self.rescue is not None or self.project.is_damaged

    @property
    def is_looked_through(self) -> bool:
        """Whether every page of the file was looked at; of a large one that is left to `look_through`."""
        return self.project.is_looked_through

    def look_through(self) -> bool:
        """Look at every page of a large file, from any thread: whether it is whole. Nothing can be changed if not."""
        return self.project.look_through()

    def sign(self, author: str) -> None:
        """Have what is done from now on be told in the log as this person's."""
        self.project.author = author

    def first_steps(self) -> FirstSteps:
        """How much of what people do first the project holds."""
        with self.project.reading() as store:
            return store.first_steps()

    def close(self) -> None:
        """Write everything back into one plain file and let go of it."""
        self.project.close()

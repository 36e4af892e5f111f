"""One open project with every use case on it: what the window and the shell are handed."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from app.comparison.currency import Rates
from app.services.claims import Claims
from app.services.comparing import Comparing
from app.services.conversions import Conversions
from app.services.exporting import Exporting
from app.services.grouping import Grouping
from app.services.history import History
from app.services.importing import Importing
from app.services.library import Library
from app.services.origins import Origins
from app.services.reviewing import Reviewing
from app.services.scheduling import Scheduling
from app.services.standings import Standings
from app.services.versions import Versions
from app.store.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The use cases of one open project. Close it to leave one plain file."""

    project: Project
    library: Library
    origins: Origins
    versions: Versions
    importing: Importing
    reviewing: Reviewing
    claims: Claims
    grouping: Grouping
    comparing: Comparing
    standings: Standings
    conversions: Conversions
    scheduling: Scheduling
    exporting: Exporting
    history: History

    @classmethod
    def of(cls, project: Project, *, rates: Rates, today: Callable[[], datetime.date]) -> Self:
        """The use cases on a project that is open already."""
        conversions = Conversions(project, rates)
        return cls(
            project=project,
            library=Library(project, today=today),
            origins=Origins(project),
            versions=Versions(project),
            importing=Importing(project, today=today),
            reviewing=Reviewing(project),
            claims=Claims(project),
            grouping=Grouping(project),
            comparing=Comparing(project, conversions),
            standings=Standings(project),
            conversions=conversions,
            scheduling=Scheduling(project, conversions),
            exporting=Exporting(project),
            history=History(project),
        )

    @property
    def name(self) -> str:
        """The project's name: its file's, without the suffix."""
        return Path(self.project.path).stem

    def close(self) -> None:
        """Write everything back into one plain file and let go of it."""
        self.project.close()

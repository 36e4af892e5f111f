"""Where claims dispute each other: for every topic at a glance, and for the claims of one article."""

from collections.abc import Sequence

from app.comparison.topics import measured_range
from app.domain.disputes import Encounter, Group, Tally
from app.store.disputes import AT_ONCE, Stakes
from app.store.project import Project
from app.store.session import Store


class Disputes:
    """The disputes among the claims of one open project.

    Each looks first whether a claim waits to be measured: one whose basis was edited, or of a project of schema 1.
    """

    def __init__(self, project: Project) -> None:
        self._project = project

    def tallies(self) -> dict[str, Tally]:
        """How many measures each topic has and how many of them are disputed, by the topic's id; none where it is 0."""
        self.measure()
        with self._project.reading() as store:
            return store.disputes.tallies()

    def groups(self) -> list[Group]:
        """The measures of every topic."""
        self.measure()
        with self._project.reading() as store:
            return store.disputes.groups()

    def stakes(self) -> Stakes:
        """The waiting claims that dispute others of their topic."""
        self.measure()
        with self._project.reading() as store:
            return store.disputes.stakes()

    def against(self, claim_ids: Sequence[str], topic_id: str) -> list[Encounter]:
        """Which of these claims meet and miss what other articles say under a topic, filed there or not."""
        self.measure()
        with self._project.reading() as store:
            return store.disputes.encounters(claim_ids, topic_id)

    def measure(self) -> None:
        """Measure every claim that waits for it: after an upgrade all do, which takes seconds for many thousand."""
        if self._project.read_only:
            return
        with self._project.reading() as store:
            measured = store.disputes.is_measured()
        while not measured:
            with self._project.writing("measure claims") as store:
                measured = measure(store) < AT_ONCE


def measure(store: Store) -> int:
    """Keep what claims measure that were added or changed; gives how many, at most `AT_ONCE`, the last added first."""
    return store.disputes.measure(measured_range.of)

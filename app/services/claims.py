"""The grid of everything: ids in order, lines by the page, facets."""

from collections.abc import Sequence

from app.domain.listing import ClaimFacets, ClaimFilter, ClaimLine, ClaimOrder
from app.store.project import Project


class Claims:
    """All claims of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def ids(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> list[str]:
        """The claims that the filter leaves, sorted in SQL; a grid holds these and fetches lines by the page."""
        with self._project.reading() as store:
            return store.claims.ids(narrowed, order, descending=descending)

    def lines(self, ids: Sequence[str]) -> list[ClaimLine]:
        """One line for each id, in the order asked for; an id that is gone is left out."""
        with self._project.reading() as store:
            return store.claims.lines(ids)

    def facets(self, narrowed: ClaimFilter) -> ClaimFacets:
        """Counts beside the grid."""
        with self._project.reading() as store:
            return store.claims.facets(narrowed)

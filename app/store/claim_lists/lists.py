"""Lists of claims as one session sees them: what a filter leaves, sorted and counted."""

from array import array

from sqlalchemy.orm import Session

from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, ClaimFilter, ClaimOrder, Facet, Sources
from app.domain.spread import Spread
from app.store.claim_lists import counts, facets, first_page, sorting, spread


class ClaimLists:
    """The lists of all claims of a project."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def ids(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> list[str]:
        """The claims that the filter leaves, sorted; what is not stated comes last either way."""
        return sorting.ids(self._session, narrowed, order, descending=descending)

    def numbers(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> "array[int]":
        """The same as row numbers, four bytes each."""
        return sorting.numbers(self._session, narrowed, order, descending=descending)

    def head(
        self, narrowed: ClaimFilter, order: ClaimOrder, count: int, *, descending: bool = False
    ) -> "array[int] | None":
        """The first of these numbers, which an index gives at once; None for an order that has none."""
        return first_page.head(self._session, narrowed, order, count, descending=descending)

    def facets(self, narrowed: ClaimFilter, *, topics: bool = True) -> ClaimFacets:
        """Counts over what the filter leaves, each facet with its own choice left out; `topics` may come apart."""
        return facets.of(self._session, narrowed, topics=topics)

    def topics(self, narrowed: ClaimFilter) -> tuple[Facet, ...]:
        """The counts of topics alone."""
        return facets.topics_of(self._session, narrowed)

    def sources(self, narrowed: ClaimFilter) -> Sources:
        """From how many articles and origins the claims are that the filter leaves."""
        return counts.sources(self._session, narrowed)

    def spread(self, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None = None) -> Spread:
        """The values of one measure among what the filter leaves, whatever stretch of values it asks for."""
        return spread.of(self._session, narrowed, wanted)

    def count(self, narrowed: ClaimFilter) -> int:
        """How many claims the filter leaves."""
        return counts.count(self._session, narrowed)

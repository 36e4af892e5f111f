"""The grid of everything: ids in order, lines by the page, facets, the spread of values, saved searches."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain import claim_query, stopping
from app.domain.changes import Changes
from app.domain.errors import UserError
from app.domain.figure import Kind
from app.domain.listing import ClaimFacets, ClaimFilter, ClaimLine, ClaimOrder, Facet, Sources
from app.domain.narrowing import Chosen, Field
from app.domain.searches import Search
from app.domain.spread import Spread
from app.services.listed import Listed
from app.store.project import Project
from app.store.session import Store

HEAD = 200
"""Claims of the first page."""
_AT_ONCE = 0.05
"""Seconds of work after which the first page is no sooner there than the whole list."""
_WITH_WORDS = 0.3
"""The same where words alone are asked for: all claims that have them are found first, and sorting many is slow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchRow:
    """A saved search with how many claims it finds."""

    search: Search
    claims: int


class Claims:
    """All claims of one open project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def ids(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> list[str]:
        """The claims that the filter leaves, sorted in SQL; a grid holds these and fetches lines by the page."""
        with self._project.reading() as store:
            return store.lists.ids(narrowed, order, descending=descending)

    def listed(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> Listed:
        """The same claims in a few bytes each, ids and lines read when they are wanted."""
        with self._project.reading() as store:
            return Listed(self._project, store.lists.numbers(narrowed, order, descending=descending))

    def head(self, narrowed: ClaimFilter, order: ClaimOrder, *, descending: bool = False) -> Listed | None:
        """The first page of what `listed` gives, `HEAD` claims at most; None where it cannot be had at once."""
        words_alone = replace(narrowed, words="", states=ClaimFilter().states) == ClaimFilter()
        until = time.thread_time() + (_WITH_WORDS if words_alone else _AT_ONCE)
        wanted = stopping.asked()
        try:
            with (
                stopping.unless(lambda: time.thread_time() > until or (wanted is not None and wanted())),
                self._project.reading() as store,
            ):
                found = store.lists.head(narrowed, order, HEAD, descending=descending)
        except stopping.StoppedError:
            return None
        return None if found is None else Listed(self._project, found)

    def lines(self, ids: Sequence[str], *, reach: bool = True) -> list[ClaimLine]:
        """One line for each id, in the order asked for; an id that is gone is left out.

        Without `reach`, how many articles and origins print the same figure is 0: where many do, that takes longest.
        """
        with self._project.reading() as store:
            return store.claims.lines(ids, reach=reach)

    def facets(self, narrowed: ClaimFilter, *, topics: bool = True) -> ClaimFacets:
        """Counts beside the grid; without `topics`, which take longest in a large project, theirs are empty."""
        with self._project.reading() as store:
            return store.lists.facets(narrowed, topics=topics)

    def topics(self, narrowed: ClaimFilter) -> tuple[Facet, ...]:
        """The counts of topics alone."""
        with self._project.reading() as store:
            return store.lists.topics(narrowed)

    def sources(self, narrowed: ClaimFilter) -> Sources:
        """From how many articles and origins the claims are; apart, since in a large project it takes longest."""
        with self._project.reading() as store:
            return store.lists.sources(narrowed)

    def spread(self, narrowed: ClaimFilter, wanted: tuple[Kind, str | None] | None = None) -> Spread:
        """The values of one measure among what the filter leaves; the filter's own stretches of values do not count.

        `wanted` is the kind and the unit; None, or one that no claim has: that of the stretches, else the commonest.
        """
        with self._project.reading() as store:
            spread = store.lists.spread(narrowed, wanted)
            if (measure := spread.measure) is None or not narrowed.between:
                return replace(spread, found=spread.claims)
            unit = Chosen(field=Field.UNIT, values=(measure.unit or "",))
            left = replace(narrowed, kinds=frozenset({measure.kind}), chosen=(*narrowed.chosen, unit))
            return replace(spread, found=store.lists.count(left))

    def count(self, narrowed: ClaimFilter) -> int:
        """How many claims the filter leaves."""
        with self._project.reading() as store:
            return store.lists.count(narrowed)

    def at_most(self) -> int:
        """How many claims there are at most, the rejected too; 0 means none. Known at once in any project."""
        with self._project.reading() as store:
            return store.claims.at_most()

    # Saved searches

    def searches(self) -> list[SearchRow]:
        """The saved searches by name, each with how many claims it finds now."""
        with self._project.reading() as store:
            return [SearchRow(search=one, claims=_found(store, one.query)) for one in store.searches.list()]

    def save_search(self, name: str, query: str) -> tuple[str, Changes]:
        """Keep a query under a name, in the place of the one that has it; gives its id."""
        called = _named(name)
        with self._project.writing(f"save the search {called}") as store:
            same = [one for one in store.searches.list() if one.name.casefold() == called.casefold()]
            if same:
                search_id = same[0].search_id
                store.searches.set(search_id, query=query)
            else:
                search_id = store.searches.add(called, query)
        return search_id, store.changes

    def rename_search(self, search_id: str, name: str) -> Changes:
        """Give a saved search another name; one that another has is refused with a sentence."""
        called = _named(name)
        with self._project.writing(f"rename the search {called}") as store:
            others = [one.name.casefold() for one in store.searches.list() if one.search_id != search_id]
            if called.casefold() in others:
                raise UserError(
                    f"There is a saved search {called} already; nothing was changed, so choose another name.",
                    reason="exists",
                )
            store.searches.set(search_id, name=called)
        return store.changes

    def remove_search(self, search_id: str) -> Changes:
        """Take a saved search away; the claims stay as they are."""
        with self._project.writing("remove a search") as store:
            store.name_act(f"remove the search {store.searches.get(search_id).name}")
            store.searches.remove(search_id)
        return store.changes


def _found(store: Store, query: str) -> int:
    return store.lists.count(claim_query.read(query).narrowed)


def _named(name: str) -> str:
    called = " ".join(name.split())
    if not called:
        raise UserError("A saved search needs a name; nothing was saved, so type one first.", reason="no-name")
    return called

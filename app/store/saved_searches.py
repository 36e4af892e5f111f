"""Queries of the claims that a person named."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from ulid import ULID

from app.domain.searches import Search
from app.store.by_id import stored
from app.store.tables import SavedSearch


class SavedSearches:
    """What one session sees of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> list[Search]:
        """All saved searches by name."""
        order = (func.lower(SavedSearch.name), SavedSearch.number)
        return [_search(row) for row in self._session.scalars(select(SavedSearch).order_by(*order))]

    def get(self, search_id: str) -> Search:
        """One saved search; a `UserError` where an undo took it away."""
        return _search(self._stored(search_id))

    def add(self, name: str, query: str) -> str:
        """Keep a query under a name; gives its id."""
        row = SavedSearch(search_id=f"sea_{ULID()}", name=name, query=query)
        self._session.add(row)
        self._session.flush()
        return row.search_id

    def set(self, search_id: str, *, name: str | None = None, query: str | None = None) -> None:
        """Give a saved search another name or query; None leaves one as it is."""
        row = self._stored(search_id)
        row.name = row.name if name is None else name
        row.query = row.query if query is None else query
        self._session.flush()

    def remove(self, search_id: str) -> None:
        """Take a saved search away."""
        self._session.delete(self._stored(search_id))
        self._session.flush()

    def _stored(self, search_id: str) -> SavedSearch:
        return stored(self._session, SavedSearch, search_id)


def _search(row: SavedSearch) -> Search:
    return Search(search_id=row.search_id, name=row.name, query=row.query)

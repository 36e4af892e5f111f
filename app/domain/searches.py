"""Queries that are kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A query of the claims under a name that a person gave it."""

    search_id: str
    name: str
    query: str

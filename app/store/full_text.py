"""The full-text indexes, which triggers of the project keep: `article_words` and `claim_words`."""

from typing import Any

from sqlalchemy import ColumnElement, Select, column, func, literal_column, select, table


def rows_of(index: str, query: str) -> Select[Any]:
    """The row numbers that an index finds for an FTS5 query, each as `number`."""
    return select(literal_column("rowid").label("number")).select_from(table(index)).where(matches(index, query))


def matches(index: str, query: str) -> ColumnElement[bool]:
    """The condition of a search; the index must be in the statement's FROM."""
    return column(index, is_literal=True).op("MATCH", is_comparison=True)(query)


def count(index: str, query: str) -> Select[Any]:
    """How many rows an index finds for an FTS5 query."""
    return select(func.count()).select_from(table(index)).where(matches(index, query))


def at_most(index: str, query: str, most: int) -> Select[Any]:
    """The same, counted no further than `most`."""
    return select(func.count()).select_from(rows_of(index, query).limit(most).subquery())

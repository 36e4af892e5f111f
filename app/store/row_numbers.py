"""Row numbers in the order of a list, four bytes each, whatever the rows are."""

import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from sys import byteorder
from typing import Any, TypeVarTuple

from sqlalchemy import Row, Select, func, select
from sqlalchemy.orm import Session

Ts = TypeVarTuple("Ts")
NUMBERS = "I"
"""How numbers are held: four bytes a row."""
AT_ONCE = 500
"""Values in one statement: old SQLite takes no more than 999 parameters."""


def gathered(session: Session, stretches: Iterable[Select[Any]]) -> "array[int]":
    """All that statements select as `number`, one statement after another, each in its own order.

    SQLite puts each stretch into one string of eight digits a row: a row for each would hold up every other thread.
    """
    found = array(NUMBERS)
    for stretch in stretches:
        inner = stretch.subquery()
        digits = func.group_concat(func.printf("%08x", inner.c.number), "")
        found.frombytes(bytes.fromhex(session.scalar(select(digits).select_from(inner)) or ""))
    if byteorder == "little":
        found.byteswap()
    return found


def rows_of(session: Session, wanted: Select[*Ts]) -> Sequence[Row[*Ts]]:
    """The rows of a statement that selects columns, past the session: of thousands it takes longer than SQLite."""
    return session.connection().execute(wanted).all()


def among(values: Iterable[Any]) -> Select[Any]:
    """Numbers or ids that something is `in_`, as one parameter: SQLAlchemy takes long to write a statement of many."""
    listed = func.json_each(json.dumps(list(values))).table_valued("value")
    return select(listed.c.value).correlate(None)


def pages(wanted: Sequence[Any]) -> Iterator[list[Any]]:
    """The values, as many at a time as one statement takes."""
    left = iter(wanted)
    while page := list(islice(left, AT_ONCE)):
        yield page

"""Rates of exchange that the analyst typed, and tables used in the place of the shipped ones."""

import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.rate import TypedRate
from app.domain.schedule import TableKind
from app.store.tables import StoredRate, StoredTable


class OwnTables:
    """What one session sees of them."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def rates(self) -> tuple[TypedRate, ...]:
        """The typed rates, by currencies and day."""
        order = (StoredRate.source, StoredRate.target, StoredRate.day)
        return tuple(_rate(row) for row in self._session.scalars(select(StoredRate).order_by(*order)))

    def set_rate(self, typed: TypedRate) -> None:
        """Keep a rate, in the place of that of the same currencies and day."""
        row = self._rate(typed)
        if row is None:
            day = typed.day.isoformat() if typed.day else ""
            row = StoredRate(source=typed.source, target=typed.target, day=day, rate=typed.rate, note=typed.note)
            self._session.add(row)
        row.rate, row.note = typed.rate, typed.note
        self._session.flush()

    def remove_rate(self, typed: TypedRate) -> None:
        """Take the rate of these currencies and this day away, if it is there."""
        if (row := self._rate(typed)) is not None:
            self._session.delete(row)
            self._session.flush()

    def tables(self) -> dict[TableKind, str]:
        """The text of each table that stands in the place of a shipped one."""
        return {TableKind(row.kind): row.content for row in self._session.scalars(select(StoredTable))}

    def set_table(self, kind: TableKind, content: str) -> None:
        """Use a table in the shipped one's place."""
        row = self._session.get(StoredTable, kind.value)
        if row is None:
            row = StoredTable(kind=kind.value, content=content)
            self._session.add(row)
        row.content = content
        self._session.flush()

    def remove_table(self, kind: TableKind) -> None:
        """Go back to the shipped table, if another is used."""
        if (row := self._session.get(StoredTable, kind.value)) is not None:
            self._session.delete(row)
            self._session.flush()

    def _rate(self, typed: TypedRate) -> StoredRate | None:
        day = typed.day.isoformat() if typed.day else ""
        return self._session.get(StoredRate, (typed.source, typed.target, day))


def _rate(row: StoredRate) -> TypedRate:
    day = datetime.date.fromisoformat(row.day) if row.day else None
    return TypedRate(source=row.source, target=row.target, rate=row.rate, day=day, note=row.note)

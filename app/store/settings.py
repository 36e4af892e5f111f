"""What the project takes where texts leave a figure open."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.conventions import Conventions
from app.store.tables import StoredSetting

_ORDERS = {True: "month-day", False: "day-month"}


class Settings:
    """The settings that one session sees."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def conventions(self) -> Conventions:
        """What was set; None where nothing was."""
        kept = {row.name: row.value for row in self._session.scalars(select(StoredSetting))}
        start = kept.get("fiscal_start")
        return Conventions(
            month_first={words: first for first, words in _ORDERS.items()}.get(kept.get("date_order", "")),
            currency=kept.get("currency"),
            fiscal_start=None if start is None else int(start),
        )

    def set_conventions(self, wanted: Conventions) -> None:
        """Keep these in the place of those before."""
        start = wanted.fiscal_start
        values = {
            "date_order": None if wanted.month_first is None else _ORDERS[wanted.month_first],
            "currency": wanted.currency,
            "fiscal_start": None if start is None else str(start),
        }
        for name, value in values.items():
            row = self._session.get(StoredSetting, name)
            if value is None and row is not None:
                self._session.delete(row)
            elif value is not None and row is None:
                self._session.add(StoredSetting(name=name, value=value))
            elif value is not None and row is not None:
                row.value = value
        self._session.flush()

"""What the analyst supplies for the whole project: rates, tables, searches, settings."""

from decimal import Decimal

from sqlalchemy.orm import Mapped, mapped_column

from app.store import columns
from app.store.tables.base import Base, Journaled


class StoredRate(Journaled, Base):
    """A rate of exchange that the analyst typed; `day` is empty where it holds on every day."""

    __tablename__ = "typed_rate"
    place = 0

    source: Mapped[str] = mapped_column(primary_key=True)
    target: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[str] = mapped_column(primary_key=True)
    rate: Mapped[Decimal] = mapped_column(columns.DecimalText)
    note: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The rate, from which conversions follow."""
        return (f"rat_{self.source}{self.target}{self.day}",)


class StoredTable(Journaled, Base):
    """A table of the analyst's own that is used in the place of a shipped one; `content` is the text of its file."""

    __tablename__ = "own_table"
    place = 0

    kind: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The table, from which conversions follow."""
        return (f"tab_{self.kind}",)


class SavedSearch(Journaled, Base):
    """A query of the claims that a person named."""

    __tablename__ = "saved_search"
    place = 0

    number: Mapped[int] = mapped_column(primary_key=True)
    search_id: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    query: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The search."""
        return (self.search_id,)


class StoredSetting(Journaled, Base):
    """What the project takes where texts leave a figure open; a setting that is not here was not made."""

    __tablename__ = "project_setting"
    place = 0

    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The setting."""
        return (f"set_{self.name}",)

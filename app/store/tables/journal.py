"""What was done, and what it changed."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store import packing
from app.store.tables.base import Base


class Act(Base):
    """One thing that a person did. `state` is done, undone or abandoned (undone, and then something else was done).

    `reverts` is the number of the act that this one took back out of turn, None for every other.
    """

    __tablename__ = "act"

    number: Mapped[int] = mapped_column(primary_key=True)
    act_id: Mapped[str] = mapped_column(unique=True)
    words: Mapped[str]
    at: Mapped[str]
    state: Mapped[str] = mapped_column(index=True)
    abandoned_at: Mapped[str | None]
    reverts: Mapped[int | None]


class ActChange(Base):
    """One row that an act changed: its table, its key, and the columns before and after, as JSON of what SQLite holds.

    A row that the act added has no `before`, one that it removed no `after`. What was added is written down only when
    it is taken back: until then the row itself says it. So long, rows that were added together and are numbered one
    after the other are one line: the key is that of the first, `through` the number of the last, `touches` what all of
    them touch. Such a line has the last of as many numbers as it stands for, so that there is room for a line each.
    """

    __tablename__ = "act_change"

    number: Mapped[int] = mapped_column(primary_key=True)
    act: Mapped[int] = mapped_column(ForeignKey("act.number"), index=True)
    table_name: Mapped[str]
    key: Mapped[str]
    through: Mapped[int | None]
    change: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]
    touches: Mapped[str]


class LogEntry(Base):
    """One entry of the log, which triggers let nobody change: see `store.history.log`."""

    __tablename__ = "log"

    number: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    who: Mapped[str]
    deed: Mapped[str]
    words: Mapped[str]
    act_id: Mapped[str]
    rules: Mapped[str]
    what: Mapped[str] = mapped_column(packing.PackedText)
    previous: Mapped[str]
    hash: Mapped[str]

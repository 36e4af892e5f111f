"""What the analyst notes beside claims and articles. A subject is the id of either, so it has no foreign key."""

from sqlalchemy.orm import Mapped, mapped_column

from app.store.tables.base import Base, Journaled


class StoredNote(Journaled, Base):
    """The analyst's note on a subject."""

    __tablename__ = "note"
    place = 3

    subject_id: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str]
    at: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The subject."""
        return (self.subject_id,)


class StoredTag(Journaled, Base):
    """One tag on a subject."""

    __tablename__ = "tag"
    place = 3

    subject_id: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True, index=True)

    def touches(self) -> tuple[str, ...]:
        """The subject."""
        return (self.subject_id,)


class StoredFlag(Journaled, Base):
    """The mark that a subject is to be looked at again."""

    __tablename__ = "flag"
    place = 3

    subject_id: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]

    def touches(self) -> tuple[str, ...]:
        """The subject."""
        return (self.subject_id,)

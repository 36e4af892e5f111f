"""What every table stands on, and the one row that says what a file is."""

from typing import ClassVar

from sqlalchemy import REAL, MetaData, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """Constraints have names, so that a later migration can speak of them."""

    type_annotation_map: ClassVar = {str: Text, float: REAL}

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class Journaled:
    """A row whose every change is kept in the journal, so that an act can be taken back."""

    place: ClassVar[int]
    """Rows of a lower place are put back first: a claim's search entry reads its article."""

    def touches(self) -> tuple[str, ...]:
        """Ids of the articles, claims and topics whose lines on screen follow from this row."""
        raise NotImplementedError


class ProjectCard(Base):
    """The one row that says what this file is. `needs` is the first version of the program that reads the schema."""

    __tablename__ = "project"

    one: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[str]
    made_at: Mapped[str]
    needs: Mapped[str]

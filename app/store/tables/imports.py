"""Imports that are not finished. No act of the analyst's, and so not journaled: undo concerns the articles alone."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from app.store.tables.base import Base


class StoredRun(Base):
    """One import. `outlet` and `published` are the analyst's word for all its files; `act_id` is its act so far."""

    __tablename__ = "import_run"

    number: Mapped[int] = mapped_column(primary_key=True)
    run_id: Mapped[str] = mapped_column(unique=True)
    source: Mapped[str]
    act: Mapped[str]
    outlet: Mapped[str | None]
    published: Mapped[str | None]
    act_id: Mapped[str | None]


class StoredFile(Base):
    """One file of an import, in its order. `path` is in the bytes of the file system, which need not be text.

    `size` and `modified` tell whether it is still what was queued. `pasted` is text that came from the clipboard.
    """

    __tablename__ = "import_file"

    run: Mapped[int] = mapped_column(ForeignKey("import_run.number"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    path: Mapped[bytes]
    size: Mapped[int | None]
    modified: Mapped[int | None]
    pasted: Mapped[str | None]
    state: Mapped[str]
    reason: Mapped[str]
    article_id: Mapped[str | None]
    claims: Mapped[int]
    title: Mapped[str]

"""Notes, tags and flags of claims and articles."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.domain.listing import Facet
from app.domain.remark import Remark
from app.store.lines import in_pages
from app.store.tables import StoredFlag, StoredNote, StoredTag


class Remarks:
    """What one session sees of them. A subject is the id of a claim or of an article."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of(self, subjects: Sequence[str]) -> dict[str, Remark]:
        """The remarks of those subjects that have any."""
        notes: dict[str, str] = {}
        tags: defaultdict[str, list[str]] = defaultdict(list)
        flags: set[str] = set()
        for page in in_pages(subjects):
            for note in self._session.scalars(select(StoredNote).where(StoredNote.subject_id.in_(page))):
                notes[note.subject_id] = note.words
            tagged = select(StoredTag).where(StoredTag.subject_id.in_(page)).order_by(func.lower(StoredTag.name))
            for tag in self._session.scalars(tagged):
                tags[tag.subject_id].append(tag.name)
            flags.update(self._session.scalars(select(StoredFlag.subject_id).where(StoredFlag.subject_id.in_(page))))
        return {
            one: Remark(note=notes.get(one, ""), tags=tuple(tags.get(one, ())), flagged=one in flags)
            for one in {*notes, *tags, *flags}
        }

    def all_tags(self, begins: str = "") -> list[Facet]:
        """Every tag by name, and how many subjects whose ids begin like this have it."""
        found = select(StoredTag.name, func.count()).where(StoredTag.subject_id.startswith(begins))
        order = (func.lower(StoredTag.name), StoredTag.name)
        rows = self._session.execute(found.group_by(StoredTag.name).order_by(*order))
        return [Facet(value=name, count=count) for name, count in rows]

    def flagged(self, begins: str = "") -> list[str]:
        """The flagged subjects whose ids begin like this, the last flagged first."""
        found = select(StoredFlag.subject_id).where(StoredFlag.subject_id.startswith(begins))
        return list(self._session.scalars(found.order_by(StoredFlag.at.desc(), StoredFlag.subject_id)))

    def set_note(self, subject: str, words: str, at: str) -> None:
        """Keep a note in the place of the one before; empty takes it away."""
        row = self._session.get(StoredNote, subject)
        if row is not None and not words:
            self._session.delete(row)
        elif row is not None and row.words != words:
            row.words, row.at = words, at
        elif row is None and words:
            self._session.add(StoredNote(subject_id=subject, words=words, at=at))
        self._session.flush()

    def set_tags(self, subject: str, names: Sequence[str]) -> None:
        """Give a subject these tags and no others."""
        there = {row.name: row for row in self._session.scalars(_tags_of(subject))}
        for name, row in there.items():
            if name not in names:
                self._session.delete(row)
        self._session.add_all(StoredTag(subject_id=subject, name=name) for name in names if name not in there)
        self._session.flush()

    def set_flag(self, subject: str, at: str | None) -> None:
        """Flag a subject; None takes the flag away."""
        row = self._session.get(StoredFlag, subject)
        if row is not None and at is None:
            self._session.delete(row)
        elif row is None and at is not None:
            self._session.add(StoredFlag(subject_id=subject, at=at))
        self._session.flush()

    def carry(self, old: str, new: str) -> None:
        """Say of a later version's claim or article what was said of the one that it carries on."""
        if (note := self._session.get(StoredNote, old)) is not None:
            self._session.add(StoredNote(subject_id=new, words=note.words, at=note.at))
        for tag in self._session.scalars(_tags_of(old)):
            self._session.add(StoredTag(subject_id=new, name=tag.name))
        if (flag := self._session.get(StoredFlag, old)) is not None:
            self._session.add(StoredFlag(subject_id=new, at=flag.at))
        self._session.flush()


def _tags_of(subject: str) -> Select[StoredTag]:
    return select(StoredTag).where(StoredTag.subject_id == subject)

"""Notes, tags and flags on claims and articles."""

from collections.abc import Sequence
from typing import Literal

from app.domain.changes import Changes
from app.domain.listing import Facet
from app.domain.remark import Remark
from app.store.clock import now
from app.store.project import Project
from app.store.session import Store

Subjects = Literal["", "art_", "clm_"]
"""Which ids are meant: of articles, of claims, or of both."""


class Remarks:
    """The remarks of one open project. A subject is the id of a claim (clm_) or of an article (art_)."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def of(self, subjects: Sequence[str]) -> dict[str, Remark]:
        """The remarks of those subjects that have any, in one look."""
        with self._project.reading() as store:
            return store.remarks.of(subjects)

    def note(self, subject: str) -> str:
        """The note on a subject, empty where there is none."""
        return self._of(subject).note

    def tags(self, subject: str) -> tuple[str, ...]:
        """The tags of a subject by name."""
        return self._of(subject).tags

    def is_flagged(self, subject: str) -> bool:
        """Whether a subject is flagged."""
        return self._of(subject).flagged

    def all_tags(self, begins: Subjects = "") -> list[Facet]:
        """Every tag by name, with how many subjects have it."""
        with self._project.reading() as store:
            return store.remarks.all_tags(begins)

    def flagged(self, begins: Subjects = "") -> list[str]:
        """The flagged subjects, the last flagged first."""
        with self._project.reading() as store:
            return store.remarks.flagged(begins)

    def set_note(self, subject: str, words: str) -> Changes:
        """Keep a note in the place of the one before; empty takes it away."""
        with self._project.writing("note") as store:
            store.name_act(f"note on {_named(store, subject)}")
            store.remarks.set_note(subject, words.strip(), now())
        return store.changes

    def set_tags(self, subject: str, names: Sequence[str]) -> Changes:
        """Give a subject these tags and no others; one that the project spells with other capitals is that one."""
        with self._project.writing("tag") as store:
            store.name_act(f"tag {_named(store, subject)}")
            known = {tag.value.casefold(): tag.value for tag in store.remarks.all_tags()}
            typed = [name for one in names if (name := " ".join(one.split()))]
            for name in typed:
                known.setdefault(name.casefold(), name)
            store.remarks.set_tags(subject, list(dict.fromkeys(known[name.casefold()] for name in typed)))
        return store.changes

    def set_flag(self, subject: str, flagged: bool) -> Changes:
        """Flag a subject to be looked at again, or take the flag away."""
        with self._project.writing("flag") as store:
            store.name_act(f"{'flag' if flagged else 'unflag'} {_named(store, subject)}")
            store.remarks.set_flag(subject, now() if flagged else None)
        return store.changes

    def _of(self, subject: str) -> Remark:
        return self.of([subject]).get(subject, Remark())


def _named(store: Store, subject: str) -> str:
    """The subject in the words of the undo menu; a `UserError` where it is gone."""
    if subject.startswith("clm_"):
        return store.claims.get(subject).claim.surface
    return f"“{store.articles.get(subject).article.name}”"

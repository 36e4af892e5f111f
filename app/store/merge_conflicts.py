"""What both projects say otherwise: whose word holds, and how it is told."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.merging import Choices, Conflict, Side
from app.store.merge_kinds import ARTICLE, CLAIM, TOPIC, Aspect, Kind
from app.store.merge_sides import name_of
from app.store.recording import as_json
from app.store.telling import Plain, Telling

Times = tuple[str | None, str | None]
"""When we said something, and when they did; None where that was before both were one file."""

_SAID = ("surface", "basis_kind", "per", "unit", "low", "high", "date", "speaker", "stance", "basis")
"""What tells two readings of a claim apart, in words."""
_ABOUT = {
    "claim_id": "SELECT surface FROM claim WHERE claim_id = ?",
    "topic_id": "SELECT name FROM topic WHERE topic_id = ?",
    "subject_id": "SELECT surface FROM claim WHERE claim_id = ?1 "
    "UNION ALL SELECT coalesce(title, source_name) FROM article WHERE article_id = ?1",
}


@dataclass(slots=True)
class Conflicts:
    """Kept as they are met; `told` are they all."""

    ours: Connection
    theirs: Connection
    choices: Choices
    log: Telling | None
    """Keeps a word that did not hold; None where nothing is written."""
    told: list[Conflict] = field(default_factory=list)

    def settle(
        self, kind: Kind, row: Plain, what: str, words: tuple[str, str], times: Times, *, forced: bool = False
    ) -> Side:
        """Keep in mind that both say otherwise, and say whose word holds; `forced`, it can only be ours."""
        ident = ":".join((kind.table, *name_of(kind, row)[1], what))
        later = Side.THEIRS if times[1] is not None and times[1] > (times[0] or "") else Side.OURS
        chosen = self.choices.each.get(ident, self.choices.rest or later)
        taken = Side.OURS if forced else chosen
        conflict = Conflict(
            ident=ident,
            subject=self._subject(kind, row),
            what=what.replace("_", " "),
            ours=words[0],
            theirs=words[1],
            ours_at=times[0],
            theirs_at=times[1],
            taken=taken,
        )
        self.told.append(conflict)
        if self.log is not None:
            self.log.add(_set_aside(kind, conflict))
        return taken

    def words(self, aspect: Aspect, own: Plain, row: Plain) -> tuple[str, str]:
        """The two words on an aspect, each in short."""
        columns = _SAID if aspect.is_read else aspect.columns
        other = [column for column in columns if own[column] != row[column]] or list(aspect.columns)
        if aspect.is_read and len(other) > 1 and other[-1] == "basis":
            other.pop()
        first, second = ("; ".join(self._short(column, one[column]) for column in other) for one in (own, row))
        return first, second

    def _subject(self, kind: Kind, row: Plain) -> str:
        """What a row is about, in words."""
        if kind is CLAIM:
            asked = "SELECT coalesce(title, source_name) FROM article WHERE article_id = ?"
            title = self.ours.exec_driver_sql(asked, (row["article_id"],)).scalar()
            return f"{kind.words(row)}, {title}" if title else kind.words(row)
        for column, asked in _ABOUT.items():
            if column in row and kind not in (ARTICLE, CLAIM, TOPIC):
                for side in (self.ours, self.theirs):
                    if (found := side.exec_driver_sql(asked, (row[column],)).scalar()) is not None:
                        return str(found)
        return kind.words(row)

    def _short(self, column: str, value: object) -> str:
        if value is None:
            return "none"
        if column in ("pinned", "claim_id"):
            found = (side.exec_driver_sql(_ABOUT["claim_id"], (value,)).scalar() for side in (self.ours, self.theirs))
            return str(next((one for one in found if one is not None), value))
        return str(value)


def _set_aside(kind: Kind, conflict: Conflict) -> Plain:
    """What the log keeps of a word that did not hold; the journal has no need of it."""
    said = {Side.OURS: (conflict.ours, conflict.ours_at), Side.THEIRS: (conflict.theirs, conflict.theirs_at)}
    lost = Side.OURS if conflict.taken is Side.THEIRS else Side.THEIRS
    told = {"of": conflict.ident, "kept": said[conflict.taken][0], "lost": said[lost][0], "lost_at": said[lost][1]}
    return {"table_name": kind.table, "key": as_json(told), "change": "set aside", "touches": ""}

"""What the two projects say differently: whose word holds, and how it is told."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from app.domain.merging import Choices, Conflict, Side
from app.store.history.changed_rows import ChangedRows, Plain
from app.store.history.recording import as_json
from app.store.merging.kinds import ARTICLE, CLAIM, TOPIC, Aspect, Kind
from app.store.merging.sides import name_of

Times = tuple[str | None, str | None]
"""When we said something, and when they did; None where that was before both were one file."""

_READ = ("surface", "basis_kind", "per", "unit", "low", "high", "date", "speaker", "stance", "basis")
"""What tells two readings of a claim apart, in words."""
_ABOUT = {
    "claim_id": "SELECT surface FROM claim WHERE claim_id = ?",
    "topic_id": "SELECT name FROM topic WHERE topic_id = ?",
    "subject_id": "SELECT surface FROM claim WHERE claim_id = ?1 "
    "UNION ALL SELECT coalesce(title, source_name) FROM article WHERE article_id = ?1",
}


@dataclass(slots=True)
class Conflicts:
    """Settles what the two projects say differently; `settled` holds every conflict so far."""

    ours: Connection
    theirs: Connection
    choices: Choices
    log: ChangedRows | None
    """Keeps a word that did not hold; None where nothing is written."""
    settled: list[Conflict] = field(default_factory=list)

    def settle(
        self, kind: Kind, row: Plain, what: str, words: tuple[str, str], times: Times, *, forced: bool = False
    ) -> Side:
        """Note the conflict, and give whose word holds; `forced`, it can only be ours."""
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
        self.settled.append(conflict)
        if self.log is not None:
            self.log.add(_set_aside(kind, conflict))
        return taken

    def words(self, aspect: Aspect, own: Plain, row: Plain) -> tuple[str, str]:
        """The two words on an aspect, each in short."""
        columns = _READ if aspect.is_read else aspect.columns
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
    words = {Side.OURS: (conflict.ours, conflict.ours_at), Side.THEIRS: (conflict.theirs, conflict.theirs_at)}
    lost = Side.OURS if conflict.taken is Side.THEIRS else Side.THEIRS
    record = {"of": conflict.ident, "kept": words[conflict.taken][0], "lost": words[lost][0], "lost_at": words[lost][1]}
    return {"table_name": kind.table, "key": as_json(record), "change": "set aside", "touches": ""}

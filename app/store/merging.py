"""Merges another project into this one, row by row by the ids that stay the same in every copy.

Who said something later is told by the journals and by the times that claims keep. Where one side alone said something
since both were one file, its word holds; where both did, the later one's, unless the person chooses.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.domain.merging import Arrival, Choices, Conflict, Merger, Side
from app.domain.version import Fate
from app.store import merge_sides, row_changes
from app.store.merge_kinds import ARTICLE, CLAIM, EVERY, REST, TOPIC, Aspect, Kind
from app.store.merge_matches import Matches
from app.store.merge_sides import Since, key_of, name_of
from app.store.merge_writing import Writing
from app.store.recording import Plain, Recorder, as_json
from app.store.tables import Filing, Refusal

PAGE = 400
"""Rows that are looked at together."""
NAMED = 200
"""Names that are told of the new rows of a table."""
_IDS = ("article_id", "claim_id", "topic_id", "subject_id", "origin_id", "successor", "pinned")
_FAMILIES = ("family", "first", "second")
_LINKS = ("article_id", "claim_id", "topic_id", "subject_id", "successor", "pinned", "first", "second")
"""Columns that speak of what has to be there."""
_CARRIES = (Fate.UNCHANGED, Fate.MOVED, Fate.CHANGED)
"""Fates that name the claim that carries the figure on or replaces it."""
_SAID = ("surface", "basis_kind", "per", "unit", "low", "high", "date", "speaker", "stance", "basis")
"""What tells two readings of a claim apart, in words."""


class Merging:
    """A merge into the project of this session; without a recorder it can only be looked at beforehand."""

    def __init__(self, session: Session, recorder: Recorder | None) -> None:
        self._session = session
        self._recorder = recorder
        self.unsettled: list[str] = []
        """Versions that came in after others than those before which they stood."""

    def look(self, name: str, theirs: Connection, choices: Choices) -> Merger:
        """What merging would come to."""
        return _Merge(self._session, None, theirs, choices).run(name)

    def merge(self, name: str, theirs: Connection, choices: Choices) -> Merger:
        """Merge, as a part of the act that is being written."""
        assert self._recorder is not None
        self._session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        merge = _Merge(self._session, self._recorder, theirs, choices)
        merger = merge.run(name)
        self.unsettled = merge.writing.unsettled
        return merger


@dataclass(slots=True)
class _Merge:
    session: Session
    recorder: Recorder | None
    theirs: Connection
    choices: Choices
    ours: Connection = field(init=False)
    here: Since = field(init=False)
    there: Since = field(init=False)
    matches: Matches = field(init=False)
    writing: Writing = field(init=False)
    absent: set[str] = field(default_factory=set)
    """Ids of what was taken away here and stays away."""
    fresh: set[str] = field(default_factory=set)
    """Ids of articles and topics that come in whole, though this project once had them."""
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    conflicts: list[Conflict] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    alone: set[str] = field(default_factory=set)
    """Ids of articles whose next version stays away, so that nothing became of their figures."""
    gone: set[str] = field(default_factory=set)
    """Ids of articles, claims and topics that they took away, of which all that is said here stays."""

    def run(self, name: str) -> Merger:
        self.ours = self.session.connection()
        self.here, self.there = merge_sides.both(self.ours, self.theirs)
        wholes = (ARTICLE.table, CLAIM.table, TOPIC.table)
        self.gone = {name[0] for table, name in self.there.removed if table in wholes}
        self.matches = Matches(self.ours, self.theirs)
        self.writing = Writing(self.session, self.recorder, self.theirs, self.matches)
        for kind in (ARTICLE, CLAIM, TOPIC, *REST):
            for page in self._pages(kind):
                self._merge_page(kind, page)
            self._take_away(kind)
        arrivals = {
            kind.table: Arrival(**self.counts[kind.table], names=tuple(self.names[kind.table])) for kind in EVERY
        }
        return Merger(name=name, arrivals=arrivals, conflicts=tuple(self.conflicts), left=tuple(self.left))

    # Rows of theirs

    def _pages(self, kind: Kind) -> Iterator[list[Plain]]:
        found = self.theirs.exec_driver_sql(f'SELECT * FROM "{kind.table}" ORDER BY {kind.order}')
        names = list(found.keys())
        while page := list(islice(found, PAGE)):
            rows = (self._translated(kind, dict(zip(names, row, strict=True))) for row in page)
            yield [row for row in rows if row is not None]

    def _translated(self, kind: Kind, row: Plain) -> Plain | None:
        """A row of theirs in the ids of this project, its own key under ""; None where it speaks of nothing."""
        key = key_of(kind, row)
        for column in row:
            if column in _IDS and row[column] is not None:
                row[column] = self.matches.ids.get(row[column], row[column])
            elif column in _FAMILIES:
                row[column] = self.matches.families.get(row[column], self.matches.ids.get(row[column], row[column]))
        table = kind.model.__table__  # type: ignore[attr-defined]
        for column in table.columns:
            if row[column.name] in self.absent and column.name in _LINKS:
                if not column.nullable:
                    return None
                row[column.name] = None
        if kind is CLAIM and (row["article_id"] in self.alone or (row["fate"] in _CARRIES and not row["successor"])):
            row["fate"] = row["successor"] = None
        if "first" in row:
            row["first"], row["second"] = sorted((row["first"], row["second"]))
            if row["first"] == row["second"]:
                return None
        return row | {"": key}

    def _merge_page(self, kind: Kind, page: list[Plain]) -> None:
        mine = self._mine(kind, [name_of(kind, row)[1] for row in page])
        # Two of theirs may be one here: what was said of two families that are one in this project.
        added: dict[tuple[str, ...], Plain] = {}
        for row in page:
            name = name_of(kind, row)[1]
            if name in mine:
                self._settle(kind, mine[name], row)
            elif name not in added and self._comes_in(kind, row):
                added[name] = self.writing.made(kind, row)
        self.writing.add(kind, list(added.values()))

    def _mine(self, kind: Kind, names: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Plain]:
        if not names:
            return {}
        columns = ", ".join(f'"{column}"' for column in kind.ident)
        places = ", ".join(f"({', '.join('?' for _ in kind.ident)})" for _ in names)
        found = self.ours.exec_driver_sql(
            f'SELECT * FROM "{kind.table}" WHERE ({columns}) IN (VALUES {places})',
            tuple(value for name in names for value in name),
        )
        keys = list(found.keys())
        rows = (dict(zip(keys, row, strict=True)) for row in found)
        return {name_of(kind, row)[1]: row for row in rows}

    def _comes_in(self, kind: Kind, row: Plain) -> bool:
        """Whether a row that is not here is new, or was taken away here and is brought back."""
        name = name_of(kind, row)
        removed_at = self.here.removed.get(name)
        if removed_at is not None and not self._is_of_fresh(kind, row):
            theirs_at = self._touched(kind, row)
            if kind in (ARTICLE, TOPIC) or theirs_at is not None:
                taken = self._clash(kind, row, "presence", ("taken away", kind.words(row)), (removed_at, theirs_at))
            else:
                taken = Side.OURS
                self.counts[kind.table]["kept"] += 1
            if taken is Side.OURS:
                self._stays_away(kind, row)
                return False
            self.fresh.update(name[1])
        if kind.opposite is not None and not self._outdoes(kind, row):
            return False
        self.counts[kind.table]["new"] += 1
        if len(self.names[kind.table]) < NAMED:
            self.names[kind.table].append(kind.words(row))
        return True

    def _stays_away(self, kind: Kind, row: Plain) -> None:
        if kind in (ARTICLE, CLAIM, TOPIC):
            self.absent.update(name_of(kind, row)[1])
        if kind is ARTICLE:
            asked = "SELECT before.article_id FROM article AS before JOIN article ON article.family = before.family "
            asked += "AND article.version = before.version + 1 WHERE article.article_id = ?"
            found = self.theirs.exec_driver_sql(asked, (row["article_id"],)).scalars()
            self.alone.update(self.matches.ids.get(one, one) for one in found)

    def _is_of_fresh(self, kind: Kind, row: Plain) -> bool:
        return any(row[column] in self.fresh for column in (*_IDS, *_FAMILIES) if column in row)

    def _touched(self, kind: Kind, row: Plain) -> str | None:
        """When they last said something of a row; of an article, what they decided of its claims too."""
        plain = {**row, **row_changes.columns(row[""])}
        times = [self.there.at(kind, plain), *(self.there.at(kind, plain, aspect) for aspect in kind.aspects)]
        if kind is ARTICLE:
            asked = "SELECT max(decided_at), max(edited_at) FROM claim WHERE article_id = ?"
            for found in self.theirs.exec_driver_sql(asked, (row["article_id"],)).one():
                times.append(found if found and found > self.there.fork else None)
        return max((one for one in times if one), default=None)

    def _outdoes(self, kind: Kind, row: Plain) -> bool:
        """Whether a row of theirs may stand, where this project says the contrary of it."""
        other = _FILED if kind.opposite is Filing else _REFUSED
        mine = self._mine(other, [name_of(kind, row)[1]])
        if not mine:
            return True
        (own,) = mine.values()
        plain = {**row, **row_changes.columns(row[""])}
        times = (self.here.at(other, own), self.there.at(kind, plain))
        clash = times[0] is not None or times[1] is None
        if clash and self._clash(kind, row, kind.table, (other.words(own), kind.words(row)), times) is Side.OURS:
            return False
        self.writing.remove(other, own)
        return True

    # Rows of both

    def _settle(self, kind: Kind, own: Plain, row: Plain) -> None:
        values: Plain = {}
        hows = set()
        for aspect in kind.aspects:
            if any(own[column] != row[column] for column in aspect.columns):
                taken, how = self._settled(kind, aspect, own, row)
                hows.add(how)
                if taken is Side.THEIRS:
                    values |= {column: row[column] for column in (*aspect.columns, *aspect.along)}
        if kind is CLAIM and own["fate"] is None and row["fate"] is not None:
            values |= {"fate": row["fate"], "successor": row["successor"]}
            hows.add("changed")
        if counted := next((how for how in ("changed", "kept", "equal") if how in (hows or {"equal"})), None):
            self.counts[kind.table][counted] += 1
        if values:
            self.writing.change(kind, own, values)

    def _settled(self, kind: Kind, aspect: Aspect, own: Plain, row: Plain) -> tuple[Side, str]:
        """Whose word holds on an aspect, and what that is counted as; a conflict is told by itself."""
        plain = {**row, **row_changes.columns(row[""])}
        times = (self.here.at(kind, own, aspect), self.there.at(kind, plain, aspect))
        clash = aspect.name == "name" and kind is TOPIC and self._name_is_taken(own, row)
        if not clash:
            if times[0] is None and times[1] is not None:
                if aspect.name == "name" and kind is TOPIC:
                    self.matches.topic_names[row["name"].casefold()] = own["topic_id"]
                return Side.THEIRS, "changed"
            if times[1] is None and (times[0] is not None or aspect.is_read):
                return Side.OURS, "kept"
            if times == (None, None) and kind is ARTICLE:
                # Two imports of one page: what one of them knows is better than nothing.
                return (Side.THEIRS if own[aspect.columns[0]] is None else Side.OURS), "kept"
        words = self._told(aspect, own, row)
        return self._clash(kind, own, aspect.name, words, times, forced=clash), "disputed"

    def _name_is_taken(self, own: Plain, row: Plain) -> bool:
        holder = self.matches.topic_names.get(row["name"].casefold())
        return holder is not None and holder != own["topic_id"]

    def _clash(
        self,
        kind: Kind,
        row: Plain,
        what: str,
        words: tuple[str, str],
        times: tuple[str | None, str | None],
        *,
        forced: bool = False,
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
        self.conflicts.append(conflict)
        if self.recorder is not None:
            self.recorder.lines.append(_set_aside(kind, conflict))
        return taken

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

    def _told(self, aspect: Aspect, own: Plain, row: Plain) -> tuple[str, str]:
        """The two words on an aspect, each in short."""
        columns = _SAID if aspect.is_read else aspect.columns
        other = [column for column in columns if own[column] != row[column]] or list(aspect.columns)
        if aspect.is_read and len(other) > 1 and other[-1] == "basis":
            other.pop()
        first, second = ("; ".join(self._short(column, one[column]) for column in other) for one in (own, row))
        return first, second

    def _short(self, column: str, value: object) -> str:
        if value is None:
            return "none"
        if column in ("pinned", "claim_id"):
            found = (side.exec_driver_sql(_ABOUT["claim_id"], (value,)).scalar() for side in (self.ours, self.theirs))
            return str(next((one for one in found if one is not None), value))
        return str(value)

    # What they took away

    def _take_away(self, kind: Kind) -> None:
        """Take away here what they took away since, where nobody here said anything of it after both were one file."""
        wanted = [name for table, name in self.there.removed if table == kind.table]
        for at in range(0, len(wanted), PAGE):
            mine = self._mine(kind, [self._own(name) for name in wanted[at : at + PAGE]])
            for own in mine.values():
                if kind in (ARTICLE, TOPIC):
                    self.left.append(kind.words(own))
                elif kind is CLAIM:
                    self.counts[kind.table]["kept"] += 1
                else:
                    self._take_one(kind, own)

    def _take_one(self, kind: Kind, own: Plain) -> None:
        if any(own[column] in self.gone for column in (*_IDS, *_FAMILIES) if column in own):
            return
        times = (self.here.at(kind, own), self.there.removed.get(name_of(kind, own)))
        if times[0] is not None and (
            self._clash(kind, own, "presence", (kind.words(own), "taken away"), times) is Side.OURS
        ):
            return
        self.counts[kind.table]["removed"] += 1
        self.writing.remove(kind, own)

    def _own(self, name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.matches.ids.get(one, one) for one in name)


_FILED = next(kind for kind in REST if kind.model is Filing)
_REFUSED = next(kind for kind in REST if kind.model is Refusal)
_ABOUT = {
    "claim_id": "SELECT surface FROM claim WHERE claim_id = ?",
    "topic_id": "SELECT name FROM topic WHERE topic_id = ?",
    "subject_id": "SELECT surface FROM claim WHERE claim_id = ?1 "
    "UNION ALL SELECT coalesce(title, source_name) FROM article WHERE article_id = ?1",
}


def _set_aside(kind: Kind, conflict: Conflict) -> Plain:
    """What the log keeps of a word that did not hold; the journal has no need of it."""
    said = {Side.OURS: (conflict.ours, conflict.ours_at), Side.THEIRS: (conflict.theirs, conflict.theirs_at)}
    lost = Side.OURS if conflict.taken is Side.THEIRS else Side.THEIRS
    told = {"of": conflict.ident, "kept": said[conflict.taken][0], "lost": said[lost][0], "lost_at": said[lost][1]}
    return {"table_name": kind.table, "key": as_json(told), "change": "set aside", "touches": ""}

"""Merges another project into this one, row by row by the ids that stay the same in every copy.

Who said something later is told by the journals and by the times that claims keep. Where one side alone said something
since both were one file, its word holds; where both did, the later one's, unless the person chooses.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection
from sqlalchemy.orm import Session

from app.domain.merging import Arrival, Choices, Merger, Side
from app.store.history import row_changes
from app.store.history.changed_rows import Plain
from app.store.history.recording import Recorder
from app.store.merging import sides
from app.store.merging.arrivals import FAMILIES, IDS, PAGE, Arrivals, Progress
from app.store.merging.conflicts import Conflicts
from app.store.merging.kinds import ARTICLE, CLAIM, EVERY, REST, TOPIC, Aspect, Kind
from app.store.merging.matches import Matches
from app.store.merging.sides import Since, name_of
from app.store.merging.writing import Writing
from app.store.tables import Filing, Refusal

NAMED = 200
"""How many new rows of a table are named."""


class Merging:
    """A merge into the project of this session; without a recorder it can only be looked at beforehand."""

    def __init__(self, session: Session, recorder: Recorder | None) -> None:
        self._session = session
        self._recorder = recorder
        self.unsettled: list[str] = []
        """Versions that came in after others than those before which they stood."""

    def look(self, name: str, theirs: Connection, choices: Choices, progress: Progress) -> Merger:
        """What merging would come to."""
        return _Merge(self._session, None, theirs, choices, progress).run(name)

    def merge(self, name: str, theirs: Connection, choices: Choices, progress: Progress) -> Merger:
        """Merge, as a part of the act that is being written."""
        assert self._recorder is not None
        self._session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        merge = _Merge(self._session, self._recorder, theirs, choices, progress)
        merger = merge.run(name)
        self.unsettled = merge.writing.unsettled
        return merger


@dataclass(slots=True)
class _Merge:
    session: Session
    recorder: Recorder | None
    theirs: Connection
    choices: Choices
    progress: Progress
    ours: Connection = field(init=False)
    here: Since = field(init=False)
    there: Since = field(init=False)
    matches: Matches = field(init=False)
    arrivals: Arrivals = field(init=False)
    conflicts: Conflicts = field(init=False)
    writing: Writing = field(init=False)
    fresh: set[str] = field(default_factory=set)
    """Ids of articles and topics that come in whole, though this project once had them."""
    counts: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    names: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    left: list[str] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)
    """Ids of articles, claims and topics that they took away, of which all that is said here stays."""

    def run(self, name: str) -> Merger:
        self.ours = self.session.connection()
        self.here, self.there = sides.both(self.ours, self.theirs)
        wholes = (ARTICLE.table, CLAIM.table, TOPIC.table)
        self.gone = {name[0] for table, name in self.there.removed if table in wholes}
        self.matches = Matches(self.ours, self.theirs)
        self.arrivals = Arrivals(self.theirs, self.matches, self.progress)
        changed_rows = None if self.recorder is None else self.recorder.changed_rows
        self.conflicts = Conflicts(self.ours, self.theirs, self.choices, changed_rows)
        self.writing = Writing(self.session, self.recorder, self.theirs, self.matches)
        for kind in (ARTICLE, CLAIM, TOPIC, *REST):
            for page in self.arrivals.pages(kind):
                self._merge_page(kind, page)
            self._take_away(kind)
        arrivals = {
            kind.table: Arrival(**self.counts[kind.table], names=tuple(self.names[kind.table])) for kind in EVERY
        }
        return Merger(name=name, arrivals=arrivals, conflicts=tuple(self.conflicts.settled), left=tuple(self.left))

    # Rows of theirs

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
                taken = self.conflicts.settle(
                    kind, row, "presence", ("taken away", kind.words(row)), (removed_at, theirs_at)
                )
            else:
                taken = Side.OURS
                self.counts[kind.table]["kept"] += 1
            if taken is Side.OURS:
                self.arrivals.keep_away(kind, row)
                return False
            self.fresh.update(name[1])
        if kind.opposite is not None and not self._outdoes(kind, row):
            return False
        self.counts[kind.table]["new"] += 1
        if len(self.names[kind.table]) < NAMED:
            self.names[kind.table].append(kind.words(row))
        return True

    def _is_of_fresh(self, kind: Kind, row: Plain) -> bool:
        return any(row[column] in self.fresh for column in (*IDS, *FAMILIES) if column in row)

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
        if (
            clash
            and self.conflicts.settle(kind, row, kind.table, (other.words(own), kind.words(row)), times) is Side.OURS
        ):
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
        words = self.conflicts.words(aspect, own, row)
        return self.conflicts.settle(kind, own, aspect.name, words, times, forced=clash), "disputed"

    def _name_is_taken(self, own: Plain, row: Plain) -> bool:
        holder = self.matches.topic_names.get(row["name"].casefold())
        return holder is not None and holder != own["topic_id"]

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
        if any(own[column] in self.gone for column in (*IDS, *FAMILIES) if column in own):
            return
        times = (self.here.at(kind, own), self.there.removed.get(name_of(kind, own)))
        if times[0] is not None and (
            self.conflicts.settle(kind, own, "presence", (kind.words(own), "taken away"), times) is Side.OURS
        ):
            return
        self.counts[kind.table]["removed"] += 1
        self.writing.remove(kind, own)

    def _own(self, name: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.matches.ids.get(one, one) for one in name)


_FILED = next(kind for kind in REST if kind.model is Filing)
_REFUSED = next(kind for kind in REST if kind.model is Refusal)

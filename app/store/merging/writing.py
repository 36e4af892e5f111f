"""The rows that a merge adds, changes and takes away, each kept as a part of the act."""

from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby
from types import SimpleNamespace

from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from app.domain.shingles import shingles
from app.store import passages, plain_rows, sources
from app.store.history import row_changes
from app.store.history.changed_rows import ADDED, CHANGED, REMOVED, Plain
from app.store.history.recording import Recorder, as_json, keep_added
from app.store.merging.kinds import ARTICLE, CLAIM, TOPIC, Kind
from app.store.merging.matches import Matches
from app.store.merging.sides import key_of
from app.store.tables import PlainText, StoredArticle, StoredClaim

_BLANK = {"measure": None, "halo_low": None, "halo_high": None}
"""What a claim measures is worked out anew."""


@dataclass(slots=True)
class Writing:
    """Without a recorder nothing is written, and all else is as if it were."""

    session: Session
    recorder: Recorder | None
    theirs: Connection
    matches: Matches
    unsettled: list[str] = field(default_factory=list)
    """Versions that have another number here than there."""
    _numbers: dict[str, int] = field(default_factory=dict)

    @property
    def ours(self) -> Connection:
        """Where rows are written."""
        return self.session.connection()

    def made(self, kind: Kind, row: Plain) -> Plain:
        """A new row as this project keeps it."""
        made = {column: value for column, value in row.items() if column}
        if "number" in made:
            made["number"] = self._next(kind.table)
        if kind is ARTICLE:
            family = self.matches.families.setdefault(row["family"], row["family"])
            if self.matches.versions.get(family, 0) == 0:
                # Its first version may have been taken away here.
                family = self.matches.families[row["family"]] = row["article_id"]
            self.matches.versions[family] = self.matches.versions.get(family, 0) + 1
            if self.matches.versions[family] != row["version"]:
                self.unsettled.append(row["article_id"])
            made |= {"family": family, "version": self.matches.versions[family]}
        if kind is CLAIM:
            made |= _BLANK
        if kind is TOPIC:
            name = row["name"]
            if name.casefold() in self.matches.topic_names:
                made["name"] = name = f"{name} ({row['kind']})"
            self.matches.topic_names[name.casefold()] = row["topic_id"]
        return made

    def _next(self, table: str) -> int:
        if table not in self._numbers:
            self._numbers[table] = self.ours.exec_driver_sql(f'SELECT max(number) FROM "{table}"').scalar() or 0
        self._numbers[table] += 1
        return self._numbers[table]

    def add(self, kind: Kind, rows: list[Plain]) -> None:
        """Add new rows of one table, articles with their texts."""
        if self.recorder is None or not rows:
            return
        if kind is ARTICLE:
            self._bring_sources(rows)
        names = ", ".join(f'"{column}"' for column in rows[0])
        places = ", ".join("?" for _ in rows[0])
        put = f'INSERT INTO "{kind.table}" ({names}) VALUES ({places})'
        self.ours.exec_driver_sql(put, [tuple(row.values()) for row in rows])
        if kind is CLAIM:
            of_articles = groupby(rows, lambda row: row["article_id"])
            runs = ([SimpleNamespace(**row) for row in of_one] for _, of_one in of_articles)
            keep_added(self.session, StoredClaim, runs)
        else:
            self.recorder.keep(self.session, [_line(kind, row, ADDED) for row in rows])

    def _bring_sources(self, rows: Collection[Plain]) -> None:
        """Texts and bytes, once each, with the index of shared passages."""
        for row in rows:
            sha256 = row["text_sha256"]
            text = select(PlainText.content, PlainText.names).where(PlainText.sha256 == sha256)
            content, names = self.theirs.execute(text).one()
            if self.ours.exec_driver_sql("SELECT 1 FROM plain_text WHERE sha256 = ?", (sha256,)).first() is None:
                plain_rows.put(self.ours, PlainText, sha256=sha256, content=content, names=names)
                parts = plain_rows.read_from(StoredArticle.parts, row["parts"])
                passages.keep(self.session, sha256, shingles(content, parts))
            raw = sources.raw(self.theirs, row["raw_sha256"])
            sources.keep(self.ours, row["raw_sha256"], raw, content, sha256)

    def change(self, kind: Kind, own: Plain, values: Plain) -> None:
        """Set columns of a row of this project."""
        before = {column: own[column] for column in values if own[column] != values[column]}
        if self.recorder is None or not before:
            return
        after = {column: values[column] for column in before}
        row_changes.change(self.ours, kind.table, row_changes.columns(key_of(kind, own)), after)
        self.recorder.keep(self.session, [_line(kind, own, CHANGED, before=as_json(before), after=as_json(after))])

    def remove(self, kind: Kind, own: Plain) -> None:
        """Take a row of this project away."""
        if self.recorder is not None:
            row_changes.remove(self.ours, kind.table, row_changes.columns(key_of(kind, own)))
            self.recorder.keep(self.session, [_line(kind, own, REMOVED, before=as_json(own))])


def _line(kind: Kind, row: Plain, change: str, *, before: str | None = None, after: str | None = None) -> Plain:
    touches = kind.model(**{column: value for column, value in row.items() if column}).touches()
    return {
        "table_name": kind.table,
        "key": key_of(kind, row),
        "change": change,
        "before": before,
        "after": after,
        "touches": " ".join(touches),
    }

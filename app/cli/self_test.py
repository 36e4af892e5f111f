"""--self-test: every part of the program once, on this machine, in a temporary folder, without a network."""

import datetime
import json
import os
import platform
import sqlite3
import sys
import tempfile
import time
import traceback
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from app.cli import printing
from app.cli.rooms import Rooms
from app.cli.specimens import SPECIMENS, TEXT
from app.domain.figure import Kind
from app.domain.listing import ArticleFilter, ClaimFilter, ClaimOrder
from app.readers import choose
from app.services.articles.importing import FileState
from app.services.desk import Desk
from app.services.filters import extract_lines, judge_lines

CALLS = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request")
"""Python's own names for what a program does to reach a network."""


def self_test(_: Namespace, rooms: Rooms) -> int:
    """Print one JSON object with a line for each part; exit status 0 when all of them work, else 1."""
    calls: list[str] = []
    sys.addaudithook(lambda event, _: calls.append(event) if event in CALLS else None)
    with tempfile.TemporaryDirectory(prefix="counterclaim-") as folder:
        test = _Test(rooms, Path(folder), calls)
        parts = {name: _tried(part) for name, part in test.parts().items()}
        test.close()
    ok = all(part["ok"] for part in parts.values())
    about = {
        "ok": ok,
        "version": rooms.version,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
        "parts": parts,
    }
    printing.record(about)
    return 0 if ok else 1


def _tried(part: Callable[[], object]) -> dict[str, object]:
    started = time.process_time()
    try:
        said = part()
    except Exception:  # noqa: BLE001 - whatever breaks is what the self-test is there to report
        return {"ok": False, "error": traceback.format_exc(limit=-3)}
    return {"ok": True, "said": said, "processor_seconds": round(time.process_time() - started, 3)}


class _Test:
    """The parts in the order in which a person meets them, on one project; `calls` fills with calls of a network."""

    def __init__(self, rooms: Rooms, folder: Path, calls: list[str]) -> None:
        self._rooms = rooms
        self._folder = folder
        self._calls = calls
        self._desk: Desk | None = None

    def parts(self) -> dict[str, Callable[[], object]]:
        """Each part by its name."""
        return {
            "extract": self._extract,
            "judge": self._judge,
            "create": self._create,
            "read": self._read,
            "search": self._search,
            "compare": self._compare,
            "undo": self._undo,
            "export": self._export,
            "reopen": self._reopen,
            "upgrade": self._upgrade,
            "sample": self._sample,
            "window": self._window,
            "offline": self._offline,
        }

    @property
    def desk(self) -> Desk:
        """The open project."""
        assert self._desk is not None, "the project could not be made"
        return self._desk

    def close(self) -> None:
        """Let go of the folder, which Windows would not delete otherwise."""
        if self._desk is not None:
            self._desk.close()

    def _extract(self) -> object:
        line, good = next(extract_lines([json.dumps({"id": "t", "date": "2025-05-23", "text": TEXT}).encode()]))
        kinds = [claim["kind"] for claim in json.loads(line)["claims"]]
        assert good
        assert kinds == ["money", "date", "money", "percentage"], kinds
        return kinds

    def _judge(self) -> object:
        first, second = TEXT.split(". ")
        pair = {"id": "t", "a_text": first, "b_text": second, "a_date": "2025-05-23", "b_date": "2025-05-23"}
        verdict = json.loads(next(judge_lines([json.dumps(pair).encode()]))[0])["verdict"]
        assert verdict == "conflict", verdict
        return verdict

    def _create(self) -> object:
        self._desk = self._rooms.make(self._folder / "Test.counterclaim")
        return self.desk.name

    def _read(self) -> object:
        tried = {suffix for suffixes in SPECIMENS for suffix in suffixes}
        assert tried == set(choose.SUFFIXES), f"no article is tried for {tried ^ set(choose.SUFFIXES)}"
        files = [self._folder / f"article{suffixes[0]}" for suffixes in SPECIMENS]
        for file, words in zip(files, SPECIMENS.values(), strict=True):
            file.write_bytes(words)
        report = self.desk.importing.paths(files, date=datetime.date(2025, 5, 23).isoformat())
        states = [(Path(file.path).name, file.state.value, file.reason) for file in report.files]
        assert report.count(FileState.ADDED) == len(files), states
        return states

    def _search(self) -> object:
        assert len(self.desk.library.rows(ArticleFilter(words="harbour"))) == 1
        ids = self.desk.claims.ids(ClaimFilter(words="rival", kinds=frozenset({Kind.MONEY})), ClaimOrder.TEXT)
        assert len(ids) == 1, ids
        return len(ids)

    def _compare(self) -> object:
        kind, lines = self.desk.grouping.find(["lease"])
        topic_id, _ = self.desk.grouping.add("Lease", ["lease"], kind, [line.record.claim_id for line in lines])
        comparison = self.desk.comparing.compare(topic_id)
        counts = {verdict.value: count for verdict, count in comparison.counts}
        assert counts, "no verdict was reached"
        return counts

    def _undo(self) -> object:
        before = len(self.desk.grouping.topics())
        assert self.desk.history.undo()
        assert len(self.desk.grouping.topics()) == before - 1
        assert self.desk.history.redo()
        return self.desk.history.undoable()

    def _export(self) -> object:
        comparisons = self.desk.comparing.all()
        files = self.desk.exporting.everything(self._folder / "out", comparisons)
        return {file.name: file.stat().st_size for file in files}

    def _reopen(self) -> object:
        self.desk.close()
        left = sorted(path.name for path in self._folder.glob("Test.counterclaim*"))
        assert left == ["Test.counterclaim"], left
        self._desk = self._rooms.open(self._folder / "Test.counterclaim")
        return len(self.desk.library.rows(ArticleFilter()))

    def _upgrade(self) -> object:
        # as the program does it, only when a project has to be brought up to date
        from app.store.file import migrating, upgrading

        old = self._folder / "Old.counterclaim"
        migrating.make(old, target="0001")
        copy = upgrading.upgrade(old, self._folder / "backups")
        assert copy.read_bytes().startswith(b"SQLite format 3"), "no copy was made before the upgrade"
        self._rooms.open(old).close()
        return copy.stat().st_size

    def _sample(self) -> object:
        desk = self._rooms.sample(self._folder / "Sample.counterclaim")
        try:
            verdicts = [verdict.value for comparison in desk.comparing.all() for verdict, _ in comparison.counts]
        finally:
            desk.close()
        assert "conflict" in verdicts, verdicts
        return sorted(set(verdicts))

    def _window(self) -> object:
        # The window is drawn into memory, so that a machine without a display can be tested too.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        picture = self._folder / "compare.png"
        self._rooms.picture(self.desk, picture)
        return picture.stat().st_size

    def _offline(self) -> object:
        assert not self._calls, self._calls
        return "nothing reached for a network"

"""What the log tells of an act: the rows that it changed, as canonical JSON put together line by line."""

import json
from typing import Any

Plain = dict[str, Any]
"""Columns of a row as SQLite holds them."""
ADDED, CHANGED, REMOVED = "added", "changed", "removed"
_OPPOSITE = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}


class ChangedRows:
    """Ids by table of what was added and removed, before and after of what changed; `back` turns each round.

    What an article says is in the project once already, so rows that come and go are told by their keys alone, and
    those that came together and are numbered one after the other by the first key and the last number. An act may be
    of very many rows: of each only its words are kept.
    """

    def __init__(self, *, back: bool = False) -> None:
        self._back = back
        self._rows: dict[str, list[str]] = {}

    def __bool__(self) -> bool:
        return bool(self._rows)

    def add(self, line: Plain) -> None:
        """Tell of one more line of the journal, or of what is set aside with the act."""
        change = _OPPOSITE[line["change"]] if self._back else line["change"]
        row: Plain = {"table": line["table_name"], "key": json.loads(line["key"]), "ids": line["touches"].split()}
        if line.get("through"):
            row["through"] = line["through"]
        if change == CHANGED:
            before, after = json.loads(line["before"] or "{}"), json.loads(line["after"] or "{}")
            row |= {"before": after, "after": before} if self._back else {"before": before, "after": after}
        self._rows.setdefault(change, []).append(canonical(row))

    def text(self) -> str:
        """All of it, as `canonical` would write it."""
        return "{" + ",".join(f'"{change}":[{",".join(rows)}]' for change, rows in sorted(self._rows.items())) + "}"


def canonical(plain: object) -> str:
    """JSON in the one form that is hashed: keys in order, no spaces, no character escaped that need not be."""
    return _CANONICAL.encode(plain)


_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))

"""Asks for one of many topics: a few letters of its name find it, where a menu of all of them would be too long."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.topic import Topic
from app.ui.palette.entries import Entry
from app.ui.palette.palette import Palette
from app.ui.palette.rows import Found

IN_A_MENU = 20
"""Topics that a menu shows at a glance; of more one is searched for."""


def ask(title: str, topics: Sequence[Topic], parent: QWidget, last: str = "") -> Topic | str | None:
    """The topic that a person chose, `last` if it was the entry of these words below them, None for nothing."""
    by_id = {topic.topic_id: topic for topic in topics}
    entries = [_entry(ident, topic.name) for ident, topic in by_id.items()]
    palette = Palette(Found([*entries, *([_entry("", last)] if last else ())], []), parent.window(), title)
    palette.exec()
    palette.deleteLater()
    return None if palette.chosen is None else by_id.get(palette.chosen.ident, last)


def _entry(ident: str, words: str) -> Entry:
    return Entry(ident=ident, words=words, kind="", run=lambda: None)

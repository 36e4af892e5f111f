"""A topic of the treaty's figures, and keys, for the tests of the Compare screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.services.desk import Desk

TERMS = ["Mauritius", "deal", "development"]


def filed(desk: Desk, name: str = "UK payments") -> str:
    """Make a topic of what the words find; gives its id."""
    kind, lines = desk.grouping.find(TERMS)
    topic_id, _ = desk.grouping.add(name, TERMS, kind, [line.record.claim_id for line in lines])
    return topic_id


def press(qtbot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, modifier)

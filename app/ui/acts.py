"""The acts of the window itself, with their keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowActs:
    """Made once, added to the window; those that need a project are off while there is none."""

    new: QAction
    open: QAction
    close: QAction
    sample: QAction
    undo: QAction
    redo: QAction
    search: QAction
    keys: QAction
    rules: QAction
    theme: QAction
    places: tuple[QAction, ...]

    def all(self) -> tuple[QAction, ...]:
        """Every act, in the order of the sheet of keys."""
        own = (self.new, self.open, self.close, self.sample, self.undo, self.redo, self.search, self.keys, self.rules)
        return (*own, *self.places)


def make(parent: QWidget, words: dict[str, str], places: list[str], do: dict[str, Callable[[], None]]) -> WindowActs:
    """The acts, each with its translated words, each doing what `do` has under its name."""

    def act(name: str, *keys: str) -> QAction:
        made = QAction(words[name], parent)
        made.setShortcuts([QKeySequence(key) for key in keys])
        if name in do:
            made.triggered.connect(lambda _checked=False: do[name]())
        parent.addAction(made)
        return made

    def place(position: int, title: str) -> QAction:
        made = QAction(title, parent)
        made.setShortcut(QKeySequence(f"Ctrl+{position + 1}"))
        made.setData(position)
        parent.addAction(made)
        return made

    return WindowActs(
        new=act("new", "Ctrl+N"),
        open=act("open", "Ctrl+O"),
        close=act("close", "Ctrl+W"),
        sample=act("sample"),
        undo=act("undo", "Ctrl+Z"),
        redo=act("redo", "Ctrl+Shift+Z", "Ctrl+Y"),
        search=act("search", "Ctrl+F"),
        keys=act("keys", "?", "F1"),
        rules=act("rules", "Shift+F1"),
        theme=act("theme"),
        places=tuple(place(position, title) for position, title in enumerate(places)),
    )

"""The acts of the window itself, with their keys."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowActs:
    """Made with the widget that they are added to; those that need a project are off while there is none."""

    new: QAction
    open: QAction
    close: QAction
    sample: QAction
    undo: QAction
    redo: QAction
    history: QAction
    alone: QAction
    copy: QAction
    backups: QAction
    merge: QAction
    search: QAction
    palette: QAction
    keys: QAction
    rules: QAction
    draft: QAction
    settings: QAction
    diagnostics: QAction
    quit: QAction
    places: tuple[QAction, ...]

    @property
    def safe(self) -> tuple[QAction, ...]:
        """Acts on copies of the project."""
        return (self.copy, self.backups, self.merge)

    def all(self) -> tuple[QAction, ...]:
        """Every act, in the order of the sheet of keys."""
        projects = (self.new, self.open, self.close, self.sample, self.undo, self.redo, self.history, self.alone)
        said = (self.search, self.palette, self.draft, self.keys, self.rules, self.settings, self.diagnostics)
        return (*projects, *self.safe, *said, self.quit, *self.places)


def make(
    parent: QWidget, words: dict[str, str], places: dict[str, str], do: dict[str, Callable[[], object]]
) -> WindowActs:
    """The acts, each with its translated words, each doing what `do` has under its name; `places` are titles by name.

    The act of a place has that place as its data, and does nothing by itself.
    """

    def act(name: str, *keys: str) -> QAction:
        made = QAction(words[name], parent)
        made.setObjectName(name)
        # What it is called where what it would undo is not said.
        made.setIconText(words[name].rstrip("…"))
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.triggered.connect(lambda _checked=False: do[name]())
        parent.addAction(made)
        return made

    def place(position: int, name: str) -> QAction:
        made = QAction(places[name], parent)
        made.setObjectName(f"go-{name}")
        made.setShortcut(QKeySequence(f"Ctrl+{position}"))
        made.setData(name)
        parent.addAction(made)
        return made

    return WindowActs(
        new=act("new", "Ctrl+N"),
        open=act("open", "Ctrl+O"),
        close=act("close", "Ctrl+W"),
        sample=act("sample", "Ctrl+Shift+N"),
        undo=act("undo", "Ctrl+Z"),
        redo=act("redo", "Ctrl+Shift+Z", "Ctrl+Y"),
        history=act("history", "Ctrl+Alt+Z"),
        alone=act("alone", "Alt+Z"),
        copy=act("copy", "Ctrl+Shift+S"),
        backups=act("backups", "Ctrl+Shift+B"),
        merge=act("merge", "Ctrl+Shift+G"),
        search=act("search", "Ctrl+F"),
        palette=act("palette", "Ctrl+K"),
        keys=act("keys", "?", "F1"),
        rules=act("rules", "Shift+F1"),
        draft=act("draft", "Ctrl+Shift+D"),
        settings=act("settings", "Ctrl+,"),
        diagnostics=act("diagnostics", "Ctrl+F1"),
        quit=act("quit", "Ctrl+Q"),
        places=tuple(place(position, name) for position, name in enumerate(places, start=1)),
    )

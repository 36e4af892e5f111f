"""A menu whose entries are chosen by the keys printed on them, on a card that uses these keys itself."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget


class KeyedMenu(QMenu):
    """A menu whose entries are chosen by the keys printed on them."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(words, parent)
        self._by_key: dict[str, QAction] = {}

    def offer(self, words: str, key: str, choice: object) -> QAction:
        """Add an entry that stands for a choice."""
        act = self.addAction(words.replace("&", "&&"))
        act.setData(choice)
        if key:
            act.setShortcut(QKeySequence(key))
            act.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            act.setShortcutVisibleInContextMenu(True)
            self.bind(key, act)
        return act

    def bind(self, key: str, act: QAction) -> None:
        """Choose this entry by a key too."""
        self._by_key[key] = act

    def event(self, event: QEvent) -> bool:
        # The card has acts on the same keys; while the menu is open they are the menu's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._of(event):
            event.accept()
            return True
        return super().event(event)

    def _of(self, event: QKeyEvent) -> QAction | None:
        return self._by_key.get(event.text().upper())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._of(event)
        if act is None:
            super().keyPressEvent(event)
            return
        self.setActiveAction(act)
        if act.menu() is None:
            super().keyPressEvent(QKeyEvent(event.type(), Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))

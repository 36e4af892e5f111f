"""The page of keys: every act with its keys, and the field that gives it others."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QVBoxLayout, QWidget

from app.ui.keys.keymap import Keymap
from app.ui.look import type as steps
from app.ui.settings.acts_tree import ActsTree
from app.ui.widgets import key_cap
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.words import Words


class KeysPage(QWidget):
    """Choose an act, press a key in the field, take it. A key that another act has is refused, or swapped."""

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self._refused: list[QKeySequence] = []
        self.filter = SearchField(self.tr("Filter by act, place or key"))
        self.tree = ActsTree(keymap)
        self.filter.textChanged.connect(self.tree.narrow)
        self.tree.chosen.connect(self._show)
        self.named = Words("", "heading")
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(steps.scaled(160))
        self.field.setAccessibleName(self.tr("New key"))
        self.field.keySequenceChanged.connect(self._pressed)
        self.take = self._button(self.tr("Use this key"), self._take)
        self.more = self._button(self.tr("Add it"), self._add)
        self.none = self._button(self.tr("No key"), lambda: self._try([]))
        self.first = self._button(self.tr("Reset"), lambda: self._try(self._keymap.first(self.tree.current())))
        self.all = KeyButton(self.tr("Reset all keys"), None, "link")
        self.all.setAutoDefault(False)
        self.all.clicked.connect(self._reset_all)
        self.conflict = Words("", "small", "conflict", weight=500, wrap=True)
        self.swap = self._button(self.tr("Swap them"), self._swap)
        keymap.changed.connect(self.tree.show_keys)
        self._build()
        self._show("")

    def _button(self, words: str, do: Callable[[], object]) -> KeyButton:
        made = KeyButton(words)
        made.setAutoDefault(False)
        made.clicked.connect(lambda: do())
        return made

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(steps.scaled(16))
        top.addWidget(self.filter, 1)
        top.addWidget(self.all)
        edit = QHBoxLayout()
        edit.setSpacing(steps.scaled(8))
        edit.addWidget(self.field)
        for button in (self.take, self.more, self.none, self.first):
            edit.addWidget(button)
        edit.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(steps.scaled(12))
        line.addWidget(self.conflict, 1)
        line.addWidget(self.swap)
        # The page keeps its shape while there is nothing to refuse.
        line.addStrut(self.swap.sizeHint().height())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, steps.scaled(12), 0, 0)
        column.setSpacing(steps.scaled(8))
        column.addLayout(top)
        column.addWidget(self.tree, 1)
        column.addWidget(self.named)
        column.addLayout(edit)
        column.addLayout(line)

    def choose(self, ident: str) -> None:
        """Go to an act."""
        self.tree.choose(ident)

    # Showing

    def _show(self, ident: str) -> None:
        self._refuse("", [])
        self.field.clear()
        self.named.setText(self._named(ident) if ident else self.tr("Choose an act to change its keys"))
        self._enable()

    def _enable(self) -> None:
        ident, pressed = self.tree.current(), not self.field.keySequence().isEmpty()
        self.field.setEnabled(bool(ident))
        for button in (self.take, self.more):
            button.setEnabled(bool(ident) and pressed)
        self.none.setEnabled(bool(ident) and bool(self._keymap.act(ident).shortcuts()))
        self.first.setEnabled(bool(ident) and self._keymap.is_own(ident))

    def _pressed(self) -> None:
        self._refuse("", [])
        self._enable()

    def _named(self, ident: str) -> str:
        words = self._keymap.act(ident).iconText()
        return self.tr("{act} ({place})").format(act=words, place=self._keymap.where(ident))

    def _refuse(self, sentence: str, keys: Sequence[QKeySequence]) -> None:
        self._refused = list(keys)
        self.conflict.setText(sentence)
        self.swap.setVisible(bool(sentence))

    # Giving

    def _take(self) -> None:
        self._try([self.field.keySequence()])

    def _add(self) -> None:
        self._try([*self._keymap.act(self.tree.current()).shortcuts(), self.field.keySequence()])

    def _try(self, keys: Sequence[QKeySequence]) -> None:
        """Give the act these keys, unless another has one of them."""
        ident = self.tree.current()
        other = self._keymap.holder(ident, keys)
        if other is None:
            self._keymap.give(ident, keys)
            self._show(ident)
            return
        held = next(key for key in keys if key in self._keymap.act(other).shortcuts())
        sentence = self.tr("{key} already does “{act}”; one key can do only one thing there. Press another, or swap.")
        self._refuse(sentence.format(key=key_cap.words(held), act=self._named(other)), keys)

    def _swap(self) -> None:
        ident = self.tree.current()
        self._keymap.swap(ident, self._refused)
        self._show(ident)

    def _reset_all(self) -> None:
        self._keymap.reset_all()
        self._show(self.tree.current())

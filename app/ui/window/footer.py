"""The line of keys along the foot of the window."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.look import type as steps
from app.ui.screen import FooterKey
from app.ui.widgets.key_cap import KeyCap
from app.ui.widgets.panel import Ground
from app.ui.widgets.words import Words

HEIGHT = 36
GAP = 22


class Footer(Ground):
    """Keys of the current screen as caps, each with what it does, and a note at the right end.

    In a window that has no room for all of them the last give way; the very last, that of all keys, stays.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("window", "top", parent=parent)
        self.setFixedHeight(steps.scaled(HEIGHT))
        self._entries: list[QWidget] = []
        self._printed: list[tuple[tuple[str, ...], str]] = []
        self._note = Words("", "small", "text", weight=600)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(24, 1, 24, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self._row.addWidget(self._note)
        # Entries are left out where they do not fit; they never make the window wider.
        self.setMinimumWidth(1)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)

    def show_keys(self, keys: list[FooterKey], note: str = "") -> None:
        """Replace what is shown, if it is something else: screens ask for it several times while they are read."""
        printed = [(one.caps(), one.words) for one in keys]
        if (printed, note) == (self._printed, self._note.plain()):
            return
        if printed != self._printed:
            self._replace(printed)
        self._note.setText(note)
        self._fit()

    def _replace(self, printed: list[tuple[tuple[str, ...], str]]) -> None:
        for widget in self._entries:
            self._row.removeWidget(widget)
            for part in (widget, *widget.findChildren(QWidget)):
                part.hide()
            widget.deleteLater()
        self._printed = printed
        self._entries = [_entry(caps, words) for caps, words in printed]
        for at, widget in enumerate(self._entries):
            self._row.insertWidget(at, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if not self._entries:
            return
        *others, last = self._entries
        room = self.width() - 2 * 24 - last.sizeHint().width() - self._note.sizeHint().width() - GAP
        for widget in others:
            room -= widget.sizeHint().width() + GAP
            widget.setVisible(room >= 0)


def _entry(caps: tuple[str, ...], words: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    for cap in caps:
        row.addWidget(KeyCap(cap))
    row.addSpacing(3)
    row.addWidget(Words(words, "small", "text2"))
    return made

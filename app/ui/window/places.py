"""The screens of the window on one stack, each made when it is first asked for."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.domain.changes import Changes
from app.domain.errors import UserError
from app.ui.keys.keymap import WINDOW, Keymap
from app.ui.screen import Screen
from app.ui.window.layout import Layout

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.ui.library.screen import LibraryScreen

PLACES = ("start", "library", "review", "claims", "compare")
"""From top to bottom of the rail; Ctrl+1 to Ctrl+5."""


class Places(QStackedWidget):
    """Hands the desk and what changed to every screen there is; passes on what they say."""

    changed = Signal(object)
    problem = Signal(str)
    done = Signal(str)
    go = Signal(str, str)
    footer_changed = Signal()

    def __init__(self, layout: Layout, keymap: Keymap, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout, self._keymap = layout, keymap
        self._desk: Desk | None = None
        self._screens: dict[str, Screen] = {}
        self._library: LibraryScreen | None = None
        self._compact = False
        self._left: tuple[str, str] | None = None
        """The place from which a source was opened last, and the claim there."""
        self._back = QAction(self.tr("Back to where the source was opened"), self)
        self._back.setObjectName("back")
        self._back.setShortcut(QKeySequence("Backspace"))
        self._back.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._back.setEnabled(False)
        self._back.triggered.connect(lambda: self._go_back())
        self._at = "start"
        self._handed: tuple[str, object] | None = None
        """What the screen at a place handed on to the one that is made there next."""

    def begin(self, start: Screen) -> None:
        """Show the first screen, which was made with this as its parent."""
        inside = start.layout()
        assert inside is not None
        # Laying it out takes 10 ms, and would be for nothing while the window has no size.
        inside.setEnabled(False)
        self._add("start", start)
        inside.setEnabled(True)

    def at(self) -> str:
        """The place that is shown."""
        return self._at

    def here(self) -> Screen:
        """The screen that is shown."""
        return self._screens[self._at]

    def show_place(self, place: str) -> Screen:
        """Bring a screen to the front."""
        screen = self.screen_at(place)
        self._at = place
        self.setCurrentWidget(screen)
        return screen

    def screen_at(self, place: str) -> Screen:
        """A screen by its place, made if need be."""
        if (made := self._screens.get(place)) is not None:
            return made
        made = self._make(place)
        self._add(place, made)
        made.set_desk(self._desk)
        self._restore_panes(made)
        handed, self._handed = self._handed, None
        if handed is not None and handed[0] == place:
            made.take_over(handed[1])
        return made

    def handed_on(self) -> tuple[str, object] | None:
        """What the screen that is shown has read, for the one in its place; None where that reads anew."""
        read = self.here().handed_on()
        return None if read is None else (self._at, read)

    def take_over(self, handed: tuple[str, object] | None) -> None:
        """Give this to the screen of that place as it is made, which has to be the next thing."""
        self._handed = handed

    def _make(self, place: str) -> Screen:
        # Each is imported when it is needed: together they take as long as the whole first screen.
        if place == "library":
            from app.ui.library.screen import LibraryScreen

            self._library = LibraryScreen(self)
            self._library.addAction(self._back)
            self.window().addActions(self._library.everywhere())
            return self._library
        if place == "review":
            from app.ui.review.screen import ReviewScreen

            review = ReviewScreen()
            undo = self._keymap.act(f"{WINDOW}.undo")
            review.undo.print_key_of(undo)
            review.undo.clicked.connect(undo.trigger)
            return review
        if place == "claims":
            from app.ui.claims.screen import ClaimsScreen

            return ClaimsScreen()
        from app.ui.compare.screen import CompareScreen

        return CompareScreen()

    def _add(self, place: str, screen: Screen) -> None:
        self._screens[place] = screen
        self._keymap.adopt(place, [*screen.key_actions(), *screen.actions()])
        screen.changed.connect(self.changed)
        screen.problem.connect(self.problem)
        screen.done.connect(self.done)
        screen.open_source.connect(lambda claim_id: self._open_source(place, claim_id))
        screen.go.connect(self.go)
        screen.footer_changed.connect(self.footer_changed)
        self.addWidget(screen)
        screen.set_compact(self._compact)

    def _open_source(self, place: str, claim_id: str) -> None:
        self._left = (place, claim_id)
        self._back.setEnabled(place != "library")
        self.go.emit("library", claim_id)

    def _go_back(self) -> None:
        """Go to the row from which the source was opened."""
        if self._left is not None:
            self.go.emit(*self._left)

    def everywhere(self) -> list[QAction]:
        """Acts of the library that work in every place, for the project's menu."""
        return self._library.everywhere() if self._library is not None else []

    def busy(self) -> bool:
        """Whether some screen works on something that would be lost with it."""
        return any(screen.busy() for screen in self._screens.values())

    def set_compact(self, compact: bool) -> None:
        """First widths of panes for a small window."""
        self._compact = compact
        for screen in self._screens.values():
            screen.set_compact(compact)

    def set_desk(self, desk: "Desk | None") -> None:
        """Show this project, or none, in every screen."""
        self.keep_panes()
        self._desk = desk
        self._back.setEnabled(False)
        for screen in self._screens.values():
            screen.set_desk(desk)
            self._restore_panes(screen)

    def refresh(self, changes: Changes) -> None:
        """Tell every screen once what was touched; one that cannot read says so, the others still hear."""
        for screen in list(self._screens.values()):
            try:
                screen.refresh(changes)
            except UserError as error:
                self.problem.emit(str(error))

    def keep_panes(self) -> None:
        """Remember the widths of panes for the project that is shown."""
        if self._desk is not None:
            for screen in self._screens.values():
                self._layout.keep_panes(screen, self._desk.file)

    def _restore_panes(self, screen: Screen) -> None:
        if self._desk is not None:
            self._layout.restore_panes(screen, self._desk.file)

"""What every screen is: a place in the window that shows an open project and says what it did."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from app.domain.changes import Changes
from app.ui.widgets import key_cap

if TYPE_CHECKING:
    # At run time the services wait until the first window has been seen: they bring the store and the extraction.
    from app.services.desk import Desk
    from app.ui.widgets.search_field import SearchField


MakeAct = Callable[[str, str, Sequence[str], Callable[[], object]], QAction]
"""Makes an act of a screen from its name, its words, its keys and what it does: `Screen.act` of that screen."""


@dataclass(frozen=True, slots=True)
class FooterKey:
    """An entry of the footer: acts, and what they do in fewer words than their own ("next claim")."""

    acts: tuple[QAction, ...]
    words: str

    def caps(self) -> tuple[str, ...]:
        """The first key of each act as printed on keyboards here."""
        return tuple(key_cap.words(act.shortcut()) for act in self.acts)


class Screen(QWidget):
    """The base of a screen: `class ReviewScreen(Screen)`, made with a parent or none, shown with a desk or none.

    The window puts screens on a stack, hands each the desk, and after every write sends the changes to all of them
    once, to the one that wrote too. A screen that wrote emits `changed` and reads again only when `refresh` comes; one
    that is hidden puts that off until it is shown. A `UserError` that it raises is said by the window.
    """

    changed = Signal(object)
    """`Changes` of a write that this screen made."""
    open_source = Signal(str)
    """Show the claim with this id in its article."""
    go = Signal(str, str)
    """Show another screen ("start", "library", "review", "claims", "compare") and there what has this id, or ""."""
    problem = Signal(str)
    """A sentence for the person, where nothing was raised: the import's thread has ended by itself."""
    done = Signal(str)
    """A few words for what was done outside the project ("Written to claims.csv"), since nothing here shows it."""
    footer_changed = Signal()
    """`footer_keys` would answer something else now."""

    title = ""
    """The name of the screen in words."""
    searches = ""
    """What the search field says while this screen is shown; empty where it has nothing to search."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._stale = False
        """Something was written since it was read, or is narrowed otherwise."""

    def act(self, name: str, words: str, keys: Sequence[str], do: Callable[[], object]) -> QAction:
        """Make an act that these keys fire while the keyboard is in this screen; letters stay with text fields.

        `name` tells it from the screen's other acts, and stays the same when its words are translated: with the
        screen's place it is the id ("review.accept") under which the person's own keys are kept. Sheet, palette and
        settings know every act that the screen has by the end of its `__init__`.
        """
        made = QAction(words, self)
        made.setObjectName(name)
        made.setShortcuts([QKeySequence(key) for key in keys])
        made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.triggered.connect(lambda: do())
        self.addAction(made)
        return made

    def set_desk(self, desk: "Desk | None") -> None:
        """Show this project, or none; the first thing that is called, and called again when another opens."""
        self._desk = desk
        self._stale = True
        if desk is None or self.isVisible():
            self.read()

    def refresh(self, changes: Changes) -> None:
        """Something was written, here, in another screen, or taken back: read again what is shown and touched."""
        if changes:
            self._stale = True
            if self.isVisible():
                self.read()

    def read(self) -> None:
        """Bring what is shown up to date, if it is not."""
        if self._stale:
            self._stale = False
            self._read()

    def _read(self) -> None:
        """Read everything that is shown; without a desk, show nothing."""

    def search(self, words: str) -> None:
        """Narrow what is shown to these words; empty for everything."""

    def take_found(self) -> None:
        """Go on to the first of what was found: Return or Down was pressed in the search."""

    def searched_for(self) -> str:
        """What the search field says when one comes back to this screen."""
        return ""

    def set_field(self, field: "SearchField | None") -> None:
        """The window's search field while this screen is shown, None when it is left: to complete what is typed."""

    def set_compact(self, compact: bool) -> None:
        """First widths of panes, for a small window or for a large one."""

    def arrangement(self) -> str:
        """What of the layout is kept for the project beside the widths of panes, as the screen spells it."""
        return ""

    def arrange(self, kept: str) -> None:
        """Take up the arrangement that was kept; empty for the first."""

    def handed_on(self) -> object:
        """What was read for what it shows, to be taken over where this screen is made again with another look; or None.

        It holds as long as nothing is written.
        """
        return None

    def take_over(self, read: object) -> None:
        """Show what the screen handed on in whose place this one was made, instead of reading it again."""

    def reveal(self, ident: str) -> None:
        """Show what has this id: a claim (clm_), an article (art_) or a topic."""

    def current(self) -> str | None:
        """The id of what is current here, as `reveal` takes it."""
        return None

    def busy(self) -> bool:
        """Whether work goes on here that would be lost with the screen."""
        return False

    def shown(self) -> None:
        """The person came here: take the keyboard, fetch what was put off."""

    def footer_keys(self) -> list[FooterKey]:
        """Keys without a button of their own, in the order move, decide, open; the window adds "all keys"."""
        return []

    def footer_note(self) -> str:
        """What stands at the right end of the footer ("2 selected")."""
        return ""

    def key_actions(self) -> list[QAction]:
        """The acts of this screen in the order of the sheet of all keys; any that are left out follow."""
        return self.actions()

    def key_groups(self) -> list[tuple[str, Sequence[QAction]]]:
        """Those of its acts that are on only in one of its views, under what that is called."""
        return []

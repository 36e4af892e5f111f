"""Every act of the window by an id that stays, with the keys it comes with and those that the person gave it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

WINDOW = "window"
"""The place of the window's own acts."""
_ANYWHERE = ""
"""Every place together."""
_TEXT = QKeySequence.SequenceFormat.PortableText
_ENTERS = (QKeySequence("Return"), QKeySequence("Enter"))


class Keymap(QObject):
    """Acts are adopted as their screens are made; their id is "review.accept": the place, and the act's object name.

    The person's own keys are kept in the window's settings by id, and ids that no act has are left alone there. Two
    acts share a scope where one key press could reach both: those of one screen, and any with one of the whole window.
    """

    changed = Signal()
    """Some act has other keys now."""

    def __init__(self, settings: QSettings, titles: dict[str, str], parent: QObject | None = None) -> None:
        """`titles` are what the places are called, in the order in which their acts are listed."""
        super().__init__(parent)
        self._settings, self._titles = settings, titles
        self._acts: dict[str, QAction] = {}
        self._first: dict[str, list[QKeySequence]] = {}

    def adopt(self, place: str, acts: Iterable[QAction]) -> None:
        """Take in the named acts of a place that are not known yet, and give them the person's own keys."""
        for act in acts:
            ident = f"{place}.{act.objectName()}"
            if act.objectName() and ident not in self._acts:
                self._acts[ident] = act
                self._first[ident] = act.shortcuts()
        self._apply()

    # Looking up

    def act(self, ident: str) -> QAction:
        """The act with this id; KeyError where there is none."""
        return self._acts[ident]

    def acts(self, place: str) -> dict[str, QAction]:
        """Acts by id that can be done at a place and nowhere else; of `WINDOW`, those that can be done everywhere."""
        return {ident: act for ident, act in self._acts.items() if self._scope(ident) == place}

    def groups(self) -> list[tuple[str, dict[str, QAction]]]:
        """All acts by id under the titles of their places."""
        return [(title, acts) for place, title in self._titles.items() if (acts := self.acts(place))]

    def title(self, place: str) -> str:
        """What a place is called."""
        return self._titles[place]

    def where(self, ident: str) -> str:
        """The title of the place at which an act can be done."""
        return self._titles[self._scope(ident)]

    def is_own(self, ident: str) -> bool:
        """Whether the person gave this act other keys than it comes with."""
        return self._settings.contains(_kept_as(ident))

    def shortcut(self, ident: str, first: str) -> QKeySequence:
        """The key of an act that comes with `first`, whose screen need not have been made yet."""
        if (act := self._acts.get(ident)) is not None:
            return act.shortcut()
        own = self._own(ident) if self.is_own(ident) else [QKeySequence(first)]
        return own[0] if own else QKeySequence()

    def first(self, ident: str) -> list[QKeySequence]:
        """The keys that an act comes with."""
        return self._first[ident]

    def holder(self, ident: str, keys: Sequence[QKeySequence]) -> str | None:
        """The id of another act in the scope of this one that has one of these keys."""
        return next(
            (one for one, act in self._acts.items() if self._meets(ident, one) and set(keys) & set(act.shortcuts())),
            None,
        )

    # Giving

    def give(self, ident: str, keys: Sequence[QKeySequence]) -> None:
        """Let these keys alone do an act, from now on and after a restart; other acts of the scope lose them."""
        keys = _both_enters(keys)
        for other, act in self._acts.items():
            if self._meets(ident, other) and set(keys) & set(act.shortcuts()):
                self._keep(other, [key for key in act.shortcuts() if key not in keys])
        self._keep(ident, keys)
        self._apply()

    def swap(self, ident: str, keys: Sequence[QKeySequence]) -> None:
        """As `give`, and the act that had one of the keys gets those that this one gives up."""
        other = self.holder(ident, keys)
        freed = [key for key in self._acts[ident].shortcuts() if key not in keys]
        self.give(ident, keys)
        if other is not None and freed and self.holder(other, freed) is None:
            self.give(other, [*freed, *self._acts[other].shortcuts()])

    def reset_all(self) -> None:
        """Give every act the keys that it comes with."""
        self._settings.remove("keys")
        self._apply()

    def _keep(self, ident: str, keys: Sequence[QKeySequence]) -> None:
        if list(keys) == self._first[ident]:
            self._settings.remove(_kept_as(ident))
        else:
            self._settings.setValue(_kept_as(ident), QKeySequence.listToString(list(keys), _TEXT))

    def _own(self, ident: str) -> list[QKeySequence]:
        kept = str(self._settings.value(_kept_as(ident), ""))
        return [key for key in QKeySequence.listFromString(kept, _TEXT) if not key.isEmpty()]

    def _apply(self) -> None:
        """Put on the acts what they have now. A key that the person chose is taken from acts that only come with it."""
        own = {ident: self._own(ident) for ident in self._acts if self.is_own(ident)}
        chosen = defaultdict[str, set[QKeySequence]](set)
        for ident, keys in own.items():
            for scope in (self._scope(ident), _ANYWHERE):
                chosen[scope].update(keys)
        other = False
        for ident, act in self._acts.items():
            scope = self._scope(ident)
            taken = chosen[_ANYWHERE] if scope == WINDOW else chosen[scope] | chosen[WINDOW]
            keys = own[ident] if ident in own else [key for key in self._first[ident] if key not in taken]
            if keys != act.shortcuts():
                act.setShortcuts(keys)
                other = True
        if other:
            self.changed.emit()

    def _scope(self, ident: str) -> str:
        wide = self._acts[ident].shortcutContext() == Qt.ShortcutContext.WindowShortcut
        return WINDOW if wide else ident.partition(".")[0]

    def _meets(self, ident: str, other: str) -> bool:
        scopes = {self._scope(ident), self._scope(other)}
        return ident != other and (len(scopes) == 1 or WINDOW in scopes)


def _kept_as(ident: str) -> str:
    return f"keys/{ident}"


def _both_enters(keys: Sequence[QKeySequence]) -> list[QKeySequence]:
    """Enter of the letters and Enter of the digits are one key to people."""
    wanted = [one for key in keys for one in (_ENTERS if key in _ENTERS else (key,))]
    return list(dict.fromkeys(wanted))

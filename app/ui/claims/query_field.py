"""Helps to type a query into the window's search field: terms as tokens, suggestions, problems, recent queries."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain import claim_query, query
from app.domain.claim_query import Problem, Query
from app.domain.listing import ClaimFacets
from app.ui.claims.completion import Completion, Suggestion, complete
from app.ui.claims.query_help import hint
from app.ui.claims.query_panel import QueryPanel
from app.ui.counted import counted
from app.ui.widgets import key_cap
from app.ui.widgets.search_field import Mark, SearchField

RECENT = 8
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class QueryField(QObject):
    """Works on the field that it is lent; without one it only remembers."""

    asked = Signal(str)
    """A query that was completed or chosen, to be searched at once."""
    turned = Signal()
    """The panel below the field came or went."""

    def __init__(self, explain: QAction, parent: QWidget) -> None:
        """`explain` says how to search; its key is printed below the suggestions."""
        super().__init__(parent)
        self._explain = explain
        self._field: SearchField | None = None
        self._panel: QueryPanel | None = None
        self._facets: ClaimFacets | None = None
        self._read = claim_query.read("")
        self._completion = Completion(start=0, end=0)
        self._entered = ""
        self.recent: list[str] = []
        """The last queries, newest first."""

    def set_field(self, field: SearchField | None) -> None:
        """Take the field, or give it back."""
        if self._field is not None:
            self._field.removeEventFilter(self)
            self._field.textEdited.disconnect(self._edited)
            self._field.show_marks(())
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None
        self._field = field
        if field is not None:
            field.installEventFilter(self)
            field.textEdited.connect(self._edited)
            self._panel = QueryPanel(field.window())
            self._panel.chosen.connect(self._take)
            self._mark()

    def write(self, text: str) -> None:
        """Say a query that was not typed here."""
        if self._field is not None:
            self._field.show_words(text)
            self._mark()

    def show_query(self, read: Query) -> None:
        """The terms and the problems of a query as it was read; what is typed meanwhile stays."""
        self._read = read
        self._mark()
        self._follow()

    def show_facets(self, facets: ClaimFacets) -> None:
        """What the claims have, for suggestions."""
        self._facets = facets
        self._follow()

    def problems(self) -> list[str]:
        """What is wrong with the query, but for what the panel says or one still types."""
        if self._panel is not None and self._panel.isVisible():
            return []
        return [problem.sentence for problem in self._read.problems]

    def _follow(self) -> None:
        if self._panel is not None and self._panel.isVisible():
            self._suggest()

    def remember(self, text: str) -> None:
        """Keep a query among the recent ones."""
        if text:
            self.recent = [text, *(one for one in self.recent if one != text)][:RECENT]

    def _mark(self) -> None:
        if self._field is not None:
            bad = {problem.term.start for problem in self._left()}
            text = self._field.text()
            marks = [Mark(term.start, term.end, term.start in bad) for term in query.terms(text) if term.key]
            self._field.show_marks(marks)

    def _edited(self, text: str) -> None:
        self._mark()
        self._suggest()

    def _suggest(self) -> None:
        field, panel = self._field, self._panel
        if field is None or panel is None:
            return
        text = field.text()
        self._completion = complete(text, field.cursorPosition(), self._facets, self._hint)
        if not text.strip():
            recent = [Suggestion(text=one, hint=self.tr("recent")) for one in self.recent]
            self._completion = Completion(start=0, end=0, suggestions=(*recent, *self._completion.suggestions))
        problem = " ".join(one.sentence for one in self._left()[:1])
        panel.show_below(field, problem, self._completion.suggestions, self._foot())
        self.turned.emit()

    def _left(self) -> list[Problem]:
        """What is wrong with terms that one has left; while one is being typed it is not wrong yet."""
        if self._field is None or not self._field.hasFocus():
            return list(self._read.problems)
        cursor = self._field.cursorPosition()
        return [one for one in self._read.problems if not one.term.start <= cursor <= one.term.end]

    def _foot(self) -> str:
        keys = self.tr("Tab completes   ·   Enter searches")
        if key := key_cap.words(self._explain.shortcut()):
            keys = self.tr("{0}   ·   {1} explains").format(keys, key)
        if self._facets is None:
            return keys
        found = counted(self._facets.matching, self.tr("%n claim"), self.tr("%n claims"))
        return f"{found}   ·   {keys}"

    def _take(self, chosen: Suggestion) -> None:
        field = self._field
        if field is None:
            return
        text, cursor = self._completion.applied(field.text(), chosen)
        if text.endswith(":"):
            field.setText(text)
        else:
            field.show_words(text)
            self.asked.emit(text.strip())
        field.setCursorPosition(cursor)
        field.setFocus()
        self._mark()
        self._suggest()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field or self._panel is None:
            return False
        if event.type() == QEvent.Type.FocusIn:
            self._entered = self._field.text().strip()
            self._suggest()
        elif event.type() == QEvent.Type.FocusOut:
            self._close()
            self.remember(self._read.text.strip())
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def _key(self, event: QKeyEvent) -> bool:
        """Whether the key was for the suggestions."""
        panel, field = self._panel, self._field
        assert panel is not None
        assert field is not None
        if (by := _STEPS.get(Qt.Key(event.key()))) is not None:
            if not panel.isVisible():
                self._suggest()
            panel.step(by)
            return True
        if event.key() == Qt.Key.Key_Tab and panel.isVisible() and field.text().strip():
            if (first := panel.first()) is not None:
                self._take(first)
                return True
            return False
        if event.key() in _ENTERS:
            chosen = panel.current() if panel.isVisible() else None
            if chosen is not None:
                self._take(chosen)
                return True
            self._close()
            self.remember(field.text().strip())
        return event.key() == Qt.Key.Key_Escape and self._go_back(panel)

    def _go_back(self, panel: QueryPanel) -> bool:
        """Let go of a suggestion, then of what was typed since the field was entered; else it is emptied."""
        field = self._field
        if panel.isVisible() and panel.current() is not None:
            self._close()
            return True
        if field is None or field.text().strip() == self._entered:
            return False
        field.show_words(self._entered)
        self._close()
        self.asked.emit(self._entered)
        return True

    def _close(self) -> None:
        if self._panel is not None:
            self._panel.hide()
        self._mark()
        self.turned.emit()

    def _hint(self, key: str) -> str:
        return hint(key)

"""Going through a comparison by key: from figure to figure, to the worst verdict, into the explanation and back."""

from PySide6.QtCore import QObject

from app.services.topics.comparing import Comparison
from app.ui.compare.parts import Parts
from app.ui.compare.view import TABLE
from app.ui.screen import Screen


class WalkingActs(QObject):
    """Acts on the rows of the table; `follow` says where that is."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._comparison: Comparison | None = None
        act = screen.act
        self.next = act("next", self.tr("Next figure"), ["J"], lambda: self._matrix.step(1))
        self.previous = act("previous", self.tr("Previous figure"), ["K"], lambda: self._matrix.step(-1))
        self.extending = (
            act("next_too", self.tr("Select the next figure too"), ["Shift+J"], lambda: self._extend(1)),
            act("previous_too", self.tr("Select the previous figure too"), ["Shift+K"], lambda: self._extend(-1)),
        )
        self.source = act("source", self.tr("Open the source"), ["O"], self.open)
        self.explained = act("explained", self.tr("Explain"), ["Return", "Enter"], self.explain)
        self.worst = act("worst", self.tr("Go to the worst verdict"), ["W"], self.go_to_worst)
        self.zoom = act("zoom", self.tr("Zoom the axis to this basis"), ["Z"], self._zoom)
        self.back = act("back", self.tr("Back to the figures"), ["Escape"], self._back)

    def follow(self, parts: Parts) -> None:
        """Act on what is laid out here."""
        self._parts, self._matrix = parts, parts.matrix

    def show_comparison(self, comparison: Comparison | None, *, in_table: bool) -> None:
        """Go through this comparison; the views beside the table have acts of their own for the same keys."""
        self._comparison = comparison
        self.worst.setEnabled(comparison is not None and comparison.neediest is not None)
        on_row = in_table and self._matrix.current_row() is not None
        for act in (self.source, self.explained, self.next, self.previous, *self.extending, self.zoom):
            act.setEnabled(on_row)

    def current_claim(self) -> str | None:
        """The id of the claim that the keys act on."""
        row = self._matrix.current_row()
        return row.line.record.claim_id if row is not None else None

    def open(self) -> None:
        """Show the current figure where it is printed."""
        if (claim_id := self.current_claim()) is not None:
            self._screen.open_source.emit(claim_id)

    def explain(self) -> None:
        """Let the keyboard go on in the explanation of the current figure."""
        self._parts.ask(asked=True)
        self._parts.explain.take_focus()

    def go_to_worst(self) -> None:
        """The row of which the strip speaks."""
        if self._comparison is not None and (row := self._comparison.neediest) is not None:
            self._parts.bring(TABLE)
            self._screen.reveal(row.line.record.claim_id)
            self._matrix.setFocus()

    def _back(self) -> None:
        self._parts.ask(asked=False)
        self._matrix.setFocus()

    def _extend(self, by: int) -> None:
        self._matrix.step(by, extend=True)

    def _zoom(self) -> None:
        self._matrix.zoom(into=not self._matrix.matrix().is_zoomed())

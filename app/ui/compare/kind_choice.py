"""Which kind of figure a topic compares: proposed by what is found, until a person chooses."""

from PySide6.QtCore import Signal

from app.domain.figure import Kind
from app.services.topics.proposals import Proposal
from app.ui import vocabulary
from app.ui.widgets.choice import Choice


class KindChoice(Choice):
    """The kinds, each with how many claims of it were found."""

    chosen = Signal()
    """A person chose a kind."""

    def __init__(self, wanted: Kind | None = None) -> None:
        """`wanted` is chosen from the start."""
        super().__init__(self.tr("Kind of figure"))
        self.wanted = wanted
        """The kind that is asked for, None for the likeliest."""
        for kind in Kind:
            self.addItem("", kind)
        self._show(wanted or Kind.MONEY)
        self.activated.connect(self._choose)

    def kind(self) -> Kind:
        """The kind that is shown."""
        return Kind(self.currentData())

    def show_found(self, found: Proposal | None) -> None:
        """Say how many there are of each kind, if it can be chosen, and show the likeliest; None where not asked."""
        for at, kind in enumerate(Kind):
            count = found.counts.get(kind, 0) if found is not None and self.isEnabled() else 0
            name = vocabulary.say(kind.value)
            self.setItemText(
                at, self.tr("{kind}, {count} found").format(kind=name, count=f"{count:,}") if count else name
            )
        if found is not None:
            self._show(found.kind)

    def _show(self, kind: Kind) -> None:
        self.setCurrentIndex(self.findData(kind))

    def _choose(self) -> None:
        if self.kind() is not self.wanted:
            self.wanted = self.kind()
            self.chosen.emit()

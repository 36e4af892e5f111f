"""How the figures are arranged: by what they stand together, and whether they are told on a common basis."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.services.topics.regrouping import By
from app.ui.compare.arrangement import Arrangement
from app.ui.compare.common_choice import CommonChoice
from app.ui.compare.group_chooser import GroupChooser
from app.ui.screen import Screen


class ArrangingActs(QObject):
    """Keeps the arrangement; `follow` says where a person chooses it beside the keys."""

    changed = Signal()
    """`kept` is another one."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen)
        self.kept = Arrangement()
        self.regroup = screen.act("regroup", self.tr("Change the grouping"), ["G"], self._regroup)
        self.common = screen.act("common", self.tr("As printed or on a common basis"), ["B"], self._turn_common)

    def follow(self, groups: GroupChooser, basis: CommonChoice) -> None:
        """Take up what is chosen in these."""
        self._groups = groups
        groups.chosen.connect(self.group_by)
        basis.turned.connect(lambda: self._keep(replace(self.kept, common=basis.common())))
        basis.per_chosen.connect(lambda: self._keep(replace(self.kept, per=basis.per())))
        basis.prices_chosen.connect(lambda: self._keep(replace(self.kept, prices=basis.prices())))

    def take_up(self, kept: str) -> None:
        """Arrange as this text says, without `changed`."""
        self.kept = Arrangement.read(kept)
        self._groups.choose(self.kept.by)

    def group_by(self, by: By) -> None:
        """Let rows stand together by something else."""
        self._groups.choose(by)
        self._keep(replace(self.kept, by=by))

    def _regroup(self) -> None:
        """The next kind of group."""
        kinds = list(By)
        self.group_by(kinds[(kinds.index(self.kept.by) + 1) % len(kinds)])

    def _turn_common(self) -> None:
        self._keep(replace(self.kept, common=not self.kept.common))

    def _keep(self, kept: Arrangement) -> None:
        if kept != self.kept:
            self.kept = kept
            self.changed.emit()

"""Keeps the open project safe: copies every ten minutes and at the end, the journal, restoring, what is said of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui import saving
from app.ui.counted import counted
from app.ui.threads.background import Background
from app.ui.threads.waiting import Waiting

if TYPE_CHECKING:
    # At run time the services wait until the first window has been seen: they bring the store and the extraction.
    from app.domain.history import Backup, Counts
    from app.services.desk import Desk

EVERY_MS = 10 * 60 * 1000
_SUFFIX = ".counterclaim"


class Safekeeping(QObject):
    """Tell it which project is shown; it says what has to be done with projects, and does the rest itself."""

    changed = Signal(object)
    """`Changes` of what was taken back or brought back."""
    problem = Signal(str)
    """A sentence for the person."""
    offered = Signal(str, object)
    """A sentence for the person, and an `Offer` for each thing that can be done about it."""
    done = Signal(str)
    """A few words for what was done."""
    restoring = Signal(object, object)
    """The path of a project to close, and what to do before it is opened again."""

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self._desk: Desk | None = None
        self._copying: Background | None = None
        self._often = QTimer(self)
        self._often.setInterval(EVERY_MS)
        self._often.timeout.connect(self.copy_now)

    def set_desk(self, desk: "Desk | None") -> None:
        """Another project is shown, or none; of the one shown before a last copy is made if it was changed."""
        if self._desk is desk:
            return
        before, self._desk = self._desk, desk
        if before is not None:
            self._often.stop()
            if self._copying is not None:
                self._copying.wait()
            Waiting(before.backups.make).run(
                self._window, self.tr("Keeping a copy of {name}…").format(name=before.name)
            )
        if desk is not None:
            self._often.start()
            if not desk.is_looked_through:
                self._look_through(desk)
            for told in (self._rescue, self._read_only, self._cloud, self._conflicts):
                if told(desk):
                    return

    def copy_now(self) -> None:
        """Make a copy off the window's thread, if anything was done since the last."""
        if self._desk is None:
            return
        self._copying = Background(self._desk.backups.make, self)
        self._copying.broke.connect(self.problem)
        self._copying.start()

    def show_journal(self, alone: QAction) -> None:
        """The history panel, where the key of `alone` takes one act back."""
        from app.ui.history.journal_dialog import JournalDialog

        if self._desk is not None:
            dialog = JournalDialog(self._desk.history, alone, self._window)
            dialog.changed.connect(self.changed)
            dialog.exec()
            dialog.deleteLater()

    def show_backups(self) -> None:
        """The copies of the open project, one of which can be put back."""
        desk = self._desk
        if desk is not None and desk.is_damaged:
            self.restore_lost(desk.file)
        elif desk is not None:
            backups = desk.backups
            make = None if desk.read_only or backups.place is None else backups.make
            self._choose(desk.file, backups.place, lambda: (backups.made(), backups.now()), make)

    def choose_merge(self) -> None:
        """Ask for another project and show what merging it would bring; a conflicting copy beside is offered first."""
        if self._desk is None:
            return
        beside = self._desk.backups.conflicts()
        suggested = str(beside[0] if beside else self._desk.file.parent)
        kinds = self.tr("Counterclaim projects (*{suffix})").format(suffix=_SUFFIX)
        chosen, _ = QFileDialog.getOpenFileName(self._window, self.tr("Merge a project"), suggested, kinds)
        if chosen:
            self.merge(Path(chosen))

    def merge(self, path: Path) -> None:
        """Show what merging another project would bring, and merge it if the person says so."""
        from app.ui.history.merge_dialog import MergeDialog

        if self._desk is not None:
            dialog = MergeDialog(path, self._desk.merging, self._window)
            dialog.changed.connect(self.changed)
            dialog.exec()
            dialog.deleteLater()

    def tell_lost(self, path: Path, sentence: str) -> None:
        """Say that nothing of a project can be read, and offer its copies."""
        self.offered.emit(sentence, [(self.tr("Restore a backup…"), lambda: self.restore_lost(path))])

    def restore_lost(self, path: Path) -> None:
        """Offer the copies that there are of a project that is damaged, or that holds what is not ours."""
        from app.services.project import backups

        place, made = Waiting(lambda: backups.of_damaged(path)).run(self._window, self.tr("Looking for backups…"))
        self._choose(path, place, lambda: (made, None))

    def save_readable(self, path: Path) -> None:
        """Save what can be read of such a project into a new one beside it, and open that."""
        from app.services.project import verifying

        saved = verifying.unused_name(path)
        self.restoring.emit(saved, lambda: verifying.salvage(path, saved))

    def save_copy(self) -> None:
        """Ask for a place and write the project there as it is now."""
        if self._desk is None:
            return
        suggested = str(saving.folder() / (self.tr("{name} copy").format(name=self._desk.name) + _SUFFIX))
        kinds = self.tr("Counterclaim projects (*{suffix})").format(suffix=_SUFFIX)
        chosen, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save a copy"), suggested, kinds)
        if chosen:
            path = Path(chosen)
            path = path if path.suffix == _SUFFIX else path.with_name(path.name + _SUFFIX)
            save = self._desk.backups.save_copy
            words = self.tr("Copying to {name}…").format(name=path.name)
            Waiting(lambda: save(path)).run(self._window, words)
            self.done.emit(self.tr("Copied to {name}").format(name=path.name))

    def _choose(
        self,
        path: Path,
        place: Path | None,
        made: "Callable[[], tuple[Sequence[Backup], Counts | None]]",
        make: "Callable[[], Backup | None] | None" = None,
    ) -> None:
        from app.services.project import backups
        from app.ui.history.backups_dialog import BackupsDialog

        dialog = BackupsDialog(made, self._window, make=make)
        dialog.exec()
        dialog.deleteLater()
        chosen = dialog.chosen
        if chosen is not None and place is not None:
            self.restoring.emit(path, lambda: backups.restore(path, chosen.path, place))

    # What is said when a project opens

    def _rescue(self, desk: "Desk") -> bool:
        rescue = desk.rescue
        if rescue is None:
            return False
        words = {
            "corrupt": self.tr(
                "{name} is damaged and was left as it is. What can still be read of it is shown here, and nothing can "
                "be changed: {counts}."
            ),
            "foreign": self.tr(
                "{name} holds something that Counterclaim did not put there and that could change what you decide. "
                "Nothing of that was run, and the file was left as it is. The rest is shown here, and nothing can be "
                "changed: {counts}."
            ),
        }[rescue.reason]
        held = (
            counted(rescue.counts.articles, self.tr("%n article"), self.tr("%n articles")),
            counted(rescue.counts.claims, self.tr("%n claim"), self.tr("%n claims")),
            counted(rescue.counts.decided, self.tr("%n decided"), self.tr("%n decided")),
        )
        self._offer_saving(words.format(name=rescue.path.name, counts=", ".join(held)), rescue.path)
        return True

    def _look_through(self, desk: "Desk") -> None:
        """Look at every page of a large project off the window's thread; closing the project ends it."""

        def told(is_whole: object) -> None:
            if not is_whole and desk is self._desk:
                words = self.tr(
                    "{name} is damaged: a part of it cannot be read. Nothing can be changed from here on, and what was "
                    "saved before is safe where it can be read."
                )
                self._offer_saving(words.format(name=desk.file.name), desk.file)

        looking = Background(desk.look_through, self)
        looking.finished.connect(told)
        looking.broke.connect(self.problem)
        looking.start()

    def _offer_saving(self, words: str, path: Path) -> None:
        offers = [
            (self.tr("Save what can be read as a new project"), lambda: self.save_readable(path)),
            (self.tr("Restore a backup…"), lambda: self.restore_lost(path)),
        ]
        self.offered.emit(words, offers)

    def _read_only(self, desk: "Desk") -> bool:
        if not desk.read_only:
            return False
        words = self.tr("{why}: you can look at everything, and nothing can be changed. Save a copy to work on.")
        self.problem.emit(words.format(why=desk.read_only))
        return True

    def _cloud(self, desk: "Desk") -> bool:
        service = desk.backups.cloud_service()
        known = f"cloud/{desk.project_id}"
        if service is None or self._settings.contains(known):
            return False
        self._settings.setValue(known, service)
        words = self.tr(
            "This project is in a folder that {service} copies. That is safe if you work on it on one computer at a "
            "time, and let {service} finish before you open it on another. Backups are kept outside the folder."
        )
        self.problem.emit(words.format(service=service))
        return True

    def _conflicts(self, desk: "Desk") -> bool:
        copies = desk.backups.conflicts()
        if not copies:
            return False
        words = self.tr(
            "Beside this project is a copy that was changed on another computer ({names}). Nothing is lost: merging "
            "shows what it holds, and brings that into this one."
        )
        names = ", ".join(copy.name for copy in copies)
        self.offered.emit(words.format(names=names), [(self.tr("Merge…"), lambda: self.merge(copies[0]))])
        return True

"""Keeps the open project safe: copies every ten minutes and at the end, the journal, restoring, what is said of it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.history.task import Task
from app.ui.waiting import Waiting

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
    done = Signal(str)
    """A few words for what was done."""
    restoring = Signal(object, object)
    """The path of a project to close, and what to do before it is opened again."""

    def __init__(self, settings: QSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._window = settings, window
        self._desk: Desk | None = None
        self._copying: Task | None = None
        self.damaged: Path | None = None
        """A project that could not be opened: restoring is then about that one, once."""
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
            for sentence in (self._read_only(desk), self._cloud(desk), self._conflicts(desk)):
                if sentence:
                    self.problem.emit(sentence)
                    return

    def copy_now(self) -> None:
        """Make a copy off the window's thread, if anything was done since the last."""
        if self._desk is None:
            return
        self._copying = Task(self._desk.backups.make, self)
        self._copying.broke.connect(self.problem)
        self._copying.start()

    def show_journal(self) -> None:
        """The history panel."""
        from app.ui.history.journal_dialog import JournalDialog

        if self._desk is not None:
            dialog = JournalDialog(self._desk.history, self._window)
            dialog.changed.connect(self.changed)
            dialog.exec()
            dialog.deleteLater()

    def show_backups(self) -> None:
        """The copies of the open project, one of which can be put back; or what there is for one that is damaged."""
        if self.damaged is not None:
            path, self.damaged = self.damaged, None
            self.rescue(path)
            return
        desk = self._desk
        if desk is not None:
            self._choose(Path(desk.project.path), desk.backups.place, lambda: (desk.backups.made(), desk.backups.now()))

    def choose_merge(self) -> None:
        """Ask for another project and show what merging it would bring; a conflicting copy beside is offered first."""
        if self._desk is None:
            return
        beside = self._desk.backups.conflicts()
        suggested = str(beside[0] if beside else Path(self._desk.project.path).parent)
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

    def rescue(self, path: Path) -> None:
        """Offer what there is for a damaged project: its copies, and saving what can be read of it."""
        from app.services import backups
        from app.ui.history.damage_dialog import DamageDialog

        dialog = DamageDialog(path.name, self._window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.answer == DamageDialog.RESTORE:
            place, made = Waiting(lambda: backups.of_damaged(path)).run(self._window, self.tr("Looking for backups…"))
            self._choose(path, place, lambda: (made, None))
        elif dialog.answer == DamageDialog.SAVE:
            from app.services import verifying

            saved = verifying.unused_name(path)
            self.restoring.emit(saved, lambda: verifying.salvage(path, saved))

    def save_copy(self) -> None:
        """Ask for a place and write the project there as it is now."""
        if self._desk is None:
            return
        suggested = self.tr("{name} copy").format(name=self._desk.name) + _SUFFIX
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
        self, path: Path, place: Path | None, made: "Callable[[], tuple[Sequence[Backup], Counts | None]]"
    ) -> None:
        from app.services import backups
        from app.ui.history.backups_dialog import BackupsDialog

        dialog = BackupsDialog(made, self._window)
        dialog.exec()
        dialog.deleteLater()
        chosen = dialog.chosen
        if chosen is not None and place is not None:
            self.restoring.emit(path, lambda: backups.restore(path, chosen.path, place))

    # What is said when a project opens

    def _read_only(self, desk: "Desk") -> str:
        if not desk.project.read_only:
            return ""
        words = self.tr("{why}: you can look at everything, and nothing can be changed. Save a copy to work on.")
        return words.format(why=desk.project.read_only)

    def _cloud(self, desk: "Desk") -> str:
        service = desk.backups.cloud_service()
        known = f"cloud/{desk.project.project_id}"
        if service is None or self._settings.contains(known):
            return ""
        self._settings.setValue(known, service)
        words = self.tr(
            "This project is in a folder that {service} copies. That is safe if you work on it on one computer at a "
            "time, and let {service} finish before you open it on another. Backups are kept outside the folder."
        )
        return words.format(service=service)

    def _conflicts(self, desk: "Desk") -> str:
        names = [path.name for path in desk.backups.conflicts()]
        if not names:
            return ""
        words = self.tr(
            "Beside this project is a copy that was changed on another computer ({names}). Nothing is lost: “Merge "
            "a project…” in the menu shows what it holds and brings it into this one."
        )
        return words.format(names=", ".join(names))

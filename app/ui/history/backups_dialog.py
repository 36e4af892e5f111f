"""The copies of a project: when each was made, what it holds, and how that differs from now; one is put back."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from app.domain.history import Backup, Counts
from app.ui.counted import counted
from app.ui.history import lines_page
from app.ui.history.lines import Line, LinesView, moment
from app.ui.threads.background import Background
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

Made = Callable[[], tuple[Sequence[Backup], Counts | None]]
"""The copies, newest first, and what the project holds now, None where that cannot be read."""
Make = Callable[[], Backup | None]
"""Makes a copy; None where nothing was done since the last."""
_MAKES = "N"


class BackupsDialog(QDialog):
    """`chosen` is the copy to put back once it was accepted."""

    def __init__(self, made: Made, parent: QWidget | None = None, *, make: Make | None = None) -> None:
        """`make` None where no copy can be made: of a project that cannot be read, say."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.chosen: Backup | None = None
        self._made: dict[str, Backup] = {}
        self.head = Words(self.tr("Looking for backups…"), "heading", wrap=True)
        self.view = LinesView(self.tr("Backups, newest first"))
        self.view.activated.connect(self.take)
        self.restore_button = KeyButton(self.tr("Restore"), "history", "primary")
        self.restore_button.print_key(self.tr("Enter"))
        self.restore_button.clicked.connect(self.take)
        self.restore_button.setEnabled(False)
        self.note = Words(self.tr("The project as it is now is kept among the backups."), "small", "text2", wrap=True)
        self.make_button = KeyButton(self.tr("Make one now"), "plus")
        self.make_button.print_key(_MAKES)
        self.make_button.setAutoDefault(False)
        self.make_button.setVisible(make is not None)
        self.make_button.clicked.connect(self._make_one)
        QShortcut(QKeySequence(_MAKES), self).activated.connect(self.make_button.click)
        self._find, self._make = made, make
        self._lay_out(dialog_foot.leaving(self))
        dialog_page.size(self, 720, 520)
        self._read(made, self._show)

    def _read(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        """Do this off the window's thread, and show what it gives; one after another."""
        self.make_button.setEnabled(False)
        self._reading = Background(work, self)
        self._reading.finished.connect(then)
        self._reading.broke.connect(self.head.setText)
        for ended in (self._reading.finished, self._reading.broke):
            ended.connect(lambda _: self.make_button.setEnabled(True))
        self._reading.start()

    def _make_one(self) -> None:
        if self._make is not None:
            self._read(self._make, self._show_made)

    def _show_made(self, one: Backup | None) -> None:
        if one is None:
            self.note.setText(self.tr("Nothing was done since the last backup."))
        else:
            self._read(self._find, self._show)

    def _lay_out(self, close: KeyButton) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.head)
        foot.addWidget(self.restore_button)
        foot.addWidget(self.note, 1)
        foot.addStretch(0)  # takes the room where there is nothing to restore
        foot.addWidget(self.make_button)
        foot.addWidget(close)
        lines_page.lay_out(self, head, self.view, foot)

    def take(self) -> None:
        """Put back the copy that is chosen."""
        self.chosen = self._made.get(self.view.ident() or "")
        if self.chosen is not None:
            self.accept()

    def done(self, result: int) -> None:
        self._reading.wait()
        super().done(result)

    def _show(self, found: tuple[Sequence[Backup], Counts | None]) -> None:
        made, now = found
        self._made = {str(one.path): one for one in made}
        self.head.setText(
            self.tr("Now: {counts}").format(counts=self._counts(now)) if now else self.tr("The project cannot be read")
        )
        if not made:
            none = self.tr(
                "No backup of this project has been made yet. One is made ten minutes after something changed, and "
                "when the project is closed."
            )
            now_too = self.tr("{key} makes one now.").format(key=_MAKES) if self._make is not None else ""
            self.head.setText(f"{none} {now_too}".strip())
        self.view.show_lines(list(self._made), lambda path: self._line(self._made[path], now))
        self.restore_button.setEnabled(bool(made))
        for part in (self.restore_button, self.note):
            part.setVisible(bool(made))
        self.view.setFocus()

    def _line(self, one: Backup, now: Counts | None) -> Line:
        aside = self._difference(one.counts, now) if now is not None else ""
        return Line(ident=str(one.path), head=moment(one.at), below=self._counts(one.counts), aside=aside)

    def _counts(self, counts: Counts) -> str:
        articles = counted(counts.articles, self.tr("%n article"), self.tr("%n articles"))
        claims = counted(counts.claims, self.tr("%n claim"), self.tr("%n claims"))
        return f"{articles}, {claims}, {self.tr('{count} decided').format(count=f'{counts.decided:,}')}"

    def _difference(self, then: Counts, now: Counts) -> str:
        """How much more or less a copy holds than the project."""
        parts = (
            (then.articles - now.articles, self.tr("%n article"), self.tr("%n articles")),
            (then.claims - now.claims, self.tr("%n claim"), self.tr("%n claims")),
            (then.decided - now.decided, self.tr("%n decision"), self.tr("%n decisions")),
        )
        differences = [
            ("+" if count > 0 else "−") + counted(abs(count), one, many) for count, one, many in parts if count != 0
        ]
        if differences:
            return ", ".join(differences)
        acts = then.acts - now.acts
        if acts:
            return ("+" if acts > 0 else "−") + counted(abs(acts), self.tr("%n act"), self.tr("%n acts"))
        return self.tr("as now")

"""What can be done with the article that is read: tags, a note, removal, re-reading; and with the list as shown."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from app.domain.changes import Changes
from app.services.desk import Desk
from app.ui import saving
from app.ui.counted import counted
from app.ui.library.article_list import ArticleModel
from app.ui.library.correct_dialog import CorrectDialog
from app.ui.library.remove_dialog import RemoveDialog
from app.ui.library.reread_dialog import RereadDialog
from app.ui.library.settings_dialog import ProjectSettingsDialog
from app.ui.review.remarking import LastOfList
from app.ui.screen import Screen
from app.ui.threads.waiting import Waiting
from app.ui.widgets.words_dialog import WordsDialog


class ArticleActs(QObject):
    """Acts of the library; `listed` is what its list shows."""

    def __init__(self, screen: Screen, listed: ArticleModel) -> None:
        super().__init__(screen)
        self._screen, self._listed = screen, listed
        self._desk: Desk | None = None
        self._article_id: str | None = None
        act = screen.act
        self.tag = act("tag", self.tr("Tags"), ["T"], self._tag)
        self.note = act("note", self.tr("Note"), ["N"], self._note)
        self.remove = act("remove", self.tr("Remove…"), ["Del"], self._remove)
        self.remove.setToolTip(self.tr("Take the article out of the project, with its claims"))
        self.reread = act("reread", self.tr("Re-read…"), ["Shift+R"], self._reread_this)
        self.reread.setToolTip(self.tr("Read the text again with today’s rules and the project’s settings"))
        self.reread_shown = act("reread-shown", self.tr("Re-read the articles shown…"), ["Ctrl+R"], self._reread_shown)
        self.reread_older = act(
            "reread-older", self.tr("Re-read what is out of date…"), ["Ctrl+Shift+R"], self._reread_older
        )
        self.export = act("export", self.tr("Export the list"), ["Ctrl+E"], self._export)
        self.settings = act("project-settings", self.tr("Project settings…"), ["Ctrl+Shift+,"], self._settings)
        self.settings.setShortcutContext(Qt.ShortcutContext.WindowShortcut)

    def acts(self) -> list[QAction]:
        """All of them, in the order of the sheet of keys."""
        return [
            self.tag,
            self.note,
            self.remove,
            self.reread,
            self.reread_shown,
            self.reread_older,
            self.export,
            self.settings,
        ]

    def set_desk(self, desk: Desk | None) -> None:
        """Act on this project."""
        self._desk = desk
        self.settings.setEnabled(desk is not None)
        self.show(None)

    def show(self, article_id: str | None) -> None:
        """Act on this article; None for none."""
        self._article_id = article_id
        for act in (self.tag, self.note, self.remove, self.reread):
            act.setEnabled(article_id is not None)
        for act in (self.reread_shown, self.reread_older, self.export):
            act.setEnabled(self._listed.rowCount() > 0)

    # Remarks and details

    def _tag(self) -> None:
        if (here := self._here()) is None:
            return
        desk, article_id = here
        words = ", ".join(desk.remarks.tags(article_id))
        dialog = WordsDialog(
            self.tr("Tags"),
            self.tr("Tags of this article, with commas"),
            words,
            lambda typed: self._done(desk.remarks.set_tags(article_id, typed.split(","))),
            self._screen,
        )
        completer = LastOfList([tag.value for tag in desk.remarks.all_tags()], dialog.line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        dialog.line.setCompleter(completer)
        self._ask(dialog)

    def _note(self) -> None:
        if (here := self._here()) is None:
            return
        desk, article_id = here
        self._ask(
            WordsDialog(
                self.tr("Note"),
                self.tr("What to keep in mind about this article"),
                desk.remarks.note(article_id),
                lambda words: self._done(desk.remarks.set_note(article_id, words)),
                self._screen,
            )
        )

    def correct(self) -> None:
        """Correct title, outlet, author or date; what was decided on another date is said."""
        if (here := self._here()) is None:
            return
        desk, article_id = here
        library = desk.library
        before = {one.claim_id for one in library.left_behind(article_id)}
        dialog = CorrectDialog(
            library.article(article_id),
            lambda field, value: library.correct(article_id, field, value),
            self._screen.window(),
        )
        self._ask(dialog)
        for changes in dialog.corrections:
            self._done(changes)
        left = [one for one in library.left_behind(article_id) if one.claim_id not in before]
        if left:
            words = ", ".join(f"“{' '.join(one.claim.surface.split())}”" for one in left)
            self._screen.problem.emit(
                self.tr(
                    "The date was corrected, and what follows from it. You had settled {words} by the other date: that "
                    "stays until you edit it."
                ).format(words=words)
            )

    # Removal

    def _remove(self) -> None:
        if (here := self._here()) is None:
            return
        desk, article_id = here
        record = desk.library.article(article_id)
        family = [version.article_id for version in desk.versions.of(article_id)]
        title = record.article.title.value if record.article.title else record.article.source_name
        dialog = RemoveDialog(
            title,
            desk.library.what_goes([article_id]),
            desk.library.what_goes(family),
            record.version,
            self._screen.window(),
        )
        if self._ask(dialog):
            self._done(desk.library.remove(family[::-1] if dialog.whole else [article_id]))
            self._screen.done.emit(self.tr("Removed; Undo brings it back"))

    # Re-reading

    def _reread_this(self) -> None:
        if self._article_id is not None:
            self._reread([self._article_id])

    def _reread_shown(self) -> None:
        words = self.tr("Looking up the articles…")
        self._reread(Waiting(self._listed.ids).run(self._screen.window(), words))

    def _reread_older(self) -> None:
        if self._desk is None:
            return
        if older := self._desk.rereading.outdated():
            self._reread(older)
        else:
            self._screen.done.emit(self.tr("Every article was read with today’s rules"))

    def _reread(self, article_ids: Sequence[str]) -> None:
        if self._desk is None or not article_ids:
            return
        dialog = RereadDialog(self._desk.rereading, article_ids, self._screen.window())
        self._ask(dialog)
        if dialog.changes is not None:
            self._done(dialog.changes)
            number = len(article_ids)
            self._screen.done.emit(counted(number, self.tr("%n article re-read"), self.tr("%n articles re-read")))

    def _settings(self) -> None:
        if self._desk is None:
            return
        desk = self._desk
        dialog = ProjectSettingsDialog(
            desk.settings.conventions(), desk.settings.set_conventions, self._screen.window()
        )
        self._ask(dialog)
        if dialog.kept is not None:
            self._done(dialog.kept)
        if dialog.reread:
            self._reread(desk.rereading.articles())

    # The list

    def write(self, path: Path) -> None:
        """Write the list as it is shown."""
        if (desk := self._desk) is not None:
            words = self.tr("Writing {0}…").format(path.name)
            Waiting(lambda: desk.exporting.articles(path, self._listed.rows)).run(self._screen.window(), words)
            self._screen.done.emit(self.tr("Written to {0}").format(path.name))

    def _export(self) -> None:
        if self._desk is not None and (
            path := saving.ask(self._screen, self.tr("Export these articles"), self.tr("articles"))
        ):
            self.write(path)

    def _here(self) -> tuple[Desk, str] | None:
        return None if self._desk is None or self._article_id is None else (self._desk, self._article_id)

    def _ask(self, dialog: QDialog) -> bool:
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted

    def _done(self, changes: Changes) -> None:
        self._screen.changed.emit(changes)

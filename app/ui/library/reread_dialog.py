"""Re-reading articles: what would change, claim by claim, before anything does."""

import threading
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QProgressBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.claim import Claim
from app.domain.wording import say
from app.services.articles.rereading import Ask, Fate, Preview, Progress, Rereading, Say, Step
from app.services.claims.shown import Shown
from app.ui.counted import counted
from app.ui.look import type as steps
from app.ui.threads.background import Background
from app.ui.widgets import dialog_foot, dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

_ROW = 28
_Work = Callable[[Say, Ask], object]
_Done = Callable[[Any], None]
_SHOWN = (Fate.CHANGED, Fate.NEW, Fate.GONE, Fate.DECIDED)


class RereadDialog(QDialog):
    """Reads, shows, and does it when told to. `changes` are what was written, None until then."""

    def __init__(self, rereading: Rereading, article_ids: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Re-read articles"))
        self._rereading, self._ids = rereading, list(article_ids)
        self._preview: Preview | None = None
        self._writing = False
        self._cancelled = threading.Event()
        self.changes: Changes | None = None
        self._fates = {
            Fate.CHANGED: self.tr("Changed"),
            Fate.NEW: self.tr("New"),
            Fate.GONE: self.tr("Gone"),
            Fate.DECIDED: self.tr("Stays as you decided"),
        }
        self._head = Words("", "heading", wrap=True)
        self._more = Words(
            self.tr("Nothing is written yet. What you decided, edited, pinned or noted stays as it is."),
            "body",
            "text2",
            wrap=True,
        )
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Articles read"))
        self._bar.setTextVisible(False)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("What would change"))
        self.tree.setHeaderLabels([self.tr("Words"), self.tr("What happens"), self.tr("Read as"), self.tr("Before")])
        self.tree.setRootIsDecorated(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setFrameShape(QFrame.Shape.NoFrame)
        self.tree.hide()
        self._build()
        self._start(self._look, self._show)

    def _build(self) -> None:
        self.save = KeyButton(self.tr("Re-read"), "check", "primary")
        self.save.print_key("Enter")
        self.save.setDefault(True)
        self.save.clicked.connect(self._apply)
        self.leave = dialog_foot.leaving(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for widget in (self._head, self._more, self._bar):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addStretch()
        column.addLayout(dialog_foot.foot(self, self.save, leave=self.leave))
        dialog_page.size(self, 960, 560)
        for at, wide in enumerate((280, 170, 230)):
            self.tree.setColumnWidth(at, steps.scaled(wide))

    # The work

    def _start(self, work: _Work, done: _Done) -> None:
        self.save.setEnabled(False)
        self._bar.setRange(0, max(len(self._ids), 1))
        self._bar.setValue(0)
        self._bar.show()
        self._head.setText(counted(len(self._ids), self.tr("Reading %n article"), self.tr("Reading %n articles")))
        fault = self.tr(
            "The re-reading stopped because of a fault in the program; articles that were finished are as they were "
            "shown, the others as they were. The log has the details."
        )
        self._job = job = Background(lambda: work(job.report, self._cancelled.is_set), self, fault=fault)
        self._job.progressed.connect(self._progressed)
        self._job.finished.connect(done)
        self._job.broke.connect(self._broke)
        self._job.start()

    def _look(self, progress: Say, cancelled: Ask) -> Preview:
        return self._rereading.preview(self._ids, progress=progress, cancelled=cancelled)

    def _write(self, progress: Say, cancelled: Ask) -> Changes:
        assert self._preview is not None
        return self._rereading.apply(self._preview, progress=progress, cancelled=cancelled)

    def _progressed(self, step: Progress) -> None:
        self._bar.setValue(step.done)

    def _broke(self, sentence: str) -> None:
        self._bar.hide()
        self._writing = False
        self._head.setText(sentence)

    def _show(self, preview: Preview) -> None:
        self._preview = preview
        self._bar.hide()
        self.save.setEnabled(True)
        counts = [
            f"{preview.count(fate):,} {words}"
            for fate, words in (
                (Fate.CHANGED, self.tr("changed")),
                (Fate.NEW, self.tr("new")),
                (Fate.GONE, self.tr("gone")),
                (Fate.DECIDED, self.tr("read differently, but decided")),
                (Fate.KEPT, self.tr("kept")),
            )
            if preview.count(fate)
        ]
        self._head.setText(", ".join(counts))
        if not preview.alters:
            self._offer_to_leave(sum(map(preview.count, Fate)))
        for article in preview.articles:
            shown = [step for step in article.steps if step.fate in _SHOWN]
            if not shown:
                continue
            title = article.record.article.title
            top = QTreeWidgetItem([title.value if title else article.record.article.source_name])
            top.setSizeHint(0, QSize(0, steps.scaled(_ROW)))
            top.setFont(0, steps.font("body", 600))
            top.setToolTip(0, top.text(0))
            top.addChildren([self._line(step) for step in shown])
            self.tree.addTopLevelItem(top)
            top.setFirstColumnSpanned(True)
            top.setExpanded(len(preview.articles) <= 20)
        if self.tree.topLevelItemCount():
            self.tree.show()
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.resize(steps.scaled(560), self.minimumSizeHint().height())
            (self.save if preview.alters else self.leave).setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_to_leave(self, claims: int) -> None:
        """Where nothing would change, leaving comes first; re-reading only keeps by which rules it was."""
        words = self.tr("Nothing would change in {claims}")
        self._head.setText(words.format(claims=counted(claims, self.tr("%n claim"), self.tr("%n claims"))))
        self._more.setText(self.tr("Re-reading would only record that today’s rules read the same."))
        self.leave.setText(self.tr("Close"))
        self.leave.set_kind("primary")
        self.leave.print_key("Enter")
        self.leave.setDefault(True)
        self.save.set_kind("plain")
        self.save.setShortcut("Ctrl+Return")
        self.save.print_key("Ctrl+Enter")

    def _line(self, step: Step) -> QTreeWidgetItem:
        before = step.before.claim if step.before else None
        claim = before or step.after
        surface = " ".join(claim.surface.split()) if claim else ""
        texts = [surface, self._fates[step.fate], _reading(step.after), _reading(before)]
        made = QTreeWidgetItem(texts)
        made.setSizeHint(0, QSize(0, steps.scaled(_ROW)))
        made.setFont(0, steps.font("evidence"))
        for column, words in enumerate(texts):
            made.setToolTip(column, words)
            made.setData(column, Qt.ItemDataRole.AccessibleTextRole, words)
        return made

    def _apply(self) -> None:
        if self._preview is not None:
            self._writing = True
            self._start(self._write, self._written)

    def _written(self, changes: Changes) -> None:
        self.changes = changes
        self.accept()

    def reject(self) -> None:
        """Stop; articles that were written stay so, and one undo takes them back."""
        self._cancelled.set()
        if not self._writing:
            self._job.wait()
            super().reject()


def _reading(claim: Claim | None) -> str:
    return "" if claim is None else " · ".join(filter(None, (say(claim.figure), Shown(claim).measures)))

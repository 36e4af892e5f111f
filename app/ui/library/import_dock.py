"""The dock over the foot of the library while articles come in: how far, how fast, what failed and what to do."""

import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEasingCurve, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStyle, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.desk import Desk
from app.services.importing import FileProgress, FileState, ImportReport
from app.ui.counted import counted
from app.ui.jobs import ImportJob, Work
from app.ui.library.import_files import DONE, RUNNING, ImportFiles, ImportList
from app.ui.library.import_progress import Bar, Count
from app.ui.look import type as steps
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground, Rule
from app.ui.widgets.words import Words

HEIGHT = 288
_SETTLE_MS = 150
_RISE_MS = 120
_TELL_S = 2.0
"""How often the other screens hear of articles that came in while the import goes on."""


class ImportDock(Ground):
    """Runs imports one after another, off the window's thread; what came in goes out as `changed`."""

    changed = Signal(object)
    read_asked = Signal(str)
    problem = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("raised", "top", parent=parent)
        self.setFixedHeight(steps.scaled(HEIGHT))
        self._desk: Desk | None = None
        self._job: ImportJob | None = None
        self._waiting: list[tuple[str, Work]] = []
        self._total, self._began, self._told = 0, 0.0, 0.0
        self._came: set[str] = set()
        self._dirty = False
        self.files = ImportFiles()
        self._list = ImportList(self.files)
        self._list.asked.connect(self._act_on)
        self._rise = QVariantAnimation(self)
        self._rise.setDuration(_RISE_MS)
        self._rise.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._rise.valueChanged.connect(self._risen)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self.hide()

    def _build(self) -> None:
        self._title = Words("", "heading")
        self._from = Words("", "small", "text2")
        self._pause = KeyButton(self.tr("Pause"), "pause")
        self._pause.setCheckable(True)
        self._pause.clicked.connect(self._toggle_pause)
        self._stop = KeyButton(self.tr("Cancel"), "x")
        self._stop.clicked.connect(self.cancel)
        self._close = KeyButton(self.tr("Close"), "x")
        self._close.clicked.connect(self.hide)
        self._bar = Bar()
        self._far = Words("", "small", weight=600)
        self._pace = Words("", "small", "text2")
        self._done = Count("check", "agree")
        self._same = Count("copy", "text2")
        self._failed = Count("warning", "conflict")
        self._retry = KeyButton(self.tr("Retry"), None, "link")
        self._retry.clicked.connect(self._retry_failed)
        self._copy = KeyButton(self.tr("Copy list of errors"), None, "link")
        self._copy.clicked.connect(self._copy_errors)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 10, 24, 8)
        column.setSpacing(8)
        column.addLayout(_row(self._title, self._from, None, self._pause, self._stop, self._close, gap=8))
        column.addWidget(self._bar)
        column.addLayout(_row(self._far, self._pace, None, self._done, self._same, self._failed, gap=18))
        below = QVBoxLayout()
        below.setSpacing(0)
        below.addWidget(Rule())
        below.addWidget(self._list, 1)
        column.addLayout(below, 1)
        column.addLayout(_row(None, self._retry, self._copy, gap=24))

    # Starting

    def set_desk(self, desk: Desk | None) -> None:
        """Import into this project from now on; a running import is cancelled and waited for."""
        if self._job is not None:
            self._waiting = []
            self._job.cancel()
            self._job.wait()
            self._job.deleteLater()
            self._job = None
            self._timer.stop()
        self._desk = desk
        self.hide()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, and folders with all below them."""
        if self._desk is None or not paths:
            return
        importing = self._desk.importing
        chosen = [Path(path) for path in paths]
        folder = chosen[0] if chosen[0].is_dir() else chosen[0].parent
        self._enqueue(folder.name, lambda report, ask: importing.paths(chosen, progress=report, cancelled=ask))

    def import_text(self, text: str) -> None:
        """Import pasted text."""
        if self._desk is None or not text.strip():
            return
        importing = self._desk.importing
        self._enqueue(self.tr("the clipboard"), lambda _report, _ask: importing.pasted(text))

    def is_running(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop before the next file; finished ones stay, and imports that wait their turn are dropped."""
        self._waiting = []
        if self._job is not None:
            self._job.cancel()
            self._pace.setText(self.tr("stopping; finished files are safe"))

    def _enqueue(self, source: str, work: Work) -> None:
        self._waiting.append((source, work))
        if self._job is None:
            self._begin()

    def _begin(self) -> None:
        source, work = self._waiting.pop(0)
        self.files.clear()
        # The first article is told at once: somebody waits for something to read.
        self._total, self._began, self._told = 0, time.monotonic(), -_TELL_S
        self._came = set()
        self._from.setText(self.tr("from {source}").format(source=source))
        self._pause.setChecked(False)
        self._say_pause()
        job = ImportJob(work, self)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.broke.connect(self._broke)
        self._job = job
        self._settle_state()
        self._open()
        self._timer.start()
        job.start()

    def _open(self) -> None:
        """Rise from the foot of the window; at once where the system asks for less motion."""
        if self.isVisible():
            return
        tall = steps.scaled(HEIGHT)
        still = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) == 0
        self._rise.setStartValue(tall if still else 0)
        self._rise.setEndValue(tall)
        self.setFixedHeight(tall if still else 0)
        self.show()
        self._rise.start()

    def _risen(self, height: int) -> None:
        self.setFixedHeight(height)

    # Following

    def _progressed(self, file: FileProgress) -> None:
        self._total = file.total
        self.files.take(file)
        self._dirty = True
        if file.state in DONE and file.article_id:
            self._came.add(file.article_id)

    def _settle(self) -> None:
        if self._dirty:
            self._dirty = False
            self.files.settle()
            self._settle_state()
        if self._came and time.monotonic() - self._told > _TELL_S:
            self._told = time.monotonic()
            self.changed.emit(Changes(articles=frozenset(self._came)))
            self._came = set()

    def _finished(self, report: ImportReport) -> None:
        if self._job is None:
            return  # its project was closed meanwhile
        for file in report.files:
            self.files.take(file)
            self._total = file.total
        self._over()
        if report.cancelled:
            self._pace.setText(self.tr("cancelled; finished files are safe"))
        self.changed.emit(report.changes)

    def _broke(self, sentence: str) -> None:
        if self._job is None:
            return
        self._over()
        self.problem.emit(sentence)

    def _over(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self._timer.stop()
        self.files.settle()
        self._settle_state()
        if self._waiting:
            self._begin()

    def _settle_state(self) -> None:
        running = self._job is not None
        files = self.files
        over = len(files.shown) - files.count(*RUNNING)
        total = max(self._total, len(files.shown))
        words = (
            counted(total, self.tr("Importing %n file"), self.tr("Importing %n files"))
            if running
            else counted(files.count(*DONE), self.tr("Imported %n article"), self.tr("Imported %n articles"))
        )
        self._title.setText(words if total else self.tr("Importing"))
        self._bar.set_share(over / total if total else 0.0)
        self._far.setText(self.tr("{done} of {all}").format(done=over, all=total) if total else "")
        self._pace.setText(self._pace_words(over, total) if running else "")
        done, same, failed = files.count(*DONE), files.count(FileState.DUPLICATE), files.count(FileState.FAILED)
        self._done.say(done, self.tr("{count} done").format(count=done))
        self._same.say(same, counted(same, self.tr("%n duplicate"), self.tr("%n duplicates")))
        self._failed.say(failed, self.tr("{count} failed").format(count=failed))
        self._pause.setVisible(running)
        self._stop.setVisible(running)
        self._close.setVisible(not running)
        self._retry.setText(self.tr("Retry {count} failed").format(count=failed))
        self._retry.setVisible(failed > 0 and not running)
        self._copy.setVisible(failed > 0)

    def _pace_words(self, over: int, total: int) -> str:
        parts = []
        seconds = time.monotonic() - self._began
        if over and seconds > 1:
            pace = over / seconds
            parts.append(self.tr("{pace} files a second").format(pace=f"{pace:.1f}"))
            left = round((total - over) / pace)
            minutes = self.tr("about {count} minutes left").format(count=round(left / 60))
            parts.append(minutes if left > 90 else self.tr("about {count} seconds left").format(count=max(left, 1)))
        parts.append(self.tr("finished files are safe"))
        return "     ".join(parts)

    # Acting

    def _toggle_pause(self) -> None:
        if self._job is not None:
            self._job.pause(self._pause.isChecked())
            self._say_pause()

    def _say_pause(self) -> None:
        self._pause.setText(self.tr("Go on") if self._pause.isChecked() else self.tr("Pause"))

    def _act_on(self, file: FileProgress) -> None:
        if file.state is FileState.FAILED:
            self.import_paths([Path(file.path)])
        elif file.article_id:
            self.read_asked.emit(file.article_id)

    def _retry_failed(self) -> None:
        self.import_paths([Path(file.path) for file in self.files.failed()])

    def _copy_errors(self) -> None:
        lines = [f"{file.path}\t{file.reason}" for file in self.files.failed()]
        QApplication.clipboard().setText("\n".join(lines))


def _row(*parts: QWidget | None, gap: int) -> QHBoxLayout:
    """Parts from left to right; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(gap)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row

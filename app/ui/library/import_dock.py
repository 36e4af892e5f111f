"""The dock over the foot of the library while articles come in: how far, how fast, what failed and what to do."""

from collections.abc import Collection, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.services.articles.importing import FileProgress, FileState, ImportReport
from app.services.desk import Desk
from app.ui.library.arrivals import Arrivals
from app.ui.library.import_files import DONE, ImportFiles
from app.ui.library.import_foot import ImportFoot
from app.ui.library.import_head import Clock, ImportHead, Stage
from app.ui.library.import_list import EDGE, ImportList
from app.ui.library.import_offer import ImportOffer
from app.ui.library.import_review import ImportReview
from app.ui.library.rising import Rise
from app.ui.look import type as steps
from app.ui.screen import MakeAct
from app.ui.threads.jobs import ImportJob, Work
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Ground

HEIGHT = 288
_SETTLE_MS = 150


class ImportDock(Ground):
    """Runs imports one after another, off the window's thread; what came in goes out as `changed`.

    An import that a crash or the closing of the project interrupted is offered when the project opens again. `act`
    makes acts of the screen that the dock stands in.
    """

    changed = Signal(object)
    read_asked = Signal(str)
    problem = Signal(str)

    def __init__(self, act: MakeAct, parent: QWidget | None = None) -> None:
        super().__init__("raised", "top", parent=parent)
        self.setFixedHeight(steps.scaled(HEIGHT))
        self._desk: Desk | None = None
        self._job: ImportJob | None = None
        self._waiting: list[tuple[str, Work]] = []
        self._source, self._run_id = "", ""
        self._total, self._before, self._dirty = 0, 0, False
        self._clock, self._arrivals = Clock(), Arrivals(self.changed.emit)
        self.files = ImportFiles()
        self._list = ImportList(self.files)
        self._list.asked.connect(self._act_on)
        self._rise = Rise(self, steps.scaled(HEIGHT))
        self._rise.finished.connect(lambda: QTimer.singleShot(0, self, self._show_hidden))
        self.review = ImportReview(act, self.files, self)
        self._pause = act("pause-import", self.tr("Pause import"), ["P"], self._toggle_pause)
        self._cancel = act("cancel-import", self.tr("Cancel import"), ["Shift+Esc"], self.cancel)
        self._retry = act("retry-import", self.tr("Retry failed"), ["F5"], self._retry_failed)
        self._copy = act("copy-import-errors", self.tr("Copy list of errors"), ["Ctrl+Shift+C"], self._copy_errors)
        self._offer = ImportOffer(act, self)
        self._offer.taken.connect(self._resume_offered)
        self._offer.refused.connect(self._look_for_left)
        self._build()
        self._timer = QTimer(self)
        self._timer.setInterval(_SETTLE_MS)
        self._timer.timeout.connect(self._settle)
        self._settle_state()
        self.hide()

    def _build(self) -> None:
        self._stop = KeyButton(self.tr("Cancel"), "x")
        self._stop.clicked.connect(self._cancel.trigger)
        self._stop.print_key_of(self._cancel)
        self.closing = KeyButton(self.tr("Close"), "x")
        self.closing.clicked.connect(self.hide)
        self._pausing = KeyButton(self._pause, "pause")
        self.head = ImportHead(*self._offer.buttons(), self._pausing, self._stop, self.closing)
        self.foot = ImportFoot(self.review.act, self._retry, self._copy)
        column = QVBoxLayout(self)
        # The ground of a row that is selected is wider than its words, which line up with the rest.
        column.setContentsMargins(24 - EDGE, 10, 24 - EDGE, 8)
        column.setSpacing(0)
        for part in (self.head, self.foot):
            part.setContentsMargins(EDGE, 0, EDGE, 0)
        column.addWidget(self.head)
        column.addWidget(self._list, 1)
        column.addSpacing(8)
        column.addWidget(self.foot)

    def set_room(self, tall: int) -> None:
        """Take no more than six tenths of this height: at large text a small window has no more."""
        self._rise.reach(min(steps.scaled(HEIGHT), round(0.6 * tall)))

    # Starting

    def set_desk(self, desk: Desk | None) -> None:
        """Import into this project from now on; a running import is left for another time, and waited for."""
        if self._job is not None:
            self._waiting = []
            self._job.leave()
            self._job.wait()
            self._job.deleteLater()
            self._job = None
            self._timer.stop()
        self._desk = desk
        self.review.set_desk(desk)
        self._look_for_left()

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files, and folders with all below them."""
        if self._desk is None or not paths:
            return
        importing = self._desk.importing
        chosen = [Path(path) for path in paths]
        folder = chosen[0] if chosen[0].is_dir() else chosen[0].parent
        self._enqueue(folder.name, lambda follow: importing.paths(chosen, follow=follow))

    def import_text(self, text: str) -> None:
        """Import pasted text."""
        if self._desk is None or not text.strip():
            return
        importing = self._desk.importing
        self._enqueue(self.tr("the clipboard"), lambda follow: importing.pasted(text, follow=follow))

    def refresh(self, changes: Changes) -> None:
        """Something was written: what waits may be decided now."""
        if not self.isHidden():
            self.review.refresh(changes)
            self._settle_state()

    def is_running(self) -> bool:
        """Whether an import is under way."""
        return self._job is not None

    def make_way(self) -> None:
        """Leave the room to the article, unless something is still to be done here: files failed, or are left."""
        if not (self.is_running() or self._offer.is_open or self.files.failed()):
            self.hide()

    def cancel(self) -> None:
        """Stop; finished files stay, and imports that wait their turn are dropped."""
        self._waiting = []
        if self._job is not None:
            self._job.cancel()
            self.head.show_pace(self.tr("stopping; finished files are safe"))

    def _enqueue(self, source: str, work: Work) -> None:
        self._waiting.append((source, work))
        if self._job is None:
            self.files.clear()
            self._total = 0
            self._begin()

    def _begin(self) -> None:
        self._source, work = self._waiting.pop(0)
        self._offer.is_open = False
        self._clock, self._arrivals = Clock(), Arrivals(self.changed.emit)
        self._before = self.files.ended()
        job = ImportJob(work, self)
        job.progressed.connect(self._progressed)
        job.finished.connect(self._finished)
        job.broke.connect(self._broke)
        self._job = job
        self._settle_state()
        self._rise.open()
        self._timer.start()
        job.start()

    # An import that was interrupted

    def _look_for_left(self) -> None:
        """Say what an earlier import left, and offer to go on with it."""
        self.hide()
        run = self._offer.look(self._desk)
        if self._desk is None or run is None:
            return
        self.files.clear()
        for file in self._desk.importing.finished(run.run_id):
            self.files.take(file)
        self.files.settle()
        self._run_id, self._source, self._total = run.run_id, run.source, run.total
        self._settle_state()
        self._rise.open()

    def _resume_offered(self) -> None:
        if self._desk is not None and self._offer.is_open:
            importing, run_id = self._desk.importing, self._run_id
            self._again(lambda follow: importing.resume(run_id, follow))

    def _again(self, work: Work) -> None:
        """Go on with the import whose files are shown."""
        self._waiting.insert(0, (self._source, work))
        self._begin()

    # Following

    def _progressed(self, file: FileProgress) -> None:
        self._total = file.total
        self.files.take(file)
        self._dirty = True
        if file.state in DONE and file.article_id:
            self._arrivals.add(file.article_id)
            self.review.came(file.article_id)

    def _settle(self) -> None:
        if self._dirty:
            self._dirty = False
            self.files.settle()
            self.review.settle()
            self._settle_state()
        self._arrivals.announce_if_due()

    def _finished(self, report: ImportReport) -> None:
        if self._job is None:
            return  # its project was closed meanwhile
        self._run_id = report.run_id
        self._over()
        if report.cancelled:
            self.head.show_pace(self.tr("cancelled; finished files are safe"))
        self.changed.emit(report.changes)

    def _broke(self, sentence: str) -> None:
        if self._job is not None:
            self._over()
            self.problem.emit(sentence)

    def _over(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.wait()
            job.deleteLater()
        self._timer.stop()
        self.files.drop_running()
        self.review.settle()
        self._settle_state()
        if self._waiting:
            self.files.clear()
            self._total = 0
            self._begin()

    def _stage(self) -> Stage:
        return Stage.OFFERED if self._offer.is_open else Stage.OVER if self._job is None else Stage.RUNNING

    def _settle_state(self) -> None:
        stage, files = self._stage(), self.files
        running, over = stage is Stage.RUNNING, stage is Stage.OVER
        ended, total = files.ended(), max(self._total, len(files.shown))
        self.head.settle(files, ended, total)
        self.head.show_title(stage, files.count(*DONE), total - ended, total)
        self.head.show_source(self._source if total or running else "")
        paused = self._job is not None and self._job.is_paused()
        pace = self.head.pace_words(ended - self._before, total - ended, self._clock.seconds())
        self.head.show_pace(self.tr("paused; finished files are safe") if paused else pace if running else "")
        self._pause.setText(self.tr("Go on with import") if paused else self.tr("Pause import"))
        self._pausing.set_icon("play" if paused else "pause")
        self._pause.setEnabled(running)
        self._cancel.setEnabled(running)
        self._offer.settle()
        self._pausing.setVisible(running)
        self._stop.setVisible(running)
        self.closing.setVisible(over)
        self.review.allow(over)
        self.foot.show_waiting()
        self.foot.show_failed(files.count(FileState.FAILED), can_retry=over)
        self._show_hidden()

    def _show_hidden(self) -> None:
        """How many files there are below those that are seen."""
        hidden = max(self._total, len(self.files.shown)) - self._list.seen()
        self.foot.show_hidden(hidden)

    # Acting

    def _toggle_pause(self) -> None:
        if self._job is not None:
            self._job.pause(not self._job.is_paused())
            self._clock.pause(self._job.is_paused())
            self._settle_state()

    def _act_on(self, file: FileProgress) -> None:
        if file.state is FileState.FAILED:
            self._retry_these([file.position])
        elif file.article_id in self.files.waiting:
            self.review.open(file.article_id)
        elif file.article_id:
            self.read_asked.emit(file.article_id)

    def _retry_failed(self) -> None:
        self._retry_these([file.position for file in self.files.failed()])

    def _retry_these(self, positions: Collection[int]) -> None:
        """Read files again, as part of the same import."""
        if self._desk is None or self._job is not None:
            return
        importing, run_id = self._desk.importing, self._run_id
        self.files.queue(positions)
        self._again(lambda follow: importing.retry(run_id, positions, follow))

    def _copy_errors(self) -> None:
        QApplication.clipboard().setText("\n".join(f"{file.path}\t{file.reason}" for file in self.files.failed()))

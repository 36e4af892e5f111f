"""The window in which a draft is checked while it is written; nothing of it is kept."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.domain import wording
from app.domain.draft import Checked, Finding
from app.services.desk import Desk
from app.ui.citation import citation
from app.ui.counted import counted
from app.ui.draft.figures import MARKS, FiguresList
from app.ui.look import tones, type as steps
from app.ui.reader.offsets import Offsets
from app.ui.threads.reading import Reading
from app.ui.widgets import dialog_page
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.panel import Panel, Rule
from app.ui.widgets.words import Words

PAUSE = 400
"""Milliseconds without a key after which a draft is read."""
ROOMY = 960
"""The width from which J and K have buttons too, in pixels at 100 %."""
_LINES = {
    Finding.SUPPORTED: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Finding.OTHER_BASIS: QTextCharFormat.UnderlineStyle.DashUnderline,
    Finding.CONTESTED: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Finding.ABSENT: QTextCharFormat.UnderlineStyle.DotLine,
}
"""How each finding is underlined, so that it is told without its hue."""


class DraftDialog(QDialog):
    """Stays open beside the window; `opened` carries the id of a claim to be shown in its article."""

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check a draft"))
        self.text = QPlainTextEdit()
        self.text.setFont(steps.font("evidence"))
        self.text.setAccessibleName(self.tr("Draft"))
        self.text.setPlaceholderText(self.tr("Type or paste a draft. Each figure is set against the library."))
        self.text.setTabChangesFocus(True)
        self.list = FiguresList()
        self.state = Words("", "small", "text2", wrap=True)
        self._read, self._offsets = "", Offsets("")
        self._desk: Desk | None = None
        self._reading = Reading(self)
        self._reading.problem.connect(self.state.setText)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._check)
        self.text.textChanged.connect(self._changed)
        self.text.cursorPositionChanged.connect(self._follow_cursor)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._chosen())
        self.list.doubleClicked.connect(lambda _: self._open())
        self._make_acts()
        self._build()

    def _make_acts(self) -> None:
        self.insert = self._act(self.tr("Insert citation"), "Return", "Enter", do=self._insert)
        self.next = self._act(self.tr("Next figure"), "J", do=lambda: self.list.step(1))
        self.previous = self._act(self.tr("Previous figure"), "K", do=lambda: self.list.step(-1))
        self.unsupported = self._act(self.tr("Next not supported"), "W", do=self._go_to_unsupported)
        self.source = self._act(self.tr("Open the source"), "O", do=self._open)

    def _act(self, words: str, *keys: str, do: Callable[[], object]) -> QAction:
        made = QAction(words, self.list)
        made.setShortcuts([QKeySequence(key) for key in keys])
        # The letters stay with the text while it is written.
        made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        made.triggered.connect(lambda _=False: do())
        self.list.addAction(made)
        return made

    def _build(self) -> None:
        panes = QHBoxLayout()
        panes.setSpacing(steps.scaled(16))
        panel = Panel()
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(*(steps.scaled(edge) for edge in (12, 6, 12, 10)))
        head.addWidget(self.state, 1)
        leading = KeyButton(self.unsupported, None, "link", height=22)
        leading.setAutoDefault(False)
        head.addWidget(leading, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(head)
        inside.addWidget(Rule())
        inside.addWidget(self.list)
        panes.addWidget(self.text, 1)
        panes.addWidget(panel, 1)
        close = KeyButton(self.tr("Close"))
        close.print_key(self.tr("Escape"))
        close.clicked.connect(self.close)
        self._walking = KeyButton(self.previous, None, "quiet"), KeyButton(self.next, None, "quiet")
        foot = QHBoxLayout()
        foot.setSpacing(steps.scaled(8))
        acting = close, KeyButton(self.source), KeyButton(self.insert, None, "primary")
        for button in (*self._walking, *acting):
            button.setAutoDefault(False)
            foot.addWidget(button)
        foot.insertStretch(len(self._walking), 1)
        for button in self._walking:
            button.hide()  # until there is known to be room
        column = QVBoxLayout(self)
        column.setContentsMargins(*(steps.scaled(edge) for edge in (24, 24, 24, 16)))
        column.setSpacing(steps.scaled(12))
        column.addLayout(panes, 1)
        column.addLayout(foot)
        dialog_page.size(self, 1120, 640)
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons that only walk through the list give way to those that act."""
        super().resizeEvent(event)
        for button in self._walking:
            button.setVisible(self.width() >= steps.scaled(ROOMY))

    # What is checked

    def set_desk(self, desk: Desk | None) -> None:
        """Check against this project from now on; the text stays."""
        self._desk = desk
        self._changed()

    def _changed(self) -> None:
        text = self.text.toPlainText()
        self.state.setText(self.tr("Reading…") if text.strip() else self.tr("The draft is not saved."))
        self._reading.forget()
        self._pause.start()

    def _check(self) -> None:
        text = self.text.toPlainText()
        if self._desk is None:
            self._show(text, [])
            self.state.setText(self.tr("Open a project to check the draft against it."))
            return
        check = self._desk.drafting.check
        self._reading.ask([(lambda: check(text), lambda checked: self._show(text, checked))], apart=True)

    def _show(self, text: str, checked: list[Checked]) -> None:
        """Underline the figures and list them, staying at the current one."""
        at = self.list.currentIndex().row()
        self._read, self._offsets = text, Offsets(text)
        self.list.figures.show(checked)
        self._underline()
        if checked:
            self.list.setCurrentIndex(self.list.figures.index(min(max(at, 0), len(checked) - 1)))
        self._enable()
        counts = [counted(len(checked), self.tr("%n figure"), self.tr("%n figures"))]
        words = Counter(self.list.figures.word(one) for one in sorted(checked, key=lambda one: one.urgency))
        counts += [f"{count:,} {word.lower()}" for word, count in words.items()]
        self.state.setText(" · ".join(counts) if text.strip() else self.tr("The draft is not saved."))

    def _underline(self) -> None:
        t, current = tones.current(), self.list.current()
        drawn = []
        for one in self.list.figures.checked():
            mark = QTextEdit.ExtraSelection()
            mark.cursor = self._cursor(one)
            mark.format.setUnderlineStyle(_LINES[one.finding])
            ink = t.verdict(MARKS[one.finding])
            mark.format.setUnderlineColor(ink.ink)
            if one is current:
                mark.format.setBackground(ink.tint)
            drawn.append(mark)
        self.text.setExtraSelections(drawn)

    def _cursor(self, one: Checked) -> QTextCursor:
        cursor = QTextCursor(self.text.document())
        cursor.setPosition(self._offsets.units(one.claim.span.start))
        cursor.setPosition(self._offsets.units(one.claim.span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # The current figure

    def _follow_cursor(self) -> None:
        """The figure in which the text's cursor stands is the current one."""
        if not self.text.hasFocus() or self._read != self.text.toPlainText():
            return
        place = self._offsets.points(self.text.textCursor().position())
        for at, one in enumerate(self.list.figures.checked()):
            if one.claim.span.start <= place <= one.claim.span.end:
                self.list.setCurrentIndex(self.list.figures.index(at))

    def _chosen(self) -> None:
        self._underline()
        self._enable()
        one = self.list.current()
        if one is not None and not self.text.hasFocus():
            cursor = self._cursor(one)
            cursor.setPosition(cursor.selectionEnd())
            self.text.setTextCursor(cursor)
            self.text.ensureCursorVisible()

    def _enable(self) -> None:
        one = self.list.current()
        for act in (self.insert, self.source):
            act.setEnabled(one is not None and one.closest is not None)
        for act in (self.next, self.previous):
            act.setEnabled(one is not None)
        self.unsupported.setEnabled(self.list.next_unsupported() is not None)

    def _go_to_unsupported(self) -> None:
        if (at := self.list.next_unsupported()) is not None:
            self.list.setFocus()
            self.list.setCurrentIndex(self.list.figures.index(at))

    def _insert(self) -> None:
        """Put where the closest claim stands behind the figure, unless the text has changed meanwhile."""
        one = self.list.current()
        if one is None or one.closest is None or self._read != self.text.toPlainText():
            return
        line = one.closest.line
        cursor = self._cursor(one)
        cursor.setPosition(cursor.selectionEnd())
        cursor.insertText(citation(line).removeprefix(wording.say(line.record.claim.figure)))

    def _open(self) -> None:
        one = self.list.current()
        if one is not None and one.closest is not None:
            self.opened.emit(one.closest.line.record.claim_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._pause.stop()
        self._reading.forget()
        super().closeEvent(event)

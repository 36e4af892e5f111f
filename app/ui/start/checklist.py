"""Five first steps that tick themselves off, told from what projects hold and not from buttons that were pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.first_steps import FirstSteps
    from app.services.desk import Desk

_DONE, _HIDDEN, _GIVEN = "first-steps/done", "first-steps/hidden", "first-steps/given/{project}"
_STEPS = ("opened", "articles", "decided", "filed", "pinned")
_MARK, _GAP = 16, 6


class Checklist(QWidget):
    """A line of the steps. Ticks are kept in the window's settings: the next project need not earn them again.

    What the sample came with is nobody's doing, and ticks nothing.
    """

    def __init__(self, settings: QSettings, hide: QAction) -> None:
        super().__init__()
        self._settings = settings
        words = {
            "opened": self.tr("Open a project"),
            "articles": self.tr("Bring in an article"),
            "decided": self.tr("Decide a claim"),
            "filed": self.tr("File it under a topic"),
            "pinned": self.tr("Pin a reference"),
        }
        self.steps = {name: Step(words[name]) for name in _STEPS}
        head = QHBoxLayout()
        head.addWidget(Words(self.tr("First steps"), "label", "text3"))
        head.addStretch(1)
        head.addWidget(KeyButton(hide, None, "link"))
        row = self._row = QHBoxLayout()
        row.setSpacing(0)
        for name in _STEPS:
            row.addWidget(self.steps[name])
            if name != _STEPS[-1]:
                row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(row)
        self._show(self.done())

    def set_narrow(self, narrow: bool) -> None:
        """The steps one below the other, or in a line."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def done(self) -> set[str]:
        """The steps that were taken: "opened", "articles", "decided", "filed", "pinned"."""
        kept = self._settings.value(_DONE, [])
        return {kept} if isinstance(kept, str) else set(kept) if isinstance(kept, list) else set()

    def is_wanted(self) -> bool:
        """Whether it was not hidden."""
        return not self._settings.value(_HIDDEN, False, type=bool)

    def put_away(self) -> None:
        """Show it no more."""
        self._settings.setValue(_HIDDEN, True)

    def look(self, desk: "Desk") -> None:
        """Tick what this project holds."""
        if not self.is_wanted():
            return
        held = desk.first_steps().since(self._given(desk))
        done = self.done() | {"opened"} | {name for name in _STEPS[1:] if getattr(held, name)}
        if done != self.done():
            self._settings.setValue(_DONE, sorted(done))
        self._show(done)

    def give(self, desk: "Desk") -> None:
        """What this project holds now was not the person's doing."""
        import json

        held = desk.first_steps()
        counts = {name: getattr(held, name) for name in _STEPS[1:]}
        self._settings.setValue(_GIVEN.format(project=desk.project.project_id), json.dumps(counts))

    def _given(self, desk: "Desk") -> "FirstSteps":
        import json

        from app.domain.first_steps import FirstSteps

        kept = self._settings.value(_GIVEN.format(project=desk.project.project_id), "")
        return FirstSteps(**json.loads(str(kept))) if kept else FirstSteps()

    def _show(self, done: set[str]) -> None:
        for name, step in self.steps.items():
            step.tick(name in done)


class Step(QWidget):
    """One step: a circle and words; a tick and quieter words once it was taken."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self.ticked = words, False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tick(False)

    def tick(self, on: bool) -> None:
        """Whether it was taken."""
        self.ticked = on
        said = self.tr("{step}, done") if on else self.tr("{step}, still to do")
        self.setAccessibleName(said.format(step=self._words))
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 500)).horizontalAdvance(self._words)
        return QSize(round(wide + 1) + steps.scaled(_MARK) + _GAP, steps.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        side = steps.scaled(_MARK)
        box = self.rect()
        box.setWidth(side)
        box.setTop((self.height() - side) // 2)
        box.setHeight(side)
        icon("check" if self.ticked else "waiting", "agree" if self.ticked else "text3").paint(painter, box)
        painter.setFont(steps.font("body", 500))
        painter.setPen(t.text2 if self.ticked else t.text)
        painter.drawText(self.rect().adjusted(side + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words)

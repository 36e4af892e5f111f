"""Five first steps that tick themselves off, told from what projects hold and not from buttons that were pressed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.words import Words

if TYPE_CHECKING:
    from app.domain.first_steps import FirstSteps
    from app.services.desk import Desk

_DONE, _HIDDEN, _GIVEN = "first-steps/done", "first-steps/hidden", "first-steps/given/{project}"
_STEPS = ("opened", "articles", "decided", "filed", "pinned")
_MARK, _GAP, _AIR = 16, 4, 3
"""Side of the mark, the gap to its words, and what the drawing of a mark leaves free at its left."""


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
        self._title, self._hide = Words(self.tr("First steps"), "label", "text3"), KeyButton(hide, None, "link")
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        for name in _STEPS:
            self._row.addWidget(self.steps[name])
            if name != _STEPS[-1]:
                self._row.addStretch(1)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._hide, 0, 2)
        self._grid.addLayout(self._row, 1, 0, 1, 3)
        self._show(self.done())
        self.setVisible(self.is_wanted())

    def set_room(self, *, narrow: bool, low: bool) -> None:
        """The steps below their title, in a narrow window one below the other; in a low one all in one line."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._grid.removeItem(self._row)
        if low and not narrow:
            self._grid.addLayout(self._row, 0, 1)
        else:
            self._grid.addLayout(self._row, 1, 0, 1, 3)

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
        self.hide()

    def look(self, desk: "Desk") -> None:
        """Tick what this project holds."""
        if not self.is_wanted():
            return
        held = desk.first_steps().since(self._given(desk))
        done = self.done() | {"opened"} | {name for name in _STEPS[1:] if getattr(held, name)}
        if done != self.done():
            self._settings.setValue(_DONE, sorted(done))
        self._show(done)

    def give(self, desk: "Desk", ticked: set[str]) -> None:
        """What this project holds now was not the person's doing; `ticked` is what was before it was opened."""
        import json

        held = desk.first_steps()
        counts = {name: getattr(held, name) for name in _STEPS[1:]}
        self._settings.setValue(_GIVEN.format(project=desk.project_id), json.dumps(counts))
        self._settings.setValue(_DONE, sorted(ticked))
        self.look(desk)

    def _given(self, desk: "Desk") -> "FirstSteps":
        import json

        from app.domain.first_steps import FirstSteps

        kept = self._settings.value(_GIVEN.format(project=desk.project_id), "")
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
        pattern = self.tr("{step}, done") if on else self.tr("{step}, still to do")
        self.setAccessibleName(pattern.format(step=self._words))
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 500)).horizontalAdvance(self._words)
        return QSize(round(wide + 1) + steps.scaled(_MARK - _AIR) + _GAP, steps.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        side = steps.scaled(_MARK)
        box = self.rect()
        box.setWidth(side)
        box.moveLeft(-steps.scaled(_AIR))
        box.setTop((self.height() - side) // 2)
        box.setHeight(side)
        icon("check" if self.ticked else "waiting", "agree" if self.ticked else "text3").paint(painter, box)
        painter.setFont(steps.font("body", 500))
        painter.setPen(t.text2 if self.ticked else t.text)
        painter.drawText(
            self.rect().adjusted(box.right() + 1 + _GAP, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self._words
        )

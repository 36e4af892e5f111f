"""The last ten decisions, newest first; each can be opened again."""

import datetime

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain import wording
from app.services.claims.reviewing import Decision
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.look import type as steps
from app.ui.look.icons import icon, ink
from app.ui.own_keys import PRESSES
from app.ui.widgets.line import RIGHT, paint_line
from app.ui.widgets.rows import paint_row_background

Index = QModelIndex | QPersistentModelIndex
ROW, EDGE, MARK = 56, 16, 16
SHOWN = {
    "accepted": ("check", "agree"),
    "rejected": ("x", "conflict"),
    "edited": ("pencil", "accent"),
    "skipped": ("skip", "text2"),
}
REOPENS = (*PRESSES, Qt.Key.Key_E)
DecisionRole = Qt.ItemDataRole.UserRole + 1


class _Model(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.decisions: list[Decision] = []

    def show(self, decisions: list[Decision]) -> None:
        self.beginResetModel()
        self.decisions = decisions
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.decisions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        decision = self.decisions[index.row()]
        if role == DecisionRole:
            return decision
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (
                wording.say(decision.line.record.claim.figure),
                vocabulary.say(decision.what),
                self.place(decision),
            )
            return ", ".join(filter(None, parts))
        if role == Qt.ItemDataRole.ToolTipRole:
            return decision.line.excerpt
        return None

    def place(self, decision: Decision) -> str:
        """What the figure measures, as decided; where nothing is stated, who printed it."""
        shown = Shown(decision.line.record.claim)
        return ", ".join(filter(None, (shown.measures, shown.prices))) or decision.line.outlet or decision.line.title

    def ago(self, at: str) -> str:
        """How long ago, in the shortest words."""
        then = datetime.datetime.fromisoformat(at)
        minutes = int((datetime.datetime.now(datetime.UTC) - then).total_seconds() // 60)
        if minutes < 1:
            return self.tr("now")
        if minutes < 60:
            return self.tr("{0} min").format(minutes)
        return self.tr("{0} h").format(minutes // 60) if minutes < 1440 else self.tr("{0} d").format(minutes // 1440)


class _Painter(QStyledItemDelegate):
    def __init__(self, model: _Model) -> None:
        super().__init__(model)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, steps.scaled(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        decision: Decision = index.data(DecisionRole)
        paint_row_background(painter, option)
        painter.save()
        row = QRectF(option.rect).adjusted(8, 0, -8, 0)
        painter.fillRect(QRectF(row.left(), row.bottom() - 1, row.width(), 1), ink("rule"))
        name, role = SHOWN.get(decision.what, ("history", "text2"))
        side = steps.scaled(MARK)
        icon(name, role).paint(painter, QRectF(row.left(), row.center().y() - side / 2, side, side).toRect())
        first, second = steps.line_height("body"), steps.line_height("small")
        top = row.center().y() - (first + second) / 2
        words = row.adjusted(side + steps.scaled(12), 0, 0, 0)
        upper = QRectF(words.left(), top, words.width(), first)
        lower = QRectF(words.left(), top + first, words.width(), second)
        figure = wording.say(decision.line.record.claim.figure)
        self._paint_line(painter, upper, figure, vocabulary.say(decision.what), ("body", 600, "text"), role)
        place, ago = self._model.place(decision), self._model.ago(decision.at)
        self._paint_line(painter, lower, place, ago, ("small", 400, "text2"), "text3")
        painter.restore()

    def _paint_line(
        self, painter: QPainter, room: QRectF, left: str, right: str, look: tuple[steps.Step, int, str], role: str
    ) -> None:
        """Words at the left, cut where there is no room, and short ones at the right that never are."""
        step, weight, colour = look
        wide = paint_line(painter, room, right, steps.font("small", 500), ink(role), RIGHT)
        paint_line(painter, room.adjusted(0, 0, -wide - 12, 0), left, steps.font(step, weight), ink(colour))


class Decisions(QListView):
    """E, Enter or a click opens a decision again, on the card; without any, a sentence says what will stand here."""

    reopened = Signal(str)
    """The id of the claim."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _Model(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(self._model))
        self.setAccessibleName(self.tr("Last ten decisions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._open)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._model.decisions:
            return
        painter = QPainter(self.viewport())
        painter.setFont(steps.font("small", 400))
        painter.setPen(ink("text2"))
        room = self.viewport().rect().adjusted(8, steps.scaled(8), -8, 0)
        painter.drawText(room, Qt.TextFlag.TextWordWrap, self._none_yet())
        painter.end()

    def _none_yet(self) -> str:
        return self.tr("What you decide here stands in this list, the last ten first, to be opened and decided again.")

    def event(self, event: QEvent) -> bool:
        # Enter and E belong to the list while it has the keyboard, not to the screen's own acts.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in REOPENS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in REOPENS and self.currentIndex().isValid():
            self._open(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def show_decisions(self, decisions: list[Decision]) -> None:
        """Show these."""
        self.setAccessibleDescription("" if decisions else self._none_yet())
        if decisions != self._model.decisions:
            self._model.show(decisions)
        else:
            self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.reopened.emit(self._model.decisions[index.row()].line.record.claim_id)

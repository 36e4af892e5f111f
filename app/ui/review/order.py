"""What comes first in the queue: a button that says it, and the menu that it opens."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from app.domain.queue import QueueOrder
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap
from app.ui.widgets.line import LEFT

PAD, GAP, CHEVRON = 12, 8, 16


class OrderButton(QPushButton):
    """Says the order; its act, or a press, opens the menu of all orders."""

    follows_focus_ring = True
    chosen = Signal(QueueOrder)
    """Another order was chosen."""

    def __init__(self, act: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._words = {
            QueueOrder.VERDICT: self.tr("what changes a verdict"),
            QueueOrder.TEXT: self.tr("article by article"),
            QueueOrder.NEWEST: self.tr("newest first"),
            QueueOrder.UNSURE: self.tr("least sure first"),
        }
        self.order = QueueOrder.VERDICT
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.orders = QMenu(self)
        self.orders.setAccessibleName(self.tr("What comes first"))
        group = QActionGroup(self)
        for order, words in self._words.items():
            one = self.orders.addAction(words[:1].upper() + words[1:])
            one.setCheckable(True)
            one.setData(order)
            group.addAction(one)
        group.triggered.connect(lambda one: self._choose(one.data()))
        self.clicked.connect(act.trigger)
        act.changed.connect(self.updateGeometry)
        self.show_order(self.order)

    def open(self) -> None:
        """Open the menu, at the order that holds."""
        self.orders.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.orders.setActiveAction(next(one for one in self.orders.actions() if one.isChecked()))

    def show_order(self, order: QueueOrder) -> None:
        """Say this order."""
        self.order = order
        for one in self.orders.actions():
            one.setChecked(one.data() == order)
        self.setAccessibleName(f"{self.tr('First:')} {self._words[order]}")
        self.updateGeometry()
        self.update()

    def _choose(self, order: str) -> None:
        self.show_order(QueueOrder(order))
        self.chosen.emit(self.order)

    def _key(self) -> str:
        return key_cap.words(self._act.shortcut())

    def _faces(self) -> tuple[tuple[str, int], tuple[str, int]]:
        return (self.tr("First:"), 400), (self._words[self.order], 600)

    def sizeHint(self) -> QSize:
        words = sum(QFontMetricsF(steps.font("small", weight)).horizontalAdvance(one) for one, weight in self._faces())
        wide = words + 2 * steps.scaled(PAD) + 2 * steps.scaled(GAP) + steps.scaled(CHEVRON + 5)
        return QSize(round(wide) + key_cap.width(self._key()), steps.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.rule2, 1))
        painter.setBrush(t.hover if self.underMouse() else t.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left, middle = float(steps.scaled(PAD)), self.height() / 2
        for (words, weight), ink in zip(self._faces(), (t.text2, t.text), strict=True):
            face = steps.font("small", weight)
            wide = QFontMetricsF(face).horizontalAdvance(words)
            painter.setFont(face)
            painter.setPen(ink)
            painter.drawText(QRectF(left, 0, wide + 1, self.height()), LEFT, words)
            left += wide + (steps.scaled(5) if weight == 400 else steps.scaled(GAP))
        tall = steps.scaled(key_cap.HEIGHT)
        wide = key_cap.width(self._key())
        key_cap.paint(painter, QRectF(left, middle - tall / 2, wide, tall), self._key())
        side = steps.scaled(CHEVRON)
        place = QRectF(left + wide + steps.scaled(GAP), middle - side / 2, side, side)
        icon("chevron-down", "text2").paint(painter, place.toRect())

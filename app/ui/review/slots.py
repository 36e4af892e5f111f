"""What is known of a claim, slot by slot; what is not stated is a dashed outline."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.basis import Stated
from app.domain.figure import Kind
from app.services.claims.reviewing import Card
from app.services.claims.shown import Shown
from app.ui import vocabulary
from app.ui.claim_fields import HEIGHT, period_words, slots_of
from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap
from app.ui.widgets.line import paint_line
from app.ui.widgets.words import Words

PAD = 10
PENCIL = 14
_COLUMNS = 3


class Slot(QWidget):
    """One value on a quiet ground; dashed where the words do not say; tinted where the analyst said it."""

    def __init__(self, name: str, empty: str, parent: QWidget | None = None) -> None:
        """`empty` is what it says where there is no value."""
        super().__init__(parent)
        self._name, self._empty = name, empty
        self._value = ""
        self._by_analyst = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_value(self, value: str, *, by_analyst: bool = False) -> None:
        """Show a value, empty for one that is not stated."""
        self._value, self._by_analyst = value, by_analyst
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.setToolTip(value)
        self.update()

    def value(self) -> str:
        """What was said of it, empty where nothing was."""
        return self._value

    def text(self) -> str:
        """What stands in it."""
        return self._value or self._empty

    def needed(self) -> float:
        """The width in pixels in which its value is not cut."""
        return QFontMetricsF(steps.font("body", 500)).horizontalAdvance(self.text()) + 2 * steps.scaled(PAD) + 2

    def sizeHint(self) -> QSize:
        return QSize(120, steps.scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._value:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(t.accent_soft if self._by_analyst else t.sunken)
        else:
            pen = QPen(t.ctl, 1)
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 6, 6)
        words = box.adjusted(steps.scaled(PAD), 0, -steps.scaled(PAD), 0)
        if self._by_analyst:
            side = steps.scaled(PENCIL)
            place = QRectF(words.left(), box.center().y() - side / 2, side, side)
            icon("pencil", "accent").paint(painter, place.toRect())
            words.setLeft(words.left() + side + 6)
        ink = t.accent if self._by_analyst else t.text if self._value else t.text2
        paint_line(painter, words, self.text(), steps.font("body", 500), ink)


class _Keys(Words):
    """The keys of acts beside the name of a slot, as they are now."""

    def __init__(self, *acts: QAction) -> None:
        super().__init__("", "label", "text3", weight=500)
        self._acts = acts
        for act in acts:
            act.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.setText("–".join(filter(None, (key_cap.words(act.shortcut()) for act in self._acts))))


class Slots(QWidget):
    """Six slots: those that a figure of the kind can have, and what is known of any other.

    They stand in rows of three; a topic whose name is too long for a third of one has a row of its own
    where there is room for that.
    """

    def __init__(
        self, acts: Mapping[str, QAction], answers: Mapping[int, QAction], parent: QWidget | None = None
    ) -> None:
        """`acts` fill the slots that they are named after; `answers` say what the figure measures."""
        super().__init__(parent)
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        self.slots: dict[str, Slot] = {}
        self._cells: dict[str, QWidget] = {}
        self._kind: Kind | None = None
        self._roomy = self._alone = False
        names = {
            "kind": self.tr("Basis"),
            "period": self.tr("Period"),
            "price": self.tr("Prices"),
            "speaker": self.tr("Said by"),
            "stance": self.tr("Stance"),
            "topic": self.tr("Topic"),
        }
        ends = (answers[min(answers)], answers[max(answers)])
        keyed = {"kind": ends, **{key: (act,) for key, act in acts.items()}}
        for key, name in names.items():
            self.slots[key] = Slot(name, self.tr("none yet") if key == "topic" else self.tr("not stated"))
            self._cells[key] = QWidget(self)
            cell = QVBoxLayout(self._cells[key])
            cell.setContentsMargins(0, 0, 0, 0)
            cell.setSpacing(4)
            head = QHBoxLayout()
            head.setSpacing(6)
            head.addWidget(Words(name, "label", "text2"))
            head.addWidget(_Keys(*keyed.get(key, ())))
            head.addStretch(1)
            cell.addLayout(head)
            cell.addWidget(self.slots[key])
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)

    def show_card(self, card: Card) -> None:
        """Fill the slots from a claim."""
        claim, basis = card.line.record.claim, card.line.record.claim.basis
        shown = Shown(claim)
        self._fill("kind", shown.measures, basis.kind)
        when = ", ".join(filter(None, (period_words(basis), shown.years)))
        self._fill("period", when, basis.horizon or basis.period or basis.target_date or basis.scope)
        self._fill("price", shown.prices, basis.price)
        edited = card.line.record.edited_fields
        voice = self.tr("a reader’s comment") if card.line.comment is not None else ""
        self.slots["speaker"].set_value(claim.speaker.name if claim.speaker else voice, by_analyst="speaker" in edited)
        self.slots["stance"].set_value(
            vocabulary.say(claim.stance.value) if claim.stance else "", by_analyst="stance" in edited
        )
        self.slots["topic"].set_value(", ".join(card.line.topics))
        self._kind = claim.figure.kind
        self._lay_out()

    def own_row(self) -> int:
        """The height in pixels that a row for the topic alone takes."""
        return self._cells["topic"].sizeHint().height() + self._grid.verticalSpacing()

    def taken(self) -> int:
        """How much of that it takes now."""
        return self.own_row() if self._alone else 0

    def set_roomy(self, roomy: bool) -> None:
        """Whether there is room for that row."""
        if roomy != self._roomy:
            self._roomy = roomy
            self._lay_out()

    def set_low(self, low: bool) -> None:
        """Stand closer in a low window."""
        self._grid.setVerticalSpacing(6 if low else 12)
        self.updateGeometry()  # a grid keeps its own spacing to itself

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def _lay_out(self) -> None:
        """Leave no gap for a slot that is not shown."""
        if self._kind is None:
            return
        third = (self.width() - (_COLUMNS - 1) * self._grid.horizontalSpacing()) / _COLUMNS
        alone = self._roomy and self.slots["topic"].needed() > third
        self._alone, asked_of, at = False, slots_of(self._kind), 0
        for key, cell in self._cells.items():
            self._grid.removeWidget(cell)
            asked = key in asked_of or self.slots[key].value()
            cell.setVisible(bool(asked))
            if asked and key == "topic" and alone:
                self._grid.addWidget(cell, -(-at // _COLUMNS), 0, 1, _COLUMNS)
                self._alone = at % _COLUMNS > 0
            elif asked:
                self._grid.addWidget(cell, at // _COLUMNS, at % _COLUMNS)
                at += 1

    def _fill(self, key: str, value: str, stated: Stated | None) -> None:
        self.slots[key].set_value(value, by_analyst=bool(value and stated and stated.by_analyst))

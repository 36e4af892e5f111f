"""What does it measure? Nine answers with their keys; the one that the claim gives already is tinted."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from app.domain.basis import BasisKind
from app.domain.claim import Claim
from app.ui.look import tones, type as steps
from app.ui.widgets import key_cap

_BY_KIND = {
    BasisKind.ONE_OFF.value: 2,
    BasisKind.SHARE.value: 6,
    BasisKind.LEVEL.value: 7,
    BasisKind.CHANGE.value: 8,
    BasisKind.OTHER.value: 8,
    BasisKind.UNKNOWN.value: 9,
}
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def given(claim: Claim) -> int | None:
    """The key of the answer that a claim gives already, None where it leaves the question open."""
    basis = claim.basis
    kind, price = basis.value("kind"), (basis.value("price") or "").partition(":")[0]
    if price == "npv":
        return 5
    if kind == BasisKind.RATE:
        return 1 if (basis.value("per") or claim.figure.per) == "year" else None
    if kind == BasisKind.TOTAL:
        return {"nominal": 3, "cash": 3, "real": 4}.get(price)
    return _BY_KIND.get(kind or "")


class Answer(QPushButton):
    """One answer with the key that gives it."""

    follows_focus_ring = True

    def __init__(self, act: QAction, key: str) -> None:
        super().__init__(act.text())
        self._key, self._said = key, False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{act.text()}, {key}")
        self.clicked.connect(act.trigger)

    def say(self, said: bool) -> None:
        """Whether the claim says this now."""
        self._said = said
        self.setAccessibleDescription(self.tr("what the claim says now") if said else "")
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("body", 600)).horizontalAdvance(self.text())
        return QSize(round(wide) + key_cap.width(self._key) + steps.scaled(30), steps.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.accent if self._said else t.rule2, 1))
        painter.setBrush(t.accent_soft if self._said else t.hover if self.underMouse() else t.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        tall = steps.scaled(key_cap.HEIGHT)
        cap = QRectF(8, (self.height() - tall) / 2, key_cap.width(self._key), tall)
        key_cap.paint(painter, cap, self._key)
        painter.setFont(steps.font("body", 600 if self._said else 500))
        painter.setPen(t.accent if self._said else t.text)
        painter.drawText(
            QRectF(cap.right() + 10, 0, self.width() - cap.right() - 12, self.height()), _LINE, self.text()
        )


class Answers(QWidget):
    """The nine, in three rows."""

    def __init__(self, acts: Mapping[int, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = self._grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.buttons: dict[int, Answer] = {}
        for at, (key, act) in enumerate(acts.items()):
            self.buttons[key] = Answer(act, str(key))
            grid.addWidget(self.buttons[key], at // 3, at % 3)
            grid.setColumnStretch(at % 3, 1)

    def set_low(self, low: bool) -> None:
        """Stand closer in a low window."""
        self._grid.setVerticalSpacing(4 if low else 8)

    def show_claim(self, claim: Claim) -> None:
        """Tint the answer that the claim gives."""
        said = given(claim)
        for key, button in self.buttons.items():
            button.say(key == said)

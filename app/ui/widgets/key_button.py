"""Buttons that carry the key that fires them as a cap."""

from typing import Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon as icon_named
from app.ui.widgets import key_cap

Kind = Literal["primary", "plain", "quiet", "link", "danger"]
_ICON = 16
_GAP = 8
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class KeyButton(QPushButton):
    """A button with its icon, its words and the key of its act; the key follows the act's shortcut when remapped.

    `primary` is the one filled button of a screen; `plain` has a border; `quiet` only words; `link` words in the
    accent; `danger` words in the hue of a conflict. `height` is 32, or 40 where the button stands alone.
    """

    follows_focus_ring = True

    def __init__(
        self,
        act: QAction | str,
        icon: str | None = None,
        kind: Kind = "plain",
        *,
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._kind, self._height = icon, kind, height
        self._act = act if isinstance(act, QAction) else None
        self._printed = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        if self._act is None:
            self.setText(str(act))
        else:
            self._act.changed.connect(self._follow)
            self.clicked.connect(self._act.trigger)
            self._follow()

    def setText(self, text: str) -> None:
        """Say something else; that is its accessible name too, until another is set after it."""
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Look like another kind of button."""
        self._kind = kind
        self.updateGeometry()
        self.update()

    def set_height(self, height: int) -> None:
        """Be this high, in pixels at 100 %."""
        self._height = height
        self.updateGeometry()

    def set_icon(self, name: str) -> None:
        """Show another icon."""
        self._icon = name
        self.update()

    def print_key(self, text: str) -> None:
        """Show this key on a button whose key is not the shortcut of an act ("Enter" on the default button)."""
        self._printed = text
        self.updateGeometry()
        self.update()

    def print_key_of(self, act: QAction) -> None:
        """Show the key of an act that does the same, whichever it has."""
        act.changed.connect(lambda: self.print_key(key_cap.words(act.shortcut())))
        self.print_key(key_cap.words(act.shortcut()))

    def key(self) -> str:
        """The key as printed, empty where there is none."""
        return self._printed or (key_cap.words(self._act.shortcut()) if self._act else "")

    def _follow(self) -> None:
        if self._act is None:
            return
        self.setText(self._act.text().replace("&", ""))
        self.setToolTip(self._act.toolTip() if self._act.toolTip() != self.text() else "")
        self.setEnabled(self._act.isEnabled())
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return steps.font("body", 600 if self._kind == "primary" else 500)

    def _pad(self) -> int:
        return steps.scaled({"primary": 12, "plain": 12, "danger": 12}.get(self._kind, 0))

    def sizeHint(self) -> QSize:
        wide = 2 * self._pad() + QFontMetricsF(self._face()).horizontalAdvance(self.text())
        if self._icon:
            wide += steps.scaled(_ICON) + (steps.scaled(_GAP) if self.text() else 0)
        if key := self.key():
            wide += steps.scaled(_GAP) + key_cap.width(key) - (steps.scaled(4) if self._pad() else 0)
        return QSize(round(wide + 0.5), steps.scaled(self._height))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _ink(self, t: tones.Tones) -> tuple[QColor, str]:
        if not self.isEnabled():
            return t.text3, "text3"
        return {
            "primary": (t.on_accent, "on_accent"),
            "link": (t.accent, "accent"),
            "danger": (t.verdict("conflict").ink, "text2"),
        }.get(self._kind, (t.text, "text"))

    def _paint_ground(self, painter: QPainter, t: tones.Tones) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._kind == "primary" and self.isEnabled():
            pressed = self.isDown() or self.underMouse()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tones.mixed(t.text, t.accent, 0.12) if pressed else t.accent)
            painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        elif self._kind in ("plain", "danger", "primary"):
            ground = t.sunken if self.isDown() or self.isChecked() else t.hover if self.underMouse() else t.raised
            painter.setPen(QPen(t.rule2 if self.isEnabled() else t.rule, 1))
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 6, 6)

    def event(self, event: QEvent) -> bool:
        # Enter presses the button that has the keyboard, whatever else the screen binds it to.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _ENTERS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, t)
        ink, role = self._ink(t)
        left = float(self._pad())
        middle = self.height() / 2
        if self._icon:
            side = steps.scaled(_ICON)
            icon_named(self._icon, role).paint(painter, QRectF(left, middle - side / 2, side, side).toRect())
            left += side + steps.scaled(_GAP)
        face = self._face()
        painter.setFont(face)
        painter.setPen(ink)
        if self._kind == "link" and self.underMouse():
            face.setUnderline(True)
            painter.setFont(face)
        wide = QFontMetricsF(self._face()).horizontalAdvance(self.text())
        painter.drawText(QRectF(left, 0, wide + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if key := self.key():
            tall = steps.scaled(key_cap.HEIGHT)
            cap = QRectF(left + wide + steps.scaled(_GAP), middle - tall / 2, key_cap.width(key), tall)
            key_cap.paint(painter, cap, key, t.on_accent if self._kind == "primary" and self.isEnabled() else None)

"""The ring around the button that has the keyboard, drawn outside it."""

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.look import tones

_OUT = 4


class FocusRing(QObject):
    """Follows the focus through a program; widgets ask for it by a class attribute `follows_focus_ring`.

    The ring is a sibling laid over the button, so it scrolls with it and takes no room of its own. A sibling goes when
    its dialog goes, so a new one is made where the last is gone.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._around: QWidget | None = None
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._moved)

    def ring(self) -> QWidget | None:
        """The ring where it shows."""
        ring = self._ring
        return ring if ring is not None and shiboken6.isValid(ring) and ring.isVisible() else None

    def _moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._around is not None and shiboken6.isValid(self._around):
            self._around.removeEventFilter(self)
        self._around = None
        if now is not None and now.parentWidget() is not None and getattr(now, "follows_focus_ring", False):
            self._around = now
            now.installEventFilter(self)
        self._place()

    def _place(self) -> None:
        around, ring = self._around, self._ring
        if ring is not None and not shiboken6.isValid(ring):
            ring = None
        if around is None or not around.isVisible():
            if ring is not None:
                ring.hide()
            return
        if ring is None:
            # Kept before it shows: what showing it sets going may come back here.
            ring = self._ring = _Ring()
        ring.setParent(around.parentWidget())
        ring.setGeometry(around.geometry().adjusted(-_OUT, -_OUT, _OUT, _OUT))
        ring.raise_()
        ring.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() in _FOLLOWED:
            self._place()
        return False


_FOLLOWED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show)


class _Ring(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(tones.current().accent, 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

"""The whole library while it is empty: a place to drop articles on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.look import tones
from app.ui.widgets import key_cap
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.key_button import KeyButton

_EDGE = 24


class DropArea(QWidget):
    """Dashed all round; the border turns to the accent while something is held over it."""

    def __init__(self, choose: QAction, paste: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.button = KeyButton(choose, "file-plus", "primary", height=40)
        self._paste = paste
        paste.changed.connect(self._show_keys)
        self.state = EmptyState(
            self.tr("No articles yet"),
            self.button,
            note=self.tr(
                "PDF, Word, OpenDocument, e-mails, saved web pages, text.\n"
                "Files are copied into the project and never changed. Nothing leaves this computer."
            ),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.state)
        self._show_keys()

    def _show_keys(self) -> None:
        key = key_cap.words(self._paste.shortcut())
        how = self.tr("Drop articles here, or paste with {0}").format(key) if key else self.tr("Drop articles here")
        self.state.set_words(self.tr("No articles yet"), how)

    def set_over(self, over: bool) -> None:
        """Whether something is held over the library."""
        self._over = over
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(t.accent if self._over else t.rule2, 1.5)
        pen.setDashPattern([6, 4])
        painter.setPen(pen)
        painter.setBrush(t.accent_soft if self._over else t.surface)
        box = QRectF(self.rect()).adjusted(_EDGE + 0.75, _EDGE + 0.75, -_EDGE - 0.75, -_EDGE - 0.75)
        painter.drawRoundedRect(box, 12, 12)
        painter.setPen(Qt.PenStyle.NoPen)

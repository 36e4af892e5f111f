"""The bar along the top: the project, the search, what waits, that everything is saved, that nothing leaves."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QMenu, QSizePolicy, QWidget

from app.ui.look import tones, type as steps
from app.ui.look.icons import icon
from app.ui.widgets import key_cap
from app.ui.widgets.chips import Chip
from app.ui.widgets.key_button import KeyButton
from app.ui.widgets.line import paint_line
from app.ui.widgets.panel import Ground
from app.ui.widgets.search_field import SearchField
from app.ui.widgets.sign import Sign
from app.ui.widgets.words import Words

HEIGHT = 56
LEAST, MOST = 144, 240
"""Pixels that the project's name keeps in a small window, and a long name; the search shrinks first."""

_LEFT, _RIGHT = 24, 16
"""Pixels beside the project's name."""
_GAPS = 132
"""Pixels between the parts of the bar and at its ends."""
SAID = 6000
"""Milliseconds that a few words stay in the place of "All changes saved"."""


class ProjectButton(QAbstractButton):
    """The project's name; pressed, it opens the menu with every act that concerns projects and the window."""

    follows_focus_ring = True

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self._menu = menu
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)
        self.show_name("")

    def show_name(self, name: str) -> None:
        """The open project's name, empty for none."""
        self._named = bool(name)
        self.setText(name or self.tr("No project open"))
        self.setAccessibleName(self.tr("Project: {name}").format(name=self.text()))
        self.setToolTip(self.text())
        self.updateGeometry()
        self.update()

    def _open(self) -> None:
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(steps.font("heading")).horizontalAdvance(self.text())
        return QSize(round(wide) + steps.scaled(26), steps.scaled(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 80), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        face = steps.font("heading", 600 if self._named else 500)
        ink = t.accent if self.underMouse() else t.text if self._named else t.text2
        room = QRectF(0, 0, self.width() - steps.scaled(24), self.height())
        left = paint_line(painter, room, self.text(), face, ink) + 6
        side = steps.scaled(16)
        icon("chevron-down", "text2").paint(painter, QRectF(left, (self.height() - side) / 2, side, side).toRect())


class TopBar(Ground):
    """Hand it the project's menu and the act that reaches the search.

    The window listens to `search.searched` and `waiting.clicked`.
    """

    def __init__(self, menu: QMenu, search: QAction) -> None:
        super().__init__("window", "bottom")
        self.setFixedHeight(steps.scaled(HEIGHT))
        self.project = ProjectButton(menu)
        self.search = SearchField("")
        search.changed.connect(lambda: self._print_key(search))
        self._print_key(search)
        self.waiting = KeyButton(self.tr("Waiting claims"), None, "link")
        self._tick = Sign("check", "agree")
        self._saved = Words(self.tr("All changes saved"), "small", "text2", weight=500)
        self._message_timer = QTimer(self)
        self._message_timer.setSingleShot(True)
        self._message_timer.setInterval(SAID)
        self._message_timer.timeout.connect(self._rest)
        self._open = False
        self.offline = Chip(self.tr("Offline"), icon="offline")
        self.offline.setToolTip(self.tr("Nothing leaves this computer: the program makes no network connection."))
        left, right = QWidget(), QWidget()
        self._left = left
        left.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(left)
        row.setContentsMargins(_LEFT, 0, _RIGHT, 0)
        row.addWidget(self.project)
        row.addStretch(1)
        row = QHBoxLayout(right)
        row.setContentsMargins(16, 0, 24, 0)
        row.setSpacing(0)
        row.addStretch(1)
        row.addWidget(self.waiting)
        row.addSpacing(22)
        row.addWidget(self._tick)
        row.addSpacing(5)
        row.addWidget(self._saved)
        row.addSpacing(20)
        row.addWidget(self.offline)
        bar = QHBoxLayout(self)
        bar.setContentsMargins(0, 0, 0, 1)
        bar.setSpacing(0)
        bar.addWidget(left, 38)
        bar.addWidget(self.search, 0)
        bar.addWidget(right, 62)
        self.show_state(None, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where there is no room the tick alone says that all is saved, and then "Offline" is left out."""
        room = self.width() - self._left.minimumWidth() - self.search.minimumSizeHint().width() - _GAPS
        for part in (self.waiting, self._tick):
            room -= part.sizeHint().width() if part.isVisibleTo(self) else 0
        resting = self._tick.isVisibleTo(self) and not self._message_timer.isActive()
        saved, offline = self._saved.sizeHint().width(), self.offline.sizeHint().width()
        self._saved.setVisible(self._open and (not resting or room >= saved + offline))
        self.offline.setVisible(room >= offline + (saved if self._saved.isVisibleTo(self) else 0))
        self._tick.setToolTip(self._saved.text())

    def _print_key(self, search: QAction) -> None:
        self.search.print_key(key_cap.words(search.shortcut()))

    def show_state(self, name: str | None, waiting: int, read_only: str = "") -> None:
        """The project's name, None for no project, how many claims wait, and why nothing can be written to it."""
        self.project.show_name(name or "")
        whole = self.project.sizeHint().width() + _LEFT + _RIGHT
        self._left.setMinimumWidth(min(max(whole, steps.scaled(LEAST)), steps.scaled(MOST)))
        self.search.setEnabled(name is not None)
        self.waiting.setText(self.tr("%n waiting", "", waiting))
        self.waiting.setAccessibleName(self.tr("%n claims waiting: review them", "", waiting))
        self.waiting.setVisible(name is not None and waiting > 0)
        self._tick.setVisible(name is not None and not read_only)
        self._at_rest = self.tr("Read only") if read_only else self.tr("All changes saved")
        self._saved.setToolTip(read_only)
        if not self._message_timer.isActive():
            self._saved.setText(self._at_rest)
        self._open = name is not None
        self._fit()

    def show_message(self, words: str) -> None:
        """Say for a while what was done ("Written to claims.csv"), in place of "All changes saved"."""
        self._saved.setText(words)
        self._message_timer.start()
        self._fit()

    def _rest(self) -> None:
        self._saved.setText(self._at_rest)
        self._fit()

    def show_search(self, hint: str) -> None:
        """What the search of this screen looks for; empty disables it."""
        self.search.setPlaceholderText(hint or self.tr("Open a project to search"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setEnabled(bool(hint))

"""The command palette: type a few letters of what to do or where to go, press Enter."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from app.ui.look import density, tones, type as steps
from app.ui.palette.entries import Entry
from app.ui.palette.rows import ROW, Found, Painter
from app.ui.widgets.words import Words

WIDE, ROWS, TOP = 640, 12, 64
"""Pixels at 100 % across, rows that are seen at once, and pixels below the window's top."""
_TO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """After `exec`, `chosen` is the entry that the person wants, None for nothing; the caller runs it."""

    def __init__(self, found: Found, parent: QWidget, asked: str = "") -> None:
        """`asked` says what is to be found, where that is not anything there is."""
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(asked or self.tr("Find anything to do"))
        self.chosen: Entry | None = None
        self._found = found
        self.field = QLineEdit()
        self.field.setPlaceholderText(asked or self.tr("An act, a place, a topic, an article"))
        self.field.setAccessibleName(self.windowTitle())
        self.field.textChanged.connect(self._narrow)
        self.field.installEventFilter(self)
        self.list = self._make_list()
        self._nothing = Words(self.tr("Nothing has that name"), "body", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(steps.scaled(one) for one in (12, 12, 12, 12)))
        column.setSpacing(steps.scaled(8))
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addWidget(self.list)
        wide = min(steps.scaled(WIDE), parent.width() - steps.scaled(32))
        tall = min(
            ROWS * density.row(ROW) + self.field.sizeHint().height() + steps.scaled(32),
            parent.height() - 2 * steps.scaled(TOP),
        )
        self.setFixedSize(wide, tall)
        self.move(parent.mapToGlobal(QPoint((parent.width() - wide) // 2, steps.scaled(TOP))))
        self._narrow("")

    def _make_list(self) -> QListView:
        made = QListView()
        made.setModel(self._found)
        made.setItemDelegate(Painter(self._found))
        made.itemDelegate().setParent(made)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setAccessibleName(self.tr("What was found"))
        # The keyboard stays with the words that are typed.
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setMouseTracking(True)
        made.setUniformItemSizes(True)
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.clicked.connect(self._take)
        # The ground is that of the dialog.
        quiet = made.palette()
        quiet.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        made.setPalette(quiet)
        return made

    def _narrow(self, typed: str) -> None:
        self._found.narrow(typed)
        self.list.setCurrentIndex(self._found.index(0))
        self.list.scrollToTop()
        self.list.setVisible(bool(self._found.shown))
        self._nothing.setVisible(not self._found.shown)

    def _take(self, index: QModelIndex) -> None:
        if index.isValid() and (entry := self._found.shown[index.row()]).enabled:
            self.chosen = entry
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _TO_LIST:
                self.list.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tones.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), t.raised)
        painter.setPen(QPen(t.rule2, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

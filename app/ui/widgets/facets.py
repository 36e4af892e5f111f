"""Facets: what a list can be narrowed to, in groups, each value with its count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QHelpEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.ui.look import density, tones, type as steps
from app.ui.widgets import rows
from app.ui.widgets.line import broken

SHOWN = 5
"""Values of a short group that are seen at first."""
_ROW, _HEAD, _GAP = 28, 24, 16
_EDGE = 8
_LINES = 4
"""The most that a value takes; a name longer than that is cut."""
_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value: what is handed back, what is shown, how many lines it would leave."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Values that can be chosen. `short` shows the first few and "5 more".

    Those of a group that `acts` are not chosen but pressed, and whoever hears it says what is chosen; `foot` is a link
    below them that is pressed as the value "".
    """

    key: str
    title: str
    values: tuple[Value, ...]
    short: bool = False
    acts: bool = False
    foot: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as shown: a heading, a value, the link to the rest, or that at the foot."""

    group: Group
    what: str
    value: Value | None = None


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[_Line] = []
        self.chosen: Mapping[str, frozenset[str]] = {}

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        line = self.lines[index.row()]
        plain = Qt.ItemFlag.ItemNeverHasChildren
        return plain if line.what == "head" else plain | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.group.title if line.what == "head" else self.words(line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if line.value is None:
                return line.group.title if line.what == "head" else self.words(line)
            state = self.tr("chosen") if self.is_chosen(line) else ""
            return ", ".join(filter(None, (line.group.title, line.value.words, str(line.value.count), state)))
        return None

    def words(self, line: _Line) -> str:
        if line.value is not None:
            return line.value.words
        if line.what == "foot":
            return line.group.foot
        return self.tr("%n more").replace("%n", str(len(line.group.values) - SHOWN))

    def is_chosen(self, line: _Line) -> bool:
        return line.value is not None and line.value.value in (self.chosen.get(line.group.key) or _ALL)


class _Painter(QStyledItemDelegate):
    def __init__(self, lines: _Lines) -> None:
        super().__init__()
        self._lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        line = self._lines.lines[index.row()]
        if line.what == "head":
            return QSize(100, steps.scaled(_HEAD + 4 + (_GAP if index.row() else 0)))
        view = option.widget
        wide = view.viewport().width() if isinstance(view, FacetList) else option.rect.width()
        more = len(self._laid_out(line, wide - 2 * _EDGE)) - 1
        return QSize(100, density.row(_ROW) + more * steps.line_height("body"))

    def _laid_out(self, line: _Line, room: float) -> list[str]:
        """The words in as many lines as they take, the count beside the first; what has no room even so is cut."""
        metrics = QFontMetricsF(steps.font("body", 500))  # as where it is chosen
        first = room
        if line.value is not None:
            first -= QFontMetricsF(_counting()).horizontalAdvance(f"{line.value.count:,}") + _EDGE
        return broken(self._lines.words(line), metrics, [first, *[room] * (_LINES - 1)])

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: _Index
    ) -> bool:
        """Words that are cut are their own tooltip."""
        line = self._lines.lines[index.row()] if index.isValid() else None
        if line is None or line.what == "head":
            return super().helpEvent(event, view, option, index)
        words = self._lines.words(line)
        cut = " ".join(self._laid_out(line, option.rect.width() - 2 * _EDGE)) != words
        QToolTip.showText(event.globalPos(), words if cut else "", view)
        return True

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = tones.current()
        line = self._lines.lines[index.row()]
        box = QRectF(option.rect)
        text = box.adjusted(_EDGE, 0, -_EDGE, 0)
        painter.save()
        if line.what == "head":
            painter.setFont(steps.font("label"))
            painter.setPen(t.text3)
            text.setTop(text.bottom() - steps.scaled(_HEAD + 4))
            title = painter.fontMetrics().elidedText(line.group.title, Qt.TextElideMode.ElideRight, round(text.width()))
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, title)
            painter.restore()
            return
        here = self._lines.is_chosen(line)
        option.state &= ~QStyle.StateFlag.State_Selected
        if here:
            option.state |= QStyle.StateFlag.State_Selected
        rows.paint_row_background(painter, option)
        shown = self._laid_out(line, text.width())
        tall = steps.line_height("body")
        text.setTop(text.center().y() - tall * len(shown) / 2)
        text.setHeight(tall)
        if line.value is not None:
            painter.setPen(t.accent if here else t.text3)
            painter.setFont(_counting())
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(text, right, f"{line.value.count:,}")
        painter.setFont(steps.font("body", 500 if here or line.value is None else 400))
        painter.setPen(t.accent if here or line.value is None else t.text)
        for one in shown:
            painter.drawText(text, Qt.AlignmentFlag.AlignVCenter, one)
            text.translate(0, tall)
        painter.restore()


def _counting() -> QFont:
    return steps.font("small", 500)


class FacetList(QListView):
    """Groups of values; Enter, Space or a click chooses one, or lets go of it where it is chosen already.

    With Ctrl held, further values of a group are chosen beside the first.
    """

    narrowed = Signal()
    pressed = Signal(str, str)
    """A value of a group that acts, and its key; or "", the group's foot."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines()
        self._groups: tuple[Group, ...] = ()
        self._whole: set[str] = set()
        self.setModel(self._lines)
        self.setItemDelegate(_Painter(self._lines))
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._press)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Long words take another line where it is narrow. Qt's own way misses the scroll bar that a layout brings in.
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def chosen(self) -> dict[str, str]:
        """The chosen value of each group, the first of several; a group that is not narrowed is left out."""
        return {key: min(values) for key, values in self.all_chosen().items()}

    def all_chosen(self) -> dict[str, frozenset[str]]:
        """The chosen values of each group; a group that is not narrowed is left out."""
        return {key: kept for key, values in self._lines.chosen.items() if (kept := values - {""})}

    def choose(self, chosen: Mapping[str, str | Collection[str]]) -> None:
        """Set the choices without saying so."""
        self._lines.chosen = {
            key: frozenset({value} if isinstance(value, str) else value) for key, value in chosen.items()
        }
        self.viewport().update()

    def current(self) -> tuple[str, str] | None:
        """The group and the value of the line that the keyboard is at, None where that is no value."""
        index = self.currentIndex()
        line = self._lines.lines[index.row()] if index.isValid() else None
        return None if line is None or line.value is None else (line.group.key, line.value.value)

    def set_groups(self, groups: tuple[Group, ...]) -> None:
        """Show these, keeping the choices and the place."""
        self._groups = groups
        at = self.currentIndex().row()
        self._lines.beginResetModel()
        self._lines.lines = []
        for group in groups:
            if not group.values and not group.foot:
                continue
            self._lines.lines.append(_Line(group, "head"))
            short = group.short and group.key not in self._whole and len(group.values) > SHOWN + 1
            values = group.values[:SHOWN] if short else group.values
            self._lines.lines += [_Line(group, "value", value) for value in values]
            if short:
                self._lines.lines.append(_Line(group, "more"))
            if group.foot:
                self._lines.lines.append(_Line(group, "foot"))
        self._lines.endResetModel()
        if 0 <= at < self._lines.rowCount():
            self.setCurrentIndex(self._lines.index(at))

    def _press(self, index: QModelIndex) -> None:
        line = self._lines.lines[index.row()]
        if line.what == "more":
            self._whole.add(line.group.key)
            self.set_groups(self._groups)
        elif line.what == "foot":
            self.pressed.emit(line.group.key, "")
        elif line.value is not None and line.group.acts:
            self.pressed.emit(line.group.key, line.value.value)
        elif line.value is not None:
            self._choose(line.group.key, line.value.value)

    def _choose(self, key: str, value: str) -> None:
        before = self._lines.chosen.get(key, _NOTHING)
        several = bool(QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier)
        alone = _NOTHING if value in before else frozenset({value})
        new = before ^ {value} if several else alone
        self._lines.chosen = {**self._lines.chosen, key: new}
        self.viewport().update()
        self.narrowed.emit()

    def event(self, event: QEvent) -> bool:
        # Enter belongs to the list while it has the keyboard, not to the screen's own act.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _PRESSES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSES and self.currentIndex().isValid():
            self._press(self.currentIndex())
        else:
            super().keyPressEvent(event)


_NOTHING: frozenset[str] = frozenset()
_ALL = frozenset({""})
"""Where nothing is chosen, the value that stands for everything is."""
_PRESSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)

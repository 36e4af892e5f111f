"""All acts under the titles of their places, each with its keys as caps."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from app.ui.keys.keymap import Keymap
from app.ui.look import density, tones, type as steps
from app.ui.widgets import key_cap, rows

Index = QModelIndex | QPersistentModelIndex
ACT, KEYS = 0, 1
ROW, PAD, GAP = 32, 8, 6
_IDENT = Qt.ItemDataRole.UserRole
_CAPS = Qt.ItemDataRole.UserRole + 1


class ActsTree(QTreeWidget):
    """`chosen` carries the id of the act that became current, empty for none."""

    chosen = Signal(str)

    def __init__(self, keymap: Keymap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keymap = keymap
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Acts and their keys"))
        self.setItemDelegate(_Painter(self))
        self._items: dict[str, QTreeWidgetItem] = {}
        self._heads: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        for title, acts in keymap.groups():
            self._add_group(title, list(acts))
        self.expandAll()
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(ACT, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(KEYS, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.show_keys()

    def _add_group(self, title: str, idents: list[str]) -> None:
        head = QTreeWidgetItem([title])
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        items = []
        for ident in idents:
            item = QTreeWidgetItem([self._keymap.act(ident).iconText()])
            item.setData(ACT, _IDENT, ident)
            items.append(item)
            self._items[ident] = item
        head.addChildren(items)
        self._heads.append((head, items))
        self.addTopLevelItem(head)

    def current(self) -> str:
        """The id of the act that the keyboard is at, empty for none."""
        item = self.currentItem()
        return str(item.data(ACT, _IDENT) or "") if item is not None else ""

    def choose(self, ident: str) -> None:
        """Go to an act."""
        self.setCurrentItem(self._items[ident])

    def show_keys(self) -> None:
        """Bring the keys up to date."""
        for ident, item in self._items.items():
            caps = key_cap.of(self._keymap.act(ident))
            item.setData(KEYS, _CAPS, caps)
            own = self.tr("changed") if self._keymap.is_own(ident) else ""
            item.setText(KEYS, own)
            parts = (item.text(ACT), self._keymap.where(ident), *(caps or [self.tr("no key")]), own)
            item.setData(ACT, Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, parts)))
            item.setData(KEYS, Qt.ItemDataRole.AccessibleTextRole, ", ".join(caps) or self.tr("no key"))

    def narrow(self, typed: str) -> None:
        """Show the acts whose words, place or keys hold what is typed."""
        wanted = typed.casefold().split()
        for head, items in self._heads:
            for item in items:
                words = f"{item.text(ACT)} {head.text(ACT)} {' '.join(item.data(KEYS, _CAPS))}".casefold()
                item.setHidden(not all(one in words for one in wanted))
            head.setHidden(all(item.isHidden() for item in items))


class _Painter(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        caps = index.data(_CAPS) or []
        wide = sum(key_cap.width(one) + steps.scaled(GAP) for one in caps) + steps.scaled(110)
        return QSize(wide if index.column() == KEYS else steps.scaled(120), density.row(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tones.current()
        painter.save()
        room = QRectF(option.rect)
        if not index.parent().isValid():
            painter.setFont(steps.font("label"))
            painter.setPen(t.text3)
            painter.drawText(room.adjusted(steps.scaled(PAD), 0, 0, -steps.scaled(4)), _FOOT, str(index.data() or ""))
            painter.restore()
            return
        act = index.column() == ACT
        rows.paint_row_background(painter, option, first=act, last=not act, ring=False)
        room.adjust(steps.scaled(PAD), 0, -steps.scaled(PAD), 0)
        if act:
            painter.setFont(steps.font("body"))
            painter.setPen(t.text)
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        else:
            self._paint_keys(painter, room, index)
        painter.restore()

    def _paint_keys(self, painter: QPainter, room: QRectF, index: Index) -> None:
        t, tall = tones.current(), steps.scaled(key_cap.HEIGHT)
        painter.setFont(steps.font("small"))
        painter.setPen(t.accent)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data() or ""))
        caps = index.data(_CAPS) or []
        if not caps:
            painter.setPen(t.text3)
            painter.drawText(room, _RIGHT, self.tr("no key"))
        for key in reversed(caps):
            wide = key_cap.width(key)
            key_cap.paint(painter, QRectF(room.right() - wide, room.center().y() - tall / 2, wide, tall), key)
            room.setRight(room.right() - wide - steps.scaled(GAP))


_FOOT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

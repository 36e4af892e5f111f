"""The heads of a table of plain columns: quiet words on one line, over numbers at their right."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.ui.look import tones, type as steps

HEIGHT = 36


class TableHead(QHeaderView):
    """Each head stands as the model aligns it, `pad` from the sides of its column, the first `edge` from its left.

    Both are in pixels at 100 %.
    """

    def __init__(self, parent: QWidget, *, pad: int = 8, edge: int = 8) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._pad, self._edge = pad, edge
        self.setFont(steps.font("label"))
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFixedHeight(steps.scaled(HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        t, model = tones.current(), self.model()
        place = model.headerData(section, self.orientation(), Qt.ItemDataRole.TextAlignmentRole)
        painter.save()
        painter.fillRect(rect, t.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.rule2)
        painter.setFont(self.font())
        painter.setPen(t.text3)
        room = rect.adjusted(steps.scaled(self._pad if section else self._edge), 0, -steps.scaled(self._pad), 0)
        words = self.fontMetrics().elidedText(
            str(model.headerData(section, self.orientation())), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(place or Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

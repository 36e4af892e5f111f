"""A label that elides where it has no room, and then shows the whole as its tooltip."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.ui.look import tones
from app.ui.widgets.line import broken


class ElidedLabel(QLabel):
    """Plain text in a colour role, of one line or `lines`, cut with an ellipsis where there is no room."""

    def __init__(
        self,
        text: str = "",
        font: QFont | None = None,
        role: str = "text",
        *,
        where: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        lines: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._role, self._where, self._whole = role, where, ""
        self._lines = lines
        if font is not None:
            self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def setText(self, text: str, *, whole: str = "") -> None:
        """Say something else; `whole` is what the tooltip says more than that, whether it is cut or not."""
        self._whole = whole
        super().setText(text)
        self._hint()

    def shown(self) -> list[str]:
        """The lines that there is room for; only the last of them is ever cut."""
        return broken(self.text(), QFontMetricsF(self.font()), [self.width()] * self._lines, self._where)

    def _hint(self) -> None:
        cut = "".join(self.shown()).replace(" ", "") != self.text().replace(" ", "")
        self.setToolTip(self._whole or (self.text() if cut else ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint()

    def sizeHint(self) -> QSize:
        one = super().sizeHint()
        return QSize(one.width(), max(one.height(), self._lines * self.fontMetrics().height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(getattr(tones.current(), self._role))
        shown, tall = self.shown(), self.fontMetrics().height()
        top = (self.height() - len(shown) * tall) // 2
        flags = int(self.alignment() | Qt.AlignmentFlag.AlignVCenter)
        for at, words in enumerate(shown):
            painter.drawText(QRect(0, top + at * tall, self.width(), tall), flags, words)

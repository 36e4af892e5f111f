"""Labels in a step of type and a role of colour that follow the scheme."""

import html

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.look import type as steps
from app.ui.look.icons import ink


class Words(QLabel):
    """Plain text; `role` names a field of `Tones`, a verdict or a kind.

    Text that wraps gets the line height of its step, or `line` pixels.
    """

    def __init__(
        self,
        text: str = "",
        step: steps.Step = "body",
        role: str = "text",
        *,
        weight: int | None = None,
        wrap: bool = False,
        line: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role = role
        self._plain = ""
        self._line = (steps.scaled(line) if line else steps.line_height(step)) if wrap else 0
        self.setTextFormat(Qt.TextFormat.RichText if wrap else Qt.TextFormat.PlainText)
        self.setFont(steps.font(step, weight))
        self.setWordWrap(wrap)
        self._ink()
        self.setText(text)

    def setText(self, text: str) -> None:
        self._plain = text
        if self._line:
            self.setAccessibleName(text)
            text = f'<p style="line-height: {self._line}px; margin: 0">{html.escape(text)}</p>' if text else ""
        super().setText(text)

    def plain(self) -> str:
        """What it says, without the mark-up of a line height."""
        return self._plain

    def set_role(self, role: str) -> None:
        """Change to another role of colour."""
        self._role = role
        self._ink()

    def _ink(self) -> None:
        colour = ink(self._role)
        made = QPalette(self.palette())
        if made.color(QPalette.ColorRole.WindowText) != colour:
            made.setColor(QPalette.ColorRole.WindowText, colour)
            self.setPalette(made)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.PaletteChange):
            self._ink()
